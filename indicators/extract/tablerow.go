package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// A label is the first cell of a row, cleaned.
type label struct {
	facet
	text   string      // without marks and numbers
	marked bool        // #, 其中, （1）
	indent int         // -1 where the page does not show it
	total  bool        // 合计, 总计: the whole of the table
	parent *tableWhole // what it is a part of; nil for none
}

// readRow reads the figures of one row.
func (t *tableReader) readRow(r *row) {
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
	}
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

// readGroup reads a label that stands alone in its row: what follows is of it.
func (t *tableReader) readGroup(r *row) {
	if s := squeeze(r.cells[0].of(t.text)); strings.HasPrefix(s, "单位：") {
		t.unit = trimUnit(s)
		return
	}
	l := t.labelOf(r)
	if l.text == "" || strings.HasPrefix(l.text, "按") || strings.HasPrefix(l.text, "分") {
		return
	}
	t.whole = &tableWhole{name: l.text, unit: l.unit, headed: t.headed(l.text), indent: l.indent, page: t.page}
	t.before = t.whole
}

// labelOf reads the label of a row.
func (t *tableReader) labelOf(r *row) label {
	l := label{indent: -1}
	var b strings.Builder
	for _, c := range r.cells {
		if c.col == t.labels {
			b.WriteString(tidy(t.text, c.start, c.end).text)
			if l.span.End == 0 {
				l.span = indicators.Span{Start: c.start, End: c.end}
				if t.indented {
					l.indent = t.indentOf(c)
				}
			}
		}
	}
	s := b.String()
	if isPart(s) {
		l.marked = true
		s = strings.TrimLeft(s, "#＃* 　")
		if rest, ok := strings.CutPrefix(s, "其中"); ok {
			s = strings.TrimLeft(rest, "：: ")
		}
	}
	switch numbering(s) {
	case 4:
		l.marked = true
		s = afterNumber(s)
	case 1, 2, 3:
		s = afterNumber(s)
	}
	s = strings.TrimLeft(s, "#＃①②③④⑤⑥⑦⑧⑨⑩ ")
	l.facet = t.d.labelFacet(s, t.frame, l.span)
	if l.region.code != "" && l.noun == "" && !t.regions {
		l.region, l.noun = place{}, trimName(s)
	}
	l.text = l.noun
	switch l.text {
	case "合计", "总计", "总额", "总数", "总值":
		l.total = true
	}
	return l
}

// labelFacet reads a label: like a facet, but the words that tell the role of a
// column are part of its name.
func (d *reading) labelFacet(s string, frame indicators.Period, span indicators.Span) facet {
	f := facet{span: span}
	bare, unit := cutUnit(s)
	if unit != "" && (d.isUnit(unit) || unitLike(unit)) {
		f.unit = unit
	} else {
		bare = s
	}
	d.scan(bare)
	for k := range d.tokens {
		t := &d.tokens[k]
		if t.kind == tokPeriod && (int(t.start) == 0 && int(t.end) == len(bare)) {
			if p, ok := d.resolve(d.periods[t.ref], frame); ok {
				f.period = p
				bare = ""
			}
		} else if w := d.textOf(t); t.kind == tokPeriod && (w == "年末" || w == "期末") {
			if p, ok := d.resolve(d.periods[t.ref], frame); ok {
				f.period = p
				bare = bare[:t.start] + bare[t.end:]
				d.scan(bare)
				break
			}
		}
	}
	if bare != "" && len(d.tokens) > 0 && d.tokens[0].start == 0 {
		t := &d.tokens[0]
		whole := int(t.end) == len(bare)
		switch {
		case t.is(catalog.Here):
			if p, ok := d.here(d.textOf(t), &d.section); ok {
				f.region = p
				bare = bare[t.end:]
			}
		case t.is(catalog.Region) && whole:
			if p, ok := d.regionAt(0, &d.section); ok {
				f.region = p
				bare = ""
			}
		}
	}
	for { // footnotes
		k := strings.LastIndexByte(bare, '[')
		if k <= 0 || !strings.HasSuffix(bare, "]") || strings.Trim(bare[k+1:len(bare)-1], "0123456789") != "" {
			break
		}
		bare = bare[:k]
	}
	f.noun = strings.TrimPrefix(trimName(squeeze(bare)), "期末")
	return f
}

