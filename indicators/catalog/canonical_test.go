package catalog

import (
	"testing"
	"unicode/utf8"
)

// FuzzIsCanonical: what is taken to be canonical at a glance is what Canonical
// would make of it.
func FuzzIsCanonical(f *testing.F) {
	for _, s := range []string{"地区生产总值", "人均ＧＤＰ", "“四上”企业", "gdp 增速", "R&D经费", "\u3000鿿", "〇", "é", "\xe4\xb8"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := Canonical(s)
		if isCanonical(s) && (c != s || !utf8.ValidString(s)) {
			t.Errorf("%q is taken to be canonical and gives %q", s, c)
		}
	})
}
