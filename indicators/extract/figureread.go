package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// appendFigures reads the figures whose text begins at text[at], which must be
// a rune border, and appends them to dst: none, one, or several (a range, a
// ratio). A figure begins at a digit, at a Han numeral, or at the sign, the
// currency, 第, 翻, 半, 对折 or the letters before it (-0.3, ￥300, 第2, 翻番, A320);
// it looks back from there for words of approximation. end is the first byte
// behind what was read; it is at where no figure begins there.
//
// It allocates only when dst grows, and its cost is linear in end-at.
func appendFigures(dst []figure, u *catalog.Units, text string, at int) (out []figure, end int) {
	r := figureReader{u: u, text: text, dst: dst}
	return r.read(at)
}

// figureLeads are the characters outside ASCII that are none of a numeral and
// begin figures.
const figureLeads = "－−﹣＋负負￥¥＄€£第翻半对對打"

// figureStarts has a bit for each rune below 1<<16 outside ASCII that may begin
// a figure.
var figureStarts = func() (set [1024]uint64) {
	add := func(runes string) {
		for _, r := range runes {
			set[r/64] |= 1 << (r % 64)
		}
	}
	for _, c := range chars {
		if c.kind != charPoint && c.kind != charSpace {
			add(c.runes)
		}
	}
	add("０１２３４５６７８９" + figureLeads)
	return set
}()

// mayBeginFigure reports whether a rune outside ASCII may begin a figure.
func mayBeginFigure(r rune) bool {
	return uint32(r) < 1<<16 && figureStarts[r/64]>>(r%64)&1 != 0
}

// A figureReader reads the figures at one place.
type figureReader struct {
	u    *catalog.Units
	text string
	dst  []figure
}

func (r *figureReader) read(at int) ([]figure, int) {
	text := r.text
	if at >= len(text) {
		return r.dst, at
	}
	switch kind, _, _ := charAt(text, at); kind {
	case charZero:
		if rest, ok := strings.CutPrefix(text[at:], "零下"); ok {
			return r.numeralAt(at, len(text)-len(rest), true)
		}
		return r.numeralAt(at, at, false)
	case charDigit, charHan, charMagnitude, charTens, charSome:
		return r.numeralAt(at, at, false)
	case charPoint, charSpace:
		return r.dst, at
	}
	if c := text[at]; c < utf8.RuneSelf {
		switch {
		case isLatinByte(c):
			return r.lettersAt(at)
		case c == '-' || c == '+':
			return r.signAt(at, 1, c == '-')
		case c == '$':
			return r.currencyAt(at)
		case c == '.':
			return r.numeralAt(at, at, false)
		}
		return r.dst, at
	}
	switch c, n := utf8.DecodeRuneInString(text[at:]); c {
	case '－', '−', '﹣', '＋':
		return r.signAt(at, n, c != '＋')
	case '负', '負':
		return r.numeralAt(at, skipBlanks(text, at+n), true)
	case '￥', '¥', '＄', '€', '£':
		return r.currencyAt(at)
	case '第':
		if kind, _, _ := charAt(text, skipBlanks(text, at+n)); kind != charOther {
			return r.numeralAt(at, skipBlanks(text, at+n), false)
		}
	case '翻':
		return r.doublingAt(at)
	case '半':
		return r.halfAt(at, at+n)
	case '对', '對', '打':
		return r.halfPriceAt(at)
	}
	return r.dst, at
}

// signAt reads a number behind a sign, which must not join it to something
// before: 3-5, A-7.
func (r *figureReader) signAt(at, size int, minus bool) ([]figure, int) {
	last, _ := utf8.DecodeLastRuneInString(r.text[:at])
	kind, _, _ := charAt(r.text, at+size)
	if kind != charDigit && !strings.HasPrefix(r.text[at+size:], ".") || last < utf8.RuneSelf && (isLatinByte(byte(last)) || last == '-' || last == '%' || last == ')') || isDigitBefore(r.text, at) {
		return r.dst, at
	}
	return r.numeralAt(at, at+size, minus)
}

// currencyAt reads an amount behind the sign of its currency: ￥300, US$5.
func (r *figureReader) currencyAt(at int) ([]figure, int) {
	unit, length := r.u.Match(r.text, at)
	i := skipBlanks(r.text, at+length)
	if kind, _, _ := charAt(r.text, i); kind != charDigit || r.u.At(unit).Dimension != "money" {
		return r.dst, at
	}
	n := scanArabic(r.u, r.text, i)
	f := r.figureOf(at, &n, false)
	f.unitStart, f.unitEnd = int32(at), int32(at+length)
	if after, l := r.u.Match(r.text, n.end); r.u.At(after).Dimension == "money" { // $5亿美元
		unit = after
		f.unitStart, f.unitEnd, f.end = int32(n.end), int32(n.end+l), int32(n.end+l)
	}
	f.unit = int16(unit)
	if f.form == figureBare {
		f.form = figurePlain
	}
	r.bounds(&f)
	return append(r.dst, f), int(f.end)
}

