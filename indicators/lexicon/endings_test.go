package lexicon

import (
	"maps"
	"strings"
	"testing"
	"unicode/utf8"
)

func endings(t testing.TB, words ...string) *Endings {
	t.Helper()
	e, err := NewEndings(numbered(words...))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestEndings(t *testing.T) {
	e := endings(t, "产量", "总产量", "量", "增加值", "GDP", "𠀀")
	for text, want := range map[string]string{
		"粮食总产量":  "总产量",
		"粮食产量":   "产量",
		"水量":     "量",
		"量":      "量",
		"产量数":    "",
		"人均GDP":  "GDP",
		"人均gdp":  "",
		"字𠀀":     "𠀀",
		"":       "",
		"量\xff":  "",
		"\xff产量": "产量",
	} {
		if _, n := e.Longest(text); text[len(text)-n:] != want {
			t.Errorf("%q ends in %q, want %q", text, text[len(text)-n:], want)
		}
	}
	if v, _ := e.Longest("工业增加值"); v != 3 {
		t.Errorf("value %d, want 3", v)
	}
	if _, n := new(Endings).Longest("产量"); n != 0 {
		t.Errorf("the zero value found %d bytes", n)
	}
	if _, err := NewEndings(numbered("亩", "亩")); err == nil || !strings.Contains(err.Error(), "亩") {
		t.Errorf("a word that stands twice: %v", err)
	}
}

// FuzzEndings compares with a map of all words.
func FuzzEndings(f *testing.F) {
	f.Add("产量 量 总产量", "粮食总产量")
	f.Add("a ba \xff", "cba")
	f.Fuzz(func(t *testing.T, list, text string) {
		words := map[string]uint32{}
		for w := range strings.FieldsSeq(list) {
			if utf8.ValidString(w) {
				words[w] = uint32(len(words))
			}
		}
		e, err := NewEndings(maps.All(words))
		if err != nil {
			t.Fatal(err)
		}
		want := ""
		for at := len(text) - 1; at >= 0; at-- {
			if _, ok := words[text[at:]]; ok {
				want = text[at:]
			}
		}
		v, n := e.Longest(text)
		if got := text[len(text)-n:]; got != want || n > 0 && v != words[got] {
			t.Errorf("%q ends in %q with %d, want %q with %d", text, got, v, want, words[want])
		}
	})
}
