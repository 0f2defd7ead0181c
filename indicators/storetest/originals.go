package storetest

import (
	"errors"
	"testing"

	"suanpan/indicators"
)

// testOriginals: originals come back as they were recorded, stay when their
// document is put again, and are of a document that is there.
func testOriginals(t *testing.T, s indicators.Store) {
	ctx := t.Context()
	put(t, s, numbered("a", "2024-01-01", 3, "1"), numbered("b", "", 2, "1"))
	record := func(o indicators.Original) {
		t.Helper()
		if err := s.PutOriginal(ctx, o); err != nil {
			t.Fatal(err)
		}
	}
	one := indicators.Original{Document: "a", Hash: "h2", Part: 1, Parts: 2, Name: "公报 '1'.zip", Place: "2023/公报.docx", Format: "docx"}
	two := indicators.Original{Document: "b", Hash: "h2", Part: 2, Parts: 2, Name: "公报 '1'.zip"}
	three := indicators.Original{Document: "a", Hash: "h1", Part: 1, Parts: 1, Name: "-", Format: "text"}
	same(t, "none", all(t, s.Originals(ctx, indicators.OriginalQuery{})), nil)
	record(two)
	record(one)
	record(three)
	put(t, s, numbered("a", "2024-02-02", 1, "2"))
	for _, c := range []struct {
		q    indicators.OriginalQuery
		want []indicators.Original
	}{
		{indicators.OriginalQuery{}, []indicators.Original{three, one, two}},
		{indicators.OriginalQuery{Document: "a"}, []indicators.Original{three, one}},
		{indicators.OriginalQuery{Hash: "h2"}, []indicators.Original{one, two}},
		{indicators.OriginalQuery{Hash: "h2", Document: "b"}, []indicators.Original{two}},
		{indicators.OriginalQuery{Hash: "h"}, nil},
		{indicators.OriginalQuery{Document: "\x00"}, nil},
	} {
		same(t, "originals", all(t, s.Originals(ctx, c.q)), c.want)
	}
	one.Document, one.Name = "b", "新"
	record(one)
	same(t, "again", all(t, s.Originals(ctx, indicators.OriginalQuery{Document: "b"})), []indicators.Original{one, two})

	absent := one
	absent.Document = "c"
	if err := s.PutOriginal(ctx, absent); !errors.Is(err, indicators.ErrNotFound) {
		t.Errorf("of a document that is not there: %v; want ErrNotFound", err)
	}
	for _, o := range []indicators.Original{
		{Document: "a", Part: 1, Parts: 1},
		{Document: "a", Hash: "h3", Parts: 1},
		{Document: "a", Hash: "h3", Part: 2, Parts: 1},
		{Document: "a", Hash: "h3", Part: 1, Parts: 1, Name: "\x00"},
		{Document: "a", Hash: "\xff", Part: 1, Parts: 1},
	} {
		if err := s.PutOriginal(ctx, o); err == nil {
			t.Errorf("%+v: was recorded", o)
		}
	}
	same(t, "in the end", all(t, s.Originals(ctx, indicators.OriginalQuery{})), []indicators.Original{three, one, two})
}

// testFind: documents are found by ID and by what their text says.
func testFind(t *testing.T, s indicators.Store) {
	var m model
	a, b, c := numbered("a", "2024-01-01", 2, "1"), numbered("b", "2025-01-01", 0, "1"), numbered("c", "", 1, "1")
	b.document.Text = "  " + b.document.Text + "\n"
	c.document.Text += "完"
	for _, e := range []entry{a, b, c} {
		m.put(e)
	}
	put(t, s, m...)
	infos := m.documents() // b, a, c
	for _, q := range []struct {
		q    indicators.DocumentQuery
		want []indicators.DocumentInfo
	}{
		{indicators.DocumentQuery{}, infos},
		{indicators.DocumentQuery{ID: "a"}, infos[1:2]},
		{indicators.DocumentQuery{ID: "d"}, nil},
		{indicators.DocumentQuery{ID: "\x00"}, nil},
		{indicators.DocumentQuery{Fingerprint: indicators.Fingerprint(a.document.Text)}, infos[:2]},
		{indicators.DocumentQuery{Fingerprint: indicators.Fingerprint(c.document.Text)}, infos[2:]},
		{indicators.DocumentQuery{ID: "a", Fingerprint: indicators.Fingerprint(c.document.Text)}, nil},
		{indicators.DocumentQuery{Fingerprint: "\x00"}, nil},
		{indicators.DocumentQuery{Title: "公报 a"}, infos[1:2]},
		{indicators.DocumentQuery{Title: "公报"}, nil},
		{indicators.DocumentQuery{Title: "公报 a", ID: "b"}, nil},
		{indicators.DocumentQuery{Title: "公报 a", ID: "a"}, infos[1:2]},
	} {
		same(t, "found", all(t, s.FindDocuments(t.Context(), q.q)), q.want)
	}
	a.document.Text = c.document.Text
	put(t, s, a)
	m.put(a)
	same(t, "changed", all(t, s.FindDocuments(t.Context(), indicators.DocumentQuery{Fingerprint: indicators.Fingerprint(c.document.Text)})), m.documents()[1:])
}
