package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/indicators/sqlstore"
	"suanpan/seeds"
)

// openDigests lists the figures that are known to be read wrong: document, a
// quote that stands once in it and ends with the figure, reason. The list can
// only shrink: what reads right must not stand in it.
const openDigests = "testdata/digests-open.txt"

// A digestRow is a row of a table of figures, with its place in the text.
type digestRow struct {
	said figureSaid
	at   indicators.Span // the printed number and unit
}

// A figureSaid is what a table says of a figure, or what a reader made of it.
// Two that are equal say the same.
type figureSaid struct {
	indicator string // an id: of the catalogue, or an open one
	words     string // measure, basis, status and bound
	value     string
	unit      string
	region    string // full name
	period    string
}

func (f figureSaid) String() string {
	return strings.Join([]string{f.indicator, f.words, f.value + f.unit, f.region, f.period}, " | ")
}

// TestDigestsAreRead fills a store as serve does at its first start, and holds
// all figures of each document against the table beside it: none missing,
// none more, each alike in all it says.
func TestDigestsAreRead(t *testing.T) {
	store, err := sqlstore.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	cat, reader, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	fill := shippedFill{store, reader, cat.Version()}
	docs, err := fill.stale(t.Context(), seeds.Documents)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fill.read(t.Context(), docs, func() {}); err != nil {
		t.Fatal(err)
	}
	open := readOpenDigests(t, docs)
	figures, right := 0, 0
	for _, d := range docs {
		rows := digestRows(t, cat, d)
		var read []indicators.Observation
		for o, err := range store.Observations(t.Context(), indicators.Query{Document: d.ID}) {
			if err != nil {
				t.Fatal(err)
			}
			read = append(read, o)
		}
		faults := digestFaults(rows, read)
		figures += len(rows)
		right += len(rows) - len(faults)
		for _, at := range open[d.ID] {
			if !slices.ContainsFunc(faults, func(f digestFault) bool { return f.at.End == at.End }) {
				t.Errorf("%s: %s: reads right: take it out of %s", d.ID, at.Of(d.Text), openDigests)
			}
		}
		for _, f := range faults {
			if !slices.ContainsFunc(open[d.ID], func(at indicators.Span) bool { return f.at.End == at.End }) {
				t.Errorf("%s\t%s\t%s", d.ID, uniqueQuote(d.Text, f.at), f.what)
			}
		}
	}
	t.Logf("%d figures in %d documents, %d of them read right", figures, len(docs), right)
}

// A digestFault is a figure that is not read as its table says.
type digestFault struct {
	at   indicators.Span
	what string
}

// digestFaults pairs each row with the figure read at its place and tells the
// rows that differ or have none, and the figures that no row has. Of figures
// at one place, the ends of a range, the one that says the most alike is
// taken.
func digestFaults(rows []digestRow, read []indicators.Observation) (faults []digestFault) {
	taken := make([]bool, len(read))
	take := func(row digestRow, fits func(figureSaid) bool) bool {
		for i, o := range read {
			if o.From.Span.Start < row.at.End && row.at.Start < o.From.Span.End && !taken[i] && fits(said(o)) {
				taken[i] = true
				return true
			}
		}
		return false
	}
	var wrong []digestRow
	for _, row := range rows {
		if !take(row, func(f figureSaid) bool { return f == row.said }) {
			wrong = append(wrong, row)
		}
	}
	for _, row := range wrong {
		what := "is not read: " + row.said.String()
		differs := func(f figureSaid) bool { what = row.said.differs(f); return true }
		if !take(row, func(f figureSaid) bool { return f.value == row.said.value && differs(f) }) {
			take(row, differs)
		}
		faults = append(faults, digestFault{row.at, what})
	}
	for i, o := range read {
		if !taken[i] {
			faults = append(faults, digestFault{o.From.Span, "is no figure of the table: " + said(o).String()})
		}
	}
	slices.SortStableFunc(faults, func(a, b digestFault) int { return cmp.Compare(a.at.Start, b.at.Start) })
	return faults
}

