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
	findNumber  = `SELECT number FROM documents WHERE id = ?`
	putOriginal = `INSERT INTO originals (hash, part, parts, document, name, place, format)
		VALUES (?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (hash, part) DO UPDATE SET
		parts = excluded.parts, document = excluded.document, name = excluded.name, place = excluded.place, format = excluded.format`

	originalColumns     = `SELECT d.id, o.hash, o.part, o.parts, o.name, o.place, o.format FROM originals o JOIN documents d ON d.number = o.document `
	originalOrder       = ` ORDER BY o.hash, o.part`
	listOriginals       = originalColumns + originalOrder
	originalsOfDocument = originalColumns + `WHERE d.id = ?` + originalOrder
	originalsOfHash     = originalColumns + `WHERE o.hash = ?` + originalOrder
)

// PutOriginal implements [indicators.Store].
func (s *Store) PutOriginal(ctx context.Context, o indicators.Original) error {
	refuse := func(err error) error {
		return fmt.Errorf("store %s: original %.80q: %w", s.name, o.Name, err)
	}
	if err := checkText(o.Document, o.Hash, o.Name, o.Place, o.Format); err != nil {
		return refuse(err)
	}
	if o.Hash == "" || o.Part < 1 || o.Parts < o.Part {
		return refuse(fmt.Errorf("part %d of %d with the hash %q; want a hash, and parts counted from 1", o.Part, o.Parts, o.Hash))
	}
	return s.change(ctx, func(w writer) error {
		var number int64
		err := w.row(findNumber, o.Document).Scan(&number)
		if errors.Is(err, sql.ErrNoRows) {
			return s.notFound(o.Document)
		}
		if err != nil {
			return err
		}
		return w.exec(putOriginal, o.Hash, o.Part, o.Parts, number, o.Name, o.Place, o.Format)
	})
}

// Originals implements [indicators.Store].
func (s *Store) Originals(ctx context.Context, q indicators.OriginalQuery) iter.Seq2[indicators.Original, error] {
	return sequence(ctx, s, func(in session, yield func(indicators.Original) error) error {
		if checkText(q.Document, q.Hash) != nil {
			return nil
		}
		query, args := listOriginals, []any(nil)
		switch {
		case q.Hash != "":
			query, args = originalsOfHash, []any{q.Hash}
		case q.Document != "":
			query, args = originalsOfDocument, []any{q.Document}
		}
		rows, err := in.query(query, args...)
		return eachRow(rows, err, func() error {
			var o indicators.Original
			if err := rows.Scan(&o.Document, &o.Hash, &o.Part, &o.Parts, &o.Name, &o.Place, &o.Format); err != nil {
				return err
			}
			if q.Document != "" && q.Document != o.Document {
				return nil
			}
			return yield(o)
		})
	})
}
