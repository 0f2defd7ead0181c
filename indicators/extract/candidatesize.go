package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// threshold reports whether a figure only narrows the noun behind it:
// 亿元以上项目320个, 65岁以上人口.
func (d *reading) threshold(k, b, end int32) bool {
	f := &d.figures[d.tokens[k].ref]
	printed := d.text[f.start:f.end]
	if !hasAny(printed, "以上", "以下", "以内") && !(strings.HasPrefix(d.text[f.end:end], "内") && d.class(f) == "length") {
		return false
	}
	next, _ := utf8.DecodeRuneInString(d.text[f.end:end])
	if f.end >= end || isPunctuation(next) {
		return false
	}
	if d.countBehindOf(k, b) {
		return true // 其中10亿元以上的4个
	}
	if k+1 < b && d.tokens[k+1].start == f.end && d.tokens[k+1].is(predicate|catalog.Verb) && !d.tokens[k+1].is(solid) {
		return false
	}
	return true
}

// countBehindOf reports whether 的 and a count follow figure token k.
func (d *reading) countBehindOf(k, b int32) bool {
	if k+2 >= b || !d.tokens[k+1].is(catalog.Of) || d.tokens[k+1].start != d.tokens[k].end {
		return false
	}
	if d.class(&d.figures[d.tokens[k].ref]) == "count" { // 10头以上的养殖户、合作社2468个
		for j := k + 2; j < b && j < k+12; j++ {
			t := &d.tokens[j]
			if t.kind == tokFigure {
				return d.class(&d.figures[t.ref]) == "count"
			}
			if t.kind == tokPunct && !t.isPunct('、') {
				return false
			}
		}
	}
	g := &d.tokens[k+2]
	return g.kind == tokFigure && d.class(&d.figures[g.ref]) == "count" && d.blank(d.tokens[k+1].end, g.start)
}

// attribute reports whether a figure is the size of the things that a count
// behind it counts: 200万千瓦机组1台.
func (d *reading) attribute(k, a, b int32) bool {
	f := &d.figures[d.tokens[k].ref]
	if d.class(f) == "money" && d.orSize(k, b) {
		return true
	}
	if d.capacity(f, k, b) {
		return true
	}
	of := k+1 < b && d.tokens[k+1].start == f.end && d.tokens[k+1].is(catalog.Of)
	switch d.class(f) {
	case "power", "mass", "apparent-power", "volume":
	case "money":
		thing := k+1 < b && d.tokens[k+1].start == f.end && d.tokens[k+1].is(catalog.HeadNoun|catalog.PartNoun|catalog.Known)
		if !of && !(thing && (f.bound == indicators.AtLeast || strings.HasSuffix(d.text[:f.start], "超"))) && !d.sizedThing(k, b) {
			return false // 超5亿元项目3个
		}
	default:
		return false
	}
	if !of && k+1 < b && d.tokens[k+1].is(predicate|catalog.Verb) && !d.tokens[k+1].is(solid) && d.tokens[k+1].start == f.end {
		return false
	}
	for j := k + 1; j < b; j++ {
		t := &d.tokens[j]
		if t.kind == tokPunct {
			return false
		}
		if t.kind == tokFigure {
			g := &d.figures[t.ref]
			return d.class(g) == "count" && g.form == figurePlain && g.start-f.end >= 6
		}
	}
	return false
}

// sizedThing reports whether nothing but a short noun stands between an amount
// and a count of it: 80亿元项目1个.
func (d *reading) sizedThing(k, b int32) bool {
	f := &d.figures[d.tokens[k].ref]
	for j := k + 1; j < b && d.tokens[j].end-f.end <= 36; j++ {
		t := &d.tokens[j]
		if t.kind == tokFigure {
			last := &d.tokens[j-1]
			return j > k+1 && last.end == t.start && last.is(catalog.HeadNoun) && last.word.Head == catalog.CountHead && d.class(&d.figures[t.ref]) == "count"
		}
		if t.kind != tokWord || t.is(predicate|catalog.Verb) && !t.is(solid) {
			return false
		}
	}
	return false
}

// orSize reports whether an amount is one end of a size that another amount
// goes on with: 50亿元或5亿美元以上项目2个, 30～50亿元项目.
func (d *reading) orSize(k, b int32) bool {
	f := &d.figures[d.tokens[k].ref]
	for j := k + 1; j < b && j <= k+2; j++ {
		if t := &d.tokens[j]; t.kind == tokFigure {
			between := d.text[f.end:t.start]
			return (between == "或" || between == "或者" || f.form == figureRangeLow) && d.class(&d.figures[t.ref]) == "money" && (d.attribute(j, 0, b) || d.threshold(j, b, int32(len(d.text))))
		}
	}
	return false
}

// capacity reports whether a figure is the size of works that are named behind
// it, alone or in a list: 100万吨铁精粉生产线, 4GW光伏电池片、11GW组件等项目.
func (d *reading) capacity(f *figure, k, b int32) bool {
	switch d.class(f) {
	case "power", "mass", "apparent-power", "energy":
	default:
		return false
	}
	next, _ := utf8.DecodeRuneInString(d.text[f.end:])
	if !unicode.Is(unicode.Han, next) || k+1 < b && d.tokens[k+1].start == f.end && d.tokens[k+1].end-f.end >= 6 && d.tokens[k+1].is(predicate|catalog.Verb|catalog.Flow) && !d.tokens[k+1].is(solid) {
		return false
	}
	rest := d.text[f.end:min(len(d.text), int(f.end)+210)]
	if i := strings.IndexAny(rest, "，。；（,;"); i >= 0 {
		rest = rest[:i]
	}
	for i, item := range strings.Split(rest, "、") {
		if hasAny(item, "生产线", "项目", "技改", "机组") {
			return true
		}
		if i > 0 && !strings.ContainsAny(item, "0123456789") && !strings.Contains(item, "等") {
			return false
		}
	}
	return false
}
