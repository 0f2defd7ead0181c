package storetest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// testRoundTrip: every field of everything comes back as it was put.
func testRoundTrip(t *testing.T, s indicators.Store) {
	e := full()
	put(t, s, e)
	d, err := s.Document(t.Context(), e.document.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "document", d, e.document)
	m := model{e}
	same(t, "observations", all(t, s.Observations(t.Context(), indicators.Query{})), m.observations(indicators.Query{}))
	same(t, "of the document", all(t, s.Observations(t.Context(), indicators.Query{Document: "full"})), m.observations(indicators.Query{}))
	same(t, "documents", all(t, s.Documents(t.Context())), m.documents())
	same(t, "rejects", all(t, s.Rejects(t.Context(), "full")), []indicators.Reject{e.rejects[1], e.rejects[0]})
}

// testValues: digits and exponents are exact.
func testValues(t *testing.T, s indicators.Store) {
	forty := strings.Repeat("1234567890", 4)
	values := []decimal.Decimal{
		{},
		decimal.New(0, 6), decimal.New(0, -2), decimal.New(-5, 6), decimal.New(234, 6), decimal.New(5, 0), decimal.New(500, 0),
		decimal.New(1<<62, 0), decimal.New(-1<<63, -3), decimal.New(1, 40), decimal.New(1, -40),
	}
	for _, v := range []string{
		"5.10", "5.1", "5.100", "0.00", "-0.5", "-12345678901234567.10", "12345678901234567.10", "99999999999999999999",
		forty, "-" + forty, forty + "." + forty, "0." + forty, "100",
	} {
		values = append(values, decimal.RequireFromString(v))
	}
	d := document("values", "2024-01-01")
	var want []indicators.Observation
	for i, v := range values {
		o := figure(d, i, gdp("430200", 1990+i), "1", "元")
		o.Value = v
		want = append(want, o)
	}
	put(t, s, entry{d, want, nil})
	same(t, "observations", all(t, s.Observations(t.Context(), indicators.Query{})), want)
}

// testEmpty: a document may give nothing, and an empty store answers.
func testEmpty(t *testing.T, s indicators.Store) {
	ctx := t.Context()
	same(t, "documents", all(t, s.Documents(ctx)), nil)
	same(t, "observations", all(t, s.Observations(ctx, indicators.Query{})), nil)
	same(t, "series", all(t, s.Series(ctx, indicators.Query{})), nil)
	same(t, "rejects", all(t, s.Rejects(ctx, "none")), nil)
	e := entry{document: document("empty", "")}
	put(t, s, e)
	same(t, "documents", all(t, s.Documents(ctx)), model{e}.documents())
	same(t, "observations", all(t, s.Observations(ctx, indicators.Query{})), nil)
	d, err := s.Document(ctx, "empty")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "document", d, e.document)
}

