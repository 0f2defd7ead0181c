package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// mayImport is the table of imports: what the packages of this module may
// import of it. Tests may import more, but never a program. A package without
// a row is an error: give it one.
var mayImport = map[string][]string{
	"indicators":               {},
	"indicators/lexicon":       {},
	"seeds":                    {},
	"indicators/catalog":       {"indicators", "indicators/lexicon"},
	"indicators/extract":       {"indicators", "indicators/catalog", "indicators/lexicon"},
	"indicators/audit":         {"indicators", "indicators/catalog"},
	"indicators/intake":        {"indicators", "indicators/intake/pdfium"},
	"indicators/intake/pdfium": {},
	"indicators/sqlstore":      {"indicators"},
	"indicators/storetest":     {"indicators"},
	"charts":                   {"indicators"},
	"web":                      {"indicators", "indicators/catalog", "indicators/extract", "indicators/audit", "charts"}, // extract for pasted texts, audit for the findings
	"cmd/suanpan": {
		"indicators", "indicators/audit", "indicators/catalog", "indicators/extract", "indicators/intake", "indicators/sqlstore", "seeds", "web",
	},
}

// mustNotImport is what packages may not import of the standard library or of
// others; PATH/... stands for PATH and all below it.
var mustNotImport = map[string][]string{
	"indicators":               {"os/...", "net/...", "io/...", "log/...", "database/...", "math/rand/..."},
	"indicators/lexicon":       {"os/...", "net/...", "log/...", "database/...", "math/rand/...", "time"},
	"indicators/catalog":       {"os/...", "net/...", "log/...", "database/...", "math/rand/...", "time"},
	"indicators/extract":       {"os/...", "net/...", "log/...", "database/...", "math/rand/...", "time", "regexp/..."},
	"indicators/audit":         {"os/...", "net/...", "io/...", "log/...", "database/...", "math/...", "time", "regexp/..."},
	"indicators/intake":        {"os/...", "net/...", "log/...", "database/...", "math/rand/..."}, // time, for how long a file may take
	"indicators/intake/pdfium": {"os/...", "net/...", "log/...", "database/...", "math/rand/..."},
	"charts":                   {"os/...", "net/...", "log/...", "database/..."},
	"web":                      {"os/...", "database/...", "modernc.org/..."},
}

const module = "suanpan"

// A goFile is a parsed file of this module.
type goFile struct {
	path, pkg string // from the root of the module, with slashes
	test      bool
	ast       *ast.File
}

func goFiles(t *testing.T) (*token.FileSet, []goFile) {
	t.Helper()
	root := filepath.Join("..", "..")
	fset := token.NewFileSet()
	var files []goFile
	err := filepath.WalkDir(root, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if skip := e.Name(); name != root && (skip == "testdata" || skip == "node_modules" || strings.HasPrefix(skip, ".")) {
				return fs.SkipDir
			}
			return nil
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		files = append(files, goFile{rel, rel[:max(0, strings.LastIndexByte(rel, '/'))], strings.HasSuffix(rel, "_test.go"), f})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return fset, files
}

func TestImports(t *testing.T) {
	fset, files := goFiles(t)
	seen := map[string]bool{}
	for _, f := range files {
		allowed, ok := mayImport[f.pkg]
		if !ok {
			t.Errorf("%s: package %s has no row in mayImport", f.path, f.pkg)
			continue
		}
		seen[f.pkg] = true
		for _, spec := range f.ast.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			line := fset.Position(spec.Pos()).Line
			ours, inside := strings.CutPrefix(path, module+"/")
			switch {
			case inside && f.test && !strings.HasPrefix(ours, "cmd/"):
			case inside && !slices.Contains(allowed, ours):
				t.Errorf("%s:%d: %s may not import %s", f.path, line, f.pkg, ours)
			case !inside && !f.test && slices.ContainsFunc(mustNotImport[f.pkg], func(p string) bool { return covers(p, path) }):
				t.Errorf("%s:%d: %s may not import %s", f.path, line, f.pkg, path)
			}
		}
	}
	for _, pkg := range slices.Sorted(maps.Keys(mayImport)) {
		if !seen[pkg] {
			t.Errorf("mayImport has a row for %s, where there is no package", pkg)
		}
	}
}

// covers reports whether an import path is the one that a pattern names, or
// below it.
func covers(pattern, path string) bool {
	top, all := strings.CutSuffix(pattern, "/...")
	return path == top || all && strings.HasPrefix(path, top+"/")
}
