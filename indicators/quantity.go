package indicators

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Quantity is a number with its unit.
//
// Value has every Chinese magnitude multiplied out, exactly, and Unit is the
// unit without it: 2.34亿元 has the value 234000000 and the unit 元. SI units
// stay as printed (5GW is 5 GW). The exponent of Value keeps the printed
// precision: 2.34亿 is 234 × 10⁶. Printed is the figure as it stands in the
// text, number, unit and approximation word.
type Quantity struct {
	Value   decimal.Decimal
	Unit    string
	Bound   Bound
	Printed string
}

// Text returns the value in plain digits with the printed decimals kept:
// 5.10 stays 5.10, 234 × 10⁶ is 234000000.
func (q Quantity) Text() string { return PlainDecimal(q.Value) }

// PlainDecimal writes d in plain digits and keeps trailing zeros.
func PlainDecimal(d decimal.Decimal) string {
	if d.Exponent() < 0 {
		return d.StringFixed(-d.Exponent())
	}
	return d.String()
}

// Agrees reports whether two quantities of one unit differ by no more than
// the precision of the coarser: 14300 (printed 1.43万) and 14283 agree.
// Quantities of different units never agree.
func (q Quantity) Agrees(r Quantity) bool {
	if q.Unit != r.Unit {
		return false
	}
	exp := max(q.Value.Exponent(), r.Value.Exponent())
	return q.Value.Sub(r.Value).Abs().LessThan(decimal.New(1, exp))
}

// IsPercent reports whether the unit is a rate: %, ‰ or percentage points.
func (q Quantity) IsPercent() bool {
	return q.Unit == "%" || q.Unit == "‰" || strings.HasSuffix(q.Unit, "分点")
}
