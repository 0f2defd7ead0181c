package main

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// TestExactAndDeterministic type-checks the code under indicators: no
// expression in it is a float, and none asks the clock or for chance. The
// contract of stores is a test, and draws its cases from a fixed seed; PDFium
// gives the places of characters as floats, and its package whole numbers.
func TestExactAndDeterministic(t *testing.T) {
	fset, files := goFiles(t)
	packages := map[string][]*ast.File{}
	for _, f := range files {
		if !f.test && f.pkg != "indicators/storetest" && f.pkg != "indicators/intake/pdfium" && (f.pkg == "indicators" || strings.HasPrefix(f.pkg, "indicators/")) {
			packages[f.pkg] = append(packages[f.pkg], f.ast)
		}
	}
	if len(packages) == 0 {
		t.Fatal("no package was found")
	}
	imports := exportData(t, fset, "../../indicators/...")
	for pkg, files := range packages {
		for _, fault := range inexact(t, fset, imports, path.Join(module, pkg), files) {
			t.Error(fault)
		}
	}
}

// exportData imports what the packages of a pattern import, from the build
// cache.
func exportData(t *testing.T, fset *token.FileSet, pattern string) types.Importer {
	t.Helper()
	list := exec.Command("go", "list", "-buildvcs=false", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}", pattern)
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	file := map[string]string{}
	for line := range strings.Lines(string(out)) {
		pkg, export, _ := strings.Cut(strings.TrimSpace(line), "\t")
		file[pkg] = export
	}
	return importer.ForCompiler(fset, "gc", func(pkg string) (io.ReadCloser, error) { return os.Open(file[pkg]) })
}

// inexact returns what the files of a package name that is a float, the clock
// or chance, in the order of the files.
func inexact(t *testing.T, fset *token.FileSet, imports types.Importer, pkg string, files []*ast.File) (faults []string) {
	t.Helper()
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}}
	if _, err := (&types.Config{Importer: imports}).Check(pkg, fset, files, info); err != nil {
		t.Fatal(err)
	}
	type fault struct {
		at   token.Pos
		what string
	}
	var found []fault
	for e, tv := range info.Types {
		whole := tv.Value != nil && isUntyped(tv.Type) && constant.ToInt(tv.Value).Kind() == constant.Int // 1e6
		if isFloat(tv.Type) && !whole {
			found = append(found, fault{e.Pos(), "a float: " + types.ExprString(e)})
		}
	}
	for id, obj := range info.Uses {
		if obj.Pkg() == nil || obj.Parent() != obj.Pkg().Scope() { // a method, a field, a local
			continue
		}
		clock := obj.Pkg().Path() == "time" && slices.Contains([]string{"Now", "Since", "Until", "After", "AfterFunc", "Tick", "Sleep"}, obj.Name())
		if clock || strings.HasPrefix(obj.Pkg().Path(), "math/rand") {
			found = append(found, fault{id.Pos(), "the clock or chance: " + obj.Name()})
		}
	}
	slices.SortFunc(found, func(a, b fault) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.what, b.what)) })
	for _, f := range found {
		faults = append(faults, fset.Position(f.at).String()+": "+f.what)
	}
	return faults
}

// isFloat reports whether values of a type, or one of several results, are
// floats.
func isFloat(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Info()&(types.IsFloat|types.IsComplex) != 0
	case *types.Tuple:
		for v := range t.Variables() {
			if isFloat(v.Type()) {
				return true
			}
		}
	}
	return false
}

func isUntyped(t types.Type) bool {
	b, ok := t.(*types.Basic)
	return ok && b.Info()&types.IsUntyped != 0
}

// TestInexact checks the check.
func TestInexact(t *testing.T) {
	fset := token.NewFileSet()
	imports := exportData(t, fset, "../../indicators/...")
	for src, want := range map[string]bool{
		"var x float64":                         true,
		"var x = 1.5":                           true,
		"var x = 1e6":                           true,
		"var x = int(math.Sqrt(4))":             true,
		"var x = decimal.Zero.InexactFloat64()": true,
		"var x, _ = strconv.ParseFloat(``, 64)": true,
		"var x = time.Now":                      true,
		"var x = time.Until(time.Time{})":       true,
		"var x int64 = 1e6":                     false,
		"const x = 1e6":                         false,
		"var x = math.MaxInt64 - 1":             false,
		"var x = `1.5`":                         false,
		"var x = time.Time{}.Before":            false,
	} {
		src = "package x\nimport (\n\t\"math\"\n\t\"strconv\"\n\t\"time\"\n\t\"github.com/shopspring/decimal\"\n)\n" +
			"var _, _, _, _ = math.MaxInt64, strconv.Itoa, time.UTC, decimal.Zero\n" + src
		f, err := parser.ParseFile(fset, "x.go", src, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if faults := inexact(t, fset, imports, "x", []*ast.File{f}); (len(faults) > 0) != want {
			t.Errorf("%s\ngave %q", src, faults)
		}
	}
}
