package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"suanpan/indicators/sqlstore"
)

type backupCmd struct {
	File string `arg:"" help:"A file that is not there yet."`
}

// Help is the long help of the command.
func (backupCmd) Help() string {
	return `Copies the store, as it is at one moment, to a file that is a store itself. The store may be served and written meanwhile. It is for SQLite: of a PostgreSQL store take a dump (pg_dump --schema suanpan), or an export.

Examples:

    suanpan backup suanpan-2024-03-20.db

    suanpan --store suanpan-2024-03-20.db serve`
}

// Run makes the copy.
func (c *backupCmd) Run(p *program) error {
	if _, err := os.Lstat(c.File); err == nil {
		return fmt.Errorf("%s is there already; name a new file, or move it away", c.File)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	store, err := sqlstore.Open(p.ctx, p.store)
	if err != nil {
		return err
	}
	defer store.Close()
	if err := store.Backup(p.ctx, c.File); err != nil {
		return err
	}
	info, err := os.Stat(c.File)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.out, "%s: %d bytes\n", c.File, info.Size())
	return errors.Join(err, store.Close())
}
