package extract

import "suanpan/indicators"

// within returns the days of p in a year. It has a number.
func (p periodPoint) within(year int) (q indicators.Period, ok bool) {
	if year < 1 || year > 9990 {
		return q, false
	}
	n := int(p.n)
	switch p.unit {
	case unitCentury:
		q = indicators.Years(max(year, 1), year+99)
	case unitDecade:
		q = indicators.Years(year, year+9)
	case unitYear:
		q = indicators.Year(year)
	case unitHalf:
		q = indicators.Half(year, n)
	case unitQuarter:
		q = indicators.Quarter(year, n)
	case unitSeason:
		length := 3
		if n == seasonCold {
			n, length = 4, 6
		}
		q = indicators.Months(year, 3*n, 3*n)
		last := addPeriodMonths(q.First, length-1)
		q.Last = indicators.Months(int(last.Year), int(last.Month), int(last.Month)).Last
	case unitMonth:
		q = indicators.Months(year, n, n)
	case unitThird:
		q = periodThird(year, n, int(p.day))
	case unitDay:
		q = indicators.Day(indicators.NewDate(year, n, int(p.day)))
	case unitHoliday:
		if q, ok = periodHolidayIn(p.n, year); !ok {
			return q, false
		}
	default:
		return q, false
	}
	return p.edged(q), q.First.Valid() && q.Last.Valid()
}

// edged is the instant at the edge of q that p means, or all of q.
func (p periodPoint) edged(q indicators.Period) indicators.Period {
	if p.edge == edgeStart {
		return indicators.Day(q.First.AddDays(-1))
	}
	return q
}

func periodThird(year, month, third int) indicators.Period {
	last := indicators.DaysIn(year, month)
	if third < 3 {
		last = 10 * third
	}
	return indicators.Period{First: indicators.NewDate(year, month, 10*third-9), Last: indicators.NewDate(year, month, last)}
}

func addPeriodUnits(d indicators.Date, u periodUnit, n int) indicators.Date {
	switch u {
	case unitYear:
		return addPeriodMonths(d, 12*n)
	case unitQuarter:
		return addPeriodMonths(d, 3*n)
	case unitMonth:
		return addPeriodMonths(d, n)
	case unitWeek:
		return d.AddDays(7 * n)
	}
	return d.AddDays(n)
}

// addPeriodMonths moves d by months; a day that the month lacks becomes its
// last, and the last of a month stays the last.
func addPeriodMonths(d indicators.Date, n int) indicators.Date {
	m := int(d.Year)*12 + int(d.Month) - 1 + n
	if m < 12 {
		return indicators.Date{}
	}
	y, month := m/12, m%12+1
	day := min(int(d.Day), indicators.DaysIn(y, month))
	return indicators.NewDate(y, month, day)
}
