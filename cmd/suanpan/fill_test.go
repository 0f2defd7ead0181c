package main

import (
	"testing"
	"testing/fstest"

	"suanpan/indicators"
	"suanpan/indicators/sqlstore"
)

// TestFillReadsWhatChanged walks a store through the changes that make
// documents stale.
func TestFillReadsWhatChanged(t *testing.T) {
	store, err := sqlstore.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	cat, reader, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	const head = "---\nregion: 天元区\npublished: 2024-02-01\n---\n"
	docs := fstest.MapFS{
		"documents/README.md": {Data: []byte("地区生产总值1亿元。")},
		"documents/a.md":      {Data: []byte(head + "2023年，天元区地区生产总值512.30亿元。")},
		"documents/b.md":      {Data: []byte(head + "2023年，天元区地区生产总值500亿元。")},
		"documents/b.tsv":     {Data: []byte("x")},
	}
	f := shippedFill{store, reader, cat.Version()}
	fill := func() (ids string) {
		t.Helper()
		stale, err := f.stale(t.Context(), docs)
		if err != nil {
			t.Fatal(err)
		}
		steps := 0
		if _, err := f.read(t.Context(), stale, func() { steps++ }); err != nil || steps != len(stale) {
			t.Fatalf("%d steps for %d documents, %v", steps, len(stale), err)
		}
		for _, d := range stale {
			ids += d.ID
		}
		return ids
	}
	if got := fill(); got != "ab" {
		t.Errorf("an empty store reads %q", got)
	}
	if got := fill(); got != "" {
		t.Errorf("a full store reads %q", got)
	}
	docs["documents/b.md"] = &fstest.MapFile{Data: []byte(head + "2023年，天元区地区生产总值499亿元。")}
	if got := fill(); got != "b" {
		t.Errorf("a changed document reads %q", got)
	}
	var values []string
	for o, err := range store.Observations(t.Context(), indicators.Query{Document: "b"}) {
		if err != nil {
			t.Fatal(err)
		}
		values = append(values, o.Text())
	}
	if len(values) != 1 || values[0] != "49900000000" {
		t.Errorf("the changed document holds %v", values)
	}
	f.version = "another"
	if got := fill(); got != "ab" {
		t.Errorf("another catalogue reads %q", got)
	}
	docs["documents/a.md"] = &fstest.MapFile{Data: []byte("---\npublished: 2024-13\n---\nx")}
	if _, err := f.stale(t.Context(), docs); err == nil {
		t.Error("a broken document is fine")
	}
}
