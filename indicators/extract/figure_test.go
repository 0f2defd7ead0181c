package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

func loadTestUnits(t testing.TB) *catalog.Units {
	t.Helper()
	u, err := catalog.LoadUnits(os.DirFS("../../seeds"))
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// figuresIn offers every place of a text to appendFigures, as the scan does
// where it knows no word.
func figuresIn(u *catalog.Units, text string) []figure {
	var list []figure
	for i := 0; i < len(text); {
		out, end := appendFigures(list, u, text, i)
		list = out
		if end <= i {
			_, size := utf8.DecodeRuneInString(text[i:])
			end = i + size
		}
		i = end
	}
	return list
}

func runeOffsets(text string) []int {
	offsets := make([]int, 0, len(text)+1)
	for i := range text {
		offsets = append(offsets, i)
	}
	return append(offsets, len(text))
}

// jsonLines decodes each line of a file into a T.
func jsonLines[T any](t *testing.T, path string) []T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []T
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		if strings.TrimSpace(sc.Text()) == "" {
			continue
		}
		var v T
		if err := json.Unmarshal(sc.Bytes(), &v); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		list = append(list, v)
	}
	if err := sc.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}

// TestPeerCases reads another project's cases for numbers, percentages, money
// and measures.
func TestPeerCases(t *testing.T) {
	const path = "../../../shared/specs/recognizers-zh.jsonl"
	if _, err := os.Stat(path); err != nil {
		t.Skip("the cases are not beside the repository")
	}
	floor := map[string]float64{"number": 0.97, "percent": 0.97, "currency": 0.97, "dimension": 0.97}
	u := loadTestUnits(t)
	passed, all := map[string]int{}, map[string]int{}
	for _, c := range jsonLines[struct {
		ID, Kind, Text string
		Relevant       bool
		Expect         []struct {
			Start, End int
			Value      any
		}
	}](t, path) {
		if !c.Relevant || floor[c.Kind] == 0 {
			continue
		}
		offsets := runeOffsets(c.Text)
		figs := figuresIn(u, c.Text)
		ok := true
		for _, e := range c.Expect {
			want, err := decimal.NewFromString(e.Value.(string))
			if err != nil {
				t.Fatal(err)
			}
			met := false
			for _, f := range figs {
				if int(f.start) < offsets[e.End] && offsets[e.Start] < int(f.end) && close(f.number(c.Text), want) {
					met = true
				}
			}
			if !met {
				ok = false
				t.Logf("%s: %q has %s; read %s", c.ID, c.Text, want, describeAll(u, c.Text, figs))
			}
		}
		all[c.Kind]++
		if ok {
			passed[c.Kind]++
		}
	}
	for kind, n := range all {
		rate := float64(passed[kind]) / float64(n)
		t.Logf("%s: %d of %d, %.3f", kind, passed[kind], n, rate)
		if rate < floor[kind] {
			t.Errorf("%s: %.3f is under %.2f", kind, rate, floor[kind])
		}
	}
}

// close reports whether two values agree to twelve digits.
func close(a, b decimal.Decimal) bool {
	return a.Sub(b).Abs().LessThanOrEqual(b.Abs().Shift(-12))
}

func describeAll(u *catalog.Units, text string, figs []figure) string {
	var b strings.Builder
	for _, f := range figs {
		b.WriteString("[" + describe(u, text, f) + "]")
	}
	return b.String()
}

var formNames = []string{"plain", "bare", "low", "high", "ratio", "percent", "fraction", "doubling", "ordinal", "top", "round", "rhetorical", "word", "vague", "identifier", "formula", "long"}

// describe prints a figure: as printed, value, unit, bound and form.
func describe(u *catalog.Units, text string, f figure) string {
	words := []string{f.printed(text), "=", indicators.PlainDecimal(f.value(text)), f.unitText(u, text), f.bound.String(), formNames[f.form]}
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" || w == "exact" || w == "plain" }), " ")
}

