package indicators

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Document is a text with what is known of where and when it was published.
type Document struct {
	ID        string // see [Document.Identify]
	Title     string
	Publisher string
	URL       string
	Kind      string // bulletin, report, news, table; "" where unknown
	Region    string // full name or code of the home region; "" where unknown
	Published Date   // zero where unknown: relative periods stay unresolved
	Text      string // valid UTF-8
	Excerpt   bool   // the text is not ours to show whole: pages quote sentences only
	Edition   int    // 0, or how many other texts had this title, publisher, region and day of publication before
	Pages     []int  // see [Document.Page]; nil where the original has no pages
}

// Page returns the page of the original that holds a byte of the text, counted
// from 1, or 0 where that is not known. Pages holds, in order, the offsets of
// the text at which the pages begin, the first page's too; a page without text
// begins where the next one does.
func (d *Document) Page(at int) int {
	begun, _ := slices.BinarySearch(d.Pages, at+1)
	return begun
}

// Span is a range of bytes of a document's text, End exclusive.
type Span struct{ Start, End int }

// Of returns the text of the span, or "" where it lies outside.
func (s Span) Of(text string) string {
	if s.Start < 0 || s.Start > s.End || s.End > len(text) {
		return ""
	}
	return text[s.Start:s.End]
}

// Len is the number of bytes.
func (s Span) Len() int { return s.End - s.Start }

// Identify returns the ID that the document's content gives: the SHA-256, in
// hex, of its text and of what dates and places it. Equal content has an
// equal ID wherever it is read.
func (d *Document) Identify() string {
	h := sha256.New()
	for _, part := range []string{d.Title, d.Publisher, d.Region, d.Published.String(), d.Text} {
		fmt.Fprintf(h, "%d:", len(part))
		h.Write([]byte(part))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Validate reports what keeps the document from being read or stored.
func (d *Document) Validate() error {
	switch {
	case !utf8.ValidString(d.Text):
		return fmt.Errorf("document %s: the text is not UTF-8; convert it first", d.Label())
	case strings.TrimSpace(d.Text) == "":
		return fmt.Errorf("document %s: the text is empty", d.Label())
	case !d.Published.IsZero() && !d.Published.Valid():
		return fmt.Errorf("document %s: published %s is no day of the calendar", d.Label(), d.Published)
	case !slices.IsSorted(d.Pages) || len(d.Pages) > 0 && (d.Pages[0] < 0 || d.Pages[len(d.Pages)-1] > len(d.Text)):
		return fmt.Errorf("document %s: its pages do not begin one behind the other within the text", d.Label())
	}
	return nil
}

// Label names the document in messages: its title, else its ID.
func (d *Document) Label() string {
	if d.Title != "" {
		return d.Title
	}
	return d.ID
}
