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

// maxParts bounds a ratio.
const maxParts = 8

// colonAt returns the length of a colon at text[at:], 0 if there is none.
func (r *figureReader) colonAt(at int) int {
	switch c, size := utf8.DecodeRuneInString(r.text[at:]); c {
	case ':', '：', '∶', '︰', '﹕':
		return size
	}
	return 0
}

// ratio reads the parts of a：b：c, or a clock, which is a name. end is start
// where there is none.
func (r *figureReader) ratio(start int, n *numeral) ([]figure, int) {
	if n.power > 0 || n.is(numeralWide|numeralLong) || r.colonAt(n.end) == 0 {
		return r.dst, start
	}
	var parts [maxParts]numeral
	parts[0] = *n
	count := 1
	end := n.end
	for {
		size := r.colonAt(end)
		if size == 0 {
			break
		}
		kind, _, _ := charAt(r.text, end+size)
		if kind != charDigit {
			break
		}
		m := scanDigits(r.text, end+size)
		if m.is(numeralWide | numeralLong) {
			return r.dst, start
		}
		end = m.end
		if count < maxParts {
			parts[count] = m
		}
		count++
	}
	kind, _, _ := charAt(r.text, end)
	if unit, _ := r.u.Match(r.text, end); count == 1 || kind == charMagnitude || unit >= 0 {
		return r.dst, start
	}
	whole := count > 2 && count <= maxParts && sumsToHundred(parts[:count])
	if count > maxParts || isClock(parts[:count]) && !whole || parts[0].is(numeralZero) {
		f := r.figureOf(start, n, false)
		f.form, f.end = figureIdentifier, int32(end)
		return append(r.dst, f), end
	}
	unit := int16(-1)
	if whole {
		unit = r.unitNamed("%")
	}
	for k := range parts[:count] {
		f := r.figureOf(parts[k].start, &parts[k], false)
		f.form, f.unit = figureRatio, unit
		r.dst = append(r.dst, f)
	}
	return r.dst, end
}

// isClock reports whether the parts are hours, minutes and seconds: 8:30,
// 15:04:05.
func isClock(parts []numeral) bool {
	for i, p := range parts {
		if p.is(numeralDecimal) || p.mant > 59 || i == 0 && p.mant > 24 || i > 0 && p.end-p.start != 2 {
			return false
		}
	}
	return len(parts) <= 3
}

// sumsToHundred reports whether parts make a whole of 100, up to rounding.
func sumsToHundred(parts []numeral) bool {
	sum := int64(0)
	for _, p := range parts {
		if p.exp < -4 || p.digits > 10 {
			return false
		}
		sum += p.mant * powersOfTen[4+p.exp]
	}
	return 99_0000 <= sum && sum <= 101_0000
}
