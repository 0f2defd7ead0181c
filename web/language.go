package web

import (
	"fmt"
	"strings"
)

// language is one that the pages speak.
type language string

const (
	zh language = "zh"
	en language = "en"
)

// tag is the language in HTML's words.
func (l language) tag() string {
	if l == en {
		return "en"
	}
	return "zh-CN"
}

// pick returns the text of this language, and the Chinese where there is no
// English: names that only a Chinese document knows stay as they are.
func (l language) pick(chinese, english string) string {
	if l == en && english != "" {
		return english
	}
	return chinese
}

// inside returns a phrase as it stands within a sentence.
func (l language) inside(phrase string) string {
	if l == en && len(phrase) > 1 && phrase[1] >= 'a' {
		return strings.ToLower(phrase[:1]) + phrase[1:]
	}
	return phrase
}

// say returns the message of that key with its arguments in place; the key
// itself where there is no such message.
func (l language) say(key string, args ...any) string {
	m, ok := messages[key]
	if !ok {
		return key
	}
	text := m.zh
	if l == en {
		text = m.en
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// has reports whether there is a message of that key.
func has(key string) bool { _, ok := messages[key]; return ok }
