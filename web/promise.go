package web

import (
	"cmp"
	"net/url"
	"slices"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// target is what was intended for a period: a value with its bound, or an
// interval, which a text gives as two figures of one sentence.
type target struct {
	low  indicators.Observation
	high *indicators.Observation // the upper end of an interval
}

// targetOf makes a target of the vintages of a point.
func targetOf(p indicators.Point) target {
	last := p.Latest()
	for _, o := range p.Vintages {
		if o.From.Document != last.From.Document || o.From.Sentence != last.From.Sentence {
			continue
		}
		for _, q := range p.Vintages {
			if q.From.Document == o.From.Document && q.From.Sentence == o.From.Sentence &&
				o.Bound == indicators.AtLeast && q.Bound == indicators.AtMost && o.Value.LessThan(q.Value) {
				return target{o, &q}
			}
		}
	}
	return target{low: last}
}

// outcome tells how a promise was kept.
type outcome string

// The outcomes.
const (
	met     outcome = "met"
	near    outcome = "near" // short of an approximate target by less than half a point
	missed  outcome = "missed"
	unknown outcome = "unknown" // nothing was reported yet, or only a bound that tells nothing
)

// nearness is how far from an approximate rate still counts as near.
var nearness = decimal.New(5, -1)

// keeps judges what was reported against a target. less is true where a target
// is a limit that is not to be passed, as for prices and unemployment. diff is
// reported less target, nil where there is nothing to compare or the report
// lies within an interval.
func (t target) keeps(actual *indicators.Observation, less bool) (res outcome, diff *decimal.Decimal) {
	if actual == nil {
		return unknown, nil
	}
	v := actual.Value
	less = less || t.low.Bound == indicators.AtMost
	goal := t.low.Value
	if t.high != nil {
		switch {
		case v.LessThan(t.low.Value) && !less, v.GreaterThan(t.high.Value) && less:
		default:
			if v.GreaterThanOrEqual(t.low.Value) && v.LessThanOrEqual(t.high.Value) {
				return met, nil
			}
		}
		if v.GreaterThan(t.high.Value) {
			goal = t.high.Value
		}
	}
	d := v.Sub(goal)
	short := d.Sign() < 0
	if less {
		short = d.Sign() > 0
	}
	switch {
	case !short && (actual.Bound == indicators.AtMost && !less || actual.Bound == indicators.AtLeast && less),
		short && (actual.Bound == indicators.AtLeast && !less || actual.Bound == indicators.AtMost && less):
		return unknown, nil
	case !short:
		return met, &d
	case t.low.Bound == indicators.About && t.low.IsPercent() && d.Abs().LessThan(nearness):
		return near, &d
	}
	return missed, &d
}

// promise is a target with what came of it.
type promise struct {
	tick   indicators.Period
	target target
	actual *indicators.Observation
	result outcome
	diff   *decimal.Decimal
}

// promises pairs the targets of a sheet with its reports, the latest period
// first.
func (n names) promises(sh *sheet) []promise {
	x, _ := n.catalog.Indicators.ByID(sh.Indicator)
	less := x.Rise == indicators.RiseBad
	var out []promise
	ticks := sh.periods()
	for i := len(ticks) - 1; i >= 0; i-- {
		p := at(sh.Target, ticks[i])
		if p == nil {
			continue
		}
		pr := promise{tick: ticks[i], target: targetOf(*p)}
		if a := at(sh.Actual, ticks[i]); a != nil {
			o := a.Latest()
			pr.actual = &o
		}
		pr.result, pr.diff = pr.target.keeps(pr.actual, less)
		out = append(out, pr)
	}
	return out
}

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
