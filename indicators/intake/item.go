package intake

import "suanpan/indicators"

// An Item is one document of a file, or why there is none.
type Item struct {
	File     string // for messages
	Place    string // within the file: 2023/公报.docx, document 2; "" for all of it
	Line     int    // of a stream of documents; 0 elsewhere
	Format   Format
	Document *indicators.Document // nil where Err is not
	Found    Findings
	Err      error // a *Problem
}

// Where names the item in messages: FILE, FILE:LINE or FILE: PLACE.
func (i Item) Where() string { return where(i.File, i.Place, i.Line) }

// Findings say of what is known beside the words how it is known.
type Findings struct {
	Title, Publisher, Region, Published Finding
}

// A Finding is what was found, by what, and how sure that is. The zero Finding
// is: nothing found.
type Finding struct {
	Value string // a date as YYYY-MM-DD
	By    string // given, front matter, title line, dateline, file name, …
	Sure  Sureness
}

// Sureness says how far a finding is to be trusted.
type Sureness uint8

// From nothing to certain. A guess of a region or a date is told and not used:
// the document goes without, so that no figure rests on it.
const (
	Unknown Sureness = iota
	Guess            // nothing says so; it would fit
	Likely           // the text or the page says so in the place where such things stand
	Stated           // said for this purpose: given, front matter, metadata
)

// String is the word for it.
func (s Sureness) String() string {
	return [...]string{"unknown", "guess", "likely", "stated"}[min(s, Stated)]
}

// NeedsDate reports whether the item is a document without a known date of
// publication: its 去年, 本月 and the like stay open.
func (i Item) NeedsDate() bool { return i.Document != nil && i.Document.Published.IsZero() }
