package extract

import "unicode/utf8"

// A periodNumber is a whole number below 10000 as it stands in a period word:
// ASCII, full-width or Chinese digits.
type periodNumber struct {
	value  int
	digits int  // how many digits are written; 0 where there is no number
	han    bool // written in Chinese numerals
	units  bool // with 十, 百 or 千
	end    int
}

// periodMaxDigits bounds what is read of a number: one digit more than a year has.
const periodMaxDigits = 5

// readPeriodNumber reads the number at byte at of text.
func readPeriodNumber(text string, at int) periodNumber {
	n := periodNumber{end: at}
	for n.end < len(text) && n.digits < periodMaxDigits {
		d, size := periodDigit(text, n.end)
		if d < 0 {
			break
		}
		n.value = n.value*10 + d
		n.digits++
		n.end += size
	}
	if n.digits == 0 {
		return readPeriodHan(text, at)
	}
	return n
}

// continued reports whether what stands behind n may make it part of a period:
// a unit of time, a sign or word between two numbers, a blank.
func (n periodNumber) continued(text string) bool {
	if n.end >= len(text) {
		return n.digits == 4
	}
	switch c := text[n.end]; {
	case c == '.' || c == '/' || c == '-' || c == '~' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xC2:
		return true
	case c < 0xE2:
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[n.end:])
	switch r {
	case '年', '月', '日', '号', '季', '学', '世', '个', '天', '周', '星', '至', '到', '、', '和', '与', '及', '或', '多', '余',
		'—', '－', '–', '～', '―', '─', '−', '‐', '\u3000':
		return true
	}
	return n.han && periodHan(r) >= 0
}

// periodDigitsMay reports whether the ASCII digits at byte at may begin a
// period. It turns away most figures without more ado. No digit is before them.
func periodDigitsMay(text string, at int) bool {
	i := at + 1
	for i < len(text) && isDigit(rune(text[i])) {
		if i-at == 4 {
			return false
		}
		i++
	}
	n := periodNumber{digits: i - at, end: skipPeriodBlank(text, i)}
	if n.end < len(text) && text[n.end] == '.' { // 2024.1.31 has a second point
		i = n.end + 1
		for i < len(text) && i < n.end+3 && isDigit(rune(text[i])) {
			i++
		}
		return i > n.end+1 && i < len(text) && text[i] == '.'
	}
	return n.continued(text) || i < n.end && (n.digits == 4 || n.end < len(text) && isDigit(rune(text[n.end])))
}

// numeralMay reports whether the Chinese numeral or 第 at byte at may begin a
// period: something that continues a number, a plan or a holiday.
func (s *periodStart) numeralMay(text string, at int) bool {
	if before, _ := utf8.DecodeLastRuneInString(text[:at]); periodHan(before) >= 0 {
		return false
	}
	if len(s.holidays) > 0 {
		return true
	}
	pos := at
	if s.rune == '第' {
		pos += len("第")
	}
	n := readPeriodNumber(text, pos)
	if n.digits == 0 {
		return pos == at
	}
	return n.continued(text) || pos == at && n.value%10 == 5
}

// begin returns the first byte of n.
func (n periodNumber) begin(text string) int {
	if n.han || n.end > 0 && text[n.end-1] >= 0x80 {
		return n.end - 3*n.digits
	}
	return n.end - n.digits
}

// heads reports whether n begins a line.
func (n periodNumber) heads(text string) bool {
	at := n.begin(text)
	return at <= 0 || text[at-1] == '\n'
}

// periodDigit reads one ASCII or full-width digit; -1 where there is none.
func periodDigit(text string, at int) (digit, size int) {
	if c := text[at]; '0' <= c && c <= '9' {
		return int(c - '0'), 1
	}
	if at+2 < len(text) && text[at] == 0xEF && text[at+1] == 0xBC {
		if c := text[at+2]; 0x90 <= c && c <= 0x99 {
			return int(c - 0x90), 3
		}
	}
	return -1, 0
}

// periodHan gives the value of one Chinese numeral: 0 to 9, or 10, 100, 1000;
// -1 for any other rune.
func periodHan(r rune) int {
	switch r {
	case '〇', '零', '○', 'Ｏ', 'О':
		return 0
	case '一':
		return 1
	case '二', '两':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	}
	return -1
}

// readPeriodHan reads 二〇二三, 二十三, 两千零四. A number that does not read in
// either manner has no digits.
func readPeriodHan(text string, at int) periodNumber {
	n := periodNumber{end: at, han: true}
	digits, sum, last := 0, 0, -1 // the positional value, the value by units, the digit that waits for its unit
	unit, bad := 10000, false
	for count := 0; n.end < len(text) && count < 9; count++ {
		r, size := utf8.DecodeRuneInString(text[n.end:])
		v := periodHan(r)
		if v < 0 {
			break
		}
		n.end += size
		n.digits++
		if v < 10 {
			bad = bad || n.units && last > 0
			digits = digits*10 + v
			last = v
			continue
		}
		if last < 0 && !n.units && v == 10 {
			last = 1 // 十二
		}
		bad = bad || last < 1 || v >= unit || n.digits > 2 && !n.units
		sum += last * v
		last, unit, n.units = -1, v, true
	}
	switch {
	case n.digits == 0:
		return periodNumber{end: at}
	case n.units:
		n.value = sum + max(last, 0)
	default:
		n.value = digits
	}
	if bad || n.digits > 7 || !n.units && n.digits > 4 {
		return periodNumber{end: at}
	}
	return n
}

// skipPeriodBlank passes at most two blanks: a justified line stretches 2023 年.
func skipPeriodBlank(text string, at int) int {
	for range 2 {
		switch {
		case at < len(text) && text[at] == ' ':
			at++
		case periodHas(text, at, "\u00a0"):
			at += 2
		case periodHas(text, at, "\u3000"):
			at += 3
		default:
			return at
		}
	}
	return at
}

// periodHas reports whether s stands at byte at of text.
func periodHas(text string, at int, s string) bool {
	n := len(s)
	return len(text)-at >= n && text[at+n-1] == s[n-1] && text[at:at+n] == s
}

// periodOneOf returns the length of the first of words that stands at byte at,
// 0 where none does. Longer words come first.
func periodOneOf(text string, at int, words ...string) int {
	for _, s := range words {
		if periodHas(text, at, s) {
			return len(s)
		}
	}
	return 0
}

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
