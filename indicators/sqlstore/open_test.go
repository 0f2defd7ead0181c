package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// entry returns a document with n figures.
func entry(id string, n int) (*indicators.Document, []indicators.Observation) {
	d := &indicators.Document{ID: id, Title: id, Published: indicators.NewDate(2024, 3, 1), Text: strings.Repeat("产值1亿元。", 200)}
	obs := make([]indicators.Observation, n)
	for i := range obs {
		obs[i] = indicators.Observation{
			Key:      indicators.Key{Indicator: fmt.Sprint("i", i), Region: "430200", Period: indicators.Year(2023)},
			Quantity: indicators.Quantity{Value: decimal.New(1, 8), Unit: "元", Printed: "1亿元"},
			From:     indicators.Provenance{Document: id, Span: indicators.Span{Start: 6, End: 13}, Rule: "level", Catalogue: "c"},
		}
	}
	return d, obs
}

func mustOpen(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func mustPut(t *testing.T, s *Store, id string, n int) {
	t.Helper()
	d, obs := entry(id, n)
	if err := s.Put(t.Context(), d, obs, nil); err != nil {
		t.Fatal(err)
	}
}

// size returns the numbers of documents, observations and series.
func size(t *testing.T, s *Store) (out [3]int) {
	t.Helper()
	ctx := t.Context()
	out[0] = length(t, func(yield func(error) bool) {
		for _, err := range s.Documents(ctx) {
			if !yield(err) {
				return
			}
		}
	})
	out[1] = length(t, func(yield func(error) bool) {
		for _, err := range s.Observations(ctx, indicators.Query{}) {
			if !yield(err) {
				return
			}
		}
	})
	out[2] = length(t, func(yield func(error) bool) {
		for _, err := range s.Series(ctx, indicators.Query{}) {
			if !yield(err) {
				return
			}
		}
	})
	return out
}

func length(t *testing.T, seq func(func(error) bool)) (n int) {
	t.Helper()
	for err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

// TestKeeps: what was put is there when the file is opened again, and its
// missing folders are made for their owner alone.
func TestKeeps(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b", "store.db")
	s := mustOpen(t, path)
	mustPut(t, s, "d", 3)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, rest := range []string{"-wal", "-shm"} {
		if _, err := os.Stat(path + rest); err == nil {
			t.Errorf("%s is left behind", rest)
		}
	}
	if st, err := os.Stat(filepath.Dir(path)); err != nil || runtime.GOOS != "windows" && st.Mode().Perm() != 0o700 {
		t.Errorf("folder: %v, %v; want mode 0700", st.Mode(), err)
	}
	if got := size(t, mustOpen(t, path)); got != [3]int{1, 3, 3} {
		t.Errorf("opened again: %v", got)
	}
}

// TestMemoryIsPrivate: two stores in memory share nothing.
func TestMemoryIsPrivate(t *testing.T) {
	a, b := mustOpen(t, ":memory:"), mustOpen(t, ":memory:")
	mustPut(t, a, "d", 3)
	if got := size(t, b); got != [3]int{} {
		t.Errorf("the other store: %v", got)
	}
	if _, err := os.Stat(":memory:"); err == nil {
		t.Error("there is a file :memory:")
	}
}

// TestTogether: several programs may make, write and read one file at a time.
func TestTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	const programs, documents = 4, 5
	var wg sync.WaitGroup
	for p := range programs {
		wg.Go(func() {
			s, err := Open(t.Context(), path)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			for n := range documents {
				d, obs := entry(fmt.Sprint(p, "-", n), 10)
				if err := s.Put(t.Context(), d, obs, nil); err != nil {
					t.Error(err)
				}
				if _, err := s.Document(t.Context(), d.ID); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if got := size(t, mustOpen(t, path)); got != [3]int{programs * documents, programs * documents * 10, 10} {
		t.Errorf("together: %v", got)
	}
}

// wants fails the test where an error does not say all of the words.
func wants(t *testing.T, err error, words ...string) {
	t.Helper()
	for _, w := range words {
		if err == nil || !strings.Contains(err.Error(), w) {
			t.Errorf("error %v\ndoes not say %q", err, w)
		}
	}
}

// TestOpenRefused: what cannot be opened is said with the file and a remedy,
// and is left as it was.
func TestOpenRefused(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	write := func(name, content string) {
		if err := os.WriteFile(in(name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("letter.txt", strings.Repeat("株洲市统计局\n", 100))
	write("short.txt", "x")
	foreign(t, in("foreign.db"), "CREATE TABLE notes (text TEXT)")
	foreign(t, in("marked.db"), "PRAGMA application_id = 7")
	mustOpen(t, in("newer.db")).Close()
	foreign(t, in("newer.db"), "INSERT INTO goose_db_version (version_id, is_applied) VALUES (4711, 1)")
	for _, c := range []struct {
		dsn   string
		words []string
	}{
		{"", []string{"no file is named", ":memory:"}},
		{"mysql://host/name", []string{"mysql", "give a path"}},
		{folder, []string{folder, "a folder", "name a file"}},
		{in("letter.txt/store.db"), []string{"letter.txt", "folder cannot be made", "another place"}},
		{in("letter.txt"), []string{"letter.txt", "not a SQLite database", "another file"}},
		{in("short.txt"), []string{"short.txt", "not a SQLite database", "another file"}},
		{in("foreign.db"), []string{"foreign.db", "of another program", "another file"}},
		{in("marked.db"), []string{"marked.db", "of another program", "another file"}},
		{in("newer.db"), []string{"newer.db", "4711", "newer suanpan"}},
	} {
		before, _ := os.ReadFile(c.dsn)
		s, err := Open(t.Context(), c.dsn)
		if err == nil {
			s.Close()
		}
		wants(t, err, c.words...)
		if after, _ := os.ReadFile(c.dsn); string(after) != string(before) {
			t.Errorf("%s has changed", c.dsn)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Open(ctx, in("never.db")); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// foreign runs a statement on a file by the bare driver.
func foreign(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

// TestUnwritable: a folder or a file that may not be written.
func TestUnwritable(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may write everything")
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "store.db")
	mustOpen(t, file).Close()
	if err := errors.Join(os.Chmod(file, 0o400), os.Chmod(folder, 0o500)); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, 0o700)
	_, err := Open(t.Context(), filepath.Join(folder, "new.db"))
	wants(t, err, "new.db", "another file")
	s, err := Open(t.Context(), file)
	if err == nil {
		defer s.Close()
		d, obs := entry("d", 1)
		err = s.Put(t.Context(), d, obs, nil)
	}
	wants(t, err, "store.db", "another file")
}

// TestBusy: a lock that another program does not give back is said to be one.
func TestBusy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	s := mustOpen(t, path)
	other := mustOpen(t, path)
	tx, err := other.write.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	if _, err := s.write.Exec("PRAGMA busy_timeout = 1"); err != nil {
		t.Fatal(err)
	}
	d, obs := entry("d", 1)
	wants(t, s.Put(t.Context(), d, obs, nil), "store.db", "another program", "do it again")
}
