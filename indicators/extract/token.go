package extract

import (
	"suanpan/indicators/catalog"
)

// tokenKind tells what a token is.
type tokenKind uint8

// The kinds of tokens.
const (
	tokWord   tokenKind = iota // a word of the catalogue
	tokFigure                  // a figure; ref is its index in figures
	tokPeriod                  // a period word; ref is its index in periods
	tokPunct                   // a mark of punctuation; ref is its rune, in its full-width form
	tokNote                    // a footnote's mark: [2]
)

// A token is one thing that the scan found. What stands between tokens is
// plain text: the stuff that names are made of.
type token struct {
	start, end int32 // bytes of the passage
	ref        int32
	kind       tokenKind
	word       *catalog.Word  // of a tokWord
	traits     catalog.Traits // of the word
}

// is reports whether the token is a word with any of the traits.
func (t *token) is(traits catalog.Traits) bool { return t.traits&traits != 0 }

// isPunct reports whether the token is this mark of punctuation.
func (t *token) isPunct(r rune) bool { return t.kind == tokPunct && t.ref == int32(r) }
