package extract

import (
	"strings"
	"unicode/utf8"
)

// thousands returns where three digits behind a separator at text[at:] begin
// and end; end is at if they do not stand there. A full-width comma separates
// full-width digits only, and a blank, which may lie between two numbers, only
// where the next would begin with 0, or where a unit ends the groups of three:
// 20 000, 1 228.3亿元.
func thousands(text string, at int) (digits, end int) {
	wide := false
	switch {
	case at < len(text) && text[at] == ',':
		digits = at + 1
	case strings.HasPrefix(text[at:], "，"):
		_, n := utf8.DecodeLastRuneInString(text[:at])
		wide = n > 1
		if !wide {
			return at, at
		}
		digits = at + len("，")
	case strings.HasPrefix(text[at:], " 0"), blankGroups(text, at):
		digits = at + 1
	default:
		return at, at
	}
	end = digits
	for range 3 {
		kind, _, size := charAt(text, end)
		if kind != charDigit || wide && size == 1 {
			return at, at
		}
		end += size
	}
	if kind, _, _ := charAt(text, end); kind == charDigit {
		return at, at
	}
	return digits, end
}

// blankGroups reports whether blanks part the digits from text[at:] on into groups
// of three up to a unit: 1 228.3亿元, and not 12 345 678.
func blankGroups(text string, at int) bool {
	const most = 4 // groups
	i, n := at, 0
	for ; n < most && i < len(text) && text[i] == ' '; n++ {
		for k := 1; k <= 3; k++ {
			if i+k >= len(text) || !isASCIIDigit(text[i+k]) {
				return false
			}
		}
		i += 4
	}
	if n == 0 || i >= len(text) {
		return false
	}
	if text[i] == '.' {
		for i++; i < len(text) && isASCIIDigit(text[i]) && i < at+40; i++ {
			continue
		}
	}
	return i < len(text) && (text[i] == '%' || text[i] >= utf8.RuneSelf && charKindAt(text, i) == charOther || charKindAt(text, i) == charMagnitude)
}

// charKindAt tells what the character at text[at:] is to a numeral.
func charKindAt(text string, at int) charKind {
	kind, _, _ := charAt(text, at)
	return kind
}
