package extract

import (
	"math"
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
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
		f.form = figureFormula
	}
	r.bounds(&f)
	return append(r.dst, f), int(f.end)
}

// isWhole reports whether a numeral is made of plain digits only.
func (n *numeral) isWhole() bool {
	return n.is(numeralArabic) && !n.is(numeralHan|numeralDecimal|numeralWide|numeralLong|numeralZero) && n.power == 0 && n.exp == 0
}

// What behind 成 and 折 makes other words of them.
const (
	afterTenths   = "立为功本效果都员长品熟绩交人型就片套批建分像灌飞林才名家不正天群"
	afterDiscount = "合叠扣旧算射返腾回页桥子痕线价"
)

// tenths reads 三成, 八成半, 三成五 and 九折, 七五折, each a percentage.
func (r *figureReader) tenths(start int, n *numeral, minus bool) ([]figure, int) {
	f := r.figureOf(start, n, minus)
	if !r.tenthsOf(&f, n) {
		return r.dst, start
	}
	if out, end := r.rangeFrom(&f, n); end > start {
		return out, end
	}
	r.bounds(&f)
	return append(r.dst, f), int(f.end)
}

// tenthsOf makes f, of numeral n, a percentage if 成 or 折 follows.
func (r *figureReader) tenthsOf(f *figure, n *numeral) bool {
	i := skipBlanks(r.text, n.end)
	next, _ := utf8.DecodeRuneInString(r.text[i:])
	second := -1
	if k, v, size := charAt(r.text, i); i > n.end && (k == charDigit || k == charHan) && n.digits == 1 { // 九 九 折
		if j := skipBlanks(r.text, i+size); strings.HasPrefix(r.text[j:], "折") {
			second, i, next = v, j, '折'
		}
	}
	if next != '成' && next != '折' || n.is(numeralRound) && n.places() > 2 {
		return false
	}
	if after, _ := utf8.DecodeRuneInString(r.text[i+len("成"):]); i+len("成") < len(r.text) &&
		(next == '成' && strings.ContainsRune(afterTenths, after) || next == '折' && strings.ContainsRune(afterDiscount, after)) {
		return false
	}
	if b, size := r.u.Bounds().Inside(r.text, n.end); size > 0 && f.bound == indicators.Exact {
		f.bound = b
	}
	switch places := n.places(); {
	case second >= 0:
		f.mant = f.mant*10 + int64(second)
	case places <= 1 && n.power == 0 || places == 2 && n.mant*powersOfTen[max(n.exp, 0)] == 10:
		f.exp++
	case places == 2 && n.exp == 0 && next == '折':
	case n.is(numeralVague):
		f.mant, f.exp = f.mant/10, f.exp+1 // 七八成: from 70
	default:
		return false
	}
	f.form = figurePercent
	if n.is(numeralVague) {
		f.form = figureVague
	}
	f.unit = r.unitNamed("%")
	f.unitStart, f.unitEnd = int32(i), int32(i+len("成"))
	f.end = f.unitEnd
	if next == '成' && f.exp == 1 {
		if rest := r.text[f.end:]; strings.HasPrefix(rest, "半") {
			f.mant, f.exp = f.mant*10+sign(f.mant)*5, 0
			f.end += int32(len("半"))
		} else if v, size := r.digitAt(int(f.end)); size > 0 && n.is(numeralHan) && r.endsHere(int(f.end)+size) {
			f.mant, f.exp = f.mant*10+sign(f.mant)*int64(v), 0
			f.end += int32(size)
		}
	}
	return true
}

// halfAt reads what 半 begins: 半成, 半年, and with a word of approximation 过半, 近一半,
// 半数以上. next is the place behind 半.
func (r *figureReader) halfAt(start, next int) ([]figure, int) {
	n := numeral{start: start, end: next, mant: 5, exp: -1, digits: 1, flags: numeralHan | numeralOneDigit}
	if rest := r.text[next:]; strings.HasPrefix(rest, "成") || strings.HasPrefix(rest, "折") {
		rest = rest[len("成"):]
		if after, _ := utf8.DecodeRuneInString(rest); rest == "" || !strings.ContainsRune(afterTenths+afterDiscount, after) {
			n.exp = 0
			if strings.HasPrefix(r.text[next:], "折") {
				n.exp = 1
			}
			f := r.figureOf(start, &n, false)
			f.form, f.unit = figurePercent, r.unitNamed("%")
			f.unitStart, f.unitEnd, f.end = int32(next), int32(next+len("成")), int32(next+len("成"))
			r.bounds(&f)
			return append(r.dst, f), int(f.end)
		}
	}
	f := r.figureOf(start, &n, false)
	if r.text[start:next] == "半" {
		if r.unitOf(&f, &n); f.unit >= 0 {
			f.form = figureRhetorical
			return append(r.dst, f), int(f.end)
		}
	}
	f.mant, f.exp, f.unit = 5, 1, r.unitNamed("%")
	f.form = figureRound // what bounds a magnitude bounds a half: 过半
	if strings.HasPrefix(r.text[f.end:], "数") {
		f.end += int32(len("数"))
	}
	if strings.HasSuffix(r.text[:start], "上") { // 上半
		f.form = figureWord
	}
	r.bounds(&f)
	switch {
	case f.bound != indicators.Exact:
		f.form = figurePercent
	case r.text[start:next] == "半":
		return r.dst, start
	default:
		f.form = figureRhetorical // 一半
	}
	return append(r.dst, f), int(f.end)
}

// halfPriceAt reads 对折 and 打对折.
func (r *figureReader) halfPriceAt(at int) ([]figure, int) {
	for _, word := range []string{"对折", "對折", "打对折", "打對折"} {
		rest, ok := strings.CutPrefix(r.text[at:], word)
		if after, _ := utf8.DecodeRuneInString(rest); !ok || rest != "" && strings.ContainsRune(afterDiscount, after) {
			continue
		}
		n := numeral{start: at, end: at + len(word), mant: 5, exp: 1, digits: 1, flags: numeralHan}
		f := r.figureOf(at, &n, false)
		f.form, f.unit = figurePercent, r.unitNamed("%")
		return append(r.dst, f), int(f.end)
	}
	return r.dst, at
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
