package extract

import (
	"strings"
	"unicode/utf8"
)

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

// broken reports whether a new page, and not only a page number, stands before
// line n.
func (f *flow) broken(n int) bool {
	between := f.text[f.lines[n-1].end:f.lines[n].raw]
	return strings.Count(between, "\n") > 2 || strings.IndexByte(between, '\f') >= 0
}

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
	if f.rowwise && len(open) > 1 && len(open) != len(cells) && bare {
		f.batch = len(f.page) - 1 // the labels before it have no figures
		open = f.page[f.batch:]
	}
	if f.rowwise && k == flowValue && len(open) == 1 && len(open[0].values) == 0 && len(open[0].label) > 0 && len(cells) == f.values {
		open[0].values = append(open[0].values, cells...)
		f.batch = len(f.page)
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
