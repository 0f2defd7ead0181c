package extract

import (
	"strings"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// readRow reads one row, or several that stand beside each other.
func (t *tableReader) readRow(r *row) {
	if len(t.beside) == 0 {
		t.readOne(r)
		return
	}
	labels := t.labels
	from := 0
	for k := 0; k <= len(t.beside); k++ {
		to := len(r.cells)
		for i := from; k < len(t.beside) && i < to; i++ {
			if r.cells[i].col >= t.beside[k] {
				to = i
			}
		}
		if part := r.cells[from:to]; len(part) > 0 {
			t.readOne(&row{cells: part, start: part[0].start, end: part[len(part)-1].end})
		}
		if from = to; k < len(t.beside) {
			t.labels = t.beside[k]
		}
	}
	t.labels = labels
}

// readOne reads the figures of one row.
func (t *tableReader) readOne(r *row) {
	l := t.labelOf(r)
	l.parent = t.parentOf(&l)
	unit := l.unit
	for _, c := range r.cells {
		if c.col == t.units && t.units >= 0 {
			unit = squeeze(c.of(t.text))
		}
	}
	if unit == "" && t.units < 0 && l.parent != nil {
		unit = t.before.unit
	}
	rate := false // the level of this row is a rate
	for _, c := range r.cells {
		if c.col <= t.labels || c.col == t.units {
			continue
		}
		t.readCell(r, c, &l, unit, &rate)
	}
	t.settle(&l, unit)
}

// readCell reads one figure.
func (t *tableReader) readCell(r *row, c cell, l *label, unit string, rate *bool) {
	s := c.of(t.text)
	kind := kindOfCell(s)
	steady := kind == cellText && s == "持平" && c.col < len(t.columns) && t.columns[c.col].role == growthRole
	if kind == cellMissing || kind == cellText && !beginsFigure(s) && !steady {
		if kind == cellText && strings.ContainsAny(s, "0123456789") {
			t.drop(c, "table cell not read")
		}
		return
	}
	if c.col >= len(t.columns) || t.columns[c.col].head != headValue {
		t.drop(c, "table column without head")
		return
	}
	col := t.columns[c.col]
	if col.noun == constantPrices {
		t.drop(c, "at constant prices")
		return
	}
	name := t.named(l, &col)
	if name == "" {
		t.drop(c, "table row without label")
		return
	}
	value, own, ok := t.number(c)
	if !ok && !steady {
		t.drop(c, "table cell not read")
		return
	}
	o := indicators.Observation{Key: indicators.Key{Measure: indicators.Level}}
	printed := t.unitOf(&col, l, unit, own)
	t.measure(&o, &col, &printed, &name, *rate)
	if printed == "" && o.Measure != indicators.Rank && !col.index && !wantsNoUnit(name) {
		t.drop(c, "no unit")
		return
	}
	u, power, _ := t.d.tableUnit(printed)
	if o.Measure == indicators.Level && u == "%" {
		*rate = true
	}
	if col.role == shareRole && value.Equal(decimal.New(100, 0)) {
		t.drop(c, "the whole of a share")
		return
	}
	s2 := t.d.named(name)
	o.Indicator, o.Name = s2.id, s2.name
	o.Qualifiers = t.d.qualifiersOf(s2.name)
	o.Value, o.Unit = value.Shift(int32(power)), u
	o.Period = t.periodOf(&o, &col, l)
	region := t.regionOf(&col, l)
	o.Region, o.Place = region.code, region.name
	if col.target {
		o.Status = indicators.Target
	}
	o.From = indicators.Provenance{
		Document: t.d.doc.ID, Catalogue: t.d.cat.Version(), Rule: "table-" + o.Measure.String(),
		Span:     indicators.Span{Start: c.start, End: c.end},
		Sentence: indicators.Span{Start: r.start, End: r.end},
		Trace:    t.trace(&o, &col, l),
	}
	o.Printed = s
	t.d.out.Observations = append(t.d.out.Observations, o)
}

// number reads the number of a cell, exactly, and its own unit where it has one.
func (t *tableReader) number(c cell) (decimal.Decimal, string, bool) {
	s := squeeze(c.of(t.text))
	var digits strings.Builder
	point, unit := -1, ""
	for i, r := range s {
		switch {
		case isDigit(r):
			digits.WriteRune(r)
			continue
		case strings.ContainsRune("-−－", r) && digits.Len() == 0:
			digits.WriteByte('-')
			continue
		case strings.ContainsRune("+＋,，", r):
			continue
		case (r == '.' || r == '．') && point < 0:
			point = digits.Len()
			continue
		}
		unit = strings.Trim(s[i:], "（）()")
		break
	}
	if digits.Len() == 0 || digits.Len() > 40 {
		return decimal.Decimal{}, "", false
	}
	v, err := decimal.NewFromString(digits.String())
	if err != nil {
		return decimal.Decimal{}, "", false
	}
	if point >= 0 {
		v = v.Shift(int32(point - digits.Len()))
	}
	return v, unit, true
}

// trace says where the parts of a figure come from.
func (t *tableReader) trace(o *indicators.Observation, col *column, l *label) []indicators.Step {
	return []indicators.Step{
		{Attribute: "subject", Value: o.Name, Origin: fromTable.String(), Span: l.span},
		{Attribute: "measure", Value: o.Measure.String(), Origin: fromTable.String(), Span: col.span},
		{Attribute: "period", Value: o.Period.String(), Origin: fromTable.String(), Span: t.title.span},
	}
}

// reject keeps the figures of a row as rejects.
func (t *tableReader) reject(r *row, reason string) {
	for _, c := range r.cells {
		if kindOfCell(c.of(t.text)) == cellNumber {
			t.drop(c, reason)
		}
	}
}

func (t *tableReader) drop(c cell, reason string) {
	span := indicators.Span{Start: c.start, End: c.end}
	t.d.out.Rejects = append(t.d.out.Rejects, indicators.Reject{Span: span, Quote: span.Of(t.text), Reason: reason})
}
