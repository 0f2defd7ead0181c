package main

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"path"
	"testing"

	"suanpan/indicators/intake"
	"suanpan/seeds"
)

// shippedLines is the documents that ship, a hundred times, as lines of JSON.
func shippedLines(tb testing.TB) []byte {
	tb.Helper()
	var b bytes.Buffer
	files, err := fs.Glob(seeds.Documents, "documents/*.md")
	if err != nil {
		tb.Fatal(err)
	}
	for range 100 {
		for _, name := range files {
			text, err := fs.ReadFile(seeds.Documents, name)
			if err != nil {
				tb.Fatal(err)
			}
			d, err := intake.Text(name, text, intake.Meta{ID: path.Base(name)})
			if err != nil {
				tb.Fatal(err)
			}
			if err := json.NewEncoder(&b).Encode(documentLine{ID: d.ID, Title: d.Title, Region: d.Region, Published: d.Published, Text: d.Text}); err != nil {
				tb.Fatal(err)
			}
		}
	}
	return b.Bytes()
}

// BenchmarkExtractLines is extract --jsonl from input to output: JSON in,
// reading, JSON out, on all cores.
func BenchmarkExtractLines(b *testing.B) {
	lines := shippedLines(b)
	b.SetBytes(int64(len(lines)))
	b.ReportAllocs()
	for b.Loop() {
		if status := run(b.Context(), []string{"extract", "--jsonl"}, bytes.NewReader(lines), io.Discard, io.Discard); status != exitFine {
			b.Fatalf("status %d", status)
		}
	}
}
