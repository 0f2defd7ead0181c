package extract

import "suanpan/indicators"

// periodAt returns the longest period expression that begins at byte at of
// text, which is the first of a rune. It does not allocate; what it reads is
// bounded, so that offering every rune of a text costs time linear in it.
func periodAt(text string, at int) (w periodWord, ok bool) {
	if c := text[at]; c < 0x80 {
		if c < '0' || '9' < c || at > 0 && isDigit(rune(text[at-1])) {
			return w, false
		}
	} else if at+3 >= len(text) || periodIndex.bucket[int(text[at+1]&0x3f)<<6|int(text[at+2]&0x3f)] == 0 {
		return w, false
	}
	return readPeriod(text, at)
}

func readPeriod(text string, at int) (w periodWord, ok bool) {
	if text[at] < 0x80 && !periodDigitsMay(text, at) {
		return periodWord{}, false
	}
	s := periodStartAt(text, at)
	if s == nil || s.number && text[at] >= 0x80 && !s.numeralMay(text, at) {
		return periodWord{}, false
	}
	if w, ok = s.prefixed(text, at); !ok {
		if w, ok = s.body(text, at); !ok {
			return periodWord{}, false
		}
	}
	w.start = int32(at)
	return w, true
}

// A periodPrefix is a word before a period that is read as part of it.
type periodPrefix struct {
	text  string
	marks periodMarks
	after string // as in periodRow
}

// Longer ones come first; the one without marks makes an instant.
var periodPrefixes = [...]periodPrefix{
	{"截至到", 0, ""},
	{"截止到", 0, ""},
	{"截至", 0, ""},
	{"截止", 0, ""},
	{"直到", markUntil, ""},
	{"直至", markUntil, ""},
	{"到", markUntil, "达加升高增减降少缩展扩感看想得收受提遇碰迟签推调大做回落识认意察见谈说学虑"},
	{"至", markUntil, "升增降减乃以甚截"},
	{"自从", markSince, ""},
	{"自", markSince, "来各源独亲"},
	{"从", markSince, "服随听"},
	{"早在", markSince, ""},
}

// prefixed reads 截至12月末, 到2030年, 自2017年起.
func (s *periodStart) prefixed(text string, at int) (periodWord, bool) {
	for i := range s.prefixes {
		pre := &s.prefixes[i]
		if !periodHas(text, at, pre.text) {
			continue
		}
		if periodBehind(text, at, pre.after) {
			return periodWord{}, false
		}
		pos := skipPeriodBlank(text, at+len(pre.text))
		w, ok := periodStartAt(text, pos).body(text, pos)
		if !ok || w.kind == periodBare {
			return periodWord{}, false
		}
		switch pre.marks {
		case markSince:
			return w.begun(text, periodHas(text, at, "自"))
		case markUntil:
			if w.kind == periodRolling || w.kind == periodSame || w.kind == periodVague {
				return periodWord{}, false
			}
			if periodHas(text, at, "至年末") {
				return w, true // of the year that is told
			}
			w.marks |= markUntil
			return w, true
		}
		return w.stopped(text)
	}
	return periodWord{}, false
}

// begun makes w the beginning of a time that lasts, if the text says so behind
// it: 自2017年起, 从去年8月开始. A run (从1月到3月) stays what it is. With 自 no more
// need be said (自去年2月开展…以来) unless a value follows (自2015年的3%).
func (w periodWord) begun(text string, since bool) (periodWord, bool) {
	if w.marks&markSince != 0 || w.from != w.to {
		return w, true
	}
	size := periodOneOf(text, int(w.end), "开始", "起")
	if size == 0 && since && w.kind == periodStretch && !periodAhead(text, int(w.end), "的") {
		return w.since(), true
	}
	if size == 0 || w.kind != periodStretch || periodAhead(text, int(w.end)+size, "伏点步草源诉飞来") {
		return w, false
	}
	w.end += int32(size)
	w = w.since()
	w.marks |= markAfter
	return w, true
}

// stopped makes w the instant at its end: 截至2023年12月31日.
func (w periodWord) stopped(text string) (periodWord, bool) {
	switch w.kind {
	case periodNow:
		w.end += int32(periodOneOf(text, int(w.end), "为止"))
	case periodStretch, periodPlan:
		w.to = w.last()
		w.from = w.to
		w.to.edge, w.from.edge = edgeEnd, edgeEnd
		w.end += int32(periodOneOf(text, int(w.end), "为止"))
	default:
		return w, false
	}
	w.form = indicators.AsOf
	w.marks &^= markSince
	return w, true
}

// last is the point that w ends with, freed of where the run begins.
func (w periodWord) last() periodPoint {
	p := w.to
	if p.anchor == anchorFrom {
		p.anchor, p.year = w.from.anchor, w.from.year+p.year
		if p.n == 0 {
			p.n = w.from.n
		}
	}
	return p
}

// since makes w the time from its beginning to the end of the frame.
func (w periodWord) since() periodWord {
	if w.from.edge == edgeStart { // 年初以来
		w.from.edge = edgeNone
	}
	w.to, w.form = w.from, indicators.ToDate
	w.marks = w.marks&^markReference | markSince
	return w
}

