package sqlstore

import (
	"cmp"
	"encoding/json"
	"strings"

	"suanpan/indicators"
)

// seriesBits is the room for the serial numbers of one series in the IDs of
// its observations. The rows of a series so lie together in the table, and a
// whole series is read in one sweep.
const seriesBits = 28

// firstOf returns the lowest ID that an observation of the series can have.
func firstOf(series int64) int64 { return series << seriesBits }

// periodText is a period as it is stored.
type periodText struct {
	last, first string
	form        int64
}

func (t periodText) period() (indicators.Period, error) {
	last, err := indicators.ParseDate(t.last)
	if err != nil {
		return indicators.Period{}, err
	}
	first, err := indicators.ParseDate(t.first)
	return indicators.Period{First: first, Last: last, Form: indicators.PeriodForm(t.form)}, err
}

// columns are those of an observation o in a document d, less its series, in
// the order that record.scan wants them.
const columns = `o.last_day, o.first_day, o.form, o.value, o.exponent, o.bound, o.printed, o.name, o.place, o.qualifiers,
	o.span_start, o.span_end, o.sentence_start, o.sentence_end, o.rule, o.trace, o.ordinal, o.published, d.id, d.catalogue`

// record is an observation with what orders it.
type record struct {
	indicators.Observation
	published string // of the document
	ordinal   int64  // in the slice that was put
}

// compare orders records as [indicators.Store] states.
func (a *record) compare(b *record) int {
	if a.Key != b.Key || a.Unit != b.Unit {
		if c := comparePrefix(indicators.KeyOf(a.Observation), indicators.KeyOf(b.Observation)); c != 0 {
			return c
		}
		if c := a.Period.Compare(b.Period); c != 0 {
			return c
		}
	}
	return cmp.Or(
		strings.Compare(a.published, b.published),
		strings.Compare(a.From.Document, b.From.Document),
		cmp.Compare(a.From.Span.Start, b.From.Span.Start),
		cmp.Compare(a.From.Span.End, b.From.Span.End),
		cmp.Compare(a.ordinal, b.ordinal),
	)
}

// comparePrefix orders series as their observations are ordered before the
// period counts: by all of the key but the frequency.
func comparePrefix(a, b indicators.SeriesKey) int {
	return cmp.Or(
		strings.Compare(a.Indicator, b.Indicator),
		strings.Compare(a.Region, b.Region),
		cmp.Compare(a.Measure, b.Measure),
		cmp.Compare(a.Basis, b.Basis),
		cmp.Compare(a.Status, b.Status),
		strings.Compare(a.Unit, b.Unit),
	)
}

// scanner reads the columns of rows into records. It keeps the last
// qualifiers, which mostly come again.
type scanner struct {
	qualifiersText string
	qualifiers     indicators.Qualifiers
}

// scan reads one row: first what lead points to, then columns.
func (sc *scanner) scan(rows interface{ Scan(...any) error }, k *indicators.SeriesKey, lead ...any) (record, error) {
	var r record
	var p periodText
	var value, qualifiers, trace string
	var exponent, bound int64
	var span [4]int64
	o := &r.Observation
	err := rows.Scan(append(lead, &p.last, &p.first, &p.form, &value, &exponent, &bound, &o.Printed, &o.Name, &o.Place, &qualifiers,
		&span[0], &span[1], &span[2], &span[3], &o.From.Rule, &trace, &r.ordinal, &r.published, &o.From.Document, &o.From.Catalogue)...)
	if err != nil {
		return r, err
	}
	o.Indicator, o.Region, o.Measure, o.Basis, o.Status, o.Unit = k.Indicator, k.Region, k.Measure, k.Basis, k.Status, k.Unit
	o.Bound = indicators.Bound(bound)
	o.From.Span = indicators.Span{Start: int(span[0]), End: int(span[1])}
	o.From.Sentence = indicators.Span{Start: int(span[2]), End: int(span[3])}
	if o.Period, err = p.period(); err != nil {
		return r, err
	}
	if o.Value, err = decodeValue(value, exponent); err != nil {
		return r, err
	}
	if o.From.Trace, err = decodeTrace(trace); err != nil {
		return r, err
	}
	o.Qualifiers, err = sc.qualify(qualifiers)
	return r, err
}

func (sc *scanner) qualify(text string) (indicators.Qualifiers, error) {
	if text != sc.qualifiersText {
		var q indicators.Qualifiers
		if text != "" {
			if err := json.Unmarshal([]byte(text), &q); err != nil {
				return q, err
			}
		}
		sc.qualifiersText, sc.qualifiers = text, q
	}
	return sc.qualifiers, nil
}
