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
	text    string
	lines   []line
	values  int  // columns of figures
	units   bool // there is a column of units
	rowwise bool // the figures of a row stand together
	t       *table
	skip    [maxFlowHead]bool // lines of the head and the title

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
	f.rowwise = f.byRows(first)
	return f.t, f.read()
}

// byRows reports whether the page gives the cells row by row: from the line of
// the first figure on, figures as many as there are columns, then a label, or
// two, and a unit where there is a column of them.
func (f *flow) byRows(first int) bool {
	const rows = 3 // that show it
	if f.values < 2 {
		return false
	}
	i := first
	for n := range rows {
		for k := range f.values {
			if i+k >= len(f.lines) || f.kind(i+k) != flowValue || k > 0 && f.lines[i+k].gap {
				return false
			}
		}
		if i += f.values; i >= len(f.lines) || f.kind(i) == flowEnd {
			return n > 0
		}
		labels := 0
		for i < len(f.lines) && f.kind(i) != flowValue {
			if f.kind(i) == flowText {
				labels++
			}
			i++
		}
		if labels == 0 || labels > 2 {
			return false
		}
	}
	return true
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
