package extract

import (
	"strings"
	"unicode/utf8"

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
	first      bool              // no clause with a figure has been read
	group      int               // index in out of the sentence's first observation
}

// sentences reads the sentences of a block whose tokens have been found.
func (d *reading) sentences(b *block, s setting) {
	para := s
	d.parts, d.items = false, d.items[:0]
	if d.kind != kindNews {
		d.subject = subject{}
	}
	n := int32(len(d.tokens))
	text := b.text
	start, a := int32(0), int32(0)
	for k := int32(0); k <= n; k++ {
		if k < n && !(d.tokens[k].isPunct('。') || d.tokens[k].isPunct('！') || d.tokens[k].isPunct('？')) {
			continue
		}
		end := int32(len(text))
		if k < n {
			end = d.tokens[k].start
		}
		st := sentence{setting: para, start: start, end: end, a: a, b: k, first: true, group: len(d.out.Observations)}
		d.sentence(&st)
		d.keep(&para, &st)
		a = k + 1
		if k < n {
			start = d.tokens[k].end
		}
	}
}

// keep lets what a sentence has set rule its paragraph, and in some cases the
// section: a period at the head of a sentence does, an older one is a
// flash-back that ends with it.
func (d *reading) keep(para *setting, st *sentence) {
	if p := st.head; !p.IsZero() {
		older := !para.period.IsZero() && p.Last.Before(para.period.First)
		ahead := d.kind != kindReport && st.status == indicators.Target && para.status != indicators.Target
		if !older && !ahead {
			para.rule(p, fromParagraph)
			d.frameArticle(p)
		}
	}
	if st.runFrom == fromSection && st.run != d.section.run {
		para.run, para.runBase = st.run, st.runBase
		d.section.run, d.section.runBase = st.run, st.runBase
	}
	if !st.run.IsZero() {
		para.runBase = st.runBase
	}
	if st.regionFrom == fromSentence && d.kind == kindNews && st.home != para.home {
		para.home = st.home
	}
	if st.status != para.status && st.statusFrom == fromSection {
		para.status, para.statusFrom = st.status, fromSection
		if d.section.status != st.status {
			d.section.status, d.section.statusFrom = st.status, fromSection
			d.section.rule(st.period, fromSection)
		}
	}
}

