package sqlstore

import (
	"context"
	"iter"
	"maps"
	"slices"

	"suanpan/indicators"
)

const (
	seriesColumns = `s.id, s.indicator, s.region, s.measure, s.basis, s.status, s.unit, s.frequency, s.points, s.vintages`
	inIndicators  = `s.indicator {among}`
	inRegions     = `s.region {among}`
	withinDays    = `o.period >= ? AND o.period < ? AND o.published >= ? AND o.published <= ?`

	listSeries           = `SELECT ` + seriesColumns + ` FROM series s`
	listSeriesIndicators = listSeries + ` WHERE ` + inIndicators
	listSeriesRegions    = listSeries + ` WHERE ` + inRegions
	listSeriesBoth       = listSeries + ` WHERE ` + inIndicators + ` AND ` + inRegions

	observationsOfSeries = `SELECT ` + columns + ` FROM {ids} j
		JOIN observations o ON {of} WHERE ` + withinDays
	observationsOfDocument = `SELECT ` + seriesColumns + `, ` + columns + ` FROM documents d
		JOIN observations o ON o.document = d.number JOIN series s ON s.id = o.series
		WHERE d.id = ? AND ` + withinDays
)

var reads = []string{
	getDocument, listDocuments, findByID, findByText, findByTitle, listRejects,
	listOriginals, originalsOfDocument, originalsOfHash, listSeries, listSeriesIndicators, listSeriesRegions, listSeriesBoth,
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
					return errStop
				}
			}
			return nil
		})
	})
}

// eachGroup calls f with what the query selects, but for its limit: the
// observations of some series at a time, in the order of [indicators.Store],
// all of a series in one call. The records are f's until it returns.
func (in session) eachGroup(q indicators.Query, f func([]*record) error) error {
	if checkText(q.Document) != nil {
		return nil
	}
	if q.Document != "" {
		records, err := in.ofDocument(q)
		if err != nil {
			return err
		}
		return f(ordered(records))
	}
	lines, err := in.listSeries(q)
	if err != nil {
		return err
	}
	var records []record
	for len(lines) > 0 {
		n := cut(lines)
		if records, err = in.ofSeries(lines[:n], q, records); err != nil {
			return err
		}
		if err := f(ordered(records)); err != nil {
			return err
		}
		lines = lines[n:]
	}
	return nil
}

// cut returns how many of the series are read at a time: few thousand
// observations where that many series are whole groups.
func cut(lines []seriesLine) int {
	n, observations := 0, 0
	for n < len(lines) && (observations < 4096 || lines[n].group == lines[n-1].group) {
		observations += lines[n].vintages
		n++
	}
	return n
}

// ordered returns the records in their order.
func ordered(records []record) []*record {
	order := make([]*record, len(records))
	for i := range records {
		order[i] = &records[i]
	}
	slices.SortFunc(order, (*record).compare)
	return order
}

// ofSeries returns the observations of the series, in the memory of room.
func (in session) ofSeries(lines []seriesLine, q indicators.Query, room []record) ([]record, error) {
	n := 0
	for i := range lines {
		n += lines[i].vintages
	}
	clear(room)
	records := slices.Grow(room[:0], n)
	sc := newScanner()
	rows, err := in.query(observationsOfSeries, append([]any{list(lines)}, days(q)...)...)
	err = eachRow(rows, err, func() error {
		records = append(records, record{})
		return sc.scan(rows, &records[len(records)-1])
	})
	if err != nil {
		return nil, err
	}
	return records, assign(records, lines)
}

// ofDocument returns the observations of the document that the query names.
func (in session) ofDocument(q indicators.Query) ([]record, error) {
	var line seriesLine
	sc := newScanner(line.fields()...)
	var records []record
	seen := map[int64]seriesLine{}
	rows, err := in.query(observationsOfDocument, append([]any{q.Document}, days(q)...)...)
	err = eachRow(rows, err, func() error {
		var r record
		if err := sc.scan(rows, &r); err != nil {
			return err
		}
		if selects(q, &line.SeriesKey) {
			records = append(records, r)
			seen[line.id] = line
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	lines := slices.Collect(maps.Values(seen))
	arrange(lines)
	return records, assign(records, lines)
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
	to += "~" // behind every edition of the day
	return []any{since, until + "0", from, to}
}

// selects reports whether a query selects a series by its key.
func selects(q indicators.Query, k *indicators.SeriesKey) bool {
	return contains(q.Indicators, k.Indicator) && contains(q.Regions, k.Region) &&
		contains(q.Measures, k.Measure) && contains(q.Statuses, k.Status)
}

// contains reports whether list holds v, as a list that is empty does.
func contains[T comparable](list []T, v T) bool {
	return len(list) == 0 || slices.Contains(list, v)
}
