package extract

import (
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// A figure is a number as it stands in a text, with its unit and the words of
// approximation around it. It holds no pointer; all offsets are bytes of the
// text it was read from and lie on rune borders.
//
// The value is mant × 10^exp, with Chinese magnitudes multiplied out and the
// printed precision kept: 2.34亿 is 234 × 10⁶, 5.10 is 510 × 10⁻². Where wide
// is set, or den is not 0, the value needs more than that; [figure.value]
// gives it in every case.
type figure struct {
	start, end         int32 // the shortest text with number, unit and words of approximation
	numStart, numEnd   int32 // the numeral with its magnitudes, and its sign
	unitStart, unitEnd int32 // the unit without magnitude; empty where there is none

	mant int64
	den  int64 // the value is a fraction: mant × 10^exp / den; 0 where it is none
	exp  int16
	wide bool // more than 18 digits (at most 40): the value is read from the text
	han  bool // the numeral is written in Han characters

	unit     int16 // index into catalog.Units; -1 where there is none
	per      int16 // the unit below the line of a compound (元/吨), else -1
	perPower int8  // the magnitude before that unit: 4 in 个/万人

	bound indicators.Bound
	form  figureForm
}

// figureForm tells how a figure is written, which decides whether it can be
// one of an indicator at all; see [figureForm.counts].
type figureForm uint8

// The forms. Those from figureRhetorical on have a value, which explain shows,
// but are no figures of an indicator.
const (
	figurePlain     figureForm = iota // a numeral with a unit
	figureBare                        // a numeral in digits with no unit behind it: table cells, 6434万农村人口, names
	figureRangeLow                    // the lower end of a range, at least
	figureRangeHigh                   // the upper end of a range, at most; follows its lower end
	figureRatio                       // one part of a：b：c; the parts follow each other
	figurePercent                     // 百分之五, 三成, 九折, 一半: the unit is %
	figureFraction                    // 四分之一, 1/3: the unit is %, the value 25
	figureDoubling                    // 翻番, 翻两番: the unit is 倍, the value 2, 4
	figureOrdinal                     // 第2, 第十二位: unit tells what is ordered, its printed unit is ""
	figureTop                         // 前10, 前三位, 前1%: at most
	figureRound                       // a magnitude with no digit and a unit: 百万台, 近亿元, 千家

	figureRhetorical // a Han numeral up to 十 and a counter: 一批, 两个, 十项
	figureWord       // a Han numeral with no unit: part of some other word
	figureVague      // 数十家, 几百个, 两三年
	figureIdentifier // digits of a name or number: A320, 5G, NO.0005973, 0731-28681234
	figureFormula    // terms of 7×24, 2+2, 2^5
	figureTooLong    // more than 40 digits; the value is 0
)

// counts reports whether a figure of this form may be one of an indicator.
func (k figureForm) counts() bool { return k < figureRhetorical }

// value returns the value of f, which was read from text. It is exact but for
// fractions like 1/3, which are rounded to 16 decimals, and powers.
func (f figure) value(text string) decimal.Decimal {
	v := decimal.New(f.mant, int32(f.exp))
	if f.wide {
		v = decimal.NewFromBigInt(wideMantissa(text[f.numStart:f.numEnd], f.mant < 0), int32(f.exp))
	}
	switch {
	case f.den == 0:
		return v
	case f.unit >= 0:
		v = v.Shift(2)
	}
	v = v.DivRound(decimal.New(f.den, 0), fractionPlaces)
	for v.Exponent() < 0 { // 1/4 is 25, to the last digit
		short := v.Truncate(-v.Exponent() - 1)
		if !short.Equal(v) {
			break
		}
		v = short
	}
	return v
}

// number returns the value as the number that is written: 0.25 for 四分之一,
// where value is 25 and the unit %. It is value for all other forms.
func (f figure) number(text string) decimal.Decimal {
	v := f.value(text)
	if f.den != 0 && f.unit >= 0 {
		return v.Shift(-2)
	}
	return v
}

// fractionPlaces is how many decimals a fraction that never ends is given.
const fractionPlaces = 16

// wideMantissa returns the digits of a numeral as a whole number.
func wideMantissa(numeral string, minus bool) *big.Int {
	v := new(big.Int)
	ten := big.NewInt(10)
	for i := 0; i < len(numeral); {
		kind, d, size := charAt(numeral, i)
		if kind == charDigit {
			v.Mul(v, ten).Add(v, big.NewInt(int64(d)))
		}
		i += size
	}
	if minus {
		v.Neg(v)
	}
	return v
}

// unitText returns the unit without magnitude: the name of the row of u, two
// names joined by / in a compound, or the unit as printed where the text makes
// one of several (辆（艘）次). It is "" where there is no unit and for ordinals.
func (f figure) unitText(u *catalog.Units, text string) string {
	switch {
	case f.unit < 0 || f.form == figureOrdinal || f.form == figureTop && u.At(int(f.unit)).Dimension != "percent":
		return ""
	case f.per >= 0:
		return catalog.Compound(u.At(int(f.unit)), u.At(int(f.per)), int(f.perPower)).Name
	case strings.HasSuffix(text[:f.unitEnd], "）次") || strings.HasSuffix(text[:f.unitEnd], ")次"):
		return strings.ReplaceAll(text[f.unitStart:f.unitEnd], " ", "")
	}
	return u.At(int(f.unit)).Name
}

// printed returns f as it stands in text.
func (f figure) printed(text string) string { return text[f.start:f.end] }
