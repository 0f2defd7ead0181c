// Package lexicon finds the longest known word at a position of UTF-8 text.
// It knows nothing of what the words mean: each has a number that its owner
// understands.
package lexicon

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"unicode/utf8"
)

// Lexicon is a set of words, each with a value. It is immutable and safe for
// concurrent use; the zero value holds no word.
//
// It is a trie of runes in one flat array (a double array). The runes of all
// words are numbered from 1, the frequent ones first; a node's child by the
// rune of a number is the node at its base + that number, if that node's parent
// is the node. Most places of a text begin no word: the pairs of runes that
// begin one are looked up first; see [pairIndex].
type Lexicon struct {
	words  []string        // in the order of their bytes
	values []uint32        // by word
	ids    []uint16        // number of a rune; 0 for one of no word
	far    map[rune]uint16 // of the runes of firstFar and above
	nodes  []node          // nodes[0] is the root; padded so that base + number is always inside
	index  pairIndex       // of the words that begin with two wide runes; of no word where words are read backward
}

type node struct {
	base   int32  // 0 where the node has no child
	parent int32  // (index + 1) << 1; 0 where the place is free; with bit 0 where a word ends here
	value  uint32 // of the word that ends here
}

// firstFar is the first rune that is looked up in a map.
const firstFar = 1 << 16

// New builds the lexicon of words and their values. A word that is empty, not
// UTF-8, or given twice is an error; all of them are reported.
func New(entries iter.Seq2[string, uint32]) (*Lexicon, error) {
	l, err := collect(entries)
	if err != nil {
		return nil, err
	}
	l.build(false)
	l.index = indexPairs(l)
	return l, nil
}

// collect checks and orders the words and numbers their runes.
func collect(entries iter.Seq2[string, uint32]) (*Lexicon, error) {
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
	for i, e := range list {
		if i > 0 && e.word == list[i-1].word {
			faults = append(faults, fmt.Errorf("word %q stands twice", e.word))
			continue
		}
		l.words = append(l.words, e.word)
		l.values = append(l.values, e.value)
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return l, l.number()
}

// number gives the runes of the words their numbers.
func (l *Lexicon) number() error {
	counts := map[rune]int{}
	for _, w := range l.words {
		for _, r := range w {
			counts[r]++
		}
	}
	runes := slices.SortedFunc(maps.Keys(counts), func(a, b rune) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	if len(runes) > math.MaxUint16 {
		return fmt.Errorf("%d different characters; at most %d are known", len(runes), math.MaxUint16)
	}
	l.far = map[rune]uint16{}
	last := rune(-1)
	for _, r := range runes {
		if r < firstFar {
			last = max(last, r)
		}
	}
	l.ids = make([]uint16, last+1)
	for i, r := range runes {
		if r < firstFar {
			l.ids[r] = uint16(i + 1)
		} else {
			l.far[r] = uint16(i + 1)
		}
	}
	return nil
}

// id returns the number of the rune at text[at:], 0 for one of no word, and
// its width.
func (l *Lexicon) id(text string, at int) (id uint16, width int) {
	r, width := utf8.DecodeRuneInString(text[at:])
	switch {
	case r == utf8.RuneError && width < 2:
		return 0, 1
	case r >= firstFar:
		return l.far[r], width
	case int(r) < len(l.ids):
		return l.ids[r], width
	}
	return 0, width
}

// build places the nodes of the words, breadth first; of words read backward
// the last rune is that of the first node.
func (l *Lexicon) build(backward bool) {
	type spelled struct {
		ids  []uint16
		word int
	}
	list := make([]spelled, len(l.words))
	runes := 0 // numbered
	for i, w := range l.words {
		ids := make([]uint16, 0, len(w)/2)
		for at := 0; at < len(w); {
			id, width := l.id(w, at)
			ids = append(ids, id)
			runes = max(runes, int(id))
			at += width
		}
		if backward {
			slices.Reverse(ids)
		}
		list[i] = spelled{ids, i}
	}
	slices.SortFunc(list, func(a, b spelled) int { return slices.Compare(a.ids, b.ids) })
	type task struct{ node, lo, hi, depth int } // list[lo:hi] share their first depth runes
	l.nodes = make([]node, runes+2, runes+2+4*len(list))
	l.nodes[0].parent = 2 // taken
	ends := map[int]uint32{}
	queue := []task{{0, 0, len(list), 0}}
	free := 1 // no place below is free
	var edges []task
	for len(queue) > 0 {
		t := queue[0]
		queue = queue[1:]
		if t.lo < t.hi && len(list[t.lo].ids) == t.depth {
			ends[t.node] = l.values[list[t.lo].word]
			t.lo++
		}
		edges = edges[:0]
		for lo := t.lo; lo < t.hi; {
			hi := lo + 1
			for hi < t.hi && list[hi].ids[t.depth] == list[lo].ids[t.depth] {
				hi++
			}
			edges = append(edges, task{int(list[lo].ids[t.depth]), lo, hi, t.depth + 1})
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
			for len(l.nodes) < base+runes+1 {
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
			l.nodes[base+e.node].parent = (int32(t.node) + 1) << 1
			e.node += base
			queue = append(queue, e)
		}
	}
	l.nodes = slices.Clip(l.nodes)
	for n, value := range ends {
		l.nodes[n].value = value
		l.nodes[n].parent |= 1
	}
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
	if at < len(text) && text[at] < utf8.RuneSelf && !l.index.begins(rune(text[at])) {
		return 0, 0
	}
	n, i := int32(0), at // the node reached, and the byte behind it
	if len(l.index.slots) > 0 && at+6 <= len(text) && wide(text, at) && wide(text, at+3) {
		if !l.index.may(text, at) {
			return 0, 0
		}
		if s := l.index.find(text, at); s != nil {
			n, i = int32(s.node>>2), at+6
			switch {
			case s.node&1 != 0:
				value, length = s.value, 6
			case s.node&2 != 0:
				value, length = l.nodes[l.nodes[n].parent>>1-1].value, 3
			}
			if !s.goesOn(text, i) {
				return value, length
			}
		}
	}
	for i < len(text) && len(l.nodes) > 0 {
		var id uint16
		width := 3
		if wide(text, i) {
			if r := wideRune(text, i); int(r) < len(l.ids) {
				id = l.ids[r]
			}
		} else {
			id, width = l.id(text, i)
		}
		next := l.nodes[n].base + int32(id)
		child := &l.nodes[next]
		if id == 0 || child.parent>>1 != n+1 {
			break
		}
		n = next
		i += width
		if child.parent&1 != 0 {
			value, length = child.value, i-at
		}
	}
	return value, length
}

// Prefixes iterates over the words that stand at text[at:], shortest first,
// by value and length in bytes. at is as in [Lexicon.Longest].
func (l *Lexicon) Prefixes(text string, at int) iter.Seq2[uint32, int] {
	return func(yield func(uint32, int) bool) {
		n := int32(0)
		for i := at; i < len(text) && len(l.nodes) > 0; {
			id, width := l.id(text, i)
			next := l.nodes[n].base + int32(id)
			parent := l.nodes[next].parent
			if id == 0 || parent>>1 != n+1 {
				return
			}
			n = next
			i += width
			if parent&1 != 0 && !yield(l.nodes[n].value, i-at) {
				return
			}
		}
	}
}

// All iterates over the words and their values in the order of their bytes.
func (l *Lexicon) All() iter.Seq2[string, uint32] {
	return func(yield func(string, uint32) bool) {
		for i, w := range l.words {
			if !yield(w, l.values[i]) {
				return
			}
		}
	}
}
