package extract

import (
	"strings"
	"unicode/utf8"
)

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

// periodBehind reports whether the rune before byte at is one of set.
func periodBehind(text string, at int, set string) bool {
	if set == "" || at == 0 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return strings.ContainsRune(set, r)
}

// periodAhead reports whether the rune at byte at is one of set.
func periodAhead(text string, at int, set string) bool {
	if set == "" || at >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	return strings.ContainsRune(set, r)
}

// periodEnded reports whether nothing that a number could count stands at byte at.
func periodEnded(text string, at int) bool {
	if at >= len(text) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	switch r {
	case '\n', '\t', '\r', ' ', '\u3000', '，', '。', '；', '、', '：', '！', '？', '）', ')', '(', '（', ',', ';', '”', '》':
		return true
	}
	return false
}

// periodClauseStart reports whether a clause begins at byte at.
func periodClauseStart(text string, at int) bool {
	if at == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	switch r {
	case '\n', '\t', '\r', ' ', '\u3000', '，', '。', '；', '：', '！', '？', ',', ';', ':', '—', '（', '(':
		return true
	}
	return false
}
