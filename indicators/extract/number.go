package extract

import (
	"math"
	"strings"
	"unicode/utf8"

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
	numeralPower                               // 2^5
)

func (n *numeral) is(f numeralFlags) bool { return n.flags&f != 0 }

const (
	maxMantissa = 18 // digits that an int64 holds whatever they are
	maxDigits   = 40 // of a numeral that is read at all
	maxBlanks   = 4  // that a numeral of justified text may hold in a row
)

// charKind sorts the characters that numerals are made of.
type charKind uint8

const (
	charOther     charKind = iota
	charDigit              // 0 to 9, also full-width
	charHan                // 一 to 九, 两, 壹 to 玖
	charZero               // 零 〇
	charMagnitude          // 十 百 千 万 亿 兆: the value is the power
	charTens               // 廿 卅: the value is how many tens
	charSome               // 几 数: an unknown digit
	charPoint              // 点 between Han digits
	charSpace
)

// charAt tells what the character at text[at:] is to a numeral, its value
// and its length in bytes; length 0 is the end of the text.
func charAt(text string, at int) (kind charKind, value, length int) {
	if at >= len(text) {
		return charOther, 0, 0
	}
	if c := text[at]; c < utf8.RuneSelf {
		switch {
		case '0' <= c && c <= '9':
			return charDigit, int(c - '0'), 1
		case c == ' ':
			return charSpace, 0, 1
		}
		return charOther, 0, 1
	}
	r, n := utf8.DecodeRuneInString(text[at:])
	switch r {
	case '一', '壹', '弌':
		return charHan, 1, n
	case '二', '两', '贰', '兩', '貳', '俩':
		return charHan, 2, n
	case '三', '叁', '參', '叄':
		return charHan, 3, n
	case '四', '肆':
		return charHan, 4, n
	case '五', '伍':
		return charHan, 5, n
	case '六', '陆', '陸':
		return charHan, 6, n
	case '七', '柒':
		return charHan, 7, n
	case '八', '捌':
		return charHan, 8, n
	case '九', '玖':
		return charHan, 9, n
	case '零', '〇', '○':
		return charZero, 0, n
	case '十', '拾':
		return charMagnitude, 1, n
	case '百', '佰':
		return charMagnitude, 2, n
	case '千', '仟':
		return charMagnitude, 3, n
	case '万', '萬':
		return charMagnitude, 4, n
	case '亿', '億':
		return charMagnitude, 8, n
	case '兆':
		return charMagnitude, 12, n
	case '廿':
		return charTens, 2, n
	case '卅':
		return charTens, 3, n
	case '卌':
		return charTens, 4, n
	case '几', '数', '幾', '數':
		return charSome, 1, n
	case '点', '點':
		return charPoint, 0, n
	case '\u00a0', '\u2009', '\u202f', '　':
		return charSpace, 0, n
	}
	if '０' <= r && r <= '９' {
		return charDigit, int(r - '０'), n
	}
	return charOther, 0, n
}

// skipBlanks returns the place behind at most maxBlanks blanks.
func skipBlanks(text string, at int) int {
	for range maxBlanks {
		kind, _, n := charAt(text, at)
		if kind != charSpace {
			break
		}
		at += n
	}
	return at
}

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

func isDigitBefore(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return '0' <= r && r <= '9' || '０' <= r && r <= '９'
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

// pointAt returns the length of the decimal point at text[at:], 0 if there is
// none.
func pointAt(text string, at int) int {
	switch {
	case at < len(text) && text[at] == '.':
		return 1
	case strings.HasPrefix(text[at:], "．"):
		return len("．")
	}
	return 0
}

// thousands returns where three digits behind a separator at text[at:] begin
// and end; end is at if they do not stand there. A full-width comma separates
// full-width digits only.
func thousands(text string, at int) (digits, end int) {
	wide := false
	switch {
	case at < len(text) && text[at] == ',':
		digits = at + 1
	case strings.HasPrefix(text[at:], "，"):
		_, n := utf8.DecodeLastRuneInString(text[:at])
		wide = n > 1
		if !wide {
			return at, at
		}
		digits = at + len("，")
	default:
		return at, at
	}
	end = digits
	for range 3 {
		kind, _, size := charAt(text, end)
		if kind != charDigit || wide && size == 1 {
			return at, at
		}
		end += size
	}
	if kind, _, _ := charAt(text, end); kind == charDigit {
		return at, at
	}
	return digits, end
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

func isASCIIDigit(c byte) bool { return '0' <= c && c <= '9' }

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
		n.flags |= numeralPower
	}
	if exp > maxDigits || exp < -maxDigits {
		return
	}
	n.mant, n.exp, n.end = mant, exp, i
}

