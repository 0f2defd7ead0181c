package web

import (
	"cmp"
	"slices"
	"strings"

	"suanpan/charts"
	"suanpan/indicators"
)

// sheetKey is what the figures of one chart or table have in common beside
// region and indicator. It is a series' key without the status: what was
// promised stands beside what was reported.
type sheetKey struct {
	Measure   indicators.Measure
	Basis     indicators.Basis
	Frequency string
	Unit      string
}

// sheet is what is known of one indicator of one region under one key.
type sheet struct {
	sheetKey
	Region, Indicator string
	Name, Place       string // as last read
	Actual, Target    []indicators.Point
	computed          *computation // nil for what was read
}

// keyOf returns the sheet's key of a series' key.
func keyOf(k indicators.SeriesKey) sheetKey {
	return sheetKey{k.Measure, k.Basis, k.Frequency, k.Unit}
}

// token names the key in an address: level-A-元, growth.yoy-A-%.
func (k sheetKey) token() string {
	t := k.Measure.String()
	if k.Basis != indicators.NoBasis {
		t += "." + k.Basis.String()
	}
	return t + "-" + k.Frequency + "-" + k.Unit
}

// sheetsOf groups observations, which are in the order of a store, into
// sheets: the most useful first. See [sheetKey.compare].
func sheetsOf(obs []indicators.Observation) []*sheet {
	type id struct {
		pair
		sheetKey
	}
	var out []*sheet
	at := map[id]*sheet{}
	for _, s := range indicators.Join(obs) {
		k := id{pair{s.Region, s.Indicator}, keyOf(s.SeriesKey)}
		sh, ok := at[k]
		if !ok {
			sh = &sheet{sheetKey: k.sheetKey, Region: s.Region, Indicator: s.Indicator, Name: s.Name, Place: s.Place}
			at[k] = sh
			out = append(out, sh)
		}
		if s.Status == indicators.Target {
			sh.Target = s.Points
		} else {
			sh.Actual, sh.Name, sh.Place = s.Points, s.Name, s.Place
		}
	}
	slices.SortStableFunc(out, func(a, b *sheet) int {
		if c := a.sheetKey.compare(b.sheetKey); c != 0 {
			return c
		}
		return cmp.Compare(len(b.Actual)+len(b.Target), len(a.Actual)+len(a.Target))
	})
	return out
}

// frequencies in the order in which a reader wants them.
const frequencies = "AHQMPD"

// compare orders keys: levels before growth before the rest, years before
// parts of years.
func (k sheetKey) compare(l sheetKey) int {
	return cmp.Or(
		cmp.Compare(measureOrder(k.Measure), measureOrder(l.Measure)),
		cmp.Compare(strings.Index(frequencies, k.Frequency), strings.Index(frequencies, l.Frequency)),
		cmp.Compare(k.Basis, l.Basis),
	)
}

// measureOrder puts shares before changes.
func measureOrder(m indicators.Measure) int {
	return slices.Index([]indicators.Measure{
		indicators.Level, indicators.Growth, indicators.Share, indicators.Change, indicators.Rank,
	}, m)
}

// title names what the key's figures say: 水平值, 公布增速（比上年）.
func (k sheetKey) title(l language) string {
	key := "measure." + k.Measure.String()
	if k.Basis != indicators.NoBasis && has(key+"."+k.Basis.String()) {
		key += "." + k.Basis.String()
	}
	return l.say(key)
}

// scale returns the scale in which the sheet is shown.
func (sh *sheet) scale(l language) scale {
	if sh.Measure != indicators.Level && sh.Measure != indicators.Change {
		return 0
	}
	var qs []indicators.Quantity
	for _, points := range [][]indicators.Point{sh.Actual, sh.Target} {
		for _, p := range points {
			qs = append(qs, p.Latest().Quantity)
		}
	}
	return scaleOf(l, qs...)
}

// periods returns the ticks of the sheet's axis.
func (sh *sheet) periods() []indicators.Period { return ticks(sh) }

// ticks returns the periods of an axis on which all sheets stand.
func ticks(sheets ...*sheet) []indicators.Period {
	var all []indicators.Period
	for _, sh := range sheets {
		for _, points := range [][]indicators.Point{sh.Actual, sh.Target} {
			for _, p := range points {
				all = append(all, p.Period)
			}
		}
	}
	slices.SortFunc(all, indicators.Period.Compare)
	return charts.Periods(all)
}

// loose reports whether the periods of the key are of many lengths, so that
// their values make no line.
func (k sheetKey) loose() bool { return k.Frequency == "P" || k.Frequency == "D" }

// at returns the point that stands at a tick, the last where several do; nil
// for none.
func at(points []indicators.Point, tick indicators.Period) *indicators.Point {
	for i := len(points) - 1; i >= 0; i-- {
		if charts.Tick(points[i].Period) == tick {
			return &points[i]
		}
	}
	return nil
}

// within keeps the points whose period ends in the years from to to; 0 is no
// limit.
func within(points []indicators.Point, from, to int) []indicators.Point {
	var out []indicators.Point
	for _, p := range points {
		y := int(p.Period.Last.Year)
		if (from == 0 || y >= from) && (to == 0 || y <= to) {
			out = append(out, p)
		}
	}
	return out
}

// companion returns the sheet that is shown beside sh: the growth of a level,
// the level of a growth; nil where there is none.
func companion(all []*sheet, sh *sheet) *sheet {
	want := indicators.Growth
	if sh.Measure != indicators.Level {
		want = indicators.Level
	}
	for _, c := range all {
		if c != sh && c.Measure == want && c.Frequency == sh.Frequency && (want == indicators.Level || c.Basis == indicators.YoY) {
			return c
		}
	}
	return nil
}
