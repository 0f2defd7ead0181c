package sqlstore_test

import (
	"compress/gzip"
	"database/sql"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"suanpan/indicators"
	"suanpan/indicators/sqlstore"
)

// testOldStore: a store that an older program wrote is brought forward with all
// that it held, and takes what is new. The stores in testdata hold one
// bulletin, dated, and one text without a date.
func testOldStore(t *testing.T, s *sqlstore.Store) {
	t.Helper()
	ctx := t.Context()
	var infos []indicators.DocumentInfo
	for info, err := range s.Documents(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		infos = append(infos, info)
	}
	if len(infos) != 2 || infos[0].Title != "青溪市2022年统计公报" || infos[0].Observations != 4 || infos[0].Catalogue == "" || infos[1].Observations != 3 {
		t.Fatalf("documents: %+v", infos)
	}
	for _, info := range infos {
		d, err := s.Document(ctx, info.ID)
		if err != nil {
			t.Fatal(err)
		}
		if d.ID != d.Identify() {
			t.Errorf("document %s has changed: %s", d.ID, d.Identify())
		}
		q := indicators.DocumentQuery{Fingerprint: indicators.Fingerprint(d.Text)}
		found := 0
		for same, err := range s.FindDocuments(ctx, q) {
			if err != nil || same.ID != d.ID {
				t.Errorf("by its text %s: %s, %v", d.ID, same.ID, err)
			}
			found++
		}
		if found != 1 {
			t.Errorf("by its text %s: %d documents", d.ID, found)
		}
		o := indicators.Original{Document: d.ID, Hash: d.ID, Part: 1, Parts: 1, Name: "a.txt"}
		if err := s.PutOriginal(ctx, o); err != nil {
			t.Error(err)
		}
	}
	var values []string
	for o, err := range s.Observations(ctx, indicators.Query{}) {
		if err != nil {
			t.Fatal(err)
		}
		values = append(values, o.Text()+o.Unit)
	}
	want := []string{"1200个", "2000000000元", "3%", "123450000000元", "4.2%", "350000吨", "1000000人"}
	if !slices.Equal(values, want) {
		t.Errorf("values %q; want %q", values, want)
	}
}

// TestOldFile: SQLite files of every version that was released.
func TestOldFile(t *testing.T) {
	files, err := filepath.Glob("testdata/store-*.db.gz")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d stored files, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "store.db")
			unpack(t, file, path)
			testOldStore(t, open(t, path))
		})
	}
}

func unpack(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	z, err := gzip.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// testPostgresOld: schemas of PostgreSQL of every version that was released.
func testPostgresOld(t *testing.T, address string) {
	files, err := filepath.Glob("testdata/store-*.sql")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d stored dumps, %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			dump, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			db, err := sql.Open("pgx", address)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if _, err := db.ExecContext(t.Context(), "DROP SCHEMA IF EXISTS suanpan CASCADE;"+string(dump)); err != nil {
				t.Fatal(err)
			}
			testOldStore(t, open(t, address))
		})
	}
}
