package storetest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"suanpan/indicators"
)

// testVintages: two documents with one key are both kept, the latest
// published last, undated ones first, and those of one day by ID.
func testVintages(t *testing.T, s indicators.Store) {
	var m model
	for _, e := range []entry{
		numbered("b", "2024-03-01", 1, "2"), numbered("a", "2024-03-01", 1, "3"), numbered("c", "2023-01-01", 1, "1"), numbered("z", "", 1, "0"),
	} {
		m.put(e)
	}
	put(t, s, m...)
	got := all(t, s.Observations(t.Context(), indicators.Query{}))
	var order []string
	for _, o := range got {
		order = append(order, o.From.Document)
	}
	same(t, "order", order, []string{"z", "c", "a", "b"})
	infos := all(t, s.Series(t.Context(), indicators.Query{}))
	if len(infos) != 1 || infos[0].Points != 1 || infos[0].Vintages != 4 || infos[0].Latest.From.Document != "b" {
		t.Errorf("series: %+v; want one of 1 point and 4 vintages, the latest of document b", infos)
	}
	for asOf, want := range map[string][]string{"2022-12-31": nil, "2023-01-01": {"c"}, "2024-02-29": {"c"}, "2024-03-01": {"c", "a", "b"}} {
		q := indicators.Query{AsOf: day(asOf)}
		var order []string
		for _, o := range all(t, s.Observations(t.Context(), q)) {
			order = append(order, o.From.Document)
		}
		same(t, "as of "+asOf, order, want)
		same(t, "series as of "+asOf, all(t, s.Series(t.Context(), q)), m.series(q))
	}
	sameStore(t, s, m)

	revised := numbered("0", "2024-03-01", 1, "4")
	revised.document.Edition = 1
	m.put(revised)
	put(t, s, revised)
	if got := all(t, s.Series(t.Context(), indicators.Query{AsOf: day("2024-03-01")})); len(got) != 1 || got[0].Latest.From.Document != "0" {
		t.Errorf("series: %+v; want the second edition of the day last", got)
	}
	sameStore(t, s, m)
}

func testDocuments(t *testing.T, s indicators.Store) {
	var m model
	for i, published := range []string{"2024-01-01", "", "2024-01-01", "1999-12-31", "2025-06-30", ""} {
		e := numbered(fmt.Sprintf("d%d", 9-i), published, i, "1")
		e.rejects = slices.Repeat([]indicators.Reject{{Quote: "1", Reason: "date"}}, i*2)
		m.put(e)
	}
	put(t, s, m...)
	got := all(t, s.Documents(t.Context()))
	same(t, "documents", got, m.documents())
	var ids []string
	for _, d := range got {
		ids = append(ids, d.ID)
	}
	same(t, "order", ids, []string{"d5", "d7", "d9", "d6", "d4", "d8"})
}

func testRejects(t *testing.T, s indicators.Store) {
	e, other := numbered("d", "2024-01-01", 0, "1"), full()
	for _, start := range []int{30, 10, 20, 10} {
		for end := start + 9; end > start; end -= 3 {
			e.rejects = append(e.rejects, indicators.Reject{Span: indicators.Span{Start: start, End: end}, Quote: fmt.Sprint(len(e.rejects)), Reason: "name"})
		}
	}
	put(t, s, e, other)
	got := all(t, s.Rejects(t.Context(), "d"))
	want := slices.Clone(e.rejects)
	slices.SortStableFunc(want, func(a, b indicators.Reject) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		return a.Span.End - b.Span.End
	})
	same(t, "rejects", got, want)
	same(t, "of no document", all(t, s.Rejects(t.Context(), "e")), nil)
}

// queries are one of each field, and some together.
func queries() []indicators.Query {
	since, until := day("2021-12-31"), day("2023-06-30")
	return []indicators.Query{
		{},
		{Document: "d2"},
		{Document: "none"},
		{Indicators: []string{"i1"}},
		{Indicators: []string{"i2", "none", "i0", "i2"}},
		{Indicators: []string{}, Regions: []string{}, Measures: []indicators.Measure{}, Statuses: []indicators.Status{}},
		{Regions: []string{"r1"}},
		{Regions: []string{"r2", ""}},
		{Regions: []string{"none"}},
		{Indicators: []string{"i1", "i2"}, Regions: []string{"r0", "r1"}},
		{Measures: []indicators.Measure{indicators.Level}},
		{Measures: []indicators.Measure{indicators.Growth, indicators.Rank}},
		{Statuses: []indicators.Status{indicators.Actual}},
		{Statuses: []indicators.Status{indicators.Target}},
		{Since: since},
		{Until: until},
		{Since: since, Until: until},
		{Since: until, Until: since},
		{Since: since, Until: since},
		{AsOf: day("2023-01-01")},
		{Limit: 1},
		{Limit: 7},
		{Limit: 100000},
		{Regions: []string{"r1"}, Limit: 3},
		{
			Indicators: []string{"i0", "i1"}, Regions: []string{"r1", "r2"}, Measures: []indicators.Measure{indicators.Level, indicators.Growth},
			Statuses: []indicators.Status{indicators.Actual}, Since: since, Until: day("2024-12-31"), AsOf: day("2024-01-01"), Limit: 5,
		},
		{Document: "d1", Regions: []string{"r1"}, Statuses: []indicators.Status{indicators.Actual}, Since: since, AsOf: day("2030-01-01"), Limit: 2},
		{Document: "d1", AsOf: day("1990-01-01")},
		{Document: "d1", Measures: []indicators.Measure{indicators.Level, indicators.Change}},
		{Document: "d1", Indicators: []string{"i0"}},
	}
}

