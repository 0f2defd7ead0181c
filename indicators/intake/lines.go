package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"

	"suanpan/indicators"
)

// Line is one line of a stream of documents: a document, or what is wrong
// with it.
type Line struct {
	Number   int // counted from 1, empty lines too
	Document *indicators.Document
	Err      error
}

// Lines yields the documents of a stream that holds one JSON object a line:
// text, and where known id, title, publisher, url, kind, region, published and
// excerpt, as [ParseMeta] has them, and pages, as [indicators.Document] has them. Where id is missing it is what
// [indicators.Document.Identify] gives. Other fields and empty lines are
// passed over. What is unknown of a document comes from beside.
//
// A line that is no such object, is not UTF-8 or is longer than limit yields
// an error and does not end the sequence; an error of r does, as its last
// line. No more than one line is held at a time.
func Lines(r io.Reader, limit int, beside Meta) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		var buf []byte
		for n := 1; ; n++ {
			var err error
			buf, err = readLine(in, buf[:0], limit)
			if n == 1 {
				buf = bytes.TrimPrefix(buf, []byte("\xEF\xBB\xBF"))
			}
			line := Line{Number: n}
			switch {
			case errors.Is(err, errLong):
				line.Err = fmt.Errorf("the line is longer than %d bytes; split the document", limit)
			case err != nil && err != io.EOF:
				line.Err = err
			case len(bytes.TrimSpace(buf)) > 0:
				line.Document, line.Err = parseLine(buf, beside)
			}
			if (line.Document != nil || line.Err != nil) && !yield(line) {
				return
			}
			if err != nil && !errors.Is(err, errLong) {
				return
			}
			if cap(buf) > 1<<20 {
				buf = nil // do not keep what one long line needed
			}
		}
	}
}

var errLong = errors.New("line too long")

// readLine appends the next line, without its end, to buf. Of a line longer
// than limit it reads all and returns errLong.
func readLine(in *bufio.Reader, buf []byte, limit int) ([]byte, error) {
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if end := len(part) - 1; err == nil {
			part = part[:end]
		}
		if long = long || len(buf)+len(part) > limit; !long {
			buf = append(buf, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case long && (err == nil || err == io.EOF):
			return buf[:0], errLong
		}
		return buf, err
	}
}

func parseLine(b []byte, beside Meta) (*indicators.Document, error) {
	if at := firstInvalid(b); at >= 0 { // encoding/json would replace it in silence
		return nil, fmt.Errorf("byte %d of the line is not UTF-8", at+1)
	}
	var in struct {
		ID        string `json:"id"`
		Title     string `json:"title"`
		Publisher string `json:"publisher"`
		URL       string `json:"url"`
		Kind      string `json:"kind"`
		Region    string `json:"region"`
		Published string `json:"published"`
		Excerpt   bool   `json:"excerpt"`
		Text      string `json:"text"`
		Pages     []int  `json:"pages"`
	}
	if err := json.Unmarshal(b, &in); err != nil {
		return nil, explainJSON(err)
	}
	m := Meta{
		ID: in.ID, Title: in.Title, Publisher: in.Publisher, Kind: in.Kind,
		Region: in.Region, Excerpt: in.Excerpt,
	}
	for _, f := range [...]struct{ key, value string }{{"url", in.URL}, {"published", in.Published}} {
		if err := m.set(f.key, f.value); err != nil {
			return nil, err
		}
	}
	d, err := m.Or(beside).document(in.Text)
	if err != nil {
		return nil, err
	}
	d.Pages = in.Pages
	if err := d.Validate(); err != nil {
		return nil, err
	}
	return d, nil
}

// explainJSON says in the words of the file what encoding/json says in the
// words of Go.
func explainJSON(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("want a JSON object, not %s", article(kind.Value))
	case errors.As(err, &kind):
		want := "a string"
		switch kind.Type.Kind() {
		case reflect.Bool:
			want = "true or false"
		case reflect.Int, reflect.Slice:
			want = "a list of whole numbers"
		}
		return fmt.Errorf("%s: want %s, not %s", kind.Field, want, article(kind.Value))
	case errors.As(err, &syntax):
		return fmt.Errorf("broken JSON at byte %d: %w", syntax.Offset, err)
	}
	return err
}

func article(kind string) string {
	if kind == "array" || kind == "object" {
		return "an " + kind
	}
	return "a " + kind
}
