package web

import (
	"slices"

	"suanpan/charts"
	"suanpan/indicators"
)

// seriesRow is what is known of one period.
type seriesRow struct {
	Period     string    `json:"period"`
	Actual     *figure   `json:"actual,omitempty"`
	Beside     *figure   `json:"beside,omitempty"`     // growth beside a level, the level beside a growth
	Computed   *figure   `json:"computed,omitempty"`   // by the transform of the page
	Lack       string    `json:"lack,omitempty"`       // why nothing could be computed
	Targets    []*figure `json:"targets,omitempty"`    // one, or the ends of an interval
	Difference string    `json:"difference,omitempty"` // reported less target
	Outcome    outcome   `json:"outcome,omitempty"`

	When       string  `json:"-"`
	LackText   string  `json:"-"`
	Target     *number `json:"-"`
	TargetText string  `json:"-"`
	Diff       *number `json:"-"`
	Source     *source `json:"-"`
	Selected   bool    `json:"-"`
}

// fillSeries makes the rows, the charts and the sources of a series page.
func (s *server) fillSeries(rq *request, form *seriesForm, sh, other, computed *sheet) (err error) {
	l := rq.lang
	main := sh
	if computed != nil {
		ref := s.newSheetRef(computed, l)
		main, form.Computed = computed, &ref
	}
	if computed == nil || len(computed.Actual) > 0 {
		if form.Main, err = s.chartOf(rq, "main", main, other, "m"); err != nil {
			return err
		}
	}
	if other != nil && len(other.Actual)+len(other.Target) > 0 {
		ref := s.newSheetRef(other, l)
		form.BesideRef = &ref
		if form.Beside, err = s.chartOf(rq, "beside", other, nil, "b"); err != nil {
			return err
		}
		form.Beside.Title = other.title(l)
	}
	sc := sh.scale(l)
	form.Unit = s.names.unit(sh.Unit, sc, l)
	judged := map[indicators.Period]promise{}
	for _, p := range s.names.promises(sh) {
		judged[p.tick] = p
	}
	over := sh.periods()
	if computed != nil && computed.computed.Transform == indicators.SinglePeriod && len(computed.Actual) > 0 {
		over = computed.periods()
	}
	slices.Reverse(over)
	for _, tick := range over {
		row := seriesRow{Period: tick.String(), When: whenShort(tick, l)}
		if computed != nil {
			s.fillComputed(rq, form, &row, computed, tick)
		}
		if p := at(sh.Actual, tick); p != nil {
			o := p.Latest()
			row.Period, row.When = o.Period.String(), whenRow(o.Period, l)
			row.Actual = s.newFigure(rq, o, setNumber(o, sc, l), refOf("m", o))
			if markOf(*p) == charts.Revised {
				row.Actual.Number.Flag = l.say("flag.revised")
			}
			form.Known++
			form.Places[0] = max(form.Places[0], row.Actual.Number.places())
		}
		if other != nil {
			if p := at(other.Actual, tick); p != nil {
				o := p.Latest()
				row.Beside = s.newFigure(rq, o, setNumber(o, other.scale(l), l), refOf("b", o))
				form.Places[1] = max(form.Places[1], row.Beside.Number.places())
			}
		}
		if p, ok := judged[tick]; ok {
			s.fillTarget(rq, form, &row, p, sc)
		}
		form.Rows = append(form.Rows, row)
	}
	return s.fillSources(rq, form, sh, other)
}

// fillComputed puts the computed figure of a tick into a row, or why there is
// none.
func (s *server) fillComputed(rq *request, form *seriesForm, row *seriesRow, sh *sheet, tick indicators.Period) {
	p := at(sh.Actual, tick)
	if p == nil {
		for period, why := range sh.computed.lacks {
			if charts.Tick(period) == tick {
				row.Lack, row.LackText = why.String(), rq.lang.say("why."+why.String())
			}
		}
		return
	}
	o := p.Latest()
	row.Computed = s.figureOf(rq, sh, o, setNumber(o, sh.scale(rq.lang), rq.lang), sh.ref("m", o))
	form.Places[4] = max(form.Places[4], row.Computed.Number.places())
}

// whenRow writes the period of a row; that of an instant which is no end of a
// year or month is told whole.
func whenRow(p indicators.Period, l language) string {
	if p.Form == indicators.AsOf && p.Frequency() != "D" {
		return when(p, l)
	}
	return whenShort(p, l)
}

// fillTarget puts what was intended, and what came of it, into a row.
func (s *server) fillTarget(rq *request, form *seriesForm, row *seriesRow, p promise, sc scale) {
	l := rq.lang
	form.Targets = true
	low := p.target.low
	n := plainNumber(low.Value, sc, l, false)
	n.Bound = boundSign(low.Quantity)
	row.Target = n
	row.Targets = []*figure{s.newFigure(rq, low, n, refOf("m", low))}
	if h := p.target.high; h != nil {
		n.Bound = ""
		row.TargetText = targetText(p.target, sc, l)
		row.Targets = append(row.Targets, s.newFigure(rq, *h, plainNumber(h.Value, sc, l, false), refOf("m", low)))
	}
	form.Places[2] = max(form.Places[2], n.places())
	row.Outcome = p.result
	if p.diff != nil {
		row.Difference = indicators.PlainDecimal(*p.diff)
		row.Diff = plainNumber(*p.diff, sc, l, true)
		form.Places[3] = max(form.Places[3], row.Diff.places())
	}
}

// seriesTable is the table of the page in rows.
func seriesTable(form *seriesForm, rq *request) *table {
	t := &table{name: form.Region.Name + "-" + form.Indicator.Name, head: []string{
		"region", "region_name", "indicator", "indicator_name", "measure", "basis", "period",
		"value", "unit", "bound", "printed", "beside", "beside_unit", "target", "target_high", "target_bound", "difference", "outcome",
		"published", "publisher", "title", "document", "url", "rule", "sentence", "transform", "computed", "computed_unit", "working", "lack",
	}}
	for _, r := range form.Rows {
		row := []string{form.Region.ID, form.Region.Name, form.Indicator.ID, form.Indicator.Name, form.Sheet.Measure, form.Sheet.Basis, r.Period}
		row = append(row, cells(r.Actual)...)
		if r.Beside != nil {
			row = append(row, r.Beside.Value, r.Beside.Unit)
		} else {
			row = append(row, "", "")
		}
		low, high, bound := "", "", ""
		for i, f := range r.Targets {
			if i == 0 {
				low, bound = f.Value, f.Bound
			} else {
				high, bound = f.Value, ""
			}
		}
		row = append(row, low, high, bound, r.Difference, string(r.Outcome))
		if src := r.Source; src != nil {
			row = append(row, src.Document.Published, src.Document.Publisher, src.Document.Title, src.Document.ID, src.Document.URL, src.Rule,
				src.Sentence.Before+src.Sentence.Figure+src.Sentence.After)
		} else {
			row = append(row, "", "", "", "", "", "", "")
		}
		if c := r.Computed; c != nil {
			row = append(row, form.Transform, c.Value, c.Unit, c.Working, "")
		} else {
			row = append(row, form.Transform, "", "", "", r.Lack)
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// cells are the columns of a figure; empty for none.
func cells(f *figure) []string {
	if f == nil {
		return []string{"", "", "", ""}
	}
	return []string{f.Value, f.Unit, f.Bound, f.Printed}
}
