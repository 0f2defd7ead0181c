package indicators

import (
	"fmt"
	"strings"
)

// Period is the time a figure is about: a span of days, both ends included, or
// one instant written as the day at whose end it stands. The zero Period is
// "the text does not say". Periods are comparable with ==.
type Period struct {
	First, Last Date
	Form        PeriodForm
}

// PeriodForm tells how a figure relates to its days.
type PeriodForm uint8

// The forms of a period.
const (
	During PeriodForm = iota // a flow or average over the days: 全年, 一季度, 8月
	ToDate                   // a flow added up from a start: 1-8月, 今年以来, 2022年至今
	AsOf                     // a stock at the end of the last day: 年末, 截至6月底
)

// Year returns the period of one calendar year.
func Year(y int) Period { return Years(y, y) }

// Years returns the period from the first day of one year to the last of another.
func Years(first, last int) Period {
	return Period{First: NewDate(first, 1, 1), Last: NewDate(last, 12, 31)}
}

// Months returns the period from month a to month b of one year.
func Months(year, a, b int) Period {
	return Period{First: NewDate(year, a, 1), Last: NewDate(year, b, DaysIn(year, b))}
}

// Quarter returns the period of the quarter q, 1 to 4.
func Quarter(year, q int) Period { return Months(year, 3*q-2, 3*q) }

// Half returns the period of the half year h, 1 or 2.
func Half(year, h int) Period { return Months(year, 6*h-5, 6*h) }

// Day returns the period of one day.
func Day(d Date) Period { return Period{First: d, Last: d} }

// EndOf returns the instant at the end of p.
func EndOf(p Period) Period {
	return Period{First: p.Last, Last: p.Last, Form: AsOf}
}

// IsZero reports whether the period is unknown.
func (p Period) IsZero() bool { return p.Last.IsZero() }

// IsYear reports whether p is exactly one calendar year.
func (p Period) IsYear() bool {
	return p.First.Year == p.Last.Year && p.wholeYears() && !p.IsZero()
}

func (p Period) wholeYears() bool {
	return p.First.Month == 1 && p.First.Day == 1 && p.Last.Month == 12 && p.Last.Day == 31
}

func (p Period) wholeMonths() bool {
	return p.First.Day == 1 && int(p.Last.Day) == DaysIn(int(p.Last.Year), int(p.Last.Month))
}

// Shift returns the same period n years later, keeping month ends at month ends.
func (p Period) Shift(years int) Period {
	if p.IsZero() {
		return p
	}
	p.First, p.Last = shiftYears(p.First, years), shiftYears(p.Last, years)
	return p
}

func shiftYears(d Date, years int) Date {
	end := int(d.Day) == DaysIn(int(d.Year), int(d.Month))
	d.Year += int16(years)
	if last := DaysIn(int(d.Year), int(d.Month)); int(d.Day) > last || end && d.Month == 2 {
		d.Day = uint8(last)
	}
	return d
}

// Frequency names how often a figure of this period can come: "A" a year,
// "H" a half, "Q" a quarter, "M" a month, "D" a day, "P" any other span; the
// letters are those of SDMX's CL_FREQ, but for "P". An instant takes the
// frequency of what it ends: the end of December is annual. Cumulative months
// (1-8月) are "P".
func (p Period) Frequency() string {
	switch {
	case p.IsZero():
		return ""
	case p.Form == AsOf && p.Last.Month == 12 && p.Last.Day == 31:
		return "A"
	case p.Form == AsOf && p.wholeMonthEnd():
		return "M"
	case p.First == p.Last:
		return "D"
	case p.IsYear():
		return "A"
	case p.wholeMonths() && p.First.Year == p.Last.Year:
		switch a, b := p.First.Month, p.Last.Month; {
		case a == b:
			return "M"
		case b-a == 2 && a%3 == 1:
			return "Q"
		case b-a == 5 && a%6 == 1:
			return "H"
		}
	}
	return "P"
}

func (p Period) wholeMonthEnd() bool {
	return int(p.Last.Day) == DaysIn(int(p.Last.Year), int(p.Last.Month))
}

