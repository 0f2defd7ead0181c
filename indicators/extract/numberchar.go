package extract

import (
	"strings"
	"unicode/utf8"
)

// charKind sorts the characters that numerals are made of.
type charKind uint8

const (
	charOther     charKind = iota
	charDigit              // 0 to 9, also full-width
	charHan                // 一 to 九, 两, 壹 to 玖
	charZero               // 零 〇
	charMagnitude          // 十 百 千 万 亿 兆: the value is the power
	charTens               // 廿 卅: the value is how many tens
	charSome               // 几 数: an unknown digit
	charPoint              // 点 between Han digits
	charSpace
)

// charAt tells what the character at text[at:] is to a numeral, its value
// and its length in bytes; length 0 is the end of the text.
func charAt(text string, at int) (kind charKind, value, length int) {
	if at >= len(text) {
		return charOther, 0, 0
	}
	if c := text[at]; c < utf8.RuneSelf {
		switch {
		case '0' <= c && c <= '9':
			return charDigit, int(c - '0'), 1
		case c == ' ':
			return charSpace, 0, 1
		}
		return charOther, 0, 1
	}
	r, n := utf8.DecodeRuneInString(text[at:])
	switch r {
	case '一', '壹', '弌':
		return charHan, 1, n
	case '二', '两', '贰', '兩', '貳', '俩':
		return charHan, 2, n
	case '三', '叁', '參', '叄', '仨':
		return charHan, 3, n
	case '四', '肆':
		return charHan, 4, n
	case '五', '伍':
		return charHan, 5, n
	case '六', '陆', '陸':
		return charHan, 6, n
	case '七', '柒':
		return charHan, 7, n
	case '八', '捌':
		return charHan, 8, n
	case '九', '玖':
		return charHan, 9, n
	case '零', '〇', '○':
		return charZero, 0, n
	case '十', '拾':
		return charMagnitude, 1, n
	case '百', '佰':
		return charMagnitude, 2, n
	case '千', '仟':
		return charMagnitude, 3, n
	case '万', '萬':
		return charMagnitude, 4, n
	case '亿', '億':
		return charMagnitude, 8, n
	case '兆':
		return charMagnitude, 12, n
	case '廿':
		return charTens, 2, n
	case '卅':
		return charTens, 3, n
	case '卌':
		return charTens, 4, n
	case '几', '数', '幾', '數':
		return charSome, 1, n
	case '点', '點':
		return charPoint, 0, n
	case '\u00a0', '\u2009', '\u202f', '　':
		return charSpace, 0, n
	}
	if '０' <= r && r <= '９' {
		return charDigit, int(r - '０'), n
	}
	return charOther, 0, n
}

// skipBlanks returns the place behind at most maxBlanks blanks.
func skipBlanks(text string, at int) int {
	for range maxBlanks {
		kind, _, n := charAt(text, at)
		if kind != charSpace {
			break
		}
		at += n
	}
	return at
}

func isDigitBefore(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return '0' <= r && r <= '9' || '０' <= r && r <= '９'
}

// pointAt returns the length of the decimal point at text[at:], 0 if there is
// none.
func pointAt(text string, at int) int {
	switch {
	case at < len(text) && text[at] == '.':
		return 1
	case strings.HasPrefix(text[at:], "．"):
		return len("．")
	}
	return 0
}

func isLatinByte(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func isASCIIDigit(c byte) bool { return '0' <= c && c <= '9' }

// isLiang reports whether 两 stands at text[at:], which begins a number but ends
// none, as it is a unit too.
func isLiang(text string, at int) bool {
	return strings.HasPrefix(text[at:], "两") || strings.HasPrefix(text[at:], "兩")
}
