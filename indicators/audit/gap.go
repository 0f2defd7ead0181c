package audit

import (
	"strings"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// A gap is what a comparison of some figures came to.
type gap struct {
	found, expected, tolerance decimal.Decimal
	unit                       string
	working                    func() string
}

// excess is by how much the figures miss each other beyond their rounding: not
// positive where they fit.
func (g gap) excess() decimal.Decimal {
	return g.found.Sub(g.expected).Abs().Sub(g.tolerance)
}

// between returns the gap between a figure and what others expect of it, which
// is expected and may be anything from low to high.
func between(found figure, expected, low, high decimal.Decimal, working func() string) gap {
	g := gap{found: found.value, expected: expected, unit: found.unit, working: working}
	if found.value.LessThan(expected) {
		g.tolerance = expected.Sub(low).Add(found.half)
	} else {
		g.tolerance = high.Sub(expected).Add(found.half)
	}
	return g
}

// maxCandidates bounds how many different values of one thing are tried.
const maxCandidates = 6

// closest picks one candidate of each list so that the picked miss each other
// least. It reports false where some fit, or none can be compared; compare
// reports false of those that cannot.
func closest(lists [][]figure, compare func(pick []figure) (gap, bool)) (best []figure, bestGap gap, ok bool) {
	for i, list := range lists {
		lists[i] = distinct(list)
		if len(list) == 0 {
			return nil, gap{}, false
		}
	}
	pick := make([]figure, len(lists))
	fits := false
	var try func(i int)
	try = func(i int) {
		if fits {
			return
		}
		if i < len(lists) {
			for _, pick[i] = range lists[i] {
				try(i + 1)
			}
			return
		}
		g, comparable := compare(pick)
		switch {
		case !comparable:
		case !g.excess().IsPositive():
			fits = true
		case !ok || g.excess().LessThan(bestGap.excess()):
			best, bestGap, ok = append([]figure(nil), pick...), g, true
		}
	}
	try(0)
	return best, bestGap, ok && !fits
}

// distinct keeps the first figure of each value, unit and precision, at most
// maxCandidates of them.
func distinct(list []figure) []figure {
	var out []figure
	for _, f := range list {
		known := false
		for _, o := range out {
			known = known || o.unit == f.unit && o.half.Equal(f.half) && o.value.Equal(f.value)
		}
		if !known && len(out) < maxCandidates {
			out = append(out, f)
		}
	}
	return out
}

// show writes an amount for the working of a finding with all its printed
// digits and a Chinese magnitude: 14331.98亿元, 51.9万亿元. What is printed finer
// than 10亿 is not written in 万亿.
func show(v decimal.Decimal, unit string) string {
	if strings.HasPrefix(unit, "%") || strings.HasPrefix(unit, "‰") {
		return indicators.PlainDecimal(v) + unit
	}
	for _, m := range []struct {
		power, least int32
		word         string
	}{{12, 9, "万亿"}, {8, finest, "亿"}, {4, finest, "万"}} {
		if v.Abs().GreaterThanOrEqual(decimal.New(1, m.power)) && v.Exponent() >= m.least {
			return indicators.PlainDecimal(v.Shift(-m.power)) + m.word + unit
		}
	}
	return indicators.PlainDecimal(v) + unit
}

func (f figure) String() string { return show(f.value, f.unit) }

// percent writes a over b in percent, to two decimals.
func percent(a, b decimal.Decimal) string {
	if b.IsZero() {
		return "∞"
	}
	return indicators.PlainDecimal(a.Shift(2).DivRound(b, 2)) + "%"
}
