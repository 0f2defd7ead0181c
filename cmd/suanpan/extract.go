package main

import (
	"bytes"
	"fmt"

	"suanpan/indicators/extract"
)

type extractCmd struct {
	JSONL bool   `name:"jsonl" help:"Read one JSON document a line and print one JSON figure a line."`
	Title string `placeholder:"TEXT" help:"Title of a text that has none; without it a file's name."`
	aboutFlags
	Files []string `arg:"" optional:"" name:"file" help:"Files to read; standard input where none is named."`
}

// Help is the long help of the command.
func (extractCmd) Help() string {
	return `A text may begin with front matter: lines of "key: value" between two lines of ---, with the keys title, region, published, publisher, url and kind. NAME.meta.json beside NAME.txt says the same in JSON.

With --jsonl each line of input is {"id", "text", "title", "region", "published"}, of which text alone is needed; a line that is broken is reported and passed over. Offsets in the output are bytes of the text, and its values are exact strings.

Examples:

    suanpan extract --region 株洲市 --published 2024-02-01 page.txt

    echo '2023年，全区实现地区生产总值512.3亿元，增长5.1%。' | suanpan extract --region 天元区

    suanpan extract --jsonl documents.jsonl > figures.jsonl`
}

// Run prints the figures of each document when it is read, in the order of
// the input.
func (c *extractCmd) Run(p *program) error {
	form := (*reading).table
	if c.JSONL {
		form = (*reading).lines
	}
	return p.printReadings(c.Files, c.JSONL, c.Title, c.aboutFlags, func(r *extract.Reader, rd *reading) error {
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
func (p *program) printReadings(files []string, stream bool, title string, about aboutFlags, step func(*extract.Reader, *reading) error) error {
	cat, reader, err := newReader()
	if err != nil {
		return err
	}
	from := newIntake(cat)
	defer from.Close()
	meta := about.meta()
	meta.Title = title
	coloured := colour(p.out)
	failed := false
	err = ordered(
		p.ctx,
		p.textInputs(from, files, stream, meta),
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
