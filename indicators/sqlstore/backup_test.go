package sqlstore

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// TestBackup: a copy that is made while documents are put holds some of them,
// each whole, and is a store.
func TestBackup(t *testing.T) {
	folder := t.TempDir()
	s := mustOpen(t, filepath.Join(folder, "100% store.db"))
	const figures = 10
	mustPut(t, s, "first", figures)
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := range 30 {
			d, obs := entry(string(rune('a'+i)), figures)
			if err := s.Put(t.Context(), d, obs, nil); err != nil {
				t.Error(err)
			}
		}
	})
	path := filepath.Join(folder, "it's a copy.db")
	if err := s.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	wg.Wait()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, s.Backup(t.Context(), path), "there already", "name a new file")
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the first copy has changed: %v", err)
	}
	got := size(t, mustOpen(t, path))
	if got[0] < 1 || got[0] > 31 || got[1] != got[0]*figures {
		t.Errorf("the copy holds %v; want %d figures a document", got, figures)
	}
	if entries, err := filepath.Glob(filepath.Join(folder, ".suanpan-*")); err != nil || len(entries) > 0 {
		t.Errorf("left behind: %q, %v", entries, err)
	}
	memory := mustOpen(t, ":memory:")
	mustPut(t, memory, "d", figures)
	path = filepath.Join(folder, "of memory.db")
	if err := memory.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if got := size(t, mustOpen(t, path)); got != [3]int{1, figures, figures} {
		t.Errorf("the copy of a store in memory holds %v", got)
	}
	wants(t, s.Backup(t.Context(), filepath.Join(folder, "none", "copy.db")), "backup", "none")
}
