package extract

import (
	"cmp"
	"slices"
	"sync"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// A Reader reads the figures of documents. It is immutable and safe for
// concurrent use.
type Reader struct {
	cat    *catalog.Catalog
	limits limits
	used   sync.Pool // of *memory: what readings that ended have left
}

// New returns a reader that knows the words of c.
func New(c *catalog.Catalog) *Reader { return &Reader{cat: c, limits: usualLimits} }

// A Result is what a document gave, in the order of its text.
type Result struct {
	Observations []indicators.Observation
	Rejects      []indicators.Reject
}

// Read reads the figures of d: those that it can place as observations, those
// that it cannot as rejects with a reason. It fails only where d is no valid
// document, is longer than MaxText, or holds some millions of lines or figures.
func (r *Reader) Read(d *indicators.Document) (*Result, error) {
	if err := d.Validate(); err != nil {
		return nil, err
	}
	if l, over := r.limits.over(d, nil); over {
		return nil, l.refuse(d)
	}
	m, ok := r.used.Get().(*memory)
	if !ok {
		m = &memory{}
	}
	g := readingIn(m, r.cat, d)
	g.limits = r.limits
	if l, over := g.read(); over {
		return nil, l.refuse(d)
	}
	inOrder(g.out.Observations, func(o *indicators.Observation) int { return o.From.Span.Start })
	inOrder(g.out.Rejects, func(x *indicators.Reject) int { return x.Span.Start })
	res := &Result{owned(g.out.Observations), owned(g.out.Rejects)}
	m.keep(g)
	r.used.Put(m)
	return res, nil
}

// inOrder sorts what is not yet in the order of the text; it mostly is.
func inOrder[T any](list []T, start func(*T) int) {
	for i := 1; i < len(list); i++ {
		if start(&list[i]) < start(&list[i-1]) {
			slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(start(&a), start(&b)) })
			return
		}
	}
}
