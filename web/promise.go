package web

import (
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