func (r *figureReader) unitNamed(name string) int16 {
	unit, _ := r.u.Match(name, 0)
	return int16(unit)
}

// figureOf makes a figure of a numeral, with no unit yet.
func (r *figureReader) figureOf(start int, n *numeral, minus bool) figure {
	f := figure{
		start: int32(start), end: int32(n.end),
		numStart: int32(start), numEnd: int32(n.end),
		unitStart: int32(n.end), unitEnd: int32(n.end),
		mant: n.mant, exp: int16(n.exp),
		wide: n.is(numeralWide) && !n.is(numeralLong), han: n.is(numeralHan),
		unit: -1, per: -1, bound: n.bound,
	}
	if minus {
		f.mant = -f.mant
	}
	switch {
	case n.is(numeralLong):
		f.form = figureTooLong
	case n.is(numeralPower):
		f.form = figureFormula
	case n.is(numeralHan):
		f.form = figureWord
	default:
		f.form = figureBare
	}
	return f
}

// numeralAt reads the figures of the numeral at text[at:]; start is where its
// sign or 第 stands.
func (r *figureReader) numeralAt(start, at int, minus bool) ([]figure, int) {
	text := r.text
	if kind, _, _ := charAt(text, at); kind == charSome && r.countsBefore(at) {
		return r.dst, start
	}
	n, ok := scanNumeral(r.u, text, at)
	if !ok {
		return r.dst, start
	}
	if start == at && n.is(numeralArabic) && r.insideName(at, &n) {
		return r.identifier(at, n, false)
	}
	if at > start && strings.HasPrefix(text[start:], "第") {
		return r.ordinal(start, &n)
	}
	if out, end := r.fraction(start, &n, minus); end > start {
		return out, end
	}
	if n.is(numeralArabic) && !n.is(numeralHan) {
		if out, end := r.ratio(start, &n); end > start {
			return out, end
		}
		if r.inFormula(start, &n) {
			f := r.figureOf(start, &n, minus)
			f.form = figureFormula
			return append(r.dst, f), n.end
		}
	}
	letters := n.scanLetter(text)
	f := r.figureOf(start, &n, minus)
	r.unitOf(&f, &n)
	switch before := text[:start]; {
	case f.form == figureTooLong || start != at:
	case strings.HasSuffix(before, "第"):
		f.form, f.bound = figureOrdinal, indicators.Exact
		f.start -= int32(len("第"))
		return append(r.dst, f), int(f.end)
	case strings.HasSuffix(before, "前") && r.isTop(&f):
		f.form, f.bound = figureTop, indicators.AtMost
		f.start -= int32(len("前"))
		return append(r.dst, f), int(f.end)
	}
	if out, end := r.rangeFrom(&f, &n); end > start {
		return out, end
	}
	if n.is(numeralZero) && !n.is(numeralDecimal) || f.form == figureBare && (letters || r.isName(&n)) {
		return r.identifier(start, n, minus)
	}
	r.bounds(&f)
	if n.is(numeralRound) {
		f.roundForm(text, &n)
	}
	return append(r.dst, f), int(f.end)
}

// countsBefore reports whether 数 at text[at:] ends a word like 人数 or 总数, and so
// begins no 数百.
func (r *figureReader) countsBefore(at int) bool {
	last, _ := utf8.DecodeLastRuneInString(r.text[:at])
	return strings.HasPrefix(r.text[at:], "数") && strings.ContainsRune("总人户指系基次个件台点笔家倍分参函常位多少天岁字代无整计", last)
}

// ordinal reads 第2, 第十二位.
func (r *figureReader) ordinal(start int, n *numeral) ([]figure, int) {
	f := r.figureOf(start, n, false)
	r.unitOf(&f, n)
	if f.form != figureTooLong {
		f.form, f.bound = figureOrdinal, indicators.Exact
	}
	return append(r.dst, f), int(f.end)
}

// isTop reports whether a number behind 前 tells how many lead: 前10, 前三位, 前1%.
func (r *figureReader) isTop(f *figure) bool {
	switch r.u.At(int(f.unit)).Dimension {
	case "rank", "percent", "people":
		return true
	}
	if f.unit >= 0 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(r.text[f.end:])
	return !f.han || !unicode.Is(unicode.Han, next) || next == '甲' || next == '列'
}
