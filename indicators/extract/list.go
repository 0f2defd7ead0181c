package extract

import (
	"slices"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// bind gives the values of one run, which share a phrase, their subjects and
// keeps them. Bytes after to stop, tokens a to b, are what follows the run in
// its clause.
func (d *reading) bind(st *sentence, p *phrase, run []value, after, stop int32, a, b int32) {
	if p.has(catalog.Part) {
		d.openParts()
	}
	d.set(st, p)
	if len(run) == 1 {
		v := run[0]
		if d.isRatio(v) {
			d.bindRatio(st, p, v)
			return
		}
		if subjects := d.everyOf(st, p, v); len(subjects) > 0 {
			for i, s := range subjects {
				var where place
				if len(d.itemPlaces) == len(subjects) {
					where = d.itemPlaces[i]
				}
				d.observe(st, p, v, s, where, "each")
			}
			return
		}
		noun, rule := d.nounOf(p), "level"
		if spentOn := d.spentOn(st, p, noun, after, stop, a, b); spentOn != "" {
			noun = spentOn
		}
		if right := d.rightNoun(p, v, after, stop, a, b, noun); right != "" {
			noun, rule = right, "noun-behind"
		}
		f := &d.figures[v.figs[0]]
		if d.leadSet && (d.subject.empty() || st.first || p.start-d.leadEnd <= 4) {
			switch {
			case noun == "":
				noun, rule = d.compose(d.lead), "lead"
			case d.isDependent(noun):
				d.subject = d.complete(d.compose(d.lead), d.unitClass(f), "", nil)
				d.thing = d.subject
			}
		}
		d.behind(p, after, a, b)
		if rule == "level" && noun != "" && !d.subject.empty() {
			noun = d.withActor(p, noun, d.class(f))
		}
		s := d.complete(noun, d.unitClass(f), d.class(f), p)
		if s.share && noun == "" && d.unitClass(f) == percentUnit && p.verb != nil && !p.has(catalog.To) && !d.thing.empty() {
			s = d.thing // 占61.8%，增长9.2%
		}
		if noun == "" && d.unitClass(f) == amountUnit {
			s = d.sameUnit(s, f.unit)
		}
		d.observe(st, p, v, s, place{}, rule)
		return
	}
	d.bindList(st, p, run)
}

// withActor names what a verb alone, or 带动 and its object, is said of: the
// subject before it.
func (d *reading) withActor(p *phrase, noun, dimension string) string {
	actor := d.subject.name
	if p.noun.empty() {
		return noun
	}
	switch t := p.noun.a; {
	case d.onlyVerbs(p.noun) && !strings.Contains(actor, noun):
		for _, verb := range events {
			actor = strings.TrimSuffix(strings.TrimSuffix(actor, verb), "基本")
		}
		return noun + actor // …存款增长8%，新增4万亿元
	case len(d.said) > 0 && dimension == "money" && t < p.noun.b && d.tokens[t].start == p.noun.start && d.tokens[t].is(catalog.Pull):
		for _, verb := range events {
			actor = strings.TrimPrefix(actor, verb)
		}
		return actor + noun // 发放补贴1亿元、带动销售9亿元
	}
	return noun
}

// sameUnit returns the subject of the sentence that was last measured in a
// unit; s where there is none: 优良天数293天，优良率87.5%，比上年多12天.
func (d *reading) sameUnit(s subject, unit int16) subject {
	if s.class != catalog.RateHead && !s.share {
		measured := false
		dim := d.cat.Units.At(int(unit)).Dimension
		for _, x := range d.said {
			if x.subject.name == s.name {
				measured = true
				if d.cat.Units.At(int(x.unit)).Dimension == dim {
					return s
				}
			}
		}
		if !measured {
			return s
		}
	}
	for i := len(d.said) - 1; i >= 0; i-- {
		if d.said[i].unit == unit {
			return d.said[i].subject
		}
	}
	return s
}

func (d *reading) isRatio(v value) bool {
	return len(v.figs) > 1 && d.figures[v.figs[0]].form == figureRatio
}

// behind looks for the verb of change behind a figure: 1.5%的正增长.
func (d *reading) behind(p *phrase, after int32, a, b int32) {
	if d.goalBehind(p, after, a, b) || p.verb != nil || a+1 >= b || d.tokens[a].start != after || !d.tokens[a].is(catalog.Of) {
		return
	}
	for k := a + 1; k < b && k < a+3; k++ {
		t := &d.tokens[k]
		if t.start-d.tokens[a].end <= 9 && t.is(catalog.Up|catalog.Down) && t.end-t.start >= 6 {
			p.verb = t.word
			p.traits |= t.word.Traits
			return
		}
	}
}

// goalBehind reports whether 的…目标 stands behind a figure that a thing is
// compared with: 低于4.5%的控制目标.
func (d *reading) goalBehind(p *phrase, after int32, a, b int32) bool {
	if !p.has(catalog.Exceed) || a >= b || d.tokens[a].start != after || !d.tokens[a].is(catalog.Of) {
		return false
	}
	for k := a + 1; k < b; k++ {
		t := &d.tokens[k]
		if t.kind == tokPunct {
			return false
		}
		if t.is(catalog.Intend) || t.is(catalog.HeadNoun) && t.word.Head == catalog.GoalHead {
			p.goal, p.verb = true, nil
			p.traits &^= catalog.Exceed | change
			return true
		}
	}
	return false
}

// nounOf returns the name that the phrase itself gives.
func (d *reading) nounOf(p *phrase) string {
	if !p.composed {
		p.composed, p.name = true, d.composeNoun(p)
	}
	return p.name
}

func (d *reading) composeNoun(p *phrase) string {
	noun := d.compose(p.noun)
	if strings.HasSuffix(noun, "以来") {
		noun = ""
	}
	if noun != "" && p.flowName != "" {
		noun = p.flowName + noun
	}
	if noun != "" && p.verb != nil && p.verb.Traits&catalog.Net != 0 && strings.HasSuffix(p.verb.Text, "收") {
		noun = strings.TrimSuffix(noun, "年") + p.verb.Text // 户均增收
	}
	if !p.object.empty() || p.object.b > p.object.a {
		noun += d.compose(p.object)
	}
	if p.of.empty() && p.has(catalog.ShareOf) && noun != "" && d.parts && !d.whole.empty() && !isShareName(noun) && !d.whole.share {
		return noun + "占" + d.whole.name + "比重"
	}
	if !p.of.empty() {
		whole := d.wholeOf(p)
		if d.isDependent(noun) {
			noun = d.complete(noun, amountUnit, "", nil).name
		}
		if noun == "" && !d.subject.empty() {
			noun = d.subject.name
			if d.subject.share {
				noun = strings.TrimSuffix(strings.TrimSuffix(noun, "占比"), "比重")
			}
		}
		if noun != "" {
			noun += "占" + whole
			if !isShareName(noun) && !strings.Contains(whole, "比") {
				noun += "比重"
			}
		}
	}
	return noun
}

// wholeOf names what a share is a share of.
func (d *reading) wholeOf(p *phrase) string {
	text := trimName(strings.ReplaceAll(d.text[p.of.start:p.of.end], "的", ""))
	if i := strings.IndexByte(text, '['); i > 0 {
		text = text[:i]
	}
	text = strings.TrimPrefix(text, "到")
	if t := p.of.a; t < p.of.b && d.tokens[t].is(catalog.Here) && strings.HasPrefix(text, d.textOf(&d.tokens[t])) && d.st != nil {
		word := d.textOf(&d.tokens[t])
		if q, ok := d.here(word, &d.st.setting); ok && q == d.st.region && len(text) > len(word) {
			text = text[len(word):]
		}
	}
	return text
}

// everyOf returns the subjects that a single value is said of: all items of
// the list before, where 均 or 都 stands at a rank or a level.
func (d *reading) everyOf(st *sentence, p *phrase, v value) []subject {
	if !p.has(catalog.All) {
		return nil
	}
	f := &d.figures[v.figs[0]]
	if names := d.jointNames(d.compose(p.noun)); names != nil {
		return []subject{d.complete(names[0], d.unitClass(f), "", p), d.complete(names[1], d.unitClass(f), "", p)}
	}
	if names := d.namedTogether(p.noun); names != nil {
		out := make([]subject, len(names))
		for i, name := range names {
			out[i] = d.complete(name, d.unitClass(f), d.class(f), p)
		}
		return out
	}
	if len(d.items) < 2 {
		return nil
	}
	if d.unitClass(f) != rankUnit && !p.noun.empty() {
		return nil
	}
	out := slices.Clone(d.items)
	if noun := d.compose(p.noun); noun != "" {
		s := d.named(noun)
		if s.class != catalog.GrowthHead {
			return nil
		}
		for i := range out {
			out[i] = d.rateOf(out[i], noun)
		}
	}
	return out
}

// namedTogether splits the names that 均 says one thing of: 茶叶产量、茶园面积均….
func (d *reading) namedTogether(p part) []string {
	if p.empty() {
		return nil
	}
	n := len(d.cuts(p, true)) + 1
	if n < 2 || n > 12 {
		return nil
	}
	return d.splitNames(p, n)
}

// rateOf names the growth of a thing: what is ranked by 增速.
func (d *reading) rateOf(s subject, head string) subject {
	out := d.named(s.name + head)
	out.name = s.name + head
	return out
}

// bindList pairs the values of a run with the names, regions or periods that
// the text gives in the same order.
func (d *reading) bindList(st *sentence, p *phrase, run []value) {
	n := len(run)
	last := &d.figures[run[n-1].figs[0]]
	unit, dim := d.unitClass(last), d.class(last)
	for i := range run {
		for _, k := range run[i].figs {
			f := &d.figures[k]
			if f.unit < 0 || d.unitClass(f) != unit && d.class(f) == "count" {
				f.unit = last.unit // 12.3个、9.8个百分点
			}
		}
	}
	if places, noun, ok := d.placesOf(st, p, n); ok {
		var items []subject
		for i, v := range run {
			s := d.complete(noun, unit, dim, p)
			items = append(items, s)
			d.observe(st, p, v, s, places[i], "pair-places")
		}
		d.items, d.itemPlaces = items, slices.Clone(places)
		return
	}
	if names := d.namesOf(p, n); names != nil {
		items := make([]subject, n)
		for i, name := range names {
			f := &d.figures[run[i].figs[0]]
			items[i] = d.complete(name, d.unitClass(f), d.class(f), p)
		}
		d.observeAll(st, p, run, items, "pair-names")
		return
	}
	if periods := d.periodsOf(st, p, n); periods != nil {
		s := d.complete(d.nounOf(p), unit, dim, p)
		for i, v := range run {
			own := *st
			own.rule(periods[i], fromOwn)
			d.observe(&own, p, v, s, place{}, "pair-periods")
		}
		return
	}
	noun := d.nounOf(p)
	if len(d.items) == n && (noun == "" || d.isDependent(noun)) {
		items := slices.Clone(d.items)
		if noun != "" {
			for i := range items {
				items[i] = d.ofItem(items[i], noun, unit)
			}
		}
		d.observeAll(st, p, run, items, "pair-items")
		return
	}
	if noun == "" && d.leadSet {
		if names := d.splitNames(d.lead, n); names != nil {
			items := make([]subject, n)
			for i, name := range names {
				items[i] = d.complete(name, unit, dim, p)
			}
			d.observeAll(st, p, run, items, "pair-lead")
			return
		}
	}
	if !p.compare.empty() {
		s := d.complete(noun, unit, dim, p)
		for _, v := range run {
			d.observe(st, p, v, s, place{}, "pair-bases")
		}
		return
	}
	s := d.complete(noun, unit, dim, p)
	if s.empty() && d.leadSet {
		s = d.complete(d.compose(d.lead), unit, dim, p)
	}
	for i, v := range run {
		if i == 0 && !p.has(catalog.Each) {
			d.observe(st, p, v, s, place{}, "list-first")
			continue
		}
		for _, k := range v.figs {
			d.drop(&d.figures[k], "unpaired")
		}
	}
}

func (d *reading) observeAll(st *sentence, p *phrase, run []value, items []subject, rule string) {
	for i, v := range run {
		d.observe(st, p, v, items[i], place{}, rule)
	}
	d.items, d.itemPlaces = items, nil
}

// ofItem names a dependent head of an item: 增速 of it is the thing itself for
// a rate, and its own name for a rank.
func (d *reading) ofItem(item subject, head string, unit unitClass) subject {
	s := d.named(head)
	switch {
	case s.class == catalog.GrowthHead && unit == rankUnit:
		return d.rateOf(item, head)
	case s.class == catalog.GrowthHead || s.class == catalog.GoalHead:
		return item
	case isShareName(head):
		if item.share {
			return item
		}
		out := d.named(item.name + head)
		out.share = true
		return out
	case item.head == head:
		return item
	}
	return d.named(join(item.modifier, head))
}

// namesOf splits the names of a phrase into n, each complete; nil where it
// holds another number of names.
func (d *reading) namesOf(p *phrase, n int) []string {
	if p.object.b > p.object.a || !p.object.empty() {
		object := d.compose(p.object)
		names := d.splitNames(p.noun, n)
		for i := range names {
			names[i] = strings.TrimSuffix(names[i], "各") + object
		}
		if names != nil {
			return names
		}
	}
	names := d.splitNames(p.noun, n)
	if names != nil && !p.of.empty() {
		whole := d.wholeOf(p)
		for i := range names {
			s := d.complete(names[i], percentUnit, "", nil)
			names[i] = s.name + "占" + whole
			if !strings.Contains(whole, "比重") {
				names[i] += "比重"
			}
		}
	}
	return names
}

// sectors are the three parts that 三次产业 stands for.
var sectors = []string{"第一产业", "第二产业", "第三产业"}

// joints are words that name two things at once.
var joints = []struct{ word, first, second string }{
	{"产销量", "产量", "销量"},
	{"存贷款", "存款", "贷款"},
	{"城乡居民", "城镇居民", "农村居民"},
	{"进、出口", "进口", "出口"},
	{"城乡常住居民", "城镇常住居民", "农村常住居民"},
	{"一三产业", "第一产业", "第三产业"},
	{"二三产业", "第二产业", "第三产业"},
	{"一二产业", "第一产业", "第二产业"},
	{"二、三产业", "第二产业", "第三产业"},
	{"第二、三产业", "第二产业", "第三产业"},
}

// jointNames parts a name that names two things: 存贷款余额.
func (d *reading) jointNames(name string) []string {
	for _, j := range joints {
		if i := strings.Index(name, j.word); i >= 0 {
			rest := name[i+len(j.word):]
			return []string{name[:i] + j.first + rest, name[:i] + j.second + rest}
		}
	}
	return nil
}

// threeSectors are the ways to name all three at once.
var threeSectors = []string{
	"一二三次产业", "三次产业", "一二三产业", "一、二、三产业", "一、二、三次产业", "三大产业",
	"第一、二、三产业", "第一、二、三次产业", "第一、第二、第三产业", "第一二三产业", "一、二、三产", "一二三产",
}

// examples splits the names before 等, each with the head of what they are
// examples of: 汽车、手机等产品产量.
func (d *reading) examples(p part, at int32, n int) []string {
	var before, after part
	before, after = part{start: p.start, end: at, a: p.a, b: p.b}, part{start: at + 3, end: p.end, a: p.b, b: p.b}
	for k := p.a; k < p.b; k++ {
		if d.tokens[k].start >= at {
			before.b = k
			break
		}
	}
	cuts := d.cuts(before, true)
	if len(cuts) != n-1 {
		cuts = d.cuts(before, false)
	}
	if len(cuts) != n-1 {
		return nil
	}
	_, head, _ := d.splitHead(d.compose(after))
	names := d.pieces(before, cuts)
	for i := range names {
		if _, h, c := d.splitHead(names[i]); (h == "" || isEntity(c, h)) && head != "" {
			names[i] = join(names[i], head)
		}
	}
	return names
}

// pieces writes the names between cuts.
func (d *reading) pieces(p part, cuts []int32) []string {
	names := make([]string, 0, len(cuts)+1)
	from, tok := p.start, p.a
	for _, k := range cuts {
		names = append(names, d.compose(part{from, d.tokens[k].start, tok, k}))
		from, tok = d.tokens[k].end, k+1
	}
	return append(names, d.compose(part{from, p.end, tok, p.b}))
}

// siblings are qualifiers that share all that follows the last of them.
var siblings = [][]string{
	{"城镇", "农村", "乡村", "城乡", "全体"},
	{"进口", "出口", "进出口"},
	{"第一", "第二", "第三"},
	{"一产", "二产", "三产"},
	{"第一产业", "第二产业", "第三产业"},
	{"一", "二", "三"},
	{"早", "中", "晚"},
	{"夏粮", "秋粮"},
	{"男", "女"},
	{"铁路", "公路", "水路", "民航"},
	{"轻", "重"},
	{"国税", "地税"},
	{"国际", "国内"},
	{"入境", "出境"},
}

// splitNames splits a part at its 、 和 与 into n names and completes each by
// what follows the last: 城镇、农村居民收入 gives 城镇居民收入, 农村居民收入.
func (d *reading) splitNames(p part, n int) []string {
	if p.empty() {
		return nil
	}
	text := d.compose(p)
	for _, w := range threeSectors {
		if rest, ok := strings.CutPrefix(text, w); ok && n == 3 {
			return []string{sectors[0] + rest, sectors[1] + rest, sectors[2] + rest}
		}
	}
	if i := strings.LastIndex(d.text[p.start:p.end], "等"); i > 0 {
		if names := d.examples(p, p.start+int32(i), n); names != nil {
			return names
		}
	}
	if n == 2 {
		if names := d.jointNames(text); names != nil {
			return names
		}
	}
	cuts := d.cuts(p, true)
	if len(cuts) != n-1 {
		cuts = d.cuts(p, false)
	}
	if len(cuts) != n-1 {
		return nil
	}
	names := d.pieces(p, cuts)
	if slices.Contains(names, "") {
		return nil
	}
	return d.shareRest(names)
}

// cuts returns the tokens at which a part splits into names: its 、 alone, or
// with 和, 与, 及 as well.
func (d *reading) cuts(p part, links bool) []int32 {
	var out []int32
	depth := 0
	for k := p.a; k < p.b; k++ {
		t := &d.tokens[k]
		switch {
		case t.start < p.start || t.end > p.end:
		case t.isPunct('（'):
			depth++
		case t.isPunct('）'):
			depth--
		case depth > 0:
		case t.isPunct('、') && !d.quoted(t.start):
			out = append(out, k)
		case links && t.is(catalog.Link) && !t.is(solid) && !d.quoted(t.start):
			out = append(out, k)
		}
	}
	return out
}

// quoted reports whether a byte stands inside “ and ”.
func (d *reading) quoted(at int32) bool {
	const longest = 120 // bytes that a quotation in a name may have
	from, to := max(0, int(at)-longest), min(len(d.text), int(at)+longest)
	open := strings.LastIndex(d.text[from:at], "“")
	return open >= 0 && strings.LastIndex(d.text[from:at], "”") < open && strings.Contains(d.text[at:to], "”")
}

// counters close a list of names and say how many they are: 两大产业, 三区.
var counters = []string{"两大", "三大", "四大", "五大", "两个", "三个", "四个", "两", "三", "四", "五"}

// shareRest gives the first names what only the last one says.
func (d *reading) shareRest(names []string) []string {
	last := names[len(names)-1]
	for _, c := range counters {
		if i := strings.LastIndex(last, c); i > 0 && len(last)-i <= len(c)+len("产业集群") {
			noun := last[i+len(c):]
			if noun == "者" || noun == "项" || noun == "类" {
				noun = ""
			}
			for j := range names {
				name := names[j]
				if j == len(names)-1 {
					name = last[:i]
				}
				names[j] = join(name, noun)
			}
			return names
		}
	}
	for _, axis := range siblings {
		for _, w := range axis {
			if !strings.HasPrefix(last, w) {
				continue
			}
			rest := last[len(w):]
			all := rest != ""
			for _, name := range names[:len(names)-1] {
				all = all && slices.ContainsFunc(axis, func(x string) bool { return name == x || strings.HasSuffix(name, x) })
			}
			if all {
				for j := range names[:len(names)-1] {
					names[j] += rest
				}
				return names
			}
		}
	}
	_, head, class := d.splitHead(last)
	if head == "" || head == last {
		return d.shareModifier(names)
	}
	if first, n := names[0], len(names[0]); len(head) <= 3 && n <= 9 && n < len(last)-len(head) {
		if _, h, _ := d.splitHead(first); h == "" {
			head = last[n:] // 小麦、稻谷最低收购价
		}
	}
	for j, name := range names[:len(names)-1] {
		if _, h, c := d.splitHead(name); h == "" || isEntity(c, h) && class != catalog.CountHead {
			if _, known := d.cat.Indicators.ByName(name); !known {
				names[j] = join(name, head)
			}
		}
	}
	return names
}

// shareModifier gives the later names what only the first one says:
// 粮食播种面积、产量.
func (d *reading) shareModifier(names []string) []string {
	modifier, head, _ := d.splitHead(names[0])
	if head == "" || modifier == "" {
		return names
	}
	for j, name := range names[1:] {
		if d.isDependent(name) {
			names[j+1] = join(modifier, name)
		}
	}
	return names
}

// placesOf finds n regions that the values of a run belong to, in order, and
// the noun that they share.
func (d *reading) placesOf(st *sentence, p *phrase, n int) ([]place, string, bool) {
	var places []place
	for _, k := range p.scene {
		t := &d.tokens[k]
		if t.is(catalog.Region) {
			if q, ok := d.regionAt(int(k), &st.setting); ok {
				places = append(places, q)
			}
		}
	}
	if len(places) == n {
		noun := d.nounOf(p)
		for _, c := range []string{"两地", "三地", "四地", "五地", "两市", "三市", "四市", "两县", "三县", "四县", "两区", "三区", "四区", "三县市", "县市区", "两县区"} {
			noun = strings.TrimPrefix(noun, c)
		}
		return places, trimName(noun), true
	}
	if len(d.leadPlaces) == n && len(places) == 0 && p.has(catalog.Each) {
		return slices.Clone(d.leadPlaces), d.nounOf(p), true
	}
	return nil, "", false
}

// periodsOf finds n periods at the head of a phrase: 5月、6月…分别….
func (d *reading) periodsOf(st *sentence, p *phrase, n int) []indicators.Period {
	var out []indicators.Period
	scene := p.scene
	if len(scene) == 0 {
		scene = d.leadPeriods
	}
	for _, k := range scene {
		if t := &d.tokens[k]; t.kind == tokPeriod {
			q, ok := d.resolve(d.periods[t.ref], d.section.period)
			if !ok {
				return nil
			}
			out = append(out, q)
		}
	}
	if len(out) != n {
		return nil
	}
	return out
}

// bindRatio gives the parts of a ratio to the names that it is of.
func (d *reading) bindRatio(st *sentence, p *phrase, v value) {
	n := len(v.figs)
	if last := &d.figures[v.figs[n-1]]; n == 2 && last.mant == 1 && last.exp == 0 && strings.HasSuffix(d.nounOf(p), "比") {
		f := &d.figures[v.figs[0]]
		f.form, f.end = figureBare, last.end // 收入比缩小至2.1：1
		d.observe(st, p, value{figs: v.figs[:1], token: v.token, last: v.last}, d.complete(d.nounOf(p), amountUnit, "", p), place{}, "to-one")
		return
	}
	names := d.ratioNames(p, n)
	if names == nil && len(d.items) == n {
		for _, s := range d.items {
			names = append(names, s.name)
		}
	}
	if names == nil && d.leadSet {
		lead := *p
		lead.noun = d.lead
		names = d.ratioNames(&lead, n)
	}
	if names == nil {
		for _, k := range v.figs {
			d.drop(&d.figures[k], "ratio of what")
		}
		return
	}
	items := make([]subject, n)
	for i, k := range v.figs {
		name := names[i]
		if !isShareName(name) {
			name += "占比"
		}
		items[i] = d.named(name)
		items[i].share = true
		d.observe(st, p, value{figs: []int32{k}, token: v.token, last: v.last}, items[i], place{}, "ratio")
	}
	d.items = items
}

// ratioNames splits the noun of a ratio into the names of its n parts.
func (d *reading) ratioNames(p *phrase, n int) []string {
	noun := p.noun
	if noun.empty() {
		return nil
	}
	names := d.splitNames(noun, n)
	for i, name := range names {
		for _, tail := range []string{"增加值占地区生产总值比重", "增加值结构", "增加值比例", "增加值比", "结构比例", "结构比", "占比", "比重", "比例", "结构", "构成", "之比", "比"} {
			if cut, ok := strings.CutSuffix(name, tail); ok && cut != "" {
				name = cut
				break
			}
		}
		names[i] = strings.TrimSuffix(name, "的")
		if len(sectors) == n && names[i] == sectors[min(i, 2)] {
			names[i] += "增加值占地区生产总值比重"
		}
	}
	return names
}

// rightNoun returns the noun behind a count whose own phrase names nothing:
// 建成60个充电站.
func (d *reading) rightNoun(p *phrase, v value, after, stop int32, a, b int32, noun string) string {
	f := &d.figures[v.figs[0]]
	if noun == "" && f.form == figurePercent && !p.has(catalog.ShareOf) && after < stop {
		return d.sharers(after, stop, a, b)
	}
	if d.unitClass(f) != amountUnit || after >= stop || a < b && d.tokens[a].kind == tokPunct && d.tokens[a].start == after {
		return ""
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
		if name := d.headBehind(p, after, a, b, noun); name != "" {
			return name
		}
		if _, head, _ := d.splitHead(noun); head != "" || d.class(f) != "count" && d.class(f) != "people" {
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
		if t.kind == tokPunct && (t.ref != '、' || stop < int32(len(d.text)) && k+1 >= b) || t.kind == tokPeriod || t.kind == tokFigure ||
			t.is(catalog.Verb|change|catalog.RankVerb|catalog.Lead|catalog.Compare|catalog.All|catalog.Each|catalog.ShareOf|catalog.To) && !t.is(solid) ||
			t.is(catalog.Adverb) && t.end-t.start >= 6 && t.start > after && !t.is(solid|catalog.Flow) {
			end, last = t.start, k
			break
		}
	}
	if end-after > 90 || end <= after {
		return ""
	}
	shared := b < int32(len(d.tokens)) && d.tokens[b].kind == tokFigure // it may be the next figure's noun
	for k := a; k < b && shared; k++ {
		shared = d.tokens[k].kind != tokPunct
	}
	if shared {
		for k := a; k < b; k++ {
			if t := &d.tokens[k]; t.is(catalog.HeadNoun) && t.word.Head == catalog.CountHead && t.end < end {
				end, last = t.end, k+1
				break
			}
		}
	}
	right := strings.TrimSuffix(strings.TrimPrefix(d.compose(part{after, end, a, last}), "的"), "的")
	if right == "" {
		return ""
	}
	if !shared {
		d.taken = end
	}
	if cut, ok := strings.CutSuffix(right, "中"); ok {
		return d.predicated(end) + cut // 在5项工作中，获得表扬
	}
	if noun == "" && d.leadSet {
		if w, ok := d.cat.Words.ByText(right); ok && w.Is(catalog.HeadNoun) {
			return join(d.compose(d.lead), right)
		}
	}
	return verb + right
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

// predicated returns what the clause behind byte end says that was got: 获得表扬.
func (d *reading) predicated(end int32) string {
	rest := strings.TrimLeft(d.text[end:], "，,")
	if len(rest) == len(d.text[end:]) || !strings.HasPrefix(rest, "获") {
		return ""
	}
	if i := strings.IndexAny(rest, "，。；,;"); i > 0 && i <= 36 {
		rest = rest[:i]
	}
	return trimName(rest)
}

// spentOn names money by what it is spent on, where the phrase says only 投资 or
// 投入: 投资1.3亿元实施管网改造工程 gives 管网改造工程投资.
func (d *reading) spentOn(st *sentence, p *phrase, noun string, after, stop int32, a, b int32) string {
	if noun != "投资" && noun != "投入" && noun != "总投资" && noun != "投入资金" {
		return ""
	}
	if noun == "总投资" && len(d.said) > 0 {
		return "" // of what stands before it
	}
	k := a
	if k < st.b && d.tokens[k].start == after && d.tokens[k].isPunct('，') {
		k++ // 投资1260万元，完成饮水安全工程
	} else if after < stop && k < b && d.tokens[k].start > after+3 {
		return ""
	}
	verb := false
	for k < st.b && d.tokens[k].is(catalog.Flow|catalog.Lead|catalog.Adverb|catalog.Done|catalog.Of) && !d.tokens[k].is(solid) {
		verb = true
		k++
		if d.tokens[k-1].kind == tokFigure {
			break
		}
		if k < st.b && d.tokens[k].start != d.tokens[k-1].end {
			break
		}
	}
	if !verb {
		return ""
	}
	from := d.tokens[k-1].end
	end := st.end
	for j := k; j < st.b; j++ {
		t := &d.tokens[j]
		if t.kind == tokFigure && t.start == from {
			from = t.end
			continue
		}
		if t.kind == tokPunct && t.ref != '、' || t.kind == tokFigure {
			end = t.start
			break
		}
	}
	what := d.text[min(from, end):end]
	if i := strings.LastIndex(what, "的"); i >= 0 && i+3 < len(what) {
		what = what[i+3:]
	}
	what = trimName(strings.TrimPrefix(what, "了"))
	if len(what) < 6 || len(what) > 75 {
		return ""
	}
	return what + strings.TrimPrefix(noun, "总")
}

// awarded names things by what is said of them, where the noun alone says
// nothing: 8家企业获评智能工厂 gives 获评智能工厂企业.
func (d *reading) awarded(after, stop int32, a, b int32) string {
	if a+1 >= b || d.tokens[a].start != after || !d.tokens[a].is(catalog.HeadNoun) || d.tokens[a].word.Head != catalog.CountHead {
		return ""
	}
	verb := &d.tokens[a+1]
	if verb.start != d.tokens[a].end || !verb.is(catalog.Verb) || !verb.is(catalog.Flow) && !hasAny(d.textOf(verb), "纳入", "跻身", "列入", "晋级") {
		return ""
	}
	end := stop
	for k := a + 2; k < b; k++ {
		if t := &d.tokens[k]; t.kind == tokPunct && t.ref != '、' || t.kind == tokFigure {
			end = t.start
			break
		}
	}
	if end <= verb.end || end-verb.end > 60 {
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
func (d *reading) headBehind(p *phrase, after int32, a, b int32, noun string) string {
	if a >= b || d.tokens[a].start != after || !d.tokens[a].is(catalog.HeadNoun) {
		return ""
	}
	if _, head, _ := d.splitHead(noun); head != "" {
		return ""
	}
	if d.leadSet && !d.partNoun(noun) {
		noun = d.compose(d.lead)
	}
	return join(noun, d.textOf(&d.tokens[a]))
}

// partNoun reports whether a noun ends as names of parts do: 产业链, 企业, 产品.
func (d *reading) partNoun(noun string) bool {
	for _, e := range partEndings {
		if strings.HasSuffix(noun, e) {
			return true
		}
	}
	return false
}

// onlyVerbs reports whether a noun is nothing but verbs of process: 建成, 新增.
func (d *reading) onlyVerbs(p part) bool {
	from := p.start
	for k := p.a; k < p.b; k++ {
		t := &d.tokens[k]
		if !d.blank(from, t.start) || !t.is(catalog.Flow|catalog.Lead|catalog.Adverb|catalog.Verb) {
			return false
		}
		from = t.end
	}
	return d.blank(from, p.end)
}
