package extract

import (
	"strings"

	"suanpan/indicators"
)

// roundForm gives the form of a magnitude with no digit when its words of
// approximation are known: 突破千亿 needs no unit, and 亿元 alone is a unit.
func (f *figure) roundForm(text string, n *numeral) {
	switch {
	case strings.HasSuffix(text[:f.start], "每"): // 每千人
		f.form = figureWord
	case f.form == figureWord && f.bound != indicators.Exact && n.places() > 6:
		f.form = figureRound
	case f.form == figureRound && f.bound == indicators.Exact && (n.places() == 5 || n.places() == 9):
		f.form = figureWord
	}
}

// bounds reads the words of approximation before and behind a figure. A word
// inside it weighs more; one before, more than one behind.
func (r *figureReader) bounds(f *figure) {
	text := r.text
	at := int(f.start)
	for at > 0 && f.start-int32(at) < 2 && text[at-1] == ' ' {
		at--
	}
	behind, length := r.u.Bounds().After(text, int(f.end))
	f.end += int32(length)
	before, start := r.u.Bounds().Before(text, at, int(f.end))
	if start == at && f.form == figureRound {
		before, start = r.u.Bounds().Round(text, at)
	}
	if start == at {
		if each := r.eachBefore(at); each < at {
			if b, k := r.u.Bounds().Before(text, each, int(f.end)); k < each {
				before, start = b, k
			}
		}
	}
	if start < at {
		f.start = int32(start)
	}
	switch {
	case f.bound != indicators.Exact:
	case start < at:
		f.bound = before
	default:
		f.bound = behind
	}
}

// eachBefore returns where 每人 or 每亩 begins that ends at text[:end]; end where
// there is none: 不低于每人670元.
func (r *figureReader) eachBefore(end int) int {
	i := strings.LastIndex(r.text[max(0, end-12):end], "每")
	if i < 0 {
		return end
	}
	i += max(0, end-12)
	if unit, length := r.u.Match(r.text, i+len("每")); unit >= 0 && i+len("每")+length == end {
		return i
	}
	return end
}
