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

// lastFigure returns the last of tokens a to b that is a figure, -1 for none.
func (d *reading) lastFigure(a, b int32) int32 {
	for k := b - 1; k >= a; k-- {
		if d.tokens[k].kind == tokFigure {
			return k
		}
	}
	return -1
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
