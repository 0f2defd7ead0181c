package seeds_test

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"suanpan/seeds"
)

const (
	figuresSuffix = ".figures.tsv"
	figuresHeader = "indicator\tmeasure\tbasis\tstatus\tbound\tvalue\tunit\tregion\tperiod"
)

var (
	frontKeys = []string{"title", "publisher", "region", "published", "url", "kind"}
	kinds     = []string{"bulletin", "report", "news"}

	// A period is a day, a month, a year or a part of it, or two of them with
	// the first and the last named.
	period = func() *regexp.Regexp {
		const one = `\d{4}(-(\d{2}(-\d{2})?|Q[1-4]|H[12]))?`
		return regexp.MustCompile(`^` + one + `(/` + one + `)?$`)
	}()

	columns = []struct {
		name  string
		valid func(string) bool
	}{
		{"indicator", func(s string) bool { return s != "" && s == strings.TrimSpace(s) }},
		{"measure", oneOf("level", "growth", "change", "share", "rank")},
		{"basis", oneOf("", "yoy", "mom", "average", "cumulative", "plan")},
		{"status", oneOf("actual", "target")},
		{"bound", oneOf("exact", "at_least", "at_most", "about")},
		{"value", regexp.MustCompile(`^-?(0|[1-9]\d*)(\.\d+)?$`).MatchString},
		{"unit", func(s string) bool { return s == strings.TrimSpace(s) }},
		{"region", func(s string) bool { return s != "" }},
		{"period", period.MatchString},
	}
)

func oneOf(words ...string) func(string) bool {
	return func(s string) bool { return slices.Contains(words, s) }
}

// figure is a row of a table of figures.
type figure struct {
	indicator, measure, basis, status, bound string
	value                                    decimal.Decimal
	unit, region, period                     string
}

// amount is what a figure prints: its size and its unit, whatever the text
// says around it.
type amount struct {
	size string
	unit string
}

func (f figure) amount() amount { return amount{f.value.Abs().String(), f.unit} }

func documents(t *testing.T) []string {
	t.Helper()
	entries, err := fs.ReadDir(seeds.Documents, "documents")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".md"); ok && name != "README" {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		t.Fatal("no documents")
	}
	return names
}

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := fs.ReadFile(seeds.Documents, path.Join("documents", file))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// split parts a document into its front matter, in order, and its text.
func split(doc string) (front [][2]string, text string, err error) {
	rest, ok := strings.CutPrefix(doc, "---\n")
	if !ok {
		return nil, "", fmt.Errorf("1: no front matter")
	}
	head, text, ok := strings.Cut(rest, "\n---\n\n")
	if !ok {
		return nil, "", fmt.Errorf("front matter does not end")
	}
	for i, line := range strings.Split(head, "\n") {
		key, value, ok := strings.Cut(line, ": ")
		if !ok || value == "" || value != strings.TrimSpace(value) {
			return nil, "", fmt.Errorf("%d: no key and value: %q", i+2, line)
		}
		front = append(front, [2]string{key, value})
	}
	return front, text, nil
}

func figures(table string) ([]figure, error) {
	body, ok := strings.CutSuffix(table, "\n")
	lines := strings.Split(body, "\n")
	if !ok || lines[0] != figuresHeader {
		return nil, fmt.Errorf("1: not the header, or no line end at the end")
	}
	var rows []figure
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(columns) {
			return nil, fmt.Errorf("%d: %d cells, not %d", i+2, len(cells), len(columns))
		}
		for c, col := range columns {
			if !col.valid(cells[c]) {
				return nil, fmt.Errorf("%d: %s %q", i+2, col.name, cells[c])
			}
		}
		value, err := decimal.NewFromString(cells[5])
		if err != nil {
			return nil, fmt.Errorf("%d: value: %w", i+2, err)
		}
		rows = append(rows, figure{cells[0], cells[1], cells[2], cells[3], cells[4], value, cells[6], cells[7], cells[8]})
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("no figures")
	}
	return rows, nil
}

func TestDocumentFrontMatter(t *testing.T) {
	for _, name := range documents(t) {
		front, text, err := split(read(t, name+".md"))
		if err != nil {
			t.Errorf("%s.md:%v", name, err)
			continue
		}
		var keys []string
		value := map[string]string{}
		for _, kv := range front {
			keys = append(keys, kv[0])
			value[kv[0]] = kv[1]
		}
		if !slices.Equal(keys, frontKeys) {
			t.Errorf("%s.md: keys %v, not %v", name, keys, frontKeys)
		}
		if _, err := time.Parse(time.DateOnly, value["published"]); err != nil {
			t.Errorf("%s.md: published: %v", name, err)
		}
		if u, err := url.Parse(value["url"]); err != nil || u.Host == "" || !strings.HasPrefix(u.Scheme, "http") {
			t.Errorf("%s.md: url %q is no address", name, value["url"])
		}
		if !slices.Contains(kinds, value["kind"]) {
			t.Errorf("%s.md: kind %q", name, value["kind"])
		}
		if strings.TrimSpace(text) == "" || !strings.HasSuffix(text, "\n") {
			t.Errorf("%s.md: no text, or no line end at the end", name)
		}
		for i, line := range strings.Split(text, "\n") {
			if line != strings.TrimSpace(line) {
				t.Errorf("%s.md: space at an edge of line %d of the text", name, i+1)
			}
		}
	}
}

