package extract

import (
	"strings"
	"unicode/utf8"
)

// A flow is a table of which every cell has a line of its own, as the reading
// order of a page gives it: cell by cell, or column by column in runs of lines
// with no empty line between them. Labels that the order tore off stand behind
// the figures of their page.
type flow struct {
	text   string
	lines  []line
	values int  // columns of figures
	units  bool // there is a column of units
	t      *table
	skip   [maxFlowHead]bool // lines of the head and the title

	page    []flowRow // rows of this page, in order
	orphans []cell    // labels of this page without figures
	batch   int       // first row of page that is not complete; len(page) for none
}

// A flowRow is a row in the making.
type flowRow struct {
	label  []cell
	unit   cell
	values []cell
}

// A flowKind tells what a line of a flow table is.
type flowKind uint8

// The kinds of lines.
const (
	flowText flowKind = iota
	flowUnit
	flowValue
	flowMark // a page number
	flowEnd  // no line of the table
)

// flowAt reads a flow table that begins with the first of lines.
func flowAt(text string, lines []line) (*table, int) {
	s := squeeze(lines[0].of(text))
	if lines[0].runes > maxLabelWithin || headWord(s) == headNone && !isTableNumber(s) {
		return nil, 0
	}
	f := flow{text: text, lines: lines}
	first := f.columns()
	if first < 0 {
		return nil, 0
	}
	f.t = &table{}
	f.head(first)
	return f.t, f.read()
}

// columns counts the columns of the head, and finds the line of the first
// figure; -1 where these lines are no head.
func (f *flow) columns() int {
	named := false
	for i, l := range f.lines[:min(len(f.lines), maxFlowHead)] {
		if i > maxHeadLines && f.values == 0 || f.values > maxFlowColumns {
			return -1
		}
		switch f.kind(i) {
		case flowEnd:
			return -1
		case flowValue:
			if kindOfCell(l.of(f.text)) == cellMissing {
				continue // a part of a page number
			}
			if f.values == 0 || !named && !f.units && f.values < 2 || !f.follows(i) {
				return -1
			}
			return i
		case flowText, flowUnit:
			switch f.headWord(i) {
			case headName:
				named = true
			case headUnit:
				f.units = true
			case headValue:
				f.values++
			}
		}
	}
	return -1
}

// headWord tells what line i is in the head.
func (f *flow) headWord(i int) headKind {
	s := squeeze(f.lines[i].of(f.text))
	if s == "总计" || s == "合计" {
		return headNone
	}
	return headWord(s)
}

// head reads the lines before the first figure: the heads of the columns, and
// the title where the order of the page put it among them. The first labels may
// stand there too.
func (f *flow) head(first int) {
	head := row{start: f.lines[0].start}
	col := 0
	for i, l := range f.lines[:first] {
		c := cell{start: l.start, end: l.end}
		w := headNone
		if k := f.kind(i); k == flowText || k == flowUnit {
			w = f.headWord(i)
		} else {
			f.skip[i] = k == flowValue
			continue
		}
		switch {
		case w == headName:
		case w == headUnit:
			c.col = 1
		case w == headValue:
			col++
			c.col = col
			if f.units {
				c.col++
			}
		case isTableNumber(l.of(f.text)) || len(head.cells) < 2 && isTitleLine(l.of(f.text), l.runes) && f.titled(l.of(f.text)):
			f.t.rows = append(f.t.rows, row{kind: rowTitle, start: l.start, end: l.end, cells: []cell{c}})
			f.skip[i] = true
			continue
		default:
			continue
		}
		f.skip[i] = true
		head.cells = append(head.cells, c)
		head.end = l.end
	}
	f.t.rows = append(f.t.rows, head)
}

// beginsWithYear reports whether a line is the title of a table of a year:
// 2023年财政收支情况.
func beginsWithYear(s string) bool {
	return len(s) > 10 && strings.HasPrefix(s[4:], "年") && strings.Trim(s[:4], "0123456789") == ""
}

// titled reports whether a line among the head is the title of the table.
func (f *flow) titled(s string) bool {
	if beginsWithYear(s) {
		return true
	}
	for _, end := range []string{"情况", "增长速度", "构成", "产量", "统计表", "主要指标"} {
		if strings.HasSuffix(s, end) && utf8.RuneCountInString(s) > 6 {
			return true
		}
	}
	return false
}

// follows reports whether a second figure stands near the first one.
func (f *flow) follows(first int) bool {
	for i := first + 1; i < len(f.lines) && i <= first+3+f.values; i++ {
		switch f.kind(i) {
		case flowValue:
			return true
		case flowEnd:
			return false
		}
	}
	return false
}

