package sqlstore

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"suanpan/indicators"
)

const (
	putDocument = `INSERT INTO documents
		(id, title, publisher, url, kind, region, published, excerpt, length, observations, rejects, catalogue)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET
		title = excluded.title, publisher = excluded.publisher, url = excluded.url, kind = excluded.kind,
		region = excluded.region, published = excluded.published, excerpt = excluded.excerpt,
		length = excluded.length, observations = excluded.observations, rejects = excluded.rejects,
		catalogue = excluded.catalogue
		RETURNING number`
	putText          = `INSERT INTO texts (document, text) VALUES (?, ?) ON CONFLICT (document) DO UPDATE SET text = excluded.text`
	oldPoints        = `SELECT series, period FROM observations WHERE document = ?`
	dropObservations = `DELETE FROM observations WHERE document = ?`
	dropRejects      = `DELETE FROM rejects WHERE document = ?`
	findSeries       = `SELECT id, serial FROM series WHERE indicator = ? AND region = ? AND measure = ? AND basis = ? AND status = ? AND unit = ? AND frequency = ?`
	addSeries        = `INSERT INTO series (indicator, region, measure, basis, status, unit, frequency, points, vintages, serial) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0) RETURNING id`
	countSeries      = `UPDATE series SET points = points + ?, vintages = vintages + ?, serial = serial + ? WHERE id = ?`
	dropSeries       = `DELETE FROM series WHERE id = ? AND vintages = 0`
	findPoint        = `SELECT 1 FROM observations WHERE series = ? AND period = ? LIMIT 1`
)

// Rows are inserted many at a time and the rest one by one.
const batch = 16

var (
	addObservation, addObservations = insert("observations", 7)
	addReject, addRejects           = insert("rejects", 6)
)

func insert(table string, columns int) (one, many string) {
	row := "(?" + strings.Repeat(", ?", columns-1) + ")"
	one = "INSERT INTO " + table + " VALUES " + row
	return one, one + strings.Repeat(", "+row, batch-1)
}

var writes = []string{
	putDocument, putText, oldPoints, dropObservations, dropRejects, findSeries, addSeries, countSeries,
	dropSeries, findPoint, addObservation, addObservations, addReject, addRejects,
}

// Put implements [indicators.Store]. It refuses, before anything is written,
// what could not be read back exactly: text with NUL or that is not UTF-8,
// days that are none of the calendar, spans outside the text, and figures that
// name another document or another catalogue than the first.
func (s *Store) Put(ctx context.Context, d *indicators.Document, obs []indicators.Observation, rejects []indicators.Reject) error {
	if err := check(d, obs, rejects); err != nil {
		return fmt.Errorf("store %s: %w", s.name, err)
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(ctx, err)
	}
	defer tx.Rollback()
	w := writer{session: session{s, ctx, tx, s.writing}, series: map[indicators.SeriesKey]*seriesState{}, points: map[seriesPoint]*pointState{}}
	if err := w.put(d, obs, rejects); err != nil {
		return s.explain(ctx, err)
	}
	return s.explain(ctx, tx.Commit())
}

// writer is one Put under way.
type writer struct {
	session
	series map[indicators.SeriesKey]*seriesState // of the new figures
	points map[seriesPoint]*pointState           // of the old and the new
}

// seriesState is a series that gains figures.
type seriesState struct {
	id, serial int64
	fresh      bool // had no figure before
}

// seriesPoint is one period of one series.
type seriesPoint struct {
	series int64
	period string
}

// pointState counts a point's figures from this document, before and after.
type pointState struct{ before, after int64 }

func (w *writer) put(d *indicators.Document, obs []indicators.Observation, rejects []indicators.Reject) error {
	number, err := w.putDocument(d, obs, rejects)
	if err != nil {
		return err
	}
	if err := w.dropOld(number); err != nil {
		return err
	}
	states := make([]*seriesState, len(obs))
	for i := range obs {
		if states[i], err = w.findSeries(indicators.KeyOf(obs[i])); err != nil {
			return err
		}
		w.point(seriesPoint{states[i].id, encodePeriod(obs[i].Period)}).after++
	}
	if err := w.count(); err != nil {
		return err
	}
	rows := make([][]any, len(obs))
	published := d.Published.String()
	for i, at := range byPlace(obs) {
		rows[i] = observationRow(&obs[at], number, states[at], published)
	}
	if err := w.addAll(addObservation, addObservations, rows); err != nil {
		return err
	}
	rows = rows[:0]
	for i, r := range rejects {
		rows = append(rows, []any{number, i, r.Span.Start, r.Span.End, r.Quote, r.Reason})
	}
	return w.addAll(addReject, addRejects, rows)
}

