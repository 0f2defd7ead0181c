package extract

import (
	"unicode/utf8"

	"suanpan/indicators"
)

// readPeriodStretch reads a point of the calendar, or a run with one unit:
// 今年一季度, 2023年1—11月, 8月31日, 上年末, 前三季度, 20世纪80年代.
func readPeriodStretch(text string, at int) (periodWord, bool) {
	if row, ok := periodRowAt(text, at); ok {
		if row.text == "上年" && periodBehind(text, at, "以") && periodOneOf(text, at+len(row.text), "同期", "末", "为", "不变", "价") == 0 {
			return periodWord{}, false // 60岁以上年龄, 以上年度
		}
		w := periodWord{kind: row.kind, from: row.point, to: row.point, form: row.form, marks: row.marks, end: int32(at + len(row.text))}
		switch {
		case row.last.unit != unitNone:
			w.to = row.last
		case row.head:
			return w.part(text), true
		case row.kind == periodStretch && row.point.anchor == anchorFrame && row.point.edge == edgeNone:
			return w.edged(text), true
		}
		return w, true
	}
	if p, end := readPeriodDigits(text, at); end > at && !periodInNumber(text, at) {
		return periodWord{kind: periodStretch, from: p, to: p, end: int32(end)}.inDay(text), true
	}
	if p, end, ok := readPeriodEra(text, at); ok {
		return periodWord{kind: periodStretch, from: p, to: p, end: int32(end)}.part(text), true
	}
	if size := periodOneOf(text, at, "刚刚过去的", "刚过去的", "即将过去的"); size > 0 {
		return readPeriodStretch(text, at+size)
	}
	if periodHas(text, at, "上世纪") || periodHas(text, at, "本世纪") {
		p := periodPoint{year: 2000, anchor: anchorCalendar, unit: unitCentury}
		if periodHas(text, at, "上") {
			p.year = 1900
		}
		return periodWord{kind: periodStretch, from: p, to: p, end: int32(at + len("上世纪"))}.inCentury(text), true
	}
	if periodHas(text, at, "公元") {
		at += len("公元")
	}
	if it, ok := readPeriodItem(text, at); ok && !periodInNumber(text, at) {
		if it.unit == unitYear {
			return it.year(text)
		}
		if it.unit == unitDecade || it.unit == unitCentury {
			return it.age(text)
		}
	}
	if y, end, ok := readPeriodBareYear(text, at); ok {
		p := periodPoint{year: y, anchor: anchorCalendar, unit: unitYear}
		return periodWord{kind: periodBare, from: p, to: p, end: int32(end)}, true
	}
	return readPeriodPart(text, at, true)
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
	pos := int(w.end)
	if it, ok := readPeriodItem(text, pos); ok && it.unit == unitDecade && it.a.value < 100 {
		w.from.unit = unitDecade
		w.from.year += int16(it.a.value)
		w.to = w.from
		w.end = int32(it.end)
	}
	return w.early(text)
}

// part reads a part of the year, month or reign that w is: 2023年|一季度.
func (w periodWord) part(text string) periodWord {
	end := int(w.end)
	if w.from.unit == unitMonth {
		return w.inMonth(text)
	}
	if size := periodOneOf(text, end, "度"); size > 0 && !periodAhead(text, end+size, "假过夏冬汛") {
		end += size
	}
	w.end = int32(end)
	pos := skipPeriodBlank(text, end)
	if periodHas(text, pos, "全年") && !periodAhead(text, pos+len("全年"), "龄级") {
		w.end = int32(pos + len("全年"))
		return w
	}
	if periodHas(text, pos, "同期") {
		w.kind, w.end, w.marks = periodSame, int32(pos+len("同期")), w.marks|markReference
		return w
	}
	if w.from.anchor == anchorPublished && periodHas(text, pos, "本月") { // 去年本月十日
		w.from = periodPoint{anchor: anchorPublished, unit: unitMonth, year: w.from.year}
		w.to, w.end = w.from, int32(pos+len("本月"))
		return w.inMonth(text)
	}
	for _, p := range [...]int{pos, pos + periodOneOf(text, pos, "的")} {
		if sub, ok := readPeriodPart(text, p, false); ok {
			sub.from.anchor, sub.from.year = w.from.anchor, w.from.year
			if sub.to.anchor == anchorFrame {
				sub.to = sub.from
			}
			sub.marks = sub.marks&^markReference | w.marks
			return sub
		}
	}
	return w.edged(text)
}

