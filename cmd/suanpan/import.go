package main

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"slices"
	"syscall"

	"suanpan/indicators"
	"suanpan/indicators/sqlstore"
)

type importCmd struct {
	Directory string `arg:"" help:"A directory that suanpan export has written."`
}

// Help is the long help of the command.
func (importCmd) Help() string {
	return `Puts all that an export holds into the store: documents, figures with all they came from, numbers that were not kept, originals. Nothing is read anew. Into an empty store it gives the store that was exported; a document that the store has is replaced. The files must be as they were written, which is seen by their hashes. Of an excerpt whose text was left out nothing can be imported: export it with --texts.

It may be stopped and started again.

Examples:

    suanpan --store copy.db import figures/

    suanpan --store postgres://localhost/figures import figures/`
}

// Run imports document by document, each whole or not at all.
func (c *importCmd) Run(p *program) error {
	ctx, stop := signal.NotifyContext(p.ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	sizes, err := checkExport(c.Directory)
	if err != nil {
		return err
	}
	store, err := sqlstore.Open(ctx, p.store)
	if err != nil {
		return err
	}
	defer store.Close()
	in, err := openImport(c.Directory)
	if err != nil {
		return err
	}
	defer in.close()
	add, done := p.progressBytes("importing", sizes)
	defer done()
	untold, err := in.documents(ctx, store, add, p.complain)
	if err == nil {
		err = in.originals(ctx, store, untold)
	}
	if errors.Is(err, context.Canceled) {
		err = errors.New("it was stopped; start it again to have all of it")
	}
	if err := errors.Join(err, store.Close()); err != nil {
		return err
	}
	done()
	fmt.Fprintf(p.out, "%s: %s, %s, %s not kept\n", c.Directory, plural(in.count.Documents, "document"), plural(in.count.Figures, "figure"), plural(in.count.Rejects, "number"))
	if len(untold) > 0 {
		p.complain(fmt.Errorf("%s could not be imported", plural(len(untold), "document")))
		return errReported
	}
	return nil
}

// An importing is an export that is being read.
type importing struct {
	document    *lineFile[documentLine]
	observation *lineFile[storedLine]
	reject      *lineFile[rejectLine]
	original    *lineFile[originalLine]
	count       ingestSum
}

func openImport(directory string) (in *importing, err error) {
	in = new(importing)
	if in.document, err = openLines[documentLine](directory, "documents.jsonl"); err == nil {
		if in.observation, err = openLines[storedLine](directory, "observations.jsonl"); err == nil {
			if in.reject, err = openLines[rejectLine](directory, "rejects.jsonl"); err == nil {
				in.original, err = openLines[originalLine](directory, "originals.jsonl")
			}
		}
	}
	if err != nil {
		in.close()
		return nil, err
	}
	return in, nil
}

func (in *importing) close() {
	in.document.close()
	in.observation.close()
	in.reject.close()
	in.original.close()
}

// documents puts every document with the figures and rejects that stand in the
// same order in their files. It returns the IDs of those that have no text.
func (in *importing) documents(ctx context.Context, store indicators.Store, add func(int64), complain func(error)) (untold []string, err error) {
	var read int64
	for {
		line, ok, err := in.document.next()
		if err != nil {
			return untold, err
		}
		if !ok {
			break
		}
		observations, err := observationsOf(in.observation, line.ID)
		if err != nil {
			return untold, err
		}
		rejects, err := rejectsOf(in.reject, line.ID)
		if err != nil {
			return untold, err
		}
		if line.Text == "" && line.Excerpt {
			untold = append(untold, line.ID)
			complain(fmt.Errorf("%s: the text of this excerpt was left out: %s (%s); export it with --texts", in.document.where(), line.Title, shortID(line.ID)))
			continue
		}
		d := &indicators.Document{
			ID: line.ID, Title: line.Title, Publisher: line.Publisher, URL: line.URL, Kind: line.Kind, Region: line.Region,
			Published: line.Published, Excerpt: line.Excerpt, Edition: line.Edition, Text: line.Text, Pages: line.Pages,
		}
		if err := store.Put(ctx, d, observations, rejects); err != nil {
			return untold, fmt.Errorf("%s: %w", in.document.where(), err)
		}
		in.count.Documents++
		in.count.Figures += len(observations)
		in.count.Rejects += len(rejects)
		now := in.document.read + in.observation.read + in.reject.read
		add(now - read)
		read = now
	}
	return untold, errors.Join(in.observation.atEnd(), in.reject.atEnd())
}

func observationsOf(f *lineFile[storedLine], document string) (out []indicators.Observation, err error) {
	err = f.eachOf(func(l *storedLine) bool { return l.Doc == document }, func(l *storedLine) error {
		o, err := l.observation()
		out = append(out, o)
		return err
	})
	return out, err
}

func rejectsOf(f *lineFile[rejectLine], document string) (out []indicators.Reject, err error) {
	err = f.eachOf(func(l *rejectLine) bool { return l.Doc == document }, func(l *rejectLine) error {
		out = append(out, indicators.Reject{Span: indicators.Span{Start: l.Start, End: l.End}, Quote: l.Quote, Reason: l.Reason})
		return nil
	})
	return out, err
}

// originals records the originals, but those of documents that are left out.
func (in *importing) originals(ctx context.Context, store indicators.Store, without []string) error {
	for {
		line, ok, err := in.original.next()
		if err != nil || !ok {
			return err
		}
		if slices.Contains(without, line.Doc) {
			continue
		}
		o := indicators.Original{
			Document: line.Doc, Hash: line.Hash, Part: line.Part, Parts: line.Parts, Name: line.Name, Place: line.Place, Format: line.Format,
		}
		if err := store.PutOriginal(ctx, o); err != nil {
			return fmt.Errorf("%s: %w", in.original.where(), err)
		}
	}
}
