package audit

import (
	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// An outlier is a level that is more than farTimes the median of the four
// levels nearest to it in a series of at least minPoints, or less than a
// farTimes of it, and as far from the levels before and behind it: a series
// may rise fast. The median of four bears one of them being an outlier itself.
const (
	farTimes  = 5
	minPoints = 5
)

// outliers looks at the series of levels that come once a year, half, quarter
// or month. Of each period it takes the last figure published.
func outliers(f *figures, r *report) {
	var order []indicators.SeriesKey
	points := map[indicators.SeriesKey][]figure{}
	for _, fig := range f.list {
		if fig.obs.Measure != indicators.Level || !f.isTrend(fig.obs) || !fig.value.IsPositive() {
			continue
		}
		k := indicators.KeyOf(fig.obs)
		k.Unit = fig.unit
		if k.Frequency == "D" || k.Frequency == "P" {
			continue
		}
		list := points[k]
		if list == nil {
			order = append(order, k)
		}
		if n := len(list); n > 0 && slotPeriod(list[n-1].obs.Period) == slotPeriod(fig.obs.Period) {
			list[n-1] = fig
		} else {
			list = append(list, fig)
		}
		points[k] = list
	}
	for _, k := range order {
		list := points[k]
		if len(list) < minPoints {
			continue
		}
		for i := range list {
			if pick, g, ok := farOff(list, i); ok {
				r.add(pick, g)
			}
		}
	}
}

// farOff compares the i-th point of a series with the four around it; at the
// ends of the series with those nearest.
func farOff(list []figure, i int) (pick []figure, g gap, ok bool) {
	from := min(max(i-2, 0), len(list)-5)
	pick = []figure{list[i]}
	var values []decimal.Decimal
	for j := from; j < from+5; j++ {
		if j != i {
			pick = append(pick, list[j])
			values = append(values, list[j].value)
		}
	}
	median := medianOfFour(values)
	g = gap{found: list[i].value, expected: median, unit: list[i].unit, working: func() string {
		return list[i].String() + " ÷ " + show(median, list[i].unit) + " = " + percent(list[i].value, median)
	}}
	if list[i].value.GreaterThan(median) {
		g.tolerance = median.Mul(decimal.New(farTimes-1, 0))
	} else {
		g.tolerance = median.Mul(decimal.New(farTimes-1, 0)).Div(decimal.New(farTimes, 0))
	}
	for _, j := range []int{i - 1, i + 1} {
		if j >= 0 && j < len(list) && !farFrom(list[i].value, list[j].value) {
			return nil, gap{}, false
		}
	}
	return pick, g, g.excess().IsPositive()
}

// farFrom reports whether the greater of two positive values is more than
// farTimes the other.
func farFrom(a, b decimal.Decimal) bool {
	return decimal.Max(a, b).GreaterThan(decimal.Min(a, b).Mul(decimal.New(farTimes, 0)))
}

// medianOfFour is the mean of the middle two.
func medianOfFour(v []decimal.Decimal) decimal.Decimal {
	sum := decimal.Sum(v[0], v[1:]...)
	return sum.Sub(decimal.Min(v[0], v[1:]...)).Sub(decimal.Max(v[0], v[1:]...)).Mul(decimal.New(5, -1))
}
