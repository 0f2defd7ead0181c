package audit

import (
	"strings"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// A limit is what the value of some figures can be.
type limit struct {
	of  func(*figures, figure) bool
	low *decimal.Decimal // nil for none
	top *decimal.Decimal
}

var nothing, one, allLost = decimal.Zero, decimal.New(1, 0), hundred.Neg()

// limits is the table of what values can be. What shrinks by all of itself
// shrinks by 100 %.
var limits = []limit{
	{of: isPartShare, low: &nothing, top: &hundred},
	{of: isAmount, low: &nothing},
	{of: isGrowthRate, low: &allLost},
	{of: isRank, low: &one},
}

// isPartShare: shares that say part of what, and rates of those to whom
// something may happen. Completion of a plan and the ratio of one thing to
// another may be more than all.
func isPartShare(f *figures, fig figure) bool {
	o := fig.obs
	if fig.unit != "%" || o.Measure != indicators.Share && o.Measure != indicators.Level {
		return false
	}
	if f.indicator(o.Indicator).Kind == indicators.KindRate {
		return !mayBeNegative(o.Name)
	}
	for _, word := range []string{"占", "比重", "失业率", "城镇化率", "普及率", "覆盖率", "合格率", "入学率", "优良率"} {
		if strings.Contains(o.Name, word) {
			return true
		}
	}
	return false
}

// isAmount: what is counted or measured, if it is no difference of two such.
func isAmount(f *figures, fig figure) bool {
	o := fig.obs
	switch f.indicator(o.Indicator).Kind {
	case indicators.KindFlow, indicators.KindStock, indicators.KindAverage, indicators.KindPrice:
		return o.Measure == indicators.Level && !mayBeNegative(o.Name)
	}
	return false
}

// mayBeNegative reports whether a name is that of a difference.
func mayBeNegative(name string) bool {
	for _, word := range []string{"净", "利润", "差", "赤字", "盈", "亏", "温", "自然增长", "新增", "增量", "贡献"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

func isGrowthRate(f *figures, fig figure) bool {
	// Profits may fall by more than all: into losses.
	return fig.obs.Measure == indicators.Growth && fig.unit == "%" && !mayBeNegative(fig.obs.Name)
}

func isRank(_ *figures, fig figure) bool { return fig.obs.Measure == indicators.Rank }

// counted are the units that have no halves.
var counted = map[string]bool{"人": true, "户": true, "家": true, "个": true}

// ranges looks at each figure alone, and whatever word of approximation it has.
func ranges(f *figures, r *report) {
	for _, fig := range f.list {
		for _, l := range limits {
			if !l.of(f, fig) {
				continue
			}
			switch {
			case l.low != nil && fig.value.LessThan(*l.low):
				r.add([]figure{fig}, gap{fig.value, *l.low, decimal.Zero, fig.unit, func() string {
					return fig.String() + " < " + show(*l.low, fig.unit)
				}})
			case l.top != nil && fig.value.GreaterThan(*l.top):
				r.add([]figure{fig}, gap{fig.value, *l.top, decimal.Zero, fig.unit, func() string {
					return fig.String() + " > " + show(*l.top, fig.unit)
				}})
			}
		}
		if isAmount(f, fig) && f.indicator(fig.obs.Indicator).Kind != indicators.KindAverage && counted[fig.unit] && !fig.value.IsInteger() {
			whole := fig.value.Round(0)
			r.add([]figure{fig}, gap{fig.value, whole, decimal.Zero, fig.unit, func() string {
				return fig.String() + " ≠ " + show(whole, fig.unit)
			}})
		}
	}
}
