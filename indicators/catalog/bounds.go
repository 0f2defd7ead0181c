package catalog

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
	"suanpan/indicators/lexicon"
)

// Bounds is the checked table of the words around a number that say how it
// limits the true value: 超 约 不低于 before it, 以上 左右 behind its unit, 余 多 来
// inside. It is immutable and safe for concurrent use; the zero value holds no
// word.
type Bounds struct {
	list   []boundWord
	before map[rune][]int // by last rune, longest word first
	round  map[rune][]int
	after  *lexicon.Lexicon
	inside *lexicon.Lexicon
}

type boundWord struct {
	word      string
	bound     indicators.Bound
	notAfter  string   // runes before the word that make it part of another
	notBefore []string // what may not follow; behind the number, for a word before it
}

// Before returns the bound of the word that ends where a number at
// text[at:end] begins, and where the word begins; start is at where there is
// none. What follows the number may forbid the word: 低于5%的目标 compares.
func (b *Bounds) Before(text string, at, end int) (bound indicators.Bound, start int) {
	return b.back(b.before, text, at, end)
}

// Round is Before for the words that bound only a magnitude without a digit:
// 上 in 上千家.
func (b *Bounds) Round(text string, at int) (bound indicators.Bound, start int) {
	return b.back(b.round, text, at, at)
}

func (b *Bounds) back(words map[rune][]int, text string, at, end int) (indicators.Bound, int) {
	last, _ := utf8.DecodeLastRuneInString(text[:at])
	for _, i := range words[last] {
		w := &b.list[i]
		if !strings.HasSuffix(text[:at], w.word) || w.forbids(text, end) {
			continue
		}
		start := at - len(w.word)
		if r, n := utf8.DecodeLastRuneInString(text[:start]); n > 0 && strings.ContainsRune(w.notAfter, r) {
			continue
		}
		return w.bound, start
	}
	return indicators.Exact, at
}

// forbids reports whether what stands at text[at:] may not follow the word.
func (w *boundWord) forbids(text string, at int) bool {
	for _, next := range w.notBefore {
		if strings.HasPrefix(text[at:], next) {
			return true
		}
	}
	return false
}

// After returns the bound of the word at text[at:], where the unit of a number
// has ended, and the length of the word; 0 where there is none.
func (b *Bounds) After(text string, at int) (bound indicators.Bound, length int) {
	return b.ahead(b.after, text, at)
}

// Inside returns the bound of the word at text[at:], between the digits of a
// number and its magnitude or unit, and its length; 0 where there is none.
func (b *Bounds) Inside(text string, at int) (bound indicators.Bound, length int) {
	return b.ahead(b.inside, text, at)
}

func (b *Bounds) ahead(words *lexicon.Lexicon, text string, at int) (indicators.Bound, int) {
	if words == nil {
		return indicators.Exact, 0
	}
	i, n := words.Longest(text, at)
	if n == 0 {
		return indicators.Exact, 0
	}
	w := &b.list[i]
	if w.forbids(text, at+n) {
		return indicators.Exact, 0
	}
	return w.bound, n
}

var boundColumns = []string{"word", "side", "bound", "not_after", "not_before", "note"}

// ParseBounds reads the table of words of approximation; name is what errors
// call the file. A side is before, round, after or inside; not_after holds
// single characters and not_before words, separated by |. The error joins up
// to 20 faults, each with file and line.
func ParseBounds(name string, r io.Reader) (*Bounds, error) {
	b := &Bounds{before: map[rune][]int{}, round: map[rune][]int{}}
	faults := &faultList{file: name}
	sides := map[string]map[string]uint32{"before": {}, "round": {}, "after": {}, "inside": {}}
	readRows(faults, r, boundColumns, func(line int, f []string) {
		w := boundWord{word: f[0], notAfter: strings.ReplaceAll(f[3], "|", "")}
		if err := w.bound.UnmarshalText([]byte(f[2])); err != nil || w.bound == indicators.Exact {
			faults.add(line, "bound %q of %s is none of at_least, about, at_most", f[2], w.word)
		}
		if f[4] != "" {
			w.notBefore = strings.Split(f[4], "|")
		}
		words, ok := sides[f[1]]
		if !ok {
			faults.add(line, "side %q of %s is none of before, round, after, inside", f[1], w.word)
			return
		}
		if _, ok := words[w.word]; ok || w.word == "" {
			faults.add(line, "word %q stands twice %s a number, or is empty", w.word, f[1])
			return
		}
		for c := range strings.SplitSeq(f[3], "|") {
			if f[3] != "" && utf8.RuneCountInString(c) != 1 {
				faults.add(line, "%q in not_after of %s is no single character", c, w.word)
			}
		}
		words[w.word] = uint32(len(b.list))
		b.list = append(b.list, w)
	})
	if err := faults.err(); err != nil {
		return nil, err
	}
	for i, w := range b.list {
		last, _ := utf8.DecodeLastRuneInString(w.word)
		if j, ok := sides["before"][w.word]; ok && int(j) == i {
			b.before[last] = append(b.before[last], i)
		}
		if j, ok := sides["round"][w.word]; ok && int(j) == i {
			b.round[last] = append(b.round[last], i)
		}
	}
	for _, words := range []map[rune][]int{b.before, b.round} {
		for _, list := range words {
			slices.SortStableFunc(list, func(i, j int) int { return len(b.list[j].word) - len(b.list[i].word) })
		}
	}
	var err error
	for side, to := range map[string]**lexicon.Lexicon{"after": &b.after, "inside": &b.inside} {
		words := sides[side]
		*to, err = lexicon.New(func(yield func(string, uint32) bool) {
			for w, i := range words {
				if !yield(w, i) {
					return
				}
			}
		})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return b, nil
}
