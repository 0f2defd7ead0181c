// Package lexicon finds the longest known word at a position of UTF-8 text.
// It knows nothing of what the words mean: each has a number that its owner
// understands.
package lexicon

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"unicode/utf8"
)

// Lexicon is a set of words, each with a value. It is immutable and safe for
// concurrent use; the zero value holds no word.
//
// It is a trie of bytes in one flat array (a double array): a node's child by
// byte b is the node at its base + b, if that node's parent is the node. Most
// places of a text begin no word, and two small tables say so before the trie
// is asked: one knows which pairs of runes begin a word, up to a few too many,
// the other leads from the first rune of a word to its node.
type Lexicon struct {
	nodes  []node   // nodes[0] is the root; padded so that base + b is always inside
	values []uint32 // by word
	pages  []uint16 // by rune / pageSize, for the runes below firstRunes: which page of starts
	starts []int32  // pages of nodes behind a first rune; 0 where no word begins with it
	pairs  []uint64 // a bit by pairHash for the first two runes of each word, where both are wide
	any    []uint64 // a bit for each first rune of a word that has no such pair
	shift  uint8    // brings pairHash into pairs
}

type node struct {
	base   int32
	parent int32 // index + 1; 0 where the place is free
	word   int32 // index into values + 1; 0 where no word ends here
}

// Words that begin with a rune of firstRunes or above start at the root.
const (
	firstRunes = 1 << 16
	pageSize   = 64
)

