package web

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"sync"

	"suanpan/indicators"
)

// figure is an observation as data: exact strings, nothing rounded.
type figure struct {
	Period    string `json:"period"`
	Value     string `json:"value"` // in Unit, all digits
	Unit      string `json:"unit"`
	Bound     string `json:"bound"`
	Printed   string `json:"printed"`
	Published string `json:"published,omitempty"`
	Document  string `json:"document"`
	Working   string `json:"working,omitempty"` // of a computed figure, which nobody printed: the sum

	Number *number `json:"-"` // at the scale of its column
	Ref    string  `json:"-"` // id of its source on the page
}

// newFigure makes the data of an observation. num is how it is shown.
func (s *server) newFigure(rq *request, o indicators.Observation, num *number, ref string) *figure {
	f := &figure{
		Period: o.Period.String(), Value: o.Quantity.Text(), Unit: o.Unit, Bound: o.Bound.String(),
		Printed: o.Printed, Document: o.From.Document, Number: num, Ref: ref,
	}
	if d, ok := rq.index.info(o.From.Document); ok {
		f.Published = d.Published.String()
	}
	return f
}

// info returns what is known of a document.
func (x *snapshot) info(id string) (indicators.DocumentInfo, bool) {
	i, ok := x.document[id]
	if !ok {
		return indicators.DocumentInfo{}, false
	}
	return x.documents[i], true
}

// source tells who says a figure: the sentence it stands in, the document, and
// by what rule it was read.
type source struct {
	Ref       string    `json:"-"`
	Anchor    string    `json:"-"`      // id of the figure on the page of the document
	Series    string    `json:"series"` // what the figure says: level, growth …
	Status    string    `json:"status"`
	Period    string    `json:"period"`
	When      string    `json:"-"`
	Value     string    `json:"value"`
	Unit      string    `json:"unit"`
	Bound     string    `json:"bound"`
	Printed   string    `json:"printed"`
	Number    *number   `json:"-"`
	Behind    string    `json:"-"` // the unit as the page sets it
	Sentence  quote     `json:"sentence"`
	Document  paper     `json:"document"`
	Leaf      int       `json:"original_page,omitempty"` // from 1; 0 where the original has no pages
	Open      string    `json:"-"`                       // where the original is open on that page; "" where nowhere
	Rule      string    `json:"rule"`
	Catalogue string    `json:"catalogue,omitempty"`
	Trace     []step    `json:"trace,omitempty"`
	Replaced  bool      `json:"replaced,omitempty"` // a later document gives another value
	Others    []*figure `json:"vintages,omitempty"` // other reports of the same, the oldest first
}

// quote is a sentence with the figure in it apart.
type quote struct {
	Before string `json:"before"`
	Figure string `json:"figure"`
	After  string `json:"after"`
}

// paper is a document as a source names it.
type paper struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"`
	URL       string `json:"url,omitempty"`
	Page      string `json:"page"`
	Date      string `json:"-"`
	Host      string `json:"-"` // of the URL
}

// step is a decision on the way to the figure.
type step struct {
	Attribute string `json:"attribute"`
	Value     string `json:"value"`
	Origin    string `json:"origin"`
	Words     string `json:"words,omitempty"`
}

// newPaper names a document.
func newPaper(d indicators.Document, l language) paper {
	p := paper{
		ID: d.ID, Title: d.Label(), Publisher: d.Publisher, Published: d.Published.String(),
		Page: pathTo("documents", d.ID), Date: day(d.Published, l),
	}
	if u, err := url.Parse(d.URL); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		p.URL, p.Host = d.URL, u.Host
	}
	return p
}

// newSource looks up what stands behind an observation.
func (s *server) newSource(rq *request, o indicators.Observation, ref string) (*source, error) {
	d, err := s.shelf.document(rq.Context(), s.store, rq.index.version, o.From.Document)
	if err != nil {
		return nil, err
	}
	src := &source{
		Ref: ref, Anchor: anchor(o.From.Span), Series: o.Measure.String(), Status: o.Status.String(), Period: o.Period.String(), When: when(o.Period, rq.lang),
		Value: o.Quantity.Text(), Unit: o.Unit, Bound: o.Bound.String(), Printed: o.Printed,
		Sentence: quoteOf(d.Text, o.From), Document: newPaper(*d, rq.lang), Leaf: d.Page(o.From.Span.Start), Rule: o.From.Rule, Catalogue: o.From.Catalogue,
	}
	if src.Leaf > 0 && strings.HasSuffix(strings.ToLower(src.Document.URL), ".pdf") {
		src.Open = fmt.Sprintf("%s#page=%d", src.Document.URL, src.Leaf)
	}
	src.Number, src.Behind = s.names.parts(o, rq.lang)
	if src.Sentence.Figure == "" {
		src.Sentence.Figure = o.Printed
	}
	for _, t := range o.From.Trace {
		src.Trace = append(src.Trace, step{t.Attribute, t.Value, t.Origin, t.Span.Of(d.Text)})
	}
	return src, nil
}

// quoteOf cuts the sentence of a figure out of a text.
func quoteOf(text string, from indicators.Provenance) quote {
	q := quote{Figure: from.Span.Of(text)}
	sent := from.Sentence
	if sent.Of(text) == "" || from.Span.Start < sent.Start || from.Span.End > sent.End {
		return q
	}
	q.Before = strings.TrimLeft(oneLine(text[sent.Start:from.Span.Start]), " ")
	q.After = strings.TrimRight(oneLine(text[from.Span.End:sent.End]), " ")
	return q
}

// oneLine joins the lines of a text; between Chinese characters a line break
// leaves nothing behind.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\r\n\t") {
		return s
	}
	var b strings.Builder
	for line := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }) {
		b.WriteString(strings.TrimSpace(line))
	}
	return b.String()
}

// shelf keeps the documents that were read last, so that a page which quotes
// many does not read them again. Safe for concurrent use.
type shelf struct {
	mu      sync.Mutex
	version string
	bytes   int
	byID    map[string]*indicators.Document
}

// maxShelf bounds the texts that are kept.
const maxShelf = 32 << 20

// document returns a document of the store in the given version of it. The
// result is shared and must not be written to.
func (h *shelf) document(ctx context.Context, store indicators.Store, version, id string) (*indicators.Document, error) {
	h.mu.Lock()
	if h.version != version || h.bytes > maxShelf {
		h.version, h.bytes, h.byID = version, 0, map[string]*indicators.Document{}
	}
	d := h.byID[id]
	h.mu.Unlock()
	if d != nil {
		return d, nil
	}
	d, err := store.Document(ctx, id)
	if errors.Is(err, indicators.ErrNotFound) {
		return nil, notFound("problem.document", shorten(id))
	}
	if err != nil {
		return nil, fmt.Errorf("document %s: %w", id, err)
	}
	h.mu.Lock()
	if h.version == version && h.byID[id] == nil {
		h.byID[id] = d
		h.bytes += len(d.Text)
	}
	h.mu.Unlock()
	return d, nil
}

// anchor is the id of a figure on the page of its document.
func anchor(at indicators.Span) string { return fmt.Sprintf("f%d", at.Start) }
