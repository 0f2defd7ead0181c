package lexicon

import "unicode/utf8"

// A pairIndex finds the node of the trie that the first two runes of a word
// lead to, where both are wide, as most runes of Chinese are. A small table of
// bits says first, up to a few too many, which pairs begin a word: it fits into
// the cache nearest to the processor, and most places of a text need no more.
type pairIndex struct {
	bits  []uint64   // a bit by pairHash
	alone []uint64   // a bit for each rune below firstFar that begins a word of another form
	slots []pairSlot // by pairHash; those that collide stand in the next free one
	shift uint8      // brings pairHash into bits
	wide  uint8      // brings pairHash into slots
}

// A pairSlot is what one pair leads to. It fills a quarter of a cache line.
type pairSlot struct {
	pair  uint32 // both runes; 0 where the slot is free
	node  uint32 // index << 2; with bit 0 where a word ends here, with bit 1 where the first rune is a word
	value uint32 // of the word that ends here
	third uint32 // a bit by the low bits of each rune that may follow; all where one may that is not wide
}

// indexPairs makes the index of a trie that has been built.
func indexPairs(l *Lexicon) pairIndex {
	x := pairIndex{alone: make([]uint64, firstFar/64)}
	pairs := map[string]uint32{} // what may follow each
	for _, w := range l.words {
		switch r, _ := utf8.DecodeRuneInString(w); {
		case r >= firstFar:
		case len(w) < 6 || !wide(w, 0) || !wide(w, 3):
			x.alone[r/64] |= 1 << (r % 64)
		case len(w) == 6:
			pairs[w] |= 0
		case wide(w, 6):
			pairs[w[:6]] |= 1 << (wideRune(w, 6) % 32)
		default:
			pairs[w[:6]] = ^uint32(0)
		}
	}
	size := func(each, least int) int {
		bits := least
		for 1<<bits < each*len(pairs) && bits < 24 {
			bits++
		}
		return bits
	}
	bits, slots := size(16, 10), size(2, 4)
	x.bits, x.shift = make([]uint64, 1<<bits/64), uint8(32-bits)
	x.slots, x.wide = make([]pairSlot, 1<<slots), uint8(32-slots)
	for pair, third := range pairs {
		x.add(l, pair, third)
	}
	return x
}

// add notes a pair that a word begins with, and what may follow it.
func (x *pairIndex) add(l *Lexicon, pair string, third uint32) {
	h := pairHash(pair, 0)
	x.bits[h>>x.shift/64] |= 1 << (h >> x.shift % 64)
	first := l.nodes[0].base + int32(l.ids[wideRune(pair, 0)])
	second := l.nodes[first].base + int32(l.ids[wideRune(pair, 3)])
	n := &l.nodes[second]
	i, mask := h>>x.wide, uint32(len(x.slots)-1)
	for x.slots[i].pair != 0 {
		i = (i + 1) & mask
	}
	x.slots[i] = pairSlot{pairOf(pair, 0), uint32(second)<<2 | uint32(l.nodes[first].parent&1)<<1 | uint32(n.parent&1), n.value, third}
}

// goesOn reports whether what stands at text[at:] may follow the pair.
func (s *pairSlot) goesOn(text string, at int) bool {
	if wide(text, at) {
		return s.third>>(wideRune(text, at)%32)&1 != 0
	}
	return s.third == ^uint32(0)
}

// may reports whether a word may begin with the two wide runes at text[at:].
func (x *pairIndex) may(text string, at int) bool {
	h := pairHash(text, at) >> x.shift
	if x.bits[h/64]>>(h%64)&1 != 0 {
		return true
	}
	return x.begins(rune(wideRune(text, at)))
}

// begins reports whether a rune below firstFar begins a word of another form
// than two wide runes.
func (x *pairIndex) begins(r rune) bool {
	return len(x.alone) > 0 && x.alone[r/64]>>(r%64)&1 != 0
}

// find returns the slot of the two wide runes at text[at:], nil where no word
// begins with them.
func (x *pairIndex) find(text string, at int) *pairSlot {
	pair := pairOf(text, at)
	mask := uint32(len(x.slots) - 1)
	for i := pairHash(text, at) >> x.wide; ; i = (i + 1) & mask {
		s := &x.slots[i&mask]
		switch s.pair {
		case pair:
			return s
		case 0:
			return nil
		}
	}
}

// wide reports whether a rune of three bytes stands at text[at:], as most runes
// of Chinese do.
func wide(text string, at int) bool {
	return at+2 < len(text) && text[at]>>4 == 0xE && text[at+1]>>6 == 2 && text[at+2]>>6 == 2 &&
		(text[at] != 0xE0 || text[at+1] >= 0xA0) && (text[at] != 0xED || text[at+1] < 0xA0)
}

// wideRune returns the wide rune at text[at:].
func wideRune(text string, at int) uint32 {
	return uint32(text[at]&0x0F)<<12 | uint32(text[at+1]&0x3F)<<6 | uint32(text[at+2]&0x3F)
}

// pairOf joins the two wide runes at text[at:].
func pairOf(text string, at int) uint32 {
	return wideRune(text, at)<<16 | wideRune(text, at+3)
}

// pairHash mixes the two wide runes at text[at:].
func pairHash(text string, at int) uint32 {
	p := pairOf(text, at) * 0x9E3779B1
	return (p ^ p>>15) * 0x85EBCA6B
}