// New builds the lexicon of words and their values. A word that is empty, not
// UTF-8, or given twice is an error; all of them are reported.
func New(entries iter.Seq2[string, uint32]) (*Lexicon, error) {
	type entry struct {
		word  string
		value uint32
	}
	var list []entry
	var faults []error
	for word, value := range entries {
		if word == "" || !utf8.ValidString(word) {
			faults = append(faults, fmt.Errorf("word %q: want UTF-8, not empty", word))
			continue
		}
		list = append(list, entry{word, value})
	}
	slices.SortStableFunc(list, func(a, b entry) int { return cmp.Compare(a.word, b.word) })
	l := &Lexicon{}
	words := make([]string, 0, len(list))
	for i, e := range list {
		if i > 0 && e.word == list[i-1].word {
			faults = append(faults, fmt.Errorf("word %q stands twice", e.word))
			continue
		}
		words = append(words, e.word)
		l.values = append(l.values, e.value)
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	l.build(words)
	l.index(words)
	return l, nil
}

// index makes the tables of first runes and of pairs.
func (l *Lexicon) index(words []string) {
	bits := 10
	for 1<<bits < 16*len(words) && bits < 24 {
		bits++
	}
	l.shift = uint8(32 - bits)
	l.pairs = make([]uint64, 1<<bits/64)
	l.any = make([]uint64, firstRunes/64)
	l.pages = make([]uint16, firstRunes/pageSize)
	l.starts = make([]int32, pageSize) // the empty page
	for _, w := range words {
		r, width := utf8.DecodeRuneInString(w)
		if r >= firstRunes {
			continue
		}
		page := &l.pages[r/pageSize]
		if *page == 0 {
			*page = uint16(len(l.starts) / pageSize)
			l.starts = append(l.starts, make([]int32, pageSize)...)
		}
		n := int32(0)
		for i := range width {
			n = l.nodes[n].base + int32(w[i])
		}
		l.starts[int(*page)*pageSize+int(r)%pageSize] = n
		if wide(w, 0) && wide(w, width) {
			h := pairHash(w, 0) >> l.shift
			l.pairs[h/64] |= 1 << (h % 64)
		} else {
			l.any[r/64] |= 1 << (r % 64)
		}
	}
}

// wide reports whether a rune of three bytes stands at text[at:], as most runes
// of Chinese do.
func wide(text string, at int) bool {
	return at+2 < len(text) && text[at]>>4 == 0xE
}

// pairHash mixes the two wide runes at text[at:].
func pairHash(text string, at int) uint32 {
	t := text[at : at+6]
	a := uint32(t[0])<<16 | uint32(t[1])<<8 | uint32(t[2])
	b := uint32(t[3])<<16 | uint32(t[4])<<8 | uint32(t[5])
	return (a*0x9E3779B1 ^ b) * 0x85EBCA6B
}

// rejects reports whether certainly no word stands at text[at:].
func (l *Lexicon) rejects(text string, at int) bool {
	if len(l.pairs) == 0 || !wide(text, at) || !wide(text, at+3) {
		return false
	}
	h := pairHash(text, at) >> l.shift
	if l.pairs[h/64]>>(h%64)&1 != 0 {
		return false
	}
	r := uint32(text[at]&0x0F)<<12 | uint32(text[at+1]&0x3F)<<6 | uint32(text[at+2]&0x3F)
	return l.any[r/64]>>(r%64)&1 == 0
}

// build places the nodes of the sorted words, breadth first.
func (l *Lexicon) build(words []string) {
	type task struct{ node, lo, hi, depth int } // words[lo:hi] share their first depth bytes
	l.nodes = make([]node, 257, 257+8*len(words))
	l.nodes[0].parent = 1 // taken
	queue := []task{{0, 0, len(words), 0}}
	free := 1 // no place below is free
	var edges []task
	for len(queue) > 0 {
		t := queue[0]
		queue = queue[1:]
		if t.lo < t.hi && len(words[t.lo]) == t.depth {
			l.nodes[t.node].word = int32(t.lo) + 1
			t.lo++
		}
		edges = edges[:0]
		for lo := t.lo; lo < t.hi; {
			hi := lo + 1
			for hi < t.hi && words[hi][t.depth] == words[lo][t.depth] {
				hi++
			}
			edges = append(edges, task{int(words[lo][t.depth]), lo, hi, t.depth + 1})
			lo = hi
		}
		if len(edges) == 0 {
			continue
		}
		for free < len(l.nodes) && l.nodes[free].parent != 0 {
			free++
		}
		base := max(1, free-edges[0].node)
	search:
		for tries := 0; ; base++ {
			for len(l.nodes) < base+257 {
				l.nodes = append(l.nodes, node{})
			}
			for _, e := range edges {
				if l.nodes[base+e.node].parent != 0 {
					if tries++; tries == crowded {
						free = base + edges[0].node // leave the gaps before
					}
					continue search
				}
			}
			break
		}
		l.nodes[t.node].base = int32(base)
		for _, e := range edges {
			l.nodes[base+e.node].parent = int32(t.node) + 1
			e.node += base
			queue = append(queue, e)
		}
	}
	l.nodes = slices.Clip(l.nodes)
}

// crowded is how many places are tried for the children of a node before the
// gaps of the array so far are given up.
const crowded = 256

// Len is the number of words.
func (l *Lexicon) Len() int { return len(l.values) }

// Longest returns the value and the length in bytes of the longest word that
// stands at text[at:]; the length is 0 where there is none. at must be within
// [0, len(text)] and should be a rune border: elsewhere there is no word.
func (l *Lexicon) Longest(text string, at int) (value uint32, length int) {
	if l.rejects(text, at) {
		return 0, 0
	}
	n, i := l.start(text, at)
	if i == at {
		return 0, 0
	}
	word := l.nodes[n].word
	length = i - at
	for ; i < len(text); i++ {
		next := l.nodes[n].base + int32(text[i])
		if l.nodes[next].parent != n+1 {
			break
		}
		n = next
		if w := l.nodes[n].word; w != 0 {
			word, length = w, i+1-at
		}
	}
	if word == 0 {
		return 0, 0
	}
	return l.values[word-1], length
}

// Prefixes iterates over the words that stand at text[at:], shortest first,
// by value and length in bytes. at is as in [Lexicon.Longest].
func (l *Lexicon) Prefixes(text string, at int) iter.Seq2[uint32, int] {
	return func(yield func(uint32, int) bool) {
		n, i := l.start(text, at)
		if i == at {
			return
		}
		for {
			if w := l.nodes[n].word; w != 0 && !yield(l.values[w-1], i-at) {
				return
			}
			if i == len(text) {
				return
			}
			next := l.nodes[n].base + int32(text[i])
			if l.nodes[next].parent != n+1 {
				return
			}
			n = next
			i++
		}
	}
}

// start returns the node behind the first rune of text[at:] and the place
// behind that rune; that place is at if no word begins so. A rune too large
// for the table is entered by its first byte.
func (l *Lexicon) start(text string, at int) (n int32, next int) {
	if len(l.pages) == 0 || at >= len(text) {
		return 0, at
	}
	r := rune(text[at])
	next = at + 1
	switch {
	case r < 0x80:
	case r < 0xC0: // inside a rune
		return 0, at
	case r < 0xE0:
		if at+1 >= len(text) || text[at+1]>>6 != 2 {
			return 0, at
		}
		r = r&0x1F<<6 | rune(text[at+1])&0x3F
		next = at + 2
	case r < 0xF0:
		if at+2 >= len(text) || text[at+1]>>6 != 2 || text[at+2]>>6 != 2 {
			return 0, at
		}
		r = r&0x0F<<12 | rune(text[at+1])&0x3F<<6 | rune(text[at+2])&0x3F
		next = at + 3
	default:
		n = l.nodes[0].base + r
		if l.nodes[n].parent != 1 {
			return 0, at
		}
		return n, next
	}
	n = l.starts[int(l.pages[r/pageSize])*pageSize+int(r)%pageSize]
	if n == 0 {
		return 0, at
	}
	return n, next
}

// All iterates over the words and their values in the order of their bytes.
func (l *Lexicon) All() iter.Seq2[string, uint32] {
	return func(yield func(string, uint32) bool) {
		if len(l.nodes) > 0 {
			l.walk(0, nil, yield)
		}
	}
}

func (l *Lexicon) walk(n int32, prefix []byte, yield func(string, uint32) bool) bool {
	if w := l.nodes[n].word; w != 0 && !yield(string(prefix), l.values[w-1]) {
		return false
	}
	if l.nodes[n].base == 0 {
		return true
	}
	for b := range int32(256) {
		next := l.nodes[n].base + b
		if l.nodes[next].parent == n+1 && !l.walk(next, append(prefix, byte(b)), yield) {
			return false
		}
	}
	return true
}
