package extract

import "suanpan/indicators"

// A periodWord is one period expression of a text: 2023年, 1—8月, 截至12月末,
// 近三年, 上年同期. It says what the words say and nothing more; what they mean in
// a text is [periodWord.resolve]. It holds no pointers and compares with ==.
type periodWord struct {
	start, end int32       // bytes of the text
	from, to   periodPoint // the same point twice where the word names one
	kind       periodKind
	form       indicators.PeriodForm
	marks      periodMarks
}

// A periodPoint is one named stretch of the calendar: a year, and in it a half,
// quarter, month or day, counted from an anchor. Where n is 0 the stretch is
// not numbered but counted from the anchor's own: 上月 is one month before it.
type periodPoint struct {
	year   int16        // of the calendar, or an offset to the anchor's
	shift  int16        // units from the anchor's own, where n is 0
	anchor periodAnchor // what the year counts from
	unit   periodUnit   // how long the point is
	n      uint8        // which half, quarter, month, season, weekday or holiday
	day    uint8        // which day of the month, or which third of it
	edge   periodEdge   // the whole of it, or the instant at one of its ends
}

// A periodKind says how a word is built.
type periodKind uint8

// The kinds of period words.
const (
	periodNone    periodKind = iota
	periodStretch            // a year, half, quarter, month, day, or a run from one to another
	periodPlan               // a five-year plan: 十四五
	periodRolling            // a count of units up to the frame or from now on: 近三年, 五年来, 未来两天
	periodNow                // the present of the writer: 目前, 近日, 截至目前
	periodSame               // the frame's days in another year: 同期, 上年同期, 2019年同期
	periodHoliday            // 春节, 国庆黄金周
	periodVague              // no days can be told: 近年来, 正月初一, 本届政府
	periodBare               // four digits alone that may be a year: the head of a table
)

// A periodAnchor says what the year of a point counts from.
type periodAnchor uint8

// The anchors.
const (
	anchorFrame     periodAnchor = iota // none said: the frame's year
	anchorCalendar                      // the year is said
	anchorPublished                     // 今年, 去年, 本月: the day of publication
	anchorContext                       // 上年, 当年, 全年: the frame, by word
	anchorFrom                          // the end of a run: the year (and month) it starts in
)

// A periodUnit is the length of a point.
type periodUnit uint8

// The units, from the longest to the shortest.
const (
	unitNone periodUnit = iota
	unitCentury
	unitDecade
	unitYear
	unitHalf
	unitQuarter
	unitSeason // 1 spring to 4 winter, which ends in the next year
	unitMonth
	unitThird // 上旬, 中旬, 下旬
	unitWeek  // n is 0 for the week, 1 to 7 for a weekday, 8 for the weekend
	unitDay
	unitHoliday // n is a holiday
)

// A periodEdge is the part of a point that is meant.
type periodEdge uint8

// The edges.
const (
	edgeNone  periodEdge = iota
	edgeStart            // 年初: the instant before its first day
	edgeEnd              // 年末: the end of its last day
)

// periodMarks are facts about a word that its points do not hold.
type periodMarks uint16

// The marks.
const (
	markReference periodMarks = 1 << iota // the base of a comparison: 上年同期, 年初, 上月
	markFuture                            // ahead by the words alone: 明年, 未来五年
	markUntil                             // behind 到, 至: 到2030年
	markBefore                            // 年底前, 2025年以前
	markAfter                             // 2030年后
	markSince                             // 以来, 自…起, 至今
	markName                              // part of a name: “十四五”规划
	markToday                             // ends at publication whatever the frame: 至今
)

// A periodContext is what relative words are resolved against. Zero fields are
// unknown.
type periodContext struct {
	Published indicators.Date   // 今年, 目前, 本月 count from here
	Frame     indicators.Period // 同期, 全年, 年末, 8月, 上年 are relative to it
}

// absolute reports whether w says its own year.
func (w periodWord) absolute() bool { return w.from.anchor == anchorCalendar }

// needsYear reports whether w is part of a year that it does not say: 8月, 上半年.
func (w periodWord) needsYear() bool {
	return w.from.anchor == anchorFrame && (w.kind == periodStretch || w.kind == periodHoliday)
}

// asOf reports whether w is an instant: 年末, 截至6月底.
func (w periodWord) asOf() bool { return w.form == indicators.AsOf }

// span reports whether w is a run of years: 五年来, 十四五, 2016—2020年, 2012年以来.
func (w periodWord) span() bool {
	switch w.kind {
	case periodPlan:
		return w.from != w.to || w.marks&markSince != 0
	case periodRolling:
		return w.from.unit == unitYear && w.from.shift != -1
	case periodStretch:
		return w.form != indicators.AsOf && w.from.unit <= unitYear &&
			(w.from.unit < unitYear || w.from != w.to || w.marks&markSince != 0 && w.from.year != 0)
	}
	return false
}

// reference reports whether w names the base of a comparison: 上年, 同期, 年初.
func (w periodWord) reference() bool { return w.marks&markReference != 0 }

// named reports whether w is part of the name of a plan (“十四五”规划) and so
// tells the time of no figure.
func (w periodWord) named() bool { return w.marks&markName != 0 }

// until reports whether w stands behind 到 or 至.
func (w periodWord) until() bool { return w.marks&markUntil != 0 }

// weak reports whether w is a period only where its place says so: four digits
// in the head of a table.
func (w periodWord) weak() bool { return w.kind == periodBare }

// future reports whether w is ahead of the day of publication, by its words or
// by its days: a part of a year or an instant that ends after that day, a year
// or run that begins after it.
func (w periodWord) future(c periodContext) bool {
	if w.marks&markFuture != 0 {
		return true
	}
	p, ok := w.resolve(c)
	if !ok || c.Published.IsZero() {
		return false
	}
	if w.form == indicators.AsOf || w.from.unit > unitYear && w.marks&markSince == 0 {
		return c.Published.Before(p.Last)
	}
	return c.Published.Before(p.First)
}

// year returns the calendar year that w says, the last one of a run.
func (w periodWord) year() (int, bool) {
	switch {
	case w.to.anchor == anchorCalendar:
		return int(w.to.year), true
	case w.to.anchor == anchorFrom && w.from.anchor == anchorCalendar:
		return int(w.from.year + w.to.year), true
	}
	return 0, false
}
