package sqlstore

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

func TestPeriods(t *testing.T) {
	toDate := indicators.Months(2023, 1, 8)
	toDate.Form = indicators.ToDate
	sorted := []struct {
		period indicators.Period
		text   string
	}{
		{indicators.Period{}, "//0"},
		{indicators.Year(9), "0009-12-31/0009-01-01/0"},
		{indicators.Months(2023, 8, 8), "2023-08-31/2023-08-01/0"},
		{indicators.Period{Last: indicators.NewDate(2023, 12, 31)}, "2023-12-31//0"},
		{indicators.Years(2011, 2023), "2023-12-31/2011-01-01/0"},
		{indicators.Year(2023), "2023-12-31/2023-01-01/0"},
		{indicators.EndOf(indicators.Year(2023)), "2023-12-31/2023-12-31/2"},
		{indicators.Day(indicators.NewDate(2024, 2, 1)), "2024-02-01/2024-02-01/0"},
	}
	last := ""
	for _, c := range sorted {
		text := encodePeriod(c.period)
		if text != c.text || text <= last {
			t.Errorf("%+v: %q behind %q; want %q", c.period, text, last, c.text)
		}
		if p, err := decodePeriod(text); err != nil || p != c.period {
			t.Errorf("%q: %+v, %v; want %+v", text, p, err, c.period)
		}
		last = text
	}
	if got := encodePeriod(toDate); got != "2023-08-31/2023-01-01/1" {
		t.Error(got)
	}
	for _, bad := range []string{"", "/", "2023-12-31", "2023-12-31/2023-01-01", "2023-12-31/2023-01-01/", "2023-12-31/2023-01-01/12", "2023-02-30//0", "//x"} {
		if p, err := decodePeriod(bad); err == nil {
			t.Errorf("%q: %+v; want an error", bad, p)
		}
	}
}

func TestValues(t *testing.T) {
	for _, v := range []decimal.Decimal{
		{},
		decimal.New(0, 6), decimal.New(0, -2), decimal.New(234, 6), decimal.New(-234, 6), decimal.New(-5, -2), decimal.New(5, -400),
		decimal.New(1, 400), decimal.RequireFromString("12345678901234567.10"), decimal.RequireFromString(strings.Repeat("9", 40) + ".0"),
	} {
		text := indicators.PlainDecimal(v)
		got, err := decodeValue(text, int(v.Exponent()))
		if err != nil || got.Exponent() != v.Exponent() || got.Coefficient().Cmp(v.Coefficient()) != 0 {
			t.Errorf("%s × 10^%d as %q: %s × 10^%d, %v", v.Coefficient(), v.Exponent(), text, got.Coefficient(), got.Exponent(), err)
		}
	}
	for _, c := range []struct {
		text     string
		exponent int
	}{{"", 0}, {"x", 0}, {"1.5", 0}, {"15", -1}, {".5", -1}, {"100", 3}, {"120", 2}, {"1", 401}, {"1", -401}, {"1e5", 0}, {strings.Repeat("9", 20) + "x", 0}, {"1-.5", -1}} {
		if v, err := decodeValue(c.text, c.exponent); err == nil {
			t.Errorf("%q, %d: %s; want an error", c.text, c.exponent, v)
		}
	}
}

func FuzzValue(f *testing.F) {
	f.Add("5.10", -2)
	f.Add("234000000", 6)
	f.Add("-0.5", -1)
	f.Fuzz(func(t *testing.T, text string, exponent int) {
		v, err := decodeValue(text, exponent)
		if err != nil {
			return
		}
		if int(v.Exponent()) != exponent {
			t.Fatalf("%q, %d: exponent %d", text, exponent, v.Exponent())
		}
		if again, err := decodeValue(indicators.PlainDecimal(v), exponent); err != nil || !again.Equal(v) {
			t.Fatalf("%q, %d: %s, then %s, %v", text, exponent, v, again, err)
		}
	})
}
