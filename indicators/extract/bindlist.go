package extract

import (
	"slices"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

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
	if last := len(d.out.Observations) - 1; n == 2 && unit == rankUnit && p.noun.empty() && last > st.group && (len(d.items) != n || strings.Contains(d.text[st.start:p.start], "；")) {
		level, growth := &d.out.Observations[last-1], &d.out.Observations[last]
		if level.Measure == indicators.Level && growth.Measure == indicators.Growth && level.Indicator == growth.Indicator {
			d.grew = false
			d.observe(st, p, run[0], d.subject, place{}, "pair-level") // 收入24亿元、增长6%，分居全省第4、第3位
			d.observe(st, p, run[1], d.rateOf(d.subject, "增速"), place{}, "pair-growth")
			return
		}
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
		if places := d.itemPlaces; len(places) == n {
			for i, v := range run {
				d.observe(st, p, v, items[i], places[i], "pair-places") // 三区分别实现…，分别增长…
			}
			d.items, d.itemPlaces = items, places
			return
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
