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
	pair   uint32 // both runes; 0 where the slot is free
	node   int32  // index << 1; with bit 0 where a word ends here
	base   int32  // of the node; with no child 0
	value  uint32 // of the word that ends here
	single bool   // the first rune is a word
}

// indexPairs makes the index of a trie that has been built.
func indexPairs(l *Lexicon) pairIndex {
	x := pairIndex{alone: make([]uint64, firstFar/64)}
	bits := 10
	for 1<<bits < 16*len(l.words) && bits < 24 {
		bits++
	}
	x.bits = make([]uint64, 1<<bits/64)
	x.shift = uint8(32 - bits)
	bits = 4
	for 1<<bits < 2*len(l.words) && bits < 24 {
		bits++
	}
	x.slots = make([]pairSlot, 1<<bits)
	x.wide = uint8(32 - bits)
	for _, w := range l.words {
		switch r, width := utf8.DecodeRuneInString(w); {
		case r >= firstFar:
		case len(w) >= 6 && wide(w, 0) && wide(w, width):
			x.add(l, w)
		default:
			x.alone[r/64] |= 1 << (r % 64)
		}
	}
	return x
}

// add notes the pair that word w begins with.
func (x *pairIndex) add(l *Lexicon, w string) {
	h := pairHash(w, 0)
	x.bits[h>>x.shift/64] |= 1 << (h >> x.shift % 64)
	first := l.nodes[0].base + int32(l.ids[wideRune(w, 0)])
	second := l.nodes[first].base + int32(l.ids[wideRune(w, 3)])
	n := &l.nodes[second]
	mask := uint32(len(x.slots) - 1)
	for i := h >> x.wide; ; i = (i + 1) & mask {
		s := &x.slots[i]
		if s.pair != 0 && s.pair != pairOf(w, 0) {
			continue
		}
		*s = pairSlot{pairOf(w, 0), second<<1 | n.parent&1, n.base, n.value, l.nodes[first].parent&1 != 0}
		return
	}
}

// may reports whether a word may begin with the two wide runes at text[at:].
func (x *pairIndex) may(text string, at int) bool {
	h := pairHash(text, at) >> x.shift
	if x.bits[h/64]>>(h%64)&1 != 0 {
		return true
	}
	r := wideRune(text, at)
	return x.alone[r/64]>>(r%64)&1 != 0
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
