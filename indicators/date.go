package indicators

import (
	"fmt"
	"time"
)

// Date is a day of the civil calendar. The zero Date is "unknown" and sorts
// before every day. Dates are comparable with ==.
type Date struct {
	Year       int16
	Month, Day uint8
}

// NewDate returns the given day. It does not check; see [Date.Valid].
func NewDate(year, month, day int) Date {
	return Date{int16(year), uint8(month), uint8(day)}
}

// ParseDate reads YYYY-MM-DD. The empty string is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	d, ok := scanDate(s)
	if !ok {
		return Date{}, fmt.Errorf("date %q: want YYYY-MM-DD, such as 2024-01-31", s)
	}
	return d, nil
}

// scanDate reads exactly YYYY-MM-DD.
func scanDate(s string) (Date, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, false
	}
	y, ok1 := scanInt(s[:4])
	m, ok2 := scanInt(s[5:7])
	d, ok3 := scanInt(s[8:])
	date := NewDate(y, m, d)
	return date, ok1 && ok2 && ok3 && date.Valid()
}

// scanInt reads a string of one to four ASCII digits.
func scanInt(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, len(s) > 0
}

// IsZero reports whether d is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// Valid reports whether d is a day of the calendar between the years 1 and 9999.
func (d Date) Valid() bool {
	return d.Year >= 1 && d.Year <= 9999 && d.Month >= 1 && d.Month <= 12 &&
		d.Day >= 1 && int(d.Day) <= DaysIn(int(d.Year), int(d.Month))
}

// Compare orders dates; the zero Date comes first.
func (d Date) Compare(e Date) int {
	return d.number() - e.number()
}

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.number() < e.number() }

func (d Date) number() int { return int(d.Year)*10000 + int(d.Month)*100 + int(d.Day) }

// AddDays returns the day n days later, or earlier where n is negative.
func (d Date) AddDays(n int) Date {
	t := time.Date(int(d.Year), time.Month(d.Month), int(d.Day)+n, 0, 0, 0, 0, time.UTC)
	return NewDate(t.Year(), int(t.Month()), t.Day())
}

// String is YYYY-MM-DD, or "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText implements encoding.TextMarshaler by [Date.String].
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler by [ParseDate].
func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	if err == nil {
		*d = v
	}
	return err
}

// DaysIn returns the number of days of a month.
func DaysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
