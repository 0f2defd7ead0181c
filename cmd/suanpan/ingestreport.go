package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/intake"
)

// An outcome is what became of one document of a file, or of a file that gave
// none, as a line of JSON.
type outcome struct {
	State     state           `json:"state"`
	File      string          `json:"file"`
	Place     string          `json:"place,omitempty"` // within the file
	Line      int             `json:"line,omitempty"`  // of a stream of documents
	ID        string          `json:"id,omitempty"`
	Title     string          `json:"title,omitempty"`
	Region    string          `json:"region,omitempty"`
	Published indicators.Date `json:"published,omitzero"`
	Edition   int             `json:"edition,omitempty"` // how many other texts of this title and day were there before
	Shared    bool            `json:"shared,omitempty"`  // another file had given this text
	Figures   int             `json:"figures"`
	Rejects   int             `json:"rejects"`
	Needs     []string        `json:"needs,omitempty"` // published, region: what it lacks
	Reason    string          `json:"reason,omitempty"`
	Remedy    string          `json:"remedy,omitempty"`
}

// state is what became of a document.
type state string

const (
	stateRead      state = "read"      // new in the store
	stateUnchanged state = "unchanged" // as it was
	stateReplaced  state = "replaced"  // was there, and has been read again
	stateFailed    state = "failed"
)

func outcomeOf(t *taken) outcome {
	if t.err != nil {
		o := failure(t.item.File, t.err)
		o.Line = cmp.Or(o.Line, t.item.Line)
		o.Place = cmp.Or(o.Place, t.item.Place)
		return o
	}
	o := outcome{
		State: stateRead, File: t.item.File, Place: t.item.Place, Line: t.item.Line,
		ID: t.doc.ID, Title: t.doc.Title, Region: t.doc.Region, Published: t.doc.Published,
		Edition: t.doc.Edition, Shared: t.shared, Figures: t.figures, Rejects: t.rejects, Needs: needs(t.doc),
	}
	switch {
	case !t.read:
		o.State = stateUnchanged
	case t.was != nil:
		o.State = stateReplaced
	}
	return o
}

// needs says what a document lacks that its figures want.
func needs(d *indicators.Document) (list []string) {
	if d.Published.IsZero() {
		list = append(list, "published")
	}
	if d.Region == "" {
		list = append(list, "region")
	}
	return list
}

// failure is the outcome of what cannot be read.
func failure(file string, err error) outcome {
	o := outcome{State: stateFailed, File: file, Reason: err.Error()}
	var problem *intake.Problem
	var path *fs.PathError
	switch {
	case errors.As(err, &problem):
		o.File, o.Place, o.Line, o.Remedy = cmp.Or(problem.File, file), problem.Place, problem.Line, problem.Remedy
		o.Reason = problem.Reason
		if problem.Cause != nil {
			o.Reason += ": " + problem.Cause.Error()
		}
	case errors.As(err, &path):
		o.File, o.Reason = cmp.Or(file, path.Path), path.Err.Error()
	case file != "":
		o.Reason = strings.TrimPrefix(o.Reason, file+": ")
	}
	return o
}

// where names the input: FILE, FILE:LINE or FILE: PLACE.
func (o outcome) where() string {
	where := o.File
	if o.Place != "" {
		where = strings.TrimPrefix(where+": "+o.Place, ": ")
	}
	if o.Line > 0 {
		where += fmt.Sprint(":", o.Line)
	}
	return where
}

// problem is what failed on one line: where, why and what to do.
func (o outcome) problem() string {
	s := o.Reason
	if where := o.where(); where != "" {
		s = where + ": " + s
	}
	if o.Remedy != "" {
		s += "; " + o.Remedy
	}
	return s
}

// line is the outcome for a person.
func (o outcome) line() string {
	s := fmt.Sprintf("%-9s  %s: %s", o.State, o.where(), plural(o.Figures, "figure"))
	if o.Rejects > 0 {
		s += fmt.Sprintf(", %s not kept", plural(o.Rejects, "number"))
	}
	if o.Edition > 0 {
		s += fmt.Sprintf("; edition %d of this title and day", o.Edition+1)
	}
	if o.Shared {
		s += "; another file has the same text"
	}
	if len(o.Needs) > 0 {
		s += "; needs " + strings.Join(o.Needs, ", ")
	}
	return s
}

// An ingestReport tells a person or a program what becomes of each document,
// as it does, and sums it up in the end.
type ingestReport struct {
	*program
	json   bool
	quiet  bool // only what fails is told
	count  map[state]int
	total  ingestSum
	undate []outcome // the first that need a date
	failed []outcome // the first that failed
}

// listed bounds the outcomes that the sum lists, so that they are held.
const listed = 30

// add takes one outcome. Its error is that of the output.
func (r *ingestReport) add(o outcome) error {
	if r.count == nil {
		r.count = map[state]int{}
	}
	r.count[o.State]++
	switch {
	case o.State == stateFailed && len(r.failed) < listed:
		r.failed = append(r.failed, o)
	case o.State != stateFailed:
		r.total.add(o)
		if o.Published.IsZero() && len(r.undate) < listed {
			r.undate = append(r.undate, o)
		}
	}
	switch {
	case r.json:
		return r.line(o)
	case o.State == stateFailed:
		r.complain(errors.New(o.problem()))
	case !r.quiet && !isTerminal(r.err):
		_, err := fmt.Fprintln(r.out, o.line())
		return err
	}
	return nil
}

// line prints a value as a line of JSON.
func (r *ingestReport) line(v any) error {
	var b bytes.Buffer
	if err := jsonLines(&b).Encode(v); err != nil {
		return err
	}
	_, err := r.out.Write(b.Bytes())
	return err
}

// ingestSum counts documents by what became of them and what they gave.
type ingestSum struct {
	Documents int `json:"documents"`
	Read      int `json:"read"`
	Unchanged int `json:"unchanged"`
	Replaced  int `json:"replaced"`
	Failed    int `json:"failed"`
	Figures   int `json:"figures"`
	Rejects   int `json:"rejects"`
	NeedDate  int `json:"need_date"`
	NeedPlace int `json:"need_region"`
}

func (s *ingestSum) add(o outcome) {
	s.Documents++
	s.Figures += o.Figures
	s.Rejects += o.Rejects
	if o.Published.IsZero() {
		s.NeedDate++
	}
	if o.Region == "" {
		s.NeedPlace++
	}
}

// end prints the sum. Its error says that something failed, where it did.
func (r *ingestReport) end() error {
	s := r.total
	s.Read, s.Unchanged, s.Replaced, s.Failed = r.count[stateRead], r.count[stateUnchanged], r.count[stateReplaced], r.count[stateFailed]
	var err error
	if r.json {
		err = r.line(struct {
			Sum ingestSum `json:"sum"`
		}{s})
	} else if !r.quiet {
		err = r.table(s)
	}
	if err == nil && s.Failed > 0 {
		if !r.json {
			r.complain(fmt.Errorf("%s could not be read", plural(s.Failed, "input")))
		}
		err = errReported
	}
	return err
}
