package extract

import (
	"strings"

	"suanpan/indicators/catalog"
)

// isIndicator reports whether a noun alone names an indicator.
func (d *reading) isIndicator(noun string) bool {
	_, known := d.cat.Indicators.ByName(noun)
	return known
}

// deedOn names what a verb alone is done to: the project that the clause before
// it tells of: 实施棚户区改造项目，开工建设1800户 gives 开工建设棚户区改造项目. It is "" where
// that clause tells of none.
func (d *reading) deedOn(verb string) string {
	if d.project == "" || d.isIndicator(verb) || strings.HasPrefix(verb, "惠及") {
		return ""
	}
	return verb + d.project
}

// withActor names what a verb alone, or 带动 and its object, is said of: the
// subject before it.
func (d *reading) withActor(p *phrase, noun, dimension string) string {
	actor := d.subject.printed
	if p.noun.empty() {
		return noun
	}
	if _, known := d.cat.Indicators.ByName(noun); known {
		return noun // 进口 is a verb and a name
	}
	switch t := p.noun.a; {
	case d.onlyVerbs(p.noun) && !strings.Contains(actor, noun):
		for _, verb := range d.cat.Classes.Event {
			actor = strings.TrimSuffix(strings.TrimSuffix(actor, verb), "基本")
		}
		if rest, ok := d.cat.Classes.Event.Begins(actor); ok && rest != "" && strings.HasPrefix(strings.TrimLeft(d.text[p.start:p.noun.end], " "), "、") {
			actor = rest // 建成学校12所、改造30所
		}
		return noun + actor // …存款增长8%，新增4万亿元
	case len(d.said) > 0 && dimension == "money" && t < p.noun.b && d.tokens[t].start == p.noun.start && d.tokens[t].is(catalog.Pull):
		for _, verb := range d.cat.Classes.Event {
			actor = strings.TrimPrefix(actor, verb)
		}
		return actor + noun // 发放补贴1亿元、带动销售9亿元
	}
	return noun
}

// toldOf cuts what a short sentence of one clause and without figure tells of
// behind its last head: 经营主体 of 经营主体稳中培优. It is empty otherwise.
func (d *reading) toldOf(st *sentence) part {
	const longest = 60 // bytes of such a sentence
	if !st.first || st.end-st.start > longest {
		return part{}
	}
	n, from, how := part{}, st.start, int32(-1)
	for k := st.a; k < st.b; k++ {
		switch t := &d.tokens[k]; {
		case t.kind != tokWord:
			return part{}
		case t.is(catalog.Known | catalog.HeadNoun):
			if how == from {
				return part{}
			}
			if n.empty() {
				n = part{start: from, a: k}
				for n.a > st.a && d.tokens[n.a-1].start >= from {
					n.a--
				}
			}
			n.end, n.b = t.end, k+1
		case t.is(solid) || t.end-t.start < 6:
		case t.is(catalog.Lead) && n.empty():
			from = t.end // 推进[棚户区改造]工程
		case t.is(catalog.Adverb|change) && t.start == from:
			how = from // 扩大投资
		}
	}
	return n
}

// cutDeed parts a noun at the 、 behind a verb: what was done, and the head that
// tells how large the thing is: 电厂三期建成投产、总装机. ok is false where the noun
// is not so built.
func (d *reading) cutDeed(n part) (thing part, head string, ok bool) {
	for k := n.b - 1; k > n.a; k-- {
		if !d.tokens[k].isPunct('、') {
			continue
		}
		v := k
		for v > n.a && d.tokens[v-1].end == d.tokens[v].start && d.tokens[v-1].is(catalog.Verb|catalog.Flow) && !d.tokens[v-1].is(solid) {
			v--
		}
		head = d.compose(part{d.tokens[k].end, n.end, k + 1, n.b})
		if v == k || d.tokens[v].start-n.start < 6 || !d.isDependent(head) || d.isIndicator(head) {
			return part{}, "", false
		}
		return part{n.start, d.tokens[v].start, n.a, v}, head, true
	}
	return part{}, "", false
}
