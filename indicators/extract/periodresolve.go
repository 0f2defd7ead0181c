package extract

import "suanpan/indicators"

// Days and holidays near the day of publication belong to it, whatever year
// the text reports on: a dateline, an announcement.
const (
	periodNearBefore = 60
	periodNearAfter  = 30
	periodNearStart  = 120 // 从5月1日起, said of what is to come
)

// resolve returns the days of w, or false where the context does not settle
// them.
//
// Words relative to the writer (今年, 目前, 昨日) need the day of publication.
// All others are of the frame: 8月 is that of its last year, 上年 the year before
// it, 近三年 its last three years. Without a frame, what is published looks back:
// the latest such month that has begun, and from January to March a whole year
// is the one before. Without both nothing relative resolves.
func (w periodWord) resolve(c periodContext) (p indicators.Period, ok bool) {
	switch w.kind {
	case periodStretch, periodPlan, periodHoliday, periodBare:
		p, ok = w.stretch(c)
	case periodRolling:
		p, ok = w.rolling(c)
	case periodNow:
		p, ok = indicators.Day(c.Published), !c.Published.IsZero()
	case periodSame:
		p, ok = w.same(c)
	}
	if !ok || !p.First.Valid() || !p.Last.Valid() || p.Last.Before(p.First) {
		return indicators.Period{}, false
	}
	return w.formed(p), true
}

// formed gives p the form of w. Months from January on that make a quarter, a
// half or a year are that, however they are written.
func (w periodWord) formed(p indicators.Period) indicators.Period {
	if w.form == indicators.AsOf {
		return indicators.EndOf(p)
	}
	p.Form = indicators.During
	if w.marks&markSince != 0 || w.form == indicators.ToDate && p.Frequency() == "P" {
		p.Form = indicators.ToDate
	}
	return p
}

// stretch resolves a point of the calendar or a run.
func (w periodWord) stretch(c periodContext) (indicators.Period, bool) {
	from, ok := w.first(c)
	if !ok {
		return from, false
	}
	if w.marks&markSince != 0 {
		last := w.lasting(c, from)
		return indicators.Period{First: from.First, Last: last}, !last.IsZero()
	}
	if w.to == w.from {
		return from, true
	}
	to, ok := w.second(c, from)
	return indicators.Period{First: from.First, Last: to.Last}, ok
}

// lasting is the day up to which a time that began with from lasts: the end of
// the frame where that lies in it, else the day of publication; the first day
// where it is still to come.
func (w periodWord) lasting(c periodContext, from indicators.Period) indicators.Date {
	last, frame := c.Published, c.Frame.Last
	switch {
	case last.IsZero():
		last = frame
	case w.marks&markToday == 0 && w.from.anchor != anchorPublished && !frame.Before(from.First) && frame.Before(last):
		last = frame
	}
	if last.Before(from.First) && !last.IsZero() {
		return from.First
	}
	return last
}

// first resolves the point that w begins with.
func (w periodWord) first(c periodContext) (indicators.Period, bool) {
	p := w.from
	if p.unit > unitYear && p.n == 0 && p.edge == edgeNone || p.unit > unitYear && p.n == 0 || p.unit == unitWeek {
		return p.counted(c)
	}
	switch p.anchor {
	case anchorCalendar:
		return p.within(int(p.year))
	case anchorPublished:
		y := int(c.Published.Year + p.year)
		if p.unit == unitSeason && p.n >= 4 && c.Published.Month <= 2 { // 今冬 in January has begun in December
			y--
		}
		return c.checked(p.within(y))
	case anchorContext:
		y, ok := c.year()
		if !ok {
			return indicators.Period{}, false
		}
		return p.within(y + int(p.year))
	}
	return w.framed(c)
}

// checked is a period that needs the day of publication.
func (c periodContext) checked(p indicators.Period, ok bool) (indicators.Period, bool) {
	return p, ok && !c.Published.IsZero()
}

// year is the year of the frame.
func (c periodContext) year() (int, bool) {
	switch {
	case !c.Frame.IsZero():
		return int(c.Frame.Last.Year), true
	case c.Published.IsZero():
		return 0, false
	case c.Published.Month <= 3:
		return int(c.Published.Year) - 1, true
	}
	return int(c.Published.Year), true
}

// framed resolves a part of a year that w does not say.
func (w periodWord) framed(c periodContext) (indicators.Period, bool) {
	p, pub := w.from, c.Published
	last := w.last()
	if !pub.IsZero() && (p.unit == unitDay || p.unit == unitHoliday) && (c.Frame.IsZero() || int(c.Frame.Last.Year) >= int(pub.Year)-1) {
		after := periodNearAfter
		if w.marks&markAfter != 0 {
			after = periodNearStart
		}
		for _, y := range [...]int{int(pub.Year), int(pub.Year) - 1, int(pub.Year) + 1} {
			if q, ok := p.within(y); ok && !q.First.Before(pub.AddDays(-periodNearBefore)) && !pub.AddDays(after).Before(q.First) {
				return q, true
			}
		}
	}
	y, ok := c.year()
	if !ok {
		return indicators.Period{}, false
	}
	future := w.marks&(markFuture|markUntil|markBefore) != 0
	if p.unit == unitYear || !c.Frame.IsZero() {
		q, ok := p.within(y)
		if future && ok && !pub.IsZero() && q.Last.Before(pub) && y < int(pub.Year) { // 年底前 lies ahead
			return p.within(int(pub.Year))
		}
		return q, ok
	}
	y = int(pub.Year)
	for back := range 8 { // eight: from one 29 February to the last
		q, ok := last.within(y - back)
		if ok && (!pub.Before(q.First) || future && back == 0) {
			return p.within(y - back)
		}
	}
	return indicators.Period{}, false
}