func TestDocumentTables(t *testing.T) {
	names := documents(t)
	tables, err := fs.Glob(seeds.Documents, "documents/*"+figuresSuffix)
	if err != nil {
		t.Fatal(err)
	}
	if len(tables) != len(names) {
		t.Errorf("%d documents, %d tables of figures", len(names), len(tables))
	}
	for _, name := range names {
		rows, err := figures(read(t, name+figuresSuffix))
		if err != nil {
			t.Errorf("%s%s:%v", name, figuresSuffix, err)
			continue
		}
		type key struct{ indicator, measure, basis, status, bound, region, period string }
		seen := map[key]int{}
		for i, f := range rows {
			line := i + 2
			changes := f.measure == "growth" || f.measure == "change"
			switch {
			case !changes && f.basis != "":
				t.Errorf("%s%s:%d: a %s has no basis", name, figuresSuffix, line, f.measure)
			case f.measure == "growth" && f.unit != "%" && f.unit != "倍":
				t.Errorf("%s%s:%d: growth in %q", name, figuresSuffix, line, f.unit)
			case f.measure == "share" && f.unit != "%":
				t.Errorf("%s%s:%d: share in %q", name, figuresSuffix, line, f.unit)
			case f.measure == "rank" && (f.unit != "" || !f.value.IsInteger() || !f.value.IsPositive()):
				t.Errorf("%s%s:%d: rank %s%s", name, figuresSuffix, line, f.value, f.unit)
			}
			k := key{f.indicator, f.measure, f.basis, f.status, f.bound, f.region, f.period}
			if first, ok := seen[k]; ok {
				t.Errorf("%s%s:%d: says again what line %d says", name, figuresSuffix, line, first)
			}
			seen[k] = line
		}
	}
}

// TestDocumentsPrintTheirFigures reads the amounts that a text prints, one by
// one, and holds them against its table: the same amounts, all of them, in the
// same order.
func TestDocumentsPrintTheirFigures(t *testing.T) {
	names := documents(t)
	tables := map[string][]figure{}
	units := map[string]bool{}
	for _, name := range names {
		rows, err := figures(read(t, name+figuresSuffix))
		if err != nil {
			t.Fatalf("%s%s:%v", name, figuresSuffix, err)
		}
		tables[name] = rows
		for _, f := range rows {
			units[f.unit] = true
		}
	}
	for _, name := range names {
		_, text, err := split(read(t, name+".md"))
		if err != nil {
			t.Fatalf("%s.md:%v", name, err)
		}
		printed := amounts(text, units)
		for i, f := range tables[name] {
			if i >= len(printed) {
				t.Errorf("%s%s:%d: %s %v is not in the text", name, figuresSuffix, i+2, f.indicator, f.amount())
				break
			}
			if got, want := printed[i], f.amount(); got != want {
				t.Errorf("%s%s:%d: %s is %v, the text prints %v there", name, figuresSuffix, i+2, f.indicator, want, got)
				break
			}
		}
		if n := len(tables[name]); len(printed) > n {
			t.Errorf("%s.md: prints %v, which is not in the table", name, printed[n])
		}
	}
}

var (
	printedAmount = regexp.MustCompile(`(第)?(\d+(?:\.\d+)?)(万亿|千亿|百亿|亿|千万|百万|万|千|百)?`)
	magnitudes    = map[string]int32{"": 0, "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11, "万亿": 12}
)

// amounts returns the amounts that text prints, in order: a number with one of
// the units behind it, a number alone before a stop, the parts of a ratio in
// %, and ranks. Dates, and numbers in names, are none.
func amounts(text string, units map[string]bool) []amount {
	var list []amount
	for _, m := range printedAmount.FindAllStringSubmatchIndex(text, -1) {
		value := decimal.RequireFromString(text[m[4]:m[5]])
		if m[6] >= 0 {
			value = value.Shift(magnitudes[text[m[6]:m[7]]])
		}
		before, after := text[:m[0]], text[m[1]:]
		unit, ok := unitAt(after, units)
		switch {
		case m[2] >= 0:
			unit, ok = "", strings.HasPrefix(after, "位")
		case strings.HasPrefix(after, "∶") || strings.HasSuffix(before, "∶"):
			unit, ok = "%", true
		case !ok:
			ok = strings.IndexAny(after, "，、；。") == 0
		}
		if ok {
			list = append(list, amount{value.String(), unit})
		}
	}
	return list
}

// unitAt returns the longest of the units that s starts with.
func unitAt(s string, units map[string]bool) (string, bool) {
	if strings.HasPrefix(s, "个百分点") {
		return "百分点", true
	}
	longest := ""
	for u := range units {
		if len(u) > len(longest) && strings.HasPrefix(s, u) {
			longest = u
		}
	}
	return longest, longest != ""
}
