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
// quarter, month or day, counted from an anchor.
type periodPoint struct {
	year   int16        // of the calendar, or an offset to the anchor's
	anchor periodAnchor // what the year counts from
	unit   periodUnit   // how long the point is
	n      uint8        // which half, quarter or month
	day    uint8        // which day or third of the month
}

// A periodKind says how a word is built.
type periodKind uint8

// The kinds of period words.
const (
	periodNone     periodKind = iota
	periodStretch             // a year, half, quarter, month, day, or a run from one to another
	periodPlan                // a five-year plan: 十四五
	periodRolling             // a count of units up to now or from now on: 近三年, 五年来, 未来两天
	periodNow                 // the present of the writer: 目前, 近日, 截至目前
	periodSame                // the frame's days a year before: 同期, 上年同期
	periodFestival            // a holiday: 春节, 国庆黄金周
	periodBare                // four digits that may be a year: a head of a table
)

// A periodAnchor says what the year of a point counts from.
type periodAnchor uint8

// The anchors.
const (
	anchorFrame     periodAnchor = iota // none said: the frame's year
	anchorCalendar                      // the year is said
	anchorPublished                     // 今年, 去年, 本月: the day of publication
	anchorContext                       // 上年, 当年, 全年: the frame, by word
)

// A periodUnit is the length of a point.
type periodUnit uint8

// The units, from the longest to the shortest.
const (
	unitNone periodUnit = iota
	unitYear
	unitHalf
	unitQuarter
	unitMonth
	unitThird // 上旬, 中旬, 下旬
	unitDay
)

// periodMarks are facts about a word that its points do not hold.
type periodMarks uint8

// The marks.
const (
	markReference periodMarks = 1 << iota // the base of a comparison: 上年同期, 年初
	markFuture                            // ahead by the words alone: 明年, 未来五年, 到2030年, 年底前
)

// A periodContext is what relative words are resolved against. Zero fields are
// unknown.
type periodContext struct {
	Published indicators.Date   // 今年, 目前, 本月 count from here
	Frame     indicators.Period // 同期, 全年, 年末, 8月, 上年 are relative to it
}

// periodAt returns the longest period expression that begins at byte at of
// text. It neither allocates nor looks back further than a rune or two.
func periodAt(text string, at int) (w periodWord, ok bool) {
	return periodWord{}, false
}

// resolve returns the days of w, or false where the context does not settle them.
func (w periodWord) resolve(c periodContext) (p indicators.Period, ok bool) {
	return indicators.Period{}, false
}

// absolute reports whether w says its own year.
func (w periodWord) absolute() bool { return w.from.anchor == anchorCalendar }

// needsYear reports whether w is part of a year it does not say: 8月, 上半年.
func (w periodWord) needsYear() bool {
	return w.kind == periodStretch && w.from.anchor == anchorFrame
}

// asOf reports whether w is an instant: 年末, 截至6月底.
func (w periodWord) asOf() bool { return w.form == indicators.AsOf }

// span reports whether w is a run of years: 五年来, 十四五, 2016—2020年.
func (w periodWord) span() bool {
	return w.kind == periodPlan || w.kind == periodRolling && w.from.unit == unitYear ||
		w.kind == periodStretch && w.from.unit == unitYear && w.to.unit == unitYear && w.from.year != w.to.year
}

// reference reports whether w names the base of a comparison: 上年, 同期, 年初.
func (w periodWord) reference() bool { return w.marks&markReference != 0 }

// future reports whether w is ahead of the writer by its words alone, or by the
// day of publication.
func (w periodWord) future(c periodContext) bool { return w.marks&markFuture != 0 }

// year returns the calendar year that w says, the last one of a run.
func (w periodWord) year() (int, bool) { return int(w.to.year), w.to.anchor == anchorCalendar }
