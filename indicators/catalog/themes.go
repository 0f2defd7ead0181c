package catalog

import (
	"io"
	"slices"
)

// A Theme is a node of the tree of subjects under which indicators are shown.
type Theme struct {
	Key     string // a lower-case ASCII slug
	Name    string
	English string
	Parent  string // key of the theme above, or "" at the top
}

// Themes is the checked tree of themes. It is immutable and safe for
// concurrent use; the zero value holds no theme.
type Themes struct {
	list  []Theme
	byKey map[string]int
}

// All returns the themes in the order of their file. The caller owns the
// slice.
func (t *Themes) All() []Theme { return slices.Clone(t.list) }

// ByKey returns the theme of that key.
func (t *Themes) ByKey(key string) (Theme, bool) {
	if i, ok := t.byKey[key]; ok {
		return t.list[i], true
	}
	return Theme{}, false
}

var themeColumns = []string{"key", "name", "english", "parent"}

// ParseThemes reads the table of themes; name is what errors call the file.
// A parent must stand above its children. The error joins up to 20 faults,
// each with file and line.
func ParseThemes(name string, r io.Reader) (*Themes, error) {
	t := &Themes{byKey: map[string]int{}}
	faults := &faultList{file: name}
	names := map[string]int{} // name -> line
	readRows(faults, r, themeColumns, func(line int, f []string) {
		th := Theme{Key: f[0], Name: f[1], English: f[2], Parent: f[3]}
		if !isSlug(th.Key) {
			faults.add(line, "key %q is no slug", th.Key)
		}
		if _, ok := t.byKey[th.Key]; ok {
			faults.add(line, "key %q is taken", th.Key)
			return
		}
		if th.Name == "" || th.English == "" {
			faults.add(line, "theme %s lacks a name", th.Key)
		}
		if first, ok := names[th.Name]; ok {
			faults.add(line, "name %s stands in line %d", th.Name, first)
		}
		names[th.Name] = line
		if _, ok := t.byKey[th.Parent]; th.Parent != "" && !ok {
			faults.add(line, "parent %q does not stand above", th.Parent)
		}
		t.byKey[th.Key] = len(t.list)
		t.list = append(t.list, th)
	})
	if err := faults.err(); err != nil {
		return nil, err
	}
	return t, nil
}