// afterNumber drops the number that a label begins with.
func afterNumber(s string) string {
	for i, r := range s {
		if strings.ContainsRune("、．.）)", r) {
			return strings.TrimLeft(s[i+utf8.RuneLen(r):], " 　、")
		}
	}
	return s
}

// indentOf is the width of the blanks before a label in its line or cell, -1
// where labels begin their lines anyway.
func (t *tableReader) indentOf(c cell) int {
	n := 0
	for i := c.start; i > 0; {
		r, size := utf8.DecodeLastRuneInString(t.text[:i])
		switch {
		case r == '\n':
			return n
		case r == '\u3000':
			n += 2
		case isSpace(r):
			n++
		default:
			return n
		}
		i -= size
	}
	return n
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
	if printed == "" && o.Measure != indicators.Rank && !wantsNoUnit(name) {
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
		unit = s[i:]
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

// unitOf finds the printed unit of a figure.
func (t *tableReader) unitOf(col *column, l *label, unit, own string) string {
	if _, rest := catalog.Magnitude(own); own != "" && rest == "" { // 1.2万 of a column of 人
		return own + t.unitOf(col, l, unit, "")
	}
	switch col.role {
	case growthRole, shareRole, goalRole, pullRole:
		switch {
		case own != "":
			return own
		case col.unit != "":
			return col.unit
		}
		return "%"
	case rankRole:
		return ""
	}
	for _, u := range [...]string{own, l.unit, unit, col.unit, t.unit} {
		if u != "" {
			return u
		}
	}
	return ""
}

// wantsNoUnit reports whether a figure of this name needs no unit.
func wantsNoUnit(name string) bool {
	for _, end := range [...]string{"指数", "系数", "之比", "收入比"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// measure tells what a figure measures; it may turn its unit and its name.
func (t *tableReader) measure(o *indicators.Observation, col *column, unit, name *string, rate bool) {
	percent := trimUnit(*unit) == "%" || *unit == "‰"
	point := strings.HasSuffix(*unit, "分点")
	switch col.role {
	case growthRole:
		o.Measure, o.Basis = indicators.Growth, col.basis
		switch {
		case rate:
			o.Measure, *unit = indicators.Change, "百分点"
		case point || !percent && col.unit != "" && !strings.HasPrefix(*unit, "倍"):
			o.Measure = indicators.Change
		}
	case changeRole:
		o.Measure, o.Basis = indicators.Change, col.basis
		if percent {
			*unit = "百分点"
		}
	case shareRole:
		o.Measure = indicators.Share
		if !isShareName(*name) {
			*name += "占比"
		}
	case goalRole:
		o.Measure = indicators.Share
		if !strings.HasSuffix(*name, "率") {
			*name += "完成率"
		}
	case pullRole:
		o.Measure = indicators.Share
		if !strings.HasSuffix(*name, "贡献率") {
			*name += "贡献率"
		}
	case rankRole:
		o.Measure = indicators.Rank
		if col.level >= 0 && t.columns[col.level].role == growthRole {
			*name += "增速"
		}
	default:
		switch {
		case percent && (t.title.role == growthRole && col.noun == "" || isGrowthName(*name)) && !strings.HasSuffix(*name, "自然增长率") && !strings.HasSuffix(*name, "率"):
			o.Measure, o.Basis = indicators.Growth, indicators.YoY
			*name = trimGrowth(*name)
		case percent && isShareName(*name):
			o.Measure = indicators.Share
		}
	}
}

// periodOf is the period of a figure: its column's, its row's or its table's.
func (t *tableReader) periodOf(o *indicators.Observation, col *column, l *label) indicators.Period {
	p := t.frame
	switch {
	case !l.period.IsZero():
		p = l.period
	case !col.period.IsZero():
		p = col.period
	}
	if o.Measure == indicators.Change && o.Basis == indicators.Cumulative && !p.IsZero() && (p.Form == indicators.AsOf || p.Frequency() == "M") {
		p = indicators.Months(int(p.Last.Year), 1, int(p.Last.Month))
		if p.Frequency() == "P" {
			p.Form = indicators.ToDate
		}
	}
	return p
}

// regionOf is the region of a figure: its row's, its column's, its table's or
// its section's.
func (t *tableReader) regionOf(col *column, l *label) place {
	for _, p := range [...]place{l.region, col.region, t.title.region} {
		if p.code != "" {
			return p
		}
	}
	return t.d.section.region
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
