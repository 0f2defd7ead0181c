package extract

import (
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// unitOf reads the unit behind the numeral n into f, with the word of
// approximation before it (10来名), and gives f its form.
func (r *figureReader) unitOf(f *figure, n *numeral) {
	i := skipBlanks(r.text, n.end)
	unit, length := r.u.Match(r.text, i)
	if b, size := r.u.Bounds().Inside(r.text, i); size > 0 {
		j := skipBlanks(r.text, i+size)
		if inner, l := r.u.Match(r.text, j); inner >= 0 {
			f.bound, i, unit, length = b, j, inner, l
		}
	}
	if unit < 0 || r.tenthsAt(i) != "" {
		r.hanForm(f, n)
		if n.power > 0 && r.isClass(n.end) {
			f.form, f.end = figureIdentifier, int32(n.end+len("级"))
		}
		return
	}
	end := i + length
	if j, other := r.partedUnit(i, unit, end); other >= 0 { // 3个多月
		f.bound, unit, end = indicators.AtLeast, other, j
	}
	f.unit = int16(unit)
	f.unitStart = int32(i)
	if j := r.bracketed(end); j > end {
		end = j
	} else if per, power, j := r.perUnit(unit, end); per >= 0 {
		f.per, f.perPower, end = int16(per), int8(power), j
	}
	f.unitEnd, f.end = int32(end), int32(end)
	r.hanForm(f, n)
	if f.form == figureBare {
		f.form = figurePlain
	}
	switch r.u.At(unit).Name {
	case "元", "块":
		r.smallMoney(f, n)
	case "打":
		if n.digits < maxMantissa-2 {
			f.mant, f.unit = f.mant*12, r.unitNamed("个")
		}
	}
	if n.is(numeralHan) && n.exp == 0 && f.unitEnd == f.end {
		r.andHalf(f)
	}
	switch {
	case r.u.At(unit).Dimension == "grade", r.u.At(unit).Dimension == "rank":
		if !n.is(numeralHan) || n.is(numeralRound) {
			f.form = figureIdentifier // 10万吨级, 500强
		}
	case r.isClass(int(f.end)):
		f.form = figureIdentifier
		f.end += int32(len("级"))
	}
}

// isClass reports whether 级 at text[at:] makes a class of the amount before it:
// 千亿级, 10万吨级.
func (r *figureReader) isClass(at int) bool {
	rest, ok := strings.CutPrefix(r.text[at:], "级")
	return ok && !strings.HasPrefix(rest, "别") && !strings.HasPrefix(rest, "差")
}

// partedUnit reads a unit with 个 that 多 parts: 个多月, 个多小时. Its end and index;
// -1 where there is none.
func (r *figureReader) partedUnit(at, unit, end int) (int, int) {
	if rest, ok := strings.CutPrefix(r.text[end:], "多"); ok && r.u.At(unit).Name == "个" {
		for _, name := range []string{"月", "小时", "星期", "百分点", "季度"} {
			if strings.HasPrefix(rest, name) {
				if name == "月" {
					return end + len("多月"), int(r.unitNamed("个月"))
				}
				return end + len("多") + len(name), int(r.unitNamed(name))
			}
		}
	}
	return at, -1
}

// bracketed returns the end of units in brackets that the unit before end
// shares its number with: 辆（艘、架、列）次, 台（套）; end where there are none.
func (r *figureReader) bracketed(end int) int {
	i, closing := end, "）"
	switch {
	case strings.HasPrefix(r.text[i:], "（"):
		i += len("（")
	case strings.HasPrefix(r.text[i:], "("):
		i, closing = i+1, ")"
	default:
		return end
	}
	for range 5 {
		_, length := r.u.Match(r.text, i)
		if length == 0 {
			return end
		}
		i += length
		if rest := r.text[i:]; strings.HasPrefix(rest, closing) {
			i += len(closing)
			if strings.HasPrefix(r.text[i:], "次") {
				i += len("次")
			}
			return i
		} else if !strings.HasPrefix(rest, "、") {
			return end
		}
		i += len("、")
	}
	return end
}

// perUnit reads what stands below the line of a compound: /吨, /万人, 每立方米 behind
// measures. The index is -1 where there is none.
func (r *figureReader) perUnit(unit, at int) (per, power, end int) {
	switch {
	case strings.HasPrefix(r.text[at:], "/"):
		at++
	case strings.HasPrefix(r.text[at:], "／"):
		at += len("／")
	case strings.HasPrefix(r.text[at:], "每"):
		switch r.u.At(unit).Dimension {
		case "mass", "volume", "length", "energy", "coal-equivalent":
		default:
			return -1, 0, at
		}
		at += len("每")
	default:
		return -1, 0, at
	}
	for range 3 {
		per, length := r.u.Match(r.text, at)
		if per >= 0 {
			return per, power, at + length
		}
		kind, p, size := charAt(r.text, at)
		if kind != charMagnitude {
			break
		}
		at, power = at+size, power+p
	}
	return -1, 0, at
}

// hanForm gives the form of a Han numeral by its unit: a small number with a
// counter is rhetoric, one without a unit is part of a word.
func (r *figureReader) hanForm(f *figure, n *numeral) {
	if f.form != figureWord {
		return
	}
	if f.unit < 0 {
		return
	}
	oneRune := utf8.RuneCountInString(r.text[f.unitStart:f.unitEnd]) == 1
	unit := r.u.At(int(f.unit))
	counter := isCounter(unit)
	switch {
	case n.is(numeralVague), n.is(numeralPositional) && n.digits < 3:
		f.form = figureVague
		if n.is(numeralPositional) && n.digits == 2 {
			f.mant /= 10 // 三五个: from 3
		}
	case n.is(numeralRound) && n.places() > 2:
		f.form = figureRound
		switch unit.Dimension {
		case "rank", "ordinal", "grade", "duration", "calendar", "anniversary", "age", "place":
			f.form = figureRhetorical // 百年, 百县千村
		default:
			if oneRune && n.places() < 5 && !counter && !isPlainMeasure(unit) {
				f.form = figureWord // 千方百计, 百分百
			}
		}
	case (n.is(numeralOneDigit) || n.is(numeralRound)) && oneRune && !isPlainMeasure(unit) && (!counter || n.is(numeralOneDigit)), // 一方, 十分
		(n.is(numeralOneDigit) || n.is(numeralRound)) && counter && n.places() < 3, // 两项, 十件
		unit.Dimension == "ordinal" || unit.Dimension == "grade" || unit.Dimension == "calendar":
		f.form = figureRhetorical
	default:
		f.form = figurePlain
	}
}

// isPlainMeasure reports whether a unit of one character is a measure behind a
// small Han numeral too, and no part of a word: 两吨, but not 一方 or 二元.
func isPlainMeasure(u catalog.Unit) bool {
	switch u.Name {
	case "倍", "斤", "吨", "亩", "米":
		return true
	}
	return false
}

// places is the number of places before the decimal point of a whole number.
func (n *numeral) places() int { return n.digits + n.exp }

// isCounter reports whether a unit counts rather than measures.
func isCounter(u catalog.Unit) bool {
	switch u.Dimension {
	case "count", "people", "visits", "place", "duration", "rank", "age", "anniversary":
		return true
	}
	return false
}

// smallMoney reads 角, 毛 and 分 behind 元 or 块: 五元三毛, 3块5. The unit becomes 元.
func (r *figureReader) smallMoney(f *figure, n *numeral) {
	if n.exp != 0 || n.digits > maxMantissa-3 || n.is(numeralWide|numeralLong) {
		return
	}
	i := int(f.end)
	small, length := r.digitAt(i)
	if length == 0 {
		return
	}
	i += length
	switch rest := r.text[i:]; {
	case strings.HasPrefix(rest, "角"), strings.HasPrefix(rest, "毛"):
		i += len("角")
	case r.u.At(int(f.unit)).Name == "块" && r.endsHere(i):
	default:
		return
	}
	f.mant, f.exp = f.mant*10+sign(f.mant)*int64(small), f.exp-1
	if fen, length := r.digitAt(i); length > 0 && (strings.HasPrefix(r.text[i+length:], "分") || r.endsHere(i+length)) {
		f.mant, f.exp = f.mant*10+sign(f.mant)*int64(fen), f.exp-1
		i += length
		if strings.HasPrefix(r.text[i:], "分") {
			i += len("分")
		}
	}
	f.unit = r.unitNamed("元")
	f.end, f.unitEnd = int32(i), int32(i)
	if f.form == figureRhetorical {
		f.form = figurePlain
	}
}

func sign(v int64) int64 {
	if v < 0 {
		return -1
	}
	return 1
}

// digitAt reads one digit of any script.
func (r *figureReader) digitAt(at int) (v, length int) {
	kind, v, length := charAt(r.text, at)
	if kind != charHan && kind != charDigit {
		return 0, 0
	}
	return v, length
}

// endsHere reports whether no numeral and no unit goes on at text[at:].
func (r *figureReader) endsHere(at int) bool {
	kind, _, _ := charAt(r.text, at)
	unit, _ := r.u.Match(r.text, at)
	return unit < 0 && (kind == charOther || kind == charSpace) && pointAt(r.text, at) == 0
}

// andHalf adds the 半 behind a unit: 两米半.
func (r *figureReader) andHalf(f *figure) {
	rest, ok := strings.CutPrefix(r.text[f.end:], "半")
	if !ok || f.exp != 0 || f.mant > 1e15 {
		return
	}
	if next, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune("年天夜数导岛径月个小成价截场山壁自日空桥程步途边封殖挂", next) && rest != "" {
		return
	}
	f.mant, f.exp = f.mant*10+sign(f.mant)*5, -1
	f.end += int32(len("半"))
}
