package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"suanpan/indicators"
)

// A dateline is a date of publication as a line of a text or of a page gives
// it.
type dateline struct {
	date  indicators.Date // the first day where the month alone is given
	rest  string          // what stands behind it, without blanks
	ahead string          // what stands before it, without blanks
}

// maxDateline bounds the bytes of a line that may be a dateline.
const maxDateline = 300

// findDate returns the first date with a year of a line: 2024年5月7日, 2024年5月,
// 2024-05-07 08:30, 2024/5/7, 二〇二四年五月七日. Blanks in it are passed over.
func findDate(line string) (dateline, bool) {
	if len(line) > maxDateline {
		return dateline{}, false
	}
	s := []rune(squeezed(line))
	for at := range s {
		if at > 0 && (isDigitRune(s[at-1]) || hanDigit(s[at-1]) >= 0) {
			continue
		}
		if d, n, ok := dateAt(s[at:]); ok {
			d.ahead, d.rest = string(s[:at]), string(s[at+n:])
			return d, true
		}
	}
	return dateline{}, false
}

// dateAt reads the date that s begins with and returns its length.
func dateAt(s []rune) (d dateline, n int, ok bool) {
	year, n := yearAt(s)
	if n == 0 || n == len(s) {
		return d, 0, false
	}
	sep := s[n]
	if !strings.ContainsRune("年-/.－．", sep) {
		return d, 0, false
	}
	month, k := numberAt(s[n+1:])
	if k == 0 || month < 1 || month > 12 {
		return d, 0, false
	}
	n += 1 + k
	day, found := 1, false
	if n < len(s) && (sep == '年' && s[n] == '月' || sep != '年' && s[n] == sep) {
		if v, k := numberAt(s[n+1:]); k > 0 {
			day, found = v, true
			n += 1 + k
			if n < len(s) && (s[n] == '日' || s[n] == '号') {
				n++
			} else if sep == '年' {
				return d, 0, false
			}
		} else {
			n++
		}
	} else if sep == '年' {
		return d, 0, false
	}
	if !found && sep != '年' {
		return d, 0, false // 2024-05 alone is too like a number
	}
	d.date = indicators.NewDate(year, month, day)
	return d, n, d.date.Valid()
}

// yearAt reads a year of four digits, from 1949 to 2099.
func yearAt(s []rune) (year, n int) {
	for ; n < len(s) && n < 4; n++ {
		v := hanDigit(s[n])
		if isDigitRune(s[n]) {
			v = digitOf(s[n])
		}
		if v < 0 {
			return 0, 0
		}
		year = 10*year + v
	}
	if n < 4 || year < 1949 || year > 2099 || n < len(s) && isDigitRune(s[n]) {
		return 0, 0
	}
	return year, n
}

// numberAt reads a number below 100 in digits or in Chinese: 7, 07, 十二, 二十三.
func numberAt(s []rune) (value, n int) {
	for ; n < len(s) && n < 2 && isDigitRune(s[n]); n++ {
		value = 10*value + digitOf(s[n])
	}
	if n > 0 {
		return value, n
	}
	tens, ones, seen := 0, 0, false
	for ; n < len(s) && n < 3; n++ {
		if s[n] == '十' && !seen {
			tens, ones, seen = max(1, ones), 0, true
		} else if v := hanDigit(s[n]); v > 0 && ones == 0 {
			ones = v
		} else {
			break
		}
	}
	return 10*tens + ones, n
}

func isDigitRune(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

func digitOf(r rune) int {
	if r >= '０' {
		return int(r - '０')
	}
	return int(r - '0')
}

// hanDigit is the value of a Chinese digit, -1 for other characters.
func hanDigit(r rune) int {
	for i, d := range []string{"〇零○Ｏ", "一", "二", "三", "四", "五", "六", "七", "八", "九"} {
		if strings.ContainsRune(d, r) {
			return i
		}
	}
	return -1
}

// squeezed is s without blanks.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// isDateline reports whether a line says when its document was published and
// nothing else but where: a date alone, 发布时间：2024-03-20, ——2024年1月17日在
// 株洲市第十六届人民代表大会第三次会议上.
func isDateline(line string) (dateline, bool) {
	d, ok := findDate(line)
	if !ok {
		return d, false
	}
	ahead := strings.Trim(d.ahead, "（(【[—-─–―:：")
	rest := strings.Trim(d.rest, "）)】]。")
	for _, word := range []string{"发布时间", "发布日期", "发文日期", "公布日期", "成文日期", "日期", "时间", "公布时间"} {
		if ahead == word {
			return d, true
		}
	}
	if ahead != "" {
		return d, false
	}
	if rest == "" || strings.HasPrefix(rest, "星期") && utf8.RuneCountInString(rest) < 12 {
		return d, true
	}
	if len(rest) >= 4 && rest[0] >= '0' && rest[0] <= '9' && strings.Trim(rest, "0123456789:：") == "" { // the hour
		return d, true
	}
	return d, strings.HasPrefix(rest, "在") && strings.Contains(rest, "会议") && !strings.ContainsAny(rest, "。，；")
}
