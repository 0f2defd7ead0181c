package main

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// A storedLine is an observation as a line of an export: a figureLine and what
// that leaves out.
type storedLine struct {
	figureLine
	Printed   string     `json:"printed"`
	Exponent  int32      `json:"exponent"` // power of ten of the last digit that was printed
	Days      periodForm `json:"days"`     // of the period
	Catalogue string     `json:"catalogue"`
}

type periodForm struct {
	First indicators.Date `json:"first"`
	Last  indicators.Date `json:"last"`
	Form  string          `json:"form"` // during, to_date, as_of
}

var periodFormNames = map[indicators.PeriodForm]string{indicators.During: "during", indicators.ToDate: "to_date", indicators.AsOf: "as_of"}

func newStoredLine(d *indicators.Document, o indicators.Observation) storedLine {
	return storedLine{
		newFigureLine(d, o), o.Printed, o.Value.Exponent(),
		periodForm{o.Period.First, o.Period.Last, periodFormNames[o.Period.Form]},
		o.From.Catalogue,
	}
}

// observation is what the line was made of.
func (l *storedLine) observation() (o indicators.Observation, err error) {
	o = indicators.Observation{
		Key: indicators.Key{
			Indicator: l.Indicator.ID, Region: l.Region.Code, Measure: l.Measure, Status: l.Status,
			Period: indicators.Period{First: l.Days.First, Last: l.Days.Last},
		},
		Quantity: indicators.Quantity{Unit: l.Unit, Bound: l.Bound, Printed: l.Printed},
		Name:     l.Indicator.Name,
		Place:    l.Region.Name,
		From: indicators.Provenance{
			Document: l.Doc, Span: indicators.Span{Start: l.Start, End: l.End}, Sentence: indicators.Span(l.Sentence),
			Rule: l.Rule, Catalogue: l.Catalogue,
		},
	}
	if l.Basis != nil {
		if o.Basis, err = indicators.ParseBasis(*l.Basis); err != nil {
			return o, err
		}
	}
	form, ok := l.Days.form()
	if !ok {
		return o, fmt.Errorf("form of the period %q: want during, to_date or as_of", l.Days.Form)
	}
	o.Period.Form = form
	if l.Qualifiers != nil {
		o.Qualifiers = *l.Qualifiers
	}
	for _, s := range l.Trace {
		step := indicators.Step{Attribute: s.Attribute, Value: s.Value, Origin: s.Origin}
		if s.Span != nil {
			step.Span = indicators.Span(*s.Span)
		}
		o.From.Trace = append(o.From.Trace, step)
	}
	o.Value, err = exactDecimal(l.Value, l.Exponent)
	return o, err
}

func (p periodForm) form() (indicators.PeriodForm, bool) {
	for form, name := range periodFormNames {
		if name == p.Form {
			return form, true
		}
	}
	return 0, false
}

// exactDecimal reads what [indicators.PlainDecimal] writes of a decimal with
// this exponent.
func exactDecimal(text string, exponent int32) (decimal.Decimal, error) {
	const most = 1000 // digits and exponent, above what a store keeps
	if len(text) > 2*most || exponent > most || exponent < -most {
		return decimal.Decimal{}, fmt.Errorf("value %.40q with exponent %d is out of range", text, exponent)
	}
	d, err := decimal.NewFromString(text)
	if err != nil || d.Exponent() > most || d.Exponent() < -most {
		return decimal.Decimal{}, fmt.Errorf("value %.40q is no plain decimal", text)
	}
	shift := int64(d.Exponent()) - int64(exponent)
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(max(shift, -shift)), nil)
	digits, rest := new(big.Int).Mul(d.Coefficient(), ten), new(big.Int)
	if shift < 0 {
		digits, rest = new(big.Int).QuoRem(d.Coefficient(), ten, rest)
	}
	if rest.Sign() != 0 {
		return decimal.Decimal{}, fmt.Errorf("value %.40q has digits below the exponent %d", text, exponent)
	}
	return decimal.NewFromBigInt(digits, exponent), nil
}
