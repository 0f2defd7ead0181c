package web

import (
	"net/url"

	"suanpan/indicators"
)

// computation says of what a sheet was computed, and how.
type computation struct {
	indicators.Transform
	base  *sheet
	title string // in the language of the page
	by    map[indicators.Period]*indicators.Derived
	lacks map[indicators.Period]indicators.Why
	why   indicators.Why // what keeps most periods from being computed
}

// ref is the id of what tells the source of a figure of the sheet: of a
// computed one that of the figure of its period.
func (sh *sheet) ref(prefix string, o indicators.Observation) string {
	if sh.computed == nil {
		return refOf(prefix, o)
	}
	d := sh.computed.by[o.Period]
	if d == nil || at(sh.computed.base.Actual, d.Of[0].Period) == nil {
		return ""
	}
	return refOf(prefix, d.Of[0])
}

// source is the address of what tells the source of a figure, on the page of
// the sheet's series.
func (sh *sheet) source(page string, o indicators.Observation) string {
	q := url.Values{"sheet": {sh.token()}}
	if c := sh.computed; c != nil {
		q = url.Values{"sheet": {c.base.token()}, "transform": {c.String()}}
		if d := c.by[o.Period]; d != nil && c.Transform == indicators.IndexOnBase {
			q.Set("base", d.Of[1].Period.String())
		}
	}
	return address(page, q) + "#" + url.PathEscape(sh.ref("m", o))
}

// title names what the figures of the sheet say.
func (sh *sheet) title(l language) string {
	if sh.computed != nil {
		return sh.computed.title
	}
	return sh.sheetKey.title(l)
}

// figureOf makes the data of a figure of a sheet; of a computed one it holds
// the sum instead of what is printed.
func (s *server) figureOf(rq *request, sh *sheet, o indicators.Observation, num *number, ref string) *figure {
	f := s.newFigure(rq, o, num, ref)
	if c := sh.computed; c != nil && c.by[o.Period] != nil {
		f.Printed, f.Document, f.Published, f.Working = "", "", "", c.by[o.Period].Working
	}
	return f
}
