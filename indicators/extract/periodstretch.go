package extract

import "suanpan/indicators"

// readPeriodStretch reads a point of the calendar, or a run with one unit:
// 今年一季度, 2023年1—11月, 8月31日, 上年末, 前三季度, 20世纪80年代.
func readPeriodStretch(text string, at int) (periodWord, bool) {
	return periodStartAt(text, at).stretch(text, at)
}

func (s *periodStart) stretch(text string, at int) (periodWord, bool) {
	if s == nil {
		return periodWord{}, false
	}
	if row, ok := s.rowAt(text, at); ok {
		if row.text == "上年" && periodBehind(text, at, "以") && periodOneOf(text, at+len(row.text), "同期", "末", "为", "不变", "价") == 0 {
			return periodWord{}, false // 60岁以上年龄, 以上年度
		}
		return row.word(text, at), true
	}
	for i := range s.eras {
		if p, end, ok := s.eras[i].year(text, at); ok {
			return periodWord{kind: periodStretch, from: p, to: p, end: int32(end)}.part(text), true
		}
	}
	if w, ok := s.holidayWord(text, at); ok {
		return w, true
	}
	if s.number {
		return readPeriodNumbered(text, at)
	}
	if !s.more {
		return periodWord{}, false
	}
	if size := periodOneOf(text, at, "刚刚过去的", "刚过去的", "即将过去的", "公元"); size > 0 {
		at += size
		if s = periodStartAt(text, at); s != nil && s.number {
			return readPeriodNumbered(text, at)
		}
		return periodWord{}, false
	}
	if w, ok := readPeriodCentury(text, at); ok {
		return w, true
	}
	return readPeriodFirst(text, at)
}

// word makes the word of a row, with what may follow it.
func (row *periodRow) word(text string, at int) periodWord {
	w := periodWord{kind: row.kind, from: row.point, to: row.point, form: row.form, marks: row.marks, end: int32(at + len(row.text))}
	switch {
	case row.last.unit != unitNone:
		w.to = row.last
	case row.head:
		return w.part(text)
	case row.kind == periodStretch && row.point.anchor == anchorFrame && row.point.edge == edgeNone:
		return w.edged(text)
	}
	return w
}

// part reads a part of the year, month or reign that w is: 2023年|一季度.
func (w periodWord) part(text string) periodWord {
	if w.done(text) {
		return w
	}
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
	part := pos + periodOneOf(text, pos, "的") // 今年的第三季度
	if sub, ok := periodStartAt(text, part).part(text, part); ok {
		sub.from.anchor, sub.from.year = w.from.anchor, w.from.year
		if sub.to.anchor == anchorFrame {
			sub.to = sub.from
		}
		sub.marks = sub.marks&^markReference | w.marks
		return sub
	}
	return w.edged(text)
}

// part reads a part of the year that a word before it says: 2023年|一季度.
func (s *periodStart) part(text string, at int) (periodWord, bool) {
	if n, size := periodSeasonAt(text, at); size > 0 {
		p := periodPart(unitSeason, n)
		return periodWord{kind: periodStretch, from: p, to: p, end: int32(at + size)}, true
	}
	if periodHas(text, at, "年中") {
		p := periodPoint{unit: unitHalf, n: 1, edge: edgeEnd}
		return periodWord{kind: periodStretch, from: p, to: p, form: indicators.AsOf, end: int32(at + len("年中"))}, true
	}
	if s == nil {
		return periodWord{}, false
	}
	if row, ok := s.rowAt(text, at); ok && row.kind == periodStretch && row.point.anchor == anchorFrame &&
		(row.point.unit == unitHalf || row.point.unit == unitYear) {
		return row.word(text, at), true
	}
	if w, ok := s.holidayWord(text, at); ok {
		return w, true
	}
	switch {
	case s.more:
		return readPeriodFirst(text, at)
	case !s.number:
		return periodWord{}, false
	case periodHas(text, at, "第"):
		return readPeriodOrdinal(text, at)
	}
	if it, ok := readPeriodItem(text, readPeriodNumber(text, at)); ok {
		return it.part(text)
	}
	return periodWord{}, false
}

// holidayWord reads a holiday as a word.
func (s *periodStart) holidayWord(text string, at int) (periodWord, bool) {
	if len(s.holidays) == 0 {
		return periodWord{}, false
	}
	h, end, ok := s.holiday(text, at)
	if !ok {
		return periodWord{}, false
	}
	p := periodPart(unitHoliday, h)
	return periodWord{kind: periodHoliday, from: p, to: p, end: int32(end)}, true
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
	if w.done(text) {
		return w
	}
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
	n := readPeriodNumber(text, pos)
	if n.digits == 0 {
		return w
	}
	if it, ok := readPeriodItem(text, n); ok && it.unit == unitDay && it.behind == it.end && !periodAhead(text, it.end, "游均") {
		w.from.unit, w.from.day = unitDay, uint8(it.a.value)
		w.to, w.end = w.from, int32(it.end)
		if it.a.value != it.b.value {
			w.to.day, w.to.anchor, w.to.year = uint8(it.b.value), anchorFrom, 0
			return w
		}
		return w.inDay(text)
	}
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
