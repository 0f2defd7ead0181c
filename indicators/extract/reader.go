package extract

import (
	"cmp"
	"fmt"
	"slices"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// MaxText is the longest text that a Reader takes, in bytes.
const MaxText = 256 << 20

// A Reader reads the figures of documents. It is immutable and safe for
// concurrent use.
type Reader struct{ cat *catalog.Catalog }

// New returns a reader that knows the words of c.
func New(c *catalog.Catalog) *Reader { return &Reader{c} }

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
	g := newReading(r.cat, d)
	g.read()
	slices.SortStableFunc(g.out.Observations, func(a, b indicators.Observation) int {
		return cmp.Compare(a.From.Span.Start, b.From.Span.Start)
	})
	slices.SortStableFunc(g.out.Rejects, func(a, b indicators.Reject) int {
		return cmp.Compare(a.Span.Start, b.Span.Start)
	})
	return &g.out, nil
}
