package extract

import (
	"slices"
	"strings"

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
		noun, rule, where := d.nounOf(p), "level", place{}
		if i := latter(noun); i >= 0 && i < len(d.items) {
			noun = d.items[i].printed
			if len(d.itemPlaces) == len(d.items) {
				where = d.itemPlaces[i]
			}
		}
		if spentOn := d.spentOn(st, p, noun, after, stop, a, b); spentOn != "" {
			noun = spentOn
		}
		if right := d.rightNoun(p, v, after, stop, a, b, noun); right != "" {
			noun, rule = right, "noun-behind"
		}
		f := &d.figures[v.figs[0]]
		if !d.doer.empty() && p.start-d.doer.end <= 60 && d.cat.Classes.Trade.Has(noun) && rule == "level" {
			noun, rule = d.compose(d.doer)+noun, "lead" // 跨境电商异军突起，出口3亿元
		}
		if d.leadSet && (d.subject.empty() || st.first || p.start-d.leadEnd <= 4) {
			switch {
			case noun == "":
				noun, rule = d.compose(d.lead), "lead"
			case d.isDependent(noun) || strings.HasPrefix(noun, "对") && strings.HasSuffix(noun, "贡献率") || d.ofOneKind(d.named(d.compose(d.lead)), noun):
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
		d.observe(st, p, v, s, where, rule)
		return
	}
	d.bindList(st, p, run)
}

// latter returns the place in a list of two that a word points to, else -1.
func latter(noun string) int {
	switch noun {
	case "前者":
		return 0
	case "后者":
		return 1
	}
	return -1
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
		return noun + actor // …存款增长8%，新增4万亿元
	case len(d.said) > 0 && dimension == "money" && t < p.noun.b && d.tokens[t].start == p.noun.start && d.tokens[t].is(catalog.Pull):
		for _, verb := range d.cat.Classes.Event {
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

// bindList pairs the values of a run with the names, regions or periods that
// the text gives in the same order.
func (d *reading) bindList(st *sentence, p *phrase, run []value) {
	n := len(run)
	last := &d.figures[run[n-1].figs[0]]
	unit, dim := d.unitClass(last), d.class(last)
	d.shareMagnitude(run)
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
	if names := d.namesBefore(p, n); names != nil {
		items := make([]subject, n)
		for i, name := range names {
			f := &d.figures[run[i].figs[0]]
			items[i] = d.complete(name, d.unitClass(f), d.class(f), p)
		}
		d.observeAll(st, p, run, items, "pair-lead")
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
	if n == 2 && p.has(catalog.YoY) && p.has(catalog.MoM) {
		s := d.complete(d.nounOf(p), unit, dim, p)
		said := d.text[p.start:d.figures[run[0].figs[0]].start]
		monthFirst := strings.Index(said, "环比") < strings.Index(said, "同比")
		for i, v := range run { // 同比、环比分别增长13.8%、6.5%
			other := catalog.MoM
			if (i == 0) == monthFirst {
				other = catalog.YoY
			}
			q := *p
			q.traits &^= other
			if v.own != nil {
				own := *v.own
				own.traits &^= other
				v.own = &own
			}
			d.observe(st, &q, v, s, place{}, "pair-bases")
		}
		return
	}
	if len(d.items) == n && p.noun.empty() && !p.of.empty() {
		items := make([]subject, n)
		for i, item := range d.items {
			items[i] = d.named(item.name + "占" + d.wholeOf(p) + "比重") // 分别占全国的十分之一、八分之一
			items[i].share = true
		}
		d.observeAll(st, p, run, items, "pair-items")
		return
	}
	noun := d.nounOf(p)
	if noun == "" && d.comparedWith(p) == n {
		s := d.complete(noun, unit, dim, p) // 比全省和全国分别高0.7、1.4个百分点
		for _, v := range run {
			d.observe(st, p, v, s, place{}, "pair-bases")
		}
		return
	}
	if p.has(catalog.Each) && len(d.items) > n && len(d.itemPlaces) == 0 && (noun == "" || d.isDependent(noun)) {
		d.items = d.items[len(d.items)-n:] // 全部100亿元，其中甲40亿元、乙30亿元，分别增长…
	}
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
	if p.has(catalog.Each) && len(d.items) == n && len(d.itemPlaces) == 0 {
		if items := d.withNoun(noun); items != nil {
			d.observeAll(st, p, run, items, "pair-items")
			return
		}
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

// comparedWith counts the places that a phrase lists to compare with.
func (d *reading) comparedWith(p *phrase) int {
	n, listed := 0, false
	for k := p.compare.a; k < p.compare.b; k++ {
		t := &d.tokens[k]
		listed = listed || t.isPunct('、') || t.is(catalog.Link) && !t.is(solid)
		if t.is(catalog.Here|catalog.Region) && !t.is(solid) {
			n++
		}
	}
	if !listed {
		return 0
	}
	return n
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

// A said is a subject with the unit that it was measured in.
type said struct {
	subject subject
	unit    int16
}
