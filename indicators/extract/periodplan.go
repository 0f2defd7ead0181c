package extract

import (
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
)

// periodPlanMost is the last five-year plan whose name is read.
const periodPlanMost = 18

// periodPlanYear is the first year of a five-year plan. Three years of
// adjustment lie between the second and the third.
func periodPlanYear(n int) int16 {
	if n <= 2 {
		return int16(1948 + 5*n)
	}
	return int16(1951 + 5*n)
}

// readPeriodPlan reads 十四五, 第十五个五年规划, “十一五” from its first rune
// within the marks. The end is behind a closing mark if more of the word follows.
func readPeriodPlan(text string, at int) (n int, end int, ok bool) {
	pos := at
	ordinal := periodHas(text, at, "第")
	if ordinal {
		pos += len("第")
	}
	i := readPeriodPlanNumber(text, pos, ordinal)
	if i.digits == 0 || i.value < 1 || i.value > periodPlanMost {
		return 0, at, false
	}
	if ordinal {
		size := periodOneOf(text, i.end, "个五年规划", "个五年计划", "个“五年”规划")
		return i.value, i.end + size, size > 0
	}
	if !periodHas(text, i.end, "五") || periodBehind(text, at, periodCounts+"第") {
		return 0, at, false
	}
	end = i.end + len("五")
	closed := periodOneOf(text, end, "”", "\"", "’", "＂", "」")
	quoted := closed > 0 && periodBehind(text, at, "“\"‘＂「")
	before := end // what a bare small name needs behind it
	if quoted {
		before += closed
	}
	if r, _ := utf8.DecodeRuneInString(text[end:]); periodHan(r) >= 0 || strings.ContainsRune("万亿年月日个大位项", r) && i.value < 11 {
		return 0, at, false
	}
	if (i.value < 10 || i.value == 10 && !quoted) && periodOneOf(text, before, "时期", "期间", "计划", "规划", "末", "以来") == 0 {
		return 0, at, false
	}
	return i.value, end, true
}

// readPeriodPlanNumber reads the number of a plan: 十四 of 十四五, which as a
// number would swallow the 五 that stands for five years.
func readPeriodPlanNumber(text string, at int, ordinal bool) periodNumber {
	if ordinal {
		n := readPeriodNumber(text, at)
		return n
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	v := periodHan(r)
	if v < 1 || v > 10 {
		return periodNumber{}
	}
	n := periodNumber{value: v, digits: 1, han: true, end: at + size}
	if v != 10 {
		return n
	}
	r, size = utf8.DecodeRuneInString(text[n.end:])
	if d := periodHan(r); d >= 1 && d <= 9 {
		if next, _ := utf8.DecodeRuneInString(text[n.end+size:]); next == '五' {
			n.value, n.digits, n.end = 10+d, 2, n.end+size
		}
	}
	return n
}

// readPeriodFiveYears reads a plan with what follows it: “十四五”时期,
// “十三五”末, “十四五”前四年, “十五五”规划.
func readPeriodFiveYears(text string, at int) (periodWord, bool) {
	n, end, ok := readPeriodPlan(text, at)
	if !ok {
		return periodWord{}, false
	}
	first := periodPlanYear(n)
	w := periodWord{
		kind: periodPlan,
		from: periodPoint{year: first, anchor: anchorCalendar, unit: unitYear},
		to:   periodPoint{year: first + 4, anchor: anchorCalendar, unit: unitYear},
		end:  int32(end),
	}
	if periodHas(text, at, "第") {
		w.marks = markName
		return w, true
	}
	pos := end + periodOneOf(text, end, "”", "\"", "’", "＂", "」")
	if size := periodOneOf(text, pos, "时期", "期间", "五年"); size > 0 {
		pos += size
		w.end = int32(pos)
	}
	if size := periodOneOf(text, pos, "规划", "纲要", "计划", "蓝图", "远景"); size > 0 {
		w.end, w.marks = int32(pos+size), markName
		return w, true
	}
	if size := periodOneOf(text, pos, "以来", "至今"); size > 0 {
		w.end = int32(pos + size)
		return w.since(), true
	}
	if size := periodOneOf(text, pos, "开局之年", "首年", "第一年"); size > 0 {
		w.to, w.end = w.from, int32(pos+size)
		return w, true
	}
	if size := periodOneOf(text, pos, "收官之年", "最后一年"); size > 0 {
		w.from, w.end = w.to, int32(pos+size)
		return w, true
	}
	if size := periodOneOf(text, pos, "末期", "期末", "末"); size > 0 {
		w.to.edge, w.form = edgeEnd, indicators.AsOf
		w.from, w.end = w.to, int32(pos+size)
		return w, true
	}
	if size := periodOneOf(text, pos, "前", "头", "后"); size > 0 {
		if c, ok := readPeriodCount(text, pos+size); ok && c.unit == unitYear && !c.more && c.n < 5 {
			if text[pos:pos+size] == "后" {
				w.from.year = w.to.year - int16(c.n) + 1
			} else {
				w.to.year = w.from.year + int16(c.n) - 1
			}
			w.end = int32(c.end)
		}
	}
	return w, true
}
