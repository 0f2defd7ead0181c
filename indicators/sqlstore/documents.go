package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"suanpan/indicators"
)

const (
	infoColumns = `d.id, d.title, d.publisher, d.url, d.kind, d.region, d.published, d.excerpt, d.length, d.observations, d.rejects, d.catalogue, d.fingerprint, d.edition`

	getDocument   = `SELECT ` + infoColumns + `, t.text, t.pages FROM documents d JOIN texts t ON t.document = d.number WHERE d.id = ?`
	listDocuments = `SELECT ` + infoColumns + ` FROM documents d ORDER BY d.published DESC, d.id`
	findByID      = `SELECT ` + infoColumns + ` FROM documents d WHERE d.id = ?`
	findByText    = `SELECT ` + infoColumns + ` FROM documents d WHERE d.fingerprint = ? ORDER BY d.published DESC, d.id`
	findByTitle   = `SELECT ` + infoColumns + ` FROM documents d WHERE d.title = ? ORDER BY d.published DESC, d.id`
	listRejects   = `SELECT r.span_start, r.span_end, r.quote, r.reason FROM rejects r JOIN documents d ON d.number = r.document
		WHERE d.id = ? ORDER BY r.span_start, r.span_end, r.ordinal`
)

// Document implements [indicators.Store].
func (s *Store) Document(ctx context.Context, id string) (*indicators.Document, error) {
	var info indicators.DocumentInfo
	err := s.snapshot(ctx, func(in session) error {
		if checkText(id) != nil { // no store holds it, and not every database may be asked
			return s.notFound(id)
		}
		var text, pages string
		_, err := scanInfo(in.row(getDocument, id), &info, &text, &pages)
		if errors.Is(err, sql.ErrNoRows) {
			return s.notFound(id)
		}
		if err != nil {
			return err
		}
		info.Text = text
		info.Pages, err = decodePages(pages)
		return err
	})
	if err != nil {
		return nil, err
	}
	return &info.Document, nil
}

func (s *Store) notFound(document string) error {
	return storeError{fmt.Errorf("store %s: document %.80q: %w", s.name, document, indicators.ErrNotFound)}
}

// Documents implements [indicators.Store].
func (s *Store) Documents(ctx context.Context) iter.Seq2[indicators.DocumentInfo, error] {
	return s.FindDocuments(ctx, indicators.DocumentQuery{})
}

// FindDocuments implements [indicators.Store].
func (s *Store) FindDocuments(ctx context.Context, q indicators.DocumentQuery) iter.Seq2[indicators.DocumentInfo, error] {
	return sequence(ctx, s, func(in session, yield func(indicators.DocumentInfo) error) error {
		if checkText(q.ID, q.Fingerprint, q.Title) != nil {
			return nil
		}
		query, args := listDocuments, []any(nil)
		switch {
		case q.ID != "":
			query, args = findByID, []any{q.ID}
		case q.Fingerprint != "":
			query, args = findByText, []any{q.Fingerprint}
		case q.Title != "":
			query, args = findByTitle, []any{q.Title}
		}
		rows, err := in.query(query, args...)
		return eachRow(rows, err, func() error {
			var info indicators.DocumentInfo
			fingerprint, err := scanInfo(rows, &info)
			if err != nil {
				return err
			}
			if q.Fingerprint != "" && q.Fingerprint != fingerprint || q.Title != "" && q.Title != info.Title {
				return nil
			}
			return yield(info)
		})
	})
}

// Rejects implements [indicators.Store]. A document that is not there has none.
func (s *Store) Rejects(ctx context.Context, document string) iter.Seq2[indicators.Reject, error] {
	return sequence(ctx, s, func(in session, yield func(indicators.Reject) error) error {
		if checkText(document) != nil {
			return nil
		}
		rows, err := in.query(listRejects, document)
		return eachRow(rows, err, func() error {
			var r indicators.Reject
			if err := rows.Scan(&r.Span.Start, &r.Span.End, &r.Quote, &r.Reason); err != nil {
				return err
			}
			return yield(r)
		})
	})
}

// scanInfo reads infoColumns, then what more points to, and returns the
// fingerprint.
func scanInfo(row interface{ Scan(...any) error }, info *indicators.DocumentInfo, more ...any) (fingerprint string, err error) {
	var published string
	err = row.Scan(append([]any{
		&info.ID, &info.Title, &info.Publisher, &info.URL, &info.Kind, &info.Region, &published, &info.Excerpt,
		&info.Length, &info.Observations, &info.Rejects, &info.Catalogue, &fingerprint, &info.Edition,
	}, more...)...)
	if err != nil {
		return "", err
	}
	info.Published, err = indicators.ParseDate(published)
	return fingerprint, err
}

// eachRow calls f for every row and closes them.
func eachRow(rows *sql.Rows, err error, f func() error) error {
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(); err != nil {
			return err
		}
	}
	return rows.Err()
}
