package extract

import (
	"unicode/utf8"
)

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
