package sqlstore

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"suanpan/indicators"
)

// seriesLine is a row of the table series.
type seriesLine struct {
	id int64
	indicators.SeriesKey
	points, vintages int
	group            int // its number among the series that differ by more than frequency; see arrange
}

// fields are where seriesColumns are scanned to.
func (l *seriesLine) fields() []any {
	return []any{&l.id, &l.Indicator, &l.Region, &l.Measure, &l.Basis, &l.Status, &l.Unit, &l.Frequency, &l.points, &l.vintages}
}

// listSeries returns the series that the query's keys select, in order. The
// list of all series of a store is held in memory; their observations are not.
func (in session) listSeries(q indicators.Query) ([]seriesLine, error) {
	query, args := listSeries, []any(nil)
	switch i, r := len(q.Indicators) > 0, len(q.Regions) > 0; {
	case i && r:
		query, args = listSeriesBoth, []any{array(q.Indicators), array(q.Regions)}
	case i:
		query, args = listSeriesIndicators, []any{array(q.Indicators)}
	case r:
		query, args = listSeriesRegions, []any{array(q.Regions)}
	}
	rows, err := in.query(query, args...)
	var l seriesLine
	fields := l.fields()
	var out []seriesLine
	err = eachRow(rows, err, func() error {
		if err := rows.Scan(fields...); err != nil {
			return err
		}
		if contains(q.Measures, l.Measure) && contains(q.Statuses, l.Status) {
			out = append(out, l)
		}
		return nil
	})
	arrange(out)
	return out, err
}

// arrange orders series as their observations are ordered before the period
// counts, by all of the key but the frequency, and numbers their groups: the
// series of one group differ by frequency alone, so their periods interleave.
func arrange(lines []seriesLine) {
	slices.SortFunc(lines, func(a, b seriesLine) int {
		if c := comparePrefix(&a.SeriesKey, &b.SeriesKey); c != 0 {
			return c
		}
		return strings.Compare(a.Frequency, b.Frequency)
	})
	for i := 1; i < len(lines); i++ {
		lines[i].group = lines[i-1].group
		if comparePrefix(&lines[i-1].SeriesKey, &lines[i].SeriesKey) != 0 {
			lines[i].group++
		}
	}
}

// comparePrefix compares all of two keys but the frequency.
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

// assign gives records the keys and the groups of their series.
func assign(records []record, lines []seriesLine) error {
	byID := make(map[int64]*seriesLine, len(lines))
	for i := range lines {
		byID[lines[i].id] = &lines[i]
	}
	var l *seriesLine
	for i := range records {
		r := &records[i]
		if id := r.id >> seriesBits; l == nil || l.id != id {
			if l = byID[id]; l == nil {
				return fmt.Errorf("observation %d is of no series: the store is damaged", r.id)
			}
		}
		r.Indicator, r.Region, r.Measure, r.Basis, r.Status, r.Unit = l.Indicator, l.Region, l.Measure, l.Basis, l.Status, l.Unit
		r.group = l.group
	}
	return nil
}

// array is a JSON array of the strings, for {among}, less those that no store
// holds: not every database may be asked for them.
func array(texts []string) string {
	texts = slices.DeleteFunc(slices.Clone(texts), func(s string) bool { return checkText(s) != nil })
	b, _ := json.Marshal(texts) // there is a form for every string
	return string(b)
}

// list is a JSON array of the numbers of the series, for {ids}.
func list(lines []seriesLine) string {
	b := []byte{'['}
	for i := range lines {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, lines[i].id, 10)
	}
	return string(append(b, ']'))
}
