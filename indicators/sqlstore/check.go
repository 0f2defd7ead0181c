package sqlstore

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
)

// check reports what keeps a document with its figures from being stored and
// read back exactly. It names the first figure at fault by its place in the
// slice, counted from 1.
func check(d *indicators.Document, obs []indicators.Observation, rejects []indicators.Reject) error {
	if d == nil {
		return errors.New("no document is given")
	}
	if err := d.Validate(); err != nil {
		return err
	}
	fail := func(format string, args ...any) error {
		return fmt.Errorf("document %s: %w", d.Label(), fmt.Errorf(format, args...))
	}
	if d.ID == "" {
		return fail("it has no ID")
	}
	if err := checkText(d.ID, d.Title, d.Publisher, d.URL, d.Kind, d.Region, d.Text); err != nil {
		return fail("%w", err)
	}
	if d.Edition < 0 || d.Edition > maxEdition {
		return fail("edition %d is none from 0 to %d", d.Edition, maxEdition)
	}
	for i := range obs {
		if err := checkObservation(&obs[i], d); err != nil {
			return fail("figure %d: %w", i+1, err)
		}
		if c := obs[i].From.Catalogue; c != obs[0].From.Catalogue {
			return fail("figure %d: read with catalogue %q, the first with %q; one reading has one catalogue", i+1, c, obs[0].From.Catalogue)
		}
	}
	for i, r := range rejects {
		if err := errors.Join(checkText(r.Quote, r.Reason), checkSpan(r.Span, d)); err != nil {
			return fail("reject %d: %w", i+1, err)
		}
	}
	return nil
}

func checkObservation(o *indicators.Observation, d *indicators.Document) error {
	q := o.Qualifiers
	if err := checkText(o.Indicator, o.Region, o.Unit, o.Printed, o.Name, o.Place, o.From.Rule, o.From.Catalogue,
		q.Scope, q.Residence, q.Ownership, q.Industry, q.Flow, q.Head); err != nil {
		return err
	}
	for _, s := range o.From.Trace {
		if err := checkText(s.Attribute, s.Value, s.Origin); err != nil {
			return err
		}
		if err := checkSpan(s.Span, d); err != nil {
			return err
		}
	}
	switch p := o.Period; {
	case o.Indicator == "":
		return errors.New("it has no indicator")
	case o.From.Document != d.ID:
		return fmt.Errorf("it is of document %q, not of %q", o.From.Document, d.ID)
	case o.Measure > indicators.Rank, o.Basis > indicators.Plan, o.Status > indicators.Target,
		o.Bound > indicators.AtMost, p.Form > indicators.AsOf:
		return fmt.Errorf("measure %d, basis %d, status %d, bound %d, form %d: one of them is not known", o.Measure, o.Basis, o.Status, o.Bound, p.Form)
	case !p.First.IsZero() && !p.First.Valid(), !p.Last.IsZero() && !p.Last.Valid():
		return fmt.Errorf("period %s to %s: no days of the calendar", p.First, p.Last)
	case o.Value.Exponent() > maxDigits, o.Value.Exponent() < -maxDigits, o.Value.NumDigits() > maxDigits:
		return fmt.Errorf("the value has more than %d digits", maxDigits)
	}
	return errors.Join(checkSpan(o.From.Span, d), checkSpan(o.From.Sentence, d))
}

// checkText refuses what not every database can keep.
func checkText(texts ...string) error {
	for _, s := range texts {
		switch {
		case strings.IndexByte(s, 0) >= 0:
			return fmt.Errorf("%.40q holds a NUL character, which no database keeps; remove it first", s)
		case !utf8.ValidString(s):
			return fmt.Errorf("%.40q is not UTF-8; convert it first", s)
		}
	}
	return nil
}

func checkSpan(s indicators.Span, d *indicators.Document) error {
	if s.Start < 0 || s.End < s.Start || s.End > len(d.Text) {
		return fmt.Errorf("the span from %d to %d is not within the text of %d bytes", s.Start, s.End, len(d.Text))
	}
	return nil
}
