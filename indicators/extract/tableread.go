package extract

import (
	"strings"

	"suanpan/indicators"
)

// A tableReader reads the rows of one table from the first to the last.
type tableReader struct {
	d     *reading
	text  string
	frame indicators.Period // of the document, then of the title

	title facet
	topic string // what the title names, without 情况, 主要, 及其增长速度
	unit  string // of the title or the line of the unit

	heads    []row // rows of the head not yet made columns
	columns  []column
	labels   int  // the column of labels
	units    int  // the column of units; -1 for none
	regions  bool // the labels are regions
	indented bool // the page shows by indents what is a part

	whole  *tableWhole // the row that the next ones may be parts of
	before *tableWhole // the row before
	page   int
	pass   passage
}

// A column is a column of figures.
type column struct {
	facet
	level int    // the column of levels that this one is of; -1 for none
	weak  string // 人数, 余额: what is measured where nothing else tells it
}

// A tableWhole is a row that others may be parts of.
type tableWhole struct {
	parent *tableWhole
	name   string
	label  string
	unit   string
	headed bool // the name tells what is measured
	marked bool // #, 其中
	indent int  // -1 where the page does not show it
	page   int
}

// table reads a table; before are the blocks before it.
func (d *reading) table(b *block, before []block) {
	t := &tableReader{d: d, text: d.doc.Text, units: -1, frame: d.tableFrame()}
	d.pass = &t.pass
	if !hasTitle(b.table) {
		t.inherit(before)
	}
	for i := range b.table.rows {
		r := &b.table.rows[i]
		switch {
		case r.kind == rowBreak:
			t.page++
		case r.kind == rowTitle:
			t.readTitle(r)
		case r.kind == rowTorn:
			t.reject(r, "table column without row")
		case t.isHead(r):
			t.heads = append(t.heads, *r)
		case len(r.cells) == 1 && kindOfCell(r.cells[0].of(t.text)) == cellText:
			t.finishHead(b.table.rows[i:])
			t.readGroup(r)
		default:
			t.finishHead(b.table.rows[i:])
			if len(t.columns) == 0 {
				t.headless(b.table.rows[i:])
			}
			t.readRow(r)
		}
	}
	b.table.read = t
}

// tableFrame is the period that a table stands in: its document's, or that of
// the section of an article.
func (d *reading) tableFrame() indicators.Period {
	if d.kind != kindNews && !d.page.period.IsZero() {
		return d.page.period
	}
	return d.section.period
}

func hasTitle(t *table) bool { return len(t.rows) > 0 && t.rows[0].kind == rowTitle }

// inherit takes the state of a table that a page cut in two.
func (t *tableReader) inherit(before []block) {
	for i := len(before) - 1; i >= 0; i-- {
		switch before[i].kind {
		case blockMark:
			continue
		case blockTable:
			if old := before[i].table.read; old != nil {
				t.title, t.topic, t.unit, t.frame = old.title, old.topic, old.unit, old.frame
				t.columns, t.labels, t.units, t.regions = old.columns, old.labels, old.units, old.regions
				t.whole, t.before, t.page = old.whole, old.before, old.page+1
			}
		}
		return
	}
}

// readTitle reads a line above the cells.
func (t *tableReader) readTitle(r *row) {
	s := tidy(t.text, r.start, r.end).text
	for _, mark := range [...]string{"计量单位", "单位："} { // the unit may stand behind the title
		if k := strings.Index(s, mark); k >= 0 && !strings.HasSuffix(s, "）") && !strings.HasSuffix(s, ")") {
			t.unit = trimUnit(s[k:])
			s = s[:k]
			break
		}
	}
	if n := numbering(s); n > 2 {
		s = afterNumber(s)
	}
	if rest, ok := strings.CutPrefix(s, "表"); ok && isTableNumber(s) {
		s = strings.TrimLeft(rest, "0123456789一二三四五六七八九十-—.：:、 ")
		if y := len(rest) - len(s); y >= 4 && strings.HasPrefix(s, "年") { // 表22023年…
			if digits := strings.TrimRight(rest[:y], "-—.：:、 "); len(digits) > 4 {
				s = digits[len(digits)-4:] + s
			} else {
				s = digits + s
			}
		}
	}
	if s == "" {
		return
	}
	f := t.d.facet(s, t.frame)
	f.span = indicators.Span{Start: r.start, End: r.end}
	if f.unit != "" {
		t.unit = f.unit
	}
	if !f.period.IsZero() && !f.prior {
		t.frame = f.period
	}
	t.title, t.topic = f, topicOf(f.noun)
	t.whole, t.before = nil, nil
}

