package extract

import (
	"strings"
	"unicode/utf8"
)

// lettersAt reads a name of letters and digits from its first letter: A320,
// NO.12, US$5. Letters with no digit are no figure, and the letters before a
// figure of its own are passed over (GDP5.3%).
func (r *figureReader) lettersAt(at int) ([]figure, int) {
	text := r.text
	if at > 0 && (isLatinByte(text[at-1]) || isDigitBefore(text, at)) {
		return r.dst, at
	}
	i := latinEnd(text, at)
	if i < len(text) && (text[i] == '$' || text[i] >= utf8.RuneSelf || isDigitAt(text, skipBlanks(text, i))) {
		if out, end := r.currencyAt(at); end > at {
			return out, end
		}
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

// mayNameNumber reports whether letters that end at text[i:] may begin a figure,
// as [figureReader.lettersAt] reads it: of most words of Latin a look at what
// stands behind them says no.
func mayNameNumber(text string, i int) bool {
	if i == len(text) {
		return false
	}
	switch c := text[i]; c {
	case '$', '-', '.', '_':
		return true
	case ' ':
		return isDigitAt(text, skipBlanks(text, i))
	default:
		return c >= utf8.RuneSelf || isASCIIDigit(c)
	}
}

func isDigitAt(text string, at int) bool {
	kind, _, _ := charAt(text, at)
	return kind == charDigit
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
