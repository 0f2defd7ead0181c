package web

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"

	"suanpan/indicators"
)

// coverRow tells of which years something was read.
type coverRow struct {
	Region place             `json:"region"`
	Years  map[string]string `json:"years"` // by year: level, bound, revised, growth

	Page  string      `json:"-"`
	Cells []coverCell `json:"-"`
	Count int         `json:"-"`
}

// coverCell is a year of a region in the grid.
type coverCell struct{ Mark, Page, Label string }

// year is a column of the coverage grid; Round ones are named on a phone too.
type year struct {
	Full, Short string
	Round       bool
}

// fillCoverage tells of which regions and years something was read: levels
// before growth.
func (s *server) fillCoverage(rq *request, form *indicatorForm, all []*sheet) {
	type cell struct{ mark, ref string }
	rows := map[string]map[int]cell{}
	names := map[string]string{}
	first, last := 9999, 0
	for _, sh := range all {
		if sh.Frequency != "A" || sh.Measure != indicators.Level && sh.Measure != indicators.Growth {
			continue
		}
		names[sh.Region] = sh.Place
		if rows[sh.Region] == nil {
			rows[sh.Region] = map[int]cell{}
		}
		for _, p := range sh.Actual {
			y := int(p.Period.Last.Year)
			if rows[sh.Region][y].mark != "" {
				continue // a level stands there
			}
			mark := "growth"
			if sh.Measure == indicators.Level {
				mark = [...]string{"level", "bound", "bound", "revised"}[markOf(p)]
			}
			rows[sh.Region][y] = cell{mark, "?sheet=" + url.QueryEscape(sh.token()) + "#" + url.PathEscape(refOf("m", p.Latest()))}
			first, last = min(first, y), max(last, y)
		}
	}
	if last == 0 {
		return
	}
	form.Seen = rq.lang.say("when.years", first, last)
	if first == last {
		form.Seen = rq.lang.say("when.year", last)
	}
	first = max(first, last-maxYears+1)
	for y := first; y <= last; y++ {
		form.Years = append(form.Years, year{fmt.Sprint(y), fmt.Sprintf("%02d", y%100), y%5 == 0})
	}
	ids := sortedKeys(rows)
	slices.SortStableFunc(ids, func(a, b string) int {
		return cmp.Or(cmp.Compare(tierRank(s.tierOf(a)), tierRank(s.tierOf(b))), cmp.Compare(len(rows[b]), len(rows[a])))
	})
	for _, id := range ids {
		if len(form.Coverage) == maxCovered {
			form.Hidden++
			continue
		}
		r := coverRow{Region: s.names.place(id, names[id]), Years: map[string]string{}, Page: pathTo("series", id, form.Indicator.ID), Count: len(rows[id])}
		for y := first; y <= last; y++ {
			c, ok := rows[id][y]
			if !ok {
				r.Cells = append(r.Cells, coverCell{})
				continue
			}
			r.Years[fmt.Sprint(y)] = c.mark
			r.Cells = append(r.Cells, coverCell{c.mark, r.Page + c.ref, join(" ", r.Region.In(rq.lang), fmt.Sprint(y), rq.lang.say("cover."+c.mark))})
		}
		form.Coverage = append(form.Coverage, r)
	}
}

// tierRank puts open regions behind known ones.
func tierRank(t indicators.Tier) int {
	if t == indicators.TierUnknown {
		return 99
	}
	return int(t)
}
