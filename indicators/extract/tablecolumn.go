package extract

import (
	"strings"

	"suanpan/indicators"
)

// A column is a column of figures.
type column struct {
	facet
	level int    // the column of levels that this one is of; -1 for none
	weak  string // 人数, 余额: what is measured where nothing else tells it
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
	t.labels, t.units, t.regions, t.beside = 0, -1, false, nil
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
	t.whole, t.before, t.main = nil, nil, nil
	t.finishColumns()
	t.regions, t.indented = t.namesRegions(body), t.showsIndents(body)
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
		case c.head == headName && level >= 0:
			t.beside = append(t.beside, i)
			level = -1
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
		if !c.period.IsZero() { // 本月 under 同比增长 is of 本月 under 绝对量
			for k := level; k > t.labels; k-- {
				if o := &t.columns[k]; o.head == headValue && o.role == noRole && o.period == c.period {
					c.level = k
					break
				}
			}
		}
		if k := t.newer(c.level); c.period.IsZero() && c.basis == indicators.YoY {
			c.level = k // 2023年, 2022年, 同比增长
		}
		of := t.columns[c.level]
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

// constantPrices heads the amounts that growth is computed from; they are no
// level of the thing.
const constantPrices = "不变价"

// newer returns the column that the growth behind column k is of: k, or the one
// beside it where k only shows the year before.
func (t *tableReader) newer(k int) int {
	if k <= t.labels+1 {
		return k
	}
	a, b := &t.columns[k-1], &t.columns[k]
	if b.noun == constantPrices && a.head == headValue && a.role == noRole {
		return k - 1
	}
	if a.head == headValue && a.role == b.role && a.noun == b.noun && !b.period.IsZero() && a.period == b.period.Shift(1) {
		return k - 1
	}
	return k
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

// namesRegions reports whether the labels of a table are regions, and not the
// countries that something is traded with.
func (t *tableReader) namesRegions(body []row) bool {
	if len(t.columns) > t.labels {
		if head := t.columns[t.labels].noun; strings.Contains(head, "国") {
			return false
		}
	}
	found := 0
	for i := range body[:min(len(body), 10)] {
		for _, c := range body[i].cells {
			if c.col == t.labels {
				if f := t.d.labelFacet(tidy(t.text, c.start, c.end).text, t.frame, indicators.Span{}); f.region.code != "" && f.noun == "" {
					found++
				}
				break
			}
		}
	}
	return found > 1
}

// headless makes columns for a table without a head: where its title gives the
// unit, the first column of figures holds levels.
func (t *tableReader) headless(body []row) {
	width := 0
	for _, c := range body[0].cells {
		width = max(width, c.col+1)
	}
	t.regions, t.indented = t.namesRegions(body), t.showsIndents(body)
	t.columns = make([]column, width)
	for i := range t.columns {
		t.columns[i].level = -1
	}
	if t.unit != "" && width > 1 {
		t.columns[1].head = headValue
		t.columns[1].role = t.title.role
	}
}
