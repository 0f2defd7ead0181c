package web

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"

	"suanpan/indicators"
)

// chip is a choice that can be taken away.
type chip struct {
	Name    string
	Slot    int
	Lined   bool // it has a line of its own
	Without string
}

// link is an address with its name.
type link struct{ Name, Page string }

// fillChips lists what is chosen, each with the address without it. The others
// keep their colours.
func (s *server) fillChips(rq *request, form *compareForm) {
	base := func() url.Values {
		q := url.Values{}
		for k, v := range rq.query {
			if k != "region" && k != "indicator" && k != "slot" && k != "theme" {
				q[k] = v
			}
		}
		return q
	}
	one := func(n, but int, of func(i int) string, name string, q url.Values) {
		for i := range n {
			if i != but {
				q.Add(name, of(i))
			}
		}
	}
	slot := func(i int) int {
		if i < len(form.Columns) {
			return form.Columns[i].Slot
		}
		return 0
	}
	region := func(i int) string { return form.Regions[i].ID }
	indicator := func(i int) string { return form.Indicators[i].ID }
	many := len(form.Indicators) > 1
	for i := range form.Regions {
		q := base()
		one(len(form.Regions), i, region, "region", q)
		one(len(form.Indicators), -1, indicator, "indicator", q)
		for j := range form.Columns {
			if j != i && !many {
				q.Add("slot", strconv.Itoa(slot(j)))
			}
		}
		form.Chips[0] = append(form.Chips[0], chip{form.Regions[i].In(rq.lang), slot(i), !many && len(form.Columns) > 0, address("/compare", q)})
	}
	for i := range form.Indicators {
		q := base()
		one(len(form.Regions), -1, region, "region", q)
		one(len(form.Indicators), i, indicator, "indicator", q)
		for j := range form.Columns {
			if j != i && many {
				q.Add("slot", strconv.Itoa(slot(j)))
			}
		}
		form.Chips[1] = append(form.Chips[1], chip{form.Indicators[i].In(rq.lang), slot(i), many && len(form.Columns) > 0, address("/compare", q)})
	}
}

// tries are comparisons to begin with: of the indicators that most regions
// have, the regions with the most figures.
func (s *server) tries(rq *request) []link {
	x := rq.index
	type entry struct {
		id      string
		regions []string
	}
	var all []entry
	for _, id := range sortedKeys(x.byIndicator) {
		points := map[string]int{}
		for _, i := range x.byIndicator[id] {
			if in := &x.series[i]; in.Status == indicators.Actual && in.Region != "" {
				points[in.Region] = max(points[in.Region], in.Points)
			}
		}
		regions := sortedKeys(points)
		slices.SortStableFunc(regions, func(a, b string) int { return cmp.Compare(points[b], points[a]) })
		all = append(all, entry{id, regions[:min(6, len(regions))]})
	}
	slices.SortStableFunc(all, func(a, b entry) int {
		return cmp.Or(cmp.Compare(len(b.regions), len(a.regions)), cmp.Compare(cmp.Or(s.order[a.id], 1<<20), cmp.Or(s.order[b.id], 1<<20)))
	})
	var out []link
	for _, e := range all[:min(5, len(all))] {
		if len(e.regions) < 2 {
			continue
		}
		q := url.Values{"indicator": {e.id}, "region": e.regions}
		out = append(out, link{s.names.subject(e.id, x.nameOfIndicator(e.id)).In(rq.lang) + rq.lang.say("colon") + rq.lang.say("compare.regions", len(e.regions)), address("/compare", q)})
	}
	return out
}
