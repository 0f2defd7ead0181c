package extract

import (
	"strings"

	"suanpan/indicators/catalog"
)

// nextDeed returns the token of the count behind this one where a verb of
// process alone stands between them, so that both are counts of the noun behind
// the second: 新建12座、改造30座公厕. It is 0 where there is none.
func (d *reading) nextDeed(f *figure, after int32, a, b int32) int32 {
	if a >= b || d.tokens[a].start != after || !d.joins(a) || int(b) >= len(d.tokens) || d.tokens[b].kind != tokFigure {
		return 0
	}
	from := d.tokens[a].end
	for k := a + 1; k < b; k++ {
		if t := &d.tokens[k]; t.start != from || !t.is(catalog.Flow) || t.is(solid) {
			return 0
		}
		from = d.tokens[k].end
	}
	if g := &d.figures[d.tokens[b].ref]; from == after+3 || d.tokens[b].start != from || g.unit != f.unit {
		return 0
	}
	return b
}

// rightNoun returns the noun behind a count whose own phrase names nothing:
// 建成60个充电站.
func (d *reading) rightNoun(p *phrase, v value, after, stop int32, a, b int32, noun string) string {
	f := &d.figures[v.figs[0]]
	if noun == "" && f.form == figurePercent && !p.has(catalog.ShareOf) && after < stop {
		return d.sharers(after, stop, a, b)
	}
	if d.unitClass(f) != amountUnit || after >= stop {
		return ""
	}
	if next := d.nextDeed(f, after, a, b); next > 0 && (noun == "" || d.onlyVerbs(p.noun) || d.endsInVerb(p.noun)) {
		defer func(taken int32) { d.taken = taken }(d.taken) // the noun is the second's
		end, last := int32(len(d.text)), next+1
		for ; last < int32(len(d.tokens)); last++ {
			if t := &d.tokens[last]; t.kind == tokPunct || t.kind == tokFigure {
				end = t.start
				break
			}
		}
		return d.rightNoun(p, value{figs: []int32{d.tokens[next].ref}}, d.tokens[next].end, end, next+1, last, noun)
	}
	if a < b && d.tokens[a].kind == tokPunct && d.tokens[a].start == after {
		return ""
	}
	if noun == "" && p.noun.empty() && d.class(f) == "people" {
		if name := d.benefited(after, stop); name != "" {
			d.taken = stop
			return name
		}
	}
	raw := d.text[p.noun.start:p.noun.end]
	examples := strings.HasSuffix(raw, "等") && d.class(f) != "money"
	verb := noun
	switch {
	case noun == "" && p.noun.empty() && d.noun != "" && a < b && d.tokens[a].start == after && d.tokens[a].is(catalog.Of) && d.ownerBehind(after, stop, a, b, d.noun) != "":
		return d.ownerBehind(after, stop, a, b, d.noun) // 投资2亿元的住房、1亿元的管网
	case noun == "" || d.onlyVerbs(p.noun):
	case examples:
		verb = ""
		if t := p.noun.a; t < p.noun.b && d.tokens[t].start == p.noun.start && d.tokens[t].is(catalog.Flow) {
			verb = d.textOf(&d.tokens[t])
		}
	default:
		if name := d.ownerBehind(after, stop, a, b, noun); name != "" {
			return name
		}
		if name := d.headBehind(p, after, stop, a, b, noun); name != "" {
			return name
		}
		if _, head, _ := d.splitHead(noun); head != "" || d.class(f) != "count" && d.class(f) != "people" && !d.endsInVerb(p.noun) {
			return ""
		}
		verb = d.lastVerb(p.noun, noun)
		if verb == "" && len(noun) > 24 {
			return ""
		}
	}
	end := stop
	last := b
	if right := d.awarded(after, stop, a, b); right != "" {
		return verb + right
	}
	for k := a; k < b; k++ {
		t := &d.tokens[k]
		if t.kind == tokPunct && !(t.isPunct('—') && d.quoted(t.start)) && (t.ref != '、' || stop < int32(len(d.text)) && k+1 >= b) || t.kind == tokPeriod || t.kind == tokFigure && !(t.start <= after+3 && t.end < stop) ||
			d.endsNoun(k, stop) && !(examples && t.start == after) ||
			t.is(catalog.Adverb) && t.end-t.start >= 6 && t.start > after && !t.is(solid|catalog.Flow) {
			end, last = t.start, k
			break
		}
	}
	if end-after > 90 || end <= after {
		return ""
	}
	shared := b < int32(len(d.tokens)) && d.tokens[b].kind == tokFigure // it may be the next figure's noun
	if k := d.listEnd(after, stop, a, b); k >= 0 && d.tokens[k].start <= end {
		end, last, shared = d.tokens[k].start, k, false
	}
	for k := a; k < b && shared; k++ {
		shared = d.tokens[k].kind != tokPunct || d.tokens[k].isPunct('、')
	}
	if shared {
		for k := a; k < b; k++ {
			if t := &d.tokens[k]; t.is(catalog.Flow) && !t.is(solid) && t.start > after && t.end-t.start >= 6 && t.start < end && d.endsCounted(d.text[after:t.start]) {
				end, last, shared = t.start, k, false // 8个重点县建设基地6万亩
				break
			}
			t := &d.tokens[k]
			if t.is(catalog.HeadNoun) && t.word.Head == catalog.CountHead && t.end < end {
				end, last = t.end, k+1
				break
			}
			if i := strings.Index(d.textOf(t), "完成"); i > 0 && t.is(catalog.Known) {
				end, last = t.start+int32(i), k // 重点项目|完成投资
				break
			}
		}
	}
	right := strings.TrimSuffix(strings.TrimPrefix(d.compose(part{after, end, a, last}), "的"), "的")
	right, _ = d.cat.Classes.Manner.Ends(right)
	if i := strings.Index(right, "的年度目标"); i > 0 {
		right = right[:i]
	}
	if right == "" {
		return ""
	}
	if !shared {
		d.taken = end
	}
	if cut, ok := strings.CutSuffix(right, "中"); ok && !strings.HasSuffix(right, "初中") && !strings.HasSuffix(right, "高中") {
		return d.predicated(end) + cut // 在5项工作中，获得表扬
	}
	if noun == "" && d.leadSet {
		if w, ok := d.cat.Words.ByText(right); ok && w.Is(catalog.HeadNoun) {
			return join(d.compose(d.lead), right)
		}
	}
	if verb == "" {
		verb = p.flowName
	}
	return verb + right
}

