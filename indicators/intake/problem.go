package intake

import (
	"strconv"
	"strings"
)

// A Problem is why there is no document, in the words of the person who has
// the file: where, what is wrong, what to do. Each part but Reason may be "".
type Problem struct {
	File   string
	Place  string // within the file: page 7, 2023/公报.docx
	Line   int    // of a stream of documents; 0 elsewhere
	Reason string
	Remedy string
	Cause  error // what a parser or the disk said; may be nil
}

// Error is all of it on one line: FILE: PLACE: reason; remedy.
func (p *Problem) Error() string {
	var b strings.Builder
	if w := where(p.File, p.Place, p.Line); w != "" {
		b.WriteString(w)
		b.WriteString(": ")
	}
	b.WriteString(p.Reason)
	if p.Cause != nil {
		b.WriteString(": ")
		b.WriteString(p.Cause.Error())
	}
	if p.Remedy != "" {
		b.WriteString("; ")
		b.WriteString(p.Remedy)
	}
	return b.String()
}

// Unwrap is the cause.
func (p *Problem) Unwrap() error { return p.Cause }

// where is FILE, FILE:LINE or FILE: PLACE.
func where(file, place string, line int) string {
	if place != "" && file != "" {
		file += ": "
	}
	file += place
	if line > 0 {
		file += ":" + strconv.Itoa(line)
	}
	return file
}
