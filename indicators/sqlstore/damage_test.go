package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"suanpan/indicators"
)

// TestFull: a Put that finds the disk full, at whatever page, leaves all as it
// was, and the store works on when there is space again.
func TestFull(t *testing.T) {
	s := mustOpen(t, filepath.Join(t.TempDir(), "store.db"))
	mustPut(t, s, "old", 20)
	var pages int
	if err := s.write.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	limit := func(n int) {
		if _, err := s.write.Exec(fmt.Sprint("PRAGMA max_page_count = ", n)); err != nil {
			t.Fatal(err)
		}
	}
	failures := 0
	for room := 0; ; room++ {
		limit(pages + room)
		d, obs := entry("old", 200)
		err := s.Put(t.Context(), d, obs, nil)
		if err == nil {
			break
		}
		failures++
		wants(t, err, "store.db", "disk is full", "free some space")
		if got := size(t, s); got != [3]int{1, 20, 20} {
			t.Fatalf("after a failed Put with room for %d pages: %v", room, got)
		}
	}
	if failures < 3 {
		t.Errorf("%d failures; want one for each of several pages", failures)
	}
	if got := size(t, s); got != [3]int{1, 200, 200} {
		t.Errorf("after the Put that had room: %v", got)
	}
}

// TestDamaged: a file with pages overwritten gives errors, no panic, and says
// what to do.
func TestDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	s := mustOpen(t, path)
	for i := range 20 {
		mustPut(t, s, fmt.Sprint("d", i), 50)
	}
	s.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	failures := 0
	pages := len(whole) / 4096
	for page := 1; page < pages; page += 1 + pages/16 {
		damaged := append([]byte(nil), whole...)
		for i := range 4096 {
			damaged[page*4096+i] ^= 0x5a
		}
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(t.Context(), path)
		if err == nil {
			err = errors.Join(useAll(t.Context(), s), s.Close())
		}
		if err != nil {
			failures++
			wants(t, err, path)
		}
	}
	if failures == 0 {
		t.Error("no damage was noticed")
	}
}

// useAll reads everything and puts a document.
func useAll(ctx context.Context, s *Store) error {
	var errs []error
	for _, err := range s.Documents(ctx) {
		errs = append(errs, err)
	}
	for _, err := range s.Observations(ctx, indicators.Query{}) {
		errs = append(errs, err)
	}
	for _, err := range s.Series(ctx, indicators.Query{}) {
		errs = append(errs, err)
	}
	d, obs := entry("d3", 50)
	return errors.Join(append(errs, s.Put(ctx, d, obs, nil))...)
}
