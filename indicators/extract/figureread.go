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
			return r.currencyAt(at, 1, "美元")
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
	case '￥', '¥':
		return r.currencyAt(at, n, "元")
	case '＄':
		return r.currencyAt(at, n, "美元")
	case '€':
		return r.currencyAt(at, n, "欧元")
	case '£':
		return r.currencyAt(at, n, "英镑")
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

// currencyAt reads an amount behind the sign of its currency.
func (r *figureReader) currencyAt(at, size int, name string) ([]figure, int) {
	i := skipBlanks(r.text, at+size)
	if kind, _, _ := charAt(r.text, i); kind != charDigit {
		return r.dst, at
	}
	n, _ := scanNumeral(r.u, r.text, i)
	f := r.figureOf(at, &n, false)
	f.unit, f.form = r.unitNamed(name), figurePlain
	f.unitStart, f.unitEnd = int32(at), int32(at+size)
	f.end = int32(n.end)
	if unit, length := r.u.Match(r.text, n.end); r.u.At(unit).Dimension == "money" {
		f.unit, f.unitStart, f.unitEnd = int16(unit), int32(n.end), int32(n.end+length)
		f.end = f.unitEnd
	}
	r.bounds(&f)
	return append(r.dst, f), int(f.end)
}

func (r *figureReader) unitNamed(name string) int16 {
	unit, _ := r.u.Match(name, 0)
	return int16(unit)
}

// lettersAt reads a name of letters and digits from its first letter: A320,
// NO.12, US$5. Letters with no digit are no figure, and the letters before a
// figure of its own are passed over (GDP5.3%).
func (r *figureReader) lettersAt(at int) ([]figure, int) {
	text := r.text
	if at > 0 && (isLatinByte(text[at-1]) || isDigitBefore(text, at)) {
		return r.dst, at
	}
	for _, prefix := range []struct{ sign, unit string }{{"US$", "美元"}, {"HK$", "港元"}, {"RMB", "元"}, {"USD", "美元"}} {
		if strings.HasPrefix(text[at:], prefix.sign) {
			return r.currencyAt(at, len(prefix.sign), prefix.unit)
		}
	}
	i := at
	for i < len(text) && isLatinByte(text[i]) {
		i++
	}
	letters := i - at
	if i < len(text) && strings.IndexByte("-._", text[i]) >= 0 {
		i++
	}
	if kind, _, _ := charAt(text, i); kind != charDigit {
		return r.dst, at
	}
	n := scanDigits(text, i)
	if letters > 1 && r.hasOwnUnit(&n) && isLatinByte(text[i-1]) {
		return r.dst, at
	}
	return r.identifier(at, n, false)
}

// hasOwnUnit reports whether digits behind letters are a figure all the same:
// GDP5.3%, CPI涨2%.
func (r *figureReader) hasOwnUnit(n *numeral) bool {
	m := *n
	m.scanMagnitudes(r.u, r.text)
	unit, length := r.u.Match(r.text, skipBlanks(r.text, m.end))
	return unit >= 0 && (m.power > 0 || r.u.At(unit).Dimension == "percent" || length > len("元") || r.u.At(unit).Dimension == "money") && !isLatinByte(r.text[m.end])
}

// identifier reads what digits, letters and signs are joined to the digits of
// n, from start on.
func (r *figureReader) identifier(start int, n numeral, minus bool) ([]figure, int) {
	f := r.figureOf(start, &n, minus)
	f.form = figureIdentifier
	f.end = int32(r.joined(n.end))
	return append(r.dst, f), int(f.end)
}

// joined returns the end of a row of letters, digits and the signs between
// them.
func (r *figureReader) joined(at int) int {
	i := at
	for i < len(r.text) {
		c := r.text[i]
		switch {
		case isLatinByte(c) || '0' <= c && c <= '9':
			i++
			at = i
		case strings.IndexByte("-./_+", c) >= 0 && i == at:
			i++
		default:
			return at
		}
	}
	return at
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

// insideName reports whether letters before digits make a name of them: A320,
// COVID-19, NO.12.
func (r *figureReader) insideName(at int, n *numeral) bool {
	if at == 0 {
		return false
	}
	c := r.text[at-1]
	if (c == '-' || c == '.' || c == '_') && at > 1 {
		return isLatinByte(r.text[at-2])
	}
	if before, ok := strings.CutSuffix(r.text[:at], "·"); ok {
		return isDigitBefore(r.text, len(before))
	}
	return isLatinByte(c) && !(at > 1 && isLatinByte(r.text[at-2]) && r.hasOwnUnit(n))
}

// isName reports whether a bare number is one of a name or a code by what
// follows it: 5G, 1.2.3, 2012-2013.
func (r *figureReader) isName(n *numeral) bool {
	if n.end >= len(r.text) || n.power > 0 {
		return false
	}
	if after, ok := strings.CutPrefix(r.text[n.end:], "·"); ok { // 7·23
		next, _, _ := charAt(after, 0)
		return next == charDigit
	}
	next, _, _ := charAt(r.text, n.end+1)
	switch r.text[n.end] {
	case '.', '-', '/':
		return next == charDigit
	}
	return isLatinByte(r.text[n.end])
}

// inFormula reports whether a number is a term: 7×24, 2+2, 2*3.
func (r *figureReader) inFormula(start int, n *numeral) bool {
	if n.power > 0 {
		return false
	}
	rest := r.text[n.end:]
	for _, sign := range []string{"+", "＋", "×", "*", "X", "x"} {
		if after, ok := strings.CutPrefix(rest, sign); ok {
			kind, _, _ := charAt(after, 0)
			return kind == charDigit || (sign == "+" || sign == "＋") && (strings.HasPrefix(after, "N") || strings.HasPrefix(after, "X"))
		}
	}
	for _, sign := range []string{"+", "＋", "×", "*"} {
		if before, ok := strings.CutSuffix(r.text[:start], sign); ok {
			last, _ := utf8.DecodeLastRuneInString(before)
			return isDigitBefore(r.text, len(before)) || last < utf8.RuneSelf && isLatinByte(byte(last))
		}
	}
	return false
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
