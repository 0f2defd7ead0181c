package web

import (
	"fmt"

	"suanpan/indicators"
)

// when writes a period as a reader expects it: 2023年, 2023年1—8月, 2023年末;
// 2023, Jan–Aug 2023, end of 2023.
func when(p indicators.Period, l language) string {
	if p.IsZero() {
		return l.say("when.unknown")
	}
	y, f := int(p.Last.Year), p.Frequency()
	if p.Form == indicators.AsOf {
		switch f {
		case "A":
			return l.say("when.yearend", y)
		case "M":
			return l.say("when.monthend", month(p.Last.Month, l), y)
		}
		return l.say("when.asof", day(p.Last, l))
	}
	switch f {
	case "A":
		return l.say("when.year", y)
	case "H":
		return l.say("when.half"+fmt.Sprint((int(p.First.Month)+5)/6), y)
	case "Q":
		return l.say("when.quarter"+fmt.Sprint((int(p.First.Month)+2)/3), y)
	case "M":
		return l.say("when.month", month(p.Last.Month, l), y)
	case "D":
		return day(p.Last, l)
	}
	whole := p.First.Day == 1 && int(p.Last.Day) == indicators.DaysIn(y, int(p.Last.Month))
	switch {
	case whole && p.First.Year == p.Last.Year:
		return l.say("when.months", month(p.First.Month, l), month(p.Last.Month, l), y)
	case whole && p.First.Month == 1 && p.Last.Month == 12:
		return l.say("when.years", p.First.Year, y)
	}
	return l.say("when.span", day(p.First, l), day(p.Last, l))
}

// whenShort writes a period for an axis or a table whose title tells the rest.
func whenShort(p indicators.Period, l language) string {
	switch p.Frequency() {
	case "A":
		return fmt.Sprint(p.Last.Year)
	case "Q":
		return fmt.Sprintf("%d Q%d", p.Last.Year, (int(p.First.Month)+2)/3)
	case "H":
		return fmt.Sprintf("%d H%d", p.Last.Year, (int(p.First.Month)+5)/6)
	case "M":
		return fmt.Sprintf("%d-%02d", p.Last.Year, p.Last.Month)
	case "D":
		return p.Last.String()
	}
	if p.First.Year == p.Last.Year && p.First.Day == 1 && int(p.Last.Day) == indicators.DaysIn(int(p.Last.Year), int(p.Last.Month)) {
		return l.say("when.months.short", p.Last.Year, p.First.Month, p.Last.Month)
	}
	return p.String()
}

// day writes a date: 2024年2月1日, 1 Feb 2024; "" for the unknown day.
func day(d indicators.Date, l language) string {
	if d.IsZero() {
		return ""
	}
	return l.say("when.day", d.Year, month(d.Month, l), d.Day)
}

var englishMonths = [...]string{"", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// month is the number in Chinese, the short name in English.
func month(m uint8, l language) string {
	if l == en && int(m) < len(englishMonths) {
		return englishMonths[m]
	}
	return fmt.Sprint(m)
}
