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

// chars are the characters of numerals outside ASCII, by kind and value.
var chars = []struct {
	kind  charKind
	value int
	runes string
}{
	{charHan, 1, "一壹弌"},
	{charHan, 2, "二两贰兩貳俩"},
	{charHan, 3, "三叁參叄仨"},
	{charHan, 4, "四肆"},
	{charHan, 5, "五伍"},
	{charHan, 6, "六陆陸"},
	{charHan, 7, "七柒"},
	{charHan, 8, "八捌"},
	{charHan, 9, "九玖"},
	{charZero, 0, "零〇○"},
	{charMagnitude, 1, "十拾"},
	{charMagnitude, 2, "百佰"},
	{charMagnitude, 3, "千仟"},
	{charMagnitude, 4, "万萬"},
	{charMagnitude, 8, "亿億"},
	{charMagnitude, 12, "兆"},
	{charTens, 2, "廿"},
	{charTens, 3, "卅"},
	{charTens, 4, "卌"},
	{charSome, 1, "几数幾數"},
	{charPoint, 0, "点點"},
	{charSpace, 0, "\u2009\u202f　"},
}

// charTable finds a character of three bytes: pages of 64 runes, 0 where none
// of the page is of numerals, and in them kind and value.
type charTable struct {
	pages [1024]uint8
	chars [64][64]uint8
}

var numeralChars = func() (t charTable) {
	count := uint8(0)
	set := func(r rune, kind charKind, value int) {
		if t.pages[r/64] == 0 {
			count++
			t.pages[r/64] = count
		}
		t.chars[t.pages[r/64]][r%64] = uint8(kind)<<4 | uint8(value)
	}
	for _, c := range chars {
		for _, r := range c.runes {
			set(r, c.kind, c.value)
		}
	}
	for d := range 10 {
		set('０'+rune(d), charDigit, d)
	}
	return t
}()

// charAt tells what the character at text[at:] is to a numeral, its value
// and its length in bytes; length 0 is the end of the text.
func charAt(text string, at int) (kind charKind, value, length int) {
	if at >= len(text) {
		return charOther, 0, 0
	}
	switch c := text[at]; {
	case c < utf8.RuneSelf:
		if c-'0' <= 9 {
			return charDigit, int(c - '0'), 1
		}
		if c == ' ' {
			return charSpace, 0, 1
		}
		return charOther, 0, 1
	case c>>4 == 0xE && at+2 < len(text):
		r := rune(c&0x0F)<<12 | rune(text[at+1]&0x3F)<<6 | rune(text[at+2]&0x3F)
		page := numeralChars.pages[r/64]
		if page == 0 {
			return charOther, 0, 3
		}
		v := numeralChars.chars[page][r%64]
		return charKind(v >> 4), int(v & 15), 3
	case c>>5 == 6 && at+1 < len(text):
		if text[at:at+2] == "\u00a0" {
			return charSpace, 0, 2
		}
		return charOther, 0, 2
	}
	_, n := utf8.DecodeRuneInString(text[at:])
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