func isLatinByte(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// A hanSum adds up a number in Han characters: groups that were multiplied by
// 万, 亿 and 兆, the section below 万, and the digit that waits for its
// magnitude.
type hanSum struct {
	groups  [4]struct{ value, power int64 } // the powers fall
	count   int                             // of groups
	section int64
	digit   int64 // -1: none waits
	last    int   // power of the last magnitude, 0 before the first
	small   int   // power of the last magnitude below 万 in this section
	zero    bool  // 零 stands behind the last magnitude
	over    bool  // too large
}

var powersOfTen = func() (p [maxMantissa + 1]int64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = p[i-1] * 10
	}
	return p
}()

// add adds w × 10^power to v.
func (s *hanSum) add(v *int64, w, power int64) {
	if w == 0 {
		return
	}
	if power > maxMantissa || w > math.MaxInt64/powersOfTen[power] || *v > math.MaxInt64-w*powersOfTen[power] {
		s.over = true
		return
	}
	*v += w * powersOfTen[power]
}

// magnitude takes 十 to 兆; it reports false where the number cannot go on so,
// and is then as before.
func (s *hanSum) magnitude(power int) bool {
	if power < 4 {
		d := s.digit
		if d < 0 {
			if !s.zero && s.last != 0 {
				return false
			}
			d = 1 // 十, 百三
		}
		if s.small != 0 && power >= s.small {
			return false
		}
		s.add(&s.section, d, int64(power))
		s.digit, s.last, s.small, s.zero = -1, power, power, false
		return true
	}
	v := s.section
	lone := s.section == 0 && s.digit < 0
	s.add(&v, max(s.digit, 0), 0)
	count := s.count
	if lone && count > 0 { // 万亿, 万万
		if s.groups[count-1].power > int64(power) {
			return false
		}
		count--
		s.add(&v, s.groups[count].value, s.groups[count].power)
	} else if lone {
		v = 1
	}
	for count > 0 && s.groups[count-1].power < int64(power) {
		count--
		s.add(&v, s.groups[count].value, s.groups[count].power)
	}
	if count > 0 && s.groups[count-1].power == int64(power) || count == len(s.groups) {
		return false
	}
	s.groups[count].value, s.groups[count].power = v, int64(power)
	s.count = count + 1
	s.section, s.digit, s.last, s.small, s.zero = 0, -1, power, 0, false
	return true
}

// sum is the whole.
func (s *hanSum) sum() (v int64) {
	for _, g := range s.groups[:s.count] {
		s.add(&v, g.value, g.power)
	}
	s.add(&v, s.section, 0)
	return v
}

// scanHan reads a number in Han characters, which may hold digits: 二十三, 四百五,
// 一千陆, 九万四, 二〇一八, 三点五亿, 7万5千4百, 二十几万.
func scanHan(u *catalog.Units, text string, at int) (n numeral, ok bool) {
	n = numeral{start: at, end: at}
	s := hanSum{digit: -1}
	run := 0      // digits that wait for a magnitude
	some := false // a digit is unknown
	low := 0      // the number is known down to this power
	for {
		i := n.end
		if n.end > at {
			i = skipBlanks(text, i)
		}
		spaced := i > n.end
		kind, v, size := charAt(text, i)
		next := i + size
		switch kind {
		case charHan, charZero, charDigit:
			if run > 0 || spaced && s.last == 0 {
				return n.finishHan(u, text, &s, run, low, 0)
			}
			if kind == charZero && s.last > 0 {
				if s.zero || !isHanNumber(text, next) {
					return n.finishHan(u, text, &s, run, low, 0)
				}
				s.zero = true
				break
			}
			d, count, flags, end := scanRun(text, i)
			if count == 0 || s.last > 0 && !s.takes(u, text, end, count, flags) {
				return n.finishHan(u, text, &s, run, low, 0)
			}
			s.digit, run, next = d, count, end
			n.flags = n.flags&^(numeralRound|numeralVague) | flags
			low = 0
		case charTens:
			if n.end > at {
				return n.finishHan(u, text, &s, run, low, 0)
			}
			n.flags |= numeralHan
			s.section, s.last, s.small = int64(v)*10, 1, 1
		case charSome:
			m, _, _ := charAt(text, next)
			if run > 0 || some || n.end == at && m != charMagnitude || spaced {
				return n.finishHan(u, text, &s, run, low, 0)
			}
			some = true
			n.flags |= numeralHan
			if n.end == at {
				n.flags |= numeralVague
				s.digit = 1
			} else {
				n.bound = indicators.AtLeast
			}
		case charMagnitude:
			if run > 1 && n.is(numeralVague) {
				s.digit /= 10 // 二三十: from 20
				run = 1
			}
			if !isMagnitude(u, text, i, &n) || run > 1 && !n.is(numeralArabic) && v < 4 || !s.magnitude(v) {
				return n.finishHan(u, text, &s, run, low, 0)
			}
			if n.end == at {
				n.flags |= numeralHan | numeralRound
			}
			if v >= 4 || n.is(numeralArabic) {
				low = v
			}
			run = 0
		case charPoint:
			if n.bound != indicators.Exact || some || run == 0 && s.last == 0 || !n.pointFollows(text, next) {
				return n.finishHan(u, text, &s, run, low, 0)
			}
			return n.finishHan(u, text, &s, run, low, next)
		default:
			// 余 or 多 before a magnitude: 五百余万.
			b, length := u.Bounds().Inside(text, i)
			j := skipBlanks(text, i+length)
			m, power, _ := charAt(text, j)
			if length == 0 || n.end == at || m != charMagnitude || power < 4 || !isMagnitude(u, text, j, &n) {
				return n.finishHan(u, text, &s, run, low, 0)
			}
			n.bound = b
			next = j
		}
		n.end = next
	}
}

