package extract

import (
	"os"
	"strings"
	"testing"

	"suanpan/indicators/catalog"
	"suanpan/seeds"
)

// TestTables reads the tables of testdata/tables.txt and compares all figures
// and rejects.
func TestTables(t *testing.T) {
	cat, err := catalog.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	r := New(cat)
	const file = "testdata/tables.txt"
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	examples, err := parseGolden(string(src))
	if err != nil {
		t.Fatalf("%s:%v", file, err)
	}
	changed, alike := false, 0
	for i := range examples {
		g := &examples[i]
		tables := 0
		for _, b := range blocks(g.doc.Text) {
			if b.kind == blockTable {
				tables++
			}
		}
		if g.lookAlike {
			alike++
		} else if tables == 0 {
			t.Errorf("%s:%d: no table is found", file, g.line)
		}
		got := g.read(t, r)
		diff := lineDiff(g.want, got)
		if diff != "" && *update {
			g.want, changed = got, true
		} else if diff != "" {
			t.Errorf("%s:%d: %s\n%s", file, g.line, strings.Join(g.text, "\n"), diff)
		}
	}
	if alike < 8 || len(examples)-alike < 24 {
		t.Errorf("%s: %d tables and %d look-alikes, want 24 and 8", file, len(examples)-alike, alike)
	}
	if changed {
		if err := os.WriteFile(file, []byte(formatGolden(string(src), examples)), 0o666); err != nil {
			t.Error(err)
		}
	}
}
