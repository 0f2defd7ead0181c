package sqlstore

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Backup copies the store, as it is at one moment, to a new file that is a
// store itself. Neither readers nor writers wait for it. The file gets its name
// when it is whole and on the disk. It is an error where the file is there, or
// where the store is not SQLite.
func (s *Store) Backup(ctx context.Context, path string) error {
	if s.engine.schema != "sqlite" {
		return storeError{fmt.Errorf("store %s: the program copies files of SQLite alone; take a dump with pg_dump, or export the store", s.name)}
	}
	if _, err := os.Lstat(path); err == nil {
		return storeError{fmt.Errorf("store %s: backup: %s is there already; name a new file", s.name, path)}
	}
	folder, err := os.MkdirTemp(filepath.Dir(path), ".suanpan-backup-")
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	defer os.RemoveAll(folder)
	part := filepath.Join(folder, "part.db")
	db := s.write // of a store in memory, which has no other
	if !s.single {
		if db, err = openPool(s.base); err != nil {
			return s.explain(ctx, err)
		}
		defer db.Close()
	}
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", part); err != nil {
		return s.explain(ctx, err)
	}
	if err := flush(part); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	if err := os.Rename(part, path); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	return nil
}

// flush makes sure that a file is on the disk.
func flush(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
