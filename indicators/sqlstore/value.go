package sqlstore

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// maxDigits bounds a value on both sides of the point, far above what any
// text prints, so that no value grows without limit when written out.
const maxDigits = 400

// decodeValue reads what [indicators.PlainDecimal] writes. Plain digits do not
// show the exponent where it is positive, so it stands beside them:
// 234 × 10⁶ is "234000000" and 6.
func decodeValue(text string, exponent int) (decimal.Decimal, error) {
	digits := text
	switch {
	case exponent < -maxDigits || exponent > maxDigits:
		return decimal.Decimal{}, fmt.Errorf("value %q: exponent %d is out of range", text, exponent)
	case exponent > 0 && text != "0":
		zeros := len(text) - exponent
		if zeros < 1 || strings.Trim(text[zeros:], "0") != "" {
			return decimal.Decimal{}, fmt.Errorf("value %q: does not end in %d zeros", text, exponent)
		}
		digits = text[:zeros]
	case exponent < 0:
		point := len(text) + exponent - 1
		if point < 1 || text[point] != '.' {
			return decimal.Decimal{}, fmt.Errorf("value %q: does not have %d decimals", text, -exponent)
		}
		digits = text[:point] + text[point+1:]
	}
	if len(digits) <= 18 {
		n, err := strconv.ParseInt(digits, 10, 64)
		if err != nil {
			return decimal.Decimal{}, fmt.Errorf("value %q: %w", text, err)
		}
		return decimal.New(n, int32(exponent)), nil
	}
	n, ok := new(big.Int).SetString(digits, 10)
	if !ok {
		return decimal.Decimal{}, fmt.Errorf("value %q: not a number", text)
	}
	return decimal.NewFromBigInt(n, int32(exponent)), nil
}