// readPeriodPart reads a part of a year. Alone, it stands without a year, and
// what is then likelier a count or a name is left out.
func readPeriodPart(text string, at int, alone bool) (periodWord, bool) {
	if !alone {
		if row, ok := periodRowAt(text, at); ok && row.kind == periodStretch && row.point.anchor == anchorFrame &&
			(row.point.unit == unitHalf || row.point.unit == unitYear) {
			return periodWord{kind: row.kind, from: row.point, to: row.point, form: row.form, marks: row.marks, end: int32(at + len(row.text))}.edged(text), true
		}
		if n, size := periodSeasonAt(text, at); size > 0 {
			p := periodPart(unitSeason, n)
			return periodWord{kind: periodStretch, from: p, to: p, end: int32(at + size)}, true
		}
		if periodHas(text, at, "年中") {
			p := periodPoint{unit: unitHalf, n: 1, edge: edgeEnd}
			return periodWord{kind: periodStretch, from: p, to: p, form: indicators.AsOf, end: int32(at + len("年中"))}, true
		}
	}
	if h, end, ok := readPeriodHoliday(text, at); ok {
		p := periodPart(unitHoliday, h)
		return periodWord{kind: periodHoliday, from: p, to: p, end: int32(end)}, true
	}
	if w, ok := readPeriodFirst(text, at); ok {
		return w, true
	}
	pos := at
	ordinal := periodHas(text, at, "第")
	if ordinal {
		pos += len("第")
	}
	it, ok := readPeriodItem(text, pos)
	if !ok || ordinal && it.unit != unitQuarter || !ordinal && alone && periodInNumber(text, at) {
		return periodWord{}, false
	}
	if alone && !ordinal && periodBehind(text, at, "续近过达满超每隔历跨经") {
		return periodWord{}, false // 连续三季度
	}
	switch it.unit {
	case unitQuarter, unitMonth:
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
	case unitDay:
		return it.dayAlone(text, at, alone)
	}
	return periodWord{}, false
}

// dayAlone makes the word of a day without its month: 24日, 12号.
func (it periodItem) dayAlone(text string, at int, alone bool) (periodWord, bool) {
	if !alone || it.a.end != it.b.end {
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

// periodSeasonAt reads 春季, 夏天.
func periodSeasonAt(text string, at int) (n uint8, size int) {
	for i, s := range [...]string{"春", "夏", "秋", "冬"} {
		if periodHas(text, at, s) && periodOneOf(text, at+len(s), "季", "天") > 0 {
			return uint8(i + 1), 2 * len(s)
		}
	}
	return 0, 0
}

// edged reads the end of a year, half or quarter that is meant: 2023年|末.
func (w periodWord) edged(text string) periodWord {
	pos := skipPeriodBlank(text, int(w.end))
	edge := edgeNone
	size := periodOneOf(text, pos, "初", "末", "底", "終")
	switch {
	case size == 0:
		return w
	case text[pos:pos+size] == "初":
		if periodAhead(text, pos+size, periodStarts) {
			return w
		}
		edge = edgeStart
		w.marks |= markReference
	case periodAhead(text, pos+size, periodFloors+"端"):
		return w
	default:
		edge = edgeEnd
	}
	w.from.edge, w.form = edge, indicators.AsOf
	w.to, w.end = w.from, int32(pos+size)
	return w
}

// inMonth reads a part of the month that w is: 8月|31日, 8月|末, 3月|上旬.
func (w periodWord) inMonth(text string) periodWord {
	pos := skipPeriodBlank(text, int(w.end))
	if periodHas(text, pos, "的") {
		pos += len("的")
	}
	for i, s := range [...]string{"上旬", "中旬", "下旬"} {
		if periodHas(text, pos, s) {
			w.from.unit, w.from.day = unitThird, uint8(i+1)
			w.to, w.end = w.from, int32(pos+len(s))
			return w
		}
	}
	if size := periodOneOf(text, pos, "当月"); size > 0 {
		w.end = int32(pos + size)
		return w
	}
	if periodHas(text, pos, "初") && !periodAhead(text, pos+len("初"), periodStarts) {
		n := readPeriodNumber(text, pos+len("初"))
		if n.han && n.value >= 1 && n.value <= 10 { // 三月初一 is a day of the moon
			w.kind, w.end = periodVague, int32(n.end)
			return w
		}
		w.from.unit, w.from.day = unitThird, 1
		w.to, w.end = w.from, int32(pos+len("初"))
		return w
	}
	if size := periodOneOf(text, pos, "末", "底"); size > 0 {
		w.from.edge, w.form = edgeEnd, indicators.AsOf
		w.to, w.end = w.from, int32(pos+size)
		return w
	}
	if it, ok := readPeriodItem(text, pos); ok && it.unit == unitDay && it.behind == it.end && !periodAhead(text, it.end, "游均") {
		w.from.unit, w.from.day = unitDay, uint8(it.a.value)
		w.to, w.end = w.from, int32(it.end)
		if it.a.value != it.b.value {
			w.to.day, w.to.anchor, w.to.year = uint8(it.b.value), anchorFrom, 0
			return w
		}
		return w.inDay(text)
	}
	n := readPeriodNumber(text, pos)
	if n.han && n.digits == 1 && pos == int(w.end) && periodEnded(text, n.end) && n.value < 10 {
		w.kind, w.end = periodVague, int32(n.end) // 三月三 is a feast
		return w
	}
	if n.digits > 0 && n.value >= 1 && n.value <= 31 && (!n.han || n.value >= 10) && pos == int(w.end) && (periodEnded(text, n.end) && !periodAhead(text, n.end, "、") ||
		periodConnAt(text, n.end) > n.end && n.han) {
		w.from.unit, w.from.day = unitDay, uint8(n.value)
		w.to, w.end = w.from, int32(n.end)
	}
	return w
}

// inDay reads what makes a day no other day: 31日|当天, 31日|8:00.
func (w periodWord) inDay(text string) periodWord {
	end := int(w.end)
	if size := periodOneOf(text, end, "当天", "当日", "当晚"); size > 0 {
		w.end += int32(size)
		return w
	}
	w.end = int32(skipPeriodClock(text, end))
	return w
}

// readPeriodBareYear reads four digits alone that may be a year.
func readPeriodBareYear(text string, at int) (year int16, end int, ok bool) {
	n := readPeriodNumber(text, at)
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
