package extract

import (
	"slices"
	"strings"

	"suanpan/indicators/catalog"
)

// bare reads a clause without figures: it may set the scene for what follows.
func (d *reading) bare(st *sentence, start, end int32, a, b int32) {
	p := d.phraseOf(start, end, a, b)
	p.bare = true
	if p.base >= 0 && !p.compare.empty() && p.verb == nil {
		st.than, st.thanAll = p.base, true
	}
	if p.own >= 0 && !d.periods[d.tokens[p.own].ref].span() && !p.has(catalog.From) {
		p.scene = append(p.scene, p.own)
	}
	region, from := st.region, st.regionFrom
	d.set(st, &p)
	if d.kind != kindNews && !p.noun.empty() {
		st.region, st.regionFrom = region, from // it dies with a clause that tells of something else
	}
	if d.leadPeriods = d.leadPeriods[:0]; slices.ContainsFunc(p.scene, func(k int32) bool { return d.tokens[k].is(catalog.Region) }) {
		d.leadPlaces = d.leadPlaces[:0]
	}
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
	var n part
	if st.lastFigure >= b || isTopic(d.text[start:end]) { // else nothing behind it needs a noun
		n = d.leadNoun(&p, end)
	}
	if said := d.text[start:end]; p.has(catalog.Part) || strings.HasPrefix(said, "分") && strings.HasSuffix(said, "看") {
		d.openParts() // 分方式看，铁路完成26亿人次
		if d.leadSet && n.empty() && st.first {
			d.headParts(d.lead) // 主要产品产量大幅增长，其中：水泥3万吨
		}
	}
	d.topic(start, end, n)
}

// leadNoun returns what a clause without figures tells of, and notes it: the
// figures behind it in its sentence may be of that.
func (d *reading) leadNoun(p *phrase, end int32) part {
	if list := d.listOf(p.noun); !list.empty() {
		d.listed = list
	}
	d.doer = d.doerOf(p.noun)
	n := d.headedNoun(p.noun)
	if n.empty() {
		n = d.harvested(p)
	}
	if n.empty() {
		n = d.ranked(p.noun)
	}
	if n.empty() {
		n = d.among(p.noun)
	}
	if n.empty() && d.partNoun(d.compose(p.noun)) {
		n = d.lastModified(p.noun) // 起步不久的北斗产业，
	}
	if n.empty() {
		n = d.actorOf(p.noun)
	}
	if thing := strings.TrimSuffix(d.text[p.noun.start:max(p.noun.start, p.noun.end)], "建设"); len(thing) > 12 && (strings.HasSuffix(thing, "工程") || strings.HasSuffix(thing, "项目")) {
		d.project = trimName(thing)
	}
	if !n.empty() && !(d.isGrowthName(d.compose(n)) && d.isDependent(d.compose(n)) && !d.subject.empty()) {
		d.lead, d.leadSet, d.leadEnd = n, true, end
	}
	return n
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

// among returns the things that a clause looks into: 在工业企业法人单位中.
func (d *reading) among(n part) part {
	said := d.text[n.start:n.end]
	if !strings.HasSuffix(said, "中") || n.end-n.start < 9 {
		return part{}
	}
	n.end -= int32(len("中"))
	if _, head, class := d.splitHead(d.compose(n)); head == "" || class != catalog.CountHead {
		return part{}
	}
	return n
}

// harvested returns the crop that a clause says has done well or badly:
// 粮食再获丰收.
func (d *reading) harvested(p *phrase) part {
	n := p.noun
	if p.verb != nil && (p.verb.Text == "增产" || p.verb.Text == "减产") && n.end-n.start <= 18 {
		return n
	}
	said := d.text[n.start:n.end]
	if !strings.HasSuffix(said, "丰收") && !strings.HasSuffix(said, "增产") && !strings.HasSuffix(said, "减产") {
		return part{}
	}
	if i := strings.IndexAny(said, "再又喜连获实持继夺"); 0 < i && i <= 18 {
		n.end = n.start + int32(i)
		return n
	}
	return part{}
}

// ranked returns what a noun ranks by: 法人单位数量居前三位的行业.
func (d *reading) ranked(n part) part {
	for k := n.a; k < n.b; k++ {
		if t := &d.tokens[k]; t.is(catalog.RankVerb) && !t.is(solid) && t.start > n.start {
			return part{n.start, t.start, n.a, k}
		}
	}
	return part{}
}
