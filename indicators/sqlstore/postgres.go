package sqlstore

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
)

// openPostgres connects to a database and makes the store's schema in it where
// it is missing.
func (s *Store) openPostgres(ctx context.Context, dsn string) error {
	s.name = redacted(dsn)
	s.engine = engine{
		goose:    goose.DialectPostgres,
		schema:   "postgres",
		among:    "= ANY (ARRAY(SELECT json_array_elements_text(CAST(? AS json))))",
		ids:      "(SELECT CAST(json_array_elements_text(CAST(? AS json)) AS BIGINT) AS value)",
		of:       "o.series = j.value",
		numbered: true,
		snapshot: &sql.TxOptions{ReadOnly: true, Isolation: sql.LevelRepeatableRead},
		queue:    "SELECT pg_advisory_xact_lock('documents'::regclass::oid::bigint)",
		copy:     copyPostgres,
		remedy:   remedyPostgres,
	}
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return storeError{fmt.Errorf("store %s: the address is not understood; want postgres://user:password@host:port/database", s.name)}
	}
	schema := cmp.Or(config.RuntimeParams["search_path"], "suanpan")
	config.RuntimeParams["search_path"] = pgx.Identifier{schema}.Sanitize()
	s.write = stdlib.OpenDB(*config)
	s.write.SetMaxIdleConns(8)
	s.read = s.write
	if err := makeSchema(ctx, s.write, schema); err != nil {
		return err
	}
	return s.engine.migrate(ctx, s.write)
}

// makeSchema creates a schema where it is missing. Two that do so at once are
// one too many for PostgreSQL, so the loser looks again.
func makeSchema(ctx context.Context, db *sql.DB, name string) error {
	var failed error
	for range 2 {
		var there bool
		err := db.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)", name).Scan(&there)
		if err != nil || there {
			return err
		}
		if _, failed = db.ExecContext(ctx, "CREATE SCHEMA IF NOT EXISTS "+pgx.Identifier{name}.Sanitize()); failed == nil {
			return nil
		}
	}
	return failed
}

// redacted is an address without its password.
func redacted(dsn string) string {
	u, err := url.Parse(dsn)
	if err != nil {
		return "postgres://…"
	}
	q := u.Query()
	if q.Has("password") {
		q.Set("password", "xxxxx")
		u.RawQuery = q.Encode()
	}
	return u.Redacted()
}

// copyPostgres inserts rows by COPY, in the transaction of the connection.
func copyPostgres(ctx context.Context, conn *sql.Conn, table string, columns []string, rows [][]any) error {
	return conn.Raw(func(driver any) error {
		_, err := driver.(*stdlib.Conn).Conn().CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromRows(rows))
		return err
	})
}

// remedyPostgres explains an error of PostgreSQL in a few words.
func remedyPostgres(err error) string {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		switch e.Code {
		case "28000", "28P01":
			return "the server does not let this user in; see that the user and the password are right"
		case "3D000":
			return "the server has no such database; make it with createdb, or name another"
		case "42501":
			return "the user may not do this; let the owner of the database grant CREATE on it"
		case "53100":
			return "the server's disk is full and nothing of this document was kept; free some space and do it again"
		case "53300":
			return "the server has no connection to spare; raise its max_connections, or do it again later"
		case "57P01", "57P02", "57P03":
			return "the server is starting or going down; do it again later"
		}
		return ""
	}
	var c *pgconn.ConnectError
	if errors.As(err, &c) {
		return "the server cannot be reached; see that it runs and that the address is right"
	}
	return ""
}
