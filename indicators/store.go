package indicators

import (
	"context"
	"errors"
	"iter"
)

// ErrNotFound says that a store has no such document.
var ErrNotFound = errors.New("not found")

// RefusedError says that a store cannot keep a document so that it comes back
// exactly. It is of that document alone: another may be put.
type RefusedError struct{ Err error }

func (e *RefusedError) Error() string { return e.Err.Error() }

// Unwrap returns the reason.
func (e *RefusedError) Unwrap() error { return e.Err }

// Store keeps documents with the figures read from them.
//
// Implementations are safe for concurrent use. Readers see a document's
// figures all or not at all. Every sequence ends at its first error, yields
// in the order stated whatever the order of writing, and may be stopped early.
type Store interface {
	// Put keeps a document with its figures and rejects in one transaction
	// and replaces whatever the same document ID gave before. It refuses, by a
	// [RefusedError], what it could not give back exactly, and figures that
	// name another document or catalogue than the rest; then, and where ctx
	// ends, all is as it was.
	Put(ctx context.Context, d *Document, obs []Observation, rejects []Reject) error
	// Document returns the document with this ID, or an error that wraps ErrNotFound.
	Document(ctx context.Context, id string) (*Document, error)
	// Documents yields what is known of each document, without its text:
	// the latest published first, then by ID.
	Documents(ctx context.Context) iter.Seq2[DocumentInfo, error]
	// FindDocuments yields those of Documents that the query selects.
	FindDocuments(ctx context.Context, q DocumentQuery) iter.Seq2[DocumentInfo, error]
	// PutOriginal records that a file gave a document. What was recorded of
	// this hash and part is replaced. It is an error that wraps ErrNotFound
	// where there is no such document.
	PutOriginal(ctx context.Context, o Original) error
	// Originals yields what the query selects, by hash, then by part.
	Originals(ctx context.Context, q OriginalQuery) iter.Seq2[Original, error]
	// Observations yields what the query selects, by indicator, region,
	// measure, basis, status, unit, period, then by publication date, edition
	// and document ID, then by place in the text.
	Observations(ctx context.Context, q Query) iter.Seq2[Observation, error]
	// Rejects yields the rejects of one document by place in its text.
	Rejects(ctx context.Context, document string) iter.Seq2[Reject, error]
	// Series yields one line for each series that the query selects, in the
	// order of Observations: what [Join] makes of them.
	Series(ctx context.Context, q Query) iter.Seq2[SeriesInfo, error]
	Close() error
}

// Query selects observations. A zero field selects all.
type Query struct {
	Document   string    // document ID
	Indicators []string  // indicator IDs
	Regions    []string  // region IDs
	Measures   []Measure // nil for all
	Statuses   []Status  // nil for all
	Since      Date      // the period's last day is known, and this day or later
	Until      Date      // the period's last day is known, and this day or earlier
	AsOf       Date      // only documents known to be published on this day or earlier
	Limit      int       // at most so many observations or series; 0 for no limit
}

// DocumentQuery selects documents. A zero field selects all.
type DocumentQuery struct {
	ID          string
	Fingerprint string // of the text; see [Fingerprint]
	Title       string
}

// OriginalQuery selects originals. A zero field selects all.
type OriginalQuery struct {
	Document string // ID
	Hash     string
}

// DocumentInfo is a document without its text and pages.
type DocumentInfo struct {
	Document            // Text and Pages are empty
	Length       int    // bytes of the text
	Observations int    // figures read
	Rejects      int    // numbers not kept
	Catalogue    string // version of the catalogue that read it; "" where it gave no figure
}

// SeriesKey is what the points of one series have in common.
type SeriesKey struct {
	Indicator string
	Region    string
	Measure   Measure
	Basis     Basis
	Status    Status
	Unit      string
	Frequency string // see [Period.Frequency]
}

// SeriesInfo says what a series holds, without its points.
type SeriesInfo struct {
	SeriesKey
	Name        string // of the indicator, as last read
	Place       string // of the region, as last read
	Points      int    // distinct periods
	Vintages    int    // observations, at least Points
	First, Last Period
	Latest      Observation // the latest vintage of the last period
}
