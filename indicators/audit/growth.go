package audit

import (
	"cmp"
	"strings"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// constantPrices are words in the names of what grows in constant prices, so
// that its growth is not that of its levels, or what is a rate or an index
// itself.
var constantPrices = []string{
	"增加值", "生产总值", "劳动生产率", "业务总量", // the accounts, and services at prices of a base year
	"农林牧渔业总产值", "种植业产值", "林业产值", "牧业产值", "渔业产值", "农林牧渔专业及辅助性活动产值",
	"价格", "指数", "消费水平", // indices of themselves
	"能耗", "强度", "排放", // per unit of output in constant prices
}

// nominal reports whether the growth of an indicator ought to be that of its
// levels.
func (f *figures) nominal(o indicators.Observation) bool {
	in := f.indicator(o.Indicator)
	for ; in.ID != ""; in = f.indicator(in.Parent) {
		if in.Kind == indicators.KindIndex || in.ID == "gdp" || in.ID == "farming-output" {
			return false
		}
	}
	for _, word := range constantPrices {
		if strings.Contains(o.Name, word) {
			return false
		}
	}
	return true
}

// growths compares each rate with the level beside it and those of the year
// before, whichever document says them.
func growths(f *figures, r *report) {
	isGrowth := func(o indicators.Observation) bool {
		return o.Measure == indicators.Growth && o.Basis == indicators.YoY && f.isTrend(o) && f.nominal(o)
	}
	f.groups(isGrowth, func(document string, s slot, group []figure) {
		now := s.levels(s.indicator)
		lists := [][]figure{f.in(document, now), f.precise[now.before(1)], group}
		pick, g, ok := closest(lists, func(pick []figure) (gap, bool) { return compareGrowth(pick, 1) })
		if ok {
			r.add(pick, g)
		}
	})
}

// isTrend reports whether a growth or change is one of a known place that has
// happened.
func (f *figures) isTrend(o indicators.Observation) bool {
	return o.Status == indicators.Actual && o.Region != ""
}

// compareGrowth compares a level, that of years earlier, and the rate of each
// year.
func compareGrowth(pick []figure, years int) (gap, bool) {
	now, before, rate := pick[0], pick[1], pick[2]
	grown := func(level, rate decimal.Decimal) decimal.Decimal {
		factor := hundred.Add(rate).Shift(-2)
		for range years {
			level = level.Mul(factor)
		}
		return level
	}
	if now.unit != before.unit || rate.unit != "%" || !before.low().IsPositive() || rate.low().LessThan(hundred.Neg()) {
		return gap{}, false
	}
	return between(now, grown(before.value, rate.value), grown(before.low(), rate.low()), grown(before.high(), rate.high()), func() string {
		if years == 1 {
			return now.String() + " ÷ " + before.String() + " − 1 = " + percent(now.value.Sub(before.value), before.value) + " ≠ " + rate.String()
		}
		return before.String() + " × (1 + " + rate.String() + ")^" + decimal.New(int64(years), 0).String() + " = " +
			show(grown(before.value, rate.value).Round(-now.value.Exponent()), now.unit) + " ≠ " + now.String()
	}), true
}

// changes compares each change, in amounts or percentage points, with the level
// or share beside it and those of the year before.
func changes(f *figures, r *report) {
	isChange := func(o indicators.Observation) bool {
		return o.Measure == indicators.Change && o.Basis == indicators.YoY && f.isTrend(o)
	}
	f.groups(isChange, func(document string, s slot, group []figure) {
		for _, measure := range []indicators.Measure{indicators.Level, indicators.Share} {
			now := s.levels(s.indicator)
			now.measure = measure
			if pick, g, ok := closest([][]figure{f.in(document, now), f.precise[now.before(1)], group}, compareChange); ok {
				r.add(pick, g)
			}
		}
	})
}

// pointsOf are the units of what changes by points.
var pointsOf = map[string]string{"百分点": "%"}

func compareChange(pick []figure) (gap, bool) {
	now, before, change := pick[0], pick[1], pick[2]
	unit := cmp.Or(pointsOf[change.unit], change.unit)
	if now.unit != before.unit || unit != now.unit {
		return gap{}, false
	}
	sum, half := before.value.Add(change.value), before.half.Add(change.half)
	return between(now, sum, sum.Sub(half), sum.Add(half), func() string {
		return now.String() + " − " + before.String() + " = " + show(now.value.Sub(before.value), now.unit) + " ≠ " + change.String()
	}), true
}

// averages compares each average rate with the levels at both ends of its
// years. Texts differ in whether 2021—2025年年均 starts from the level of 2020 or
// 2021: either will do, but that of 2020 has to be known.
func averages(f *figures, r *report) {
	f.overYears(r, indicators.AnnualAverage, func(base, last int) int { return last - base })
}

// cumulatives does the same with each rate over all of several years.
func cumulatives(f *figures, r *report) {
	f.overYears(r, indicators.Cumulative, func(int, int) int { return 1 })
}

// overYears compares rates with the levels of the year that they start from
// and of their last year, which are times applications of the rate apart.
func (f *figures) overYears(r *report, basis indicators.Basis, times func(base, last int) int) {
	isRate := func(o indicators.Observation) bool {
		return o.Measure == indicators.Growth && o.Basis == basis && f.isTrend(o) && f.nominal(o)
	}
	f.groups(isRate, func(_ string, s slot, group []figure) {
		first, last := int(s.period.First.Year), int(s.period.Last.Year)
		if s.period != indicators.Years(first, last) {
			return
		}
		bases := []int{first - 1}
		if first < last {
			bases = append(bases, first)
		}
		var worst []figure
		var worstGap gap
		for i, base := range bases {
			now, before := s.levels(s.indicator), s.levels(s.indicator)
			now.period, before.period = indicators.Year(last), indicators.Year(base)
			lists := [][]figure{f.precise[now], f.precise[before], group}
			if len(lists[0]) == 0 || len(lists[1]) == 0 {
				if i == 0 {
					return
				}
				continue
			}
			pick, g, ok := closest(lists, func(pick []figure) (gap, bool) { return compareGrowth(pick, times(base, last)) })
			if !ok { // one reading of the years fits
				return
			}
			if i == 0 {
				worst, worstGap = pick, g
			}
		}
		if worst != nil {
			r.add(worst, worstGap)
		}
	})
}
