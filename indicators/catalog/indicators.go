package catalog

import (
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"suanpan/indicators"
)

// Indicators is the checked catalogue of indicators with its themes. It is
// immutable and safe for concurrent use; the zero value holds nothing.
type Indicators struct {
	list     []indicators.Indicator
	themes   *Themes
	byID     map[string]int
	byName   map[string]int   // canonical name or alias
	children map[string][]int // by parent, in file order
}

// ByID returns the indicator of that id; open ids are never found.
func (x *Indicators) ByID(id string) (indicators.Indicator, bool) {
	if i, ok := x.byID[id]; ok {
		return x.list[i], true
	}
	return indicators.Indicator{}, false
}

// ByName returns the indicator whose name or one of whose aliases is
// nameOrAlias; two wordings with one Canonical form are the same.
func (x *Indicators) ByName(nameOrAlias string) (indicators.Indicator, bool) {
	if i, ok := x.byName[Canonical(nameOrAlias)]; ok {
		return x.list[i], true
	}
	return indicators.Indicator{}, false
}

// All returns the indicators in the order of their file. The caller owns the
// slice, but not the Aliases in it.
func (x *Indicators) All() []indicators.Indicator { return slices.Clone(x.list) }

// Theme returns the theme of that key.
func (x *Indicators) Theme(key string) (Theme, bool) {
	if x.themes == nil {
		return Theme{}, false
	}
	return x.themes.ByKey(key)
}

// Themes returns the themes in the order of their file. The caller owns the
// slice.
func (x *Indicators) Themes() []Theme {
	if x.themes == nil {
		return nil
	}
	return x.themes.All()
}

// Children returns the indicators whose parent is id, in the order of their
// file; none for an unknown id. The caller owns the slice.
func (x *Indicators) Children(id string) []indicators.Indicator {
	at := x.children[id]
	list := make([]indicators.Indicator, len(at))
	for i, j := range at {
		list[i] = x.list[j]
	}
	return list
}

