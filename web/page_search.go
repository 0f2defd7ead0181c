package web

import (
	"strings"
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
	return &answer{page: "search", title: join(" ", rq.lang.say("find"), form.Query), form: form}, nil
}
