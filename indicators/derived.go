package indicators

import (
	"github.com/shopspring/decimal"
)

// Derived is a value that was computed of reported ones.
type Derived struct {
	Period  Period
	Value   decimal.Decimal
	Unit    string        // without Chinese magnitude
	Of      []Observation // what it was computed of, the figure of the period first
	Working string        // the sum in figures: 3769.2亿元 ÷ 3667.88亿元 − 1
}

// Lack is a period of which nothing could be computed.
type Lack struct {
	Period Period
	Why    Why
}

// Derivation is what a transform made of a series: each period of it is among
// the points or among the lacks, in order.
type Derivation struct {
	Points []Derived
	Lacks  []Lack
}

// Why returns the reason that keeps most periods from being computed;
// WhyNothing where none is kept.
func (d Derivation) Why() Why {
	count := map[Why]int{}
	var most Why
	for _, l := range d.Lacks {
		count[l.Why]++
		if count[l.Why] > count[most] {
			most = l.Why
		}
	}
	return most
}

// Material is what a transform works on.
type Material struct {
	Points []Point // levels of one series, by period; for SinglePeriod all sums since January
	Kind   Kind    // of the indicator
	Base   Period  // of IndexOnBase; zero for the first that will do
	Others []Point // of PerResident the residents, of ShareOfParent the levels of the region above
	Step   int     // of SinglePeriod: 1 for months, 3 for quarters
}

// Derive computes a transform of levels, of the value of each period that was
// published last.
//
// Differences are exact. A quotient keeps no more decimals than the precision
// in which its figures are printed leaves sure, and at most two, four of
// amounts per resident. A figure that is not exact is computed with nothing,
// and no sum is made of parts of what it needs.
func Derive(t Transform, m Material) Derivation {
	var d Derivation
	if t == SinglePeriod {
		return m.single()
	}
	known := byPeriod(m.Points)
	others := byPeriod(m.Others)
	base, baseWhy := m.base(known)
	for _, p := range m.Points {
		o := p.Latest()
		var v Derived
		why := m.refuse(t, o)
		if why == WhyNothing {
			switch t {
			case AsReported:
				v = Derived{Value: o.Value, Unit: o.Unit, Of: []Observation{o}, Working: o.Printed}
			case GrowthOnYear:
				v, why = growthOn(o, known)
			case ChangeOnYear:
				v, why = changeOn(o, known)
			case IndexOnBase:
				if why = baseWhy; why == WhyNothing {
					v = Derived{Value: quotient(o.Value, base.Value, 2, 2), Of: []Observation{o, base}, Working: o.Printed + " ÷ " + base.Printed + " × 100"}
				}
			case PerResident:
				v, why = perResident(o, others)
			case ShareOfParent:
				v, why = shareOf(o, others)
			}
		}
		if why != WhyNothing {
			d.Lacks = append(d.Lacks, Lack{p.Period, why})
			continue
		}
		v.Period = p.Period
		d.Points = append(d.Points, v)
	}
	return d
}

// refuse returns why a figure can have no part in a transform, whatever else
// is known.
func (m Material) refuse(t Transform, o Observation) Why {
	rate := o.IsPercent() || m.Kind == KindRate || m.Kind == KindRatio
	switch {
	case t == AsReported:
		return WhyNothing
	case o.Measure != Level:
		return WhyMeasure
	case (t == PerResident || t == ShareOfParent || t == SinglePeriod) && m.Kind != KindFlow && (m.Kind != KindStock || t == SinglePeriod):
		return WhyKind
	case rate && t != ChangeOnYear:
		return WhyRate
	case m.Kind == KindIndex && t != ChangeOnYear:
		return WhyKind
	case o.Bound != Exact:
		return WhyBound
	}
	return WhyNothing
}

// base returns the figure of the base period.
func (m Material) base(known map[Period]Observation) (Observation, Why) {
	if !m.Base.IsZero() {
		o, ok := known[plain(m.Base)]
		switch {
		case !ok:
			return o, WhyBase
		case o.Bound != Exact:
			return o, WhyBound
		case !o.Value.IsPositive():
			return o, WhyZero
		}
		return o, WhyNothing
	}
	for _, p := range m.Points {
		if o := p.Latest(); o.Bound == Exact && o.Value.IsPositive() {
			return o, WhyNothing
		}
	}
	return Observation{}, WhyBase
}

// plain is the period without its form: sums since January and amounts over
// the months are one.
func plain(p Period) Period { p.Form = During; return p }

// byPeriod returns the last published figure of each period.
func byPeriod(points []Point) map[Period]Observation {
	m := map[Period]Observation{}
	for _, p := range points {
		m[plain(p.Period)] = p.Latest()
	}
	return m
}

// half is half a unit of the last digit that is printed.
func half(d decimal.Decimal) decimal.Decimal { return decimal.New(5, d.Exponent()-1) }

// sure returns how many decimals, at most most, a quotient of two figures may
// show, times 10 to the shift: their rounding moves the quotient by no more
// than two units of the last, either way.
func sure(a, b decimal.Decimal, shift, most int32) int32 {
	open := half(a).Mul(b.Abs()).Add(half(b).Mul(a.Abs())).Shift(shift) // times b²
	square := b.Mul(b)
	for most > 0 && decimal.New(2, -most).Mul(square).LessThan(open) {
		most--
	}
	return most
}

// quotient is a over b times 10 to the shift, with the decimals that are sure.
func quotient(a, b decimal.Decimal, shift, most int32) decimal.Decimal {
	return a.Shift(shift).DivRound(b, sure(a, b, shift, most))
}
