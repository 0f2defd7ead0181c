package web

import (
	"cmp"
	"net/url"
	"slices"

	"suanpan/indicators"
)

// partRow is a region in a list, with the value that it is measured by.
type partRow struct {
	Region place   `json:"region"`
	Latest *figure `json:"latest,omitempty"`
	Growth *figure `json:"growth,omitempty"`

	When string `json:"-"`
	Page string `json:"-"`
}

// fillParts lists the regions in and beside a region, with the value of the
// indicator that most of them have.
func (s *server) fillParts(rq *request, form *regionForm, r indicators.Region, known bool) {
	if !known {
		return
	}
	const measure = "gdp"
	form.Measured = s.names.subject(measure, "")
	form.PartsName = "parts." + r.Tier.String()
	list := func(codes []string, but string) (rows []partRow, empty []place) {
		var qs []indicators.Quantity
		for _, code := range codes {
			if code == but {
				continue
			}
			p := s.names.place(code, "")
			if rq.index.byRegion[code] == nil {
				empty = append(empty, p)
				continue
			}
			row := partRow{Region: p, Page: p.Page}
			var levels []int
			for _, i := range rq.index.byPair[pair{code, measure}] {
				if in := &rq.index.series[i]; in.Measure == indicators.Level && in.Status == indicators.Actual {
					levels = append(levels, i)
				}
			}
			if in := rq.index.headline(levels); in != nil {
				row.Latest = s.newFigure(rq, in.Latest, nil, "")
				row.When = whenShort(in.Last, rq.lang)
				qs = append(qs, in.Latest.Quantity)
				if g := rq.index.grown(in); g != nil {
					row.Growth = s.newFigure(rq, *g, setNumber(*g, 0, rq.lang), "")
				}
			}
			rows = append(rows, row)
		}
		sc := scaleOf(rq.lang, qs...)
		i := 0
		for j := range rows {
			if rows[j].Latest != nil {
				rows[j].Latest.Number = plainNumber(qs[i].Value, sc, rq.lang, false)
				rows[j].Latest.Number.Bound = boundSign(qs[i])
				form.Places[0] = max(form.Places[0], rows[j].Latest.Number.places())
				i++
			}
		}
		if len(qs) > 0 {
			form.Unit = s.names.unit(qs[0].Unit, sc, rq.lang)
		}
		return rows, empty
	}
	if up := r.Parent; up != "" {
		form.Siblings, _ = list(s.names.catalog.Regions.Children(up), r.Code)
		form.Siblings = slices.DeleteFunc(form.Siblings, func(p partRow) bool {
			q, _ := s.names.catalog.Regions.ByCode(p.Region.ID)
			return q.Tier != r.Tier
		})
		form.SiblingUnit = form.Unit
	}
	form.Places = [2]int{}
	form.Parts, form.Empty = list(s.names.catalog.Regions.Children(r.Code), "")
	for id := range rq.index.byRegion { // zones and towns that no row knows
		if code, open := indicators.SplitRegion(id); code == r.Code && open != "" && len(form.Parts) < maxListed {
			p := s.names.place(id, rq.index.series[rq.index.byRegion[id][0]].Place)
			form.Parts = append(form.Parts, partRow{Region: p, Page: p.Page})
		}
	}
	slices.SortStableFunc(form.Parts, func(a, b partRow) int { return cmp.Compare(a.Region.ID, b.Region.ID) })
	for i := range form.Parts {
		if g := form.Parts[i].Growth; g != nil {
			form.Places[1] = max(form.Places[1], g.Number.places())
		}
	}
	if len(rq.index.byPair[pair{r.Code, measure}]) > 0 {
		q := url.Values{"indicator": {measure}, "region": {r.Code}}
		for _, p := range form.Siblings {
			if p.Latest != nil && len(q["region"]) < maxTogether {
				q.Add("region", p.Region.ID)
			}
		}
		if len(q["region"]) > 1 {
			form.Compare = address("/compare", q)
		}
	}
	if form.Siblings == nil {
		form.Siblings = []partRow{}
	}
	if form.Parts == nil {
		form.Parts = []partRow{}
	}
}
