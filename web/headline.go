package web

import (
	"cmp"
	"net/url"
	"slices"

	"suanpan/charts"
	"suanpan/indicators"
)

// order gives the place of each indicator in the catalogue, which puts the
// more general before the more special.
func (n names) order() map[string]int {
	m := map[string]int{}
	for i, x := range n.catalog.Indicators.All() {
		m[x.ID] = i + 1
	}
	return m
}

// headline returns the series that best tells how an indicator stands, out of
// those in a snapshot; nil for none. See ahead.
func (x *snapshot) headline(at []int) *indicators.SeriesInfo {
	var best *indicators.SeriesInfo
	for _, i := range at {
		s := &x.series[i]
		if best == nil || ahead(s, best) {
			best = s
		}
	}
	return best
}

// ahead puts reported before intended and levels before growth. Of levels a
// year tells more than the part of one; of growth the latest tells most.
func ahead(a, b *indicators.SeriesInfo) bool {
	late := b.Last.Last.Compare(a.Last.Last)
	key := keyOf(a.SeriesKey).compare(keyOf(b.SeriesKey))
	if a.Measure == indicators.Level {
		late, key = key, late
	}
	return cmp.Or(
		cmp.Compare(a.Status, b.Status),
		cmp.Compare(measureOrder(a.Measure), measureOrder(b.Measure)),
		cmp.Compare(b2i(a.Basis != indicators.YoY), b2i(b.Basis != indicators.YoY)),
		late, key,
		cmp.Compare(b.Points, a.Points),
	) < 0
}

// grown returns the latest growth on the year of the same indicator and
// region as s, where it is of the same period; nil for none.
func (x *snapshot) grown(s *indicators.SeriesInfo) *indicators.Observation {
	for _, i := range x.byPair[pair{s.Region, s.Indicator}] {
		g := &x.series[i]
		if g.Measure == indicators.Growth && g.Basis == indicators.YoY && g.Status == s.Status && charts.Tick(g.Last) == charts.Tick(s.Last) {
			return &g.Latest
		}
	}
	return nil
}

// standing is where the value of a region stands among its siblings that have
// one of the same kind and period; of is 0 where that tells nothing.
func (s *server) standing(x *snapshot, in *indicators.SeriesInfo) (place, of int, above string) {
	r, ok := s.names.catalog.Regions.ByCode(in.Region)
	if !ok || in.Latest.Bound != indicators.Exact || in.Measure == indicators.Rank {
		return 0, 0, ""
	}
	place = 1
	for _, i := range x.byIndicator[in.Indicator] {
		o := &x.series[i]
		if o.Measure != in.Measure || o.Basis != in.Basis || o.Status != in.Status || o.Unit != in.Unit || o.Frequency != in.Frequency ||
			o.Last != in.Last || o.Latest.Bound != indicators.Exact {
			continue
		}
		if p, ok := s.names.catalog.Regions.ByCode(o.Region); !ok || p.Parent != r.Parent || p.Tier != r.Tier {
			continue
		}
		of++
		if o.Latest.Value.GreaterThan(in.Latest.Value) {
			place++
		}
	}
	if of < 3 {
		return 0, 0, ""
	}
	return place, of, r.Parent
}

// keyFigure is an indicator in the ledger of a region.
type keyFigure struct {
	Indicator subject `json:"indicator"`
	Measure   string  `json:"measure"`
	Basis     string  `json:"basis,omitempty"`
	Latest    *figure `json:"latest"`
	Growth    *figure `json:"growth,omitempty"` // of the same period

	When   string        `json:"-"`
	Behind string        `json:"-"` // what stands behind the number
	Says   string        `json:"-"` // what the number says, where it is no level
	Arrow  string        `json:"-"`
	Place  string        `json:"-"` // among the siblings
	Trend  charts.Sketch `json:"-"`
}

// newKeyFigure tells how an indicator of a region stands.
func (s *server) newKeyFigure(rq *request, in *indicators.SeriesInfo) keyFigure {
	l := rq.lang
	num, behind := s.names.parts(in.Latest, l)
	k := keyFigure{
		Indicator: s.names.subject(in.Indicator, in.Name), Measure: in.Measure.String(), Basis: in.Basis.String(),
		Latest: s.newFigure(rq, in.Latest, num, ""), When: when(in.Latest.Period, l), Behind: behind,
	}
	k.Indicator.Page = pathTo("series", in.Region, in.Indicator) + "?sheet=" + url.QueryEscape(keyOf(in.SeriesKey).token())
	if in.Measure != indicators.Level {
		k.Says = keyOf(in.SeriesKey).title(l)
	}
	if in.Measure == indicators.Level {
		if g := rq.index.grown(in); g != nil {
			k.Growth = s.newFigure(rq, *g, setNumber(*g, 0, l), "")
			k.Arrow = arrow(g.Value)
		}
	}
	if place, of, above := s.standing(rq.index, in); of > 0 {
		k.Place = l.say("standing", s.names.place(above, "").In(l), of, place)
	}
	return k
}

// headlines returns the headline of each indicator of a region, in the order
// of the catalogue; open indicators come last, those with the most figures
// first.
func (s *server) headlines(x *snapshot, region string) []*indicators.SeriesInfo {
	groups := map[string][]int{}
	for _, i := range x.byRegion[region] {
		id := x.series[i].Indicator
		groups[id] = append(groups[id], i)
	}
	var out []*indicators.SeriesInfo
	for _, id := range sortedKeys(groups) {
		out = append(out, x.headline(groups[id]))
	}
	order := s.order
	slices.SortStableFunc(out, func(a, b *indicators.SeriesInfo) int {
		i, j := order[a.Indicator], order[b.Indicator]
		if i == 0 || j == 0 {
			return cmp.Or(cmp.Compare(j, i), cmp.Compare(b.Vintages, a.Vintages))
		}
		return cmp.Compare(i, j)
	})
	return out
}