// said is what a reader made of a figure.
func said(o indicators.Observation) figureSaid {
	return figureSaid{
		indicator: o.Indicator,
		words:     saidWords(o.Measure.String(), o.Basis.String(), o.Status.String(), o.Bound.String()),
		value:     o.Text(),
		unit:      o.Unit,
		region:    o.Place,
		period:    o.Period.String(),
	}
}

func saidWords(measure, basis, status, bound string) string {
	return strings.Join(strings.Fields(strings.Join([]string{measure, basis, status, bound}, " ")), " ")
}

// differs tells what was read otherwise than f says.
func (f figureSaid) differs(read figureSaid) string {
	var all []string
	for _, a := range []struct{ name, want, got string }{
		{"indicator", f.indicator, read.indicator},
		{"measure", f.words, read.words},
		{"value", f.value, read.value},
		{"unit", f.unit, read.unit},
		{"region", f.region, read.region},
		{"period", f.period, read.period},
	} {
		if a.want != a.got {
			all = append(all, fmt.Sprintf("%s: read %q, want %q", a.name, a.got, a.want))
		}
	}
	return strings.Join(all, "; ")
}

var (
	digestNumber    = regexp.MustCompile(`\d+(?:\.\d+)?(?:万亿|千亿|百亿|亿|千万|百万|万|千|百)?`)
	digestMagnitude = map[string]int32{"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11, "万亿": 12}
)

// digestRows reads the table of a document and finds the place of each row in
// the text: the first printing, behind the row before, of its amount.
func digestRows(t *testing.T, cat *catalog.Catalog, d *indicators.Document) (rows []digestRow) {
	t.Helper()
	table, err := fs.ReadFile(seeds.Documents, path.Join("documents", d.ID+".figures.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	numbers := digestNumber.FindAllStringIndex(d.Text, -1)
	for i, line := range strings.Split(strings.TrimSpace(string(table)), "\n")[1:] {
		c := strings.Split(line, "\t")
		if len(c) != 9 {
			t.Fatalf("%s.figures.tsv:%d: %d cells", d.ID, i+2, len(c))
		}
		value, err := decimal.NewFromString(c[5])
		if err != nil {
			t.Fatalf("%s.figures.tsv:%d: %v", d.ID, i+2, err)
		}
		row := digestRow{said: figureSaid{
			indicator: indicators.OpenIndicator(c[0]),
			words:     saidWords(c[1], c[2], c[3], c[4]),
			value:     c[5], unit: c[6], region: c[7],
		}}
		period, err := indicators.ParsePeriod(c[8])
		if err != nil {
			t.Fatalf("%s.figures.tsv:%d: %v", d.ID, i+2, err)
		}
		row.said.period = period.String()
		if known, ok := cat.Indicators.ByName(c[0]); ok {
			row.said.indicator = known.ID
		}
		for len(numbers) > 0 && row.at.End == 0 {
			at := indicators.Span{Start: numbers[0][0], End: numbers[0][1]}
			if end, ok := amountEnd(d.Text, at, value.Abs(), c[1], c[6]); ok {
				row.at = indicators.Span{Start: at.Start, End: end}
			}
			numbers = numbers[1:]
		}
		if row.at.End == 0 {
			t.Fatalf("%s.figures.tsv:%d: %s%s is not in the text", d.ID, i+2, c[5], c[6])
		}
		rows = append(rows, row)
	}
	return rows
}

// amountEnd returns where the amount ends that begins with the number at a
// place of text; ok is false if that is not an amount of this size, measure
// and unit.
func amountEnd(text string, at indicators.Span, size decimal.Decimal, measure, unit string) (end int, ok bool) {
	s := at.Of(text)
	digits := strings.TrimRight(s, "百千万亿")
	before, after := text[:at.Start], text[at.End:]
	printed := unit
	if unit == "百分点" {
		printed = "个百分点"
	}
	switch {
	case !decimal.RequireFromString(digits).Shift(digestMagnitude[s[len(digits):]]).Equal(size):
		return 0, false
	case measure == "rank":
		return at.End, strings.HasSuffix(before, "第")
	case unit == "%" && (strings.HasPrefix(after, "∶") || strings.HasSuffix(before, "∶")):
		return at.End, true
	}
	return at.End + len(printed), strings.HasPrefix(after, printed)
}

// uniqueQuote returns the shortest text that ends with the figure at a place,
// begins behind a stop or where it must, and stands once in the text.
func uniqueQuote(text string, at indicators.Span) string {
	lineStart := strings.LastIndexByte(text[:at.Start], '\n') + 1
	for start := at.Start; start > lineStart; start-- {
		stop, _ := utf8.DecodeLastRuneInString(text[:start])
		if strings.ContainsRune("，；。、", stop) && strings.Count(text, text[start:at.End]) == 1 {
			return text[start:at.End]
		}
	}
	return text[lineStart:at.End]
}

// readOpenDigests returns the places of the figures that the list of known
// misreadings names, by document.
func readOpenDigests(t *testing.T, docs []*indicators.Document) map[string][]indicators.Span {
	t.Helper()
	b, err := os.ReadFile(openDigests)
	if err != nil {
		t.Fatal(err)
	}
	open := map[string][]indicators.Span{}
	for i, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 3 || c[1] == "" || c[2] == "" {
			t.Fatalf("%s:%d: want document, quote and reason", openDigests, i+1)
		}
		at := slices.IndexFunc(docs, func(d *indicators.Document) bool { return d.ID == c[0] })
		if at < 0 {
			t.Fatalf("%s:%d: no document %s", openDigests, i+1, c[0])
		}
		text := docs[at].Text
		if n := strings.Count(text, c[1]); n != 1 {
			t.Fatalf("%s:%d: %q stands %d times in %s", openDigests, i+1, c[1], n, c[0])
		}
		start := strings.Index(text, c[1])
		open[c[0]] = append(open[c[0]], indicators.Span{Start: start, End: start + len(c[1])})
	}
	return open
}

// TestDigestFaults checks the check.
func TestDigestFaults(t *testing.T) {
	const text = "全市地区生产总值5.0亿元，增长3%—4%。"
	span := func(s string) indicators.Span {
		at := strings.Index(text, s)
		return indicators.Span{Start: at, End: at + len(s)}
	}
	observed := func(at indicators.Span, m indicators.Measure, b indicators.Bound, value string) indicators.Observation {
		o := indicators.Observation{Place: "株洲市"}
		o.Indicator, o.Measure, o.Bound, o.Unit, o.Period = "gdp", m, b, "%", indicators.Year(2023)
		o.Value, o.From.Span = decimal.RequireFromString(value), at
		return o
	}
	level := observed(span("5.0亿元"), indicators.Level, indicators.Exact, "500000000")
	whole := span("3%—4%")
	low := observed(whole, indicators.Growth, indicators.AtLeast, "3")
	high := observed(whole, indicators.Growth, indicators.AtMost, "4")
	rows := []digestRow{{said(level), span("5.0亿元")}, {said(low), span("3%")}, {said(high), span("4%")}}
	elsewhere := level
	elsewhere.Place = "湖南省"
	for _, c := range []struct {
		what string
		read []indicators.Observation
		want []string // the beginnings of the faults
	}{
		{"all", []indicators.Observation{level, low, high}, nil},
		{"a range the other way round", []indicators.Observation{level, high, low}, nil},
		{"one missing", []indicators.Observation{level, high}, []string{"is not read: gdp | growth actual at_least | 3%"}},
		{"one more", []indicators.Observation{level, level, low, high}, []string{"is no figure of the table: gdp"}},
		{"another region", []indicators.Observation{elsewhere, low, high}, []string{`region: read "湖南省", want "株洲市"`}},
	} {
		faults := digestFaults(rows, c.read)
		if !slices.EqualFunc(faults, c.want, func(f digestFault, begin string) bool { return strings.HasPrefix(f.what, begin) }) {
			t.Errorf("%s: %v, want %q", c.what, faults, c.want)
		}
	}
	if got := uniqueQuote(text, span("4%")); got != "增长3%—4%" {
		t.Errorf("the quote of 4%% is %q", got)
	}
}
