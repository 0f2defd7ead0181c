package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const (
	packageFile = "datapackage.json"
	packageName = "suanpan-export"
	packageForm = "2" // 2 can be imported
	partPrefix  = ".suanpan-"
)

// exportFiles are all files of an export.
var exportFiles = []string{"documents.jsonl", "observations.csv", "observations.jsonl", "originals.jsonl", packageFile, "rejects.jsonl"}

// An exportDir is a directory that an export is being written to. The files
// get their names when all are whole.
type exportDir struct {
	path  string
	files []*exportFile
}

// An exportFile is one of them. It keeps its first error.
type exportFile struct {
	name string
	rows int
	size int64
	file *os.File
	to   *bufio.Writer
	sum  hash.Hash
	err  error
}

// openExportDir makes the directory where it is missing and refuses one that
// holds anything but an export.
func openExportDir(path string) (*exportDir, error) {
	if err := os.MkdirAll(path, 0o777); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if !slices.Contains(exportFiles, e.Name()) && !strings.HasPrefix(e.Name(), partPrefix) {
			return nil, fmt.Errorf("%s holds %s, which is of no export; name a new or empty directory", path, e.Name())
		}
	}
	if len(entries) > 0 && !isExport(path) {
		return nil, fmt.Errorf("%s holds files that no export wrote; name a new or empty directory", path)
	}
	return &exportDir{path: path}, nil
}

// isExport reports whether a description that an export wrote is there.
func isExport(path string) bool {
	var p dataPackage
	b, err := os.ReadFile(filepath.Join(path, packageFile))
	return err == nil && json.Unmarshal(b, &p) == nil && p.Name == packageName
}

// create begins a file.
func (d *exportDir) create(name string) *exportFile {
	f := &exportFile{name: name, sum: sha256.New()}
	d.files = append(d.files, f)
	if f.file, f.err = os.CreateTemp(d.path, partPrefix+name+"-"); f.err != nil {
		return f
	}
	f.err = f.file.Chmod(0o644)
	f.to = bufio.NewWriterSize(io.MultiWriter(f.file, f.sum), 256<<10)
	return f
}

// write appends what b holds, so many rows, and empties b.
func (f *exportFile) write(b *bytes.Buffer, rows int) {
	if f.err == nil {
		f.rows += rows
		f.size += int64(b.Len())
		_, f.err = f.to.Write(b.Bytes())
	}
	b.Reset()
}

// close ends the file and makes sure that it is on the disk.
func (f *exportFile) close() error {
	if f.err == nil {
		f.err = errors.Join(f.to.Flush(), f.file.Sync())
	}
	if f.file != nil {
		f.err = errors.Join(f.err, f.file.Close())
	}
	return f.err
}

// commit writes the description and gives all files their names, the
// description last.
func (d *exportDir) commit() error {
	p := dataPackage{Name: packageName, Version: packageForm, Profile: "data-package"}
	for _, f := range d.files {
		if err := f.close(); err != nil {
			return err
		}
		p.Resources = append(p.Resources, f.resource())
	}
	about := d.create(packageFile)
	text, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return err
	}
	about.write(bytes.NewBuffer(append(text, '\n')), 0)
	if err := about.close(); err != nil {
		return err
	}
	for _, f := range d.files {
		if err := os.Rename(f.file.Name(), filepath.Join(d.path, f.name)); err != nil {
			return err
		}
	}
	return nil
}

// discard removes what was begun and got no name, now or before.
func (d *exportDir) discard() {
	for _, f := range d.files {
		if f.file != nil {
			f.file.Close() // most are closed
		}
	}
	entries, err := os.ReadDir(d.path)
	if err != nil {
		return
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), partPrefix) {
			os.Remove(filepath.Join(d.path, e.Name())) // a part that stays is no harm: the next export removes it
		}
	}
}

// A dataPackage describes an export in the words of the Data Package standard.
type dataPackage struct {
	Name      string     `json:"name"`
	Version   string     `json:"version"` // of the form of the files
	Profile   string     `json:"profile"`
	Resources []resource `json:"resources"`
}

type resource struct {
	Name     string `json:"name"`
	Path     string `json:"path"`
	Format   string `json:"format"`
	Encoding string `json:"encoding"`
	Bytes    int64  `json:"bytes"`
	Hash     string `json:"hash"`
	Rows     int    `json:"rows"`
}

func (f *exportFile) resource() resource {
	ending := filepath.Ext(f.name)
	return resource{
		Name: strings.TrimSuffix(f.name, ending) + "-" + ending[1:], Path: f.name, Format: ending[1:], Encoding: "utf-8",
		Bytes: f.size, Hash: fmt.Sprintf("sha256:%x", f.sum.Sum(nil)), Rows: f.rows,
	}
}
