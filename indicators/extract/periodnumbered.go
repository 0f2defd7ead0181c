package extract

import (
	"unicode/utf8"

	"suanpan/indicators"
)

// readPeriodNumbered reads what begins with a number or 第: 2023年8月, 31日,
// 2024-01-31, 第三季度, 1990年代.
func readPeriodNumbered(text string, at int) (periodWord, bool) {
	if periodHas(text, at, "第") {
		return readPeriodOrdinal(text, at)
	}
	n := readPeriodNumber(text, at)
	if n.digits == 0 || !n.continued(text) || periodInNumber(text, at) {
		return periodWord{}, false
	}
	if !n.han && n.end < len(text) && text[n.end] < 0x80 {
		if p, end := readPeriodDigits(text, at, n); end > at {
			return periodWord{kind: periodStretch, from: p, to: p, end: int32(end)}.inDay(text), true
		}
		if text[n.end] == '.' {
			return periodWord{}, false
		}
	}
	if it, ok := readPeriodItem(text, n); ok {
		switch {
		case it.unit == unitYear:
			return it.year(text)
		case it.unit == unitDecade || it.unit == unitCentury:
			return it.age(text)
		case it.unit == unitDay:
			return it.dayAlone(text, at)
		case periodBehind(text, at, "续近过达满超每隔历跨经"):
			return periodWord{}, false // 连续三季度
		}
		return it.part(text)
	}
	if y, end, ok := n.bareYear(text, at); ok {
		p := periodPoint{year: y, anchor: anchorCalendar, unit: unitYear}
		return periodWord{kind: periodBare, from: p, to: p, end: int32(end)}, true
	}
	return periodWord{}, false
}

// readPeriodOrdinal reads 第三季度.
func readPeriodOrdinal(text string, at int) (periodWord, bool) {
	it, ok := readPeriodItem(text, readPeriodNumber(text, at+len("第")))
	if !ok || it.unit != unitQuarter {
		return periodWord{}, false
	}
	return it.part(text)
}

// part makes the word of a quarter, a month, or a run of them.
func (it periodItem) part(text string) (periodWord, bool) {
	if it.unit != unitQuarter && it.unit != unitMonth {
		return periodWord{}, false
	}
	w := periodWord{
		kind: periodStretch,
		from: periodPart(it.unit, uint8(it.a.value)),
		to:   periodPart(it.unit, uint8(it.b.value)),
		end:  int32(it.end),
	}
	switch {
	case it.behind != it.end:
		return w, true
	case it.a.value != it.b.value:
		w.to.anchor = anchorFrom
		if it.a.value == 1 {
			w.form = indicators.ToDate
		}
		return w, true
	case it.unit == unitMonth:
		return w.inMonth(text), true
	}
	return w.edged(text), true
}

// year makes the word of a numbered year, a run of them, or the first of two.
func (it periodItem) year(text string) (periodWord, bool) {
	w := periodWord{
		kind: periodStretch,
		from: periodPoint{year: int16(it.a.value), anchor: anchorCalendar, unit: unitYear},
		to:   periodPoint{year: int16(it.b.value), anchor: anchorCalendar, unit: unitYear},
		end:  int32(it.end),
	}
	if it.behind != it.end { // 2015和2016年同期
		if periodHas(text, it.behind, "同期") {
			w.kind, w.marks = periodSame, markReference
		}
		return w, true
	}
	if w.from != w.to {
		return w, true
	}
	return w.part(text), true
}

// age makes the word of a century or decade: 21世纪, 90年代, 1990年代.
func (it periodItem) age(text string) (periodWord, bool) {
	p := periodPoint{anchor: anchorCalendar, unit: it.unit, year: int16(it.a.value)}
	switch {
	case it.unit == unitCentury:
		p.year = (p.year - 1) * 100
		if periodHas(text, it.end, "海上") {
			return periodWord{}, false // 21世纪海上丝绸之路
		}
		return periodWord{kind: periodStretch, from: p, to: p, end: int32(it.end)}.inCentury(text), true
	case p.year < 30:
		return periodWord{}, false
	case p.year < 100:
		p.year += 1900
	}
	w := periodWord{kind: periodStretch, from: p, to: p, end: int32(it.end)}
	return w.early(text), true
}

// early passes the part of a decade or century that is named: 90年代初.
func (w periodWord) early(text string) periodWord {
	end := int(w.end)
	if size := periodOneOf(text, end, "初期", "中期", "末期", "后期", "中叶", "初", "末"); size > 3 || !periodAhead(text, end+size, periodStarts) {
		w.end += int32(size)
	}
	return w
}

// inCentury reads the decade of a century: 上世纪90年代.
func (w periodWord) inCentury(text string) periodWord {
	if it, ok := readPeriodItem(text, readPeriodNumber(text, int(w.end))); ok && it.unit == unitDecade && it.a.value < 100 {
		w.from.unit = unitDecade
		w.from.year += int16(it.a.value)
		w.to = w.from
		w.end = int32(it.end)
	}
	return w.early(text)
}

