package charts

import (
	"encoding/json"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// MaxTicks is how many ticks [Periods] makes at most.
const MaxTicks = 400

// Periods returns the periods of an axis on which the given ones stand, which
// are to be in order and of one frequency. Where the frequency tells what
// comes next, the periods between the first and the last of which nothing is
// known are among them: a gap is seen as one. An instant takes the place of
// the period that it ends.
func Periods(given []indicators.Period) []indicators.Period {
	var out []indicators.Period
	for _, p := range given {
		p = Tick(p)
		if n := len(out); n > 0 {
			if out[n-1] == p {
				continue
			}
			for q := next(out[n-1]); !q.IsZero() && q.Last.Before(p.Last) && len(out) < MaxTicks; q = next(q) {
				out = append(out, q)
			}
		}
		if len(out) == MaxTicks {
			return out
		}
		out = append(out, p)
	}
	return out
}

// Tick returns the period under which p stands on an axis: the year or month
// that an instant ends, else p itself.
func Tick(p indicators.Period) indicators.Period {
	if p.Form == indicators.AsOf {
		switch p.Frequency() {
		case "A":
			return indicators.Year(int(p.Last.Year))
		case "M":
			return indicators.Months(int(p.Last.Year), int(p.Last.Month), int(p.Last.Month))
		}
	}
	return indicators.Period{First: p.First, Last: p.Last}
}

// next returns the period of the same length that follows a year, half,
// quarter or month; the zero Period after any other.
func next(p indicators.Period) indicators.Period {
	months := 0
	switch p.Frequency() {
	case "A":
		return indicators.Year(int(p.Last.Year) + 1)
	case "H":
		months = 6
	case "Q":
		months = 3
	case "M":
		months = 1
	default:
		return indicators.Period{}
	}
	y, m := int(p.Last.Year), int(p.Last.Month)+1
	if m > 12 {
		y, m = y+1, 1
	}
	return indicators.Months(y, m, m+months-1)
}

// scaleOf returns the ends and the step of a value axis for values from low to
// high: round numbers, at most seven steps, zero among them unless cut.
func scaleOf(low, high decimal.Decimal, cut bool) (from, to, step decimal.Decimal) {
	if !cut || low.Equal(high) {
		low, high = decimal.Min(low, decimal.Zero), decimal.Max(high, decimal.Zero)
	}
	if low.Equal(high) {
		high = decimal.NewFromInt(1)
	}
	want := high.Sub(low).DivRound(decimal.NewFromInt(6), 12)
	step = decimal.New(1, int32(want.NumDigits())+want.Exponent()-1)
	for _, k := range []int64{2, 5, 10} {
		if step.GreaterThanOrEqual(want) {
			break
		}
		step = decimal.New(1, int32(want.NumDigits())+want.Exponent()-1).Mul(decimal.NewFromInt(k))
	}
	from = low.DivRound(step, 12).Floor().Mul(step)
	to = high.DivRound(step, 12).Ceil().Mul(step)
	return from, to, step
}

// exact writes a decimal as a JSON number with the digits it has.
func exact(d decimal.Decimal) json.Number { return json.Number(indicators.PlainDecimal(d)) }
