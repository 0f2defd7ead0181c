package extract

import (
	"strings"

	"suanpan/indicators/catalog"
)

// A value is one value of a clause: a figure, the two ends of a range, or the
// parts of a ratio.
type value struct {
	figs  []int32 // indices in figures
	token int32   // of the first
	last  int32   // token of the last
	own   *phrase // its own predicate in a list: 增长6.3%和[下降]2.8%; nil for the list's
}

// clause reads bytes start to end of the passage, between two marks.
func (d *reading) clause(st *sentence, start, end int32, a, b int32) {
	values, figs := d.values[:0], d.valueFigs[:0]
	for k := a; k < b; k++ {
		if d.tokens[k].kind != tokFigure {
			continue
		}
		f := &d.figures[d.tokens[k].ref]
		if reason := d.noFigure(st, k, a, b, end); reason != "" {
			d.drop(f, reason)
			continue
		}
		n := len(values)
		if n > 0 && d.sameValue(&values[n-1], k) {
			figs = append(figs, d.tokens[k].ref)
			values[n-1].figs = figs[len(figs)-len(values[n-1].figs)-1 : len(figs) : len(figs)]
			values[n-1].last = k
			continue
		}
		figs = append(figs, d.tokens[k].ref)
		values = append(values, value{figs: figs[len(figs)-1 : len(figs) : len(figs)], token: k, last: k})
	}
	d.values, d.valueFigs = values, figs
	if len(values) == 0 {
		d.bare(st, start, end, a, b)
		return
	}
	from, at := start, a
	var before phrase
	d.taken = 0
	for i := 0; i < len(values); {
		n := 1
		for i+n < len(values) && d.follows(values[i+n-1], values[i+n]) {
			n++
		}
		run := values[i : i+n]
		first := &d.figures[run[0].figs[0]]
		stop := end
		next := b
		if i+n < len(values) {
			next = values[i+n].token
			stop = d.figures[values[i+n].figs[0]].start
		}
		p := d.phraseOf(from, first.start, at, run[0].token)
		if i == 0 && start == 0 && d.kind != kindNews {
			d.dropTitle(&p)
		}
		if m := d.eachRun(&p, values[i:], n); m > n {
			n, run = m, values[i:i+m]
			stop, next = end, b
			if i+n < len(values) {
				next = values[i+n].token
				stop = d.figures[values[i+n].figs[0]].start
			}
		}
		if i > 0 && d.bareLink(values[i-1], values[i]) {
			own, scene := before, before.scene
			own.noun, own.object, own.of, own.scene = part{}, part{}, part{}, scene[:0]
			p = own // 各增6条、4个: one predicate for both
		}
		if before.quota && p.end-p.start == int32(len("的")) && d.unitClass(first) == percentUnit {
			p.quota = true
			p.traits |= catalog.Finish // 完成预算6亿元的40%
		}
		before = p
		if i > 0 && !p.noun.empty() {
			d.lastPiece(&p, from, first.start, at, run[0].token)
		}
		d.listVerb(&p, first, i > 0 && at < b && d.tokens[at].start == from && (d.tokens[at].isPunct('、') || d.tokens[at].is(catalog.Link)))
		last := run[n-1]
		d.bind(st, &p, run, d.tokens[last.last].end, stop, last.last+1, next)
		from, at = d.tokens[last.last].end, last.last+1
		for d.taken > from && at < next && d.tokens[at].start < d.taken {
			at++
		}
		from = max(from, d.taken)
		i += n
	}
}

// dropTitle takes the title that a paragraph runs in with off its first noun:
// 人口年末常住人口94万人. What needs the title stays whole: 粮食全年产量.
func (d *reading) dropTitle(p *phrase) {
	const longest = 12 // bytes of such a title
	for k := p.noun.a; k < p.noun.b; k++ {
		t := &d.tokens[k]
		if t.kind != tokPeriod && !(t.is(catalog.Lead) && strings.HasPrefix(d.textOf(t), "全年")) || t.start <= p.noun.start || t.end >= p.noun.end {
			continue
		}
		rest := part{t.end, p.noun.end, k + 1, p.noun.b}
		if name := d.compose(rest); t.start-p.noun.start <= longest && name != "" && !d.isDependent(name) {
			p.noun = rest
		}
		return
	}
}

// eachRun returns how many of the values, n of which are one list already,
// belong to the names that 分别 pairs them with: each may have a unit and a verb
// of its own.
func (d *reading) eachRun(p *phrase, values []value, n int) int {
	if !p.has(catalog.Each) {
		return n
	}
	for n < len(values) {
		v, w := values[n-1], &values[n]
		k := v.last + 1
		if k >= w.token || d.tokens[k].start != d.tokens[v.last].end || !(d.tokens[k].isPunct('、') || d.tokens[k].is(catalog.Link)) {
			break
		}
		q := d.phraseOf(d.tokens[k].end, d.figures[w.figs[0]].start, k+1, w.token)
		if !q.noun.empty() || !q.object.empty() || len(q.scene) > 0 {
			break
		}
		if q.verb != nil || q.traits != 0 {
			q.compare, q.base, q.own = p.compare, p.base, p.own
			q.traits |= p.traits &^ (change | catalog.To | catalog.Net | catalog.Exceed)
			w.own = &q
		}
		n++
	}
	return n
}

// lastPiece takes a phrase that follows another figure from its last 、 on,
// where only a predicate stands behind it: 5.53万亿元、稳居前十、增长4.8%.
func (d *reading) lastPiece(p *phrase, from, end int32, a, b int32) {
	for k := b - 1; k >= a; k-- {
		if !d.tokens[k].isPunct('、') {
			continue
		}
		q := d.phraseOf(d.tokens[k].end, end, k+1, b)
		if q.noun.empty() && q.verb != nil && d.tokens[k].start > from {
			*p = q
		}
		return
	}
}

// sameValue reports whether figure token k is a further part of a value: the
// upper end of a range, the next part of a ratio.
func (d *reading) sameValue(v *value, k int32) bool {
	f, prev := &d.figures[d.tokens[k].ref], &d.figures[v.figs[len(v.figs)-1]]
	switch f.form {
	case figureRangeHigh:
		return prev.form == figureRangeLow
	case figureRatio:
		return prev.form == figureRatio && f.start-prev.end <= 4
	}
	return false
}

// follows reports whether value w belongs to one list with v: nothing but 、 or
// 和 stands between them.
func (d *reading) follows(v, w value) bool {
	if !d.bareLink(v, w) {
		return false
	}
	f, g := &d.figures[v.figs[0]], &d.figures[w.figs[0]]
	if rank := d.unitClass(f) == rankUnit; rank || d.unitClass(g) == rankUnit {
		return rank && d.unitClass(g) == rankUnit
	}
	return f.unit == g.unit && d.unitClass(f) == d.unitClass(g) || f.unit < 0 ||
		d.cat.Units.At(int(f.unit)).Name == "个" && d.unitClass(g) == pointUnit
}

// bareLink reports whether nothing but 、 or 和 stands between two values.
func (d *reading) bareLink(v, w value) bool {
	from := d.tokens[v.last].end
	for k := v.last + 1; k < w.token; k++ {
		t := &d.tokens[k]
		if !d.blank(from, t.start) || !(t.isPunct('、') || t.is(catalog.Link)) {
			return false
		}
		from = t.end
	}
	return d.blank(from, d.tokens[w.token].start) && w.token > v.last+1
}
