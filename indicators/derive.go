package indicators

import (
	"slices"
)

// yearBefore returns the figure of the same period of the year before.
func yearBefore(o Observation, known map[Period]Observation) (Observation, Why) {
	b, ok := known[plain(o.Period.Shift(-1))]
	switch {
	case !ok:
		return b, WhyYearBefore
	case b.Bound != Exact:
		return b, WhyBound
	}
	return b, WhyNothing
}

func growthOn(o Observation, known map[Period]Observation) (Derived, Why) {
	b, why := yearBefore(o, known)
	switch {
	case why != WhyNothing:
		return Derived{}, why
	case !b.Value.IsPositive():
		return Derived{}, WhyZero
	}
	v := o.Value.Sub(b.Value).Shift(2).DivRound(b.Value, sure(o.Value, b.Value, 2, 2))
	return Derived{Value: v, Unit: "%", Of: []Observation{o, b}, Working: o.Printed + " ÷ " + b.Printed + " − 1"}, WhyNothing
}

func changeOn(o Observation, known map[Period]Observation) (Derived, Why) {
	b, why := yearBefore(o, known)
	if why != WhyNothing {
		return Derived{}, why
	}
	unit := o.Unit
	if unit == "%" {
		unit = "个百分点"
	}
	return Derived{Value: o.Value.Sub(b.Value), Unit: unit, Of: []Observation{o, b}, Working: o.Printed + " − " + b.Printed}, WhyNothing
}

// perResident divides by the residents at the end of the year.
func perResident(o Observation, residents map[Period]Observation) (Derived, Why) {
	if o.Period.Frequency() != "A" {
		return Derived{}, WhyPopulation
	}
	year := Year(int(o.Period.Last.Year))
	r, ok := residents[plain(EndOf(year))]
	if !ok {
		r, ok = residents[year]
	}
	switch {
	case !ok || r.Unit != "人":
		return Derived{}, WhyPopulation
	case r.Bound != Exact:
		return Derived{}, WhyBound
	case !r.Value.IsPositive():
		return Derived{}, WhyZero
	}
	return Derived{
		Value: quotient(o.Value, r.Value, 0, 4), Unit: o.Unit + "/人", Of: []Observation{o, r}, Working: o.Printed + " ÷ " + r.Printed,
	}, WhyNothing
}

// shareOf divides by the same of the region above.
func shareOf(o Observation, parent map[Period]Observation) (Derived, Why) {
	w, ok := parent[plain(o.Period)]
	switch {
	case !ok || w.Unit != o.Unit:
		return Derived{}, WhyParent
	case w.Bound != Exact:
		return Derived{}, WhyBound
	case !w.Value.IsPositive():
		return Derived{}, WhyZero
	}
	return Derived{
		Value: quotient(o.Value, w.Value, 2, 2), Unit: "%", Of: []Observation{o, w}, Working: o.Printed + " ÷ " + w.Printed,
	}, WhyNothing
}

// single takes from each sum since January the sum that ends a step before.
func (m Material) single() Derivation {
	var d Derivation
	step := max(1, m.Step)
	known := byPeriod(m.Points)
	for _, p := range m.Points {
		o, end := p.Latest(), int(p.Period.Last.Month)
		if p.Period.Form == AsOf || !sinceJanuary(p.Period) || end%step != 0 {
			continue
		}
		year := int(p.Period.Last.Year)
		one := Months(year, end-step+1, end)
		v := Derived{Period: one, Value: o.Value, Unit: o.Unit, Of: []Observation{o}, Working: o.Printed}
		why := m.refuse(SinglePeriod, o)
		if end > step && why == WhyNothing {
			b, ok := known[Months(year, 1, end-step)]
			switch {
			case !ok || b.Unit != o.Unit:
				why = WhyCumulative
			case b.Bound != Exact:
				why = WhyBound
			default:
				v.Value = o.Value.Sub(b.Value)
				v.Of = append(v.Of, b)
				v.Working += " − " + b.Printed
			}
		}
		if why != WhyNothing {
			d.Lacks = append(d.Lacks, Lack{one, why})
			continue
		}
		d.Points = append(d.Points, v)
	}
	slices.SortFunc(d.Points, func(a, b Derived) int { return a.Period.Compare(b.Period) })
	slices.SortFunc(d.Lacks, func(a, b Lack) int { return a.Period.Compare(b.Period) })
	return d
}

// sinceJanuary reports whether a period is of whole months from January on.
func sinceJanuary(p Period) bool {
	return p.First.Month == 1 && p.First.Day == 1 && p.First.Year == p.Last.Year && p.wholeMonths()
}
