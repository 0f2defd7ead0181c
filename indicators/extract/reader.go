package extract

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// MaxText is the longest text that a Reader takes, in bytes.
const MaxText = 256 << 20

// A Reader reads the figures of documents. It is immutable and safe for
// concurrent use.
type Reader struct {
	cat  *catalog.Catalog
	used sync.Pool // of *memory: what readings that ended have left
}

// New returns a reader that knows the words of c.
func New(c *catalog.Catalog) *Reader { return &Reader{cat: c} }

// A Result is what a document gave, in the order of its text.
type Result struct {
	Observations []indicators.Observation
	Rejects      []indicators.Reject
}

// Read reads the figures of d: those that it can place as observations, those
// that it cannot as rejects with a reason. It fails only where d is no valid
// document, or longer than MaxText.
func (r *Reader) Read(d *indicators.Document) (*Result, error) {
	if err := d.Validate(); err != nil {
		return nil, err
	}
	if len(d.Text) > MaxText {
		return nil, fmt.Errorf("document %s: %d bytes of text; at most %d are read: split it", d.Label(), len(d.Text), MaxText)
	}
	m, ok := r.used.Get().(*memory)
	if !ok {
		m = &memory{}
	}
	g := readingIn(m, r.cat, d)
	g.read()
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
