package sqlstore

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"suanpan/indicators"
)

// A trace is stored as a JSON array with an array for each step:
// [["subject","gdp","own",12,15],…]. No step is the empty string.

func encodeTrace(steps []indicators.Step) string {
	if len(steps) == 0 {
		return ""
	}
	b := make([]byte, 0, 64*len(steps))
	for i, s := range steps {
		b = append(b, "[,"[min(i, 1)], '[')
		for _, part := range [...]string{s.Attribute, s.Value, s.Origin} {
			b = append(appendJSON(b, part), ',')
		}
		b = strconv.AppendInt(b, int64(s.Span.Start), 10)
		b = strconv.AppendInt(append(b, ','), int64(s.Span.End), 10)
		b = append(b, ']')
	}
	return string(append(b, ']'))
}

func appendJSON(b []byte, s string) []byte {
	for i := range len(s) {
		if s[i] < ' ' || s[i] == '"' || s[i] == '\\' {
			quoted, _ := json.Marshal(s) // a string always has a form
			return append(b, quoted...)
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

// decodeTrace reads what encodeTrace writes. Its strings share the memory of
// text where they hold no escape.
func decodeTrace(text string) ([]indicators.Step, error) {
	if text == "" {
		return nil, nil
	}
	steps := make([]indicators.Step, 0, strings.Count(text, "],[")+1)
	r := traceReader{rest: text}
	for r.expect('['); ; r.expect(',') {
		r.expect('[')
		s := indicators.Step{Attribute: r.text(), Value: r.text(), Origin: r.text()}
		s.Span.Start = r.number()
		r.expect(',')
		s.Span.End = r.number()
		r.expect(']')
		steps = append(steps, s)
		if r.bad || strings.HasPrefix(r.rest, "]") {
			break
		}
	}
	if r.bad || r.rest != "]" {
		return nil, fmt.Errorf("trace %q: want an array of steps, each of three strings and two numbers", text)
	}
	return steps, nil
}

// traceReader consumes a trace from its front. Once bad it stays so.
type traceReader struct {
	rest string
	bad  bool
}

func (r *traceReader) expect(c byte) {
	if r.bad = r.bad || r.rest == "" || r.rest[0] != c; !r.bad {
		r.rest = r.rest[1:]
	}
}

// text reads a JSON string and the comma behind it.
func (r *traceReader) text() (s string) {
	r.expect('"')
	end, escaped := 0, false
	for ; end < len(r.rest) && r.rest[end] != '"'; end++ {
		if r.rest[end] == '\\' {
			escaped = true
			end++
		}
	}
	if r.bad = r.bad || end >= len(r.rest); r.bad {
		return ""
	}
	s, r.rest = r.rest[:end], r.rest[end+1:]
	if escaped {
		r.bad = json.Unmarshal([]byte(`"`+s+`"`), &s) != nil
	}
	r.expect(',')
	return s
}

func (r *traceReader) number() int {
	end := 0
	for end < len(r.rest) && '0' <= r.rest[end] && r.rest[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(r.rest[:end])
	if r.bad = r.bad || err != nil; r.bad {
		return 0
	}
	r.rest = r.rest[end:]
	return n
}
