package sqlstore

import (
	"context"
	"iter"
	"slices"

	"suanpan/indicators"
)

// endsOfSeries gives, for each of a list of series, its first period and the
// latest vintage of its last.
const endsOfSeries = `SELECT o.series, (SELECT min(x.period) FROM observations x WHERE x.series = j.value), ` + columns + `
	FROM {expand} j JOIN observations o ON o.id = (
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
					return storeError{errStop}
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
	all, err := in.listSeries(q)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(l seriesLine) bool { return l.Frequency == "" })
	for len(all) > 0 {
		n := min(chunk, len(all))
		for n < len(all) && comparePrefix(&all[n-1].SeriesKey, &all[n].SeriesKey) == 0 {
			n++
		}
		infos, err := in.ends(all[:n])
		if err != nil {
			return err
		}
		if err := f(infos); err != nil {
			return err
		}
		all = all[n:]
	}
	return nil
}

// ends summarises series by their first and last points. Series that differ by
// frequency alone come in the order of their first periods.
func (in session) ends(lines []seriesLine) ([]indicators.SeriesInfo, error) {
	ids := make([]int64, len(lines))
	at := make(map[int64]int, len(lines))
	for i, l := range lines {
		ids[i], at[l.id] = l.id, i
	}
	out := make([]indicators.SeriesInfo, len(lines))
	var series int64
	var first string
	sc := newScanner(&series, &first)
	rows, err := in.query(endsOfSeries, list(ids))
	err = eachRow(rows, err, func() error {
		var r record
		if err := sc.scan(rows, &r); err != nil {
			return err
		}
		l := &lines[at[series]]
		r.is(&l.SeriesKey)
		begin, err := decodePeriod(first)
		out[at[series]] = indicators.SeriesInfo{
			SeriesKey: l.SeriesKey, Name: r.Name, Place: r.Place,
			Points: l.points, Vintages: l.vintages, First: begin, Last: r.Period, Latest: r.Observation,
		}
		return err
	})
	slices.SortStableFunc(out, func(a, b indicators.SeriesInfo) int {
		if c := comparePrefix(&a.SeriesKey, &b.SeriesKey); c != 0 {
			return c
		}
		return a.First.Compare(b.First)
	})
	return out, err
}
