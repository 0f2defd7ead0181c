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
	return (n.han || n.digits == 4) && periodHan(r) >= 0
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
