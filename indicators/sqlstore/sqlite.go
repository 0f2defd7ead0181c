package sqlstore

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// applicationID marks a SQLite file as a store of suanpan: "suan" in ASCII.
const applicationID = 0x7375616e

// pragmas hold for every connection. The cache is in KiB where negative.
// With synchronous(normal) a power cut may undo the last documents that were
// put, never a part of one. The log is written back every 8000 pages: the
// documents of one place touch the same pages again and again.
var pragmas = []string{
	"busy_timeout(10000)",
	"foreign_keys(1)",
	"synchronous(normal)",
	"temp_store(memory)",
	"cache_size(-32768)",
	"journal_size_limit(67108864)",
	"wal_autocheckpoint(8000)",
}

// openSQLite connects to the file s.name, or to memory: there one connection
// is the whole database, and all share it.
func (s *Store) openSQLite(ctx context.Context) error {
	s.engine = engine{
		goose:    goose.DialectSQLite3,
		schema:   "sqlite",
		among:    "IN (SELECT value FROM json_each(?))",
		ids:      "json_each(?)",
		of:       "o.id >= (j.value << 28) AND o.id < ((j.value + 1) << 28)", // in one sweep of the table
		snapshot: &sql.TxOptions{ReadOnly: true},
		remedy:   remedySQLite,
	}
	base := ":memory:"
	if s.name != base {
		path, err := readyPath(s.name)
		if err != nil {
			return storeError{fmt.Errorf("store %s: %w", s.name, err)}
		}
		base = (&url.URL{Scheme: "file", Path: path}).String()
	}
	s.base = base
	var err error
	if s.write, err = openPool(base); err != nil {
		return err
	}
	s.write.SetMaxOpenConns(1)
	if err := s.claim(ctx); err != nil {
		return err
	}
	if err := s.startLog(ctx); err != nil {
		return err
	}
	if err := s.engine.migrate(ctx, s.write); err != nil {
		return err
	}
	if base == ":memory:" {
		s.read, s.single = s.write, true
		return nil
	}
	if s.read, err = openPool(base, "query_only(1)"); err != nil {
		return err
	}
	s.read.SetMaxIdleConns(8)
	return nil
}

func openPool(base string, more ...string) (*sql.DB, error) {
	v := url.Values{"_txlock": {"immediate"}, "_error_rc": {"1"}, "_pragma": slices.Concat(pragmas, more)}
	c, err := sqlite.NewConnector(base + "?" + v.Encode())
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(c), nil
}

// readyPath makes the folder of a file where it is missing and returns the
// absolute path of the file as a URL has it. SQLite takes a file of a few bytes
// for an empty one, so what is there is looked at first.
func readyPath(name string) (string, error) {
	path, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	if st, err := os.Stat(path); err == nil && st.IsDir() {
		return "", errors.New("it is a folder; name a file in it")
	}
	if head, err := readHead(path); err == nil && head != "" && head != sqliteMagic {
		return "", errors.New("it is not a SQLite database; name another file")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", fmt.Errorf("its folder cannot be made: %w; choose another place", err)
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // a drive letter
		path = "/" + path
	}
	return path, nil
}

// sqliteMagic begins every SQLite file.
const sqliteMagic = "SQLite format 3\x00"

// readHead returns as much of a file as sqliteMagic has, or less where there
// is no more.
func readHead(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, int64(len(sqliteMagic))))
	return string(head), err
}

// claim marks a new file as a store, and refuses one that is the database of
// another program.
func (s *Store) claim(ctx context.Context) error {
	var id, tables int
	err := s.write.QueryRowContext(ctx, "SELECT (SELECT application_id FROM pragma_application_id), count(*) FROM sqlite_schema").Scan(&id, &tables)
	switch {
	case err != nil:
		return err
	case id == applicationID:
		return nil
	case id != 0 || tables > 0:
		return storeError{fmt.Errorf("store %s: it is the SQLite database of another program; name another file", s.name)}
	}
	_, err = s.write.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID))
	return err
}

// startLog turns on the write-ahead log, which the file then remembers. SQLite
// does not wait for others here as it does elsewhere, so this does.
func (s *Store) startLog(ctx context.Context) error {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for tries := 0; ; tries++ {
		_, err := s.write.ExecContext(ctx, "PRAGMA journal_mode = wal")
		var e *sqlite.Error
		if err == nil || tries == 500 || !errors.As(err, &e) || e.Code()&0xff != sqlite3.SQLITE_BUSY {
			return err
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// remedySQLite explains an error of SQLite in a few words.
func remedySQLite(err error) string {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return ""
	}
	switch code := e.Code(); code & 0xff {
	case sqlite3.SQLITE_FULL:
		return "the disk is full and nothing of this document was kept; free some space and do it again"
	case sqlite3.SQLITE_NOTADB:
		return "it is not a SQLite database; name another file"
	case sqlite3.SQLITE_CORRUPT:
		return "the file is damaged; restore a copy, or move it away and read the documents again"
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		return "the file cannot be opened; see that it and its folder can be read and written, or name another file"
	case sqlite3.SQLITE_READONLY:
		return "the file cannot be written; see that it and its folder are writable, or name another file"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return "another program has been writing to it for ten seconds; wait for it to end and do it again"
	case sqlite3.SQLITE_IOERR:
		return "the disk does not read or write; see that it is present and has space, and do it again"
	}
	return ""
}
