package extract

import (
	"strings"
	"unicode/utf8"
)

// kindOf tells what a line is by its own form.
func kindOf(s string, runes int) (blockKind, int) {
	if isMark(s, runes) {
		return blockMark, 0
	}
	if strings.HasPrefix(s, "注：") || strings.HasPrefix(s, "注:") || strings.HasPrefix(s, "注释") || strings.HasPrefix(s, "资料来源") || noteMark(s) > 0 {
		return blockNote, 0
	}
	if isByline(s, runes) {
		return blockByline, 0
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if n := numbering(s); n > 0 && runes <= 40 && !strings.ContainsRune("。；;，,", last) && !strings.Contains(s, "。") {
		return blockHeading, n
	}
	if runes <= 30 && !strings.ContainsRune("。！？；，、,;…", last) && !hasAny(s, "。", "；") {
		return blockHeading, 0
	}
	return blockText, 0
}

// isMark reports whether a line is a page number or a rule.
func isMark(s string, runes int) bool {
	if runes > 12 {
		return false
	}
	digits := 0
	for _, r := range s {
		switch {
		case isDigit(r):
			digits++
		case strings.ContainsRune("—-–－·. 第页/共", r):
		default:
			return false
		}
	}
	return digits <= 4 && (digits < runes || runes <= 3)
}

// noteMark returns the length of a footnote's mark at the start of a line that
// is a note: [1]地区生产总值绝对数按现价计算.
func noteMark(s string) int {
	if rest, ok := strings.CutPrefix(s, "［"); ok {
		if k := strings.Index(rest, "］"); k > 0 && k < 4 && strings.Trim(rest[:k], "0123456789") == "" {
			return len("［") + k + len("］")
		}
		return 0
	}
	if len(s) > 3 && s[0] == '[' {
		if k := strings.IndexByte(s, ']'); k > 1 && k < 5 && strings.Trim(s[1:k], "0123456789") == "" && len(s) > k+1 {
			return k + 1
		}
	}
	return 0
}

// numbering returns the level of the number that a line begins with: 1 for 一、,
// 2 for （一）, 3 for 1. and 1、, 4 for （1）; 0 where it has none.
func numbering(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	rest := s[n:]
	switch {
	case r == '（' || r == '(':
		k := strings.IndexAny(rest, "）)")
		if k <= 0 || k > 9 {
			return 0
		}
		if isHan(rest[:k]) {
			return 2
		}
		if strings.Trim(rest[:k], "0123456789") == "" {
			return 4
		}
	case strings.ContainsRune("一二三四五六七八九十", r):
		for rest != "" {
			r, n := utf8.DecodeRuneInString(rest)
			if r == '、' || r == '．' || r == '.' {
				return 1
			}
			if !strings.ContainsRune("一二三四五六七八九十", r) {
				return 0
			}
			rest = rest[n:]
		}
	case isDigit(r):
		k := 0
		for k < len(rest) && rest[k] >= '0' && rest[k] <= '9' {
			k++
		}
		if k > 1 {
			return 0
		}
		after, m := utf8.DecodeRuneInString(rest[k:])
		next, _ := utf8.DecodeRuneInString(rest[min(len(rest), k+m):])
		if (after == '.' || after == '．' || after == '、') && !isDigit(next) {
			return 3
		}
	}
	return 0
}

func hasNumber(s string) bool { return numbering(s) > 0 }

// isHan reports whether s holds only Han numerals.
func isHan(s string) bool {
	return s != "" && strings.Trim(s, "一二三四五六七八九十百") == ""
}

var bylineWords = []string{"记者", "通讯员", "责编", "责任编辑", "校对", "美编", "编辑：", "编辑:", "来源：", "时间：", "作者", "字号", "文/图", "摄影", "主编", "见习", "实习生"}

// isByline reports whether a line names who made the page and tells nothing.
func isByline(s string, runes int) bool {
	if runes > 60 {
		return false
	}
	if hasAny(s, "。", "；") {
		return false
	}
	for _, w := range bylineWords {
		if strings.Contains(s, w) && !strings.Contains(s, "，") {
			return true
		}
	}
	return false
}

// caption returns the length of the label that a brief begins with: ▲医保 , up
// to the blank behind it.
func caption(s string) int {
	if r, _ := utf8.DecodeRuneInString(s); !strings.ContainsRune("▲●■◆★▶", r) {
		return 0
	}
	for i, r := range s {
		if i > 24 {
			break
		}
		if isBlank(r) {
			return i + utf8.RuneLen(r)
		}
	}
	return 0
}
