package main

import (
	"path/filepath"
	"testing"
)

func TestDataFolder(t *testing.T) {
	home, data := t.TempDir(), t.TempDir()
	for _, c := range []struct {
		system string
		env    map[string]string
		want   string
	}{
		{"linux", map[string]string{"HOME": home}, filepath.Join(home, ".local", "share")},
		{"linux", map[string]string{"HOME": home, "XDG_DATA_HOME": data}, data},
		{"linux", map[string]string{"HOME": home, "XDG_DATA_HOME": "not/absolute"}, filepath.Join(home, ".local", "share")},
		{"linux", nil, ""},
		{"darwin", map[string]string{"HOME": home}, filepath.Join(home, "Library", "Application Support")},
		{"windows", map[string]string{"LocalAppData": data}, data},
	} {
		if got := dataFolder(c.system, func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("%s, %v: %q, want %q", c.system, c.env, got, c.want)
		}
	}
}

func TestStoreName(t *testing.T) {
	for store, want := range map[string]string{
		"figures.db":                          "figures.db",
		":memory:":                            ":memory:",
		"postgres://db/figures":               "postgres://db/figures",
		"postgres://u:secret@db:5432/figures": "postgres://db:5432/figures",
		"postgres:///figures?host=h&password=secret": "postgres:///figures",
		"postgres://u:secret@db:port/figures":        "postgres://…",
	} {
		if got := storeName(store); got != want {
			t.Errorf("%s: %q, want %q", store, got, want)
		}
	}
}
