package extract

import (
	"fmt"

	"suanpan/indicators"
)

// MaxText is the longest text that a Reader takes, in bytes: more than any
// document of people holds. What a reading needs beside its text grows with the
// text, by some 20 bytes for each of prose and some 60 for each of a dense
// bulletin; the other limits bound it for texts that no one wrote, such as a
// hundred million commas.
const MaxText = 128 << 20

// limits bound what is read of one document.
type limits struct {
	text    int // bytes
	lines   int
	tabs    int // in all lines: the cells of tables
	tokens  int // of one paragraph
	figures int // kept and rejected
}

var usualLimits = limits{text: MaxText, lines: 4 << 20, tabs: 8 << 20, tokens: 16 << 20, figures: 4 << 20}

// A limit is one that a document is over.
type limit struct {
	most int
	of   string
}

// over returns the limit that a text is over before it is read; false for none.
func (l *limits) over(d *indicators.Document, lines []line) (limit, bool) {
	switch {
	case len(d.Text) > l.text:
		return limit{l.text, "bytes of text"}, true
	case len(lines) > l.lines:
		return limit{l.lines, "lines"}, true
	}
	tabs := 0
	for i := range lines {
		tabs += lines[i].tabs
	}
	if tabs > l.tabs {
		return limit{l.tabs, "tabs"}, true
	}
	return limit{}, false
}

// overRead returns the limit that the reading is over; false for none.
func (d *reading) overRead() (limit, bool) {
	switch {
	case d.full:
		return limit{d.limits.tokens, "words and marks in a paragraph"}, true
	case len(d.out.Observations)+len(d.out.Rejects) > d.limits.figures:
		return limit{d.limits.figures, "figures"}, true
	}
	return limit{}, false
}

// refuse says why a document is not read.
func (l limit) refuse(d *indicators.Document) error {
	return fmt.Errorf("document %s: it has more than %d %s: split it", d.Label(), l.most, l.of)
}
