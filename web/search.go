package web

import (
	"cmp"
	"slices"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// kind is what a search can find.
type kind string

const (
	aRegion     kind = "region"
	anIndicator kind = "indicator"
	aSeries     kind = "series"
	aDocument   kind = "document"
)

// word is something that the store holds data of, under all its names.
type word struct {
	kind    kind
	id      string
	name    string
	english string
	page    string
	more    string   // what tells it from its namesakes: parent, date
	moreEn  string   // the same in English, where that differs
	keys    []string // all names, folded
	weight  int      // how much there is of it

	initials *catalog.Initials
}

// hit is a word that a search found.
type hit struct {
	Kind    kind   `json:"kind"`
	ID      string `json:"id"`
	Name    string `json:"name"`
	English string `json:"english,omitempty"`
	Page    string `json:"page"`
	What    string `json:"what"` // kind and what tells it from namesakes, for the reader
	Figures int    `json:"figures"`
	score   int
	of      pair // of a series
}

// words lists what can be searched for in a snapshot.
func (x *index) words(s *snapshot) []word {
	var out []word
	for _, id := range sortedKeys(s.byRegion) {
		at := s.byRegion[id]
		p := x.names.place(id, s.series[at[0]].Place)
		w := word{kind: aRegion, id: id, name: p.Name, english: p.English, page: p.Page, keys: []string{p.Name, p.English, id}}
		if r, ok := x.names.catalog.Regions.ByCode(id); ok {
			w.keys = append(w.keys, r.Short...)
		}
		if up := x.names.above(id); len(up) > 0 {
			w.more, w.moreEn = up[len(up)-1].Name, up[len(up)-1].English
		}
		out = append(out, w.weigh(s, at))
	}
	for _, id := range sortedKeys(s.byIndicator) {
		at := s.byIndicator[id]
		p := x.names.subject(id, s.series[at[0]].Name)
		w := word{kind: anIndicator, id: id, name: p.Name, english: p.English, page: p.Page, keys: []string{p.Name, p.English, id}}
		if i, ok := x.names.catalog.Indicators.ByID(id); ok {
			w.keys = append(w.keys, i.Aliases...)
		}
		out = append(out, w.weigh(s, at))
	}
	for _, d := range s.documents {
		out = append(out, word{
			kind: aDocument, id: d.ID, name: d.Label(), page: pathTo("documents", d.ID), more: join(" ", d.Publisher, d.Published.String()),
			keys: []string{d.Label(), d.Publisher}, weight: d.Observations,
		}.fold())
	}
	for i := range out {
		out[i].initials = x.names.catalog.Initials
	}
	return out
}

func (w word) weigh(s *snapshot, at []int) word {
	for _, i := range at {
		w.weight += s.series[i].Vintages
	}
	return w.fold()
}

func (w word) fold() word {
	keys := w.keys[:0:0]
	for _, k := range w.keys {
		if k = fold(k); k != "" && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	w.keys = keys
	return w
}

// maxHits bounds what a search gives.
const maxHits = 60

// find searches a snapshot. All terms of the query, which blanks part, must
// fit. A region and an indicator together find their series, also where no
// blank parts them.
func (s *server) find(x *snapshot, query string, l language) []hit {
	var terms []string
	for t := range strings.FieldsSeq(query) {
		if t = fold(t); t != "" && len(terms) < 6 {
			terms = append(terms, t)
		}
	}
	if len(terms) == 0 {
		return nil
	}
	hits := s.findSeries(x, terms, l)
	for i := range x.words {
		w := &x.words[i]
		score := 0
		for _, t := range terms {
			f := w.fits(t)
			if f == fitNot {
				score = 0
				break
			}
			score += f
		}
		if score > 0 {
			hits = append(hits, w.hit(score*4, l))
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(kindOrder(a.Kind), kindOrder(b.Kind)), cmp.Compare(b.Figures, a.Figures))
	})
	return hits[:min(len(hits), maxHits)]
}

func kindOrder(k kind) int { return slices.Index([]kind{aRegion, anIndicator, aSeries, aDocument}, k) }

func (w *word) hit(score int, l language) hit {
	return hit{
		Kind: w.kind, ID: w.id, Name: l.pick(w.name, w.english), English: w.english, Page: w.page,
		What: join(l.say("comma"), l.say("kind."+string(w.kind)), l.pick(w.more, w.moreEn)), Figures: w.weight, score: score,
	}
}

// findSeries finds the series of a region and an indicator that the terms name
// between them.
func (s *server) findSeries(x *snapshot, terms []string, l language) []hit {
	regions, rest := x.naming(terms)
	if len(regions) == 0 {
		regions, rest = x.meaning(terms)
	}
	if len(regions) == 0 || len(rest) == 0 {
		return nil
	}
	const most = 8
	var out []hit
	for _, r := range regions {
		for i := range x.words {
			w := &x.words[i]
			if w.kind != anIndicator || x.byPair[pair{r.id, w.id}] == nil {
				continue
			}
			score := 0
			for _, t := range rest {
				f := w.fits(t)
				if f == fitNot {
					score = 0
					break
				}
				score += f
			}
			if score == 0 {
				continue
			}
			h := w.hit(score*4+2*fitWhole, l)
			h.Kind, h.ID, h.Page = aSeries, r.id+" "+w.id, pathTo("series", r.id, w.id)
			h.Name = l.pick(r.name, r.english) + " " + h.Name
			h.What, h.of = l.say("kind.series"), pair{r.id, w.id}
			h.Figures = 0
			for _, j := range x.byPair[pair{r.id, w.id}] {
				h.Figures += x.series[j].Vintages
			}
			out = append(out, h)
		}
	}
	slices.SortStableFunc(out, func(a, b hit) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.Figures, a.Figures)) })
	return out[:min(most, len(out))]
}

// naming returns the regions that one of the terms names, or begins with, and
// what is left of the terms for an indicator.
func (x *snapshot) naming(terms []string) (regions []*word, rest []string) {
	longest := 0
	for i, t := range terms {
		for j := range x.words {
			w := &x.words[j]
			if w.kind != aRegion {
				continue
			}
			for _, k := range w.keys {
				if len(k) < 6 && k != t || len(k) < longest || !strings.HasPrefix(t, k) { // two Chinese characters at least
					continue
				}
				left := slices.Concat(terms[:i], terms[i+1:])
				if t != k {
					left = append(left, t[len(k):])
				}
				if len(k) > longest {
					regions, longest = nil, len(k)
				}
				if !slices.Contains(regions, w) {
					regions = append(regions, w)
				}
				rest = left
			}
		}
	}
	return regions, rest
}

// meaning returns the regions that one of several terms names by its initials
// or with a typing error, and the other terms.
func (x *snapshot) meaning(terms []string) (regions []*word, rest []string) {
	best := fitNot
	for i, t := range terms {
		for j := range x.words {
			w := &x.words[j]
			if f := w.fits(t); len(terms) > 1 && w.kind == aRegion && f != fitNot && f != fitSpelt && f >= best {
				if f > best || rest == nil {
					regions, best, rest = nil, f, slices.Concat(terms[:i], terms[i+1:])
				}
				regions = append(regions, w)
			}
		}
	}
	return regions, rest
}

// latestYear returns the last year that any reported figure is of.
func (x *snapshot) latestYear() int {
	y := 0
	for i := range x.series {
		if x.series[i].Status == indicators.Actual {
			y = max(y, int(x.series[i].Last.Last.Year))
		}
	}
	return y
}
