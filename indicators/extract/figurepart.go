package extract

import (
	"math"
	"strings"
	"unicode/utf8"
)

// fraction reads what a numeral n begins that is part of a whole: 百分之五, 四分之一,
// 三又五分之一, 1/3, 三成半, 九折, 一半. end is start where it is none.
func (r *figureReader) fraction(start int, n *numeral, minus bool) ([]figure, int) {
	if n.is(numeralLong | numeralWide) {
		return r.dst, start
	}
	if m, at, negative := r.underLine(n.end); at > 0 {
		return r.partOf(start, n, &m, minus != negative)
	}
	i := skipBlanks(r.text, n.end)
	if strings.HasPrefix(r.text[i:], "又") {
		if den, ok := scanNumeral(r.u, r.text, skipBlanks(r.text, i+len("又"))); ok {
			if m, at, _ := r.underLine(den.end); at > 0 {
				return r.mixed(start, n, &den, &m, minus)
			}
		}
	}
	if out, end := r.slashed(start, n, minus); end > start {
		return out, end
	}
	if out, end := r.tenths(start, n, minus); end > start {
		return out, end
	}
	if n.is(numeralOneDigit) && n.mant == 1 && strings.HasPrefix(r.text[n.end:], "半") {
		return r.halfAt(start, n.end+len("半"))
	}
	return r.dst, start
}

// underLine reads 分之 and the numeral behind it at text[at:]; the place is 0
// where they do not stand there.
func (r *figureReader) underLine(at int) (m numeral, place int, minus bool) {
	i := skipBlanks(r.text, at)
	if !strings.HasPrefix(r.text[i:], "分") {
		return m, 0, false
	}
	i = skipBlanks(r.text, i+len("分"))
	if !strings.HasPrefix(r.text[i:], "之") {
		return m, 0, false
	}
	i = skipBlanks(r.text, i+len("之"))
	for _, sign := range []string{"负", "負", "-", "－"} {
		if strings.HasPrefix(r.text[i:], sign) {
			i += len(sign)
			minus = true
			break
		}
	}
	m, ok := scanNumeral(r.u, r.text, i)
	if !ok || m.is(numeralLong|numeralWide) {
		return m, 0, false
	}
	m.scanLetter(r.text)
	return m, i, minus
}

// partOf makes m parts of n: a percentage where n is 百, 千 or 万 with no digit.
func (r *figureReader) partOf(start int, n, m *numeral, minus bool) ([]figure, int) {
	f := r.figureOf(start, m, minus)
	f.numStart, f.numEnd = int32(start), int32(m.end)
	f.unitStart, f.unitEnd = int32(start), int32(m.start)
	f.unit = r.unitNamed("%")
	f.han = n.is(numeralHan)
	if n.is(numeralRound) {
		f.form = figurePercent
		f.exp += int16(2 - (n.places() - 1))
		if out, end := r.percentRange(&f, m); end > start {
			return out, end
		}
	} else {
		den := hanSum{}
		den.add(&f.den, n.mant, int64(max(n.exp, 0)))
		if den.over || f.den == 0 || n.exp < 0 {
			return r.dst, start
		}
		f.form = figureFraction
	}
	r.bounds(&f)
	return append(r.dst, f), int(f.end)
}

// percentRange reads the upper end of 百分之五至六.
func (r *figureReader) percentRange(f *figure, m *numeral) ([]figure, int) {
	i := r.connector(m.end)
	if i == 0 {
		return r.dst, int(f.start)
	}
	for _, again := range []string{"百分之", "%"} {
		if rest, ok := strings.CutPrefix(r.text[i:], again); ok {
			i = len(r.text) - len(rest)
		}
	}
	high, ok := scanNumeral(r.u, r.text, i)
	if !ok || high.is(numeralLong|numeralWide|numeralRound|numeralVague) {
		return r.dst, int(f.start)
	}
	if unit, _ := r.u.Match(r.text, high.end); unit >= 0 {
		return r.dst, int(f.start)
	}
	g := r.figureOf(i, &high, false)
	g.unit, g.form, g.exp = f.unit, f.form, g.exp+f.exp-int16(m.exp)
	if !less(f, &g) {
		return r.dst, int(f.start)
	}
	f.form, g.form = figureRangeLow, figureRangeHigh
	return r.closeRange(f, &g)
}

