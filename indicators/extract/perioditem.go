package extract

import "unicode/utf8"

// A periodItem is a counted unit of time: 2023年, 8月, 1—11月, 三季度, 31日. In
// 5、6月 and 2015和2016年 the first number borrows the unit of the second.
type periodItem struct {
	a, b   periodNumber // b is a where there is no run
	unit   periodUnit
	end    int
	behind int // the end of the unit that was borrowed, else end
}

// periodUnitAt reads a unit of the calendar behind a number.
func periodUnitAt(text string, at int) (periodUnit, int) {
	at = skipPeriodBlank(text, at)
	switch {
	case periodHas(text, at, "年"):
		if n := len("年"); !periodHas(text, at+n, "代") {
			if size := periodOneOf(text, at+n, "度"); size > 0 && !periodAhead(text, at+n+size, "假过夏冬汛") {
				n += size
			}
			return unitYear, at + n
		}
		return unitDecade, at + len("年代")
	case periodHas(text, at, "学年"):
		return unitYear, at + len("学年") + periodOneOf(text, at+len("学年"), "度")
	case periodHas(text, at, "月"):
		if periodAhead(text, at+len("月"), "龄嫂饼子球") {
			return unitNone, at
		}
		return unitMonth, at + len("月") + periodOneOf(text, at+len("月"), "份")
	case periodHas(text, at, "季度"):
		return unitQuarter, at + len("季度")
	case periodHas(text, at, "日"), periodHas(text, at, "号"):
		return unitDay, at + len("日")
	case periodHas(text, at, "世纪"):
		return unitCentury, at + len("世纪")
	}
	return unitNone, at
}

// periodConnAt passes the sign or word between the ends of a run; at where
// there is none.
func periodConnAt(text string, at int) int {
	pos := skipPeriodBlank(text, at)
	if pos >= len(text) {
		return at
	}
	r, size := utf8.DecodeRuneInString(text[pos:])
	switch r {
	case '-', '—', '－':
		if next, n := utf8.DecodeRuneInString(text[pos+size:]); next == r {
			size += n
		}
	case '–', '~', '～', '至', '到', '―', '─', '−', '‐':
	default:
		return at
	}
	return skipPeriodBlank(text, pos+size)
}

// readPeriodItem reads the counted unit that the number a begins.
func readPeriodItem(text string, a periodNumber) (it periodItem, ok bool) {
	if a.digits == 0 || a.digits > 4 && !a.han {
		return periodItem{}, false
	}
	if unit, end := periodUnitAt(text, a.end); unit != unitNone {
		it = periodItem{a: a, b: a, unit: unit, end: end, behind: end}
		return it, it.valid(text)
	}
	if pos := periodConnAt(text, a.end); pos > a.end {
		return a.upTo(text, pos)
	}
	if periodHas(text, a.end, "/") && a.digits == 4 { // 2024/25, 2024/2025年
		b := readPeriodNumber(text, a.end+1)
		if b.digits == 2 {
			b.value += a.value / 100 * 100
		}
		if b.value == a.value+1 && periodCalendarYear(a.value) && (b.digits == 2 || b.digits == 4) {
			end := b.end
			if unit, e := periodUnitAt(text, b.end); unit == unitYear {
				end = e
			}
			return periodItem{a: a, b: b, unit: unitYear, end: end, behind: end}, true
		}
	}
	return a.besides(text)
}

// upTo reads a run whose second number stands at byte at: 1—11月, 2012-13学年,
// 2020-2022三年.
func (a periodNumber) upTo(text string, at int) (it periodItem, ok bool) {
	b := readPeriodNumber(text, at)
	if b.digits == 0 || b.han != a.han {
		return it, false
	}
	unit, end := periodUnitAt(text, b.end)
	if unit == unitNone {
		unit, end = b.yearsAt(text)
	}
	it = periodItem{a: a, b: b, unit: unit, end: end, behind: end}
	if unit == unitYear && a.digits == 4 && b.digits == 2 {
		it.b.value, it.b.digits = a.value/100*100+b.value, 4
	}
	return it, it.valid(text) && it.a.value < it.b.value
}

