package extract

import (
	"strings"
)

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

// readGroup reads a label that stands alone in its row: what follows is of it.
func (t *tableReader) readGroup(r *row) {
	if s := squeeze(r.cells[0].of(t.text)); strings.HasPrefix(s, "单位：") {
		t.unit = trimUnit(s)
		return
	}
	l := t.labelOf(r)
	if l.text == "" {
		return
	}
	if strings.HasPrefix(l.text, "按") || strings.HasPrefix(l.text, "分") { // another way to part the whole
		if t.main != nil {
			t.whole, t.before = t.main, t.main
		}
		return
	}
	t.whole = &tableWhole{name: l.text, unit: l.unit, headed: t.headed(l.text), indent: l.indent, page: t.page}
	t.before = t.whole
}

// parentOf finds the row that a row is a part of, nil for none.
func (t *tableReader) parentOf(l *label) *tableWhole {
	w, before := t.whole, t.before
	if w == nil || l.total {
		return nil
	}
	headed := t.headed(l.text)
	shown := l.indent >= 0 && before.indent >= 0 && before.page == t.page
	if l.marked {
		switch {
		case before.parent == nil:
			return before
		case shown && l.indent < before.indent:
			return t.siblings(l)
		case l.sharp && (headed || t.shares(before, l)), shown && l.indent > before.indent+1:
			return before
		}
		return before.parent
	}
	switch {
	case !headed:
		return t.siblings(l)
	case strings.Contains(w.name, "人均") && !strings.Contains(l.text, "人均"):
		return w
	case w.indent >= 0 && l.indent >= 0 && w.page == t.page:
		if l.indent > w.indent {
			return w
		}
		return nil
	}
	_, head := t.d.splitName(l.text)
	if _, whole := t.d.splitName(w.name); len(head) < len(whole) && strings.HasPrefix(whole, head) {
		return w // 中长期贷款 of 各项贷款余额
	}
	return nil
}

// shares reports whether a label holds what the row before measures:
// 个人贷款及透支 behind 短期贷款余额.
func (t *tableReader) shares(w *tableWhole, l *label) bool {
	_, head := t.d.splitName(w.name)
	head = strings.TrimSuffix(head, "余额")
	return head != "" && strings.Contains(l.text, head)
}

// siblings is the whole of a row that only names a part: that of the row before,
// unless the label stands clearly further out.
func (t *tableReader) siblings(l *label) *tableWhole {
	p := t.before.parent
	if p == nil {
		return t.whole
	}
	if l.indent >= 0 && t.before.page == t.page && l.indent+2 < t.before.indent && p.parent != nil {
		return p.parent
	}
	return p
}

// settle keeps a row as what the next ones may be parts of.
func (t *tableReader) settle(l *label, unit string) {
	if l.text == "" || l.total {
		return
	}
	var col column
	for _, c := range t.columns {
		if c.head == headValue && c.role == noRole {
			col = c
			break
		}
	}
	name := t.named(l, &col)
	t.before = &tableWhole{parent: l.parent, name: name, label: l.text, unit: unit, headed: t.headed(name), marked: l.marked, indent: l.indent, page: t.page}
	if l.parent == nil {
		t.whole = t.before
		if t.main == nil {
			t.main = t.whole
		}
	}
}
