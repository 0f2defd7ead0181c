package extract

import (
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// A sentence is the span of tokens and bytes between two full stops, and what
// it has set so far.
type sentence struct {
	setting
	start, end int32             // bytes of the passage
	a, b       int32             // tokens
	head       indicators.Period // the last that it set and that may rule its paragraph
	span       indicators.Period // that a day at its end has broken into: 全年…，年末…
	placed     place             // the place that its head names
	planned    bool              // it names the year of the plan: 今年要…
	first      bool              // no clause with a figure has been read
	lastFigure int32             // token of the last figure; -1 for none
	than       int32             // the period that was last compared with, a token; -1 for none
	thanAll    bool              // 与…相比 compares the whole sentence with it
	group      int               // index in out of the sentence's first observation
}

// sentences reads the sentences of a block whose tokens have been found.
func (d *reading) sentences(b *block, s setting) {
	para := s
	d.parts, d.items, d.itemPlaces, d.itemsEnd = false, d.items[:0], nil, 0
	d.intended = false
	if d.kind != kindNews {
		d.subject = subject{}
	}
	d.told = part{}
	var intended indicators.Period // of the plan that the sentence before told of
	n := int32(len(d.tokens))
	text := b.text
	start, a := int32(0), int32(0)
	var instant indicators.Period // at which the sentence before ends
	for k := int32(0); k <= n; k++ {
		if k < n && !(d.tokens[k].isPunct('。') || d.tokens[k].isPunct('！') || d.tokens[k].isPunct('？')) {
			continue
		}
		end := int32(len(text))
		if k < n {
			end = d.tokens[k].start
		}
		st := &d.current
		*st = sentence{setting: para, start: start, end: end, a: a, b: k, first: true, than: -1, group: len(d.out.Observations)}
		if !instant.IsZero() && d.divides(st) {
			st.rule(instant, fromSentence)
		}
		if !intended.IsZero() && d.divides(st) {
			st.rule(intended, fromSentence) // 计划实施82项。其中：新建52项
			st.status, st.statusFrom = indicators.Target, fromSentence
		}
		d.sentence(st)
		d.intended = st.status == indicators.Target && st.statusFrom == fromSentence
		d.keep(&para, st)
		instant, intended = indicators.Period{}, indicators.Period{}
		if d.kind == kindNews && d.intended {
			intended = st.period
		}
		if st.periodFrom == fromSentence && st.period.Form == indicators.AsOf {
			instant = st.period
		}
		a = k + 1
		if k < n {
			start = d.tokens[k].end
		}
	}
}

// divides reports whether a sentence tells of the parts of what the one before
// named, and so of the same day: 其中, 按性别分, 从年龄看.
func (d *reading) divides(st *sentence) bool {
	if st.a == st.b {
		return false
	}
	if d.tokens[st.a].is(catalog.Part) {
		return true
	}
	k := st.a
	for k < st.b && !(d.tokens[k].kind == tokPunct && parts(d.tokens[k].ref)) {
		k++
	}
	if k == st.b {
		return false
	}
	said := d.text[st.start:d.tokens[k].start]
	_, opens := d.cat.Classes.Dividing.Begins(said)
	_, shuts := d.cat.Classes.Divided.Ends(said)
	return opens && shuts
}

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

// sentence reads the clauses of one sentence.
func (d *reading) sentence(st *sentence) {
	d.homeName = st.home.name
	d.homeCode, _ = indicators.SplitRegion(st.home.code)
	d.st, d.noun, d.fromYear, d.grew, d.outside, d.since = st, "", 0, false, outside{}, indicators.NoBasis
	if d.defines(st) {
		for k := st.a; k < st.b; k++ {
			if d.tokens[k].kind == tokFigure {
				d.drop(&d.figures[d.tokens[k].ref], "definition")
			}
		}
		return
	}
	st.lastFigure = d.lastFigure(st.a, st.b)
	d.plans(st)
	if d.kind == kindNews {
		d.lookAround(&st.setting, st.a, st.b)
		d.arrive(st)
		if d.goesOnPlanning(st) {
			st.status, st.statusFrom = indicators.Target, fromSentence
		}
	}
	d.said = d.said[:0]
	d.leadSet, d.listed, d.doer, d.project = false, part{}, part{}, ""
	if st.a > 0 {
		d.leadPlaces = d.leadPlaces[:0]
	}
	if st.a < st.b && !d.tokens[st.a].is(catalog.Part|catalog.YoY|catalog.MoM) {
		d.parts = false
	}
	start, a := st.start, st.a
	for k := st.a; k <= st.b; k++ {
		if k < st.b {
			t := &d.tokens[k]
			if t.kind != tokPunct || !parts(t.ref) || t.isPunct('—') && d.quoted(t.start) {
				continue
			}
			if shut := d.shortBracket(k, st.b); shut > 0 && t.start > start {
				k = shut
				continue
			}
			if d.asideFigure(st, k) {
				k += 2
				continue
			}
		}
		end := st.end
		if k < st.b {
			end = d.tokens[k].start
		}
		if start < end {
			d.clause(st, start, end, a, k)
		}
		if k < st.b {
			start, a = d.tokens[k].end, k+1
			d.opens(st, &d.tokens[k])
		}
	}
	d.told = d.toldOf(st)
}

// goesOnPlanning reports whether a sentence of a newspaper says further plans:
// 还将; 同时, behind a sentence that ended with one.
func (d *reading) goesOnPlanning(st *sentence) bool {
	if st.status == indicators.Target || st.a >= st.b {
		return false
	}
	named := false // a time to come
	also := d.intended && d.tokens[st.a].start == st.start && d.tokens[st.a].is(catalog.Connect) && hasAny(d.textOf(&d.tokens[st.a]), "同时", "此外", "另外")
	if first := &d.tokens[st.a]; d.intended && first.start == st.start && first.is(catalog.Flow) && !first.is(solid) {
		also = true // 今年要…。新开工改造老旧小区5万个
	}
	for k := st.a; k < st.b; k++ {
		t := &d.tokens[k]
		if t.is(catalog.Done) {
			return false
		}
		if t.kind == tokPeriod {
			if p, ok := d.resolve(d.periods[t.ref], st.period); !ok || !d.after(p) {
				return false
			}
			named = true
		}
		also = also || d.textOf(t) == "还将" && named
	}
	return also
}

// lastFigure returns the last of tokens a to b that is a figure, -1 for none.
func (d *reading) lastFigure(a, b int32) int32 {
	for k := b - 1; k >= a; k-- {
		if d.tokens[k].kind == tokFigure {
			return k
		}
	}
	return -1
}

// plans lets a sentence of a report that names its targets begin the plan of
// the year.
func (d *reading) plans(st *sentence) {
	if d.kind != kindReport || d.year == 0 {
		return
	}
	if namesTargets(d.text[st.start:st.end]) {
		st.rule(indicators.Year(d.year), fromSection)
		st.status, st.statusFrom = indicators.Target, fromSection
		st.run, st.runFrom = indicators.Period{}, fromSection
		return
	}
	if st.status != indicators.Target && st.run.IsZero() && !d.after(st.period) && d.onlyRough(st) {
		st.rule(indicators.Year(d.year), fromSentence)
		st.status, st.statusFrom = indicators.Target, fromSentence
	}
}

// onlyRough reports whether a sentence gives several figures and each as 左右, 以上
// or 以内, and one as 左右: 能耗降低3%左右，粮食产量保持在1.3万亿斤以上. What has been
// measured is not told so.
func (d *reading) onlyRough(st *sentence) bool {
	n, about := 0, false
	for k := st.a; k < st.b; k++ {
		t := &d.tokens[k]
		switch {
		case t.kind == tokFigure:
			printed := d.textOf(t)
			if !hasAny(printed, "左右", "以上", "以内") {
				return false
			}
			about = about || strings.HasSuffix(printed, "左右")
			n++
		case t.kind == tokPeriod || t.is(catalog.Done) || hasAny(d.textOf(t), "预计", "累计", "稳定在"):
			return false
		}
	}
	return n > 1 && about
}

// namesTargets reports whether a sentence goes on to tell what the targets are.
func namesTargets(said string) bool {
	for {
		i := strings.Index(said, "目标")
		if i < 0 {
			return false
		}
		said = said[i+len("目标"):]
		if strings.HasPrefix(said, "是") || strings.HasPrefix(said, "为") || strings.HasPrefix(said, "：") {
			return true
		}
	}
}

// shortBracket returns the token that closes the bracket which token k opens,
// where what it holds is a few words and no figure: 县（市、区）; else 0.
func (d *reading) shortBracket(k, b int32) int32 {
	if !d.tokens[k].isPunct('（') {
		return 0
	}
	for j := k + 1; j < b && d.tokens[j].end-d.tokens[k].start <= 60; j++ {
		switch t := &d.tokens[j]; {
		case t.isPunct('）'):
			return j
		case t.kind == tokFigure || t.isPunct('（') || t.isPunct('，') || t.isPunct('：') || t.isPunct('；'):
			return 0
		}
	}
	return 0
}

// parts reports whether a mark of punctuation parts clauses.
func parts(r int32) bool {
	switch rune(r) {
	case '，', '；', '：', '（', '）', '…', '—', gap, '▲', '■', '●', '◆', '★', '▶', '►', '◇', '○', '□', '※', '•', '【', '】':
		return true
	}
	return false
}

// opens does what a mark between clauses does to the setting.
func (d *reading) opens(st *sentence, t *token) {
	switch {
	case t.isPunct('（'):
		d.openBracket(st)
	case t.isPunct('）'):
		d.shutBracket(st)
	}
	switch {
	case t.isPunct('；'):
		if !st.span.IsZero() {
			st.rule(st.span, fromSentence)
			st.span = indicators.Period{}
		}
		d.leadSet, d.listed, d.doer, d.project = false, part{}, part{}, ""
	case t.isPunct('（') && !st.first:
		d.openParts() // 播种面积1128万亩（水田168万亩）
	case t.isPunct('）'):
		if d.parts {
			d.parts, d.subject = false, d.whole
		}
		if d.leadSet {
			d.leadEnd = t.start // 价格指数（上年=100）为100.3
		}
	}
}

// defines reports whether a sentence says what a word means, so that its
// numbers are no figures. What a bracket without figures says defines nothing:
// 孔庙（包括家庙）.
func (d *reading) defines(st *sentence) bool {
	for k := st.a; k < st.b; k++ {
		if shut := d.shortBracket(k, st.b); shut > 0 {
			k = shut
			continue
		}
		if d.tokens[k].is(catalog.Define) && !(d.kind == kindNews && d.textOf(&d.tokens[k]) == "包括") {
			return true
		}
	}
	return false
}
