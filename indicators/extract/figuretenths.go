package extract

import (
	"strings"

	"suanpan/indicators"
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
	second := int64(-1)
	if v, size := r.digitAt(i); i > n.end && size > 0 && n.digits == 1 { // 九 九 折
		if j := skipBlanks(r.text, i+size); strings.HasPrefix(r.text[j:], "折") {
			second, i = int64(v), j
		}
	}
	name := r.tenthsAt(i)
	if name == "" || n.is(numeralRound) && n.places() > 2 {
		return false
	}
	if b, size := r.u.Bounds().Inside(r.text, n.end); size > 0 && f.bound == indicators.Exact {
		f.bound = b
	}
	switch places := n.places(); {
	case second >= 0:
		f.mant = f.mant*10 + sign(f.mant)*second
	case places <= 1 && n.power == 0 || places == 2 && n.mant*powersOfTen[max(n.exp, 0)] == 10:
		f.exp++
	case places == 2 && n.exp == 0 && name == "折":
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
	if name == "成" && f.exp == 1 {
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

// tenthsAt returns 成 or 折 if it stands at text[at:] as the unit of a number.
func (r *figureReader) tenthsAt(at int) string {
	if rest := r.text[at:]; !strings.HasPrefix(rest, "成") && !strings.HasPrefix(rest, "折") {
		return ""
	}
	unit, _ := r.u.Match(r.text, at)
	if name := r.u.At(unit).Name; name == "成" || name == "折" {
		return name
	}
	return ""
}

// halfAt reads what 半 begins: 半成, 半年, and with a word of approximation 过半, 近一半,
// 半数以上. next is the place behind 半.
func (r *figureReader) halfAt(start, next int) ([]figure, int) {
	n := numeral{start: start, end: next, mant: 5, exp: -1, digits: 1, flags: numeralHan | numeralOneDigit}
	if name := r.tenthsAt(next); name != "" {
		n.exp = 0
		if name == "折" {
			n.exp = 1 // 半折 is half the price, 半成 half a tenth
		}
		f := r.figureOf(start, &n, false)
		f.form, f.unit = figurePercent, r.unitNamed("%")
		f.unitStart, f.unitEnd, f.end = int32(next), int32(next+len(name)), int32(next+len(name))
		r.bounds(&f)
		return append(r.dst, f), int(f.end)
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
		if !strings.HasPrefix(r.text[at:], word) || r.tenthsAt(at+len(word)-len("折")) == "" {
			continue
		}
		n := numeral{start: at, end: at + len(word), mant: 5, exp: 1, digits: 1, flags: numeralHan}
		f := r.figureOf(at, &n, false)
		f.form, f.unit = figurePercent, r.unitNamed("%")
		return append(r.dst, f), int(f.end)
	}
	return r.dst, at
}