// testQuery: every query selects what the model selects.
func testQuery(t *testing.T, s indicators.Store) {
	m := random(rand.New(rand.NewPCG(1, 2)), 12, 25)
	put(t, s, m...)
	sameAnswers(t, s, m)
}

func sameAnswers(t *testing.T, s indicators.Store, m model) {
	t.Helper()
	for i, q := range queries() {
		same(t, fmt.Sprintf("observations of query %d %+v", i, q), all(t, s.Observations(t.Context(), q)), m.observations(q))
		same(t, fmt.Sprintf("series of query %d %+v", i, q), all(t, s.Series(t.Context(), q)), m.series(q))
	}
}

// testOrder: what is read does not depend on the order of writing, nor on what
// was there before.
func testOrder(t *testing.T, s indicators.Store) {
	r := rand.New(rand.NewPCG(3, 4))
	m := random(r, 10, 20)
	for range 3 {
		r.Shuffle(len(m), func(i, j int) { m[i], m[j] = m[j], m[i] })
		put(t, s, m...)
		sameStore(t, s, m)
	}
}

// testSeries: the summaries count periods and vintages and name the ends.
func testSeries(t *testing.T, s indicators.Store) {
	a, b := document("a", "2023-01-01"), document("b", "2024-01-01")
	december := gdp("1", 2022)
	december.Period = indicators.Months(2022, 12, 12)
	stock := gdp("1", 2022)
	stock.Period = indicators.EndOf(indicators.Year(2022))
	timeless := indicators.Key{Indicator: "gdp", Region: "1"}
	m := model{
		{a, []indicators.Observation{
			figure(a, 0, gdp("1", 2022), "10", "元"), figure(a, 1, gdp("1", 2020), "8", "元"),
			figure(a, 2, december, "1", "元"), figure(a, 3, timeless, "3", "元"), figure(a, 4, gdp("1", 2022), "9", "美元"),
		}, nil},
		{b, []indicators.Observation{
			figure(b, 0, gdp("1", 2022), "11", "元"), figure(b, 1, stock, "12", "元"), figure(b, 2, gdp("2", 2023), "5", "元"),
		}, nil},
	}
	m[1].observations[1].Name, m[1].observations[1].Place = "后名", "后地"
	put(t, s, m...)
	got := all(t, s.Series(t.Context(), indicators.Query{}))
	same(t, "series", got, m.series(indicators.Query{}))
	type line struct {
		Region, Unit, Frequency, First, Last, Latest, Name string
		Points, Vintages                                   int
	}
	var lines []line
	for _, i := range got {
		lines = append(lines, line{i.Region, i.Unit, i.Frequency, i.First.String(), i.Last.String(), i.Latest.Text(), i.Name, i.Points, i.Vintages})
	}
	same(t, "lines", lines, []line{
		{"1", "元", "A", "2020", "2022-12-31", "12", "后名", 3, 4},
		{"1", "元", "M", "2022-12", "2022-12", "1", "指标gdp", 1, 1},
		{"1", "美元", "A", "2022", "2022", "9", "指标gdp", 1, 1},
		{"2", "元", "A", "2023", "2023", "5", "指标gdp", 1, 1},
	})
	// A document may report one point more than once, and more or less often
	// when it is put again.
	for _, times := range []int{3, 2, 1, 2} {
		again := slices.Clone(m[0].observations)
		for i := range times {
			again = append(again, figure(a, 10+i, gdp("1", 2020), "8", "元"))
		}
		put(t, s, entry{a, again, nil})
		sameStore(t, s, model{{a, again, nil}, m[1]})
	}
	put(t, s, m[0])
	sameStore(t, s, m)
	// One series goes when its last figure does; a point stays for as long as
	// one document reports it.
	m[1].observations = nil
	put(t, s, m[1])
	sameStore(t, s, m)
	m[0].observations = m[0].observations[3:]
	put(t, s, m[0])
	sameStore(t, s, m)
}

// testStop: a sequence may be left at any element.
func testStop(t *testing.T, s indicators.Store) {
	m := random(rand.New(rand.NewPCG(5, 6)), 5, 8)
	put(t, s, m...)
	ctx := t.Context()
	for stop := range 4 {
		n := 0
		for _, err := range s.Observations(ctx, indicators.Query{}) {
			if err != nil {
				t.Fatal(err)
			}
			if n++; n > stop {
				break
			}
		}
		for _, err := range s.Series(ctx, indicators.Query{}) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
		for _, err := range s.Documents(ctx) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
		for _, err := range s.Rejects(ctx, m[0].document.ID) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	put(t, s, m...)
	sameStore(t, s, m)
}

// testNested: the body of a loop may read the store and write it, and the loop
// goes on with what was there at its start.
func testNested(t *testing.T, s indicators.Store) {
	m := random(rand.New(rand.NewPCG(7, 8)), 4, 10)
	put(t, s, m...)
	want := m.observations(indicators.Query{})
	var got []indicators.Observation
	for o, err := range s.Observations(t.Context(), indicators.Query{}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, o)
		if _, err := s.Document(t.Context(), o.From.Document); err != nil {
			t.Fatal(err)
		}
		for _, err := range s.Series(t.Context(), indicators.Query{Regions: []string{o.Region}, AsOf: day("2024-01-01")}) {
			if err != nil {
				t.Fatal(err)
			}
		}
		if len(got) == 3 {
			e := numbered("new", "2024-01-01", 5, "1")
			put(t, s, e)
			m.put(e)
		}
	}
	same(t, "observations", got, want)
	sameStore(t, s, m)
}
