package storetest

import (
	"cmp"
	"slices"
	"strings"

	"suanpan/indicators"
)

// model is what a store holds, in the plainest form: the tests compare stores
// with it.
type model []entry

func (m *model) put(e entry) {
	*m = append(slices.DeleteFunc(*m, func(o entry) bool { return o.document.ID == e.document.ID }), e)
}

func (m model) documents() []indicators.DocumentInfo {
	var out []indicators.DocumentInfo
	for _, e := range m {
		info := indicators.DocumentInfo{
			Document: *e.document, Length: len(e.document.Text),
			Observations: len(e.observations), Rejects: len(e.rejects),
		}
		info.Text, info.Pages = "", nil
		if len(e.observations) > 0 {
			info.Catalogue = e.observations[0].From.Catalogue
		}
		out = append(out, info)
	}
	slices.SortFunc(out, func(a, b indicators.DocumentInfo) int {
		return cmp.Or(b.Published.Compare(a.Published), strings.Compare(a.ID, b.ID))
	})
	return out
}

// observations is the order and the selection that [indicators.Store] states.
func (m model) observations(q indicators.Query) []indicators.Observation {
	type line struct {
		indicators.Observation
		published indicators.Date
		edition   int
	}
	var lines []line
	for _, e := range m {
		for _, o := range e.observations {
			if selects(q, e.document, o) {
				lines = append(lines, line{o, e.document.Published, e.document.Edition})
			}
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int {
		return cmp.Or(
			strings.Compare(a.Indicator, b.Indicator), strings.Compare(a.Region, b.Region),
			cmp.Compare(a.Measure, b.Measure), cmp.Compare(a.Basis, b.Basis), cmp.Compare(a.Status, b.Status),
			strings.Compare(a.Unit, b.Unit), a.Period.Compare(b.Period), a.published.Compare(b.published), a.edition-b.edition,
			strings.Compare(a.From.Document, b.From.Document),
			a.From.Span.Start-b.From.Span.Start, a.From.Span.End-b.From.Span.End,
		)
	})
	var out []indicators.Observation
	for _, l := range lines {
		out = append(out, l.Observation)
	}
	return limit(out, q.Limit)
}

func selects(q indicators.Query, d *indicators.Document, o indicators.Observation) bool {
	last := o.Period.Last
	switch {
	case q.Document != "" && q.Document != d.ID,
		len(q.Indicators) > 0 && !slices.Contains(q.Indicators, o.Indicator),
		len(q.Regions) > 0 && !slices.Contains(q.Regions, o.Region),
		len(q.Measures) > 0 && !slices.Contains(q.Measures, o.Measure),
		len(q.Statuses) > 0 && !slices.Contains(q.Statuses, o.Status),
		!q.Since.IsZero() && last.Before(q.Since),
		!q.Until.IsZero() && (last.IsZero() || q.Until.Before(last)),
		!q.AsOf.IsZero() && (d.Published.IsZero() || q.AsOf.Before(d.Published)):
		return false
	}
	return true
}

func (m model) series(q indicators.Query) []indicators.SeriesInfo {
	n := q.Limit
	q.Limit = 0
	var out []indicators.SeriesInfo
	for _, s := range indicators.Join(m.observations(q)) {
		last := s.Points[len(s.Points)-1]
		info := indicators.SeriesInfo{
			SeriesKey: s.SeriesKey, Name: last.Latest().Name, Place: last.Latest().Place,
			Points: len(s.Points), First: s.Points[0].Period, Last: last.Period, Latest: last.Latest(),
		}
		for _, p := range s.Points {
			info.Vintages += len(p.Vintages)
		}
		out = append(out, info)
	}
	return limit(out, n)
}

func limit[T any](s []T, n int) []T {
	if n > 0 {
		return s[:min(n, len(s))]
	}
	return s
}
