package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/intake"
)

// An input is a document, or why there is none.
type input struct {
	where string // FILE or FILE:LINE, for messages
	doc   *indicators.Document
	err   error
}

func (i input) bytes() int {
	if i.doc == nil {
		return 0
	}
	return len(i.doc.Text)
}

// aboutFlags say of documents what they do not say of themselves.
type aboutFlags struct {
	Region    string          `placeholder:"NAME" help:"Home region of a text that names none, such as 株洲市."`
	Published indicators.Date `placeholder:"DAY" help:"Publication date, YYYY-MM-DD, of a text that gives none."`
	Publisher string          `placeholder:"NAME" help:"Publisher of a text that names none."`
}

func (a aboutFlags) meta() intake.Meta {
	return intake.Meta{Region: a.Region, Published: a.Published, Publisher: a.Publisher}
}

// textInputs yields the documents of files, or of standard input where none is
// named; each is one text, or with lines one JSON document a line.
func (p *program) textInputs(files []string, lines bool, about intake.Meta) iter.Seq[input] {
	return func(yield func(input) bool) {
		if len(files) == 0 {
			files = []string{"-"}
		}
		for _, file := range files {
			for in := range p.fileInputs(file, lines, about) {
				if !yield(in) {
					return
				}
			}
		}
	}
}

// fileInputs yields the documents of one file; - is standard input.
func (p *program) fileInputs(file string, lines bool, about intake.Meta) iter.Seq[input] {
	return func(yield func(input) bool) {
		r, where := p.in, "standard input"
		if file == "-" {
			if isTerminal(p.in) {
				fmt.Fprintln(p.err, "suanpan: reading standard input; end it with Ctrl-D")
			}
		} else {
			f, err := os.Open(file)
			if err != nil {
				yield(input{where: file, err: err})
				return
			}
			defer f.Close()
			r, where = f, file
		}
		if !lines {
			yield(readText(r, file, where, about))
			return
		}
		for line := range intake.Lines(r, intake.MaxBytes, about) {
			in := input{where: fmt.Sprintf("%s:%d", where, line.Number), doc: line.Document}
			if line.Err != nil {
				in.err = fmt.Errorf("%s: %w", in.where, line.Err)
			}
			if !yield(in) {
				return
			}
		}
	}
}

// readText reads one text. What its front matter does not say comes from a
// file of metadata beside it, then from about; a file's name is its last title.
func readText(r io.Reader, file, where string, about intake.Meta) input {
	in := input{where: where}
	b, err := io.ReadAll(io.LimitReader(r, intake.MaxBytes+1))
	if err != nil {
		in.err = err // names the file itself
		return in
	}
	var beside intake.Meta
	if file != "-" {
		if beside, in.err = metaBeside(file); in.err != nil {
			return in
		}
		about.Title = cmp.Or(about.Title, stem(file))
	}
	in.doc, in.err = intake.Text(where, b, beside.Or(about))
	return in
}

// metaBeside reads NAME.meta.json beside NAME.txt; it is empty where there is
// no such file.
func metaBeside(file string) (intake.Meta, error) {
	name := strings.TrimSuffix(file, filepath.Ext(file)) + ".meta.json"
	b, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return intake.Meta{}, nil
	case err != nil:
		return intake.Meta{}, err
	}
	return intake.ParseMeta(name, b)
}

// stem is the name of a file without folder and ending.
func stem(file string) string {
	base := filepath.Base(file)
	return strings.TrimSuffix(base, filepath.Ext(base))
}