// besides reads a number that borrows the unit of one after it: 5、6月, 7、8、9月;
// 2022和2023两年 is a run.
func (a periodNumber) besides(text string) (it periodItem, ok bool) {
	last := a
	for range 4 {
		size := periodOneOf(text, last.end, "、", "和", "与", "及", "或")
		if size == 0 {
			return it, false
		}
		b := readPeriodNumber(text, last.end+size)
		if b.digits == 0 || b.han != a.han || b.digits > 4 || b.value <= last.value {
			return it, false
		}
		unit, end := periodUnitAt(text, b.end)
		if unit == unitNone && last == a {
			if unit, end = b.yearsAt(text); unit != unitNone {
				it = periodItem{a: a, b: b, unit: unit, end: end, behind: end}
				return it, it.valid(text)
			}
		}
		if unit == unitNone {
			last = b
			continue
		}
		if unit != unitYear && (unit < unitYear || unit == unitDay || a.heads(text) && last == a) {
			return it, false // 三、四季度工作 is a heading
		}
		it = periodItem{a: a, b: b, unit: unit, behind: end}
		if !it.valid(text) {
			return it, false
		}
		it.b, it.end = a, a.end
		return it, true
	}
	return it, false
}

// yearsAt reads 两年, 三年 behind the last of so many years.
func (n periodNumber) yearsAt(text string) (periodUnit, int) {
	if n.digits == 4 && !n.han {
		if size := periodOneOf(text, n.end, "两年", "三年", "四年", "五年"); size > 0 {
			return unitYear, n.end + size
		}
	}
	return unitNone, n.end
}

// valid reports whether the numbers of it fit its unit, and are no count.
func (it *periodItem) valid(text string) bool {
	switch it.unit {
	case unitYear:
		if it.a.end == it.b.end {
			v, ok := periodYearValue(text, it.a, it.end)
			it.a.value, it.b.value = v, v
			return ok
		}
		return it.a.digits == 4 && it.b.digits == 4 && !it.a.units && !it.b.units &&
			periodCalendarYear(it.a.value) && periodCalendarYear(it.b.value)
	case unitQuarter:
		if it.a.han && it.a.end == it.b.end && it.a.value == 12 && it.a.digits == 2 && !it.a.units { // 一二季度
			it.a.value, it.b.value, it.b.end = 1, 2, it.b.end+1
		}
		return it.inside(4)
	case unitMonth:
		return it.inside(12) && !(it.a.han && !it.a.units && it.a.digits > 1)
	case unitDay:
		return it.inside(31)
	case unitDecade:
		return it.a.end == it.b.end && it.a.value%10 == 0 && (it.a.digits == 4 && periodCalendarYear(it.a.value) || it.a.value >= 10 && it.a.value <= 90)
	case unitCentury:
		return it.a.end == it.b.end && it.a.value >= 10 && it.a.value <= 22
	}
	return false
}

func (it *periodItem) inside(most int) bool {
	return 1 <= it.a.value && it.a.value <= most && 1 <= it.b.value && it.b.value <= most
}

// periodYearValue tells a year from a count of years: 2023年, 二〇二三年, 07年,
// 97年, 15年一月, but neither 15年 nor 两千年. end is behind 年.
func periodYearValue(text string, n periodNumber, end int) (int, bool) {
	dated := false
	month := skipPeriodBlank(text, end)
	month += periodOneOf(text, month, "的")
	if m := readPeriodNumber(text, month); m.digits > 0 {
		unit, _ := periodUnitAt(text, m.end)
		dated = unit == unitMonth && m.value >= 1 && m.value <= 12
	}
	begin := n.begin(text)
	switch {
	case n.units:
		return n.value, (periodCalendarYear(n.value) && n.value%100 != 0 || dated && n.value == 2000) && n.digits >= 3 || dated && n.value == 2000
	case n.digits == 4 && periodCalendarYear(n.value):
		return n.value, true
	case n.digits == 4:
		era := n.begin(text)
		return n.value, n.value >= 1000 && (dated || era >= 6 && text[era-6:era] == "公元")
	case n.digits != 2:
		return 0, false
	case n.value < 10 || dated:
		return periodShortYear(n.value), n.value != 0 || dated
	case n.value >= 80 && (!n.han || n.value%10 != n.value/10+1):
		bound := periodClauseStart(text, begin) || periodBehind(text, begin, "从自到至在于比较与由是们他")
		return periodShortYear(n.value), bound && !periodAhead(text, end, "来间以历多的期级前后寿限")
	}
	return 0, false
}
