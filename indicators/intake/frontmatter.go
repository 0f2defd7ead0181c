package intake

import (
	"fmt"
	"strings"
)

// maxFrontMatter bounds the lines of front matter.
const maxFrontMatter = 64

// frontMatter takes the lines between two lines of three hyphens at the start
// of a text, each a key, a colon and a value, and returns what stands behind
// them. A text that only begins with a rule has no front matter: its second
// line is no key.
func frontMatter(text string) (m Meta, body string, err error) {
	head, rest := cutLine(text)
	if head != "---" {
		return Meta{}, text, nil
	}
	if line, _ := cutLine(rest); !isField(line) {
		return Meta{}, text, nil
	}
	for n := 2; n <= maxFrontMatter && rest != ""; n++ {
		var line string
		line, rest = cutLine(rest)
		switch {
		case line == "---":
			return m, strings.TrimLeft(rest, "\r\n"), nil
		case strings.TrimSpace(line) == "" || line[0] == '#':
			continue
		case !isField(line):
			return Meta{}, "", fmt.Errorf("line %d: front matter wants “key: value”, or a line of --- to end it", n)
		}
		key, value, _ := strings.Cut(line, ":")
		if err := m.set(key, unquote(strings.TrimSpace(value))); err != nil {
			return Meta{}, "", fmt.Errorf("line %d: %w", n, err)
		}
	}
	return Meta{}, "", fmt.Errorf("the front matter has no end: close it with a line of --- within %d lines", maxFrontMatter)
}

// cutLine splits the first line from the rest and drops its end and trailing
// blanks.
func cutLine(s string) (line, rest string) {
	line, rest, _ = strings.Cut(s, "\n")
	return strings.TrimRight(line, " \t\r"), rest
}

// isField reports whether the line starts with a lower-case ASCII word and a
// colon.
func isField(line string) bool {
	key, _, ok := strings.Cut(line, ":")
	for i := range len(key) {
		if c := key[i]; (c < 'a' || c > 'z') && c != '_' && c != '-' {
			return false
		}
	}
	return ok && key != ""
}

// unquote drops one pair of straight quotation marks around a value.
func unquote(s string) string {
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		return s[1 : n-1]
	}
	return s
}