// kind tells what line i is.
func (f *flow) kind(i int) flowKind {
	l := f.lines[i]
	s := l.of(f.text)
	if l.runes <= 12 && isPageMark(s) && (strings.ContainsAny(s, "0123456789") || f.beside(i)) {
		return flowMark
	}
	switch kindOfCell(s) {
	case cellNumber, cellMissing:
		return flowValue
	}
	if strings.ContainsAny(s, "。；，！？\t") || l.runes > maxLabelWithin+8 || strings.HasPrefix(s, "注") || strings.HasPrefix(s, "资料来源") {
		return flowEnd
	}
	if n := numbering(s); i > 0 && (n == 1 || n == 2) && !f.counted(i) {
		return flowEnd
	}
	if i > 0 && isTableNumber(s) {
		return flowEnd
	}
	if f.units && unitLike(s) {
		return flowUnit
	}
	return flowText
}

// beside reports whether a page number stands beside line i, so that a dash
// alone is a part of it.
func (f *flow) beside(i int) bool {
	for _, j := range [...]int{i - 1, i + 1} {
		if j >= 0 && j < len(f.lines) {
			if s := f.lines[j].of(f.text); f.lines[j].runes <= 12 && isPageMark(s) && strings.ContainsAny(s, "0123456789") {
				return true
			}
		}
	}
	return false
}

// counted reports whether a figure follows line i, so that its number is that
// of a row and of no heading.
func (f *flow) counted(i int) bool {
	for j := i + 1; j < len(f.lines) && j <= i+2; j++ {
		s := f.lines[j].of(f.text)
		if kindOfCell(s) == cellNumber {
			return true
		}
		if !unitLike(s) {
			return false
		}
	}
	return false
}

// unitLike reports whether a cell may hold nothing but a unit.
func unitLike(s string) bool {
	s = squeeze(s)
	switch s {
	case "%", "‰", "％", "百分点", "个百分点":
		return true
	}
	rest := strings.TrimLeft(s, "十百千万亿")
	n := utf8.RuneCountInString(rest)
	if n == 0 || n > 6 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(rest)
	return plainUnits[rest] || len(rest) < len(s) && strings.ContainsRune(unitRunes, last) || strings.Contains(rest, "/")
}

// unitRunes end the units that stand behind a magnitude.
const unitRunes = "元吨人台辆套只件户个家头米里顷亩次册瓦时煤块片张部座艘架箱条双株床升克方卡伏安赫焦组支枝根枚羽匹所项处名"

// plainUnits are the units that tables print without a magnitude.
var plainUnits = map[string]bool{
	"元": true, "美元": true, "人": true, "人次": true, "人公里": true, "吨": true, "吨公里": true, "公斤": true, "千克": true, "克": true,
	"台": true, "辆": true, "套": true, "只": true, "件": true, "户": true, "个": true, "家": true, "头": true, "所": true, "项": true,
	"公里": true, "千米": true, "米": true, "平方米": true, "立方米": true, "平方公里": true, "公顷": true, "亩": true, "次": true, "册": true,
	"千瓦": true, "千瓦时": true, "标准煤": true, "吨标准煤": true, "块": true, "片": true, "张": true, "部": true, "座": true, "艘": true, "架": true,
	"箱": true, "标箱": true, "重量箱": true, "载重吨": true, "芯千米": true, "条": true, "双": true, "株": true, "床": true, "微克": true, "倍": true,
}

// broken reports whether a new page, and not only a page number, stands before
// line n.
func (f *flow) broken(n int) bool {
	between := f.text[f.lines[n-1].end:f.lines[n].raw]
	return strings.Count(between, "\n") > 2 || strings.IndexByte(between, '\f') >= 0
}

// read reads the rows and returns the number of lines that the table takes.
func (f *flow) read() int {
	n := 0
	for n < len(f.lines) {
		k := f.kind(n)
		if k == flowEnd || !f.skipped(n) && k == flowText && beginsWithYear(f.lines[n].of(f.text)) {
			break
		}
		passed, m := k == flowMark || f.skipped(n), 1
		for !passed && n+m < len(f.lines) && !f.lines[n+m].gap && !f.skipped(n+m) && f.kind(n+m) == k {
			m++
		}
		if !passed && n+m < len(f.lines) && !f.lines[n+m].gap && k == flowText && f.kind(n+m) == flowEnd {
			break // the lines begin a paragraph
		}
		if n > 0 && f.broken(n) {
			f.turn()
			f.t.rows = append(f.t.rows, row{kind: rowBreak, start: f.lines[n].start, end: f.lines[n].start})
		}
		if passed {
			n++
			continue
		}
		f.run(k, f.lines[n:n+m])
		n += m
	}
	f.turn()
	return n
}

