package sqlstore

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"

	"suanpan/indicators"
)

//go:embed schema/*/*.sql
var schema embed.FS

// migrate brings a database to the schema that this program knows, or reports
// that the database is ahead of it.
func (e engine) migrate(ctx context.Context, db *sql.DB) error {
	sub, err := fs.Sub(schema, "schema/"+e.schema)
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(e.goose, db, sub, goose.WithLogger(goose.NopLogger()), goose.WithDisableGlobalRegistry(true),
		goose.WithGoMigrations(goose.NewGoMigration(3, &goose.GoFunc{RunTx: e.fillFingerprints}, nil)))
	if err != nil {
		return err
	}
	// Other processes may be at the same work: what one of them has done is
	// not done again, so after each step that fails one more look decides.
	for tries := int64(0); ; tries++ {
		have, known, err := p.GetVersions(ctx)
		switch {
		case err == nil && have > known:
			return fmt.Errorf("its schema is version %d and this program knows up to %d; use a newer suanpan, or name another file", have, known)
		case err == nil && have == known:
			return nil
		case err == nil:
			_, err = p.Up(ctx)
		}
		if err == nil || tries > known {
			return err
		}
	}
}

// fillFingerprints is migration 3: it gives a fingerprint to the documents of a
// store from before there were any.
func (e engine) fillFingerprints(ctx context.Context, tx *sql.Tx) error {
	var numbers []int64
	rows, err := tx.QueryContext(ctx, "SELECT number FROM documents WHERE fingerprint = '' ORDER BY number")
	err = eachRow(rows, err, func() error {
		var n int64
		err := rows.Scan(&n)
		numbers = append(numbers, n)
		return err
	})
	if err != nil {
		return err
	}
	for _, n := range numbers {
		var text string
		if err := tx.QueryRowContext(ctx, e.dialect("SELECT text FROM texts WHERE document = ?"), n).Scan(&text); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, e.dialect("UPDATE documents SET fingerprint = ? WHERE number = ?"), indicators.Fingerprint(text), n); err != nil {
			return err
		}
	}
	return nil
}
