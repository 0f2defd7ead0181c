package extract

import (
	"slices"
	"strings"

	"suanpan/indicators/catalog"
)

// together returns the subjects of the names that a phrase lists, nil where it
// lists none.
func (d *reading) together(p *phrase, f *figure) []subject {
	names := d.namedTogether(p.noun)
	out := make([]subject, len(names))
	for i, name := range names {
		out[i] = d.complete(name, d.unitClass(f), d.class(f), p)
	}
	return out
}

// everyOf returns the subjects that a single value is said of: all items of
// the list before, where 均 or 都 stands at a rank or a level.
func (d *reading) everyOf(st *sentence, p *phrase, v value) []subject {
	f := &d.figures[v.figs[0]]
	if s := d.indicatorsCounted(p, f); s != nil {
		return s
	}
	if s := d.sizeAndGrowth(p, f); s != nil {
		return s
	}
	if !p.has(catalog.All) {
		if p.has(catalog.Each) && p.object.empty() && d.unitClass(f) == percentUnit && len(d.cuts(p.noun, true)) == 1 {
			return d.together(p, f) // 甲、乙排放量分别下降2%
		}
		return nil
	}
	if names := d.jointNames(d.compose(p.noun)); names != nil {
		return []subject{d.complete(names[0], d.unitClass(f), "", p), d.complete(names[1], d.unitClass(f), "", p)}
	}
	if s := d.together(p, f); len(s) > 0 {
		return s
	}
	noun := d.compose(p.noun)
	summed := d.cat.Classes.Together.Has(noun)
	switch {
	case len(d.items) < 2 && summed && !d.subject.empty():
		if d.unitClass(f) == rankUnit && d.grew {
			return []subject{d.rateOf(d.subject, "增速")}
		}
		return []subject{d.subject} // 两项指标均居第6: one of them in a sentence before
	case len(d.items) < 2:
		return nil
	case summed:
		noun = ""
	}
	if d.unitClass(f) != rankUnit && noun != "" {
		if len(d.itemPlaces) != len(d.items) {
			return nil
		}
		s := d.complete(noun, d.unitClass(f), d.class(f), p) // of each place
		return slices.Repeat([]subject{s}, len(d.items))
	}
	out := slices.Clone(d.items)
	if noun != "" {
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

// sizeAndGrowth returns the thing and its growth, where both are ranked at once:
// 生产总值300亿元，总量和增速位居全市第一.
func (d *reading) sizeAndGrowth(p *phrase, f *figure) []subject {
	if d.unitClass(f) != rankUnit || p.noun.empty() {
		return nil
	}
	names := d.namedTogether(p.noun)
	if len(names) > 1 && d.allKnown(names) {
		return d.rankedAlike(names)
	}
	if len(names) != 2 {
		return nil
	}
	out := make([]subject, 2)
	for i, name := range names {
		switch s := d.named(name); {
		case d.subject.empty():
			return nil
		case d.isGrowthName(name) && s.class == catalog.GrowthHead:
			out[i] = d.rateOf(d.subject, name)
		case slices.Contains([]string{"总量", "规模", "总额", "总数"}, name):
			out[i] = d.subject
		default:
			return nil
		}
	}
	return out
}

// allKnown reports whether names are all of indicators of the catalogue, the
// last perhaps with 增速 behind it.
func (d *reading) allKnown(names []string) bool {
	for _, name := range names {
		if _, known := d.cat.Indicators.ByName(d.trimGrowth(name)); !known {
			return false
		}
	}
	return true
}

// rankedAlike returns the subjects of a rank that is said of several things:
// 地区生产总值、工业增加值增速排名全省前3位.
func (d *reading) rankedAlike(names []string) []subject {
	last := names[len(names)-1]
	grown := d.trimGrowth(last) != last
	out := make([]subject, len(names))
	for i, name := range names {
		out[i] = d.named(d.trimGrowth(name))
		if grown {
			out[i] = d.rateOf(out[i], "增速")
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

// countsNames reports whether figure token k only counts the names of a list
// before it: 工业投资、进出口、财政收入3项指标.
func (d *reading) countsNames(k, a int32) bool {
	f := &d.figures[d.tokens[k].ref]
	if d.class(f) != "count" || f.form != figurePlain {
		return false
	}
	rest := d.text[f.end:min(len(d.text), int(f.end)+21)]
	if i := strings.Index(rest, "指标"); i < 0 || strings.ContainsAny(rest[:i], "，。、；") {
		return false
	}
	for j := a; j < k; j++ {
		if d.tokens[j].isPunct('、') {
			return true
		}
	}
	return false
}

// indicatorsCounted returns the subjects of a list whose names a number counts, each by
// the head behind it: 工业投资、进出口2项指标增速居全市第一.
func (d *reading) indicatorsCounted(p *phrase, f *figure) []subject {
	if d.unitClass(f) != rankUnit {
		return nil
	}
	for k := p.noun.a; k < p.noun.b; k++ {
		if d.tokens[k].kind != tokFigure || !d.countsNames(k, p.noun.a) {
			continue
		}
		g := &d.figures[d.tokens[k].ref]
		list := part{p.noun.start, g.start, p.noun.a, k}
		if cut, ok := strings.CutSuffix(d.text[list.start:list.end], "等"); ok {
			list.end = list.start + int32(len(cut))
		}
		names := d.splitNames(list, len(d.cuts(list, true))+1)
		_, head, _ := strings.Cut(d.text[g.end:p.noun.end], "指标")
		out := make([]subject, len(names))
		for i, name := range names {
			if out[i] = d.named(name); d.isGrowthName(head) {
				out[i] = d.rateOf(out[i], head)
			}
		}
		return out
	}
	return nil
}
