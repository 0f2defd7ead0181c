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

// What a memory keeps from one reading to the next: a text of usual length needs
// less. What has some hundred bytes each is large.
const (
	mostKept      = 1 << 16
	mostLargeKept = 1 << 13
)

// keep takes back what the reading d has used. Nothing in it leads to a
// document any more.
func (m *memory) keep(d *reading) {
	m.tokens, m.figures, m.periods = kept(d.tokens, mostKept), kept(d.figures, mostKept), kept(d.periods, mostKept)
	m.lines, m.tidier.seams, m.tidier.text = kept(m.lines, mostKept), kept(m.tidier.seams, mostKept), kept(m.tidier.text, mostKept)
	clear(d.values[:cap(d.values)])
	clear(d.said[:cap(d.said)])
	m.values, m.valueFigs, m.said = kept(d.values, mostKept), kept(d.valueFigs, mostKept), kept(d.said, mostKept)
	clear(m.blocks)
	m.blocks = kept(m.blocks, mostLargeKept)
	m.observations, m.rejects = kept(d.out.Observations, mostLargeKept), kept(d.out.Rejects, mostLargeKept)
	clear(m.observations[:min(len(d.out.Observations), cap(m.observations))])
	clear(m.rejects[:min(len(d.out.Rejects), cap(m.rejects))])
	m.names = nil
	if len(d.names) <= mostNames/8 {
		clear(d.names)
		m.names = d.names
	}
	m.known.reset()
}

// kept returns s with nothing in it, nil where it has room for more than most.
func kept[T any](s []T, most int) []T {
	if cap(s) > most {
		return nil
	}
	return s[:0]
}

// owned returns what a reading has made as a slice of its own, with no room to
// spare; nil where it made nothing. A large one, which no memory keeps, is as it
// is.
func owned[T any](s []T) []T {
	if len(s) == 0 {
		return nil
	}
	if cap(s) > mostLargeKept {
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
	mostSlabs = 16 // kept when a slab is reset
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
	s.chunks = s.chunks[:min(len(s.chunks), mostSlabs)]
	s.free, s.used = nil, 0
}
