package extract

import (
	"slices"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

func (d *reading) isRatio(v value) bool {
	return len(v.figs) > 1 && d.figures[v.figs[0]].form == figureRatio
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
		for _, c := range d.cat.Classes.PlaceTogether {
			noun = strings.TrimPrefix(noun, c)
		}
		noun = strings.TrimPrefix(noun, "分别") // 行政区分别 holds the word 区分
		return places, trimName(noun), true
	}
	if len(d.leadPlaces) == n && len(places) == 0 && p.has(catalog.Each) && len(d.cuts(p.noun, true)) != n-1 {
		noun := d.nounOf(p)
		if noun == "" && d.leadSet {
			noun = d.compose(d.lead)
		}
		return slices.Clone(d.leadPlaces), noun, true
	}
	return nil, "", false
}

// placesOfAll finds the places that a phrase lists and says one thing of with 均:
// 甲市、乙市增速均在60%以上.
func (d *reading) placesOfAll(st *sentence, p *phrase) []place {
	if !p.has(catalog.All) || !d.manyOf(p, func(t *token) bool { return t.is(catalog.Region) }) {
		return nil
	}
	var places []place
	for _, k := range p.scene {
		if d.tokens[k].is(catalog.Region) {
			if q, ok := d.regionAt(int(k), &st.setting); ok {
				places = append(places, q)
			}
		}
	}
	return places
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
	if len(out) == 0 && p.has(catalog.Each) && st.periodFrom == fromSentence {
		out = append(out, st.period)
	}
	if len(out) == 1 && n > 1 && int(out[0].Last.Year-out[0].First.Year) == n-1 && out[0].Last.Year > out[0].First.Year {
		first := int(out[0].First.Year)
		out = out[:0]
		for i := range n {
			out = append(out, indicators.Year(first+i)) // 2016年至2018年，分别完成…
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
	noun := d.nounOf(p)
	if noun == "" && d.leadSet && !strings.HasSuffix(d.subject.name, "比") {
		noun = d.compose(d.lead) // 城乡收入比缩小，由2.05：1降为2.02：1
	}
	if last := &d.figures[v.figs[n-1]]; n == 2 && last.mant == 1 && last.exp == 0 && (strings.HasSuffix(noun, "比") || noun == "" && strings.HasSuffix(d.subject.name, "比")) {
		f := &d.figures[v.figs[0]]
		f.form, f.end = figureBare, last.end // 收入比缩小至2.1：1
		d.observe(st, p, value{figs: v.figs[:1], token: v.token, last: v.last}, d.complete(noun, amountUnit, "", p), place{}, "to-one")
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
		if cut, ok := d.cat.Classes.Ratio.Ends(name); ok && cut != "" {
			name = cut
		}
		names[i] = strings.TrimSuffix(name, "的")
		if len(sectors) == n && names[i] == sectors[min(i, 2)] {
			names[i] += "增加值占地区生产总值比重"
		}
	}
	return names
}