// body reads a period without what may stand before it.
func (s *periodStart) body(text string, at int) (periodWord, bool) {
	if s == nil {
		return periodWord{}, false
	}
	w, ok := s.stretch(text, at)
	switch {
	case ok && len(s.rollings) > 0: // 最近, 最近三天
		if r, longer := s.rolling(text, at); longer && r.end > w.end {
			return r, true
		}
	case ok:
	case s.number:
		if w, ok = s.rolling(text, at); !ok && text[at] >= 0x80 {
			w, ok = readPeriodFiveYears(text, at)
		}
	default:
		if w, ok = s.rolling(text, at); !ok && s.more {
			w, ok = readPeriodWeek(text, at)
		}
	}
	if !ok || w.done(text) {
		return w, ok
	}
	if w.kind == periodStretch {
		w = w.run(text)
	}
	return w.tail(text), true
}

// run reads the other end: 2016年至2020年, 6月1日-6月30日, 2007年与2009年之间.
func (w periodWord) run(text string) periodWord {
	if w.from != w.to || w.marks&markSince != 0 {
		return w
	}
	pos, between := periodConnAt(text, int(w.end)), false
	if pos == int(w.end) {
		size := periodOneOf(text, pos, "与", "和")
		if size == 0 {
			return w
		}
		pos, between = pos+size, true
	}
	if w.from.unit == unitDay {
		if end := skipPeriodClock(text, pos); end > pos { // 8:00至18:00
			w.end = int32(end)
			return w
		}
	}
	b, ok := readPeriodRunEnd(text, pos, w.from)
	if !ok || between && !periodHas(text, int(b.end), "之间") {
		return w
	}
	w.to, w.end = b.to, b.end
	w.form = indicators.During
	if between {
		w.end += int32(len("之间"))
		if w.to.unit == unitYear { // from the one to the other
			w.to.edge = edgeStart
		}
	}
	if w.to.edge != edgeStart {
		w.to.edge = edgeNone
	}
	w.from.edge = edgeNone
	return w
}

// readPeriodRunEnd reads what may end a run that began with from.
func readPeriodRunEnd(text string, at int, from periodPoint) (periodWord, bool) {
	b, ok := readPeriodStretch(text, at)
	if !ok && from.unit == unitDay {
		n := readPeriodNumber(text, at)
		if p, end := readPeriodDigits(text, at, n); end > at { // 2017/5/1-2017/6/1
			return periodWord{kind: periodStretch, from: p, to: p, end: int32(end)}, !p.before(from)
		}
		// 10日到12 without 日
		if n.digits > 0 && n.value >= 1 && n.value <= 31 && periodEnded(text, n.end) {
			p := periodPoint{anchor: anchorFrom, unit: unitDay, day: uint8(n.value)}
			return periodWord{from: p, to: p, end: int32(n.end)}, true
		}
	}
	if !ok || b.kind != periodStretch || b.from != b.to || b.marks&markSince != 0 {
		return b, false
	}
	switch b.to.anchor {
	case anchorFrame:
		if b.to.unit != from.unit && !(b.to.unit == unitDay && from.unit == unitMonth && b.to.n > 0) || b.to.n == 0 && b.to.day == 0 {
			return b, false
		}
		b.to.anchor = anchorFrom
	case anchorContext:
		if from.anchor == anchorContext {
			break
		}
		if b.to.year < 0 || b.to.unit < unitYear || from.anchor == anchorPublished {
			return b, false
		}
		b.to.anchor = anchorFrom // 当年, 次年
	case anchorCalendar:
		if b.to.before(from) {
			return b, false
		}
	}
	return b, true
}

// before reports whether p ends no later than q begins, as far as both say
// their years.
func (p periodPoint) before(q periodPoint) bool {
	return p.anchor == anchorCalendar && q.anchor == anchorCalendar &&
		(p.year < q.year || p.year == q.year && p.unit == unitYear)
}

// tail reads what may stand behind a whole period: 以来, 前, 期间.
func (w periodWord) tail(text string) periodWord {
	end := int(w.end)
	switch w.kind {
	case periodStretch, periodPlan, periodHoliday:
	case periodNow:
		w.end += int32(periodOneOf(text, end, "为止"))
		return w
	default:
		return w
	}
	if size := periodOneOf(text, end, "期间", "年间"); size > 0 {
		w.end += int32(size)
		return w
	}
	if size := periodOneOf(text, skipPeriodBlank(text, end), "以来", "起至今", "至今", "到现在", "到目前", "至目前", "到如今"); size > 0 && w.from == w.to &&
		!(periodHas(text, skipPeriodBlank(text, end), "至今") && periodAhead(text, skipPeriodBlank(text, end)+size, periodTodays)) {
		today := !periodHas(text, skipPeriodBlank(text, end), "以来")
		w.end = int32(skipPeriodBlank(text, end) + size)
		if w = w.since(); today {
			w.marks |= markToday
		}
		return w
	}
	if w.kind == periodPlan && periodHas(text, end, "以来") {
		w.end += int32(len("以来"))
		return w.since()
	}
	if size := periodOneOf(text, end, "之后", "以后", "后"); size > 0 {
		if b, ok := readPeriodStretch(text, end+size); ok && b.kind == periodStretch && b.from == b.to && w.from == w.to {
			if till := periodOneOf(text, int(b.end), "之前", "以前", "前"); till > 0 {
				w.to, w.end = b.from, b.end+int32(till)
				w.to.edge = edgeStart
				return w
			}
		}
		if size > 3 || !periodAhead(text, end+size, "续期勤方备台劲发半者进"+periodCounts) {
			w.end += int32(size)
			w.marks |= markAfter
		}
		return w
	}
	if size := periodOneOf(text, end, "之前", "以前", "前夕", "前"); size > 0 &&
		(size > 3 || !periodAhead(text, end+size, "后所列瞻提景沿进往者来期位名端述哨"+periodCounts)) {
		w.end += int32(size)
		w.marks |= markBefore
	}
	return w
}
