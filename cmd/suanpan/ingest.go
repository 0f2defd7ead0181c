package main

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/intake"
	"suanpan/indicators/sqlstore"
)

type ingestCmd struct {
	aboutFlags
	Paths []string `arg:"" name:"path" help:"Files, and folders with all that is in them."`
}

// Help is the long help of the command.
func (ingestCmd) Help() string {
	return `Reads .txt and .md files, each one text, and .jsonl files with one JSON document a line; in folders files of other kinds, README.md and hidden ones are passed over. Text is UTF-8, UTF-16 or GB18030 (GBK). What a text is, its front matter says, or NAME.meta.json beside it; see suanpan extract --help.

A document that was read before is replaced: one with the same id, and where it gives no id, one with the same text, title, publisher, region and date. A file that fails is reported and does not stop the others.

Examples:

    suanpan ingest bulletins/

    suanpan ingest --publisher 株洲日报 --region 株洲市 2024-02-01.txt

    suanpan --store team.db ingest documents.jsonl`
}

// Run reads the documents on all cores and puts them one by one.
func (c *ingestCmd) Run(p *program) error {
	store, err := sqlstore.Open(p.ctx, p.store)
	if err != nil {
		return err
	}
	defer store.Close()
	sum, failed, err := p.readInto(store, c.Paths, c.aboutFlags)
	if err = errors.Join(err, store.Close()); err != nil {
		return err
	}
	fmt.Fprintln(p.out, sum)
	return p.unread(failed)
}

// readInto reads files, and folders with all that is in them, into a store. It
// reports the inputs that fail and counts them.
func (p *program) readInto(store indicators.Store, paths []string, about aboutFlags) (sum ingestSum, failed int, err error) {
	files, failed := p.findFiles(paths)
	if len(files) == 0 && failed == 0 {
		return sum, failed, fmt.Errorf("there is no .txt, .md or .jsonl file in %s", strings.Join(paths, ", "))
	}
	cat, reader, err := newReader()
	if err != nil {
		return sum, failed, err
	}
	from := newIntake(cat)
	defer from.Close()
	step, done := p.progress("reading files", len(files))
	defer done()
	err = ordered(
		p.ctx, p.ingestInputs(from, files, about), input.bytes,
		func(in input) *reading {
			rd := &reading{input: in}
			if rd.doc == nil {
				return rd
			}
			res, err := reader.Read(in.doc)
			if err != nil {
				rd.err = fmt.Errorf("%s: %w", in.where, err)
				return rd
			}
			rd.Result = *res
			return rd
		},
		func(rd *reading) error {
			switch {
			case rd.err != nil:
				p.complain(rd.err)
				failed++
			case rd.doc == nil: // the end of a file
				step()
			default:
				if err := store.Put(p.ctx, rd.doc, rd.Observations, rd.Rejects); err != nil {
					return fmt.Errorf("%s: %w", rd.where, err)
				}
				sum.add(rd)
			}
			return nil
		},
	)
	return sum, failed, err
}

// unread reports that inputs have failed, if any have.
func (p *program) unread(failed int) error {
	if failed == 0 {
		return nil
	}
	p.complain(fmt.Errorf("%s could not be read", plural(failed, "input")))
	return errReported
}

// ingestInputs yields the documents of the files, and behind those of each
// file an input without document or error.
func (p *program) ingestInputs(r *intake.Reader, files []string, about aboutFlags) iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, file := range files {
			for in := range p.fileInputs(r, file, strings.EqualFold(filepath.Ext(file), ".jsonl"), about.meta()) {
				if !yield(in) {
					return
				}
			}
			if !yield(input{where: file}) {
				return
			}
		}
	}
}

// findFiles returns the files that the paths name, those of a folder in the
// order of their names, each once. It reports the paths that it cannot use
// and counts them.
func (p *program) findFiles(paths []string) (files []string, failed int) {
	seen := map[string]bool{}
	for _, path := range paths {
		found, err := findIn(path)
		if err != nil {
			p.complain(err)
			failed++
		}
		for _, f := range found {
			if f = filepath.Clean(f); !seen[f] {
				seen[f] = true
				files = append(files, f)
			}
		}
	}
	return files, failed
}

func findIn(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		if !isText(path) {
			return nil, fmt.Errorf("%s: want a file that ends in .txt, .md or .jsonl; save what is in it as plain text", path)
		}
		return []string{path}, nil
	}
	var files, unread []string
	err = filepath.WalkDir(path, func(name string, e fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(e.Name(), ".") && name != path
		switch {
		case err != nil:
			unread = append(unread, err.Error())
			return nil
		case hidden && e.IsDir():
			return fs.SkipDir
		case hidden || e.IsDir() || !isText(name) || strings.EqualFold(e.Name(), "README.md"):
			return nil
		}
		files = append(files, name)
		return nil
	})
	if err == nil && unread != nil {
		err = errors.New(strings.Join(unread, "; "))
	}
	return files, err
}

func isText(file string) bool {
	return slices.Contains([]string{".txt", ".md", ".jsonl"}, strings.ToLower(filepath.Ext(file)))
}

// ingestSum counts what went into the store.
type ingestSum struct {
	documents, figures, rejects, undated, unplaced int
}

func (s *ingestSum) add(rd *reading) {
	s.documents++
	s.figures += len(rd.Observations)
	s.rejects += len(rd.Rejects)
	if rd.doc.Published.IsZero() {
		s.undated++
	}
	if rd.doc.Region == "" {
		s.unplaced++
	}
}

// String is the summary, with a word on what would make the figures better.
func (s ingestSum) String() string {
	text := fmt.Sprintf("%s: %s, %s not kept", plural(s.documents, "document"), plural(s.figures, "figure"), plural(s.rejects, "number"))
	if s.undated > 0 {
		text += fmt.Sprintf("\n%s no publication date: 去年 and the like stay open there (published, --published)", have(s.undated))
	}
	if s.unplaced > 0 {
		text += fmt.Sprintf("\n%s no home region: 全市 and the like stay open there (region, --region)", have(s.unplaced))
	}
	return text
}

func have(n int) string {
	if n == 1 {
		return "1 has"
	}
	return fmt.Sprintf("%d have", n)
}