// scanRun reads digits of one script in a row, and whether they are two that
// follow each other, as in 七八个. count is 0 where they are no part of a number
// in Han characters.
func scanRun(text string, at int) (value int64, count int, flags numeralFlags, end int) {
	kind, _, _ := charAt(text, at)
	if kind == charDigit {
		m := scanDigits(text, at)
		if m.is(numeralDecimal | numeralWide | numeralLong | numeralZero) {
			return 0, 0, 0, at
		}
		return m.mant, 2, numeralArabic, m.end
	}
	for end = at; ; {
		kind, v, size := charAt(text, end)
		if kind != charHan && kind != charZero || count > 0 && isLiang(text, end) {
			break
		}
		if count < maxMantissa {
			value = value*10 + int64(v)
		}
		count++
		end += size
	}
	flags = numeralHan
	if count == 2 && value%10 == value/10+1 {
		flags |= numeralVague
	}
	return value, count, flags, end
}

// takes reports whether a run of digits that ends at end may follow the
// magnitudes so far: 四百五, 四百五十, but not 三十四十.
func (s *hanSum) takes(u *catalog.Units, text string, end, count int, flags numeralFlags) bool {
	i := skipBlanks(text, end)
	kind, power, size := charAt(text, i)
	if kind == charMagnitude {
		if _, length := u.Match(text, i); length > size {
			kind = charOther
		}
	}
	switch {
	case kind != charMagnitude:
		return flags&numeralHan != 0 && count == 1 && !isLiang(text, end-len("两"))
	case power < 4:
		return (s.small == 0 || power < s.small) && (flags&numeralArabic != 0 || count == 1 || flags&numeralVague != 0)
	}
	return s.small > 0 || s.zero || power < s.last
}

// isLiang reports whether 两 stands at text[at:], which begins a number but ends
// none, as it is a unit too.
func isLiang(text string, at int) bool {
	return strings.HasPrefix(text[at:], "两") || strings.HasPrefix(text[at:], "兩")
}

// isHanNumber reports whether a part of a number follows 零.
func isHanNumber(text string, at int) bool {
	kind, _, _ := charAt(text, skipBlanks(text, at))
	return kind == charHan || kind == charDigit || kind == charSome || kind == charMagnitude
}

// pointFollows reports whether Han digits behind 点 make a decimal fraction of
// it, and no clock (八点三十分).
func (n *numeral) pointFollows(text string, at int) bool {
	at = skipBlanks(text, at)
	kind, _, size := charAt(text, at)
	if kind != charHan && kind != charZero || isLiang(text, at) || n.is(numeralArabic) {
		return false
	}
	kind, power, _ := charAt(text, at+size)
	return kind != charMagnitude || power != 1
}

// finishHan makes the number of what was added up; run digits wait for a
// magnitude. point is the place behind 点, or 0.
func (n *numeral) finishHan(u *catalog.Units, text string, s *hanSum, run, low, point int) (numeral, bool) {
	if n.end == n.start {
		return *n, false
	}
	if run > 0 {
		switch {
		case s.last == 0:
			if run > 1 && n.is(numeralHan) {
				n.flags |= numeralPositional
			} else if n.is(numeralHan) {
				n.flags |= numeralOneDigit
			}
			s.section = s.digit
		case run == 1 && !s.zero && point == 0:
			s.add(&s.section, s.digit, int64(s.last-1)) // 四百五
		default:
			s.add(&s.section, s.digit, 0)
		}
	}
	n.mant = s.sum()
	if s.over || run > maxMantissa {
		n.flags |= numeralLong
		n.mant, low = 0, 0
	}
	for n.exp < low && n.mant%10 == 0 && n.mant != 0 && point == 0 {
		n.mant /= 10
		n.exp++
	}
	n.power = n.exp
	for v := n.mant; v > 0; v /= 10 {
		n.digits++
	}
	if point == 0 {
		return *n, true
	}
	i := skipBlanks(text, point)
	for {
		kind, v, size := charAt(text, i)
		if kind != charHan && kind != charZero {
			break
		}
		if n.digits++; n.digits > maxMantissa {
			n.flags |= numeralLong
			n.mant, n.exp = 0, 0
		} else {
			n.mant = n.mant*10 + int64(v)
			n.exp--
		}
		i += size
		n.end = i
	}
	n.flags = n.flags&^(numeralOneDigit|numeralPositional|numeralRound|numeralVague) | numeralDecimal
	n.power = 0
	n.scanMagnitudes(u, text)
	return *n, true
}
