package extract

import (
	"math"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// A numeral is a number as written, in digits, Han characters or both, with
// the magnitudes behind it multiplied out. It has no unit and no sign.
type numeral struct {
	start, end int // bytes
	mant       int64
	exp        int
	power      int // of the magnitudes behind the last digit: 8 in 2.34亿
	digits     int // leading zeros not counted
	flags      numeralFlags
	bound      indicators.Bound // of 余 多 几 before a magnitude inside: 4万多亿
}

type numeralFlags uint16

const (
	numeralHan        numeralFlags = 1 << iota // some digit, or a lone magnitude, is a Han character
	numeralArabic                              // some digit is 0 to 9
	numeralDecimal                             // has digits behind a point
	numeralWide                                // more digits than mant holds; mant is 1
	numeralLong                                // more digits, or a larger exponent, than a figure may have; mant is 0
	numeralRound                               // a magnitude with no digit: 百万
	numeralOneDigit                            // one Han digit and nothing else
	numeralPositional                          // Han digits in a row with no magnitude: 二〇一八, 七八
	numeralVague                               // 数十, 几百, 二三十
	numeralZero                                // begins with 0 and more digits: 0731
	numeralPower                               // 1.2e3, 2^5
)

func (n *numeral) is(f numeralFlags) bool { return n.flags&f != 0 }

const (
	maxMantissa = 18 // digits that an int64 holds whatever they are
	maxDigits   = 40 // of a numeral that is read at all
	maxBlanks   = 4  // that a numeral of justified text may hold in a row
)

// scanNumeral reads the numeral at text[at:], with u to tell a magnitude from
// the first character of a unit (千瓦). ok is false where there is none.
func scanNumeral(u *catalog.Units, text string, at int) (n numeral, ok bool) {
	kind, _, size := charAt(text, at)
	switch kind {
	case charDigit:
		return scanArabic(u, text, at), true
	case charHan, charZero, charMagnitude, charTens:
		return scanHan(u, text, at)
	case charSome:
		if next, _, _ := charAt(text, at+size); next == charMagnitude {
			return scanHan(u, text, at)
		}
	case charOther:
		if next, _, _ := charAt(text, at+1); next == charDigit && text[at] == '.' && (at == 0 || text[at-1] != '.' && !isDigitBefore(text, at)) {
			return scanArabic(u, text, at), true
		}
	}
	return n, false
}

// scanDigits reads digits with thousands separators and a decimal point, and
// no magnitude.
func scanDigits(text string, at int) (n numeral) {
	n = numeral{start: at, flags: numeralArabic}
	i, seen := at, 0 // digits seen, with leading zeros
	row := func(limit int, exp int) {
		for i < limit {
			kind, v, size := charAt(text, i)
			if kind != charDigit {
				return
			}
			i += size
			seen++
			n.exp += exp
			if n.digits == 0 && v == 0 {
				continue
			}
			if n.digits++; n.digits <= maxMantissa {
				n.mant = n.mant*10 + int64(v)
			}
		}
	}
	row(len(text), 0)
	if kind, first, _ := charAt(text, at); kind == charDigit && first == 0 && seen > 1 {
		n.flags |= numeralZero
	}
	if 0 < seen && seen <= 3 && !n.is(numeralZero) {
		for {
			digits, end := thousands(text, i)
			if end == i {
				break
			}
			i = digits
			row(end, 0)
		}
	}
	if size := pointAt(text, i); size > 0 {
		if kind, _, _ := charAt(text, i+size); kind == charDigit {
			n.flags |= numeralDecimal
			i += size
			row(len(text), -1)
		}
	}
	n.end = i
	n.limitSize()
	return n
}

// limit sets the flags of what is too large for the mantissa, or at all.
func (n *numeral) limitSize() {
	if n.digits > maxMantissa {
		n.flags |= numeralWide
		n.mant = 1
	}
	if n.digits > maxDigits || n.exp > maxDigits || n.exp < -maxDigits {
		n.flags |= numeralLong
		n.mant, n.exp = 0, 0
	}
}

// scanArabic reads a numeral that begins with digits: 1,234.5, 2.34亿, 1万6千.
func scanArabic(u *catalog.Units, text string, at int) numeral {
	n := scanDigits(text, at)
	digits := n.end
	n.scanMagnitudes(u, text)
	if n.power > 0 && !n.is(numeralDecimal|numeralWide|numeralLong) {
		if m, ok := scanHan(u, text, at); ok && m.end > n.end {
			return m
		}
	}
	if n.end == digits && !n.is(numeralWide|numeralLong) {
		n.scanExponent(text)
	}
	return n
}

// scanMagnitudes multiplies by the magnitudes behind a numeral, also behind a
// word like 多 (4多万), but not by the 千 of 千瓦.
func (n *numeral) scanMagnitudes(u *catalog.Units, text string) {
	for {
		i := skipBlanks(text, n.end)
		bound := n.bound
		if b, size := u.Bounds().Inside(text, i); size > 0 {
			i = skipBlanks(text, i+size)
			bound = b
		}
		kind, power, size := charAt(text, i)
		if kind != charMagnitude || !isMagnitude(u, text, i, n) {
			break
		}
		n.end = i + size
		n.bound = bound
		n.power += power
		n.exp += power
		if n.exp > maxDigits {
			n.flags |= numeralLong
			n.exp = 0
		}
	}
	n.limitSize()
}

// scanLetter multiplies by a lone k or M behind digits: 12k, 2.5 M.
func (n *numeral) scanLetter(text string) bool {
	i := n.end
	if i < len(text) && text[i] == ' ' {
		i++
	}
	if i >= len(text) || !n.is(numeralArabic) || n.power > 0 || i+1 < len(text) && (isLatinByte(text[i+1]) || isASCIIDigit(text[i+1])) {
		return false
	}
	power := 0
	switch text[i] {
	case 'k', 'K':
		power = 3
	case 'M':
		power = 6
	default:
		return false
	}
	n.end, n.exp = i+1, n.exp+power
	return true
}

// isMagnitude reports whether the magnitude at text[at:] is one and not the
// beginning of a unit: 千瓦, 兆帕. 兆 is one only of money and of Han numbers.
func isMagnitude(u *catalog.Units, text string, at int, n *numeral) bool {
	_, power, size := charAt(text, at)
	unit, length := u.Match(text, at)
	if unit < 0 {
		return true
	}
	if length > size {
		return false
	}
	next, _ := u.Match(text, skipBlanks(text, at+size))
	kind, _, _ := charAt(text, at+size)
	return power != 12 || n.is(numeralHan) || kind == charMagnitude || u.At(next).Dimension == "money"
}

// scanExponent reads e-1 or ^5 behind digits.
func (n *numeral) scanExponent(text string) {
	i := n.end
	if i >= len(text) || text[i] != 'e' && text[i] != 'E' && text[i] != '^' {
		return
	}
	isPower := text[i] == '^'
	i++
	minus := false
	for _, sign := range []string{"-", "－", "−", "+", "＋"} {
		if strings.HasPrefix(text[i:], sign) {
			minus = sign != "+" && sign != "＋"
			i += len(sign)
			break
		}
	}
	e, count := 0, 0
	for {
		kind, v, size := charAt(text, i)
		if kind != charDigit {
			break
		}
		if count++; count <= 2 {
			e = e*10 + v
		}
		i += size
	}
	if count == 0 || count > 2 || minus && isPower || i < len(text) && isLatinByte(text[i]) {
		return
	}
	if minus {
		e = -e
	}
	mant, exp := n.mant, n.exp+e
	if isPower {
		mant, exp = 1, 0
		for range e {
			for mant > math.MaxInt64/max(n.mant, 1) { // drop digits: powers are not kept exact
				mant /= 10
				exp++
			}
			mant *= n.mant
			exp += n.exp
		}
	}
	if exp > maxDigits || exp < -maxDigits {
		return
	}
	n.mant, n.exp, n.end = mant, exp, i
	n.flags |= numeralPower
}
