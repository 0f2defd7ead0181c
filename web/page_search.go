package web

import (
	"strings"

	"suanpan/indicators"
)

// searchForm is the page of a search.
type searchForm struct {
	Query string `json:"query"`
	Hits  []hit  `json:"hits"`

	More   bool       `json:"-"` // there may be more than are shown
	Groups []hitGroup `json:"-"`
}

// hitGroup are the hits of one kind.
type hitGroup struct {
	Name string
	Hits []hit
}

func (s *server) search(rq *request) (*answer, error) {
	q, err := rq.value("q")
	if err != nil {
		return nil, err
	}
	const longest = 100
	if r := []rune(q); len(r) > longest {
		q = string(r[:longest])
	}
	form := &searchForm{Query: strings.ToValidUTF8(q, ""), Hits: s.find(rq.index, q, rq.lang)}
	form.More = len(form.Hits) == maxHits
	if form.Hits == nil {
		form.Hits = []hit{}
	}
	for _, k := range []kind{aSeries, aRegion, anIndicator, aDocument} {
		g := hitGroup{Name: rq.lang.say("kinds." + string(k))}
		for _, h := range form.Hits {
			if h.Kind == k {
				g.Hits = append(g.Hits, h)
			}
		}
		if g.Hits != nil {
			form.Groups = append(form.Groups, g)
		}
	}
	return &answer{page: "search", title: join(" ", rq.lang.say("find"), form.Query), form: form, news: newsOfHits(form.Hits)}, nil
}

// newsOfHits selects the figures of what a search found best.
func newsOfHits(hits []hit) []indicators.Query {
	const most = 8
	var out []indicators.Query
	for _, h := range hits[:min(most, len(hits))] {
		switch h.Kind {
		case aRegion:
			out = append(out, indicators.Query{Regions: []string{h.ID}})
		case anIndicator:
			out = append(out, indicators.Query{Indicators: []string{h.ID}})
		case aSeries:
			out = append(out, indicators.Query{Regions: []string{h.of.region}, Indicators: []string{h.of.indicator}})
		case aDocument:
			out = append(out, indicators.Query{Document: h.ID})
		}
	}
	return out
}
