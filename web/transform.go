package web

import (
	"slices"

	"suanpan/indicators"
)

// residents is the indicator that amounts per resident are divided by.
const residents = "population-resident"

// transformRef is a transform that can be chosen, or why it cannot.
type transformRef struct {
	Name    string
	Title   string
	Page    string
	Current bool
	Why     string // "" where it can be computed
}

// transforms is what transforms of the sheets of a page need beside them.
type transforms struct {
	s       *server
	l       language
	all     []*sheet                      // of the page, whole
	people  map[string][]indicators.Point // residents, by region
	parents map[pair][]indicators.Point   // levels of the region above, by the pair below
	kinds   map[string]indicators.Kind    // by indicator
}

// transform reads which transform the address asks for, and the base of an
// index.
func (rq *request) transform() (t indicators.Transform, base string, err error) {
	var names []string
	for _, t := range indicators.Transforms() {
		names = append(names, t.String())
	}
	name, err := rq.choice("transform", names)
	if err != nil {
		return 0, "", err
	}
	if base, err = rq.value("base"); err != nil {
		return 0, "", err
	}
	t, err = indicators.ParseTransform(name)
	if err == nil && base != "" && t != indicators.IndexOnBase {
		err = refuse("problem.base", shorten(base))
	}
	return t, base, err
}

// newTransforms reads the residents and the regions above of some regions.
func (s *server) newTransforms(rq *request, all []*sheet, regions, inds []string, asof indicators.Date) (*transforms, error) {
	x := &transforms{s: s, l: rq.lang, all: all, people: map[string][]indicators.Point{}, parents: map[pair][]indicators.Point{}, kinds: map[string]indicators.Kind{}}
	q := indicators.Query{Measures: []indicators.Measure{indicators.Level}, Statuses: []indicators.Status{indicators.Actual}, AsOf: asof, Limit: maxOfCompare}
	q.Regions, q.Indicators = regions, []string{residents}
	obs, _, err := s.observations(rq, q)
	if err != nil {
		return nil, err
	}
	for _, sh := range sheetsOf(obs) {
		if sh.Frequency == "A" {
			x.people[sh.Region] = append(x.people[sh.Region], sh.Actual...)
		}
	}
	below := map[string][]string{}
	for _, region := range regions {
		if up := s.names.parent(region); up != "" {
			below[up] = append(below[up], region)
		}
	}
	q.Regions, q.Indicators = sortedKeys(below), inds
	if len(below) > 0 {
		if obs, _, err = s.observations(rq, q); err != nil {
			return nil, err
		}
		for _, sh := range sheetsOf(obs) {
			for _, region := range below[sh.Region] {
				p := pair{region, sh.Indicator}
				x.parents[p] = append(x.parents[p], sh.Actual...)
			}
		}
	}
	for _, id := range inds {
		in, _ := s.names.catalog.Indicators.ByID(id)
		x.kinds[id] = in.Kind
	}
	return x, nil
}

// parent returns the region that a region lies in, "" for the nation.
func (n names) parent(id string) string {
	code, open := indicators.SplitRegion(id)
	if open != "" {
		return code
	}
	r, _ := n.catalog.Regions.ByCode(code)
	return r.Parent
}

// material is what a transform of a sheet works on.
func (x *transforms) material(t indicators.Transform, sh *sheet, base indicators.Period) indicators.Material {
	m := indicators.Material{Points: sh.Actual, Kind: x.kinds[sh.Indicator], Base: base}
	switch t {
	case indicators.PerResident:
		m.Others = x.people[sh.Region]
	case indicators.ShareOfParent:
		m.Others = x.parents[pair{sh.Region, sh.Indicator}]
	case indicators.SinglePeriod:
		m.Step = 3
		if sh.Frequency == "P" || sh.Frequency == "M" {
			m.Step = 1
		}
		m.Points = nil
		for _, o := range x.all {
			if o.Region == sh.Region && o.Indicator == sh.Indicator && o.Measure == sh.Measure && o.Unit == sh.Unit {
				m.Points = append(m.Points, o.Actual...)
			}
		}
		slices.SortStableFunc(m.Points, func(a, b indicators.Point) int { return a.Period.Compare(b.Period) })
	}
	return m
}

