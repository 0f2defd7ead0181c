package extract

import (
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// asideFigure reads the bracket that token k opens where it holds nothing but
// the growth of the place named right before it, and passes over it, so that
// the clause goes on: 比全省（7.7%）和全国（7.0%）分别高0.7、1.4个百分点.
func (d *reading) asideFigure(st *sentence, k int32) bool {
	if k <= st.a || k+2 >= st.b || !d.tokens[k].isPunct('（') || !d.tokens[k+2].isPunct('）') || d.tokens[k+1].kind != tokFigure {
		return false
	}
	f := &d.figures[d.tokens[k+1].ref]
	if f.form != figurePlain || d.unitClass(f) != percentUnit || !d.blank(d.tokens[k].end, f.start) || !d.blank(f.end, d.tokens[k+2].start) {
		return false
	}
	at := k - 1
	if d.tokens[at].is(catalog.AverageOf) && at > st.a {
		at--
	}
	t := &d.tokens[at]
	if t.is(solid) || t.kind != tokPeriod && !t.is(catalog.Here|catalog.Region|catalog.Scope) || d.tokens[k-1].end != d.tokens[k].start {
		return false
	}
	var where place
	ok := false
	own := int32(-1)
	switch {
	case t.kind == tokPeriod:
		own, ok = at, true // 较一季度（3.2%）回升2.1个百分点
	case t.is(catalog.Here):
		where, ok = d.here(d.textOf(t), &st.setting)
	case t.is(catalog.Region):
		where, ok = d.regionAt(int(at), &st.setting)
	}
	if ok && d.grew && !d.subject.empty() {
		p := phrase{start: f.start, end: f.start, own: own, base: -1, traits: catalog.Up | catalog.YoY}
		figs := []int32{d.tokens[k+1].ref}
		subject, thing, noun := d.subject, d.thing, d.noun
		d.observe(st, &p, value{figs: figs, token: k + 1, last: k + 1}, subject, where, "aside")
		d.subject, d.thing, d.noun, d.grew = subject, thing, noun, true
	} else {
		d.drop(f, "aside")
	}
	for j := k; j <= k+2; j++ {
		d.tokens[j].kind = tokNote
	}
	return true
}

// An outside is what ruled before a bracket, and rules again behind it.
type outside struct {
	setting setting
	grew    bool
	open    bool
}

// openBracket keeps what rules for behind the bracket.
func (d *reading) openBracket(st *sentence) {
	if !d.outside.open {
		d.outside = outside{st.setting, d.grew, true}
	}
}

// shutBracket gives back what ruled before the bracket: its place, and its
// time, where it had one.
func (d *reading) shutBracket(st *sentence) {
	o := d.outside
	d.outside = outside{}
	if !o.open {
		return
	}
	st.region, st.regionFrom, st.home = o.setting.region, o.setting.regionFrom, o.setting.home
	st.status, st.statusFrom = o.setting.status, o.setting.statusFrom
	if o.setting.periodFrom == fromSentence || !o.setting.period.IsZero() && st.period.Form == indicators.AsOf {
		st.period, st.periodFrom = o.setting.period, o.setting.periodFrom
	}
	d.grew = o.grew
}

// ofPlaceAside reports whether a percentage stands alone with a place in a
// bracket behind a growth, and so is that place's: 增长7.5%（全市11.1%）.
func (d *reading) ofPlaceAside(p *phrase, unit unitClass) bool {
	return unit == percentUnit && d.outside.open && d.outside.grew && p.noun.empty() && p.of.empty() && p.verb == nil && !p.has(catalog.ShareOf) && len(p.scene) > 0
}

// magnitudeOf returns the power of ten that the magnitude of a numeral
// multiplies it by: 8 of 34.9亿; 0 where it has none.
func (d *reading) magnitudeOf(f *figure) int16 {
	decimals := int16(0)
	point := false
	for i := f.numStart; i < f.numEnd; i++ {
		switch c := d.text[i]; {
		case c == '.':
			point = true
		case point && isDigit(rune(c)):
			decimals++
		}
	}
	return f.exp + decimals
}

// shareMagnitude gives the bare numbers of a list the magnitude that only the
// last one prints: 31.4、15.7和34.9亿元. It does not where they may be whole
// counts: 980和1.5万件.
func (d *reading) shareMagnitude(run []value) {
	last := &d.figures[run[len(run)-1].figs[0]]
	mag := d.magnitudeOf(last)
	if mag < 4 || last.han {
		return
	}
	decimal, whole := strings.Contains(d.text[last.numStart:last.numEnd], "."), true
	for _, v := range run[:len(run)-1] {
		f := &d.figures[v.figs[0]]
		if len(v.figs) != 1 || f.form != figureBare || f.han || f.unit >= 0 || d.magnitudeOf(f) != 0 {
			return
		}
		integer, _, parted := strings.Cut(d.text[f.numStart:f.numEnd], ".")
		if !parted && (len(integer) > 3 && mag < 8 || len(integer) > 4) {
			return
		}
		whole = whole && !parted
	}
	if decimal && whole {
		return
	}
	for _, v := range run[:len(run)-1] {
		d.figures[v.figs[0]].exp += mag
	}
}
