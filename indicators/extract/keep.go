package extract

import (
	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// keep lets what a sentence has set rule its paragraph, and in some cases the
// section: a period at the head of a sentence does, an older one is a
// flash-back that ends with it.
func (d *reading) keep(para *setting, st *sentence) {
	if p := st.head; !p.IsZero() && !(isSeason(p) && len(d.out.Observations) == st.group) && !(d.kind == kindNews && st.a < st.b && d.tokens[st.a].is(catalog.Part)) {
		if d.kind == kindNews {
			para.run, para.runBase = st.run, st.runBase
		}
		older := !para.period.IsZero() && p.Last.Before(para.period.First)
		if d.kind == kindNews && st.start == 0 && p.IsYear() && int16(p.Last.Year)+1 == d.doc.Published.Year && d.tokens[st.a].kind == tokPeriod && len(d.out.Observations) > st.group+1 {
			older = false // a paragraph on the year before
		}
		ahead := st.status == indicators.Target && para.status != indicators.Target && st.statusFrom != fromSection
		if !older && !ahead {
			para.rule(p, fromParagraph)
			d.frameArticle(p)
		}
	} else if d.kind == kindNews && para.period.IsZero() && st.period.Form == indicators.AsOf && st.period.Last.Year == d.doc.Published.Year {
		para.rule(st.period, fromParagraph) // 截至10月底
	}
	para.stock = st.stock
	if st.runFrom == fromSection && st.run != d.section.run {
		para.run, para.runBase = st.run, st.runBase
		d.section.run, d.section.runBase = st.run, st.runBase
		if st.run.IsZero() && !st.head.IsZero() && !d.after(st.head) {
			for _, s := range []*setting{para, &d.section} { // the year reviewed
				s.rule(st.head, fromSection)
				s.status = indicators.Actual
			}
		}
	}
	if !st.run.IsZero() {
		para.runBase = st.runBase
	}
	if d.kind == kindNews && st.placed.code != "" {
		d.settleIn(para, st.placed)
	}
	if st.planned && !d.section.run.IsZero() && d.after(d.section.run) {
		for _, s := range []*setting{para, &d.section} { // the years to come are over
			s.run, s.runBase = indicators.Period{}, indicators.Period{}
			s.rule(st.head, fromSection)
		}
	}
	if d.kind == kindNews && st.status == indicators.Target && para.status != indicators.Target && len(d.out.Observations) > st.group && d.cat.Classes.Asking.In(d.text[st.start:min(st.end, st.start+45)]) {
		para.status, para.statusFrom = indicators.Target, fromParagraph // what a meeting asks for fills its paragraph
	}
	if st.status != para.status && st.statusFrom == fromSection {
		para.status, para.statusFrom = st.status, fromSection
		if d.section.status != st.status {
			d.section.status, d.section.statusFrom = st.status, fromSection
			d.section.rule(st.period, fromSection)
		}
	}
}

// isSeason reports whether a period is a season of the year: said without
// figures it tells of the weather.
func isSeason(p indicators.Period) bool {
	return p.First.Month%3 == 0 && p.First.Day == 1 && p.First.AddDays(85).Before(p.Last) && p.Last.Before(p.First.AddDays(95))
}

// settleIn lets a place that a sentence of a newspaper names at its head rule
// the paragraph, and, where the article has no home of its own yet, the
// article.
func (d *reading) settleIn(para *setting, p place) {
	para.at(p, fromParagraph)
	if !d.cat.Regions.Within(d.page.home.code, p.code) || p.code == d.page.home.code {
		para.home = p
	}
	if d.section.regionFrom != fromArticle && d.section.home == d.page.home && p.code != d.page.home.code && d.paragraphs <= 1 {
		d.section.at(p, fromArticle)
		d.section.home = p
	}
}