// isHead reports whether a row tells what its columns hold.
func (t *tableReader) isHead(r *row) bool {
	if len(r.cells) == 1 && r.cells[0].col == 0 {
		return headWord(squeeze(r.cells[0].of(t.text))) == headName
	}
	years, others := 0, 0
	for i, c := range r.cells {
		s := squeeze(c.of(t.text))
		switch kindOfCell(s) {
		case cellNumber:
			if !isYear(s) {
				return false
			}
			years++
		case cellMissing:
			return false
		default:
			if c.col > 0 && beginsFigure(s) {
				return false
			}
			if i > 0 || c.col > 0 || headWord(s) != headName {
				others++
			}
		}
	}
	if years > 0 {
		return others == 0 && years > 1 || len(t.heads) > 0
	}
	return true
}

// isYear reports whether a cell is the number of a year.
func isYear(s string) bool {
	return len(s) == 4 && s >= "1949" && s <= "2099" && strings.Trim(s, "0123456789") == ""
}

// finishHead makes columns of the rows of the head.
func (t *tableReader) finishHead(body []row) {
	if len(t.heads) == 0 {
		return
	}
	width := 0
	for _, h := range t.heads {
		for _, c := range h.cells {
			width = max(width, c.col+1)
		}
	}
	for _, r := range body[:min(len(body), 8)] {
		for _, c := range r.cells {
			width = max(width, c.col+1)
		}
	}
	t.columns = make([]column, width)
	t.labels, t.units, t.regions = 0, -1, false
	for i := range t.columns {
		t.columns[i].level = -1
	}
	unit := ""
	for k, h := range t.heads {
		for i, c := range h.cells {
			s := tidy(t.text, c.start, c.end).text
			if strings.HasPrefix(s, "单位：") || strings.HasPrefix(s, "单位:") {
				unit = trimUnit(s)
				continue
			}
			last := c.col // a head reaches to the next one of its row, but the lowest
			if k+1 < len(t.heads) {
				last = width - 1
				if i+1 < len(h.cells) {
					last = h.cells[i+1].col - 1
				}
			}
			f := t.d.facet(s, t.frame)
			f.head = headWord(squeeze(s))
			f.span = indicators.Span{Start: c.start, End: c.end}
			for col := c.col; col <= last; col++ {
				t.columns[col].facet = t.d.under(t.columns[col].facet, f)
			}
		}
	}
	if unit != "" {
		t.unit = unit
	}
	t.heads = t.heads[:0]
	t.whole, t.before = nil, nil
	t.finishColumns()
	t.regions, t.indented = t.namesRegions(body), t.showsIndents(body)
}

// maxIndentRows is how many rows are looked at for indents.
const maxIndentRows = 64

// showsIndents reports whether labels begin at different places.
func (t *tableReader) showsIndents(body []row) bool {
	first := -1
	for i := range body[:min(len(body), maxIndentRows)] {
		if body[i].kind != rowCells || body[i].cells[0].col != t.labels {
			continue
		}
		n := t.indentOf(body[i].cells[0])
		if first >= 0 && n != first {
			return true
		}
		first = n
	}
	return false
}

// under is the facet of a column whose upper head is f and whose lower one is g.
func (d *reading) under(f, g facet) facet {
	if f.span.End == 0 {
		return g
	}
	switch {
	case g.noun == "" || plainHeads[g.noun]:
		g.noun = f.noun
	case f.noun != "" && !plainHeads[f.noun] && f.noun != g.noun:
		g.noun = d.partOf(f.noun, g.noun)
	}
	if g.unit == "" {
		g.unit = f.unit
	}
	if g.role == noRole {
		g.role, g.basis = f.role, f.basis
	}
	if g.period.IsZero() {
		g.period, g.prior = f.period, f.prior
	}
	if g.region.code == "" {
		g.region = f.region
	}
	if g.head == headNone {
		g.head = f.head
	}
	g.target = g.target || f.target
	return g
}

// finishColumns tells the columns of labels, units and serial numbers apart and
// gives every column of growth, change, share or rank the level before it.
func (t *tableReader) finishColumns() {
	level := -1
	for i := range t.columns {
		c := &t.columns[i]
		noun := squeeze(c.noun)
		switch {
		case c.head == headUnit:
			t.units = i
			continue
		case c.head == headName && (noun == "序号" || noun == "编号"):
			if t.labels == i {
				t.labels = i + 1
			}
			continue
		case i <= t.labels:
			continue
		case noun == "序号" || noun == "编号":
			continue
		}
		if plainHeads[c.noun] {
			c.weak, c.noun = c.noun, ""
		}
		c.head = headValue
		if c.role == noRole && c.noun == "" && c.unit == "%" && t.title.role != noRole {
			c.role = t.title.role
		}
		if c.role == noRole || c.role == levelRole {
			level = i
			continue
		}
		c.level = level
		if level < 0 {
			continue
		}
		if c.loose {
			c.role = changeRole
		}
		of := t.columns[level]
		if c.noun == "" {
			c.noun, c.weak = of.noun, of.weak
		}
		if c.period.IsZero() {
			c.period = of.period
		}
		if c.region.code == "" {
			c.region = of.region
		}
		if c.unit == "" && c.role == changeRole {
			c.unit = of.unit
		}
	}
}
