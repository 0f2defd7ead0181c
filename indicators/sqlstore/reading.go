package sqlstore

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"suanpan/indicators"
)

// A reading is all of an observation that no query asks for, in one column, so
// that a row is read at the cost of four columns and not of thirty. It is the
// JSON array
//
//	[printed, exponent, bound, name, place,
//	 [scope, residence, ownership, industry, flow, head],
//	 document, catalogue, rule, start, end, sentence start, sentence end,
//	 [[attribute, value, origin, start, end], …]]
//
// with no space in it, and with the array of qualifiers empty where there is none.

func encodeReading(o *indicators.Observation) string {
	w := readingWriter(make([]byte, 0, 256+64*len(o.From.Trace)))
	w.text('[', o.Printed)
	w.number(',', int(o.Value.Exponent()))
	w.number(',', int(o.Bound))
	w.text(',', o.Name)
	w.text(',', o.Place)
	w = append(w, ',', '[')
	if q := o.Qualifiers; q != (indicators.Qualifiers{}) {
		w.text(' ', q.Scope)
		w.text(',', q.Residence)
		w.text(',', q.Ownership)
		w.text(',', q.Industry)
		w.text(',', q.Flow)
		w.text(',', q.Head)
	}
	w = append(w, ']')
	f := &o.From
	w.text(',', f.Document)
	w.text(',', f.Catalogue)
	w.text(',', f.Rule)
	w.span(f.Span)
	w.span(f.Sentence)
	w = append(w, ',', '[')
	for i := range f.Trace {
		s := &f.Trace[i]
		if i > 0 {
			w = append(w, ',')
		}
		w.text('[', s.Attribute)
		w.text(',', s.Value)
		w.text(',', s.Origin)
		w.span(s.Span)
		w = append(w, ']')
	}
	return string(append(w, ']', ']'))
}

// readingWriter is a reading so far.
type readingWriter []byte

// text appends a JSON string behind a mark, or behind nothing where the mark
// is a space.
func (w *readingWriter) text(mark byte, s string) {
	b := *w
	if mark != ' ' {
		b = append(b, mark)
	}
	plain := true
	for i := range len(s) {
		if s[i] < ' ' || s[i] == '"' || s[i] == '\\' {
			plain = false
			break
		}
	}
	if plain {
		b = append(append(append(b, '"'), s...), '"')
	} else {
		quoted, _ := json.Marshal(s) // there is a form for every string
		b = append(b, quoted...)
	}
	*w = b
}

func (w *readingWriter) number(mark byte, n int) {
	*w = strconv.AppendInt(append(*w, mark), int64(n), 10)
}

func (w *readingWriter) span(s indicators.Span) {
	w.number(',', s.Start)
	w.number(',', s.End)
}

// decodeReading sets what the reading holds of o, and returns the exponent of
// its value. The strings share the memory of text where they hold no escape.
// Steps are taken from the room behind arena, which is returned with what is
// left of it.
func decodeReading(text string, o *indicators.Observation, arena []indicators.Step) (exponent int, rest []indicators.Step, err error) {
	r := readingReader{text: text, plain: strings.IndexByte(text, '\\') < 0}
	o.Printed = r.quoted('[')
	exponent = r.number()
	o.Bound = indicators.Bound(r.number())
	o.Name = r.quoted(',')
	o.Place = r.quoted(',')
	r.expect(',')
	if !r.empty() {
		q := &o.Qualifiers
		q.Scope = r.quoted('[')
		q.Residence = r.quoted(',')
		q.Ownership = r.quoted(',')
		q.Industry = r.quoted(',')
		q.Flow = r.quoted(',')
		q.Head = r.quoted(',')
		r.expect(']')
	}
	f := &o.From
	f.Document = r.quoted(',')
	f.Catalogue = r.quoted(',')
	f.Rule = r.quoted(',')
	f.Span = r.span()
	f.Sentence = r.span()
	r.expect(',')
	if !r.empty() {
		if n := strings.Count(text[r.next:], "],[") + 1; cap(arena) < n {
			arena = make([]indicators.Step, 0, max(n, 256))
		}
		arena = arena[:0]
		for mark := byte('['); !r.bad && !r.at(']'); mark = ',' {
			r.expect(mark)
			arena = append(arena, indicators.Step{Attribute: r.quoted('['), Value: r.quoted(','), Origin: r.quoted(','), Span: r.span()})
			r.expect(']')
		}
		r.expect(']')
		n := len(arena)
		f.Trace, arena = arena[:n:n], arena[n:]
	}
	r.expect(']')
	if r.bad || r.next != len(text) {
		return 0, arena, fmt.Errorf("reading %.200q: not as it was written", text)
	}
	return exponent, arena, nil
}

// readingReader reads a reading from its front. Once bad it stays so.
type readingReader struct {
	text  string
	next  int  // the first byte that is not read; at most len(text)
	plain bool // there is no escape in the text
	bad   bool
}

// at reports whether the next byte is c.
func (r *readingReader) at(c byte) bool { return r.next < len(r.text) && r.text[r.next] == c }

// expect reads the byte c.
func (r *readingReader) expect(c byte) {
	if r.at(c) {
		r.next++
	} else {
		r.bad = true
	}
}

// empty reads an empty array, where one is next.
func (r *readingReader) empty() bool {
	found := strings.HasPrefix(r.text[r.next:], "[]")
	if found {
		r.next += len("[]")
	}
	return found
}

// quoted reads a mark and a JSON string.
func (r *readingReader) quoted(mark byte) string {
	r.expect(mark)
	r.expect('"')
	rest := r.text[r.next:]
	end := strings.IndexByte(rest, '"')
	if r.bad = r.bad || end < 0; r.bad {
		return ""
	}
	if !r.plain && strings.IndexByte(rest[:end], '\\') >= 0 {
		return r.escaped()
	}
	r.next += end + 1
	return rest[:end]
}

// escaped reads a JSON string that has an escape, from behind its first
// quotation mark.
func (r *readingReader) escaped() (s string) {
	rest := r.text[r.next:]
	end := 0
	for ; end < len(rest) && rest[end] != '"'; end++ {
		if rest[end] == '\\' {
			end++
		}
	}
	if r.bad = end >= len(rest) || json.Unmarshal([]byte(`"`+rest[:end]+`"`), &s) != nil; r.bad {
		return ""
	}
	r.next += end + 1
	return s
}

// number reads a comma and an integer of up to 18 digits.
func (r *readingReader) number() int {
	r.expect(',')
	negative := r.at('-')
	if negative {
		r.next++
	}
	n, first := 0, r.next
	for r.next < len(r.text) && r.next < first+18 {
		c := r.text[r.next] - '0'
		if c > 9 {
			break
		}
		n = n*10 + int(c)
		r.next++
	}
	if r.next == first {
		r.bad = true
	}
	if negative {
		return -n
	}
	return n
}

func (r *readingReader) span() indicators.Span {
	return indicators.Span{Start: r.number(), End: r.number()}
}
