package indicators

import (
	"testing"

	"github.com/shopspring/decimal"
)

func TestQuantityTextKeepsPrintedDigits(t *testing.T) {
	for _, c := range []struct {
		d    decimal.Decimal
		want string
	}{
		{decimal.RequireFromString("5.10"), "5.10"},
		{decimal.New(234, 6), "234000000"},
		{decimal.RequireFromString("-0.30"), "-0.30"},
		{decimal.RequireFromString("12345678901234567.10"), "12345678901234567.10"},
	} {
		if got := (Quantity{Value: c.d}).Text(); got != c.want {
			t.Errorf("Text = %q, want %q", got, c.want)
		}
	}
}

func TestQuantityAgrees(t *testing.T) {
	q := func(mant int64, exp int32, unit string) Quantity {
		return Quantity{Value: decimal.New(mant, exp), Unit: unit}
	}
	for _, c := range []struct {
		a, b Quantity
		want bool
	}{
		{q(143, 2, "亩"), q(14283, 0, "亩"), true},   // 1.43万亩, 14283亩
		{q(36679, 7, "元"), q(3660, 8, "元"), false}, // 3667.9亿元, 3660亿元
		{q(53, -1, "%"), q(530, -2, "%"), true},
		{q(53, -1, "%"), q(53, -1, "百分点"), false},
	} {
		if got := c.a.Agrees(c.b); got != c.want {
			t.Errorf("%s %s agrees with %s %s: %v, want %v", c.a.Text(), c.a.Unit, c.b.Text(), c.b.Unit, got, c.want)
		}
	}
}
