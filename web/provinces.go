package web

import (
	"strconv"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// provinceRow is a province: what it reported for a year, and what it intends
// for the next.
type provinceRow struct {
	Region    place     `json:"region"`
	Total     *figure   `json:"total,omitempty"`
	Growth    *figure   `json:"growth,omitempty"`
	Targets   []*figure `json:"target_next_year,omitempty"`
	Second    *figure   `json:"second_growth,omitempty"`
	Published string    `json:"published,omitempty"`

	Target string `json:"-"`
	Goal   *dots  `json:"-"`
	Date   string `json:"-"`
}

// axisTick is a number under the dots.
type axisTick struct{ X, Text string }

// dots are the growth of a province and its target, on a small axis.
type dots struct{ Growth, Low, Span string }

// latestOf returns the series of a key's measure and status whose last period
// is the year; nil for none.
func (x *snapshot) latestOf(region, indicator string, m indicators.Measure, st indicators.Status, year int) *indicators.SeriesInfo {
	for _, i := range x.byPair[pair{region, indicator}] {
		in := &x.series[i]
		if in.Measure == m && in.Status == st && in.Frequency == "A" && int(in.Last.Last.Year) == year && (m != indicators.Growth || in.Basis == indicators.YoY) {
			return in
		}
	}
	return nil
}

// fillProvinces makes the table of the provinces for the year that most of
// them reported last.
func (s *server) fillProvinces(rq *request, form *frontForm) error {
	x, l := rq.index, rq.lang
	years := map[int]int{}
	for _, i := range x.byIndicator[frontTotal] {
		if in := &x.series[i]; in.Status == indicators.Actual && in.Frequency == "A" && s.tierOf(in.Region) == indicators.TierProvince {
			years[int(in.Last.Last.Year)]++
		}
	}
	for y, n := range years {
		if n > years[form.Year] || n == years[form.Year] && y > form.Year {
			form.Year = y
		}
	}
	var totals []indicators.Quantity
	var seen []decimal.Decimal
	targets, err := s.targetsOf(rq, form.Year+1)
	if err != nil {
		return err
	}
	for _, code := range s.names.catalog.Regions.Children("100000") {
		total := x.latestOf(code, frontTotal, indicators.Level, indicators.Actual, form.Year)
		growth := x.latestOf(code, frontTotal, indicators.Growth, indicators.Actual, form.Year)
		if total == nil && growth == nil {
			continue
		}
		row := provinceRow{Region: s.names.place(code, "")}
		for _, in := range []*indicators.SeriesInfo{total, growth} {
			if in == nil {
				continue
			}
			row.Published = x.documents[x.document[in.Latest.From.Document]].Published.String()
			row.Date = s.dayShort(x, in.Latest.From.Document, l)
		}
		if total != nil {
			totals = append(totals, total.Latest.Quantity)
			row.Total = s.newFigure(rq, total.Latest, nil, pathTo("series", code, frontTotal))
		}
		if growth != nil {
			row.Growth = s.newFigure(rq, growth.Latest, plainNumber(growth.Latest.Value, 0, l, false), "")
			row.Growth.Number.Bound = boundSign(growth.Latest.Quantity)
			form.Places[1] = max(form.Places[1], row.Growth.Number.places())
			seen = append(seen, growth.Latest.Value)
		}
		if t, ok := targets[code]; ok {
			row.Target = targetText(t, 0, l)
			row.Targets = append(row.Targets, s.newFigure(rq, t.low, nil, ""))
			seen = append(seen, t.low.Value)
			if t.high != nil {
				row.Targets = append(row.Targets, s.newFigure(rq, *t.high, nil, ""))
				seen = append(seen, t.high.Value)
			}
		}
		if in := x.latestOf(code, frontSecond, indicators.Growth, indicators.Actual, form.Year); in != nil {
			row.Second = s.newFigure(rq, in.Latest, plainNumber(in.Latest.Value, 0, l, false), "")
			form.Places[2] = max(form.Places[2], row.Second.Number.places())
		}
		form.Rows = append(form.Rows, row)
	}
	sc := scaleOf(l, totals...)
	i := 0
	for j := range form.Rows {
		if f := form.Rows[j].Total; f != nil {
			f.Number = plainNumber(totals[i].Value, sc, l, false)
			f.Number.Bound = boundSign(totals[i])
			form.Places[0] = max(form.Places[0], f.Number.places())
			form.Unit = s.names.unit(totals[i].Unit, sc, l)
			i++
		}
	}
	s.fillDots(form, targets, seen)
	return nil
}

// targetsOf reads the targets of all regions for the growth of a year.
func (s *server) targetsOf(rq *request, year int) (map[string]target, error) {
	if year <= 1 {
		return nil, nil // of no year
	}
	obs, _, err := s.observations(rq, indicators.Query{
		Indicators: []string{frontTotal}, Measures: []indicators.Measure{indicators.Growth}, Statuses: []indicators.Status{indicators.Target},
		Since: indicators.NewDate(year, 1, 1), Until: indicators.NewDate(year, 12, 31), Limit: maxObservations,
	})
	if err != nil {
		return nil, err
	}
	out := map[string]target{}
	for _, sh := range sheetsOf(obs) {
		if p := at(sh.Target, indicators.Year(year)); p != nil && sh.Basis == indicators.YoY {
			out[sh.Region] = targetOf(*p)
		}
	}
	return out, nil
}

// fillDots sets growth and target of each province on one small axis.
func (s *server) fillDots(form *frontForm, targets map[string]target, seen []decimal.Decimal) {
	if len(seen) == 0 {
		return
	}
	low, high := decimal.Min(seen[0], seen[1:]...).Floor(), decimal.Max(seen[0], seen[1:]...).Ceil()
	if low.Equal(high) {
		high = high.Add(decimal.NewFromInt(1))
	}
	const width, margin = 176, 8
	x := func(v decimal.Decimal) string {
		return v.Sub(low).Mul(decimal.NewFromInt(width-2*margin)).DivRound(high.Sub(low), 1).Add(decimal.NewFromInt(margin)).StringFixed(1)
	}
	step := high.Sub(low).DivRound(decimal.NewFromInt(6), 0)
	step = decimal.Max(step, decimal.NewFromInt(1))
	for v := low; v.LessThanOrEqual(high); v = v.Add(step) {
		form.Axis = append(form.Axis, axisTick{x(v), v.String()})
	}
	for i := range form.Rows {
		r := &form.Rows[i]
		d := &dots{}
		if r.Growth != nil {
			if v, err := decimal.NewFromString(r.Growth.Value); err == nil {
				d.Growth = x(v)
			}
		}
		if t, ok := targets[r.Region.ID]; ok {
			d.Low = x(t.low.Value)
			if t.high != nil {
				d.Span = t.high.Value.Sub(t.low.Value).Mul(decimal.NewFromInt(width-2*margin)).DivRound(high.Sub(low), 1).StringFixed(1)
			}
		}
		r.Goal = d
	}
}

// dayShort writes the day of publication of a document without its year.
func (s *server) dayShort(x *snapshot, id string, l language) string {
	d, ok := x.info(id)
	if !ok || d.Published.IsZero() {
		return ""
	}
	return l.say("when.day.short", month(d.Published.Month, l), d.Published.Day)
}

// frontTable is the table of the provinces in rows.
func frontTable(form *frontForm) *table {
	t := &table{name: "provinces", head: []string{
		"region", "region_name", "year", "total", "total_unit", "total_bound", "growth", "growth_bound", "target_next_year", "target_bound", "second_growth", "published",
	}}
	for _, r := range form.Rows {
		row := []string{r.Region.ID, r.Region.Name, strconv.Itoa(form.Year), "", "", "", "", "", "", "", "", r.Published}
		if r.Total != nil {
			row[3], row[4], row[5] = r.Total.Value, r.Total.Unit, r.Total.Bound
		}
		if r.Growth != nil {
			row[6], row[7] = r.Growth.Value, r.Growth.Bound
		}
		if r.Targets != nil {
			row[8], row[9] = r.Targets[0].Value, r.Targets[0].Bound
		}
		if r.Second != nil {
			row[10] = r.Second.Value
		}
		t.rows = append(t.rows, row)
	}
	return t
}
