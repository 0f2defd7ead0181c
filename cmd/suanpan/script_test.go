package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"suanpan": main})
}

// TestScripts runs testdata/script: the program as a person runs it, with an
// empty home directory.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir+"/home")
			e.Setenv("LocalAppData", e.WorkDir+"/home/.local/share")
			e.Setenv("XDG_DATA_HOME", "")
			if cache, err := os.UserCacheDir(); err == nil {
				e.Setenv("XDG_CACHE_HOME", cache) // what a first PDF compiles takes seconds
			}
			return os.Mkdir(e.WorkDir+"/home", 0o777)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": wantStatus,
			"gb18030": inPlace("gb18030", func(b []byte) ([]byte, error) {
				return simplifiedchinese.GB18030.NewEncoder().Bytes(b)
			}),
			"latin1": inPlace("latin1", func(b []byte) ([]byte, error) {
				return bytes.ReplaceAll(b, []byte("é"), []byte{0xE9}), nil
			}),
		},
	})
}

// wantStatus is the command status N PROGRAM ARG…: the program ends with N.
func wantStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program [arg...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("%s ended with %d, want %d", args[1], got, want)
	}
}

// inPlace is a command NAME FILE that changes a file.
func inPlace(name string, change func([]byte) ([]byte, error)) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) != 1 {
			ts.Fatalf("usage: %s file", name)
		}
		b, err := change([]byte(ts.ReadFile(args[0])))
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o666))
	}
}
