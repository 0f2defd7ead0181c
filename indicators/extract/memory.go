package extract

import "suanpan/indicators"

// A memory holds the slices that a reading fills and that are worth nothing
// once it has ended: the next reading fills them again. The zero value is
// empty. It serves one reading at a time.
type memory struct {
	lines        []line
	blocks       []block
	tokens       []token
	figures      []figure
	periods      []periodWord
	values       []value
	valueFigs    []int32
	said         []said
	names        map[string]*knownName
	known        slab[knownName] // what names leads to
	tidier       tidier
	observations []indicators.Observation
	rejects      []indicators.Reject
}

// mostKept bounds the length of what a memory keeps of any kind from one
// reading to the next: a text of usual length needs less.
const mostKept = 1 << 13

// keep takes back what the reading d has used. Nothing in it leads to a
// document any more.
func (m *memory) keep(d *reading) {
	m.tokens, m.figures, m.periods = emptied(d.tokens), emptied(d.figures), emptied(d.periods)
	m.values, m.valueFigs, m.said = emptied(d.values), emptied(d.valueFigs), emptied(d.said)
	m.lines, m.blocks = emptied(m.lines), emptied(m.blocks)
	m.observations, m.rejects = emptied(d.out.Observations), emptied(d.out.Rejects)
	m.names = nil
	if len(d.names) <= mostKept/4 {
		clear(d.names)
		m.names = d.names
	}
	m.known.reset()
	m.tidier.seams = emptied(m.tidier.seams)
	if cap(m.tidier.text) > mostKept {
		m.tidier.text = nil
	}
}

// emptied returns s with room for as many again, and with nothing in it; nil
// for one too large to keep.
func emptied[T any](s []T) []T {
	if cap(s) > mostKept {
		return nil
	}
	clear(s[:cap(s)])
	return s[:0]
}

// owned returns what a reading has made as a slice of its own, with no room to
// spare nil where it made nothing; a large one as it is.
func owned[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	if cap(s) > mostKept {
		return s
	}
	return append(make([]T, 0, len(s)), s...)
}

// A slab hands out short slices: many of them share one allocation. What it has
// handed out stays as it is until the slab is reset. The zero value is empty.
type slab[T any] struct {
	free   []T
	chunks [][]T // what was allocated
	used   int   // chunks that free is, or was, a part of
}

// slabStart and slabMost are the sizes of the first and the largest allocations
// of a slab.
const (
	slabStart = 16
	slabMost  = 512
)

// take returns a slice of n, which are zero and the caller's own.
func (s *slab[T]) take(n int) []T {
	for n > len(s.free) {
		if s.used == len(s.chunks) {
			s.chunks = append(s.chunks, make([]T, max(n, min(slabStart<<min(s.used, 5), slabMost))))
		}
		s.free = s.chunks[s.used]
		s.used++
	}
	out := s.free[:n:n]
	s.free = s.free[n:]
	return out
}

// reset takes back all that was handed out.
func (s *slab[T]) reset() {
	for i := range s.used {
		clear(s.chunks[i])
	}
	s.chunks = s.chunks[:min(len(s.chunks), mostKept/slabMost)]
	s.free, s.used = nil, 0
}
