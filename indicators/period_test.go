package indicators

import "testing"

func TestPeriodString(t *testing.T) {
	for _, c := range []struct {
		p    Period
		want string
		freq string
	}{
		{Year(2023), "2023", "A"},
		{Quarter(2023, 1), "2023-Q1", "Q"},
		{Quarter(2023, 4), "2023-Q4", "Q"},
		{Half(2023, 1), "2023-H1", "H"},
		{Half(2023, 2), "2023-H2", "H"},
		{Months(2023, 2, 2), "2023-02", "M"},
		{Months(2023, 1, 11), "2023-01/2023-11", "P"},
		{Day(NewDate(2024, 1, 31)), "2024-01-31", "D"},
		{EndOf(Year(2023)), "2023-12-31", "A"},
		{EndOf(Months(2024, 2, 2)), "2024-02-29", "M"},
		{Period{First: NewDate(2022, 1, 1), Last: NewDate(2024, 2, 1)}, "2022/2024-02-01", "P"},
		{Period{First: NewDate(2023, 2, 1), Last: NewDate(2024, 2, 1)}, "2023-02-01/2024-02-01", "P"},
		{Years(2011, 2015), "2011/2015", "P"},
		{Period{}, "", ""},
	} {
		if got := c.p.String(); got != c.want {
			t.Errorf("String = %q, want %q", got, c.want)
		}
		if got := c.p.Frequency(); got != c.freq {
			t.Errorf("%s: Frequency = %q, want %q", c.want, got, c.freq)
		}
		back, err := ParsePeriod(c.want)
		if err != nil || back.First != c.p.First || back.Last != c.p.Last {
			t.Errorf("ParsePeriod(%q) = %v, %v", c.want, back, err)
		}
	}
	for _, bad := range []string{"23", "2023-13", "2023-Q5", "2024/2023", "2023-02-30", "x"} {
		if p, err := ParsePeriod(bad); err == nil {
			t.Errorf("ParsePeriod(%q) = %v, want an error", bad, p)
		}
	}
}

func TestPeriodShift(t *testing.T) {
	if got := Months(2024, 2, 2).Shift(-1); got != Months(2023, 2, 2) {
		t.Errorf("2024-02 a year before = %v", got)
	}
	if got := EndOf(Months(2023, 2, 2)).Shift(1); got.Last != NewDate(2024, 2, 29) {
		t.Errorf("end of 2023-02 a year later = %v", got)
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2023", "2023-Q1", "2023-01/2023-11", "2022/2024-02-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePeriod(s)
		if err != nil || p.IsZero() {
			return
		}
		q, err := ParsePeriod(p.String())
		if err != nil || q.First != p.First || q.Last != p.Last {
			t.Errorf("%q reads as %v, which reads back as %v, %v", s, p, q, err)
		}
	})
}
