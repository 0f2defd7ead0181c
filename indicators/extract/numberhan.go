package extract

import (
	"math"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

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
				n.flags &^= numeralRound
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
