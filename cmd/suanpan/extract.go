package main

import (
	"bytes"
	"fmt"

	"suanpan/indicators/extract"
)

type extractCmd struct {
	JSONL bool `name:"jsonl" help:"Print one JSON figure a line."`
	aboutFlags
	Files []string `arg:"" optional:"" name:"file" help:"Files to read; standard input where none is named."`
}

// Help is the long help of the command.
func (extractCmd) Help() string {
	return `Reads files of every format that suanpan knows, told by their content: plain text and Markdown in UTF-8, UTF-16, GB18030 (GBK, GB2312) or Big5, HTML, PDF, DOCX, XLSX, CSV, ZIP of any of these, and lines of JSON with a document each.

Title, publisher, home region and publication date are found by rule: in the title line, the dateline, a page's metadata, a file's name; suanpan explain says which. Flags say it instead. A text may also begin with front matter: lines of "key: value" between two lines of ---, with the keys title, region, published, publisher, url and kind. NAME.meta.json beside NAME.txt says the same in JSON. Both come before flags.

A line of JSON is {"id", "text", "title", "region", "published"}, of which text alone is needed; one that is broken is reported and passed over. With --jsonl the output is lines of JSON: offsets are bytes of the text, values are exact strings, and page is that of a PDF.

Examples:

    suanpan extract --region 株洲市 --published 2024-02-01 page.txt

    echo '2023年，全区实现地区生产总值512.3亿元，增长5.1%。' | suanpan extract --region 天元区

    suanpan extract bulletin.pdf report.docx

    suanpan extract --jsonl documents.jsonl > figures.jsonl`
}

// Run prints the figures of each document when it is read, in the order of
// the input.
func (c *extractCmd) Run(p *program) error {
	form := (*reading).table
	if c.JSONL {
		form = (*reading).lines
	}
	return p.printReadings(c.Files, c.JSONL, c.aboutFlags, func(r *extract.Reader, rd *reading) error {
		res, err := r.Read(rd.doc)
		if err != nil {
			return err
		}
		rd.Result = *res
		return form(rd)
	})
}

// A reading is what became of one input.
type reading struct {
	input
	extract.Explanation
	colour bool         // out may hold ANSI colours
	out    bytes.Buffer // what is to be printed
}

// printReadings applies one step to every document on all cores and prints
// what it wrote, document by document. Inputs that fail are reported in their
// turn and do not stop the others.
func (p *program) printReadings(files []string, stream bool, about aboutFlags, step func(*extract.Reader, *reading) error) error {
	cat, reader, err := newReader()
	if err != nil {
		return err
	}
	from := newIntake(cat)
	defer from.Close()
	coloured := colour(p.out)
	failed := false
	err = ordered(
		p.ctx,
		p.textInputs(from, files, stream, about.meta()),
		input.bytes,
		func(in input) *reading {
			rd := &reading{input: in, colour: coloured}
			if rd.err != nil {
				return rd
			}
			if err := step(reader, rd); err != nil {
				rd.err = fmt.Errorf("%s: %w", in.where, err)
				rd.out.Reset()
			}
			return rd
		},
		func(rd *reading) error {
			if rd.err != nil {
				failed = true
				p.complain(rd.err)
			}
			_, err := p.out.Write(rd.out.Bytes())
			return err
		},
	)
	if err == nil && failed {
		return errReported
	}
	return err
}

// lines writes the figures as lines of JSON.
func (rd *reading) lines() error {
	to := jsonLines(&rd.out)
	for _, o := range rd.Observations {
		if err := to.Encode(newFigureLine(rd.doc, o)); err != nil {
			return err
		}
	}
	return nil
}
