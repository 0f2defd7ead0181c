// Package sqlstore keeps documents and the figures read from them in an SQL
// database: SQLite in one file, without a server, or PostgreSQL.
//
// A Store writes one document at a time, each in a transaction of its own, and
// reads from a snapshot: readers never wait for the writer, nor it for them,
// and a document is seen whole or not at all. Values are kept as text, digit
// by digit. The tables are described in schema/README.md.
package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"suanpan/indicators"
)

// Store is an [indicators.Store] over database/sql. It is safe for concurrent
// use by many goroutines, and by several processes on one file or server. Puts
// queue for the one writer.
//
// A sequence streams: it holds a connection and its snapshot of the store until
// it ends or is stopped. Only over a store in memory, which has no second
// connection, is it read out before its first element is yielded. A loop's
// body may use the store in both cases.
type Store struct {
	name    string // the file or address, for messages
	base    string // of SQLite: the address of the file
	engine  engine
	write   *sql.DB
	read    *sql.DB // may be the same
	single  bool    // there is one connection only
	writing map[string]*sql.Stmt
	reading map[string]*sql.Stmt
}

var _ indicators.Store = (*Store)(nil)

// Open opens the store at dsn and brings its schema up to date. A dsn is the
// path of a file, which is created with its folder where missing, ":memory:"
// for a store of its own that ends with Close, or the postgres:// address of a
// database, in which the store has the schema that the parameter search_path
// names, by default suanpan.
func Open(ctx context.Context, dsn string) (*Store, error) {
	s := &Store{name: dsn}
	var err error
	switch scheme, _, url := strings.Cut(dsn, "://"); {
	case dsn == "":
		return nil, errors.New("store: no file is named; give a path, :memory: or a postgres:// address")
	case url && (scheme == "postgres" || scheme == "postgresql"):
		err = s.openPostgres(ctx, dsn)
	case url:
		return nil, fmt.Errorf("store: %s:// is no kind of store; give a path, :memory: or a postgres:// address", scheme)
	default:
		err = s.openSQLite(ctx)
	}
	if err == nil {
		err = s.prepare(ctx)
	}
	if err != nil {
		err = s.explain(ctx, err)
		s.Close()
		return nil, err
	}
	return s, nil
}

// Close ends the store. Sequences that are under way end with an error, and so
// does every later call. A second Close does nothing.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// prepare readies every statement, so that none is compiled twice on a
// connection, nor inside a transaction that holds the only one.
func (s *Store) prepare(ctx context.Context) error {
	prepare := func(db *sql.DB, queries []string) (map[string]*sql.Stmt, error) {
		out := make(map[string]*sql.Stmt, len(queries))
		for _, q := range queries {
			st, err := db.PrepareContext(ctx, s.engine.dialect(q))
			if err != nil {
				return nil, fmt.Errorf("%w in %s", err, q)
			}
			out[q] = st
		}
		return out, nil
	}
	var err error
	if s.writing, err = prepare(s.write, writes); err != nil {
		return err
	}
	s.reading, err = prepare(s.read, reads)
	return err
}

// explain makes an error of the database one for the person who runs the
// program. An error that is a store's own is returned as it is.
func (s *Store) explain(ctx context.Context, err error) error {
	var own storeError
	switch {
	case err == nil || errors.As(err, &own):
		return err
	case ctx.Err() != nil:
		return storeError{fmt.Errorf("store %s: %w", s.name, ctx.Err())}
	case s.engine.remedy != nil && s.engine.remedy(err) != "":
		return storeError{fmt.Errorf("store %s: %s (%w)", s.name, s.engine.remedy(err), err)}
	}
	return storeError{fmt.Errorf("store %s: %w", s.name, err)}
}

// storeError is an error that needs no more explaining.
type storeError struct{ error }

func (e storeError) Unwrap() error { return e.error }
