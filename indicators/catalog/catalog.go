// Package catalog reads the tables of seeds/ into checked, immutable tables:
// units, regions, indicators, and the words of the trade. It knows words; what
// a clause makes of them is the business of package extract.
package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
)

// Catalog is all that is known before a text is read. It is immutable and safe
// for concurrent use.
type Catalog struct {
	Units      *Units
	Regions    *Regions
	Indicators *Indicators
	Words      *Words
	Qualifiers *Qualifiers
	Initials   *Initials
	Classes    *Classes
	version    string
}

// Load reads and checks all tables of fsys. Its errors name table and line.
func Load(fsys fs.FS) (*Catalog, error) {
	var c Catalog
	var err error
	if c.Units, err = LoadUnits(fsys); err != nil {
		return nil, err
	}
	if c.Regions, err = LoadRegions(fsys); err != nil {
		return nil, err
	}
	if c.Indicators, err = LoadIndicators(fsys); err != nil {
		return nil, err
	}
	if c.Words, err = LoadWords(fsys, c.Indicators, c.Regions.Names()); err != nil {
		return nil, err
	}
	if c.Qualifiers, err = LoadQualifiers(fsys); err != nil {
		return nil, err
	}
	if c.Classes, err = LoadClasses(fsys); err != nil {
		return nil, err
	}
	if c.Initials, err = LoadInitials(fsys); err != nil {
		return nil, err
	}
	c.version, err = fingerprint(fsys)
	return &c, err
}

// Version identifies the content of the tables: equal tables have an equal
// version. It is stored with every figure that they helped to read.
func (c *Catalog) Version() string { return c.version }

func fingerprint(fsys fs.FS) (string, error) {
	names, err := fs.Glob(fsys, "*.tsv")
	if err != nil {
		return "", err
	}
	slices.Sort(names)
	h := sha256.New()
	for _, name := range names {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%s %d\n", name, len(b))
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil))[:12], nil
}
