package catalog

import (
	"io"
	"io/fs"
	"unicode/utf8"
)

// Initials tell with which letters the names of Chinese characters begin in
// pinyin, for those who type zz for 株洲. It is immutable and safe for
// concurrent use; the zero value knows no character.
type Initials struct{ of map[rune]uint32 }

var initialColumns = []string{"letter", "characters"}

// ParseInitials reads the table of initials; name is what errors call the
// file. The error joins up to 20 faults, each with file and line.
func ParseInitials(name string, r io.Reader) (*Initials, error) {
	x := &Initials{of: map[rune]uint32{}}
	faults := &faultList{file: name}
	var seen uint32
	readRows(faults, r, initialColumns, func(line int, f []string) {
		if len(f[0]) != 1 || f[0][0] < 'a' || f[0][0] > 'z' {
			faults.add(line, "letter %q is no small letter", f[0])
			return
		}
		bit := uint32(1) << (f[0][0] - 'a')
		if seen&bit != 0 {
			faults.add(line, "letter %s has a row already", f[0])
		}
		seen |= bit
		for _, c := range f[1] {
			if c < utf8.RuneSelf {
				faults.add(line, "%q is no Chinese character", c)
			}
			if x.of[c]&bit != 0 {
				faults.add(line, "%c stands twice", c)
			}
			x.of[c] |= bit
		}
	})
	return x, faults.err()
}

// LoadInitials reads initials.tsv.
func LoadInitials(fsys fs.FS) (*Initials, error) {
	f, err := fsys.Open("initials.tsv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return ParseInitials("initials.tsv", f)
}

// Begins reports whether letters are the initials of the first characters of a
// name. Whole is true where they are those of all. Small letters and digits of
// the name stand for themselves.
func (x *Initials) Begins(name, letters string) (begins, whole bool) {
	at := 0
	for _, c := range name {
		if at == len(letters) {
			return at > 0, false
		}
		l := letters[at]
		if !(c < utf8.RuneSelf && byte(c) == l) && (l < 'a' || l > 'z' || x.of[c]&(1<<(l-'a')) == 0) {
			return false, false
		}
		at++
	}
	return at > 0 && at == len(letters), at > 0 && at == len(letters)
}

// Alike reports whether two characters may begin with the same letter.
func (x *Initials) Alike(a, b rune) bool { return x.of[a]&x.of[b] != 0 }
