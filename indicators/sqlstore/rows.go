package sqlstore

import (
	"cmp"
	"fmt"
	"strings"

	"suanpan/indicators"
)

// seriesBits is the room for the serial numbers of one series in the IDs of
// its observations. The rows of a series so lie together in the table, and a
// whole series is read in one sweep.
const seriesBits = 28

// firstOf returns the lowest ID that an observation of the series can have.
func firstOf(series int64) int64 { return series << seriesBits }

// encodePeriod writes a period so that periods sort as text in their order:
// the last day, the first, and the form, such as 2023-12-31/2023-01-01/0.
func encodePeriod(p indicators.Period) string {
	return p.Last.String() + "/" + p.First.String() + "/" + string('0'+rune(p.Form))
}

// decodePeriod reads what encodePeriod writes.
func decodePeriod(s string) (p indicators.Period, err error) {
	last, rest, ok1 := strings.Cut(s, "/")
	first, form, ok2 := strings.Cut(rest, "/")
	if ok := ok1 && ok2 && len(form) == 1 && form[0] >= '0' && form[0] <= '9'; ok {
		p.Form = indicators.PeriodForm(form[0] - '0')
		if p.Last, err = indicators.ParseDate(last); err == nil {
			p.First, err = indicators.ParseDate(first)
		}
		return p, err
	}
	return p, fmt.Errorf("period %q: want last day/first day/form", s)
}

// columns are those of an observation o, less its series, in the order that
// scanner.scan wants them.
const columns = `o.period, o.published, o.value, o.reading`

// record is an observation with what orders it.
type record struct {
	indicators.Observation
	published string // of the document
	row       int    // in the order of the IDs of the table
}

// compare orders records as [indicators.Store] states. The observations of one
// document and series have their IDs in the order of the text.
func (a *record) compare(b *record) int {
	if c := comparePrefix(seriesOf(a), seriesOf(b)); c != 0 {
		return c
	}
	if c := a.Period.Compare(b.Period); c != 0 {
		return c
	}
	if c := strings.Compare(a.published, b.published); c != 0 {
		return c
	}
	if c := strings.Compare(a.From.Document, b.From.Document); c != 0 {
		return c
	}
	return cmp.Compare(a.row, b.row)
}

// seriesOf returns what comparePrefix looks at of a record's series.
func seriesOf(r *record) *indicators.SeriesKey {
	return &indicators.SeriesKey{
		Indicator: r.Indicator, Region: r.Region, Measure: r.Measure, Basis: r.Basis, Status: r.Status, Unit: r.Unit,
	}
}

// comparePrefix orders series as their observations are ordered before the
// period counts: by all of the key but the frequency.
func comparePrefix(a, b *indicators.SeriesKey) int {
	if c := strings.Compare(a.Indicator, b.Indicator); c != 0 {
		return c
	}
	if c := strings.Compare(a.Region, b.Region); c != 0 {
		return c
	}
	if c := cmp.Or(cmp.Compare(a.Measure, b.Measure), cmp.Compare(a.Basis, b.Basis), cmp.Compare(a.Status, b.Status)); c != 0 {
		return c
	}
	return strings.Compare(a.Unit, b.Unit)
}

// scanner reads the columns of rows into records.
type scanner struct {
	period, published, value, reading string
	dest                              []any
	steps                             []indicators.Step // room for traces
}

// newScanner returns a scanner of rows that have first what lead points to,
// then columns.
func newScanner(lead ...any) *scanner {
	s := new(scanner)
	s.dest = append(lead, &s.period, &s.published, &s.value, &s.reading)
	return s
}

// scan reads one row into r, the key of its series and its place excepted.
func (s *scanner) scan(rows interface{ Scan(...any) error }, r *record) (err error) {
	if err = rows.Scan(s.dest...); err != nil {
		return err
	}
	if r.Period, err = decodePeriod(s.period); err != nil {
		return err
	}
	var exponent int
	if exponent, s.steps, err = decodeReading(s.reading, &r.Observation, s.steps); err != nil {
		return err
	}
	r.published = s.published
	r.Value, err = decodeValue(s.value, exponent)
	return err
}

// is sets the key of a record's series.
func (r *record) is(k *indicators.SeriesKey) {
	r.Indicator, r.Region, r.Measure, r.Basis, r.Status, r.Unit = k.Indicator, k.Region, k.Measure, k.Basis, k.Status, k.Unit
}
