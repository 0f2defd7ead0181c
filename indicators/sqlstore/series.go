package sqlstore

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"

	"suanpan/indicators"
)

// endsOfSeries gives, for each of a list of series, its first period and the
// latest vintage of its last.
const endsOfSeries = `SELECT (SELECT min(x.period) FROM observations x WHERE x.series = j.value), ` + columns + `
	FROM {ids} j JOIN observations o ON o.id = (
		SELECT x.id FROM observations x JOIN documents d ON d.number = x.document WHERE x.series = j.value
		ORDER BY x.period DESC, x.published DESC, d.id DESC, x.id DESC LIMIT 1)`

// chunk is how many series are looked up at a time.
const chunk = 400

// Series implements [indicators.Store]. Observations without a period are on
// no time axis and in no series; see [indicators.Join]. A query by indicator,
// region, measure and status reads no more than two observations of a series;
// one by document or by date reads all that it selects.
func (s *Store) Series(ctx context.Context, q indicators.Query) iter.Seq2[indicators.SeriesInfo, error] {
	return sequence(ctx, s, func(in session, yield func(indicators.SeriesInfo) error) error {
		n := 0
		each := func(group []indicators.SeriesInfo) error {
			for _, info := range group {
				if err := yield(info); err != nil {
					return err
				}
				if n++; n == q.Limit {
					return errStop
				}
			}
			return nil
		}
		if q.Document != "" || !q.Since.IsZero() || !q.Until.IsZero() || !q.AsOf.IsZero() {
			return in.eachGroup(q, func(group []*record) error { return each(summarise(group)) })
		}
		return in.eachSummary(q, each)
	})
}

// summarise joins observations and tells what each series holds.
func summarise(group []*record) []indicators.SeriesInfo {
	obs := make([]indicators.Observation, len(group))
	for i, r := range group {
		obs[i] = r.Observation
	}
	var out []indicators.SeriesInfo
	for _, s := range indicators.Join(obs) {
		last := s.Points[len(s.Points)-1]
		info := indicators.SeriesInfo{
			SeriesKey: s.SeriesKey, Name: s.Name, Place: s.Place,
			Points: len(s.Points), First: s.Points[0].Period, Last: last.Period, Latest: last.Latest(),
		}
		for _, p := range s.Points {
			info.Vintages += len(p.Vintages)
		}
		out = append(out, info)
	}
	return out
}

// eachSummary calls f with the series that the query selects, by what the
// table of series counts.
func (in session) eachSummary(q indicators.Query, f func([]indicators.SeriesInfo) error) error {
	lines, err := in.listSeries(q)
	if err != nil {
		return err
	}
	lines = slices.DeleteFunc(lines, func(l seriesLine) bool { return l.Frequency == "" })
	for len(lines) > 0 {
		n := min(chunk, len(lines))
		for n < len(lines) && lines[n].group == lines[n-1].group {
			n++
		}
		infos, err := in.ends(lines[:n])
		if err != nil {
			return err
		}
		if err := f(infos); err != nil {
			return err
		}
		lines = lines[n:]
	}
	return nil
}

// ends summarises series by their first and last points, in the order of their
// groups and within a group of their first points.
func (in session) ends(lines []seriesLine) ([]indicators.SeriesInfo, error) {
	var first string
	sc := newScanner(&first)
	records := make([]record, 0, len(lines))
	firsts := make(map[int64]indicators.Period, len(lines))
	rows, err := in.query(endsOfSeries, list(lines))
	err = eachRow(rows, err, func() error {
		records = append(records, record{})
		r := &records[len(records)-1]
		if err := sc.scan(rows, r); err != nil {
			return err
		}
		p, err := decodePeriod(first)
		firsts[r.id>>seriesBits] = p
		return err
	})
	if err == nil {
		err = assign(records, lines)
	}
	if err != nil {
		return nil, err
	}
	latest := make(map[int64]*record, len(lines))
	for i := range records {
		latest[records[i].id>>seriesBits] = &records[i]
	}
	slices.SortFunc(lines, func(a, b seriesLine) int {
		return cmp.Or(a.group-b.group, firsts[a.id].Compare(firsts[b.id]))
	})
	out := make([]indicators.SeriesInfo, 0, len(lines))
	for _, l := range lines {
		r := latest[l.id]
		if r == nil {
			return nil, fmt.Errorf("series %d has no observation: the store is damaged", l.id)
		}
		out = append(out, indicators.SeriesInfo{
			SeriesKey: l.SeriesKey, Name: r.Name, Place: r.Place, Points: l.points, Vintages: l.vintages,
			First: firsts[l.id], Last: r.Period, Latest: r.Observation,
		})
	}
	return out, nil
}
