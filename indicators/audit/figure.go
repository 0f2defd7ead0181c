package audit

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// A figure is an observation in the base of its unit (元, 公里), with half a
// unit of its last printed digit: it stands for all values from value less
// half to value and half.
type figure struct {
	obs         indicators.Observation
	value, half decimal.Decimal
	unit        string
}

func (f figure) low() decimal.Decimal  { return f.value.Sub(f.half) }
func (f figure) high() decimal.Decimal { return f.value.Add(f.half) }

// finest is the least exponent that a printed number has; what is finer comes
// of a fraction in words.
const finest = -8

// precise reports whether the figure's rounding is known.
func (f figure) precise() bool {
	return f.obs.Bound == indicators.Exact && f.obs.Value.Exponent() > finest
}

// A slot is what figures that may be compared have in common. Its period is
// that of the key, made one of the forms that mean the same: see slotPeriod.
type slot struct {
	indicator, region string
	measure           indicators.Measure
	basis             indicators.Basis
	status            indicators.Status
	period            indicators.Period
}

func slotOf(o indicators.Observation) slot {
	return slot{o.Indicator, o.Region, o.Measure, o.Basis, o.Status, slotPeriod(o.Period)}
}

// slotPeriod makes the end of a year the year, and a span up to its end the
// span: stocks are compared with flows, growth over a year with levels at its
// end.
func slotPeriod(p indicators.Period) indicators.Period {
	switch {
	case p.Form == indicators.AsOf && p.Frequency() == "A":
		return indicators.Year(int(p.Last.Year))
	case p.Form == indicators.ToDate:
		p.Form = indicators.During
	}
	return p
}

// levels returns the slot of the actual levels of another indicator, in the
// region and period of s.
func (s slot) levels(indicator string) slot {
	return slot{indicator: indicator, region: s.region, period: s.period}
}

// before returns the slot n years earlier.
func (s slot) before(n int) slot {
	s.period = s.period.Shift(-n)
	return s
}

// figures are the observations in the order of findings, and by slot those
// whose rounding is known.
type figures struct {
	catalog *catalog.Catalog
	list    []figure // all with a period
	precise map[slot][]figure
}

func newFigures(c *catalog.Catalog, obs []indicators.Observation) *figures {
	f := &figures{catalog: c, precise: map[slot][]figure{}}
	for _, o := range obs {
		if !o.Period.IsZero() {
			f.list = append(f.list, newFigure(c.Units, o))
		}
	}
	slices.SortStableFunc(f.list, func(a, b figure) int { return compareKeys(a.obs.Key, b.obs.Key) })
	for _, fig := range f.list {
		if fig.precise() {
			s := slotOf(fig.obs)
			f.precise[s] = append(f.precise[s], fig)
		}
	}
	return f
}

func newFigure(units *catalog.Units, o indicators.Observation) figure {
	fig := figure{obs: o, value: o.Value, unit: o.Unit}
	if u, ok := units.ByName(o.Unit); ok {
		fig.value, fig.unit = o.Value.Shift(int32(u.Power)), u.Base
	}
	fig.half = decimal.New(5, fig.value.Exponent()-1)
	return fig
}

func compareKeys(a, b indicators.Key) int {
	return cmp.Or(
		cmp.Compare(a.Indicator, b.Indicator), cmp.Compare(a.Region, b.Region), a.Period.Compare(b.Period),
		cmp.Compare(a.Measure, b.Measure), cmp.Compare(a.Basis, b.Basis), cmp.Compare(a.Status, b.Status),
	)
}

// in returns the figures of a slot that stand in one document.
func (f *figures) in(document string, s slot) []figure {
	var list []figure
	for _, fig := range f.precise[s] {
		if fig.obs.From.Document == document {
			list = append(list, fig)
		}
	}
	return list
}

// groups calls yield for the precise figures of each document and slot that
// keep selects, in order.
func (f *figures) groups(keep func(indicators.Observation) bool, yield func(document string, s slot, group []figure)) {
	type place struct {
		document string
		slot     slot
	}
	seen := map[place]bool{}
	for _, fig := range f.list {
		if !fig.precise() || !keep(fig.obs) {
			continue
		}
		at := place{fig.obs.From.Document, slotOf(fig.obs)}
		if !seen[at] {
			seen[at] = true
			yield(at.document, at.slot, f.in(at.document, at.slot))
		}
	}
}

// indicator returns the row of the catalogue for an id; the zero Indicator for
// an open one.
func (f *figures) indicator(id string) indicators.Indicator {
	in, _ := f.catalog.Indicators.ByID(id)
	return in
}