// skipped reports whether line i belongs to the head or the title.
func (f *flow) skipped(i int) bool { return i < len(f.skip) && f.skip[i] }

// run takes one run of lines of a kind: the labels, the units or one column of
// figures of as many rows.
func (f *flow) run(k flowKind, lines []line) {
	cells := make([]cell, len(lines))
	for i, l := range lines {
		cells[i] = cell{start: l.start, end: l.end}
	}
	open := f.page[f.batch:]
	bare := len(open) > 0 && open[0].unit.end == 0 && len(open[0].values) == 0
	if k == flowText {
		if bare {
			if len(open) == 1 && len(cells) == 1 && f.single(open[0].label) && f.single(cells) {
				open[0].label = append(open[0].label, cells[0])
				return
			}
			f.tear()
		}
		f.batch = len(f.page)
		for _, c := range cells {
			f.page = append(f.page, flowRow{label: []cell{c}})
		}
		return
	}
	if len(open) > 0 && len(open) != len(cells) {
		switch {
		case bare && len(cells) > len(open) && f.batch == 0 && isPart(open[0].label[0].of(f.text)):
			f.page = append(make([]flowRow, len(cells)-len(open)), f.page...) // a part never begins a table
		case bare:
			f.tear()
		case k == flowValue:
			f.t.rows = append(f.t.rows, torn(cells))
			return
		}
		open = f.page[f.batch:]
	}
	if len(open) == 0 || k == flowUnit && !bare || len(open) != len(cells) {
		f.batch = len(f.page)
		f.page = append(f.page, make([]flowRow, len(cells))...)
		open = f.page[f.batch:]
	}
	for i := range open {
		if k == flowUnit {
			open[i].unit = cells[i]
		} else {
			open[i].values = append(open[i].values, cells[i])
		}
	}
	if len(open[0].values) == f.values {
		f.batch = len(f.page)
	}
}

// single reports whether a label is one character, which may be a part of a
// spaced word.
func (f *flow) single(label []cell) bool {
	return len(label) == 1 && utf8.RuneCountInString(label[0].of(f.text)) == 1
}

// isPart reports whether a label says that it is a part of the row before.
func isPart(label string) bool {
	return strings.HasPrefix(label, "#") || strings.HasPrefix(label, "＃") || strings.HasPrefix(label, "其中") || strings.HasPrefix(label, "*")
}

// tear makes the labels of the open rows orphans.
func (f *flow) tear() {
	for _, r := range f.page[f.batch:] {
		f.orphans = append(f.orphans, r.label...)
	}
	f.page = f.page[:f.batch]
}

// torn is a row of figures that have neither label nor column.
func torn(cells []cell) row {
	return row{kind: rowTorn, cells: cells, start: cells[0].start, end: cells[len(cells)-1].end}
}

// turn ends a page: labels that the order of the page tore off go to the rows
// without one, in order, where there are as many.
func (f *flow) turn() {
	if open := f.page[f.batch:]; len(open) > 0 && open[0].unit.end == 0 && len(open[0].values) == 0 {
		f.tear()
	}
	var bare, maybe []*flowRow
	for i := range f.page {
		r := &f.page[i]
		switch {
		case len(r.label) == 0:
			bare, maybe = append(bare, r), append(maybe, r)
		case f.single(r.label):
			maybe = append(maybe, r)
		}
	}
	if len(bare) != len(f.orphans) {
		bare = maybe
	}
	if len(bare) == len(f.orphans) {
		for i, r := range bare {
			r.label = append(r.label, f.orphans[i])
		}
	}
	for _, r := range f.page {
		f.t.rows = append(f.t.rows, f.rowOf(r))
	}
	f.page, f.orphans, f.batch = f.page[:0], nil, 0
}

// rowOf makes a row of the table. It spans its figures, and its label where
// that stands before them.
func (f *flow) rowOf(r flowRow) row {
	out := row{cells: r.label}
	col := 1
	if f.units {
		if r.unit.end > 0 {
			r.unit.col = 1
			out.cells = append(out.cells, r.unit)
		}
		col = 2
	}
	for i, c := range r.values {
		c.col = col + i
		out.cells = append(out.cells, c)
	}
	if len(r.values) == 0 {
		out.kind = rowTorn
	}
	first := len(r.label)
	if first == len(out.cells) {
		first = 0
	}
	out.start, out.end = out.cells[first].start, out.cells[len(out.cells)-1].end
	if len(r.label) == 1 && r.label[0].start < out.start {
		out.start = r.label[0].start
	}
	return out
}
