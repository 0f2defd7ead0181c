package intake

import (
	"context"
	"fmt"
	"time"
)

// parse makes texts of the bytes of a file that is no container of documents.
func (r *Reader) parse(ctx context.Context, f file) (Format, []draft, *Problem) {
	s, ok := signatureOf(f.bytes)
	switch {
	case !ok:
		return r.parseText(ctx, f.bytes)
	case s.format == PDF:
		drafts, problem := r.contained(ctx, func(ctx context.Context) ([]draft, *Problem) {
			d, problem := readPDF(ctx, &r.pdf, f.bytes, r.limits)
			return split(d), problem
		})
		return PDF, drafts, problem
	}
	return "", nil, &Problem{Reason: "this is " + s.kind, Remedy: s.remedy}
}

// parseText makes texts of what should be text in some encoding.
func (r *Reader) parseText(ctx context.Context, b []byte) (Format, []draft, *Problem) {
	text, _, err := Decode(b)
	if err != nil {
		return "", nil, &Problem{Reason: err.Error()}
	}
	switch format := formatOfText(text); format {
	case HTML:
		drafts, problem := r.contained(ctx, func(context.Context) ([]draft, *Problem) {
			d, problem := readHTML(text, r.limits)
			return split(d), problem
		})
		return HTML, drafts, problem
	case CSV:
		d, problem := readCSV(text, r.limits)
		return CSV, []draft{d}, problem
	}
	said, body, err := frontMatter(text)
	if err != nil {
		return "", nil, &Problem{Reason: err.Error()}
	}
	return PlainText, []draft{{text: tabbedTables(body), said: said}}, nil
}

// parseOffice makes texts of a Word or Excel file.
func (r *Reader) parseOffice(ctx context.Context, b []byte, format Format, c *container) (Format, []draft, *Problem) {
	drafts, problem := r.contained(ctx, func(ctx context.Context) ([]draft, *Problem) {
		if format == XLSX {
			d, problem := readXLSX(ctx, b, r.limits)
			return []draft{d}, problem
		}
		d, problem := readDOCX(c)
		return split(d), problem
	})
	return format, drafts, problem
}

// patience is how long a parser may take to notice that reading is to end.
const patience = 3 * time.Second

// contained runs a parser on bytes from strangers: a panic in it is a problem
// of the file, and one that does not come back in time is left behind.
func (r *Reader) contained(ctx context.Context, parse func(context.Context) ([]draft, *Problem)) ([]draft, *Problem) {
	if ctx.Err() != nil {
		return nil, &Problem{Reason: "reading was stopped", Cause: ctx.Err()}
	}
	ctx, cancel := context.WithTimeout(ctx, r.limits.Time)
	defer cancel()
	type result struct {
		drafts  []draft
		problem *Problem
	}
	done := make(chan result, 1)
	go func() {
		defer func() {
			if e := recover(); e != nil {
				done <- result{problem: panicked(e)}
			}
		}()
		drafts, problem := parse(ctx)
		done <- result{drafts, problem}
	}()
	select {
	case got := <-done:
		return got.drafts, got.problem
	case <-ctx.Done():
		late, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
		defer cancel()
		select {
		case <-done:
		case <-late.Done():
		}
		if context.Cause(ctx) == context.DeadlineExceeded {
			return nil, &Problem{
				Reason: fmt.Sprintf("reading it took longer than the %s that one file may take", r.limits.Time),
				Remedy: "split it, or save its text as plain text",
			}
		}
		return nil, &Problem{Reason: "reading was stopped", Cause: ctx.Err()}
	}
}

// panicked is the problem of a file on which a parser panicked.
func panicked(e any) *Problem {
	return &Problem{
		Reason: fmt.Sprintf("the file is broken in a way that its reader did not bear (%v)", e),
		Remedy: "open it in the program that made it and save it anew",
	}
}
