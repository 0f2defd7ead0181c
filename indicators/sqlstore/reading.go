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
	r := readingReader{rest: text}
	o.Printed = r.text('[')
	exponent = r.number(',')
	o.Bound = indicators.Bound(r.number(','))
	o.Name = r.text(',')
	o.Place = r.text(',')
	r.expect(',')
	r.expect('[')
	if q := &o.Qualifiers; !r.at(']') {
		q.Scope = r.quoted()
		q.Residence = r.text(',')
		q.Ownership = r.text(',')
		q.Industry = r.text(',')
		q.Flow = r.text(',')
		q.Head = r.text(',')
	}
	r.expect(']')
	f := &o.From
	f.Document = r.text(',')
	f.Catalogue = r.text(',')
	f.Rule = r.text(',')
	f.Span = r.span()
	f.Sentence = r.span()
	r.expect(',')
	r.expect('[')
	if !r.at(']') {
		if n := strings.Count(r.rest, "],[") + 1; cap(arena) < n {
			arena = make([]indicators.Step, 0, max(n, 256))
		}
		arena = arena[:0]
		for mark := byte('['); !r.bad && !r.at(']'); mark = ',' {
			if mark == ',' {
				r.expect(',')
			}
			arena = append(arena, indicators.Step{Attribute: r.text('['), Value: r.text(','), Origin: r.text(','), Span: r.span()})
			r.expect(']')
		}
		n := len(arena)
		f.Trace, arena = arena[:n:n], arena[n:]
	}
	r.expect(']')
	r.expect(']')
	if r.bad || r.rest != "" {
		return 0, arena, fmt.Errorf("reading %.200q: not as it was written", text)
	}
	return exponent, arena, nil
}

// readingReader consumes a reading from its front. Once bad it stays so.
type readingReader struct {
	rest string
	bad  bool
}

// at reports whether the next byte is c.
func (r *readingReader) at(c byte) bool { return r.rest != "" && r.rest[0] == c }

// expect consumes the byte c.
func (r *readingReader) expect(c byte) {
	if r.bad = r.bad || !r.at(c); !r.bad {
		r.rest = r.rest[1:]
	}
}

// text consumes a mark and a JSON string.
func (r *readingReader) text(mark byte) string {
	r.expect(mark)
	return r.quoted()
}

// quoted consumes a JSON string.
func (r *readingReader) quoted() string {
	r.expect('"')
	end := strings.IndexByte(r.rest, '"')
	if r.bad = r.bad || end < 0; r.bad {
		return ""
	}
	s := r.rest[:end]
	if strings.IndexByte(s, '\\') >= 0 {
		return r.escaped()
	}
	r.rest = r.rest[end+1:]
	return s
}

// escaped consumes a JSON string that has an escape, from behind its first
// quotation mark.
func (r *readingReader) escaped() (s string) {
	end := 0
	for ; end < len(r.rest) && r.rest[end] != '"'; end++ {
		if r.rest[end] == '\\' {
			end++
		}
	}
	if r.bad = end >= len(r.rest) || json.Unmarshal([]byte(`"`+r.rest[:end]+`"`), &s) != nil; r.bad {
		return ""
	}
	r.rest = r.rest[end+1:]
	return s
}

// number consumes a mark and an integer.
func (r *readingReader) number(mark byte) int {
	r.expect(mark)
	negative := r.at('-')
	if negative {
		r.expect('-')
	}
	n, i := 0, 0
	for ; i < len(r.rest) && i < 18 && '0' <= r.rest[i] && r.rest[i] <= '9'; i++ {
		n = n*10 + int(r.rest[i]-'0')
	}
	if r.bad = r.bad || i == 0; r.bad {
		return 0
	}
	r.rest = r.rest[i:]
	if negative {
		n = -n
	}
	return n
}

func (r *readingReader) span() indicators.Span {
	return indicators.Span{Start: r.number(','), End: r.number(',')}
}