// derive computes a sheet of another. Its points are figures as all sheets
// have them; what they were computed of is in computed.
func (x *transforms) derive(t indicators.Transform, sh *sheet, base indicators.Period) *sheet {
	d := indicators.Derive(t, x.material(t, sh, base))
	c := &computation{Transform: t, base: sh, by: map[indicators.Period]*indicators.Derived{}, lacks: map[indicators.Period]indicators.Why{}, why: d.Why()}
	out := &sheet{sheetKey: sh.sheetKey, Region: sh.Region, Indicator: sh.Indicator, Name: sh.Name, Place: sh.Place, computed: c}
	switch t {
	case indicators.GrowthOnYear:
		out.Measure, out.Basis, out.Unit = indicators.Growth, indicators.YoY, "%"
	case indicators.ChangeOnYear:
		out.Measure, out.Basis = indicators.Change, indicators.YoY
	case indicators.ShareOfParent:
		out.Measure, out.Unit = indicators.Share, "%"
	case indicators.IndexOnBase:
		out.Unit = ""
	case indicators.SinglePeriod:
		out.Frequency = "Q"
		if sh.Frequency == "P" || sh.Frequency == "M" {
			out.Frequency = "M"
		}
	}
	for i := range d.Points {
		p := &d.Points[i]
		c.by[p.Period] = p
		first := p.Of[0]
		sc := scale(0)
		if t == indicators.ChangeOnYear || t == indicators.SinglePeriod {
			sc = printedScale(first.Quantity)
		}
		out.Unit = p.Unit
		o := indicators.Observation{Key: first.Key, Name: sh.Name, Place: sh.Place, From: first.From}
		o.Measure, o.Basis, o.Period = out.Measure, out.Basis, p.Period
		o.Quantity = indicators.Quantity{Value: p.Value, Unit: p.Unit, Printed: digits(p.Value, sc) + sc.word(zh) + p.Unit}
		out.Actual = append(out.Actual, indicators.Point{Period: p.Period, Vintages: []indicators.Observation{o}})
	}
	for _, l := range d.Lacks {
		c.lacks[l.Period] = l.Why
	}
	c.title = x.title(t, out, d)
	return out
}

// title names a computed sheet.
func (x *transforms) title(t indicators.Transform, sh *sheet, d indicators.Derivation) string {
	l := x.l
	switch {
	case t == indicators.IndexOnBase && len(d.Points) > 0:
		return l.say("transform.index.of", when(d.Points[0].Of[1].Period, l))
	case t == indicators.ShareOfParent && x.s.names.parent(sh.Region) != "":
		return l.say("transform.share.of", x.s.names.place(x.s.names.parent(sh.Region), "").In(l))
	case t == indicators.SinglePeriod:
		return l.say("transform.single." + sh.Frequency)
	}
	return l.say("transform." + t.String())
}

// refs lists the transforms of some sheets, each with the address that shows
// it or with the reason why nothing can be computed.
func (x *transforms) refs(rq *request, sheets []*sheet, current indicators.Transform, base indicators.Period) []transformRef {
	var out []transformRef
	for _, t := range indicators.Transforms() {
		ref := transformRef{Name: t.String(), Title: x.l.say("transform.short." + t.String()), Current: t == current, Page: rq.here("transform", t.String(), "base", "", "at", "")}
		if t == indicators.AsReported {
			ref.Page = rq.here("transform", "", "base", "", "at", "")
			out = append(out, ref)
			continue
		}
		why, some := indicators.WhyNothing, false
		for _, sh := range sheets {
			d := indicators.Derive(t, x.material(t, sh, base))
			some = some || len(d.Points) > 0
			if why == indicators.WhyNothing {
				why = d.Why()
			}
		}
		if !some {
			ref.Why = whyText(why, x.l)
		}
		out = append(out, ref)
	}
	return out
}

// whyText tells why nothing can be computed.
func whyText(w indicators.Why, l language) string {
	if w == indicators.WhyNothing {
		w = indicators.WhyCumulative // nothing since January was read
	}
	return l.say("why." + w.String())
}

// basePeriod reads the base of an index: a period of the sheet.
func (rq *request) basePeriod(base string, sheets ...*sheet) (indicators.Period, error) {
	if base == "" {
		return commonBase(sheets), nil
	}
	var known []string
	for _, sh := range sheets {
		for _, p := range sh.Actual {
			if p.Period.String() == base {
				return p.Period, nil
			}
			known = append(known, p.Period.String())
		}
	}
	return indicators.Period{}, refuseValue(rq, "base", known)
}

// commonBase is the first period of which most of several sheets know an exact
// value; zero of one sheet, which has a base of its own.
func commonBase(sheets []*sheet) indicators.Period {
	count := map[indicators.Period]int{}
	n := 0
	var order []indicators.Period
	for _, sh := range sheets {
		if len(sh.Actual) > 0 {
			n++
		}
		for _, p := range sh.Actual {
			if o := p.Latest(); o.Bound == indicators.Exact && o.Value.IsPositive() {
				if count[p.Period]++; count[p.Period] == 1 {
					order = append(order, p.Period)
				}
			}
		}
	}
	slices.SortFunc(order, indicators.Period.Compare)
	var best indicators.Period
	for _, p := range order {
		if n > 1 && count[p] > count[best] {
			best = p
		}
	}
	return best
}
