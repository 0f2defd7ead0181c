package extract

import (
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// heading reads a heading: what it says rules the section.
func (d *reading) heading(b *block) {
	d.pass = &b.passage
	d.scan(b.text)
	s := d.section
	if d.kind != kindNews && (b.level == 1 || b.level == 0) {
		s = d.page
		if d.section.statusFrom == fromSection && b.level == 0 {
			s = d.section
		}
	}
	var run indicators.Period
	own := false
	s.run = indicators.Period{}
	for k := range d.tokens {
		t := &d.tokens[k]
		switch {
		case t.kind == tokPeriod:
			w := d.periods[t.ref]
			if p, ok := d.resolve(w, s.period); ok && !w.reference() && !(d.kind == kindBulletin && d.page.period.Last.Before(p.Last)) {
				if w.span() && d.kind == kindReport {
					run = p
					continue
				}
				own = true
				if d.kind == kindNews && d.pastYear(w) {
					p = indicators.Year(int(d.doc.Published.Year) - 1)
				}
				s.rule(p, fromSection)
				if d.kind == kindNews && k+1 < len(d.tokens) && d.after(p) && d.intendsFrom(k+1) {
					s.status, s.statusFrom = indicators.Target, fromSection // 到2020年将实现
				}
				if d.kind == kindReport && int(p.First.Year) == d.year && d.year > 0 {
					s.status, s.statusFrom = indicators.Target, fromSection
				}
			}
		case t.is(catalog.Region) && d.kind == kindNews && !(k+1 < len(d.tokens) && d.tokens[k+1].start == t.end && d.tokens[k+1].is(catalog.Region)):
			if p, ok := d.regionAt(k, &s); ok && p.code != s.home.code {
				s.at(p, fromArticle)
				s.home = p
			}
		}
	}
	if !own && !run.IsZero() {
		s.run, s.runBase = run, indicators.Year(int(run.First.Year)-1)
		if d.after(run) {
			s.status, s.statusFrom = indicators.Target, fromSection
		}
	}
	if d.kind == kindReport && (b.level > 0 || b.endsShort()) && d.cat.Classes.Planning.In(b.text) && !strings.Contains(b.text, "回顾") {
		s.status, s.statusFrom = indicators.Target, fromSection
		if d.year > 0 && !d.after(s.period) {
			s.rule(indicators.Year(d.year), fromSection)
		}
		s.run = indicators.Period{}
	}
	d.section = s
	if len(d.figures) > 0 {
		if d.kind == kindNews {
			d.partAtBlanks()
		}
		d.sentences(b, s)
	} else if d.kind == kindNews {
		d.label()
	}
}

// intendsFrom reports whether a heading ends, from token k on, with a word of
// intention whose objects are to follow: 到2020年将实现.
func (d *reading) intendsFrom(k int) bool {
	for ; k < len(d.tokens); k++ {
		if d.tokens[k].is(catalog.Intend) && !d.tokens[k].is(solid) {
			rest := strings.TrimRight(d.text[d.tokens[k].end:], "：: ")
			return rest == "" || rest == "实现" || rest == "达到" || rest == "完成"
		}
	}
	return false
}

// beginsArticle reports whether the block is the headline of an article: a
// heading that the text of an article, or its by-line, follows.
func (d *reading) beginsArticle(all []block, i int) bool {
	b := &all[i]
	if b.kind == blockHeading && b.level == 0 {
		return i == 0 || b.afterGap || all[i-1].kind != blockHeading && (i+1 == len(all) || all[i+1].kind != blockText || d.dated(&all[i+1]))
	}
	return b.kind == blockText && (strings.HasPrefix(b.text, "图片新闻") || b.label != "" ||
		strings.HasPrefix(b.text, "（上接") || strings.HasPrefix(b.text, "(上接"))
}
