package main

import (
	"fmt"
	"slices"

	"suanpan/indicators"
)

// A difference is one figure of a document as two readings have it: added where
// there is no was, gone where there is no is, else changed.
type difference struct{ was, is *indicators.Observation }

// kind is added, gone or changed.
func (d difference) kind() string {
	switch {
	case d.was == nil:
		return "added"
	case d.is == nil:
		return "gone"
	}
	return "changed"
}

// differences returns where two readings of one document differ in what its
// figures say, in the order of the text. Both are in that order. Figures of the
// same place are held against each other.
func differences(was, is []indicators.Observation) []difference {
	var out []difference
	for len(was) > 0 || len(is) > 0 {
		var at indicators.Span
		switch {
		case len(was) == 0, len(is) > 0 && before(is[0].From.Span, was[0].From.Span):
			at = is[0].From.Span
		default:
			at = was[0].From.Span
		}
		var a, b []indicators.Observation
		a, was = cutSpan(was, at)
		b, is = cutSpan(is, at)
		out = append(out, differencesHere(a, b)...)
	}
	return out
}

func before(a, b indicators.Span) bool {
	return a.Start < b.Start || a.Start == b.Start && a.End < b.End
}

// cutSpan splits off the figures of one place.
func cutSpan(obs []indicators.Observation, at indicators.Span) (here, rest []indicators.Observation) {
	n := 0
	for n < len(obs) && obs[n].From.Span == at {
		n++
	}
	return obs[:n], obs[n:]
}

// differencesHere compares the figures of one place: those that say the same
// are no difference, the others are held against each other in their order.
func differencesHere(was, is []indicators.Observation) (out []difference) {
	var left []*indicators.Observation // of is, without a match
	for i := range is {
		left = append(left, &is[i])
	}
	var gone []*indicators.Observation
	for i := range was {
		same := slices.IndexFunc(left, func(o *indicators.Observation) bool { return says(&was[i]) == says(o) })
		if same < 0 {
			gone = append(gone, &was[i])
			continue
		}
		left = slices.Delete(left, same, same+1)
	}
	for i := range max(len(gone), len(left)) {
		var d difference
		if i < len(gone) {
			d.was = gone[i]
		}
		if i < len(left) {
			d.is = left[i]
		}
		out = append(out, d)
	}
	return out
}

// saying is what a figure says and by what rule, comparable; where it comes
// from beside its place and rule is none of it.
type saying struct {
	indicators.Key
	value, unit, printed, name, place string
	bound                             indicators.Bound
	qualifiers                        indicators.Qualifiers
	sentence                          indicators.Span
	rule                              string
}

func says(o *indicators.Observation) saying {
	return saying{o.Key, o.Text(), o.Unit, o.Printed, o.Name, o.Place, o.Bound, o.Qualifiers, o.From.Sentence, o.From.Rule}
}

// fields says what has changed, as attribute, before and after.
func (d difference) fields() (out [][3]string) {
	a, b := says(d.was), says(d.is)
	for _, f := range [...][3]string{
		{"indicator", a.Indicator, b.Indicator},
		{"name", a.name, b.name},
		{"region", a.Region, b.Region},
		{"place", a.place, b.place},
		{"measure", a.Measure.String(), b.Measure.String()},
		{"basis", a.Basis.String(), b.Basis.String()},
		{"status", a.Status.String(), b.Status.String()},
		{"period", a.Period.String(), b.Period.String()},
		{"value", a.value, b.value},
		{"unit", a.unit, b.unit},
		{"bound", a.bound.String(), b.bound.String()},
		{"printed", a.printed, b.printed},
		{"qualifiers", fmt.Sprint(a.qualifiers), fmt.Sprint(b.qualifiers)},
		{"sentence", fmt.Sprint(a.sentence), fmt.Sprint(b.sentence)},
		{"rule", a.rule, b.rule},
	} {
		if f[1] != f[2] {
			out = append(out, f)
		}
	}
	return out
}
