package extract

import (
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
	labels   int   // the column of labels
	beside   []int // more of them: tables that stand beside each other
	units    int   // the column of units; -1 for none
	regions  bool  // the labels are regions
	indented bool  // the page shows by indents what is a part

	whole  *tableWhole // the row that the next ones may be parts of
	before *tableWhole // the row before
	main   *tableWhole // the first whole of the table
	page   int
}

// table reads a table; before are the blocks before it.
func (d *reading) table(b *block, before []block) {
	t := &tableReader{d: d, text: d.doc.Text, units: -1, frame: d.tableFrame()}
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
