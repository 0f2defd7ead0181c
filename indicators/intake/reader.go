package intake

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"path"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/intake/pdfium"
)

// Options say how a [Reader] reads. The zero value is usable.
type Options struct {
	Limits Limits
	// Cache is a folder that keeps what the first PDF costs 2 seconds to make
	// ready; it is made where it is missing. Where it is "" nothing is kept.
	Cache string
	// Region returns the full name of the region that a name stands for, such
	// as 株洲市 or 江苏省南京市. Where it is nil, every name that ends as one of a
	// region does is taken for one.
	Region func(name string) (full string, ok bool)
}

// A Reader makes documents of files of every [Format]. Close frees what its
// first PDF has started. It is safe for concurrent use.
type Reader struct {
	limits Limits
	region func(name string) (full string, ok bool)
	pdf    pdfium.Engine
}

// NewReader returns a reader. It costs nothing until files are read.
func NewReader(o Options) *Reader {
	r := &Reader{limits: o.Limits.or(DefaultLimits), region: o.Region, pdf: pdfium.Engine{Cache: o.Cache}}
	if r.region == nil {
		r.region = func(name string) (string, bool) { return name, endsAsRegion(name) }
	}
	return r
}

// Close frees what the reader holds. It must not be used afterwards.
func (r *Reader) Close() error { return r.pdf.Close() }

// Read yields the documents of one file in the order in which they stand
// there; each that cannot be read yields an item with an error instead and
// does not end the sequence. A file without any document yields one error.
// Name is what errors call the file, and its last part a title where nothing
// else gives one; - is standard input and gives none.
//
// What a file says of itself in front matter comes first, then given, then
// what is found by rule; see [Item.Found]. Of a file with several documents
// given says no ID and no title, and its date only where a document has none.
//
// No file, whatever its bytes, stops the program or takes longer than its
// limits; where ctx ends, the last item has its error.
func (r *Reader) Read(ctx context.Context, name string, in io.Reader, given Meta) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		f := file{name: name, given: given}
		if name == "-" {
			f.name = "standard input"
		} else {
			f.stem = stem(name)
		}
		buffered := bufio.NewReaderSize(in, sniffed)
		head, err := buffered.Peek(sniffed)
		if err != nil && err != io.EOF {
			yield(f.fails(&Problem{Reason: "it cannot be read", Cause: err}))
			return
		}
		if _, other := signatureOf(head); !other && isJSONLines(head) {
			r.lines(ctx, f, buffered, yield)
			return
		}
		f.bytes, err = io.ReadAll(io.LimitReader(buffered, int64(r.limits.Bytes)+1))
		if err != nil {
			yield(f.fails(&Problem{Reason: "it cannot be read", Cause: err}))
			return
		}
		r.file(ctx, f, yield)
	}
}

// A file is one file, or one within a container.
type file struct {
	name  string // for messages
	place string // within the outermost container; "" for the file itself
	stem  string // its name without folder and ending; "" where it has none
	bytes []byte
	given Meta
	depth int // containers around it
}

// fails is the item of a file, or of a place in it, that cannot be read.
func (f file) fails(p *Problem) Item {
	p.File = f.name
	p.Place = joinPlaces(f.place, p.Place)
	return Item{File: f.name, Place: p.Place, Line: p.Line, Err: p}
}

func joinPlaces(outer, inner string) string {
	if outer != "" && inner != "" {
		return outer + ": " + inner
	}
	return outer + inner
}

// lines yields the documents of a stream of JSON.
func (r *Reader) lines(ctx context.Context, f file, in io.Reader, yield func(Item) bool) bool {
	for line := range Lines(in, r.limits.Bytes, f.given) {
		item := Item{File: f.name, Place: f.place, Line: line.Number, Format: JSONL, Document: line.Document}
		switch {
		case ctx.Err() != nil:
			yield(f.fails(&Problem{Line: line.Number, Reason: "reading was stopped", Cause: ctx.Err()}))
			return false
		case line.Err != nil:
			item = f.fails(&Problem{Line: line.Number, Reason: line.Err.Error()})
			item.Format = JSONL
		default:
			item.Found = stated(line.Document, "JSON")
		}
		if !yield(item) {
			return false
		}
	}
	return true
}