// hostile are strings that are someone's markup, quoting or end of string.
var hostile = []string{
	`'; DROP TABLE observations; --`, `"`, `'`, "`", `\`, `\u0041`, `%_*?`, `[x`, `],["a","b","c",1,2]`, "$1 ? :a @b", "</script>",
	"😀 family 👨‍👩‍👧", "\u202eright to left", "\r\n\t\v\x1f\x7f", "\ufeffmark", "\ufffd", " ", "株洲", strings.Repeat("长", 5000),
}

// testHostile: any valid text goes through unchanged, in every place.
func testHostile(t *testing.T, s indicators.Store) {
	var m model
	for _, h := range hostile {
		d := document(h, "2024-01-01")
		d.Title, d.Publisher, d.URL, d.Kind, d.Region, d.Text = h, h, h, h, h, h+sentence
		o := figure(d, 0, indicators.Key{Indicator: h, Region: h, Period: indicators.Year(2023)}, "1", h)
		o.Printed, o.Name, o.Place = h, h, h
		o.Qualifiers = indicators.Qualifiers{Scope: h, Residence: h, Ownership: h, Industry: h, Flow: h, Head: h}
		o.From.Rule, o.From.Catalogue = h, h
		o.From.Trace = []indicators.Step{{Attribute: h, Value: h, Origin: h}, {Attribute: h}, {Value: h}, {}}
		m.put(entry{d, []indicators.Observation{o}, []indicators.Reject{{Quote: h, Reason: h}}})
	}
	put(t, s, m...)
	same(t, "documents", all(t, s.Documents(t.Context())), m.documents())
	for _, e := range m {
		h := e.document.ID
		for _, q := range []indicators.Query{{Document: h}, {Indicators: []string{h}}, {Regions: []string{h}}, {Indicators: []string{h}, Regions: []string{h}}} {
			same(t, "observations", all(t, s.Observations(t.Context(), q)), e.observations)
			same(t, "series", all(t, s.Series(t.Context(), q)), m.series(q))
		}
		same(t, "rejects", all(t, s.Rejects(t.Context(), h)), e.rejects)
		d, err := s.Document(t.Context(), h)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "document", d, e.document)
	}
}

// sameStore fails the test where a store does not hold what the model holds.
func sameStore(t *testing.T, s indicators.Store, m model) {
	t.Helper()
	ctx := t.Context()
	same(t, "documents", all(t, s.Documents(ctx)), m.documents())
	same(t, "observations", all(t, s.Observations(ctx, indicators.Query{})), m.observations(indicators.Query{}))
	same(t, "series", all(t, s.Series(ctx, indicators.Query{})), m.series(indicators.Query{}))
	for _, e := range m {
		d, err := s.Document(ctx, e.document.ID)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "document", d, e.document)
	}
}

// unstorable are strings that no store holds.
var unstorable = []string{"\x00", "full\x00", "\xff", "full\xe6\xa0"}

func testNotFound(t *testing.T, s indicators.Store) {
	put(t, s, full())
	for _, id := range append(unstorable, "", "ful", "FULL", "full ", "%") {
		if d, err := s.Document(t.Context(), id); !errors.Is(err, indicators.ErrNotFound) {
			t.Errorf("document %q: %v, %v; want ErrNotFound", id, d, err)
		}
	}
	for _, id := range unstorable {
		same(t, "rejects", all(t, s.Rejects(t.Context(), id)), nil)
		for _, q := range []indicators.Query{{Document: id}, {Indicators: []string{id}}, {Regions: []string{id}}} {
			same(t, "observations", all(t, s.Observations(t.Context(), q)), nil)
			same(t, "series", all(t, s.Series(t.Context(), q)), nil)
		}
		m := model{full()}
		q := indicators.Query{Indicators: []string{id, "gdp"}, Regions: []string{"430200", id}}
		same(t, "observations", all(t, s.Observations(t.Context(), q)), m.observations(q))
	}
}

// testReplace: a second Put of an ID leaves nothing of the first.
func testReplace(t *testing.T, s indicators.Store) {
	other := numbered("other", "2023-01-01", 4, "7")
	first := numbered("d", "2024-01-01", 6, "1")
	first.rejects = []indicators.Reject{{Quote: "5G", Reason: "name"}}
	second := numbered("d", "2024-02-02", 3, "2.50")
	second.document = &indicators.Document{
		ID: "d", Title: "新", Publisher: "日报", URL: "https://example.org/", Kind: "news", Region: "湘潭市",
		Published: day("2024-02-02"), Text: second.document.Text + "完", Excerpt: true,
	}
	for _, e := range []entry{first, second, first, first, {document: first.document}, second} {
		put(t, s, other, e)
		sameStore(t, s, model{other, e})
		same(t, "rejects", all(t, s.Rejects(t.Context(), "d")), e.rejects)
	}
}

// testMany: a document may have hundreds of figures, of hundreds of series or
// all of one.
func testMany(t *testing.T, s indicators.Store) {
	other := numbered("other", "2023-01-01", 201, "7")
	put(t, s, other)
	for _, n := range []int{333, 64, 137, 1} {
		e := numbered("d", "2024-01-01", n, "1")
		for i := range e.observations {
			if o := &e.observations[i]; i%3 == 0 {
				o.Key = gdp("1", 1000+n-i)
			}
			e.rejects = append(e.rejects, indicators.Reject{Span: indicators.Span{Start: i, End: i + 1}, Quote: fmt.Sprint(i), Reason: "date"})
		}
		put(t, s, e)
		sameStore(t, s, model{other, e})
		same(t, "rejects", all(t, s.Rejects(t.Context(), "d")), e.rejects)
	}
}

// testClosed: a closed store says so and does not answer.
func testClosed(t *testing.T, s indicators.Store) {
	e := full()
	put(t, s, e)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	_, document := s.Document(ctx, "full")
	_, documents := collect(s.Documents(ctx))
	_, observations := collect(s.Observations(ctx, indicators.Query{}))
	_, rejects := collect(s.Rejects(ctx, "full"))
	_, series := collect(s.Series(ctx, indicators.Query{}))
	for name, err := range map[string]error{
		"Put": s.Put(ctx, e.document, e.observations, nil), "Document": document, "Documents": documents,
		"Observations": observations, "Rejects": rejects, "Series": series,
	} {
		if err == nil || errors.Is(err, indicators.ErrNotFound) {
			t.Errorf("%s: %v; want an error of a closed store", name, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Errorf("second Close: %v", err)
	}
}
