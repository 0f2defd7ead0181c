package charts

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

func TestPeriodsShowGaps(t *testing.T) {
	for _, c := range []struct{ given, want string }{
		{"2019 2021", "2019 2020 2021"},
		{"2019 2019 2020", "2019 2020"},
		{"2023-Q4 2024-Q2", "2023-Q4 2024-Q1 2024-Q2"},
		{"2023-H1 2024-H1", "2023-H1 2023-H2 2024-H1"},
		{"2023-11 2024-02", "2023-11 2023-12 2024-01 2024-02"},
		{"2024-01-31 2024-03-31", "2024-01-31 2024-03-31"}, // days: what comes next is not known
		{"2011/2015 2016/2020", "2011/2015 2016/2020"},
		{"", ""},
	} {
		var given []indicators.Period
		for s := range strings.FieldsSeq(c.given) {
			p, err := indicators.ParsePeriod(s)
			if err != nil {
				t.Fatal(err)
			}
			p.Form = indicators.During
			given = append(given, p)
		}
		var got []string
		for _, p := range Periods(given) {
			got = append(got, p.String())
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("Periods(%s) = %s, want %s", c.given, g, c.want)
		}
	}
}

func TestPeriodsTakesAnInstantForWhatItEnds(t *testing.T) {
	got := Periods([]indicators.Period{
		indicators.EndOf(indicators.Year(2020)), indicators.Year(2021), indicators.EndOf(indicators.Year(2021)), indicators.EndOf(indicators.Year(2023)),
	})
	if len(got) != 4 || got[0] != indicators.Year(2020) || got[1] != indicators.Year(2021) || got[3] != indicators.Year(2023) {
		t.Errorf("got %v", got)
	}
}

func TestPeriodsIsBounded(t *testing.T) {
	got := Periods([]indicators.Period{indicators.Year(1), indicators.Year(9999)})
	if len(got) != MaxTicks {
		t.Errorf("%d ticks, want %d", len(got), MaxTicks)
	}
}

func TestScale(t *testing.T) {
	for _, c := range []struct {
		low, high string
		cut       bool
		want      string
	}{
		{"2000", "3769.2", false, "0 4000 1000"},
		{"0", "0", false, "0 1 0.2"},
		{"4.9", "10.5", false, "0 12 2"},
		{"-3.2", "8.1", false, "-4 10 2"},
		{"385.20", "402.08", true, "385 405 5"},
		{"-8", "-2", false, "-8 0 2"},
		{"0.00001", "0.00004", false, "0 0.00004 0.00001"},
		{"99999999999999999", "100000000000000001", true, "99999999999999999 100000000000000001 0.5"},
	} {
		from, to, step := scaleOf(decimal.RequireFromString(c.low), decimal.RequireFromString(c.high), c.cut)
		if got := from.String() + " " + to.String() + " " + step.String(); got != c.want {
			t.Errorf("scaleOf(%s, %s) = %s, want %s", c.low, c.high, got, c.want)
		}
	}
}
