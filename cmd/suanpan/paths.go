package main

import (
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// defaultStore is suanpan.db in the folder where the user's programs keep
// their data, or "" where the environment names no such folder.
func defaultStore() string {
	folder := dataFolder(runtime.GOOS, os.Getenv)
	if folder == "" {
		return ""
	}
	return filepath.Join(folder, "suanpan", "suanpan.db")
}

// storeName is a store as it may be printed: a file as it is, an address
// without the user, the password and the parameters.
func storeName(store string) string {
	scheme, _, address := strings.Cut(store, "://")
	if !address {
		return store
	}
	u, err := url.Parse(store)
	if err != nil {
		return scheme + "://…"
	}
	return scheme + "://" + u.Host + u.EscapedPath()
}

// dataFolder is XDG_DATA_HOME where that is set, else what the system uses.
func dataFolder(system string, getenv func(string) string) string {
	if dir := getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir
	}
	home := getenv("HOME")
	switch {
	case system == "windows":
		return getenv("LocalAppData")
	case home == "":
		return ""
	case system == "darwin":
		return filepath.Join(home, "Library", "Application Support")
	}
	return filepath.Join(home, ".local", "share")
}
