package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"suanpan/indicators/intake"
)

// A source is a file to read; - is standard input.
type source struct {
	name string
	size int64 // in bytes; 0 of standard input
}

// findSources returns the files that paths name, each once: a file as it is, of
// a folder what [inFolder] reads, in the order of the names, of a pattern such
// as 2024/**/*.pdf what it matches. Files of metadata beside others are none.
// What names nothing is an error; the others are returned beside it.
func findSources(paths []string) (found []source, err error) {
	seen := map[string]bool{}
	var errs []error
	for _, p := range paths {
		files, err := expand(p)
		if err != nil {
			errs = append(errs, err)
		}
		for _, f := range files {
			if f.name != "-" {
				f.name = filepath.Clean(f.name)
			}
			if !seen[f.name] {
				seen[f.name] = true
				found = append(found, f)
			}
		}
	}
	return found, errors.Join(errs...)
}

func expand(name string) ([]source, error) {
	if name == "-" {
		return []source{{name: "-"}}, nil
	}
	if strings.HasSuffix(name, metaEnding) { // it is read with the file that it is beside
		return nil, nil
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return walk(name, inFolder)
	case err == nil:
		return []source{{name, info.Size()}}, nil
	case !errors.Is(err, fs.ErrNotExist) || !strings.ContainsAny(name, "*?["):
		return nil, err
	}
	pattern := filepath.ToSlash(filepath.Clean(name))
	root := "."
	for {
		dir, rest, ok := strings.Cut(pattern, "/")
		if !ok || strings.ContainsAny(dir, "*?[") {
			break
		}
		root, pattern = path.Join(root, dir), rest
		if dir == "" {
			root = "/"
		}
	}
	segments := strings.Split(pattern, "/")
	for _, s := range segments {
		if _, err := path.Match(s, ""); err != nil {
			return nil, fmt.Errorf("%s: %w; quote a file's own brackets with a backslash", name, err)
		}
	}
	files, err := walk(root, func(rel string) bool {
		return matches(segments, strings.Split(rel, "/")) && !strings.HasSuffix(rel, metaEnding)
	})
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("%s: no file matches", name)
	}
	return files, err
}

// matches reports whether a path matches a pattern, segment by segment; ** is
// any number of segments.
func matches(pattern, path []string) bool {
	switch {
	case len(pattern) == 0:
		return len(path) == 0
	case pattern[0] == "**":
		return matches(pattern[1:], path) || len(path) > 0 && matches(pattern, path[1:])
	case len(path) == 0:
		return false
	}
	ok, err := filepath.Match(pattern[0], path[0])
	return ok && err == nil && matches(pattern[1:], path[1:])
}

// walk returns the files below a folder of which want says so, by their path
// from there. Hidden files and folders are passed over. Folders that cannot be
// read are an error beside the files of the others.
func walk(folder string, want func(rel string) bool) (files []source, err error) {
	var errs []error
	err = filepath.WalkDir(folder, func(name string, e fs.DirEntry, err error) error {
		hidden := e != nil && name != folder && strings.HasPrefix(e.Name(), ".")
		switch {
		case err != nil:
			errs = append(errs, err)
			return nil
		case hidden && e.IsDir():
			return fs.SkipDir
		case hidden || e.IsDir():
			return nil
		}
		rel, err := filepath.Rel(folder, name)
		if err != nil || !want(filepath.ToSlash(rel)) {
			return err
		}
		info, err := os.Stat(name) // what a link leads to
		switch {
		case err != nil:
			errs = append(errs, err)
		case info.Mode().IsRegular():
			files = append(files, source{name, info.Size()})
		}
		return nil
	})
	return files, errors.Join(append(errs, err)...)
}

// inFolder reports whether a file is read where its folder is named: where its
// ending is one of those that are read, but for README.md and what Word leaves
// beside a file that is open.
func inFolder(rel string) bool {
	base := path.Base(rel)
	return slices.Contains(intake.Endings, strings.ToLower(path.Ext(base))) &&
		!strings.EqualFold(base, "README.md") && !strings.HasPrefix(base, "~$")
}
