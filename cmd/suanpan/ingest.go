package main

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"suanpan/indicators"
	"suanpan/indicators/intake"
	"suanpan/indicators/sqlstore"
)

type ingestCmd struct {
	aboutFlags
	ingestFlags
	Watch  bool          `help:"Go on reading what is new or changed in the folders, until it is interrupted."`
	Settle time.Duration `default:"2s" placeholder:"TIME" help:"With --watch, how long a file is to rest before it is read (${default})."`
	JSON   bool          `name:"json" help:"Print one JSON object for each document or file that failed, and one with the sum."`
	Paths  []string      `arg:"" name:"path" help:"Files, folders with all that is in them, patterns such as '2024/**/*.pdf', or - for standard input."`
}

// ingestFlags say how files are read into a store.
type ingestFlags struct {
	Workers int  `default:"${cores}" placeholder:"N" help:"How many files are read at a time (${default})."`
	Anew    bool `help:"Parse files again whose bytes are known, as after an update of suanpan."`
}

// Help is the long help of the command.
func (ingestCmd) Help() string {
	return `Reads files of every format that suanpan knows, told by their content: plain text and Markdown, HTML, PDF, DOCX, XLSX, CSV, ZIP of any of these, and lines of JSON with a document each. In folders files of other endings, README.md and hidden ones are passed over. What a text is, its front matter says, or NAME.meta.json beside it; see suanpan extract --help.

A file whose bytes are known is not read again. The same text in two files is one document; a text that has changed is a new document, and both stay: their figures are vintages. A document without a publication date is kept, its 去年 and the like stay open, and it is listed: suanpan documents set says the date.

A file that fails is reported with the place, the reason and a remedy, and does not stop the others. It may be stopped at any moment, by kill -9 too: started again it goes on, and ends with the same store.

Examples:

    suanpan ingest bulletins/

    suanpan ingest --publisher 株洲日报 --region 株洲市 2024-02-01.txt

    suanpan ingest --json '2024/**/*.pdf' > ingested.jsonl

    suanpan ingest --watch inbox/

    curl -s https://example.org/page.html | suanpan ingest --published 2024-02-01 -

    suanpan --store team.db ingest --workers 1 documents.jsonl`
}

// Run reads the documents by all workers and puts them one by one.
func (c *ingestCmd) Run(p *program) error {
	ctx, stop := signal.NotifyContext(p.ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	p.ctx = ctx
	store, err := sqlstore.Open(ctx, p.store)
	if err != nil {
		return err
	}
	defer store.Close()
	report := &ingestReport{program: p, json: c.JSON}
	g, err := p.newIngester(store, c.aboutFlags, c.ingestFlags, report)
	if err != nil {
		return err
	}
	defer g.from.Close()
	if c.Watch {
		err = g.watch(c.Paths, c.Settle)
	} else {
		err = g.paths(c.Paths)
	}
	switch {
	case errors.Is(err, context.Canceled) && ctx.Err() != nil && c.Watch:
		err = nil // as it is meant to end
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		err = errors.New("it was stopped; start it again to go on")
	}
	return errors.Join(err, store.Close(), report.end())
}

// ingest reads files into a store and tells the report what becomes of each
// document. Its error is one that ends all.
func (p *program) ingest(store indicators.Store, paths []string, about aboutFlags, how ingestFlags, report *ingestReport) error {
	g, err := p.newIngester(store, about, how, report)
	if err != nil {
		return err
	}
	defer g.from.Close()
	return g.paths(paths)
}

// An ingester reads files into a store.
type ingester struct {
	*program
	keeper
	from   *intake.Reader
	about  intake.Meta
	how    ingestFlags
	report *ingestReport
}

func (p *program) newIngester(store indicators.Store, about aboutFlags, how ingestFlags, report *ingestReport) (*ingester, error) {
	cat, reader, err := newReader()
	if err != nil {
		return nil, err
	}
	k := keeper{store: store, reader: reader, version: cat.Version(), regions: cat.Regions, anew: how.Anew}
	return &ingester{p, k, newIntake(cat), about.meta(), how, report}, nil
}

// paths reads what the paths name. What names nothing is reported as failed.
func (g *ingester) paths(paths []string) error {
	sources, err := findSources(paths)
	if err != nil {
		for _, err := range unjoin(err) {
			if err := g.report.add(failure("", err)); err != nil {
				return err
			}
		}
	}
	if len(sources) == 0 && err == nil {
		return fmt.Errorf("there is no file that suanpan reads in %s; it reads text, HTML, PDF, DOCX, XLSX, CSV, ZIP and JSON lines", strings.Join(paths, ", "))
	}
	return g.sources(sources)
}

// sources reads files by all workers and puts their documents one by one, in
// their order.
func (g *ingester) sources(sources []source) error {
	add, done := g.progressBytes("reading", totalSize(sources))
	defer done()
	type batch struct {
		taken []taken
		done  int64
	}
	return orderedBy(
		g.ctx, max(1, g.how.Workers), ingestRoom, g.pieces(g.from, sources, g.about), piece.held,
		func(pc piece) batch { return batch{g.take(g.ctx, g.from, pc), pc.done} },
		func(b batch) error {
			for i := range b.taken {
				t := &b.taken[i]
				if err := g.settle(g.ctx, t); err != nil {
					return err
				}
				if err := g.report.add(outcomeOf(t)); err != nil {
					return err
				}
				*t = taken{} // it may be large
			}
			add(b.done)
			return nil
		},
	)
}

// ingestRoom bounds the bytes of the files that are held at a time.
const ingestRoom = 64 << 20

// totalSize is in bytes, or -1 where one of the files is standard input.
func totalSize(sources []source) (total int64) {
	for _, s := range sources {
		if s.name == "-" {
			return -1
		}
		total += s.size
	}
	return total
}

// unjoin returns the errors that errors.Join has joined.
func unjoin(err error) []error {
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var out []error
		for _, e := range many.Unwrap() {
			out = append(out, unjoin(e)...)
		}
		return out
	}
	return []error{err}
}
