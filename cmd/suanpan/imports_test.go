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
	"indicators":           {},
	"indicators/lexicon":   {},
	"seeds":                {},
	"indicators/catalog":   {"indicators", "indicators/lexicon"},
	"indicators/extract":   {"indicators", "indicators/catalog", "indicators/lexicon"},
	"indicators/intake":    {"indicators"},
	"indicators/sqlstore":  {"indicators"},
	"indicators/storetest": {"indicators"},
	"charts":               {"indicators"},
	"web":                  {"indicators", "indicators/catalog", "indicators/extract", "charts"},
	"cmd/suanpan": {
		"indicators", "indicators/catalog", "indicators/extract", "indicators/intake", "indicators/sqlstore", "seeds", "web",
	},
}

// mustNotImport is what packages may not import of the standard library or of
// others; PATH/... stands for PATH and all below it.
var mustNotImport = map[string][]string{
	"indicators":         {"os/...", "net/...", "io/...", "log/...", "database/...", "math", "math/rand/..."},
	"indicators/lexicon": {"os/...", "net/...", "log/...", "database/...", "math", "math/rand/...", "time"},
	"indicators/catalog": {"os/...", "net/...", "log/...", "database/...", "math", "math/rand/...", "time"},
	"indicators/extract": {"os/...", "net/...", "log/...", "database/...", "math", "math/rand/...", "time", "regexp/..."},
	"indicators/intake":  {"os/...", "net/...", "log/...", "database/...", "math", "math/rand/...", "time"},
	"charts":             {"os/...", "net/...", "log/...", "database/..."},
	"web":                {"os/...", "database/...", "modernc.org/..."},
}

// What the code under indicators may not name: floats, in any way, and the
// clock.
var (
	floatTypes = []string{"float32", "float64", "complex64", "complex128"}
	floatFuncs = []string{
		"ParseFloat", "FormatFloat", "AppendFloat", "Float64", "InexactFloat64", "BigFloat",
		"NewFromFloat", "NewFromFloat32", "NewFromFloatWithExponent",
	}
	clockFuncs = []string{"Now", "Since", "Until", "After", "Tick", "NewTimer", "NewTicker", "Sleep"}
)

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

// TestNoFloatAndNoClock holds the code under indicators to exact values and
// to results that depend on nothing but the input.
func TestNoFloatAndNoClock(t *testing.T) {
	fset, files := goFiles(t)
	checked := 0
	for _, f := range files {
		if f.test || !strings.HasPrefix(f.path, "indicators/") {
			continue
		}
		checked++
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if what := forbidden(n); what != "" {
				t.Errorf("%s: %s", fset.Position(n.Pos()), what)
			}
			return true
		})
	}
	if checked == 0 {
		t.Error("no file was checked")
	}
}

// forbidden names the float or clock that a node is, or is "".
func forbidden(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Ident:
		if slices.Contains(floatTypes, n.Name) {
			return n.Name
		}
	case *ast.BasicLit:
		if n.Kind == token.FLOAT || n.Kind == token.IMAG {
			return n.Value
		}
	case *ast.SelectorExpr:
		x, ok := n.X.(*ast.Ident)
		clock := ok && x.Name == "time" && slices.Contains(clockFuncs, n.Sel.Name)
		if clock || slices.Contains(floatFuncs, n.Sel.Name) {
			return n.Sel.Name
		}
	}
	return ""
}

func TestForbidden(t *testing.T) {
	for src, want := range map[string]bool{
		"float64(1)": true, "1.5": true, "1e3": true, "time.Now()": true, "d.InexactFloat64()": true, "strconv.ParseFloat(s, 64)": true,
		"15": false, "`1.5`": false, "time.Date(1, 1, 1, 0, 0, 0, 0, nil)": false, "x.Now": false, "strconv.ParseInt(s, 10, 64)": false,
	} {
		e, err := parser.ParseExpr(src)
		if err != nil {
			t.Fatal(err)
		}
		got := false
		ast.Inspect(e, func(n ast.Node) bool {
			got = got || forbidden(n) != ""
			return true
		})
		if got != want {
			t.Errorf("%s: forbidden is %v, want %v", src, got, want)
		}
	}
}
