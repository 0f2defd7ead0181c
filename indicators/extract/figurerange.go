package extract

import (
	"math"
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
)

// connector returns the place behind what joins the ends of a range at
// text[at:], with blanks around it; 0 where there is none.
func (r *figureReader) connector(at int) int {
	i := skipBlanks(r.text, at)
	c, size := utf8.DecodeRuneInString(r.text[i:])
	switch c {
	case '-', '－', '–', '~', '～', '∼', '〜', '─', '―', '至', '到':
		return skipBlanks(r.text, i+size)
	case '—':
		i += size
		if strings.HasPrefix(r.text[i:], "—") {
			i += size
		}
		return skipBlanks(r.text, i)
	}
	return 0
}

// rangeFrom reads the upper end of a range whose lower end is f, of numeral n:
// 5%-6%, 600—1000万元, 12到15个. The lower end takes the unit and the magnitude of
// the upper where it has none. end is f.start where there is no range.
func (r *figureReader) rangeFrom(f *figure, n *numeral) ([]figure, int) {
	none := int(f.start)
	if f.form >= figureVague || f.wide || f.den != 0 {
		return r.dst, none
	}
	i := r.connector(int(f.end))
	if i == 0 {
		return r.dst, none
	}
	for _, from := range []string{"从", "由", "自", "從"} {
		if strings.HasSuffix(r.text[:f.start], from) {
			return r.dst, none
		}
	}
	m, ok := scanNumeral(r.u, r.text, i)
	if !ok || m.is(numeralLong|numeralWide|numeralVague|numeralRound|numeralZero) && !m.is(numeralDecimal) || m.is(numeralHan) != n.is(numeralHan) && n.is(numeralHan) {
		return r.dst, none
	}
	g := r.figureOf(i, &m, false)
	if !r.tenthsOf(&g, &m) {
		r.unitOf(&g, &m)
	}
	low := *f
	switch dimension := r.u.At(int(g.unit)).Dimension; {
	case g.unit < 0 && m.power == 0,
		f.unit >= 0 && (f.unit != g.unit || (f.form == figurePercent) != (g.form == figurePercent)),
		dimension == "calendar", dimension == "ordinal",
		g.form > figureRhetorical,
		!r.endsRange(int(g.end)):
		return r.dst, none
	}
	if f.unit < 0 {
		low.unit, low.per, low.perPower = g.unit, g.per, g.perPower
		low.unitStart, low.unitEnd = g.unitStart, g.unitEnd
		if g.form == figurePercent { // 三到五成
			low.exp++
		}
		if n.power == 0 && m.power > 0 {
			low.exp += int16(m.power)
			if !less(&low, &g) {
				low.exp = f.exp
			}
		}
	}
	if !less(&low, &g) {
		return r.dst, none
	}
	form := max(f.form, g.form)
	low.form, g.form = figureRangeLow, figureRangeHigh
	if form >= figureRhetorical && !f.form.counts() && f.unit >= 0 || g.han && n.is(numeralOneDigit) && isCounter(r.u.At(int(g.unit))) {
		low.form, g.form = figureVague, figureVague
	}
	return r.closeRange(&low, &g)
}

// endsRange reports whether no further connector and digit make a code of the
// range that ends at text[at:]: 1-2-3.
func (r *figureReader) endsRange(at int) bool {
	if at >= len(r.text) || r.text[at] != '-' {
		return true
	}
	kind, _, _ := charAt(r.text, at+1)
	return kind != charDigit
}

// closeRange gives both ends their bounds.
func (r *figureReader) closeRange(low, high *figure) ([]figure, int) {
	low.bound, high.bound = indicators.Exact, indicators.Exact
	end := low.end
	r.bounds(low)
	low.end = end
	start := high.start
	r.bounds(high)
	high.start = start
	low.bound, high.bound = indicators.AtLeast, indicators.AtMost
	return append(r.dst, *low, *high), int(high.end)
}

// less reports whether a is less than b; neither is wide or a fraction.
func less(a, b *figure) bool {
	x, y := a.mant, b.mant
	for e := a.exp; e > b.exp; e-- {
		if x > math.MaxInt64/10 || x < math.MinInt64/10 {
			return x < 0
		}
		x *= 10
	}
	for e := b.exp; e > a.exp; e-- {
		if y > math.MaxInt64/10 || y < math.MinInt64/10 {
			return y > 0
		}
		y *= 10
	}
	return x < y
}
