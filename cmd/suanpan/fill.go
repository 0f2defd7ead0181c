package main

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/extract"
	"suanpan/indicators/intake"
)

// A shippedFill brings a store up to date with the documents that ship. It
// reads them as any other document; the id of each is the stem of its file.
type shippedFill struct {
	store   indicators.Store
	reader  *extract.Reader
	version string // of the reader's catalogue
}

// stale returns the documents of fsys, NAME.md at any depth but README.md,
// that the store does not hold as they are now, read by this catalogue.
func (f shippedFill) stale(ctx context.Context, fsys fs.FS) ([]*indicators.Document, error) {
	readBy := map[string]string{} // document id -> version of the catalogue
	for info, err := range f.store.Documents(ctx) {
		if err != nil {
			return nil, err
		}
		readBy[info.ID] = info.Catalogue
	}
	var stale []*indicators.Document
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(name) != ".md" || e.Name() == "README.md" {
			return err
		}
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		d, err := intake.Text(name, b, intake.Meta{ID: strings.TrimSuffix(e.Name(), ".md")})
		if err != nil {
			return err
		}
		if version, ok := readBy[d.ID]; ok && version == f.version {
			stored, err := f.store.Document(ctx, d.ID)
			if err != nil {
				return err
			}
			if reflect.DeepEqual(stored, d) {
				return nil
			}
		}
		stale = append(stale, d)
		return nil
	})
	return stale, err
}

// read puts the documents into the store and calls step behind each. It
// returns the number of figures in them.
func (f shippedFill) read(ctx context.Context, docs []*indicators.Document, step func()) (figures int, err error) {
	for _, d := range docs {
		res, err := f.reader.Read(d)
		if err != nil {
			return figures, fmt.Errorf("document %s: %w", d.ID, err)
		}
		if err := f.store.Put(ctx, d, res.Observations, res.Rejects); err != nil {
			return figures, fmt.Errorf("document %s: %w", d.ID, err)
		}
		figures += len(res.Observations)
		step()
	}
	return figures, nil
}
