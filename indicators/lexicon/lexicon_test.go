package lexicon

import (
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// numbered gives each word its place as its value.
func numbered(words ...string) iter.Seq2[string, uint32] {
	return func(yield func(string, uint32) bool) {
		for i, w := range words {
			if !yield(w, uint32(i)) {
				return
			}
		}
	}
}

func build(t testing.TB, words ...string) *Lexicon {
	t.Helper()
	l, err := New(numbered(words...))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLongest(t *testing.T) {
	l := build(t, "元", "元/平方米", "平方", "平方米", "GW", "GWh", "㎡", "µ", "𠀀字")
	for _, c := range []struct {
		text string
		at   int
		want string
	}{
		{"元", 0, "元"},
		{"元/平方公里", 0, "元"},
		{"元/平方米以上", 0, "元/平方米"},
		{"5GWh", 1, "GWh"},
		{"5GW", 1, "GW"},
		{"5G", 1, ""},
		{"平", 0, ""},
		{"平方米", 3, ""},
		{"平方米", 1, ""},
		{"㎡", 0, "㎡"},
		{"µg", 0, "µ"},
		{"𠀀字", 0, "𠀀字"},
		{"𠀁字", 0, ""},
		{"", 0, ""},
		{"元", 3, ""},
		{"元"[:2], 0, ""},
	} {
		_, n := l.Longest(c.text, c.at)
		if got := c.text[c.at : c.at+n]; got != c.want {
			t.Errorf("Longest(%q, %d) = %q, want %q", c.text, c.at, got, c.want)
		}
	}
	if v, n := l.Longest("GWh", 0); v != 5 || n != 3 {
		t.Errorf("Longest(GWh) = %d, %d, want 5, 3", v, n)
	}
}

func TestPrefixes(t *testing.T) {
	l := build(t, "千", "千瓦", "千瓦时", "瓦")
	var got []string
	for v, n := range l.Prefixes("亿千瓦小时", 3) {
		got = append(got, "亿千瓦小时"[3:3+n])
		if v > 2 {
			t.Errorf("value %d", v)
		}
	}
	if want := []string{"千", "千瓦"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAllIsInOrder(t *testing.T) {
	words := []string{"b", "亩", "a", "ab", "亩产"}
	got := []string{}
	for w, v := range build(t, words...).All() {
		if words[v] != w {
			t.Errorf("%q has the value of %q", w, words[v])
		}
		got = append(got, w)
	}
	if want := slices.Sorted(slices.Values(words)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNewRefuses(t *testing.T) {
	_, err := New(numbered("亩", "", "\xff", "元", "亩"))
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{`"亩" stands twice`, `""`, `"\xff"`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v: lacks %s", err, want)
		}
	}
}

func TestZeroAndEmpty(t *testing.T) {
	for _, l := range []*Lexicon{{}, build(t)} {
		if _, n := l.Longest("亩", 0); n != 0 || l.Len() != 0 {
			t.Errorf("found %d bytes in %d words", n, l.Len())
		}
		for range l.All() {
			t.Error("a word in an empty lexicon")
		}
	}
}

func TestMatchesDoNotAllocate(t *testing.T) {
	l := build(t, "千", "千瓦", "千瓦时")
	sum := 0
	if n := testing.AllocsPerRun(100, func() {
		_, n := l.Longest("千瓦时", 0)
		sum += n
		for _, n := range l.Prefixes("千瓦时", 0) {
			sum += n
		}
	}); n != 0 {
		t.Errorf("%v allocations a match", n)
	}
	if sum == 0 {
		t.Error("no match")
	}
}

// FuzzLongest compares with a map of all words.
func FuzzLongest(f *testing.F) {
	f.Add("千 千瓦 千瓦时 瓦", "亿千瓦时 5千瓦")
	f.Add("a ab abc \xff b", "xabcab")
	f.Add("元 元元", "元元元")
	f.Fuzz(func(t *testing.T, list, text string) {
		words := map[string]uint32{}
		for w := range strings.FieldsSeq(list) {
			if utf8.ValidString(w) {
				words[w] = uint32(len(words))
			}
		}
		l, err := New(maps.All(words))
		if err != nil {
			t.Fatal(err)
		}
		if !maps.Equal(maps.Collect(l.All()), words) {
			t.Errorf("holds %v, want %v", maps.Collect(l.All()), words)
		}
		for at := range len(text) + 1 {
			want := ""
			var all []string
			for end := at + 1; end <= len(text); end++ {
				if _, ok := words[text[at:end]]; ok {
					want = text[at:end]
					all = append(all, want)
				}
			}
			v, n := l.Longest(text, at)
			if got := text[at : at+n]; got != want || n > 0 && v != words[got] {
				t.Errorf("Longest(%q, %d) = %q with %d, want %q with %d", text, at, got, v, want, words[want])
			}
			for _, n := range l.Prefixes(text, at) {
				if len(all) == 0 || text[at:at+n] != all[0] {
					t.Fatalf("Prefixes(%q, %d) gave %q, want %q", text, at, text[at:at+n], all)
				}
				all = all[1:]
			}
			if len(all) > 0 {
				t.Errorf("Prefixes(%q, %d) lacks %q", text, at, all)
			}
		}
	})
}

// corpus returns Chinese prose and the words to look for in it: texts from
// beside the repository where they are at hand, else a sentence repeated.
func corpus(b *testing.B) (string, []string) {
	text := strings.Repeat("全市完成地区生产总值3667.9亿元，比上年增长5.0%，其中第一产业增加值280.3亿元。\n", 4000)
	if paths, _ := filepath.Glob("../../../shared/corpus/text/*.txt"); len(paths) > 0 {
		var all strings.Builder
		for _, p := range paths {
			t, err := os.ReadFile(p)
			if err != nil {
				b.Fatal(err)
			}
			if utf8.RuneCount(t) < len(t)/2 { // Chinese, not English
				all.Write(t)
			}
		}
		text = all.String()
	}
	// Words of two to six Han characters that stand in the text, spread over it.
	seen := map[string]bool{}
	runes := []rune(text)
	for i := 0; i+6 < len(runes) && len(seen) < 7000; i += max(1, len(runes)/12000) {
		w := runes[i : i+2+i%5]
		if !slices.ContainsFunc(w, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
			seen[string(w)] = true
		}
	}
	return text, slices.Sorted(maps.Keys(seen))
}

func BenchmarkLongest(b *testing.B) {
	text, words := corpus(b)
	l := build(b, words...)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	found := 0
	for b.Loop() {
		found = 0
		for at := 0; at < len(text); {
			if _, n := l.Longest(text, at); n > 0 {
				found++
			}
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
	}
	b.ReportMetric(float64(found), "found")
	b.ReportMetric(float64(l.Len()), "words")
}

func BenchmarkNew(b *testing.B) {
	_, words := corpus(b)
	b.ReportAllocs()
	for b.Loop() {
		build(b, words...)
	}
}
