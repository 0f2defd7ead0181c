package extract

import (
	"strings"
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
	g := &d.tokens[k+2]
	return g.kind == tokFigure && d.class(&d.figures[g.ref]) == "count" && d.blank(d.tokens[k+1].end, g.start)
}

// attribute reports whether a figure is the size of the things that a count
// behind it counts: 200万千瓦机组1台.
func (d *reading) attribute(k, a, b int32) bool {
	f := &d.figures[d.tokens[k].ref]
	of := k+1 < b && d.tokens[k+1].start == f.end && d.tokens[k+1].is(catalog.Of)
	switch d.class(f) {
	case "power", "mass", "apparent-power", "volume":
	case "money":
		thing := k+1 < b && d.tokens[k+1].start == f.end && d.tokens[k+1].is(catalog.HeadNoun|catalog.PartNoun|catalog.Known)
		if !of && !(thing && (f.bound == indicators.AtLeast || strings.HasSuffix(d.text[:f.start], "超"))) {
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
