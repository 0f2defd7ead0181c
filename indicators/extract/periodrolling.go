package extract

// A periodRollingRow begins a count of units that ends now or begins now.
type periodRollingRow struct {
	text  string
	sign  int16
	marks periodMarks
	past  bool   // ends before the frame's own unit: 前三年
	after string // as in periodRow
}

// Longer ones come first.
var periodRollings = [...]periodRollingRow{
	{"刚刚过去的", -1, 0, false, ""},
	{"刚过去的", -1, 0, false, ""},
	{"过去的", -1, 0, false, ""},
	{"过去", -1, 0, false, ""},
	{"最近的", -1, 0, false, ""},
	{"最近", -1, 0, false, ""},
	{"近", -1, 0, false, "附邻临接靠"},
	{"这", -1, 0, false, ""},
	{"前", -1, 0, true, "提目以之此当事空学生会年"},
	{"未来", 1, markFuture, false, ""},
	{"今后", 1, markFuture, false, ""},
	{"接下来", 1, markFuture, false, ""},
	{"此后", 1, 0, false, ""},
}

// periodGrowing are words before which a bare count of years is those just
// past: 产量五年增长29倍.
var periodGrowing = [...]string{
	"共", "累计", "新增", "总共", "总计", "合计", "年均", "净增", "平均", "增长", "增加", "提高", "提升", "翻", "下降", "降低", "减少",
	"新建", "新设", "建成", "改造", "转移", "增量", "增幅", "跨越", "跨过", "生产",
}

// A periodCount is a number of units: 三年, 3个月, 两天.
type periodCount struct {
	n    int
	unit periodUnit
	more bool // 十多年, 几年: no exact number
	end  int
}

// readPeriodCount reads a number of units. The half of one is left to the rows.
func readPeriodCount(text string, at int) (c periodCount, ok bool) {
	pos := skipPeriodBlank(text, at)
	n := readPeriodNumber(text, pos)
	if n.digits == 0 {
		if size := periodOneOf(text, pos, "几", "数", "多"); size > 0 {
			c.more, c.n = true, 1
			n.end = pos + size
		} else {
			return c, false
		}
	} else {
		c.n = n.value
	}
	if c.n < 1 || c.n > 120 || n.digits > 1 && !n.units && c.n < 10 { // 07年
		return c, false
	}
	pos = skipPeriodBlank(text, n.end)
	if size := periodOneOf(text, pos, "多个", "余个", "个多", "个", "多", "余", "來個"); size > 0 {
		c.more = c.more || text[pos:pos+size] != "个"
		pos += size
	}
	for _, u := range [...]struct {
		text string
		unit periodUnit
	}{{"年", unitYear}, {"季度", unitQuarter}, {"月", unitMonth}, {"星期", unitWeek}, {"周", unitWeek}, {"天", unitDay}, {"日", unitDay}} {
		if periodHas(text, pos, u.text) {
			c.unit, c.end = u.unit, pos+len(u.text)
			if c.unit == unitYear && periodHas(text, c.end, "多") {
				c.more, c.end = true, c.end+len("多")
			}
			return c, !periodAhead(text, c.end, "期级制限龄报均岁度")
		}
	}
	return c, false
}

// counted reports whether a unit of time, or a word before one, may follow n.
func (n periodNumber) counted(text string) bool {
	if n.end < len(text) && text[n.end] < 0x80 {
		return text[n.end] == ' '
	}
	return n.continued(text)
}

// rolling reads 近三年, 五年来, 未来两天, 三年前, 前两天.
func (s *periodStart) rolling(text string, at int) (periodWord, bool) {
	for i := range s.rollings {
		row := &s.rollings[i]
		if !periodHas(text, at, row.text) {
			continue
		}
		if periodBehind(text, at, row.after) {
			return periodWord{}, false
		}
		c, ok := readPeriodCount(text, at+len(row.text))
		if !ok || row.past && c.unit != unitYear && c.unit != unitDay && c.unit != unitWeek {
			return periodWord{}, false
		}
		w := c.rolling(row.sign)
		if row.past {
			w.from.n, w.to.n = 1, 1
		}
		w.marks = row.marks
		if row.past && c.unit == unitYear {
			w.marks |= markReference
		}
		w.end += int32(periodOneOf(text, int(w.end), "以来", "来", "间", "里"))
		return w.record(text), true
	}
	if s.number {
		if n := readPeriodNumber(text, at); n.digits > 0 && !n.counted(text) {
			return periodWord{}, false
		}
	} else if !s.more {
		return periodWord{}, false
	}
	if periodInNumber(text, at) || periodBehind(text, at, "第近前过这末未后续每隔") {
		return periodWord{}, false
	}
	c, ok := readPeriodCount(text, at)
	if !ok {
		return periodWord{}, false
	}
	w := c.rolling(-1)
	if size := periodOneOf(text, c.end, "以来", "来", "间"); size > 0 && !periodAhead(text, c.end+size, "自源看说到临隔接断歇") {
		w.end += int32(size)
		return w.record(text), true
	}
	if size := periodOneOf(text, c.end, "之前", "以前", "前"); size > 0 && !c.more &&
		(size > 3 || !periodAhead(text, c.end+size, "后所列瞻提景沿进往者来期位名端述")) {
		w.kind, w.marks = periodStretch, markReference
		w.from.anchor = anchorContext
		if c.unit == unitYear {
			w.from.year, w.from.shift = w.from.shift, 0
		} else {
			w.from.anchor = anchorPublished
		}
		w.to = w.from
		w.end += int32(size)
		return w, true
	}
	if size := periodOneOf(text, c.end, "之后", "以后", "后"); size > 0 && !c.more && periodClauseStart(text, at) &&
		(size > 3 || !periodAhead(text, c.end+size, "续期勤方备台劲发半者进")) {
		w.kind, w.marks = periodStretch, markFuture
		w.from.anchor, w.from.shift = anchorPublished, int16(c.n)
		if c.unit == unitYear {
			w.from.year, w.from.shift = int16(c.n), 0
		}
		w.to = w.from
		w.end += int32(size)
		return w, true
	}
	if c.unit == unitYear && !c.more && c.n > 1 && !periodBehind(text, at, "过用达满再仅历长足内") && periodOneOf(text, c.end, periodGrowing[:]...) > 0 {
		return w, true
	}
	return periodWord{}, false
}

// record marks the years among which something is a record: 近十年新高, 6年来最低.
func (w periodWord) record(text string) periodWord {
	pos := int(w.end) + periodOneOf(text, int(w.end), "的")
	if periodOneOf(text, pos, "最", "新高", "新低", "首次", "少有", "未有") > 0 {
		w.marks |= markReference
	}
	return w
}

// rolling makes the word of a count that looks back (-1) or ahead (+1).
func (c periodCount) rolling(sign int16) periodWord {
	p := periodPoint{unit: c.unit, shift: sign * int16(c.n)}
	w := periodWord{kind: periodRolling, from: p, to: p, end: int32(c.end)}
	if c.more {
		w.kind = periodVague
	}
	return w
}
