package main

import (
	"bytes"
	"encoding/json"

	"suanpan/indicators"
)

// A figureLine is an observation as a line of JSON. Offsets are bytes of the
// document's text, ends exclusive, and quote is the text between them. Values
// are strings: exact.
type figureLine struct {
	Doc        string                 `json:"doc"`
	Start      int                    `json:"start"`
	End        int                    `json:"end"`
	Quote      string                 `json:"quote"`
	Indicator  indicatorForm          `json:"indicator"`
	Measure    indicators.Measure     `json:"measure"`
	Basis      *string                `json:"basis"` // null for none
	Status     indicators.Status      `json:"status"`
	Value      string                 `json:"value"`
	Unit       string                 `json:"unit"`
	Bound      indicators.Bound       `json:"bound"`
	Region     regionForm             `json:"region"`
	Period     *string                `json:"period"` // null where the text does not say
	Rule       string                 `json:"rule"`
	Sentence   spanForm               `json:"sentence"`
	Qualifiers *indicators.Qualifiers `json:"qualifiers,omitempty"`
	Trace      []stepForm             `json:"trace,omitempty"`
	Page       int                    `json:"page,omitempty"` // of the original, from 1; absent where it has no pages
}

type indicatorForm struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type regionForm struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

type spanForm struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type stepForm struct {
	Attribute string    `json:"attribute"`
	Value     string    `json:"value"`
	Origin    string    `json:"origin"`
	Span      *spanForm `json:"span,omitempty"`
}

func newFigureLine(d *indicators.Document, o indicators.Observation) figureLine {
	line := figureLine{
		Doc:       d.ID,
		Start:     o.From.Span.Start,
		End:       o.From.Span.End,
		Quote:     o.From.Span.Of(d.Text),
		Indicator: indicatorForm{o.Indicator, o.Name},
		Measure:   o.Measure,
		Basis:     orNull(o.Basis.String()),
		Status:    o.Status,
		Value:     o.Text(),
		Unit:      o.Unit,
		Bound:     o.Bound,
		Region:    regionForm{o.Region, o.Place},
		Period:    orNull(o.Period.String()),
		Rule:      o.From.Rule,
		Sentence:  spanForm(o.From.Sentence),
		Page:      d.Page(o.From.Span.Start),
	}
	if o.Qualifiers != (indicators.Qualifiers{}) {
		line.Qualifiers = &o.Qualifiers
	}
	for _, s := range o.From.Trace {
		step := stepForm{Attribute: s.Attribute, Value: s.Value, Origin: s.Origin}
		if s.Span != (indicators.Span{}) {
			span := spanForm(s.Span)
			step.Span = &span
		}
		line.Trace = append(line.Trace, step)
	}
	return line
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// jsonLines returns what writes values to b as lines of JSON, with Chinese and
// < as they are.
func jsonLines(b *bytes.Buffer) *json.Encoder {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return e
}