// endsCounted reports whether a noun ends as the names of counted things do, so that
// a verb behind it is said of them: 重点县, 农牧户, 专项资金.
func (d *reading) endsCounted(noun string) bool {
	_, head, _ := d.splitHead(noun)
	return head != "" || strings.ContainsAny(noun[max(0, len(noun)-3):], "户村县区镇乡市")
}

// endsNoun reports whether token k is a verb that ends the noun behind a figure.
func (d *reading) endsNoun(k, stop int32) bool {
	const ends = change | catalog.RankVerb | catalog.Lead | catalog.All | catalog.Each | catalog.ShareOf | catalog.To
	t := &d.tokens[k]
	switch {
	case t.is(solid), t.is(catalog.Link) && t.end < stop && (d.textOf(t) == "和" || d.textOf(t) == "及"):
		return false
	case t.is(ends), t.is(catalog.Compare) && !t.is(catalog.Link):
		return true
	case !t.is(catalog.Verb):
		return false
	case !d.cat.Classes.NounVerb.Has(d.textOf(t)) || t.end >= stop:
		return true
	}
	return k+1 < int32(len(d.tokens)) && d.tokens[k+1].start == t.end && (d.tokens[k+1].kind == tokPunct || d.tokens[k+1].is(catalog.Verb))
}

// lastVerb returns a noun from its last verb of process on, all of it where it
// has none: 成功举办 of 在甲地成功举办.
func (d *reading) lastVerb(n part, noun string) string {
	for k := n.b - 1; k >= n.a; k-- {
		t := &d.tokens[k]
		if t.is(catalog.Flow|catalog.Verb) && t.end-t.start >= 6 && t.start >= n.start {
			return trimName(d.text[t.start:n.end])
		}
	}
	if len(noun) <= 24 {
		return noun
	}
	return ""
}

