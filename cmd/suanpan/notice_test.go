package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestNoticeNamesWhatShips compares NOTICE with the modules that the program
// is linked of.
func TestNoticeNamesWhatShips(t *testing.T) {
	notice, err := os.ReadFile("../../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "list", "-buildvcs=false", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	linked := strings.Fields(string(out))
	slices.Sort(linked)
	linked = slices.Compact(linked)
	named := strings.Fields(string(notice))
	for _, module := range linked {
		if !slices.Contains(named, module) {
			t.Errorf("NOTICE does not name %s", module)
		}
	}
	for _, word := range named {
		host, path, ok := strings.Cut(word, "/")
		if ok && path != "" && !strings.ContainsAny(word, ":,()") && strings.Contains(host, ".") && !slices.Contains(linked, word) {
			t.Errorf("NOTICE names %s, which is not linked", word)
		}
	}
}
