package lexicon

import (
	"iter"
	"unicode/utf8"
)

// Endings is a set of words, each with a value, that texts may end in. It is
// immutable and safe for concurrent use; the zero value holds no word.
type Endings struct {
	trie Lexicon // of the words read backward
}

// NewEndings builds the set of words and their values. Its errors are those of
// [New].
func NewEndings(entries iter.Seq2[string, uint32]) (*Endings, error) {
	l, err := collect(entries)
	if err != nil {
		return nil, err
	}
	l.build(true)
	return &Endings{*l}, nil
}

// Longest returns the value and the length in bytes of the longest word that
// text ends in; the length is 0 where there is none.
func (e *Endings) Longest(text string) (value uint32, length int) {
	l := &e.trie
	n, last := int32(0), int32(0)
	for end := len(text); end > 0 && len(l.nodes) > 0; {
		_, width := utf8.DecodeLastRuneInString(text[:end])
		end -= width
		id, _ := l.id(text, end)
		next := l.nodes[n].base + int32(id)
		parent := l.nodes[next].parent
		if id == 0 || parent>>1 != n+1 {
			break
		}
		n = next
		if parent&1 != 0 {
			last, length = n, len(text)-end
		}
	}
	if length == 0 {
		return 0, 0
	}
	return l.nodes[last].value, length
}
