package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/indicators/extract"
	"suanpan/indicators/sqlstore"
	"suanpan/seeds"
)

// olderCatalogue is what ships with a table changed.
func olderCatalogue(t *testing.T, table, word, older string) *catalog.Catalog {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(seeds.FS, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(seeds.FS, name)
		if name == table {
			if !bytes.Contains(b, []byte(word)) {
				t.Fatalf("%s has no %q", table, word)
			}
			b = bytes.ReplaceAll(b, []byte(word), []byte(older))
		}
		files[name] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestReread: a store that an older catalogue has read is shown where it
// differs, figure by figure, and changed only when that is wanted.
func TestReread(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	store, err := sqlstore.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	older := olderCatalogue(t, "indicators.tsv", "gdp\t地区生产总值\t", "gdp\t地区总产值\t")
	reader := extract.New(older)
	for id, text := range map[string]string{
		"changes": "2023年，天元区地区生产总值512.3亿元，增长5.1%。粮食产量20万吨。",
		"stays":   "2023年，天元区粮食产量20万吨。",
	} {
		d := &indicators.Document{ID: id, Title: "篇" + id, Text: text}
		result, err := reader.Read(d)
		if err != nil {
			t.Fatal(err)
		}
		if err := store.Put(t.Context(), d, result.Observations, result.Rejects); err != nil {
			t.Fatal(err)
		}
	}
	now, _, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	reread := func(args ...string) string {
		t.Helper()
		var out, errs bytes.Buffer
		if status := run(t.Context(), append([]string{"--store", path, "reread"}, args...), strings.NewReader(""), &out, &errs); status != exitFine {
			t.Fatalf("reread %v: %d, %s", args, status, &errs)
		}
		return out.String()
	}
	versions := func() (out string) {
		for info, err := range store.Documents(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			out += info.ID + " " + info.Catalogue + "\n"
		}
		return out
	}
	before := versions()
	dry := reread("--dry-run")
	for _, want := range []string{
		"篇changes (changes)\n  ~ 地区生产总值 「512.3亿元」 indicator ~地区生产总值 → gdp",
		" amount-level/level        0     0        1 ",
		"1 document differs of 2: 0 figures added, 0 gone, 2 changed, 2 as before (catalogue " + now.Version() + ")",
		"1 document more with the same figures",
	} {
		if !strings.Contains(dry, want) {
			t.Errorf("no %q in\n%s", want, dry)
		}
	}
	if versions() != before {
		t.Error("a dry run has changed the store")
	}
	var line differenceLine
	first, _, _ := strings.Cut(reread("--json", "--dry-run", "chan"), "\n")
	if err := json.Unmarshal([]byte(first), &line); err != nil || line.Doc != "changes" || line.Kind != "changed" ||
		line.Was == nil || line.Is == nil || line.Is.Rule == "" || line.Changed["indicator"] != "~地区生产总值 → gdp" {
		t.Errorf("%v, %s", err, first)
	}
	if got := reread(); !strings.Contains(got, "2 documents changed") {
		t.Errorf("reread:\n%s", got)
	}
	if want := strings.ReplaceAll(before, older.Version(), now.Version()); versions() != want {
		t.Errorf("versions\n%swant\n%s", versions(), want)
	}
	if got := reread(); !strings.HasPrefix(got, "0 documents differ of 2") {
		t.Errorf("again:\n%s", got)
	}
}
