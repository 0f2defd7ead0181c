package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestFindSources(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{
		"a.txt", "b.exe", "README.md", ".hidden.txt", "in/c.PDF", "in/~$d.docx", "in/deep/e.html", "in/deep/f.txt", "in/.git/g.txt", "in/h.meta.json", "[x].txt",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("12345"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ paths, want, problem string }{
		{"a.txt", "a.txt", ""},
		{"b.exe - a.txt ./a.txt -", "b.exe - a.txt", ""},
		{".", "[x].txt a.txt in/c.PDF in/deep/e.html in/deep/f.txt", ""},
		{"in", "in/c.PDF in/deep/e.html in/deep/f.txt", ""},
		{"*.txt", "[x].txt a.txt", ""},
		{"in/*/*", "in/deep/e.html in/deep/f.txt", ""},
		{"**/*.txt", "[x].txt a.txt in/deep/f.txt", ""},
		{"in/**/?.*", "in/c.PDF in/deep/e.html in/deep/f.txt", ""},
		{"[x].txt", "[x].txt", ""},
		{"a.txt in/h.meta.json", "a.txt", ""},
		{"*.docx a.txt", "a.txt", "*.docx: no file matches"},
		{"[a a.txt", "a.txt", "[a"},
		{"none.txt a.txt", "a.txt", "none.txt"},
	} {
		found, err := findSources(strings.Fields(c.paths))
		var names []string
		for _, s := range found {
			names = append(names, filepath.ToSlash(s.name))
			if s.name != "-" && s.size != 5 {
				t.Errorf("%s: %d bytes", s.name, s.size)
			}
		}
		if want := strings.Fields(c.want); !slices.Equal(names, want) {
			t.Errorf("%s: %q; want %q", c.paths, names, want)
		}
		if c.problem == "" && err != nil || c.problem != "" && (err == nil || !strings.Contains(err.Error(), c.problem)) {
			t.Errorf("%s: %v; want %q", c.paths, err, c.problem)
		}
	}
}
