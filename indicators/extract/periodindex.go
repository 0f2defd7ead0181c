package extract

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// A periodStart is what may begin with one rune. Lists have longer words first.
type periodStart struct {
	rune     rune
	rows     []periodRow
	prefixes []periodPrefix
	rollings []periodRollingRow
	holidays []periodHolidayName
	eras     []periodEra
	number   bool   // a numeral, or 第
	more     bool   // one of periodOpeners
	next     uint8  // another rune of the same bucket, in the table; 0 for none
	middle   uint64 // bits 6 to 11 of the second runes that occur
	second   uint64 // their low 6 bits
	digit    bool   // a digit or a blank may be second
}

// periodNumerals begin numbers.
const periodNumerals = "〇零一二三四五六七八九十两０１２３４５６７８９第"

// periodOpeners begin what has a reader of its own: 前三季度, 上周, 几年前. One
// rune alone goes on with a number.
var periodOpeners = [...]string{
	"前", "头", "刚刚", "刚过", "即将", "公元", "上世", "本世",
	"上周", "上星", "上礼", "上个", "上一", "上上", "下周", "下星", "下礼", "下个", "下一", "下下", "本周", "本星", "这周", "这星", "这个", "这一",
	"上週", "上個", "下週", "下個", "本週", "周一", "周二", "周三", "周四", "周五", "周六", "週一", "週二", "週三", "週四", "週五", "週六", "週日", "星期", "礼拜",
	"几年", "几个", "几天", "几月", "几周", "几日", "数年", "数个", "数天", "数月", "数周", "数日", "多年", "多个", "多天", "多月", "多周", "多日",
}

// A periodTable finds starts by 12 bits of their rune.
type periodTable struct {
	bucket [4096]uint8 // 0: nothing begins so
	starts []periodStart
	digit  periodStart // what begins with an ASCII digit
}

var periodIndex = indexPeriods()

func indexPeriods() *periodTable {
	t := &periodTable{starts: make([]periodStart, 1, 256), digit: periodStart{number: true}}
	for _, row := range periodRows {
		s := t.start(row.text)
		s.rows = append(s.rows, row)
	}
	for _, p := range periodPrefixes {
		s := t.start(p.text)
		s.prefixes = append(s.prefixes, p)
		if utf8.RuneCountInString(p.text) == 1 {
			s.middle, s.second = ^uint64(0), ^uint64(0)
		}
	}
	for _, r := range periodRollings {
		s := t.start(r.text)
		s.rollings = append(s.rollings, r)
	}
	for _, h := range periodHolidayNames {
		s := t.start(h.text)
		s.holidays = append(s.holidays, h)
	}
	for _, e := range periodEras {
		s := t.start(e.text)
		s.eras = append(s.eras, e)
	}
	for _, r := range periodNumerals {
		s := t.start(string(r))
		s.number, s.middle, s.second = true, ^uint64(0), ^uint64(0)
	}
	for _, o := range periodOpeners {
		t.start(o).more = true
	}
	for i := range t.starts {
		slices.SortStableFunc(t.starts[i].rows, func(a, b periodRow) int { return cmp.Compare(len(b.text), len(a.text)) })
	}
	return t
}

// start returns the start of the first rune of word, making it where needed,
// and notes how word goes on.
func (t *periodTable) start(word string) *periodStart {
	r, size := utf8.DecodeRuneInString(word)
	b := &t.bucket[r&0xfff]
	i := *b
	for i != 0 && t.starts[i].rune != r {
		i = t.starts[i].next
	}
	if i == 0 {
		i = uint8(len(t.starts))
		t.starts = append(t.starts, periodStart{rune: r, next: *b})
		*b = i
	}
	s := &t.starts[i]
	if size == len(word) {
		s.digit = true
		word += periodNumerals + "几数多"
	}
	for _, second := range word[size:] {
		s.middle |= 1 << (second >> 6 & 0x3f)
		s.second |= 1 << (second & 0x3f)
		if !s.digit {
			break
		}
	}
	return s
}

// periodStartAt returns what may begin at byte at, or nil. Every start is an
// ASCII digit or a rune of three bytes.
func periodStartAt(text string, at int) *periodStart {
	if at >= len(text) {
		return nil
	}
	c := text[at]
	if c < 0x80 {
		if '0' <= c && c <= '9' {
			return &periodIndex.digit
		}
		return nil
	}
	if c&0xF0 != 0xE0 || at+3 >= len(text) {
		return nil
	}
	low := rune(text[at+1]&0x3f)<<6 | rune(text[at+2]&0x3f)
	i := periodIndex.bucket[low]
	if i == 0 {
		return nil
	}
	return periodStartIn(text, at, i, rune(c&0xf)<<12|low)
}

// periodStartIn finds the start of rune r, at byte at, in the bucket that
// begins with i.
func periodStartIn(text string, at int, i uint8, r rune) *periodStart {
	for ; i != 0; i = periodIndex.starts[i].next {
		s := &periodIndex.starts[i]
		switch {
		case s.rune != r:
			continue
		case text[at+3] < 0x80:
			if !s.digit {
				return nil
			}
		case at+5 < len(text) && text[at+3]&0xF0 == 0xE0 &&
			(s.second>>(text[at+5]&0x3f)&1 == 0 || s.middle>>(text[at+4]&0x3f)&1 == 0):
			return nil
		}
		return s
	}
	return nil
}

// periodFollowers are the runes that may go on with a period once it is read:
// a part of it, an edge, the other end of a run, 以来 and the like.
const periodFollowers = "度的全同本第前头上下年末底初终終春夏秋冬之以后至到与和—－–～―─−‐间期当开起中元清端国双时来里为" +
	periodNumerals + "\u3000"

// periodFollow has a bit for the low 12 bits of each of periodFollowers.
var periodFollow = indexPeriodFollowers()

func indexPeriodFollowers() (set [64]uint64) {
	for _, r := range periodFollowers {
		set[r>>6&0x3f] |= 1 << (r & 0x3f)
	}
	return set
}

// done reports whether nothing goes on with w.
func (w periodWord) done(text string) bool {
	at := int(w.end)
	if at+3 > len(text) {
		return at == len(text)
	}
	switch c := text[at]; {
	case c < 0x80:
		return c != ' ' && c != '-' && c != '~' && !isDigit(rune(c)) && c != '"'
	case c&0xF0 != 0xE0:
		return false
	}
	return periodFollow[text[at+1]&0x3f]>>(text[at+2]&0x3f)&1 == 0
}

// rowAt returns the longest fixed word at byte at that is itself there.
func (s *periodStart) rowAt(text string, at int) (*periodRow, bool) {
	for i := range s.rows {
		if row := &s.rows[i]; periodHas(text, at, row.text) &&
			!periodBehind(text, at, row.after) && !periodAhead(text, at+len(row.text), row.before) {
			return row, true
		}
	}
	return nil, false
}
