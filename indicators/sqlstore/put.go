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
		(id, title, publisher, url, kind, region, published, excerpt, length, observations, rejects, catalogue, fingerprint, edition)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET
		title = excluded.title, publisher = excluded.publisher, url = excluded.url, kind = excluded.kind,
		region = excluded.region, published = excluded.published, excerpt = excluded.excerpt,
		length = excluded.length, observations = excluded.observations, rejects = excluded.rejects,
		catalogue = excluded.catalogue, fingerprint = excluded.fingerprint, edition = excluded.edition
		RETURNING number`
	putText          = `INSERT INTO texts (document, text, pages) VALUES (?, ?, ?) ON CONFLICT (document) DO UPDATE SET text = excluded.text, pages = excluded.pages`
	oldPoints        = `SELECT series, period FROM observations WHERE document = ?`
	dropObservations = `DELETE FROM observations WHERE document = ?`
	dropRejects      = `DELETE FROM rejects WHERE document = ?`
	dropSeries       = `DELETE FROM series WHERE id = ? AND vintages = 0`
)

var (
	// addSeries makes the series that are not there, and locks those that are.
	addSeries = values(`INSERT INTO series (indicator, region, measure, basis, status, unit, frequency, points, vintages, serial)`,
		`(?, ?, ?, ?, ?, ?, ?, 0, 0, 0)`,
		`ON CONFLICT (indicator, region, measure, basis, status, unit, frequency) DO UPDATE SET serial = series.serial
		RETURNING id, serial, indicator, region, measure, basis, status, unit, frequency`)
	countSeries = values(`WITH c (id, points, vintages, serial) AS (`,
		`(CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT))`,
		`) UPDATE series SET points = series.points + c.points, vintages = series.vintages + c.vintages, serial = series.serial + c.serial
		FROM c WHERE series.id = c.id`)
	findPoints = values(`WITH p (series, period) AS (`, `(CAST(? AS BIGINT), CAST(? AS TEXT))`,
		`) SELECT p.series, p.period FROM p WHERE EXISTS (SELECT 1 FROM observations o WHERE o.series = p.series AND o.period = p.period)`)

	observationColumns = []string{"id", "series", "document", "period", "published", "value", "reading"}
	rejectColumns      = []string{"document", "ordinal", "span_start", "span_end", "quote", "reason"}
	addObservations    = values(`INSERT INTO observations (`+strings.Join(observationColumns, ", ")+`)`, `(?, ?, ?, ?, ?, ?, ?)`, ``)
	addRejects         = values(`INSERT INTO rejects (`+strings.Join(rejectColumns, ", ")+`)`, `(?, ?, ?, ?, ?, ?)`, ``)
)

var writes = slices.Concat(
	[]string{putDocument, putText, oldPoints, dropObservations, dropRejects, dropSeries, findNumber, putOriginal},
	addSeries[:], countSeries[:], findPoints[:], addObservations[:], addRejects[:],
)

// Put implements [indicators.Store]. It refuses, before anything is written,
// what could not be read back exactly: text with NUL or that is not UTF-8,
// days that are none of the calendar, spans outside the text, and figures that
// name another document or another catalogue than the first.
func (s *Store) Put(ctx context.Context, d *indicators.Document, obs []indicators.Observation, rejects []indicators.Reject) error {
	if err := check(d, obs, rejects); err != nil {
		return &indicators.RefusedError{Err: fmt.Errorf("store %s: %w", s.name, err)}
	}
	return s.change(ctx, func(w writer) error { return w.put(d, obs, rejects) })
}

// change runs f in a transaction that no other writer runs beside, and commits
// what it did where it gave no error.
func (s *Store) change(ctx context.Context, f func(writer) error) error {
	conn, err := s.write.Conn(ctx)
	if err != nil {
		return s.explain(ctx, err)
	}
	defer conn.Close()
	// The wait for the writer's turn ends when ctx does. After that ctx is
	// asked between statements, none of which takes long, and a commit that
	// has begun is not disturbed: a change that returns an error has changed
	// nothing.
	turn, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	stop := context.AfterFunc(ctx, cancel)
	tx, err := s.takeTurn(turn, conn)
	stop()
	if err != nil {
		return s.explain(ctx, err)
	}
	defer tx.Rollback()
	if err := f(writer{session{s, ctx, turn, tx, s.writing}, conn}); err != nil {
		return s.explain(ctx, err)
	}
	if err := ctx.Err(); err != nil {
		return s.explain(ctx, err)
	}
	return s.explain(turn, tx.Commit())
}

// takeTurn begins a transaction that no other writer runs beside.
func (s *Store) takeTurn(ctx context.Context, conn *sql.Conn) (*sql.Tx, error) {
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil || s.engine.queue == "" {
		return tx, err
	}
	if _, err := tx.ExecContext(ctx, s.engine.queue); err != nil {
		tx.Rollback()
		return nil, err
	}
	return tx, nil
}

// writer is one change under way.
type writer struct {
	session
	conn *sql.Conn
}

// seriesState is a series that gains figures.
type seriesState struct{ id, serial int64 }

// seriesPoint is one period of one series.
type seriesPoint struct {
	series int64
	period string
}

// pointState counts a point's figures in a document, before and after.
type pointState struct{ before, after int64 }

func (w writer) put(d *indicators.Document, obs []indicators.Observation, rejects []indicators.Reject) error {
	number, err := w.putDocument(d, obs, rejects)
	if err != nil {
		return err
	}
	points, err := w.dropOld(number)
	if err != nil {
		return err
	}
	series, err := w.addSeries(obs)
	if err != nil {
		return err
	}
	rows := make([][]any, len(obs))
	published := encodePublished(d)
	for i, at := range byPlace(obs) {
		o := &obs[at]
		in := series[indicators.KeyOf(*o)]
		p := seriesPoint{in.id, encodePeriod(o.Period)}
		n := points[p]
		n.after++
		points[p] = n
		rows[i] = []any{firstOf(in.id) + in.serial, in.id, number, p.period, published, o.Text(), encodeReading(o)}
		in.serial++
	}
	if err := w.count(points); err != nil {
		return err
	}
	if err := w.insert("observations", observationColumns, addObservations, rows); err != nil {
		return err
	}
	rows = rows[:0]
	for i, r := range rejects {
		rows = append(rows, []any{number, i, r.Span.Start, r.Span.End, r.Quote, r.Reason})
	}
	return w.insert("rejects", rejectColumns, addRejects, rows)
}

// insert adds rows to a table by the fastest way there is.
func (w writer) insert(table string, columns []string, by batched, rows [][]any) error {
	if copy := w.engine.copy; copy != nil && len(rows) > 0 {
		if err := w.asked.Err(); err != nil {
			return err
		}
		return copy(w.ctx, w.conn, table, columns, rows)
	}
	return w.each(by, rows, nil)
}

func (w writer) putDocument(d *indicators.Document, obs []indicators.Observation, rejects []indicators.Reject) (number int64, err error) {
	catalogue, excerpt := "", 0
	if len(obs) > 0 {
		catalogue = obs[0].From.Catalogue
	}
	if d.Excerpt {
		excerpt = 1
	}
	err = w.row(putDocument, d.ID, d.Title, d.Publisher, d.URL, d.Kind, d.Region, d.Published.String(), excerpt,
		len(d.Text), len(obs), len(rejects), catalogue, indicators.Fingerprint(d.Text), d.Edition).Scan(&number)
	if err != nil {
		return 0, err
	}
	return number, w.exec(putText, number, d.Text, encodePages(d.Pages))
}

// dropOld takes out what the document gave before and returns its points.
func (w writer) dropOld(number int64) (map[seriesPoint]pointState, error) {
	points := map[seriesPoint]pointState{}
	rows, err := w.query(oldPoints, number)
	err = eachRow(rows, err, func() error {
		var p seriesPoint
		if err := rows.Scan(&p.series, &p.period); err != nil {
			return err
		}
		n := points[p]
		n.before++
		points[p] = n
		return nil
	})
	if err != nil {
		return nil, err
	}
	return points, errors.Join(w.exec(dropObservations, number), w.exec(dropRejects, number))
}

// addSeries returns the series of the observations, new ones where there were
// none. They are asked for in one order by all, so that no two writers wait for
// each other.
func (w writer) addSeries(obs []indicators.Observation) (map[indicators.SeriesKey]*seriesState, error) {
	out := make(map[indicators.SeriesKey]*seriesState, len(obs))
	var lines []seriesLine
	for i := range obs {
		if k := indicators.KeyOf(obs[i]); out[k] == nil {
			out[k] = new(seriesState)
			lines = append(lines, seriesLine{SeriesKey: k})
		}
	}
	arrange(lines)
	rows := make([][]any, len(lines))
	for i, k := range lines {
		rows[i] = []any{k.Indicator, k.Region, int(k.Measure), int(k.Basis), int(k.Status), k.Unit, k.Frequency}
	}
	return out, w.each(addSeries, rows, func(r *sql.Rows) error {
		var k indicators.SeriesKey
		var st seriesState
		if err := r.Scan(&st.id, &st.serial, &k.Indicator, &k.Region, &k.Measure, &k.Basis, &k.Status, &k.Unit, &k.Frequency); err != nil {
			return err
		}
		*out[k] = st
		return nil
	})
}

// count brings the counts of every series up to date. It runs between the
// removal of the old figures and the insertion of the new, when a point that
// is found is another document's.
func (w writer) count(points map[seriesPoint]pointState) error {
	type change struct{ points, vintages, serial int64 }
	changes := map[int64]change{}
	var doubtful [][]any
	for p, n := range points {
		c := changes[p.series]
		c.vintages += n.after - n.before
		c.serial += n.after
		if (n.before > 0) != (n.after > 0) {
			c.points += gain(n)
			doubtful = append(doubtful, []any{p.series, p.period})
		}
		changes[p.series] = c
	}
	err := w.each(findPoints, doubtful, func(r *sql.Rows) error {
		var p seriesPoint
		if err := r.Scan(&p.series, &p.period); err != nil {
			return err
		}
		c := changes[p.series]
		c.points -= gain(points[p])
		changes[p.series] = c
		return nil
	})
	if err != nil {
		return err
	}
	rows := make([][]any, 0, len(changes))
	for id, c := range changes {
		rows = append(rows, []any{id, c.points, c.vintages, c.serial})
	}
	if err := w.each(countSeries, rows, nil); err != nil {
		return err
	}
	for id, c := range changes {
		if c.vintages < 0 {
			if err := w.exec(dropSeries, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// gain is what a document adds to the points of a series, where no other has
// the point.
func gain(n pointState) int64 {
	if n.after > 0 {
		return 1
	}
	return -1
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
