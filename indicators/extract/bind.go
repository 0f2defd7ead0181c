package extract

import (
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
		if places := d.placesOfAll(st, p); len(places) > 1 {
			f := &d.figures[v.figs[0]]
			s := d.complete(d.nounOf(p), d.unitClass(f), d.class(f), p)
			for _, where := range places {
				d.observe(st, p, v, s, where, "each")
			}
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
			noun, rule = spentOn, "spent-on"
		} else if right := d.rightNoun(p, v, after, stop, a, b, noun); right != "" {
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
			case d.saysAgain(noun):
				noun = join(d.compose(d.lead), noun)
			case d.isDependent(noun) && !d.isIndicator(noun) || strings.HasPrefix(noun, "对") && strings.HasSuffix(noun, "贡献率") || d.ofOneKind(d.named(d.compose(d.lead)), noun),
				personal(noun) && d.class(f) == "people",
				branch(noun) && (d.class(f) == "count" || d.class(f) == "people"):
				d.subject = d.complete(d.compose(d.lead), d.unitClass(f), "", nil)
				d.thing = d.subject
			}
		}
		if st.first && !d.leadSet && !d.told.empty() && d.isDependent(noun) && !d.isIndicator(noun) {
			d.subject = d.complete(d.compose(d.told), d.unitClass(f), "", nil)
			d.thing = d.subject
		}
		if thing, head, ok := d.cutDeed(p.noun); ok && rule == "level" {
			d.subject = d.complete(d.compose(thing), d.unitClass(f), "", nil)
			d.thing, noun = d.subject, head
		}
		d.behind(p, after, a, b)
		if rule == "level" && d.onlyVerbs(p.noun) && !p.noun.empty() && d.class(f) == "count" {
			if deed := d.deedOn(noun); deed != "" {
				noun, rule = deed, "project"
			}
		}
		if rule == "level" && noun != "" && !d.subject.empty() && (!st.first || d.kind != kindNews) {
			noun = d.withActor(p, noun, d.class(f))
		}
		if noun == "" && p.verb != nil && p.verb.Text == "增收" && len(d.said) > 0 && d.cat.Units.At(int(d.said[len(d.said)-1].unit)).Dimension != "money" {
			noun = d.subject.printed + p.verb.Text // 带动农户1.5万人增收1.3亿元
		}
		s := d.complete(noun, d.unitClass(f), d.class(f), p)
		if s.share && noun == "" && d.unitClass(f) == percentUnit && p.verb != nil && !p.has(catalog.To) && !d.thing.empty() {
			s = d.thing // 占61.8%，增长9.2%
		}
		if noun == "" && d.unitClass(f) == amountUnit && p.start < p.end {
			s = d.sameUnit(s, f.unit)
			if arrived := d.stockOf(p, s, f.unit); !arrived.empty() {
				s = arrived
			}
		}
		if d.parts && rule == "level" && noun != "" && strings.Contains(d.whole.name, "床") && !strings.Contains(noun, "床") && d.cat.Units.At(int(f.unit)).Name == "张" {
			s = d.named(noun + "床位") // 床位1225张，其中二级医院499张
		} else if d.parts && rule == "level" && noun != "" && d.countedIn(s, f) == notItsUnit && d.countedIn(d.whole, f) == itsUnit {
			s = d.borrowHead(noun, d.whole) // 床位1036张，其中乡镇卫生院488张
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

// stockOf returns what an increase has brought to a number, where a phrase tells
// of nothing but the arrival: 新增龙头企业2家，达到22家. It is empty otherwise.
func (d *reading) stockOf(p *phrase, s subject, unit int16) subject {
	if len(d.said) == 0 || d.said[len(d.said)-1].unit != unit || !p.has(catalog.Arrive|catalog.To) || p.has(change|catalog.Intend) || p.base >= 0 {
		return subject{}
	}
	rest, ok := d.cat.Classes.Grown.Begins(s.printed)
	if !ok || rest == "" {
		return subject{}
	}
	return d.named(rest)
}

// A said is a subject with the unit that it was measured in.
type said struct {
	subject subject
	unit    int16
}
