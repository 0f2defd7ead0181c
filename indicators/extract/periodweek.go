package extract

import (
	"unicode/utf8"

	"suanpan/indicators"
)

// readPeriodWeek reads 上周, 本周三, 上上个周末, 星期一.
func readPeriodWeek(text string, at int) (periodWord, bool) {
	pos, shift, said := at, int16(0), false
	for _, p := range [...]struct {
		text  string
		shift int16
	}{{"上上", -2}, {"下下", 2}, {"上", -1}, {"下", 1}, {"本", 0}, {"这", 0}} {
		if periodHas(text, pos, p.text) {
			pos, shift, said = pos+len(p.text), p.shift, true
			pos += periodOneOf(text, pos, "个", "個", "一")
			break
		}
	}
	size := periodOneOf(text, pos, "星期", "礼拜", "周", "週")
	if size == 0 || periodBehind(text, at, "以岁一每两双单隔") && said {
		return periodWord{}, false
	}
	short := size == 3
	pos += size
	w := periodWord{kind: periodStretch, end: int32(pos), from: periodPoint{anchor: anchorPublished, unit: unitWeek, shift: shift}}
	day := uint8(0)
	r, n := utf8.DecodeRuneInString(text[pos:])
	switch {
	case r == '日' || r == '天':
		day = 7
	case r == '末':
		day = 8
	case periodHan(r) >= 1 && periodHan(r) <= 6 && !periodAhead(text, pos+n, periodCounts+"年期岁次"):
		day = uint8(periodHan(r))
	}
	switch {
	case day > 0:
		w.end += int32(n)
		w.from.n = day
	case !said || periodAhead(text, pos, "期年岁边围转刊"+periodCounts):
		return periodWord{}, false
	}
	if !said {
		if day == 8 || short && (periodBehind(text, at, periodCounts+"上下本这第四一") || day == 7) {
			return periodWord{}, false
		}
		w.from.day = 1 // the latest such day
	}
	if shift > 0 {
		w.marks = markFuture
	}
	w.to = w.from
	return w, true
}

// week resolves a week, which begins on Monday, or a day or the end of it.
func (p periodPoint) week(base indicators.Date) indicators.Period {
	today := periodWeekday(base)
	monday := base.AddDays(1 - today + 7*int(p.shift))
	n := int(p.n)
	switch {
	case n == 0:
		return indicators.Period{First: monday, Last: monday.AddDays(6)}
	case n == 8:
		return indicators.Period{First: monday.AddDays(5), Last: monday.AddDays(6)}
	case p.day > 0 && n > today: // 星期三 alone: the latest
		n -= 7
	}
	return indicators.Day(monday.AddDays(n - 1))
}

// periodWeekday is 1 on Monday and 7 on Sunday.
func periodWeekday(d indicators.Date) int {
	y, m := int(d.Year), int(d.Month)
	if m < 3 {
		y--
	}
	offsets := [...]int{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4}
	if w := (y + y/4 - y/100 + y/400 + offsets[m-1] + int(d.Day)) % 7; w > 0 {
		return w
	}
	return 7
}
