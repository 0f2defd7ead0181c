package web

import (
	"cmp"
	"net/url"
	"slices"

	"suanpan/indicators"
)

// promiseRow is a promise as data, and in a table.
type promiseRow struct {
	Indicator  subject   `json:"indicator"`
	Period     string    `json:"period"`
	Targets    []*figure `json:"targets"`
	Actual     *figure   `json:"actual,omitempty"`
	Difference string    `json:"difference,omitempty"`
	Outcome    outcome   `json:"outcome"`

	When   string `json:"-"`
	Long   string `json:"-"` // the period in full
	Says   string `json:"-"` // what is promised of the indicator: its growth …
	Target string `json:"-"`
	Report string `json:"-"`
	Diff   string `json:"-"`
}

// pledge is a promise with both sentences.
type pledge struct {
	Row              promiseRow
	Promised, Report *source
}

// fillPromises lists the promises of a region, the latest first, and shows the
// sentences of the latest that was decided.
func (s *server) fillPromises(rq *request, form *regionForm, sheets map[string][]*sheet) error {
	type line struct {
		sheet *sheet
		promise
	}
	var lines []line
	for _, id := range sortedKeys(sheets) {
		for _, sh := range sheets[id] {
			for _, p := range s.names.promises(sh) {
				lines = append(lines, line{sh, p})
			}
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int {
		return cmp.Or(
			b.tick.Compare(a.tick),
			cmp.Compare(s.order[a.sheet.Indicator], s.order[b.sheet.Indicator]),
			a.sheet.compare(b.sheet.sheetKey),
		)
	})
	for _, x := range lines {
		if len(form.Promises) == maxPromises {
			form.Hidden++
			continue
		}
		row := s.newPromiseRow(rq, x.sheet, x.promise)
		form.Promises = append(form.Promises, row)
		if form.Decided == nil && x.actual != nil && x.result != unknown {
			d := &pledge{Row: row}
			var err error
			if d.Promised, err = s.newSource(rq, x.target.low, ""); err != nil {
				return err
			}
			if d.Report, err = s.newSource(rq, *x.actual, ""); err != nil {
				return err
			}
			form.Decided = d
		}
	}
	return nil
}

// newPromiseRow writes a promise as a table has it.
func (s *server) newPromiseRow(rq *request, sh *sheet, p promise) promiseRow {
	l, sc := rq.lang, sh.scale(rq.lang)
	unit := s.names.unit(sh.Unit, sc, l)
	if l == en && unit != "" && unit != "%" {
		unit = " " + unit
	}
	row := promiseRow{
		Indicator: s.names.subject(sh.Indicator, sh.Name), Period: p.tick.String(), When: whenShort(p.tick, l), Long: when(p.tick, l), Outcome: p.result,
		Targets: []*figure{s.newFigure(rq, p.target.low, nil, "")}, Target: targetText(p.target, sc, l) + unit,
	}
	row.Indicator.Page = pathTo("series", sh.Region, sh.Indicator) + "?sheet=" + url.QueryEscape(sh.token())
	if sh.Measure != indicators.Level {
		row.Says = l.say("series." + sh.Measure.String())
	}
	if p.target.high != nil {
		row.Targets = append(row.Targets, s.newFigure(rq, *p.target.high, nil, ""))
	}
	if p.actual != nil {
		row.Actual = s.newFigure(rq, *p.actual, nil, "")
		row.Report = plainLabel(*p.actual, sc, l) + unit
		row.Diff = l.say("within")
	}
	if p.diff != nil {
		row.Difference = indicators.PlainDecimal(*p.diff)
		row.Diff = plainNumber(*p.diff, sc, l, true).Text()
		if p.actual.IsPercent() {
			unit = l.say("points")
		}
		row.Diff += unit
	}
	return row
}
