package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/indicators/intake"
)

// An input is a document, or why there is none.
type input struct {
	where string // FILE, FILE:LINE or FILE: PLACE, for messages
	doc   *indicators.Document
	found intake.Findings // how it is known what doc says beside its text
	err   error
}

func (i input) bytes() int {
	if i.doc == nil {
		return 0
	}
	return len(i.doc.Text)
}

// aboutFlags say of documents what their front matter or file of metadata does
// not say.
type aboutFlags struct {
	Region    string          `placeholder:"NAME" help:"Home region, such as 株洲市, instead of the one found in the title, dateline or publisher."`
	Published indicators.Date `placeholder:"DAY" help:"Publication date, YYYY-MM-DD, instead of the one found at the head or end of the text or in the file's name."`
	Publisher string          `placeholder:"NAME" help:"Publisher, instead of the one found under the title."`
	Title     string          `placeholder:"TEXT" help:"Title, instead of the title line or the file's name."`
}

func (a aboutFlags) meta() intake.Meta {
	return intake.Meta{Region: a.Region, Published: a.Published, Publisher: a.Publisher, Title: a.Title}
}

// newIntake returns what makes documents of files. What the first PDF makes
// ready it keeps in the user's cache folder, where there is one.
func newIntake(c *catalog.Catalog) *intake.Reader {
	cache, err := os.UserCacheDir()
	if err == nil {
		cache = filepath.Join(cache, "suanpan", "pdf")
	}
	return intake.NewReader(intake.Options{
		Cache: cache,
		Region: func(name string) (string, bool) {
			code, ok := c.Regions.Resolve(name, "", 0)
			region, known := c.Regions.ByCode(code)
			return region.Name, ok && known
		},
	})
}

// textInputs yields the documents of files, or of standard input where none is
// named. A stream of documents may be empty, other files may not.
func (p *program) textInputs(r *intake.Reader, files []string, stream bool, about intake.Meta) iter.Seq[input] {
	return func(yield func(input) bool) {
		if len(files) == 0 {
			files = []string{"-"}
		}
		for _, file := range files {
			for in := range p.fileInputs(r, file, stream, about) {
				if !yield(in) {
					return
				}
			}
		}
	}
}

// fileInputs yields the documents of one file; - is standard input. What a
// file does not say of itself comes from a file of metadata beside it, then
// from about.
func (p *program) fileInputs(r *intake.Reader, file string, stream bool, about intake.Meta) iter.Seq[input] {
	return func(yield func(input) bool) {
		from := p.in
		if file == "-" {
			if isTerminal(p.in) {
				fmt.Fprintln(p.err, "suanpan: reading standard input; end it with Ctrl-D")
			}
		} else {
			beside, err := metaBeside(file)
			if err != nil {
				yield(input{where: file, err: err})
				return
			}
			f, err := os.Open(file)
			if err != nil {
				yield(input{where: file, err: err})
				return
			}
			defer f.Close()
			from, about = f, beside.Or(about)
		}
		buffered := bufio.NewReader(from)
		if _, err := buffered.Peek(1); stream && err == io.EOF {
			return
		}
		for item := range r.Read(p.ctx, file, buffered, about) {
			if !yield(input{item.Where(), item.Document, item.Found, item.Err}) {
				return
			}
		}
	}
}

// metaEnding is that of a file of metadata beside another.
const metaEnding = ".meta.json"

// metaBeside reads NAME.meta.json beside NAME.txt; it is empty where there is
// no such file.
func metaBeside(file string) (intake.Meta, error) {
	name := strings.TrimSuffix(file, filepath.Ext(file)) + metaEnding
	b, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return intake.Meta{}, nil
	case err != nil:
		return intake.Meta{}, err
	}
	return intake.ParseMeta(name, b)
}
