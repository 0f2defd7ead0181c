package sqlstore

import (
	"context"
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"suanpan/indicators"
)

const (
	seriesColumns = `s.id, s.indicator, s.region, s.measure, s.basis, s.status, s.unit, s.frequency, s.points, s.vintages`
	inIndicators  = `s.indicator IN (SELECT value FROM {expand})`
	inRegions     = `s.region IN (SELECT value FROM {expand})`
	withinDays    = `o.period >= ? AND o.period < ? AND o.published >= ? AND o.published <= ?`

	listSeries           = `SELECT ` + seriesColumns + ` FROM series s`
	listSeriesIndicators = listSeries + ` WHERE ` + inIndicators
	listSeriesRegions    = listSeries + ` WHERE ` + inRegions
	listSeriesBoth       = listSeries + ` WHERE ` + inIndicators + ` AND ` + inRegions

	observationsOfSeries   = `SELECT ` + columns + ` FROM observations o WHERE o.id >= ? AND o.id < ? AND ` + withinDays + ` ORDER BY o.id`
	observationsOfDocument = `SELECT ` + seriesColumns + `, ` + columns + ` FROM documents d
		JOIN observations o ON o.document = d.number JOIN series s ON s.id = o.series
		WHERE d.id = ? AND ` + withinDays + ` ORDER BY o.id`
)

var reads = []string{
	getDocument, listDocuments, listRejects, listSeries, listSeriesIndicators, listSeriesRegions, listSeriesBoth,
	observationsOfSeries, observationsOfDocument, endsOfSeries,
}

// Observations implements [indicators.Store].
func (s *Store) Observations(ctx context.Context, q indicators.Query) iter.Seq2[indicators.Observation, error] {
	return sequence(ctx, s, func(in session, yield func(indicators.Observation) error) error {
		n := 0
		return in.eachGroup(q, func(group []*record) error {
			for _, r := range group {
				if err := yield(r.Observation); err != nil {
					return err
				}
				if n++; n == q.Limit {
					return storeError{errStop}
				}
			}
			return nil
		})
	})
}

// eachGroup calls f with what the query selects, but for its limit: the
// observations of one or more series at a time, in the order of
// [indicators.Store], all of a series in one call. The records are f's until
// it returns.
func (in session) eachGroup(q indicators.Query, f func([]*record) error) error {
	if q.Document != "" {
		records, err := in.ofDocument(q)
		if err != nil {
			return err
		}
		return f(ordered(records))
	}
	list, err := in.listSeries(q)
	if err != nil {
		return err
	}
	sc := newScanner()
	var records []record
	for i := range list {
		if records, err = in.ofSeries(sc, &list[i], q, records); err != nil {
			return err
		}
		if i+1 < len(list) && comparePrefix(&list[i].SeriesKey, &list[i+1].SeriesKey) == 0 {
			continue // another frequency of the same, whose periods come in between
		}
		if err := f(ordered(records)); err != nil {
			return err
		}
		clear(records)
		records = records[:0]
	}
	return nil
}

// ordered returns the records in their order.
func ordered(records []record) []*record {
	order := make([]*record, len(records))
	for i := range records {
		order[i], records[i].row = &records[i], i
	}
	slices.SortFunc(order, (*record).compare)
	return order
}

func (in session) ofDocument(q indicators.Query) (records []record, err error) {
	var line seriesLine
	sc := newScanner(line.fields()...)
	rows, err := in.query(observationsOfDocument, append([]any{q.Document}, days(q)...)...)
	err = eachRow(rows, err, func() error {
		var r record
		err := sc.scan(rows, &r)
		if r.is(&line.SeriesKey); err == nil && selects(q, line.SeriesKey) {
			records = append(records, r)
		}
		return err
	})
	return records, err
}

// ofSeries appends the observations of one series to records.
func (in session) ofSeries(sc *scanner, s *seriesLine, q indicators.Query, records []record) ([]record, error) {
	records = slices.Grow(records, s.vintages)
	rows, err := in.query(observationsOfSeries, append([]any{firstOf(s.id), firstOf(s.id + 1)}, days(q)...)...)
	err = eachRow(rows, err, func() error {
		records = append(records, record{})
		r := &records[len(records)-1]
		r.is(&s.SeriesKey)
		return sc.scan(rows, r)
	})
	return records, err
}

// days returns the arguments of withinDays. What has no day is selected only
// where nothing is asked of it. A period begins with its last day and a
// slash, which sorts before every digit.
func days(q indicators.Query) []any {
	const firstDay, lastDay = "0001-01-01", "9999-12-31"
	since, until, from, to := q.Since.String(), lastDay, "", lastDay
	if !q.Until.IsZero() {
		since, until = max(since, firstDay), q.Until.String()
	}
	if !q.AsOf.IsZero() {
		from, to = firstDay, q.AsOf.String()
	}
	return []any{since, until + "0", from, to}
}

// selects reports whether a query selects a series by its key.
func selects(q indicators.Query, k indicators.SeriesKey) bool {
	return contains(q.Indicators, k.Indicator) && contains(q.Regions, k.Region) &&
		contains(q.Measures, k.Measure) && contains(q.Statuses, k.Status)
}

// contains reports whether list holds v, as a list that is empty does.
func contains[T comparable](list []T, v T) bool {
	return len(list) == 0 || slices.Contains(list, v)
}

// seriesLine is a row of the table series.
type seriesLine struct {
	id int64
	indicators.SeriesKey
	points, vintages int
}

func (l *seriesLine) fields() []any {
	return []any{&l.id, &l.Indicator, &l.Region, &l.Measure, &l.Basis, &l.Status, &l.Unit, &l.Frequency, &l.points, &l.vintages}
}

// listSeries returns the series that the query's keys select, in order, those
// of one prefix beside each other. It holds no observation in memory.
func (in session) listSeries(q indicators.Query) ([]seriesLine, error) {
	query, args := listSeries, []any(nil)
	switch i, r := len(q.Indicators) > 0, len(q.Regions) > 0; {
	case i && r:
		query, args = listSeriesBoth, []any{list(q.Indicators), list(q.Regions)}
	case i:
		query, args = listSeriesIndicators, []any{list(q.Indicators)}
	case r:
		query, args = listSeriesRegions, []any{list(q.Regions)}
	}
	rows, err := in.query(query, args...)
	var out []seriesLine
	err = eachRow(rows, err, func() error {
		var l seriesLine
		if err := rows.Scan(l.fields()...); err != nil {
			return err
		}
		if contains(q.Measures, l.Measure) && contains(q.Statuses, l.Status) {
			out = append(out, l)
		}
		return nil
	})
	slices.SortFunc(out, func(a, b seriesLine) int {
		if c := comparePrefix(&a.SeriesKey, &b.SeriesKey); c != 0 {
			return c
		}
		return strings.Compare(a.Frequency, b.Frequency)
	})
	return out, err
}

// list is a JSON array of the elements, for {expand}.
func list[T any](elements []T) string {
	b, _ := json.Marshal(elements) // strings and integers always have a form
	return string(b)
}
