package audit

import (
	"strings"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// A fraction is what the name of a share says: the indicators of a part and of
// its whole.
type fraction struct{ part, whole string }

// shares compares a share with the levels of its part and its whole in one
// document, region and period.
func shares(f *figures, r *report) {
	known := map[string][]fraction{}
	isShare := func(o indicators.Observation) bool {
		return (o.Measure == indicators.Share || o.Measure == indicators.Level) && o.Status == indicators.Actual && o.Unit == "%"
	}
	f.groups(isShare, func(document string, s slot, group []figure) {
		list, ok := known[s.indicator]
		if !ok {
			list = f.fractions(group[0].obs)
			known[s.indicator] = list
		}
		var worst []figure
		var worstGap gap
		for _, of := range list {
			lists := [][]figure{f.in(document, s.levels(of.part)), f.in(document, s.levels(of.whole)), group}
			if len(lists[0]) == 0 || len(lists[1]) == 0 {
				continue
			}
			pick, g, ok := closest(lists, compareShare)
			if !ok { // one reading of the name fits
				return
			}
			if worst == nil {
				worst, worstGap = pick, g
			}
		}
		if worst != nil {
			r.add(worst, worstGap)
		}
	})
}

func compareShare(pick []figure) (gap, bool) {
	part, whole, share := pick[0], pick[1], pick[2]
	if part.unit != whole.unit || !whole.low().IsPositive() || share.low().IsNegative() {
		return gap{}, false
	}
	of := func(whole, share decimal.Decimal) decimal.Decimal { return whole.Mul(share).Shift(-2) }
	return between(part, of(whole.value, share.value), of(whole.low(), share.low()), of(whole.high(), share.high()), func() string {
		return part.String() + " ÷ " + whole.String() + " = " + percent(part.value, whole.value) + " ≠ " + share.String()
	}), true
}

// fractions reads the names of a share: 税收收入占一般公共预算收入比重 is the first
// over the second. Each name of the catalogue may say another whole.
func (f *figures) fractions(o indicators.Observation) []fraction {
	var list []fraction
	in := f.indicator(o.Indicator)
	for _, name := range append([]string{o.Name, in.Name}, in.Aliases...) {
		part, whole, ok := strings.Cut(name, "占")
		if !ok {
			continue
		}
		for _, tail := range []string{"比重", "比例", "占比", "的"} {
			whole = strings.TrimSuffix(whole, tail)
		}
		for _, scope := range []string{"全部", "全市", "全省", "全区", "全县", "全州"} {
			whole = strings.TrimPrefix(whole, scope)
		}
		if part == "" || whole == "" {
			continue
		}
		list = append(list, fraction{f.id(part), f.id(whole)})
	}
	return list
}

// id returns the id of the indicator that has a name: of the catalogue, else
// an open one.
func (f *figures) id(name string) string {
	if in, ok := f.catalog.Indicators.ByName(name); ok {
		return in.ID
	}
	return indicators.OpenIndicator(name)
}
