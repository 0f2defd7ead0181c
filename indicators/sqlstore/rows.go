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

// encodePublished writes what orders the vintages of a point as text: the day of
// publication, then the edition, where it is not the first, such as
// 2024-03-01+000001.
func encodePublished(d *indicators.Document) string {
	if d.Edition == 0 {
		return d.Published.String()
	}
	return fmt.Sprintf("%s+%06d", d.Published, d.Edition)
}

// maxEdition is the greatest that encodePublished keeps in order.
const maxEdition = 999_999

// columns are those of an observation o, less its series, in the order that
// scanner.scan wants them.
const columns = `o.id, o.period, o.published, o.value, o.reading`

// record is an observation with what orders it.
type record struct {
	indicators.Observation
	id        int64
	published string // of the document; see encodePublished
	group     int    // of its series; see arrange
}

// compare orders records as [indicators.Store] states. The observations of one
// document and series have their IDs in the order of the text.
func (a *record) compare(b *record) int {
	if a.group != b.group {
		return a.group - b.group
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
	return cmp.Compare(a.id, b.id)
}

// scanner reads the columns of rows into records.
type scanner struct {
	id                                int64
	period, published, value, reading string
	dest                              []any
	steps                             []indicators.Step // room for traces
}

// newScanner returns a scanner of rows that have first what lead points to,
// then columns.
func newScanner(lead ...any) *scanner {
	s := new(scanner)
	s.dest = append(lead, &s.id, &s.period, &s.published, &s.value, &s.reading)
	return s
}

// scan reads one row into r, all but what its series gives; see assign.
func (s *scanner) scan(rows interface{ Scan(...any) error }, r *record) (err error) {
	if err = rows.Scan(s.dest...); err != nil {
		return err
	}
	r.id, r.published = s.id, s.published
	if r.Period, err = decodePeriod(s.period); err != nil {
		return err
	}
	var exponent int
	if exponent, s.steps, err = decodeReading(s.reading, &r.Observation, s.steps); err != nil {
		return err
	}
	r.Value, err = decodeValue(s.value, exponent)
	return err
}
