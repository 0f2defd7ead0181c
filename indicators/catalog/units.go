package catalog

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"suanpan/indicators/lexicon"
)

// A Unit is what a number counts or measures, without Chinese magnitude: 元,
// 千瓦时. Spellings that mean the same and look alike are one Unit (平方米, ㎡);
// words of their own are Units with one Base (标箱 and 标准箱, 公里 and km).
type Unit struct {
	Name      string
	Base      string // the unit that Name is a power of ten of; Name itself where there is none (亩)
	Power     int    // one Name is 10^Power Base, exactly
	Dimension string // a lower-case ASCII slug; of a compound, two joined by /
	English   string // in the plural where it has one
}

// Units is the checked table of units, with a lexicon of all their spellings,
// and of the words of approximation around numbers. It is immutable and safe
// for concurrent use; the zero value holds nothing.
type Units struct {
	list      []Unit
	blocked   [][]string // by unit: what may not follow it
	byName    map[string]int
	spellings *lexicon.Lexicon
	bounds    *Bounds
}

// Len is the number of units.
func (u *Units) Len() int { return len(u.list) }

// At returns the unit of an index that Match gave; the zero Unit for any
// other.
func (u *Units) At(i int) Unit {
	if i < 0 || i >= len(u.list) {
		return Unit{}
	}
	return u.list[i]
}

// Bounds returns the words of approximation.
func (u *Units) Bounds() *Bounds { return u.bounds }

// Match returns the index of the unit that stands at text[at:] and the length
// of its spelling in bytes: the longest spelling that what follows does not
// turn into another word (个 in 个体户, GW in GWh). Where there is none the index
// is -1 and the length 0.
func (u *Units) Match(text string, at int) (unit, length int) {
	if u.spellings == nil {
		return -1, 0
	}
	i, n := u.spellings.Longest(text, at)
	if n == 0 {
		return -1, 0
	}
	if u.ends(int(i), text, at, n) {
		return int(i), n
	}
	unit = -1
	for i, n := range u.spellings.Prefixes(text, at) {
		if u.ends(int(i), text, at, n) {
			unit, length = int(i), n
		}
	}
	return unit, length
}

// ends reports whether unit i may end where its spelling of n bytes does.
func (u *Units) ends(i int, text string, at, n int) bool {
	end := at + n
	if end == len(text) {
		return true
	}
	if isAlnum(text[end-1]) && isAlnum(text[end]) {
		return false
	}
	for _, w := range u.blocked[i] {
		if strings.HasPrefix(text[end:], w) {
			return false
		}
	}
	return true
}

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// ByName returns the unit of a name or spelling, and that of a compound: two
// of them joined by /, with or without a magnitude before the second (元/吨,
// 个/万人). A compound of units with powers has their powers.
func (u *Units) ByName(name string) (Unit, bool) {
	if i, ok := u.byName[name]; ok {
		return u.list[i], true
	}
	over, under, ok := strings.Cut(name, "/")
	a, ok1 := u.byName[over]
	power, word := Magnitude(under)
	b, ok2 := u.byName[word]
	if i, whole := u.byName[under]; whole {
		power, b, ok2 = 0, i, true // 千米 is no 千 of 米 here
	}
	if !ok || !ok1 || !ok2 {
		return Unit{}, false
	}
	return Compound(u.list[a], u.list[b], power), true
}

// Compound returns the unit of so many a for each 10^power b.
func Compound(a, b Unit, power int) Unit {
	return Unit{
		Name:      a.Name + "/" + magnitudeWord(power) + b.Name,
		Base:      a.Base + "/" + b.Base,
		Power:     a.Power - b.Power - power,
		Dimension: a.Dimension + "/" + b.Dimension,
		English:   a.English + " per " + strings.TrimPrefix(strconv.Itoa(1)+strings.Repeat("0", power)+" ", "1 ") + b.English,
	}
}

var magnitudes = []struct {
	word  string
	power int
}{
	{"十万", 5},
	{"百万", 6},
	{"千万", 7},
	{"十亿", 9},
	{"百亿", 10},
	{"千亿", 11},
	{"万亿", 12},
	{"十", 1},
	{"百", 2},
	{"千", 3},
	{"万", 4},
	{"亿", 8},
}