// readPeriodCentury reads 上世纪90年代, 本世纪.
func readPeriodCentury(text string, at int) (periodWord, bool) {
	p := periodPoint{year: 2000, anchor: anchorCalendar, unit: unitCentury}
	switch {
	case periodOneOf(text, at, "上世纪", "上个世纪") > 0:
		p.year = 1900
	case !periodHas(text, at, "本世纪"):
		return periodWord{}, false
	}
	end := at + periodOneOf(text, at, "上世纪", "本世纪", "上个世纪")
	return periodWord{kind: periodStretch, from: p, to: p, end: int32(end)}.inCentury(text), true
}

// dayAlone makes the word of a day without its month: 24日, 12号.
func (it periodItem) dayAlone(text string, at int) (periodWord, bool) {
	if it.a.end != it.b.end {
		return periodWord{}, false
	}
	behind, _ := utf8.DecodeLastRuneInString(text[:at])
	switch {
	case behind == '第' || behind == '〕' || behind == ']' || behind == ')' || behind == '）' || isLetter(behind):
		return periodWord{}, false
	case text[it.end-3:it.end] == "号":
		if it.a.han && it.a.value < 11 || periodAhead(text, it.end, "”\"》’") || !periodClauseStart(text, at) && !periodBehind(text, at, "在于到至从自是和与这本你我他今的定") {
			return periodWord{}, false // “天问一号”
		}
		if !periodEnded(text, it.end) && periodOneOf(text, it.end, "上午", "下午", "晚", "起", "前", "之前", "至", "到", "开始") == 0 {
			return periodWord{}, false // 4号线
		}
	case it.a.han && it.a.value < 11, periodAhead(text, it.end, "内游龄均次以报照本产处租供化耗元增薪语"), periodBehind(text, at, "近前过每连共达满需约用超第以"):
		return periodWord{}, false // 三日游, 5日内
	}
	p := periodPoint{unit: unitDay, day: uint8(it.a.value)}
	return periodWord{kind: periodStretch, from: p, to: p, end: int32(it.end)}.inDay(text), true
}

// readPeriodFirst reads the first months or quarters: 前三季度, 前11个月, 头两个月.
func readPeriodFirst(text string, at int) (periodWord, bool) {
	size := periodOneOf(text, at, "前", "头")
	if size == 0 || periodBehind(text, at, "提目以之此当事空学生会年") && !periodBehind(text, at, "年") || periodBehind(text, at, "目提以之此") {
		return periodWord{}, false
	}
	n := readPeriodNumber(text, skipPeriodBlank(text, at+size))
	if n.digits == 0 || n.value < 1 || n.value > 12 {
		return periodWord{}, false
	}
	pos := skipPeriodBlank(text, n.end)
	w := periodWord{kind: periodStretch, from: periodPart(unitMonth, 1), form: indicators.ToDate}
	counted := periodOneOf(text, pos, "个")
	switch {
	case periodHas(text, pos+counted, "季度") && n.value <= 4:
		w.from.unit = unitQuarter
		w.end = int32(pos + counted + len("季度"))
	case periodHas(text, pos+counted, "月") && (counted > 0 || !periodHas(text, pos+len("月"), "龄")):
		w.end = int32(pos + counted + len("月") + periodOneOf(text, pos+counted+len("月"), "份"))
	default:
		return periodWord{}, false
	}
	w.to = periodPoint{anchor: anchorFrom, unit: w.from.unit, n: uint8(n.value)}
	if n.value == 1 {
		w.to = w.from
	}
	return w, true
}

// bareYear reads four digits alone that may be a year.
func (n periodNumber) bareYear(text string, at int) (year int16, end int, ok bool) {
	if n.han || n.digits != 4 || n.value < 1949 || n.value > 2050 || at > 0 && text[at-1] != '\t' && text[at-1] != '\n' && text[at-1] != ' ' {
		return 0, at, false
	}
	if n.end < len(text) {
		switch text[n.end] {
		case '\t', '\n', '\r':
		case ' ':
			if periodAhead(text, n.end+1, "个万亿元人户家吨公米千亩件辆台平头只名位项次条所艘百美斤") {
				return 0, at, false
			}
		default:
			return 0, at, false
		}
	}
	return int16(n.value), n.end, true
}

// periodInNumber reports whether the number at byte at goes on to the left.
func periodInNumber(text string, at int) bool {
	if at == 0 {
		return false
	}
	r, size := utf8.DecodeLastRuneInString(text[:at])
	switch {
	case isDigit(r), '０' <= r && r <= '９', isLetter(r), r == '.', r == '．', r == '第', r == '+', r == '＋':
		return true
	case r == '-' || r == '–' || r == '—' || r == '～' || r == '~' || r == '－' || r == '/':
		before, _ := utf8.DecodeLastRuneInString(text[:at-size])
		return isDigit(before) || '０' <= before && before <= '９'
	}
	here, _ := utf8.DecodeRuneInString(text[at:])
	return periodHan(here) >= 0 && (periodHan(r) >= 0 || r == '万' || r == '亿' || r == '几' || r == '数')
}
