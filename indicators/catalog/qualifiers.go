package catalog

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
	"suanpan/indicators/lexicon"
)

// Qualifiers knows the words that narrow an indicator: 规模以上, 城镇, 国有,
// 高技术制造业, 新增; and the heads that names end in. It is immutable and safe
// for concurrent use; the zero value knows no word.
type Qualifiers struct {
	list  []indicators.Qualifiers // what each word says; all "" for a word that only hides others
	words *lexicon.Lexicon
	heads *lexicon.Endings
}

// axes are the fields of indicators.Qualifiers that words fill, by the name
// they have in qualifiers.tsv. The axis none is of words that hold another and
// say nothing: 工业互联网 is of no 工业.
var axes = map[string]func(*indicators.Qualifiers) *string{
	"scope":     func(q *indicators.Qualifiers) *string { return &q.Scope },
	"residence": func(q *indicators.Qualifiers) *string { return &q.Residence },
	"ownership": func(q *indicators.Qualifiers) *string { return &q.Ownership },
	"industry":  func(q *indicators.Qualifiers) *string { return &q.Industry },
	"flow":      func(q *indicators.Qualifiers) *string { return &q.Flow },
	"none":      nil,
}

// Of returns the parts of an indicator's name that narrow it, and its head:
// the longest one that the name ends in. Words are found from left to right,
// the longest at each place. Of two on one axis the later holds, as it stands
// nearer the head: 规模以上工业高技术制造业 is 高技术制造业. What a share is taken of
// does not narrow it. The strings are parts of name or words of the table.
func (q *Qualifiers) Of(name string) indicators.Qualifiers {
	var all indicators.Qualifiers
	if q.words == nil {
		return all
	}
	all.Head = q.head(name)
	part := beforeWhole(name, all.Head)
	for at := 0; at < len(part); {
		v, n := q.words.Longest(part, at)
		if n == 0 {
			_, n = utf8.DecodeRuneInString(part[at:])
			at += n
			continue
		}
		narrow(&all, &q.list[v])
		at += n
	}
	return all
}

// narrow overlays q with what by says.
func narrow(q, by *indicators.Qualifiers) {
	q.Scope = cmp.Or(by.Scope, q.Scope)
	q.Residence = cmp.Or(by.Residence, q.Residence)
	q.Ownership = cmp.Or(by.Ownership, q.Ownership)
	q.Industry = cmp.Or(by.Industry, q.Industry)
	q.Flow = cmp.Or(by.Flow, q.Flow)
}

// head returns the longest head that name ends in, "" where it ends in none.
func (q *Qualifiers) head(name string) string {
	_, n := q.heads.Longest(name)
	return name[len(name)-n:]
}

// beforeWhole returns the name of a share without what it is a share of:
// 制造业增加值 of 制造业增加值占规模以上工业增加值比重; other names as they are.
func beforeWhole(name, head string) string {
	words := [...]string{"占", "拉动", "对"}
	of := words[:2]
	if strings.HasSuffix(head, "贡献率") {
		of = words[:]
	}
	for _, w := range of {
		if i := strings.Index(name, w); i > 0 {
			name = name[:i]
		}
	}
	return name
}

var (
	qualifierColumns = []string{"axis", "word", "value", "note"}
	headColumns      = []string{"head", "class", "dependent", "note"}
)

// LoadQualifiers reads qualifiers.tsv and heads.tsv from the root of fsys. A
// word may stand under several axes, once under each; value is what it says
// where that is not the word itself. Errors name table and line.
func LoadQualifiers(fsys fs.FS) (*Qualifiers, error) {
	q := &Qualifiers{}
	words := map[string]uint32{}
	err := readTable(fsys, "qualifiers.tsv", func(name string, r io.Reader) error {
		return q.parse(name, r, words)
	})
	if err != nil {
		return nil, err
	}
	heads := map[string]uint32{}
	err = readTable(fsys, "heads.tsv", func(name string, r io.Reader) error {
		faults := faultList{file: name}
		readRows(&faults, r, headColumns, func(_ int, cells []string) { heads[cells[0]] = 0 })
		return faults.err()
	})
	if err != nil {
		return nil, err
	}
	if q.words, err = lexicon.New(maps.All(words)); err != nil {
		return nil, fmt.Errorf("qualifiers.tsv: %w", err)
	}
	if q.heads, err = lexicon.NewEndings(maps.All(heads)); err != nil {
		return nil, fmt.Errorf("heads.tsv: %w", err)
	}
	return q, nil
}

// readTable opens a table of fsys for read.
func readTable(fsys fs.FS, name string, read func(name string, r io.Reader) error) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return read(name, f)
}

// parse reads the table of qualifiers; words gets the place of each in q.list.
func (q *Qualifiers) parse(name string, r io.Reader, words map[string]uint32) error {
	faults := faultList{file: name}
	readRows(&faults, r, qualifierColumns, func(line int, cells []string) {
		axis, word, value := cells[0], cells[1], cells[2]
		field, ok := axes[axis]
		i, known := words[word]
		switch {
		case !ok:
			faults.add(line, "axis %q is none of %q", axis, slices.Sorted(maps.Keys(axes)))
			return
		case word == "":
			faults.add(line, "no word")
			return
		case value == word:
			faults.add(line, "value of %s is the word itself: leave it empty", word)
		case field == nil && value != "":
			faults.add(line, "%s hides others and has a value", word)
		case known && (field == nil || q.list[i] == indicators.Qualifiers{}):
			faults.add(line, "%s stands under none and under an axis, or twice under none", word)
			return
		case known && *field(&q.list[i]) != "":
			faults.add(line, "%s stands twice under %s", word, axis)
			return
		}
		if !known {
			i = uint32(len(q.list))
			words[word] = i
			q.list = append(q.list, indicators.Qualifiers{})
		}
		if value == "" {
			value = word
		}
		if field != nil {
			*field(&q.list[i]) = value
		}
	})
	return faults.err()
}