// TestGoldFigures looks for the figures of documents that were read by hand.
func TestGoldFigures(t *testing.T) {
	paths, _ := filepath.Glob("../../../shared/gold/dev/*.gold.jsonl")
	if len(paths) == 0 {
		t.Skip("the documents are not beside the repository")
	}
	u := loadTestUnits(t)
	found, bound, spans, all := 0, 0, 0, 0
	for _, path := range paths {
		raw, err := os.ReadFile(strings.TrimSuffix(path, ".gold.jsonl") + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		text := string(raw)
		offsets := runeOffsets(text)
		figs := figuresIn(u, text)
		for _, g := range jsonLines[struct {
			Quote, Value, Unit, Bound, Measure, Note string
			Start, End                               int
			Core                                     bool
		}](t, path) {
			if !g.Core || !strings.ContainsAny(g.Quote, "0123456789一二三四五六七八九十百千万亿两翻半") || strings.Contains("首位 第一 持平 首台 首家 首个", g.Quote) {
				continue
			}
			all++
			want := decimal.RequireFromString(g.Value).Abs()
			start, end := offsets[g.Start], offsets[g.End]
			hit := -1
			for i, f := range figs {
				if int(f.start) < end && start < int(f.end) && sameDigits(f, f.value(text).Abs(), want) && f.form.counts() && unitFits(f.unitText(u, text), g.Unit, f) {
					hit = i
				}
			}
			if hit < 0 {
				t.Logf("%s: %q is %s %s; read %s", filepath.Base(path), g.Quote, g.Value, g.Unit, describeAll(u, text, around(figs, start, end)))
				continue
			}
			found++
			f := figs[hit]
			if f.bound.String() == g.Bound {
				bound++
			} else {
				t.Logf("%s: %q is %s; read %s", filepath.Base(path), g.Quote, g.Bound, describe(u, text, f))
			}
			if f.printed(text) == g.Quote {
				spans++
			} else {
				t.Logf("%s: %q is the quote; read %s", filepath.Base(path), g.Quote, describe(u, text, f))
			}
		}
	}
	t.Logf("found %d of %d, %.4f; bound right %d, quote right %d", found, all, float64(found)/float64(all), bound, spans)
	if float64(found) < 0.99*float64(all) {
		t.Error("under 0.99")
	}
}

// sameDigits reports whether a value is the one wanted; a number alone may have
// its magnitude in the head of its table.
func sameDigits(f figure, got, want decimal.Decimal) bool {
	if f.unit < 0 && !want.IsZero() {
		for got.LessThan(want) {
			got = got.Shift(1)
		}
	}
	return got.Equal(want)
}

// unitFits reports whether a unit is the one wanted, where a number alone
// takes any.
func unitFits(got, want string, f figure) bool {
	return got == want || f.unit < 0 || want == "" || got == "个" && want == "百分点" || strings.HasPrefix(want, got) || strings.HasPrefix(got, want+"/") || want == "公斤" && got == "千克"
}

func around(figs []figure, start, end int) (list []figure) {
	for _, f := range figs {
		if int(f.start) < end+12 && start-12 < int(f.end) {
			list = append(list, f)
		}
	}
	return list
}

// TestFigureExamples reads testdata/numbers.txt: a text, an arrow and what is
// read in it.
func TestFigureExamples(t *testing.T) {
	const path = "testdata/numbers.txt"
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	u := loadTestUnits(t)
	line := 0
	for l := range strings.Lines(string(raw)) {
		line++
		l = strings.TrimSuffix(l, "\n")
		if l == "" || l[0] == '#' {
			continue
		}
		text, want, ok := strings.Cut(l, " ⇒ ")
		if !ok {
			t.Errorf("%s:%d: no ⇒", path, line)
			continue
		}
		if got := describeAll(u, text, figuresIn(u, text)); got != want {
			t.Errorf("%s:%d: %s\n got %s\nwant %s", path, line, text, got, want)
		}
	}
}
