package extract

import (
	"strings"
	"unicode/utf8"

	"suanpan/indicators/catalog"
)

// An opener is the verb that opens a list and rules all its members.
type opener struct {
	flow      string        // 新增, 淘汰: part of each member's name
	dimension string        // of the first member: the others are alike
	verb      *catalog.Word // 增加, 调减: each member is a change
	traits    catalog.Traits
}

// listVerb lets the verb that opens a list rule its further members:
// 新增甲企业5家、乙企业3家.
func (d *reading) listVerb(p *phrase, f *figure, member bool) {
	next, _ := utf8.DecodeRuneInString(d.text[f.end:])
	flow := d.flowOf(p.noun, next != utf8.RuneError && !isPunctuation(next) && next >= utf8.RuneSelf)
	if !member {
		d.opened = opener{}
		if !flow.empty() {
			d.opened.flow, d.opened.dimension = d.text[flow.start:flow.end], d.class(f)
			d.opened.traits = d.tokens[flow.a].word.Traits & catalog.Net
		} else if p.left != nil {
			d.opened.verb, d.opened.traits = p.left, p.left.Traits
		}
		return
	}
	if p.noun.empty() && p.object.empty() && p.verb == nil && p.traits == 0 && d.opened.flow != "" && d.class(f) != "money" {
		p.flowName = d.opened.flow // 建成5个甲、2个乙
	}
	if flow.empty() && !p.noun.empty() && p.verb == nil {
		if d.opened.flow != "" && d.flowsOn(p, d.class(f)) && !strings.HasPrefix(d.text[p.noun.start:], "新") {
			p.flowName = d.opened.flow
		}
		p.verb = d.opened.verb
		p.traits |= d.opened.traits
		p.member = d.opened.verb != nil
	}
}

// flowsOn reports whether the verb that opened a list rules a member measured in
// units of a dimension: of one kind with the first, or no money and no
// indicator of its own.
func (d *reading) flowsOn(p *phrase, dimension string) bool {
	noun := d.text[p.noun.start:p.noun.end]
	if d.opened.dimension == dimension {
		return !d.isDependent(noun)
	}
	if !ofWorks(dimension) || !ofWorks(d.opened.dimension) {
		return false
	}
	return !d.isDependent(noun) && !d.isIndicator(noun)
}

// ofWorks reports whether a dimension is one that works are measured in:
// 新建渠系8公里、泵站6处.
func ofWorks(dimension string) bool {
	switch dimension {
	case "count", "length", "area", "mass", "power", "volume":
		return true
	}
	return false
}

// flowOf returns the verbs that a noun opens with, or, where the figure stands
// before its own noun, those that it ends in: 新建和改造 of 新建和改造甲公路8公里, 改造
// of 利用旧房改造5个甲. It is empty where there are none.
func (d *reading) flowOf(n part, before bool) part {
	if n.a >= n.b {
		return part{}
	}
	flow := func(k int32) bool { return d.tokens[k].is(catalog.Flow) && !d.tokens[k].is(solid) }
	if last := n.b - 1; before && flow(last) && d.tokens[last].end == n.end {
		k := last
		for k > n.a && d.tokens[k-1].end == d.tokens[k].start && (flow(k-1) || k-1 > n.a && d.joins(k-1) && flow(k-2)) {
			k--
		}
		return part{d.tokens[k].start, n.end, k, n.b}
	}
	if t := &d.tokens[n.a]; t.start == n.start && t.is(catalog.Known) {
		if w, length := d.cat.Words.Longest(d.text[:t.start+6], int(t.start)); length == 6 && w.Is(catalog.Flow) && t.end-t.start > 6 {
			return part{n.start, n.start + 6, n.a, n.a + 1} // [新增]养老床位
		}
	}
	if !flow(n.a) || d.tokens[n.a].start != n.start {
		return part{}
	}
	k := n.a
	for k+1 < n.b && d.tokens[k+1].start == d.tokens[k].end && (flow(k+1) || k+2 < n.b && d.joins(k+1) && flow(k+2)) {
		k++
	}
	return part{n.start, d.tokens[k].end, n.a, k + 1}
}

// joins reports whether token k joins two words: 、 和.
func (d *reading) joins(k int32) bool {
	t := &d.tokens[k]
	return t.isPunct('、') || t.is(catalog.Link) && !t.is(solid)
}

// listEnd returns the token that parts the noun behind a figure from the next
// member of its list, which has a figure of its own: 和 in 2家甲和3个乙, 、 in
// 2家甲、乙3个; -1 where there is none.
func (d *reading) listEnd(after, stop int32, a, b int32) int32 {
	if b >= int32(len(d.tokens)) || d.tokens[b].kind != tokFigure || d.tokens[b].start != stop || d.unitClass(&d.figures[d.tokens[b].ref]) != amountUnit {
		return -1
	}
	for k := b - 1; k >= a; k-- {
		t := &d.tokens[k]
		if t.isPunct('、') && t.start > after && !d.cat.Classes.Grade.Has(d.text[after:t.start]) {
			return k // and not 9个市、县重点项目
		}
		if t.is(catalog.Link) && !t.is(solid) && k == b-1 && t.end == stop && t.start > after {
			return k
		}
	}
	return -1
}