// Magnitude cuts a Chinese magnitude off the front of a word: 万人 is 4 and 人.
// Its power is 0 where there is none.
func Magnitude(s string) (power int, rest string) {
	for _, m := range magnitudes {
		if rest, ok := strings.CutPrefix(s, m.word); ok {
			return m.power, rest
		}
	}
	return 0, s
}

func magnitudeWord(power int) string {
	for _, m := range magnitudes {
		if m.power == power {
			return m.word
		}
	}
	return ""
}

// All returns the units in the order of their file. The caller owns the slice.
func (u *Units) All() []Unit { return slices.Clone(u.list) }

// LoadUnits reads units.tsv and bounds.tsv from the root of fsys.
func LoadUnits(fsys fs.FS) (*Units, error) {
	f, err := fsys.Open("bounds.tsv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	bounds, err := ParseBounds("bounds.tsv", f)
	if err != nil {
		return nil, err
	}
	g, err := fsys.Open("units.tsv")
	if err != nil {
		return nil, err
	}
	defer g.Close()
	return ParseUnits("units.tsv", g, bounds)
}

var unitColumns = []string{"unit", "base", "power", "dimension", "aliases", "not_before", "english", "note"}

// maxPower bounds the powers of ten in the table of units.
const maxPower = 30

// ParseUnits reads the table of units; name is what errors call the file.
// Aliases and the words that may not follow are separated by |. A base stands
// anywhere in the table, has the dimension of its units, and no base of its
// own. The error joins up to 20 faults, each with file and line.
func ParseUnits(name string, r io.Reader, bounds *Bounds) (*Units, error) {
	u := &Units{byName: map[string]int{}, bounds: bounds}
	faults := &faultList{file: name}
	var lines []int // of list
	readRows(faults, r, unitColumns, func(line int, f []string) {
		unit := Unit{Name: f[0], Base: f[1], Dimension: f[3], English: f[6]}
		at := len(u.list)
		switch power, err := strconv.Atoi(f[2]); {
		case unit.Base == "" && f[2] == "":
			unit.Base = unit.Name
		case unit.Base == "" || unit.Base == unit.Name:
			faults.add(line, "%s has a power without a base of another name", unit.Name)
		case err != nil || power < -maxPower || power > maxPower:
			faults.add(line, "power %q of %s is no number from -%d to %d", f[2], unit.Name, maxPower, maxPower)
		default:
			unit.Power = power
		}
		if !isSlug(unit.Dimension) {
			faults.add(line, "dimension %q of %s is no slug", unit.Dimension, unit.Name)
		}
		if unit.English == "" {
			faults.add(line, "%s has no English name", unit.Name)
		}
		spellings := []string{unit.Name}
		if f[4] != "" {
			spellings = append(spellings, strings.Split(f[4], "|")...)
		}
		for _, s := range spellings {
			if first, ok := u.byName[s]; ok && first == at {
				faults.add(line, "%s stands twice", s)
			} else if ok {
				faults.add(line, "%s is a spelling of %s in line %d", s, u.list[first].Name, lines[first])
			} else if s == "" {
				faults.add(line, "%s has an empty spelling", unit.Name)
			} else {
				u.byName[s] = at
			}
		}
		var blocked []string
		if f[5] != "" {
			blocked = strings.Split(f[5], "|")
		}
		for i, w := range blocked {
			if w == "" || slices.Contains(blocked[:i], w) {
				faults.add(line, "%q stands twice or is empty in what may not follow %s", w, unit.Name)
			}
		}
		u.list = append(u.list, unit)
		u.blocked = append(u.blocked, blocked)
		lines = append(lines, line)
	})
	for i, unit := range u.list {
		b, ok := u.byName[unit.Base]
		switch {
		case !ok || u.list[b].Name != unit.Base:
			faults.add(lines[i], "base %s of %s is no unit", unit.Base, unit.Name)
		case u.list[b].Base != unit.Base:
			faults.add(lines[i], "base %s of %s has a base itself", unit.Base, unit.Name)
		case u.list[b].Dimension != unit.Dimension:
			faults.add(lines[i], "%s is %s, its base %s is %s", unit.Name, unit.Dimension, unit.Base, u.list[b].Dimension)
		}
	}
	if err := faults.err(); err != nil {
		return nil, err
	}
	words, err := lexicon.New(func(yield func(string, uint32) bool) {
		for s, i := range u.byName {
			if !yield(s, uint32(i)) {
				return
			}
		}
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	u.spellings = words
	return u, nil
}
