package extract

import "unicode/utf8"

// readPeriodDigits reads the day that is written in figures alone: 2024-01-31,
// 2024/1/31, 2024.1.31, 13.5.2015, or with a short year 3-7-07; or the month
// 2024-01. The second result is the end, or at where there is none.
func readPeriodDigits(text string, at int, a periodNumber) (periodPoint, int) {
	none := periodPoint{}
	if a.han || a.end >= len(text) {
		return none, at
	}
	sep := text[a.end]
	if sep != '-' && sep != '/' && sep != '.' && (sep != ' ' || a.digits != 4) {
		return none, at
	}
	b, c := readPeriodNumber(text, a.end+1), periodNumber{}
	if b.han || b.digits < 1 || b.digits > 2 {
		return none, at
	}
	if b.end < len(text) && text[b.end] == sep {
		c = readPeriodNumber(text, b.end+1)
	}
	if c.han || c.digits == 0 {
		ended := b.end == len(text) || text[b.end] != '-' && text[b.end] != '.' && text[b.end] != '/' &&
			!periodHas(text, skipPeriodBlank(text, b.end), "年") && !periodHas(text, skipPeriodBlank(text, b.end), "月") &&
			!periodHas(text, b.end, "学年")
		if sep == '-' && a.digits == 4 && periodCalendarYear(a.value) && b.digits == 2 && ended && 1 <= b.value && b.value <= 12 && b.value != (a.value+1)%100 {
			return periodPoint{year: int16(a.value), anchor: anchorCalendar, unit: unitMonth, n: uint8(b.value)}, b.end
		}
		return none, at
	}
	if c.end < len(text) {
		if d, _ := periodDigit(text, c.end); d >= 0 || text[c.end] == sep && sep != ' ' || text[c.end] == '%' {
			return none, at
		}
	}
	if sep == ' ' && (b.digits != 2 || c.digits != 2) {
		return none, at
	}
	year, month, day := a.value, b.value, c.value
	switch {
	case a.digits == 4 && c.digits <= 2:
	case c.digits == 4 && a.digits <= 2: // 13.5.2015
		year, month, day = c.value, b.value, a.value
	case a.digits <= 2 && c.digits == 2 && sep != '.' && !periodQuoted(text, at, c.end):
		year, month, day = periodShortYear(c.value), b.value, a.value
	default:
		return none, at
	}
	if month > 12 && a.digits <= 2 { // 5/13/2015
		month, day = day, month
	}
	if year < 1000 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31 {
		return none, at
	}
	return periodPoint{year: int16(year), anchor: anchorCalendar, unit: unitDay, n: uint8(month), day: uint8(day)}, c.end
}

// periodQuoted reports whether text[start:end] touches a quotation mark, as a
// name made of figures does.
func periodQuoted(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return before == '“' || before == '"' || after == '”' || after == '"'
}

// periodShortYear completes a year of two digits.
func periodShortYear(y int) int {
	if y < 50 {
		return 2000 + y
	}
	return 1900 + y
}

// periodCalendarYear reports whether four digits before 年 are a year whatever
// follows, and no count of years.
func periodCalendarYear(y int) bool { return 1800 <= y && y <= 2199 }

// skipPeriodClock passes a time of day: 8:00, 22时, 上午9点30分.
func skipPeriodClock(text string, at int) int {
	pos := skipPeriodBlank(text, at)
	pos += periodOneOf(text, pos, "上午", "下午", "晚上", "凌晨", "早上", "中午", "晚", "早")
	pos = skipPeriodBlank(text, pos)
	h := readPeriodNumber(text, pos)
	if h.digits == 0 || h.digits > 3 || h.value > 24 {
		return at
	}
	if size := periodOneOf(text, h.end, ":", "："); size > 0 {
		m := readPeriodNumber(text, h.end+size)
		if m.han || m.digits != 2 || m.value > 59 {
			return at
		}
		if s := readPeriodNumber(text, m.end+1); periodHas(text, m.end, ":") && s.digits == 2 && !s.han {
			return s.end
		}
		return m.end
	}
	size := periodOneOf(text, h.end, "时", "点")
	if size == 0 || periodHas(text, h.end, "时期") {
		return at
	}
	pos = h.end + size
	if m := readPeriodNumber(text, pos); m.digits > 0 && m.value < 60 && periodHas(text, m.end, "分") && !periodHas(text, m.end, "分别") {
		return m.end + len("分")
	}
	if periodHas(text, pos, "许") || periodHas(text, pos, "半") {
		pos += 3
	}
	return pos
}
