package indicators

import "slices"

// Series is one indicator of one region over time: like joined only with like.
// Points are in the order of their periods, one for each.
type Series struct {
	SeriesKey
	Name, Place string
	Points      []Point
}

// Point is what is known of one period: the vintages, oldest first. There is
// always at least one.
type Point struct {
	Period   Period
	Vintages []Observation
}

// Latest returns the vintage published last.
func (p Point) Latest() Observation { return p.Vintages[len(p.Vintages)-1] }

// Conflicts reports whether two vintages differ beyond the precision of the
// coarser of them.
func (p Point) Conflicts() bool {
	for i, a := range p.Vintages {
		for _, b := range p.Vintages[i+1:] {
			if !a.Agrees(b.Quantity) {
				return true
			}
		}
	}
	return false
}

// KeyOf returns the key of the series that an observation belongs to.
func KeyOf(o Observation) SeriesKey {
	return SeriesKey{
		Indicator: o.Indicator, Region: o.Region, Measure: o.Measure,
		Basis: o.Basis, Status: o.Status, Unit: o.Unit, Frequency: o.Period.Frequency(),
	}
}

// Join groups observations into series. The observations of a point keep
// their order, which is to be the order of publication, as [Store] yields
// them. The series come in the order of their first observation. Observations
// with no period are left out: they are on no time axis.
func Join(obs []Observation) []Series {
	var out []Series
	at := map[SeriesKey]int{}
	for _, o := range obs {
		if o.Period.IsZero() {
			continue
		}
		k := KeyOf(o)
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, Series{SeriesKey: k})
		}
		out[i].add(o)
	}
	return out
}

func (s *Series) add(o Observation) {
	s.Name, s.Place = o.Name, o.Place
	i, found := slices.BinarySearchFunc(s.Points, o.Period, func(p Point, q Period) int { return p.Period.Compare(q) })
	if !found {
		s.Points = slices.Insert(s.Points, i, Point{Period: o.Period})
	}
	s.Points[i].Vintages = append(s.Points[i].Vintages, o)
}