// String writes the period in its shortest exact form: "2023", "2023-Q1",
// "2023-H1", "2023-02", "2024-01-31", "2023-01/2023-11", "2022/2024-02-01",
// "2011/2015"; "" for the zero Period. The form is not written: an instant
// reads as its day. [ParsePeriod] reads it back.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	switch p.Frequency() {
	case "D":
		return p.Last.String()
	case "A", "M", "Q", "H":
		if p.First == p.Last { // an instant
			return p.Last.String()
		}
	}
	y := p.First.Year
	switch p.Frequency() {
	case "A":
		return fmt.Sprintf("%04d", y)
	case "H":
		return fmt.Sprintf("%04d-H%d", y, (p.First.Month+5)/6)
	case "Q":
		return fmt.Sprintf("%04d-Q%d", y, (p.First.Month+2)/3)
	case "M":
		return fmt.Sprintf("%04d-%02d", y, p.First.Month)
	}
	switch {
	case p.wholeYears():
		return fmt.Sprintf("%04d/%04d", y, p.Last.Year)
	case p.wholeMonths():
		return fmt.Sprintf("%04d-%02d/%04d-%02d", y, p.First.Month, p.Last.Year, p.Last.Month)
	case p.First.Month == 1 && p.First.Day == 1 && p.First.Year != p.Last.Year:
		return fmt.Sprintf("%04d/%s", y, p.Last)
	case p.First.Day == 1 && p.First.Month != p.Last.Month:
		return fmt.Sprintf("%04d-%02d/%s", y, p.First.Month, p.Last)
	}
	return p.First.String() + "/" + p.Last.String()
}

// ParsePeriod reads what [Period.String] writes. The form of the result is
// During, but AsOf for a single day. The empty string is the zero Period.
func ParsePeriod(s string) (Period, error) {
	if s == "" {
		return Period{}, nil
	}
	a, b, span := strings.Cut(s, "/")
	first, ok := parseOnePeriod(a)
	last := first
	if ok && span {
		last, ok = parseOnePeriod(b)
	}
	if !ok || last.Last.Before(first.First) {
		return Period{}, fmt.Errorf("period %q: want a form such as 2023, 2023-Q1, 2023-H1, 2023-02, 2024-01-31 or 2011/2015", s)
	}
	p := Period{First: first.First, Last: last.Last}
	if !span && len(s) == len("2024-01-31") {
		p.Form = AsOf
	}
	return p, nil
}

func parseOnePeriod(s string) (Period, bool) {
	if len(s) < 4 {
		return Period{}, false
	}
	y, ok := scanInt(s[:4])
	if !ok || y < 1 {
		return Period{}, false
	}
	switch {
	case len(s) == 4:
		return Year(y), true
	case len(s) == 7 && s[4] == '-' && s[5] == 'Q' && '1' <= s[6] && s[6] <= '4':
		return Quarter(y, int(s[6]-'0')), true
	case len(s) == 7 && s[4] == '-' && s[5] == 'H' && '1' <= s[6] && s[6] <= '2':
		return Half(y, int(s[6]-'0')), true
	case len(s) == 7 && s[4] == '-':
		m, ok := scanInt(s[5:])
		if !ok || m < 1 || m > 12 {
			return Period{}, false
		}
		return Months(y, m, m), true
	}
	d, ok := scanDate(s)
	return Day(d), ok
}

// Compare orders periods by their last day, then by their first, then by form.
func (p Period) Compare(q Period) int {
	if c := p.Last.Compare(q.Last); c != 0 {
		return c
	}
	if c := p.First.Compare(q.First); c != 0 {
		return c
	}
	return int(p.Form) - int(q.Form)
}

// MarshalText implements encoding.TextMarshaler by [Period.String].
func (p Period) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler by [ParsePeriod].
func (p *Period) UnmarshalText(b []byte) error {
	v, err := ParsePeriod(string(b))
	if err == nil {
		*p = v
	}
	return err
}