// mixed makes n and m parts of den: 三又五分之一.
func (r *figureReader) mixed(start int, n, den, m *numeral, minus bool) ([]figure, int) {
	f := r.figureOf(start, n, minus)
	f.numEnd, f.end = int32(m.end), int32(m.end)
	f.unit, f.form = r.unitNamed("%"), figureFraction
	f.unitStart, f.unitEnd = f.end, f.end
	var whole hanSum
	f.mant, f.exp = 0, int16(min(m.exp, 0))
	whole.add(&f.den, den.mant, int64(max(den.exp, 0)))
	if n.exp < 0 || den.exp < 0 || f.den == 0 || n.mant > math.MaxInt64/max(f.den, 1) {
		return r.dst, start
	}
	whole.add(&f.mant, n.mant*f.den, int64(n.exp)-int64(f.exp))
	whole.add(&f.mant, m.mant, int64(m.exp)-int64(f.exp))
	if whole.over {
		return r.dst, start
	}
	if minus {
		f.mant = -f.mant
	}
	r.bounds(&f)
	return append(r.dst, f), int(f.end)
}

// slashed reads 1/3, and 1 3/5 with a whole before it.
func (r *figureReader) slashed(start int, n *numeral, minus bool) ([]figure, int) {
	if !n.isWhole() || start > 0 && strings.IndexByte("/.-", r.text[start-1]) >= 0 {
		return r.dst, start
	}
	over, whole := *n, int64(0)
	i := n.end
	if j := skipBlanks(r.text, i); j > i {
		if kind, _, _ := charAt(r.text, j); kind != charDigit {
			return r.dst, start
		}
		over, whole = scanDigits(r.text, j), n.mant
		i = over.end
	}
	switch {
	case strings.HasPrefix(r.text[i:], "/"):
		i++
	case strings.HasPrefix(r.text[i:], "／"):
		i += len("／")
	default:
		return r.dst, start
	}
	if kind, _, _ := charAt(r.text, i); kind != charDigit {
		return r.dst, start
	}
	under := scanDigits(r.text, i)
	if !over.isWhole() || !under.isWhole() || under.mant < 2 || under.mant > 1000 || over.mant > 1e6 || whole > 1e9 {
		return r.dst, start
	}
	if i = under.end; i < len(r.text) && (strings.IndexByte("/.-:", r.text[i]) >= 0 || isLatinByte(r.text[i])) {
		return r.dst, start
	}
	f := r.figureOf(start, &under, false)
	f.mant, f.den = whole*under.mant+over.mant, under.mant
	if minus {
		f.mant = -f.mant
	}
	f.numEnd, f.end = int32(i), int32(i)
	f.unitStart, f.unitEnd = f.end, f.end
	f.unit, f.form = r.unitNamed("%"), figureFraction
	if over.mant >= under.mant || whole > 0 {
		f.form, f.unit = figureFormula, -1
	}
	r.bounds(&f)
	return append(r.dst, f), int(f.end)
}

// isWhole reports whether a numeral is made of plain digits only.
func (n *numeral) isWhole() bool {
	return n.is(numeralArabic) && !n.is(numeralHan|numeralDecimal|numeralWide|numeralLong|numeralZero) && n.power == 0 && n.exp == 0
}

// maxDoublings bounds 翻n番.
const maxDoublings = 20

// doublingAt reads 翻番, 翻一番, 翻了近两番.
func (r *figureReader) doublingAt(at int) ([]figure, int) {
	i := at + len("翻")
	if strings.HasPrefix(r.text[i:], "了") {
		i += len("了")
	}
	f := figure{start: int32(at), numStart: int32(at), unit: -1, per: -1, mant: 2, han: true, form: figureDoubling}
	if !strings.HasPrefix(r.text[i:], "番") {
		for range 4 { // a word of approximation
			if kind, _, _ := charAt(r.text, i); kind == charHan || kind == charDigit || i >= len(r.text) {
				break
			}
			_, size := utf8.DecodeRuneInString(r.text[i:])
			i += size
		}
		if b, start := r.u.Bounds().Before(r.text, i, i); start < i && start >= at+len("翻") {
			f.bound = b
		} else if i > at+len("翻了") {
			return r.dst, at
		}
		n, ok := scanNumeral(r.u, r.text, i)
		if !ok || n.exp != 0 || n.mant < 1 || n.mant > maxDoublings || !strings.HasPrefix(r.text[n.end:], "番") {
			return r.dst, at
		}
		f.mant = 1 << n.mant
		i = n.end
	}
	i += len("番")
	f.numEnd, f.end = int32(i), int32(i)
	f.unitStart, f.unitEnd = f.end, f.end
	f.unit = r.unitNamed("倍")
	r.bounds(&f)
	return append(r.dst, f), int(f.end)
}
