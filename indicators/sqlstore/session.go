package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"iter"
)

// session is one transaction with its prepared statements.
type session struct {
	*Store
	asked context.Context // of the caller: no statement begins when it has ended
	ctx   context.Context // of the statements
	tx    *sql.Tx
	stmts map[string]*sql.Stmt
}

func (s session) query(query string, args ...any) (*sql.Rows, error) {
	if err := s.asked.Err(); err != nil {
		return nil, err
	}
	return s.tx.StmtContext(s.ctx, s.stmts[query]).QueryContext(s.ctx, args...)
}

func (s session) row(query string, args ...any) *sql.Row {
	return s.tx.StmtContext(s.ctx, s.stmts[query]).QueryRowContext(s.ctx, args...)
}

func (s session) exec(query string, args ...any) error {
	if err := s.asked.Err(); err != nil {
		return err
	}
	_, err := s.tx.StmtContext(s.ctx, s.stmts[query]).ExecContext(s.ctx, args...)
	return err
}

// snapshot calls f with a transaction that sees one state of the store.
func (s *Store) snapshot(ctx context.Context, f func(session) error) error {
	tx, err := s.read.BeginTx(ctx, s.engine.snapshot)
	if err != nil {
		return s.explain(ctx, err)
	}
	defer tx.Rollback()
	return s.explain(ctx, f(session{s, ctx, ctx, tx, s.reading}))
}

// errStop ends a sequence whose reader has had enough.
var errStop error = storeError{errors.New("stop")}

// sequence makes a sequence of what each yields to its second argument within
// a snapshot. Where there is only one connection the elements are collected
// first, so that the loop's body may use it.
func sequence[T any](ctx context.Context, s *Store, each func(session, func(T) error) error) iter.Seq2[T, error] {
	stream := func(yield func(T, error) bool) {
		err := s.snapshot(ctx, func(in session) error {
			return each(in, func(v T) error {
				if !yield(v, nil) {
					return errStop
				}
				return nil
			})
		})
		if err != nil && !errors.Is(err, errStop) {
			var zero T
			yield(zero, err)
		}
	}
	if !s.single {
		return stream
	}
	return func(yield func(T, error) bool) {
		var all []T
		var failed error
		for v, err := range stream {
			if failed = err; err == nil {
				all = append(all, v)
			}
		}
		for _, v := range all {
			if !yield(v, nil) {
				return
			}
		}
		if failed != nil {
			var zero T
			yield(zero, failed)
		}
	}
}