// file yields the documents of a file whose bytes are at hand. It reports
// whether more are wanted.
func (r *Reader) file(ctx context.Context, f file, yield func(Item) bool) bool {
	if len(f.bytes) > r.limits.Bytes {
		return yield(f.fails(&Problem{
			Reason: fmt.Sprintf("it has more than the %d bytes that one file may have", r.limits.Bytes),
			Remedy: "split it",
		}))
	}
	format, c := Format(""), (*container)(nil)
	if s, _ := signatureOf(f.bytes); s.format == ZIP {
		var problem *Problem
		if c, problem = openContainer(f.bytes, r.limits); problem == nil {
			format, problem = c.formatOfContainer()
		}
		if problem != nil {
			return yield(f.fails(problem))
		}
		if format == ZIP {
			return r.container(ctx, f, c, yield)
		}
	}
	for _, item := range r.items(ctx, f, format, c) {
		if !yield(item) {
			return false
		}
	}
	return true
}

// items returns the documents of a file that is no container of files; c is
// what an Office file is, else nil.
func (r *Reader) items(ctx context.Context, f file, format Format, c *container) (items []Item) {
	defer func() {
		if e := recover(); e != nil {
			items = []Item{f.fails(panicked(e))}
		}
	}()
	var drafts []draft
	var problem *Problem
	if c != nil {
		format, drafts, problem = r.parseOffice(ctx, f.bytes, format, c)
	} else {
		format, drafts, problem = r.parse(ctx, f)
	}
	if problem != nil {
		item := f.fails(problem)
		item.Format = format
		return []Item{item}
	}
	for n, d := range drafts {
		item := f.fails(&Problem{
			Reason: fmt.Sprintf("its text has more than the %d bytes that one document may have", r.limits.Text),
			Remedy: "split it",
		})
		if len(d.text) <= r.limits.Text {
			item = r.finish(f, d, len(drafts) > 1)
		}
		item.Format = format
		if len(drafts) > 1 {
			item.Place = joinPlaces(f.place, fmt.Sprintf("document %d", n+1))
		}
		items = append(items, item)
	}
	return items
}

// finish makes a document of a draft. Several says that the file has more
// than this one.
func (r *Reader) finish(f file, d draft, several bool) Item {
	given := f.given
	if several {
		given.ID, given.Title = "", ""
	}
	found := r.find(d, f.stem)
	m := d.said.Or(given)
	for _, field := range []struct {
		to         *string
		said, give string
		found      *Finding
	}{
		{&m.Title, d.said.Title, given.Title, &found.Title},
		{&m.Publisher, d.said.Publisher, given.Publisher, &found.Publisher},
		{&m.Region, d.said.Region, given.Region, &found.Region},
	} {
		switch {
		case field.said != "":
			*field.found = Finding{field.said, "front matter", Stated}
		case field.give != "":
			*field.found = Finding{field.give, "given", Stated}
		default:
			*field.to = field.found.Value
		}
	}
	switch own := !several || found.Published.Sure < Likely; {
	case !d.said.Published.IsZero():
		found.Published = Finding{m.Published.String(), "front matter", Stated}
	case !given.Published.IsZero() && own:
		found.Published = Finding{m.Published.String(), "given", Stated}
	case found.Published.Sure >= Likely:
		m.Published, _ = indicators.ParseDate(found.Published.Value)
	}
	doc, err := m.document(d.text)
	if err != nil {
		return f.fails(&Problem{Reason: err.Error()})
	}
	doc.Pages = d.pages
	return Item{File: f.name, Place: f.place, Document: doc, Found: found}
}

// stated are the findings of a document of which all is said for the purpose.
func stated(d *indicators.Document, by string) Findings {
	of := func(value string) Finding {
		if value == "" {
			return Finding{}
		}
		return Finding{value, by, Stated}
	}
	return Findings{of(d.Title), of(d.Publisher), of(d.Region), of(d.Published.String())}
}

// stem is the name of a file without folder and ending.
func stem(name string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimSuffix(base, path.Ext(base))
}

// endsAsRegion reports whether a name ends as that of a region does.
func endsAsRegion(name string) bool {
	for _, end := range []string{"省", "市", "县", "区", "旗", "州", "盟", "镇", "乡", "街道"} {
		if before, ok := strings.CutSuffix(name, end); ok && strings.Count(before, "")-1 >= 2 {
			return true
		}
	}
	return false
}