// Canonical strips name of what carries no meaning in the name of an
// indicator: white space and quotation marks are dropped wherever they stand,
// full-width ASCII becomes half-width, ASCII letters become capitals. It
// knows no words: variants in wording are aliases, one by one. Canonical is
// idempotent.
func Canonical(name string) string {
	if isCanonical(name) {
		return name
	}
	return strings.Map(func(r rune) rune {
		if '！' <= r && r <= '～' {
			r -= '！' - '!'
		}
		switch {
		case 'a' <= r && r <= 'z':
			return r - 'a' + 'A'
		case r <= ' ':
			return -1
		case r < 0x80 && r != '"':
			return r
		}
		switch r {
		case '"', '“', '”', '‘', '’', '「', '」', '『', '』', '〝', '〞', '\u200b', '\ufeff':
			return -1
		}
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, name)
}

// isCanonical reports whether name certainly is as [Canonical] would have it:
// of Chinese characters and capitals alone, as most names are.
func isCanonical(name string) bool {
	for i := 0; i < len(name); {
		switch c := name[i]; {
		case c <= ' ' || c == '"' || 'a' <= c && c <= 'z':
			return false
		case c < utf8.RuneSelf:
			i++
		case 0xE4 <= c && c <= 0xE9 && i+2 < len(name) && name[i+1]>>6 == 2 && name[i+2]>>6 == 2:
			i += 3
		default:
			return false
		}
	}
	return true
}

// LoadIndicators reads themes.tsv and indicators.tsv from the root of fsys.
func LoadIndicators(fsys fs.FS) (*Indicators, error) {
	f, err := fsys.Open("themes.tsv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	themes, err := ParseThemes("themes.tsv", f)
	if err != nil {
		return nil, err
	}
	g, err := fsys.Open("indicators.tsv")
	if err != nil {
		return nil, err
	}
	defer g.Close()
	return ParseIndicators("indicators.tsv", g, themes)
}

var indicatorColumns = []string{
	"id", "name", "english", "aliases", "theme", "unit", "dimension", "kind", "rise", "definition", "source", "parent",
}

// ParseIndicators reads the table of indicators; name is what errors call the
// file, themes those that its rows may use. Aliases are separated by |. Ids
// and all wordings of names are unique over the table. A parent may stand
// anywhere in it and has the dimension and kind of its parts. The error joins
// up to 20 faults, each with file and line.
func ParseIndicators(name string, r io.Reader, themes *Themes) (*Indicators, error) {
	x := &Indicators{themes: themes, byID: map[string]int{}, byName: map[string]int{}, children: map[string][]int{}}
	faults := &faultList{file: name}
	var lines []int // of list
	readRows(faults, r, indicatorColumns, func(line int, f []string) {
		in := indicators.Indicator{
			ID: f[0], Name: f[1], English: f[2], Theme: f[4], Unit: f[5], Dimension: f[6],
			Definition: f[9], Source: f[10], Parent: f[11],
		}
		if f[3] != "" {
			in.Aliases = strings.Split(f[3], "|")
		}
		if err := in.Kind.UnmarshalText([]byte(f[7])); err != nil {
			faults.add(line, "%v", err)
		}
		if err := in.Rise.UnmarshalText([]byte(f[8])); err != nil {
			faults.add(line, "%v", err)
		}
		checkIndicator(faults, line, in, themes)
		if _, ok := x.byID[in.ID]; ok {
			faults.add(line, "id %q is taken", in.ID)
			return
		}
		at := len(x.list)
		x.byID[in.ID] = at
		x.list = append(x.list, in)
		lines = append(lines, line)
		printed := map[string]bool{}
		for _, word := range append([]string{in.Name}, in.Aliases...) {
			c := Canonical(word)
			first, ok := x.byName[c]
			switch {
			case c == "":
				faults.add(line, "%s has an empty name or alias", in.ID)
			case ok && first != at:
				faults.add(line, "%s of %s means %s in line %d", word, in.ID, x.list[first].ID, lines[first])
			case printed[word]:
				faults.add(line, "%s stands twice in %s", word, in.ID)
			default:
				x.byName[c] = at
			}
			printed[word] = true
		}
	})
	for i, in := range x.list {
		if in.Parent == "" {
			continue
		}
		if _, ok := x.byID[in.Parent]; !ok {
			faults.add(lines[i], "parent %q of %s is no indicator", in.Parent, in.ID)
			continue
		}
		x.children[in.Parent] = append(x.children[in.Parent], i)
		if whole := x.list[x.byID[in.Parent]]; in.Dimension != whole.Dimension || in.Kind != whole.Kind {
			faults.add(lines[i], "%s is a %s of %s, its whole %s a %s of %s",
				in.ID, in.Kind, in.Dimension, whole.ID, whole.Kind, whole.Dimension)
		}
		if x.isOwnAncestor(i) {
			faults.add(lines[i], "%s is a part of itself", in.ID)
		}
	}
	if err := faults.err(); err != nil {
		return nil, err
	}
	return x, nil
}

// checkIndicator records what is wrong with a row by itself.
func checkIndicator(faults *faultList, line int, in indicators.Indicator, themes *Themes) {
	if !isSlug(in.ID) {
		faults.add(line, "id %q is no slug", in.ID)
	}
	if in.Kind == indicators.KindUnknown {
		faults.add(line, "%s has no kind", in.ID)
	}
	if in.English == "" {
		faults.add(line, "%s has no English name", in.ID)
	}
	if in.Unit == "" || in.Dimension == "" {
		faults.add(line, "%s has no unit or no dimension", in.ID)
	}
	if in.Source == "" {
		faults.add(line, "%s has no source", in.ID)
	}
	if in.Definition == "。" || strings.Count(in.Definition, "。") != 1 || !strings.HasSuffix(in.Definition, "。") {
		faults.add(line, "definition of %s is not one sentence ending with 。", in.ID)
	}
	if _, ok := themes.ByKey(in.Theme); !ok {
		faults.add(line, "theme %q of %s is unknown", in.Theme, in.ID)
	}
}

// isOwnAncestor follows the parents of the i-th indicator.
func (x *Indicators) isOwnAncestor(i int) bool {
	at := i
	for range x.list {
		next, ok := x.byID[x.list[at].Parent]
		if !ok {
			return false
		}
		if next == i {
			return true
		}
		at = next
	}
	return false // it leads into a circle of others
}
