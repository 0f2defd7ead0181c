package storetest

import (
	"errors"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// testRefused: what cannot be kept exactly is refused, and nothing is changed.
func testRefused(t *testing.T, s indicators.Store) {
	good := full()
	put(t, s, good)
	m := model{good}
	type breakage struct {
		name string
		do   func(d *indicators.Document, o *indicators.Observation, r *indicators.Reject)
	}
	for _, c := range []breakage{
		{"no ID", func(d *indicators.Document, o *indicators.Observation, _ *indicators.Reject) {
			d.ID, o.From.Document = "", ""
		}},
		{"text not UTF-8", func(d *indicators.Document, _ *indicators.Observation, _ *indicators.Reject) {
			d.Text = "\xff" + d.Text
		}},
		{"no text", func(d *indicators.Document, _ *indicators.Observation, _ *indicators.Reject) { d.Text = " \n" }},
		{"text with NUL", func(d *indicators.Document, _ *indicators.Observation, _ *indicators.Reject) { d.Text += "\x00" }},
		{"title with NUL", func(d *indicators.Document, _ *indicators.Observation, _ *indicators.Reject) { d.Title = "a\x00b" }},
		{"title not UTF-8", func(d *indicators.Document, _ *indicators.Observation, _ *indicators.Reject) { d.Title = "\xe6\xa0" }},
		{"published on no day", func(d *indicators.Document, _ *indicators.Observation, _ *indicators.Reject) {
			d.Published = indicators.NewDate(2023, 2, 29)
		}},
		{"pages outside the text", func(d *indicators.Document, _ *indicators.Observation, _ *indicators.Reject) {
			d.Pages = []int{0, len(d.Text) + 1}
		}},
		{"pages in no order", func(d *indicators.Document, _ *indicators.Observation, _ *indicators.Reject) { d.Pages = []int{3, 2} }},
		{"another document", func(_ *indicators.Document, o *indicators.Observation, _ *indicators.Reject) {
			o.From.Document = "other"
		}},
		{"another catalogue", func(_ *indicators.Document, o *indicators.Observation, _ *indicators.Reject) {
			o.From.Catalogue = "c0"
		}},
		{"no indicator", func(_ *indicators.Document, o *indicators.Observation, _ *indicators.Reject) { o.Indicator = "" }},
		{"unit with NUL", func(_ *indicators.Document, o *indicators.Observation, _ *indicators.Reject) { o.Unit = "\x00" }},
		{"head not UTF-8", func(_ *indicators.Document, o *indicators.Observation, _ *indicators.Reject) {
			o.Qualifiers.Head = "\x80"
		}},
		{"step with NUL", func(_ *indicators.Document, o *indicators.Observation, _ *indicators.Reject) {
			o.From.Trace = []indicators.Step{{Value: "\x00"}}
		}},
		{"unknown measure", func(_ *indicators.Document, o *indicators.Observation, _ *indicators.Reject) { o.Measure = 99 }},
		{"period of no days", func(_ *indicators.Document, o *indicators.Observation, _ *indicators.Reject) {
			o.Period.Last = indicators.NewDate(2023, 13, 1)
		}},
		{"enormous exponent", func(_ *indicators.Document, o *indicators.Observation, _ *indicators.Reject) {
			o.Value = decimal.New(1, 1000000)
		}},
		{"tiny exponent", func(_ *indicators.Document, o *indicators.Observation, _ *indicators.Reject) {
			o.Value = decimal.New(1, -1000000)
		}},
		{"span outside", func(d *indicators.Document, o *indicators.Observation, _ *indicators.Reject) {
			o.From.Span.End = len(d.Text) + 1
		}},
		{"span reversed", func(_ *indicators.Document, o *indicators.Observation, _ *indicators.Reject) {
			o.From.Sentence = indicators.Span{Start: 9, End: 3}
		}},
		{"reject outside", func(_ *indicators.Document, _ *indicators.Observation, r *indicators.Reject) {
			r.Span = indicators.Span{Start: -1}
		}},
		{"reject with NUL", func(_ *indicators.Document, _ *indicators.Observation, r *indicators.Reject) { r.Quote = "\x00" }},
	} {
		d := *good.document
		obs, rejects := slices.Clone(good.observations), slices.Clone(good.rejects)
		d.Title = "changed"
		c.do(&d, &obs[len(obs)-1], &rejects[len(rejects)-1])
		var refused *indicators.RefusedError
		if err := s.Put(t.Context(), &d, obs, rejects); !errors.As(err, &refused) {
			t.Errorf("%s: %v; want a refusal", c.name, err)
		}
	}
	if err := s.Put(t.Context(), nil, nil, nil); err == nil {
		t.Error("no document: was put")
	}
	sameStore(t, s, m)
}