func (w *writer) putDocument(d *indicators.Document, obs []indicators.Observation, rejects []indicators.Reject) (number int64, err error) {
	catalogue, excerpt := "", 0
	if len(obs) > 0 {
		catalogue = obs[0].From.Catalogue
	}
	if d.Excerpt {
		excerpt = 1
	}
	err = w.row(putDocument, d.ID, d.Title, d.Publisher, d.URL, d.Kind, d.Region, d.Published.String(), excerpt,
		len(d.Text), len(obs), len(rejects), catalogue).Scan(&number)
	if err != nil {
		return 0, err
	}
	return number, w.exec(putText, number, d.Text)
}

// dropOld takes out what the document gave before and notes its points.
func (w *writer) dropOld(number int64) error {
	rows, err := w.query(oldPoints, number)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var p seriesPoint
		if err := rows.Scan(&p.series, &p.period); err != nil {
			return err
		}
		w.point(p).before++
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return errors.Join(w.exec(dropObservations, number), w.exec(dropRejects, number))
}

func (w *writer) point(k seriesPoint) *pointState {
	if w.points[k] == nil {
		w.points[k] = new(pointState)
	}
	return w.points[k]
}

// findSeries returns the series with this key, a new one where there is none.
func (w *writer) findSeries(k indicators.SeriesKey) (*seriesState, error) {
	if st := w.series[k]; st != nil {
		return st, nil
	}
	st := new(seriesState)
	args := []any{k.Indicator, k.Region, int(k.Measure), int(k.Basis), int(k.Status), k.Unit, k.Frequency}
	err := w.row(findSeries, args...).Scan(&st.id, &st.serial)
	if errors.Is(err, sql.ErrNoRows) {
		st.fresh = true
		err = w.row(addSeries, args...).Scan(&st.id)
	}
	w.series[k] = st
	return st, err
}

// count brings the counts of every series up to date. It runs between the
// removal of the old figures and the insertion of the new, when a point that
// is found is another document's.
func (w *writer) count() error {
	type change struct{ points, vintages, serial int64 }
	changes := map[int64]change{}
	fresh := map[int64]bool{}
	for _, st := range w.series {
		fresh[st.id] = st.fresh
	}
	for k, n := range w.points {
		c := changes[k.series]
		c.vintages += n.after - n.before
		c.serial += n.after
		if (n.before > 0) != (n.after > 0) {
			others := false
			if !fresh[k.series] {
				var err error
				if others, err = w.hasPoint(k); err != nil {
					return err
				}
			}
			switch {
			case others:
			case n.after > 0:
				c.points++
			default:
				c.points--
			}
		}
		changes[k.series] = c
	}
	for id, c := range changes {
		if err := w.exec(countSeries, c.points, c.vintages, c.serial, id); err != nil {
			return err
		}
		if c.vintages < 0 {
			if err := w.exec(dropSeries, id); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writer) hasPoint(k seriesPoint) (bool, error) {
	var one int
	err := w.row(findPoint, k.series, k.period).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// addAll inserts rows, many at a time.
func (w *writer) addAll(one, many string, rows [][]any) error {
	args := make([]any, 0, batch*7)
	for ; len(rows) >= batch; rows = rows[batch:] {
		args = args[:0]
		for _, r := range rows[:batch] {
			args = append(args, r...)
		}
		if err := w.exec(many, args...); err != nil {
			return err
		}
	}
	for _, r := range rows {
		if err := w.exec(one, r...); err != nil {
			return err
		}
	}
	return nil
}

// byPlace returns the indexes of observations in the order of the text.
func byPlace(obs []indicators.Observation) []int {
	order := make([]int, len(obs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := obs[i].From.Span, obs[j].From.Span
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return order
}

// observationRow returns a row of the table observations, and gives it the
// next place of its series.
func observationRow(o *indicators.Observation, document int64, in *seriesState, published string) []any {
	id := firstOf(in.id) + in.serial
	in.serial++
	return []any{id, in.id, document, encodePeriod(o.Period), published, o.Text(), encodeReading(o)}
}