// sentence reads the clauses of one sentence.
func (d *reading) sentence(st *sentence) {
	d.homeName = st.home.name
	d.st, d.noun, d.fromYear, d.grew = st, "", 0, false
	if d.defines(st) {
		for k := st.a; k < st.b; k++ {
			if d.tokens[k].kind == tokFigure {
				d.drop(&d.figures[d.tokens[k].ref], "definition")
			}
		}
		return
	}
	d.plans(st)
	d.said = d.said[:0]
	d.leadSet = false
	if st.a < st.b && !d.tokens[st.a].is(catalog.Part|catalog.YoY|catalog.MoM) {
		d.parts = false
	}
	start, a := st.start, st.a
	for k := st.a; k <= st.b; k++ {
		if k < st.b {
			t := &d.tokens[k]
			if t.kind != tokPunct || !parts(t.ref) {
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
}

// plans lets a sentence of a report that names its targets begin the plan of
// the year.
func (d *reading) plans(st *sentence) {
	if d.kind != kindReport || d.year == 0 {
		return
	}
	if hasAny(d.text[st.start:st.end], "目标是", "目标为", "目标：") {
		st.rule(indicators.Year(d.year), fromSection)
		st.status, st.statusFrom = indicators.Target, fromSection
		st.run, st.runFrom = indicators.Period{}, fromSection
	}
}

// parts reports whether a mark of punctuation parts clauses.
func parts(r int32) bool {
	switch rune(r) {
	case '，', '；', '：', '（', '）', '…', '—', '▲', '■', '●', '◆', '★', '【', '】':
		return true
	}
	return false
}

// opens does what a mark between clauses does to the setting.
func (d *reading) opens(st *sentence, t *token) {
	switch {
	case t.isPunct('；'):
		d.leadSet = false
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
// numbers are no figures.
func (d *reading) defines(st *sentence) bool {
	for k := st.a; k < st.b; k++ {
		if d.tokens[k].is(catalog.Define) {
			return true
		}
	}
	return false
}

// A value is one value of a clause: a figure, the two ends of a range, or the
// parts of a ratio.
type value struct {
	figs  []int32 // indices in figures
	token int32   // of the first
	last  int32   // token of the last
	own   *phrase // its own predicate in a list: 增长6.3%和[下降]2.8%; nil for the list's
}

// clause reads bytes start to end of the passage, between two marks.
func (d *reading) clause(st *sentence, start, end int32, a, b int32) {
	var values []value
	for k := a; k < b; k++ {
		if d.tokens[k].kind != tokFigure {
			continue
		}
		f := &d.figures[d.tokens[k].ref]
		if reason := d.noFigure(st, k, a, b, end); reason != "" {
			d.drop(f, reason)
			continue
		}
		n := len(values)
		if n > 0 && d.sameValue(&values[n-1], k) {
			values[n-1].figs = append(values[n-1].figs, d.tokens[k].ref)
			values[n-1].last = k
			continue
		}
		values = append(values, value{figs: []int32{d.tokens[k].ref}, token: k, last: k})
	}
	if len(values) == 0 {
		d.bare(st, start, end, a, b)
		return
	}
	from, at := start, a
	var before phrase
	d.taken = 0
	for i := 0; i < len(values); {
		n := 1
		for i+n < len(values) && d.follows(values[i+n-1], values[i+n]) {
			n++
		}
		run := values[i : i+n]
		first := &d.figures[run[0].figs[0]]
		stop := end
		next := b
		if i+n < len(values) {
			next = values[i+n].token
			stop = d.figures[values[i+n].figs[0]].start
		}
		p := d.phraseOf(from, first.start, at, run[0].token)
		if m := d.eachRun(&p, values[i:], n); m > n {
			n, run = m, values[i:i+m]
			stop, next = end, b
			if i+n < len(values) {
				next = values[i+n].token
				stop = d.figures[values[i+n].figs[0]].start
			}
		}
		if i > 0 && d.bareLink(values[i-1], values[i]) {
			own, scene := before, before.scene
			own.noun, own.object, own.of, own.scene = part{}, part{}, part{}, scene[:0]
			p = own // 各增6条、4个: one predicate for both
		}
		before = p
		if i > 0 && !p.noun.empty() {
			d.lastPiece(&p, from, first.start, at, run[0].token)
		}
		d.listVerb(&p, first, i > 0 && at < b && d.tokens[at].start == from && (d.tokens[at].isPunct('、') || d.tokens[at].is(catalog.Link)))
		last := run[n-1]
		d.bind(st, &p, run, d.tokens[last.last].end, stop, last.last+1, next)
		from, at = d.tokens[last.last].end, last.last+1
		for d.taken > from && at < next && d.tokens[at].start < d.taken {
			at++
		}
		from = max(from, d.taken)
		i += n
	}
}

// eachRun returns how many of the values, n of which are one list already,
// belong to the names that 分别 pairs them with: each may have a unit and a verb
// of its own.
func (d *reading) eachRun(p *phrase, values []value, n int) int {
	if !p.has(catalog.Each) {
		return n
	}
	for n < len(values) {
		v, w := values[n-1], &values[n]
		k := v.last + 1
		if k >= w.token || d.tokens[k].start != d.tokens[v.last].end || !(d.tokens[k].isPunct('、') || d.tokens[k].is(catalog.Link)) {
			break
		}
		q := d.phraseOf(d.tokens[k].end, d.figures[w.figs[0]].start, k+1, w.token)
		if !q.noun.empty() || !q.object.empty() || len(q.scene) > 0 {
			break
		}
		if q.verb != nil || q.traits != 0 {
			q.compare, q.base, q.own = p.compare, p.base, p.own
			q.traits |= p.traits &^ (change | catalog.To | catalog.Net | catalog.Exceed)
			w.own = &q
		}
		n++
	}
	return n
}

// lastPiece takes a phrase that follows another figure from its last 、 on,
// where only a predicate stands behind it: 5.53万亿元、稳居前十、增长4.8%.
func (d *reading) lastPiece(p *phrase, from, end int32, a, b int32) {
	for k := b - 1; k >= a; k-- {
		if !d.tokens[k].isPunct('、') {
			continue
		}
		q := d.phraseOf(d.tokens[k].end, end, k+1, b)
		if q.noun.empty() && q.verb != nil && d.tokens[k].start > from {
			*p = q
		}
		return
	}
}

// listVerb lets the verb that opens a list rule its further members:
// 新增甲企业5家、乙企业3家.
func (d *reading) listVerb(p *phrase, f *figure, member bool) {
	var flow *token
	if p.noun.a < p.noun.b {
		if t := &d.tokens[p.noun.a]; t.start == p.noun.start && t.is(catalog.Flow) && t.end < p.noun.end {
			flow = t
		}
	}
	if !member {
		d.opened = opener{}
		if flow != nil {
			d.opened.flow, d.opened.dimension = d.textOf(flow), d.class(f)
			d.opened.traits = flow.word.Traits & catalog.Net
		} else if flow == nil && p.left != nil {
			d.opened.verb, d.opened.traits = p.left, p.left.Traits
		}
		return
	}
	if flow == nil && !p.noun.empty() && p.verb == nil {
		if d.opened.flow != "" && d.opened.dimension == d.class(f) {
			p.flowName = d.opened.flow
		}
		p.verb = d.opened.verb
		p.traits |= d.opened.traits
		p.member = d.opened.verb != nil
	}
}

// sameValue reports whether figure token k is a further part of a value: the
// upper end of a range, the next part of a ratio.
func (d *reading) sameValue(v *value, k int32) bool {
	f, prev := &d.figures[d.tokens[k].ref], &d.figures[v.figs[len(v.figs)-1]]
	switch f.form {
	case figureRangeHigh:
		return prev.form == figureRangeLow
	case figureRatio:
		return prev.form == figureRatio && f.start-prev.end <= 4
	}
	return false
}

// follows reports whether value w belongs to one list with v: nothing but 、 or
// 和 stands between them.
func (d *reading) follows(v, w value) bool {
	if !d.bareLink(v, w) {
		return false
	}
	f, g := &d.figures[v.figs[0]], &d.figures[w.figs[0]]
	if rank := d.unitClass(f) == rankUnit; rank || d.unitClass(g) == rankUnit {
		return rank && d.unitClass(g) == rankUnit
	}
	return f.unit == g.unit && d.unitClass(f) == d.unitClass(g) || f.unit < 0 ||
		d.cat.Units.At(int(f.unit)).Name == "个" && d.unitClass(g) == pointUnit
}

// bareLink reports whether nothing but 、 or 和 stands between two values.
func (d *reading) bareLink(v, w value) bool {
	from := d.tokens[v.last].end
	for k := v.last + 1; k < w.token; k++ {
		t := &d.tokens[k]
		if !d.blank(from, t.start) || !(t.isPunct('、') || t.is(catalog.Link)) {
			return false
		}
		from = t.end
	}
	return d.blank(from, d.tokens[w.token].start) && w.token > v.last+1
}

// class returns the dimension of a figure's unit.
func (d *reading) class(f *figure) string { return d.cat.Units.At(int(f.unit)).Dimension }

// unitClass tells what kind of role a figure's unit allows.
func (d *reading) unitClass(f *figure) unitClass {
	switch f.form {
	case figureRatio:
		return ratioUnit
	case figureOrdinal, figureTop:
		return rankUnit
	case figurePercent, figureFraction:
		return percentUnit
	case figureDoubling:
		return timesUnit
	}
	switch u := d.cat.Units.At(int(f.unit)); {
	case u.Name == "百分点" || u.Name == "千分点":
		return pointUnit
	case u.Name == "%" || u.Name == "‰":
		return percentUnit
	case u.Name == "倍":
		return timesUnit
	}
	return amountUnit
}

// noFigure returns the reason why the figure of token k is none of an
// indicator, "" where it is one.
func (d *reading) noFigure(st *sentence, k, a, b, end int32) string {
	f := &d.figures[d.tokens[k].ref]
	d.unitFromNoun(f, k, b)
	if !f.form.counts() {
		return reasonOf(f.form)
	}
	if f.han && f.mant == 1 && f.exp == 0 && f.form == figurePlain && d.unitClass(f) == amountUnit {
		return "rhetoric" // 一亩能落几千元
	}
	if d.inName(f) || int(f.end) < len(d.text) && isLetter(rune(d.text[f.end])) && d.class(f) == "count" {
		return "name"
	}
	switch f.form {
	case figureBare:
		if d.ratioLike(k, max(a, k-40), min(b, k+40)) {
			return ""
		}
		return "no unit"
	case figureRound:
		if f.bound == indicators.Exact && !(k > a && d.tokens[k-1].end == f.start && d.tokens[k-1].is(predicate)) {
			return "unit" // 单位：亿元
		}
	case figureOrdinal, figureTop:
		if !d.isRank(f) || !d.ranks(k, a) {
			return "ordinal"
		}
		return ""
	}
	switch u := d.cat.Units.At(int(f.unit)); u.Dimension {
	case "ordinal", "grade", "calendar", "voltage", "age", "temperature":
		return u.Dimension
	case "duration":
		if u.Name != "天" {
			return u.Dimension
		}
	}
	if d.threshold(k, b, end) {
		return "threshold"
	}
	if d.attribute(k, a, b) {
		return "attribute"
	}
	if strings.HasPrefix(d.text[f.end:end], "方面") || strings.HasSuffix(d.text[f.start:f.end], "周年") {
		return "rhetoric"
	}
	if d.class(f) == "count" && strings.HasSuffix(d.text[f.end:end], "之一") && end-f.end < 60 {
		return "one of"
	}
	return ""
}

// unitFromNoun gives a number with magnitude the unit that the noun behind it
// implies: 6434万农村人口 counts 人, 突破千亿产值 means 元.
func (d *reading) unitFromNoun(f *figure, k, b int32) {
	if f.unit >= 0 || k+1 >= b || f.form != figureBare && f.form != figureWord && f.form != figureRound || f.exp < 4 {
		return
	}
	unit := ""
	from := f.end
	for j := k + 1; j < b && j < k+4; j++ {
		t := &d.tokens[j]
		if t.kind == tokPunct || t.start-from > 12 {
			break
		}
		from = t.end
		if !t.is(catalog.HeadNoun) {
			continue
		}
		word := d.textOf(t)
		switch {
		case t.word.Head == catalog.CountHead && hasAny(word, "人口", "人员", "对象", "群众", "职工", "学生", "农民", "居民"):
			unit = "人"
		case t.word.Head == catalog.AmountHead && f.bound == indicators.AtLeast && hasAny(word, "产值", "营收", "营业收入", "规模", "增加值"):
			unit = "元"
		}
		break
	}
	if unit == "" {
		return
	}
	if i, n := d.cat.Units.Match(unit, 0); n > 0 {
		f.unit, f.form = int16(i), figurePlain
	}
}

// inName reports whether a figure stands in a short quotation, which is a name:
// “五重百项”.
func (d *reading) inName(f *figure) bool {
	const longest = 42 // bytes of a name in quotation marks
	from := max(0, int(f.start)-longest)
	open := strings.LastIndex(d.text[from:f.start], "“")
	if open < 0 || strings.Contains(d.text[from+open:f.start], "”") {
		return false
	}
	open += from
	if open+longest < int(f.end) {
		return false
	}
	shut := strings.Index(d.text[f.end:min(len(d.text), open+longest+3)], "”")
	return shut >= 0 && !strings.ContainsAny(d.text[open:int(f.end)+shut], "，。,")
}

// reasonOf gives the reason that the form of a number says.
func reasonOf(f figureForm) string {
	switch f {
	case figureRhetorical:
		return "rhetoric"
	case figureWord:
		return "word"
	case figureVague:
		return "vague"
	case figureIdentifier:
		return "name"
	case figureFormula:
		return "formula"
	}
	return "too long"
}

// ratioLike reports whether a number without unit may stand in a list whose
// last member has the unit, or behind a word that wants no unit.
func (d *reading) ratioLike(k, a, b int32) bool {
	for j := k + 1; j < b; j++ {
		t := &d.tokens[j]
		if t.isPunct('、') || t.is(catalog.Link) {
			continue
		}
		if t.kind == tokFigure && (d.figures[t.ref].form != figureBare || d.ratioLike(j, a, b)) {
			return true
		}
		break
	}
	for j := k - 1; j >= a; j-- {
		t := &d.tokens[j]
		if t.is(catalog.HeadNoun | catalog.Known) {
			return bareIndex(d.textOf(t))
		}
	}
	if d.leadSet && bareIndex(d.text[d.lead.start:d.lead.end]) && d.tokens[k].start-d.leadEnd < 12 {
		return true
	}
	return bareIndex(d.subject.name) && k > a && d.tokens[k-1].end == d.tokens[k].start && d.tokens[k-1].is(change|catalog.Arrive)
}

// bareIndex reports whether an indicator of this name is measured by a bare
// number.
func bareIndex(name string) bool {
	return strings.HasSuffix(name, "比") || strings.HasSuffix(name, "系数") || strings.HasSuffix(name, "指数")
}

// ranks reports whether an ordinal is a place in an order: behind 居, 列, 排 or
// a scope such as 全省.
func (d *reading) ranks(k, a int32) bool {
	pos := d.figures[d.tokens[k].ref].start
	for j := k - 1; j >= a; j-- {
		t := &d.tokens[j]
		if pos-t.end > 24 {
			return false
		}
		if t.is(catalog.RankVerb) && !t.is(solid) {
			return true
		}
		if t.is(catalog.Here|catalog.Region|catalog.Scope) && d.blank(t.end, pos) {
			return true
		}
		if t.kind == tokFigure && d.figures[t.ref].form == figureOrdinal {
			pos = t.start
			continue
		}
	}
	return false
}

// threshold reports whether a figure only narrows the noun behind it:
// 亿元以上项目320个, 65岁以上人口.
func (d *reading) threshold(k, b, end int32) bool {
	f := &d.figures[d.tokens[k].ref]
	printed := d.text[f.start:f.end]
	if !hasAny(printed, "以上", "以下", "以内") {
		return false
	}
	next, _ := utf8.DecodeRuneInString(d.text[f.end:end])
	if f.end >= end || isPunctuation(next) {
		return false
	}
	if k+1 < b && d.tokens[k+1].start == f.end && d.tokens[k+1].is(predicate|catalog.Verb) && !d.tokens[k+1].is(solid) {
		return false
	}
	return true
}

// attribute reports whether a figure is the size of the things that a count
// behind it counts: 200万千瓦机组1台.
func (d *reading) attribute(k, a, b int32) bool {
	f := &d.figures[d.tokens[k].ref]
	of := k+1 < b && d.tokens[k+1].start == f.end && d.tokens[k+1].is(catalog.Of)
	switch d.class(f) {
	case "power", "mass", "apparent-power", "volume":
	case "money":
		if !of {
			return false
		}
	default:
		return false
	}
	if !of && k+1 < b && d.tokens[k+1].is(predicate|catalog.Verb) && d.tokens[k+1].start == f.end {
		return false
	}
	for j := k + 1; j < b; j++ {
		t := &d.tokens[j]
		if t.kind == tokPunct {
			return false
		}
		if t.kind == tokFigure {
			g := &d.figures[t.ref]
			return d.class(g) == "count" && g.form == figurePlain && g.start-f.end >= 6
		}
	}
	return false
}

// bare reads a clause without figures: it may set the scene for what follows.
func (d *reading) bare(st *sentence, start, end int32, a, b int32) {
	p := d.phraseOf(start, end, a, b)
	p.bare = true
	if p.own >= 0 && !d.periods[d.tokens[p.own].ref].span() && !p.has(catalog.From) {
		p.scene = append(p.scene, p.own)
	}
	region, from := st.region, st.regionFrom
	d.set(st, &p)
	if d.kind != kindNews && !p.noun.empty() {
		st.region, st.regionFrom = region, from // it dies with a clause that tells of something else
	}
	d.leadPlaces, d.leadPeriods = d.leadPlaces[:0], d.leadPeriods[:0]
	if d.manyOf(&p, func(t *token) bool { return t.kind == tokPeriod }) {
		d.leadPeriods = append(d.leadPeriods, p.scene...)
	}
	for _, k := range p.scene {
		if d.tokens[k].is(catalog.Region) {
			if q, ok := d.regionAt(int(k), &st.setting); ok {
				d.leadPlaces = append(d.leadPlaces, q)
			}
		}
	}
	n := d.headedNoun(p.noun)
	if n.empty() && d.partNoun(d.compose(p.noun)) {
		n = d.lastModified(p.noun) // 起步不久的北斗产业，
	}
	if !n.empty() {
		d.lead, d.leadSet, d.leadEnd = n, true, end
	}
	if p.has(catalog.Part) {
		d.openParts()
	}
}

// headedNoun cuts a noun behind its last head: 粮食产量再创新高 gives 粮食产量. It is
// empty where the noun holds no head.
func (d *reading) headedNoun(n part) part {
	for k := n.b - 1; k >= n.a; k-- {
		if t := &d.tokens[k]; t.is(catalog.Known) || t.is(catalog.HeadNoun) && t.word.Head != catalog.CountHead {
			return part{n.start, d.tokens[k].end, n.a, k + 1}
		}
	}
	return part{}
}

// lastModified cuts a noun behind its last 的.
func (d *reading) lastModified(n part) part {
	for k := n.b - 1; k >= n.a; k-- {
		if t := &d.tokens[k]; t.is(catalog.Of) && t.end < n.end {
			return part{t.end, n.end, k + 1, n.b}
		}
	}
	return n
}

// openParts begins a list of parts: what stood before is their whole.
func (d *reading) openParts() {
	if !d.parts && d.subject.name != "" {
		d.whole, d.parts = d.subject, true
		if d.whole.share && !d.thing.empty() {
			d.whole = d.thing
		}
	}
}

// set lets the scene of a phrase rule the rest of its sentence.
func (d *reading) set(st *sentence, p *phrase) {
	if d.manyOf(p, func(t *token) bool { return t.kind == tokPeriod }) || d.manyOf(p, func(t *token) bool { return t.is(catalog.Region) }) {
		return // 5月、6月…分别: each of its own figure
	}
	for _, k := range p.scene {
		t := &d.tokens[k]
		if t.kind == tokPeriod {
			if !p.bare && d.ofGoal(p, k) {
				continue // 完成全年目标的59.4%
			}
			if w := d.periods[t.ref]; t.start < p.noun.start || !w.span() {
				d.setPeriod(st, w)
			}
			continue
		}
		d.setPlace(st, int(k))
	}
	if p.has(catalog.Done) && !p.has(catalog.Intend) && st.statusFrom == fromSentence && d.kind != kindReport {
		st.status = indicators.Actual // 计划种植…，目前已完成…
	}
	if p.has(catalog.Intend) && (d.kind == kindNews || d.kind == kindOther) {
		st.status, st.statusFrom = indicators.Target, fromSentence
	}
}

// ofGoal reports whether the period of token k is that of a goal: 全年目标.
func (d *reading) ofGoal(p *phrase, k int32) bool {
	if int(k)+1 >= len(d.tokens) || !p.has(catalog.Sum|catalog.Lead) {
		return false
	}
	next := &d.tokens[k+1]
	return next.start == d.tokens[k].end && next.is(catalog.HeadNoun) && next.word.Head == catalog.GoalHead
}

// manyOf reports whether the scene lists periods, or places.
func (d *reading) manyOf(p *phrase, is func(*token) bool) bool {
	n := 0
	for i, k := range p.scene {
		if is(&d.tokens[k]) && (i == 0 || k == p.scene[i-1]+2 && (d.tokens[k-1].isPunct('、') || d.tokens[k-1].is(catalog.Link))) {
			n++
		}
	}
	return n > 1
}

func (d *reading) setPlace(st *sentence, k int) {
	t := &d.tokens[k]
	if t.is(catalog.Here) {
		if word := d.textOf(t); (word == "全国" || word == "我国") && d.local && !d.nationSpeaks(k) {
			return // an attribute, or what the place is compared with
		}
		if p, ok := d.here(d.textOf(t), &st.setting); ok {
			st.at(p, fromSentence)
		}
		return
	}
	if p, ok := d.regionAt(k, &st.setting); ok {
		st.at(p, fromSentence)
		if strings.HasSuffix(p.name, "区") {
			d.zone = p
		}
		if d.kind == kindNews {
			st.home = p
		}
	}
}

// nationSpeaks reports whether 全国 stands right before the name of an indicator.
func (d *reading) nationSpeaks(k int) bool {
	return k+1 < len(d.tokens) && d.tokens[k+1].start == d.tokens[k].end && d.tokens[k+1].is(catalog.Known)
}

func (d *reading) setPeriod(st *sentence, w periodWord) {
	if w.reference() && !w.asOf() {
		return
	}
	p, ok := d.resolve(w, st.period)
	if !ok {
		return
	}
	if p.First == p.Last && !w.asOf() {
		return // the day of an event
	}
	if d.kind != kindReport && !strings.HasSuffix(d.text[w.start:w.end], "年度") && w.future(periodContext{Published: d.doc.Published, Frame: st.period}) {
		st.status, st.statusFrom = indicators.Target, fromSentence
	}
	if w.kind == periodPlan && !d.planRules(w) {
		return // “十五五”规划, 实现“十五五”良好开局: named, not ruling
	}
	if d.kind == kindReport {
		if w.span() && p.Last.Year > p.First.Year {
			st.run, st.runFrom = p, fromSection
			st.runBase = indicators.Year(int(p.First.Year) - 1)
			if d.after(p) {
				st.status, st.statusFrom = indicators.Target, fromSentence
			}
			return
		}
		st.run, st.runFrom = indicators.Period{}, fromSentence // a year of its own
		if w.kind == periodRolling && w.span() {
			st.runFrom = fromSection // 一年来: the run is over
		}
		if d.after(p) {
			st.status, st.statusFrom = indicators.Target, fromSentence
			if p.IsYear() && int(p.Last.Year) == d.year {
				st.statusFrom = fromSection
			}
		}
	}
	st.rule(p, fromSentence)
	if p.Form != indicators.AsOf {
		st.head = p
	}
}

// frameArticle lets the first period of an article rule it: one of a year or
// less, no flash-back; a part of the year that rules takes its place.
func (d *reading) frameArticle(p indicators.Period) {
	if d.kind == kindReport || d.kind == kindBulletin || p.First.Year != p.Last.Year || d.flashBack(p) {
		return
	}
	now := d.section.period
	narrower := d.section.periodFrom == fromArticle && (now.IsYear() || now.Form == indicators.ToDate) && !p.IsYear() &&
		p.First.Year == now.First.Year && !now.Last.Before(p.Last) && p.Frequency() != "M"
	if now.IsZero() || narrower {
		d.section.rule(p, fromArticle)
	}
}

// flashBack reports whether a period is too old to rule an article.
func (d *reading) flashBack(p indicators.Period) bool {
	return p.Last.Year < d.doc.Published.Year-1
}

// planRules reports whether a five-year plan is named as a time and not as a
// plan: “十四五”时期, “十四五”以来, “十四五”末.
func (d *reading) planRules(w periodWord) bool {
	word := d.text[w.start:w.end]
	if hasAny(word, "时期", "期间", "以来", "末", "年") || int(w.end) == len(d.text) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(d.text[w.end:])
	return next == '，' || next == ','
}

// after reports whether a period ends after the document was published, and
// so can only be intended.
func (d *reading) after(p indicators.Period) bool {
	return !d.doc.Published.IsZero() && d.doc.Published.Before(p.Last) && p.Form != indicators.ToDate
}
