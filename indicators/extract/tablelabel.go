package extract

import (
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// A label is the first cell of a row, cleaned.
type label struct {
	facet
	text   string      // without marks and numbers
	marked bool        // #, 其中, （1）
	sharp  bool        // #
	indent int         // -1 where the page does not show it
	total  bool        // 合计, 总计: the whole of the table
	parent *tableWhole // what it is a part of; nil for none
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
		l.marked, l.sharp = true, !strings.HasPrefix(s, "其中")
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
	if strings.HasSuffix(l.noun, "零售") {
		l.noun += "额"
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
