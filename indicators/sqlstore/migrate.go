package sqlstore

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
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
	p, err := goose.NewProvider(e.goose, db, sub, goose.WithLogger(goose.NopLogger()), goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	// Another process may be at the same work: what it has done is not done
	// again, so one more look decides.
	for again := true; ; again = false {
		have, known, err := p.GetVersions(ctx)
		switch {
		case err == nil && have > known:
			return fmt.Errorf("its schema is version %d and this program knows up to %d; use a newer suanpan, or name another file", have, known)
		case err == nil && have == known:
			return nil
		case err == nil:
			_, err = p.Up(ctx)
		}
		if err == nil || !again {
			return err
		}
	}
}