// counted resolves a unit without a number: 上月, 本季度, 昨日, 月末, 24日, 上周三.
func (p periodPoint) counted(c periodContext) (q indicators.Period, ok bool) {
	base := c.Published
	if f := c.Frame; p.anchor == anchorFrame || p.anchor == anchorContext {
		switch {
		case f.IsZero():
		case p.unit == unitDay && p.day > 0 && !base.IsZero(): // 24日 is near the writer
		case !f.IsYear() && f.First.Year == f.Last.Year:
			base = f.Last
		case base.Year != f.Last.Year || p.unit == unitQuarter:
			return q, false
		}
	}
	if base.IsZero() {
		return q, false
	}
	shift := int(p.shift)
	switch p.unit {
	case unitQuarter:
		d := addPeriodMonths(base, 3*shift)
		q = indicators.Quarter(int(d.Year), int(d.Month+2)/3)
	case unitMonth, unitThird:
		d := addPeriodMonths(base, 12*int(p.year)+shift)
		if p.edge == edgeEnd && p.anchor == anchorFrame && c.Frame.IsZero() && base.Day < 15 {
			d = addPeriodMonths(d, -1)
		}
		q = indicators.Months(int(d.Year), int(d.Month), int(d.Month))
		if p.unit == unitThird {
			q = periodThird(int(d.Year), int(d.Month), int(p.day))
		}
	case unitDay:
		if p.day == 0 {
			q = indicators.Day(base.AddDays(shift))
			break
		}
		d := addPeriodMonths(base, 12*int(p.year)+shift)
		d.Day = p.day
		if p.anchor == anchorFrame && (!d.Valid() || base.AddDays(7).Before(d)) {
			d = addPeriodMonths(indicators.NewDate(int(base.Year), int(base.Month), 1), -1)
			d.Day = p.day
		}
		q = indicators.Day(d)
	case unitWeek:
		q = p.week(base)
	default:
		return q, false
	}
	return p.edged(q), q.First.Valid() && q.Last.Valid()
}

// second resolves the point that a run ends with.
func (w periodWord) second(c periodContext, from indicators.Period) (indicators.Period, bool) {
	p := w.to
	if p.anchor != anchorFrom {
		only := w
		only.from, only.marks = p, 0
		return only.first(c)
	}
	if p.unit == unitDay && p.n == 0 {
		d := from.Last
		d.Day = p.day
		if d.Before(from.First) {
			d = addPeriodMonths(indicators.NewDate(int(d.Year), int(d.Month), 1), 1)
			d.Day = p.day
		}
		return indicators.Day(d), d.Valid()
	}
	if p.unit > unitYear && p.n == 0 {
		return indicators.Period{}, false
	}
	year := int(from.First.Year + p.year)
	to, ok := p.within(year)
	if ok && to.Last.Before(from.First) {
		to, ok = p.within(year + 1)
	}
	return to, ok
}

// rolling resolves a count of units that ends or begins now. Years are those of
// the calendar up to the frame's; without a frame, and for shorter units, they
// run to or from the day of publication.
func (w periodWord) rolling(c periodContext) (indicators.Period, bool) {
	n := int(w.from.shift)
	pub := c.Published
	if w.from.unit == unitYear && !c.Frame.IsZero() {
		y := int(c.Frame.Last.Year)
		if n > 0 {
			first := y + 1
			if !pub.IsZero() { // a report of January to March plans from its own year
				if first = int(pub.Year); pub.Month > 3 {
					first++
				}
			}
			return indicators.Years(first, first+n-1), true
		}
		y -= int(w.from.n)
		return indicators.Years(y+n+1, y), y+n+1 > 0
	}
	if pub.IsZero() {
		return indicators.Period{}, false
	}
	if n > 0 {
		return indicators.Period{First: pub.AddDays(1), Last: addPeriodUnits(pub, w.from.unit, n)}, true
	}
	last := pub
	if w.from.unit == unitDay || w.from.n > 0 {
		last = pub.AddDays(-1)
	}
	return indicators.Period{First: addPeriodUnits(pub, w.from.unit, n), Last: last}, true
}

// same resolves the days of the frame in another year or month.
func (w periodWord) same(c periodContext) (indicators.Period, bool) {
	f := c.Frame
	if f.IsZero() {
		return f, false
	}
	switch p := w.from; {
	case p.unit == unitMonth:
		f.First, f.Last = addPeriodMonths(f.First, int(p.shift)), addPeriodMonths(f.Last, int(p.shift))
	case p.anchor == anchorCalendar:
		f = f.Shift(int(p.year) - int(f.Last.Year))
	case p.anchor == anchorPublished:
		if c.Published.IsZero() {
			return f, false
		}
		f = f.Shift(int(c.Published.Year+p.year) - int(f.Last.Year))
	default:
		f = f.Shift(int(p.year))
	}
	return f, true
}
