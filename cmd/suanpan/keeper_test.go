package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suanpan/indicators"
	"suanpan/indicators/intake"
	"suanpan/indicators/sqlstore"
)

// TestReadDocumentContains: a fault within the reader is an error of the
// document, with a remedy.
func TestReadDocumentContains(t *testing.T) {
	_, err := keeper{}.readDocument(&indicators.Document{ID: "d", Text: "产值1亿元。"}) // there is no reader
	var problem *intake.Problem
	if !errors.As(err, &problem) || problem.Reason == "" || problem.Remedy == "" {
		t.Errorf("%v; want a problem with a remedy", err)
	}
}

// refusing is a store that refuses the documents of one title, and fails at
// those of another.
type refusing struct {
	indicators.Store
	refused, failing string
}

func (s refusing) Put(ctx context.Context, d *indicators.Document, obs []indicators.Observation, rejects []indicators.Reject) error {
	switch d.Title {
	case s.refused:
		return &indicators.RefusedError{Err: errors.New("it does not fit")}
	case s.failing:
		return errors.New("the disk is full")
	}
	return s.Store.Put(ctx, d, obs, rejects)
}

// TestIngestRefused: a document that the store refuses does not stop the
// others; an error of the store does.
func TestIngestRefused(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"a", "b", "c", "d"} {
		if err := os.WriteFile(filepath.Join(folder, name+".txt"), []byte("2023年，天元区粮食产量1万吨，"+name+"。"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		refused, failing, problem string
		read, failed              int
	}{
		{"none", "none", "", 4, 0},
		{"b", "none", "", 3, 1},
		{"b", "c", "the disk is full", 1, 1},
	} {
		var out, errs strings.Builder
		p := &program{ctx: t.Context(), in: strings.NewReader(""), out: &out, err: &errs}
		store := refusing{openMemory(t), c.refused, c.failing}
		report := &ingestReport{program: p}
		err := p.ingest(store, []string{folder}, aboutFlags{}, ingestFlags{Workers: 2}, report)
		if c.problem == "" && err != nil || c.problem != "" && (err == nil || !strings.Contains(err.Error(), c.problem)) {
			t.Errorf("%s, %s: %v; want %q", c.refused, c.failing, err, c.problem)
		}
		if read, failed := report.count[stateRead], report.count[stateFailed]; read != c.read || failed != c.failed {
			t.Errorf("%s, %s: %d read, %d failed; want %d and %d\n%s", c.refused, c.failing, read, failed, c.read, c.failed, &errs)
		}
		if c.failed > 0 && !strings.Contains(errs.String(), "b.txt: it does not fit") {
			t.Errorf("not told: %s", &errs)
		}
	}
}

// TestIngestStopped: a context that ends stops an ingest, and nothing is said
// to have failed by that.
func TestIngestStopped(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(file, []byte("2023年，天元区粮食产量1万吨。"), 0o666); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	p := &program{ctx: ctx, in: strings.NewReader(""), out: new(strings.Builder), err: new(strings.Builder)}
	report := &ingestReport{program: p}
	if err := p.ingest(openMemory(t), []string{file}, aboutFlags{}, ingestFlags{Workers: 1}, report); !errors.Is(err, context.Canceled) {
		t.Errorf("%v; want that it was cancelled", err)
	}
	if report.count[stateFailed] > 0 {
		t.Errorf("%+v", report.failed)
	}
}

func openMemory(t *testing.T) indicators.Store {
	t.Helper()
	store, err := sqlstore.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}
