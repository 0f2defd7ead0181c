package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A lineFile is a file of an export, read line by line.
type lineFile[T any] struct {
	file   *os.File
	from   *bufio.Reader
	number int   // of the line that was read last
	read   int64 // bytes
	held   *T    // a line that was looked at and not taken
}

func openLines[T any](directory, name string) (*lineFile[T], error) {
	f, err := os.Open(filepath.Join(directory, name))
	if err != nil {
		return nil, err
	}
	return &lineFile[T]{file: f, from: bufio.NewReaderSize(f, 256<<10)}, nil
}

// close may be called of none.
func (f *lineFile[T]) close() {
	if f != nil {
		f.file.Close()
	}
}

// where names the line that was read last: FILE:LINE.
func (f *lineFile[T]) where() string { return fmt.Sprintf("%s:%d", f.file.Name(), f.number) }

// next returns the next line; ok is false behind the last.
func (f *lineFile[T]) next() (line *T, ok bool, err error) {
	if f.held != nil {
		line, f.held = f.held, nil
		return line, true, nil
	}
	b, err := f.from.ReadBytes('\n')
	f.read += int64(len(b))
	switch {
	case err == io.EOF && len(b) == 0:
		return nil, false, nil
	case err != nil && err != io.EOF:
		return nil, false, err
	}
	f.number++
	line = new(T)
	if err := json.Unmarshal(b, line); err != nil {
		return nil, false, fmt.Errorf("%s: %w", f.where(), err)
	}
	return line, true, nil
}

// eachOf calls take for the lines up to the first that is not wanted.
func (f *lineFile[T]) eachOf(wanted func(*T) bool, take func(*T) error) error {
	for {
		line, ok, err := f.next()
		if err != nil || !ok {
			return err
		}
		if !wanted(line) {
			f.held = line
			return nil
		}
		if err := take(line); err != nil {
			return fmt.Errorf("%s: %w", f.where(), err)
		}
	}
}

// atEnd reports a line that belongs to no document.
func (f *lineFile[T]) atEnd() error {
	_, ok, err := f.next()
	if ok {
		err = fmt.Errorf("%s: it is of a document that is not in documents.jsonl, or stands there in another order", f.where())
	}
	return err
}

// checkExport reports whether a directory holds an export as it was written,
// and returns how many bytes of it are to be read.
func checkExport(directory string) (size int64, err error) {
	b, err := os.ReadFile(filepath.Join(directory, packageFile))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, fmt.Errorf("%s holds no %s; name a directory that suanpan export has written", directory, packageFile)
	}
	if err != nil {
		return 0, err
	}
	var p dataPackage
	if err := json.Unmarshal(b, &p); err != nil || p.Name != packageName {
		return 0, fmt.Errorf("%s: no export of suanpan", filepath.Join(directory, packageFile))
	}
	if p.Version != packageForm {
		return 0, fmt.Errorf("%s: an export of form %q, and this suanpan imports form %q; export the store again", directory, p.Version, packageForm)
	}
	for _, r := range p.Resources {
		if filepath.Base(r.Path) != r.Path {
			return 0, fmt.Errorf("%s: %q is no file of an export", filepath.Join(directory, packageFile), r.Path)
		}
		hash, err := hashOfFile(filepath.Join(directory, r.Path))
		if err != nil {
			return 0, err
		}
		if hash != r.Hash {
			return 0, fmt.Errorf("%s is not as it was written: its hash is another than in %s; restore it, or export the store again", filepath.Join(directory, r.Path), packageFile)
		}
		if r.Format == "jsonl" {
			size += r.Bytes
		}
	}
	return size, nil
}

func hashOfFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("sha256:%x", h.Sum(nil)), nil
}