// awarded names things by what is said of them, where the noun alone says
// nothing: 8家企业获评智能工厂 gives 获评智能工厂企业.
func (d *reading) awarded(after, stop int32, a, b int32) string {
	if a+1 >= b || d.tokens[a].start != after || !d.tokens[a].is(catalog.HeadNoun) || d.tokens[a].word.Head != catalog.CountHead {
		return ""
	}
	k := a + 1
	for k+1 < b && d.tokens[k].start == d.tokens[k-1].end && d.tokens[k].is(catalog.Done|catalog.All|catalog.Adverb) && !d.tokens[k].is(catalog.Flow) && d.tokens[k+1].start == d.tokens[k].end {
		k++ // 3个项目已开工
	}
	verb := &d.tokens[k]
	if verb.start != d.tokens[k-1].end || !verb.is(catalog.Verb) || !verb.is(catalog.Flow) && !d.cat.Classes.Enrolled.In(d.textOf(verb)) {
		return ""
	}
	end := stop
	for k++; k < b; k++ {
		if t := &d.tokens[k]; t.kind == tokPunct && t.ref != '、' || t.kind == tokFigure {
			end = t.start
			break
		}
	}
	if end-verb.end > 60 || end == verb.end && !verb.is(catalog.Flow) {
		return ""
	}
	return trimName(d.text[verb.start:end]) + d.textOf(&d.tokens[a])
}

// ownerBehind returns the thing behind 的 whose size a head before the figure
// names: 总规模1000亿元的产业基金.
func (d *reading) ownerBehind(after, stop int32, a, b int32, noun string) string {
	_, head, _ := d.splitHead(noun)
	if head == "" || !d.isDependent(head) || a >= b || d.tokens[a].start != after || !d.tokens[a].is(catalog.Of) {
		return ""
	}
	end := stop
	for k := a + 1; k < b; k++ {
		if t := &d.tokens[k]; t.kind == tokPunct || t.kind == tokFigure {
			end = t.start
			break
		}
	}
	owner := trimName(d.text[d.tokens[a].end:end])
	if owner == "" || len(owner) > 75 {
		return ""
	}
	d.taken, d.noun = end, noun
	return owner + head
}

// sharers names those of whom a share does something: 超八成行政村建成服务站 gives
// 建成服务站行政村占比.
func (d *reading) sharers(after, stop int32, a, b int32) string {
	for k := a; k < b; k++ {
		t := &d.tokens[k]
		if t.kind == tokPunct || t.kind == tokFigure || t.start-after > 30 {
			return ""
		}
		if t.start > after && t.is(catalog.Verb|catalog.Flow|catalog.Lead) && !t.is(solid) {
			who, what := trimName(d.text[after:t.start]), trimName(d.text[t.start:stop])
			if who == "" || len(what) > 60 || strings.HasPrefix(who, "的") {
				return ""
			}
			d.taken = stop
			return what + who + "占比"
		}
	}
	return ""
}

// headBehind returns the noun with the head that stands behind the figure,
// where it has none: 产业链突破千亿产值大关.
func (d *reading) headBehind(p *phrase, after, stop int32, a, b int32, noun string) string {
	if a >= b || d.tokens[a].start != after || !d.tokens[a].is(catalog.HeadNoun) {
		return ""
	}
	if _, head, _ := d.splitHead(noun); head != "" {
		return ""
	}
	next := stop
	if a+1 < int32(len(d.tokens)) {
		next = min(stop, d.tokens[a+1].start)
	}
	if d.tokens[a].end < next {
		return "" // 431处存量危岩: the head only begins the noun
	}
	if d.leadSet && !d.partNoun(noun) {
		noun = d.compose(d.lead)
	}
	return join(noun, d.textOf(&d.tokens[a]))
}

// partNoun reports whether a noun ends as names of parts do: 产业链, 企业, 产品.
func (d *reading) partNoun(noun string) bool {
	_, ok := d.cat.Classes.PartEnding.Ends(noun)
	return ok
}

// onlyVerbs reports whether a noun is nothing but verbs of process: 建成, 新增.
// 企业 and 公司 may stand before a verb as who acts, and are none.
func (d *reading) onlyVerbs(p part) bool {
	from := p.start
	for k := p.a; k < p.b; k++ {
		t := &d.tokens[k]
		if !d.blank(from, t.start) || !t.is(catalog.Flow|catalog.Lead|catalog.Adverb|catalog.Verb) || t.is(catalog.Connect) {
			return false
		}
		from = t.end
	}
	return d.blank(from, p.end)
}
