package extract

import (
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// A facet is what one piece of a table says of the figures that it rules: a
// title, a head of a column, a label of a row. What it does not say is zero.
type facet struct {
	noun   string // what is measured, cleaned; "" where only the role is told
	unit   string // as printed, without brackets
	role   tableRole
	basis  indicators.Basis
	period indicators.Period
	region place
	target bool // 预算数, 目标

	loose   bool            // 增减, 增加: of an amount where no unit says otherwise
	prior   bool            // the period is one before the table's: 上年同期
	head    headKind        // of the head of a column
	span    indicators.Span // where it stands
	spanned indicators.Span // where its period stands
}

// facet reads a piece of a table. frame is the period that its words are
// relative to.
func (d *reading) facet(text string, frame indicators.Period) facet {
	var f facet
	bare, unit := cutUnit(text)
	if unit != "" && (d.isUnit(unit) || unitLike(unit)) {
		f.unit = unit
	} else {
		bare = text
	}
	var at int
	f.role, at = roleOfHead(bare)
	d.scan(bare)
	var b strings.Builder
	from := 0
	cut := func(t *token) {
		if int(t.start) >= from {
			b.WriteString(bare[from:t.start])
			from = int(t.end)
		}
	}
	base := ""
	for k := range d.tokens {
		t := &d.tokens[k]
		switch {
		case t.kind == tokNote:
			if int(t.start) < at {
				cut(t)
			}
		case t.kind == tokPeriod && int(t.start) >= at:
			base = d.textOf(t)
		case t.kind == tokPeriod:
			w := d.periods[t.ref]
			if p, ok := d.resolve(w, frame); ok && f.period.IsZero() {
				f.period, f.prior = p, w.reference()
			}
			cut(t)
		case int(t.start) >= at:
		case t.is(catalog.Here):
			if p, ok := d.here(d.textOf(t), &d.section); ok && f.region.code == "" {
				f.region = p
				cut(t)
			}
		case t.is(catalog.Region) && !t.is(catalog.HeadNoun|catalog.Known|catalog.NameWord|catalog.Shadow):
			if p, ok := d.regionAt(k, &d.section); ok && f.region.code == "" {
				f.region = p
				cut(t)
			}
		}
	}
	if from < at {
		b.WriteString(bare[from:at])
	}
	f.noun = trimName(squeeze(b.String()))
	f.basis = basisOfHead(bare[at:], base)
	f.loose = f.role == growthRole && f.unit == "" && hasAny(bare[at:], "增减", "增加", "减少") && !hasAny(bare[at:], "幅", "%", "±", "率")
	for _, w := range [...]string{"预算数", "计划", "目标", "预期"} {
		if f.role == noRole && strings.Contains(bare, w) && !strings.Contains(bare, "完成") {
			f.target = true
			f.noun = strings.TrimSuffix(strings.ReplaceAll(f.noun, w, ""), "数")
		}
	}
	return f
}

// basisOfHead tells what a head compares with.
func basisOfHead(s, base string) indicators.Basis {
	switch {
	case hasAny(s, "年初", "上年底"):
		return indicators.Cumulative
	case hasAny(s, "环比", "上月", "上季", "上期"):
		return indicators.MoM
	case hasAny(s, "年均", "年平均"):
		return indicators.AnnualAverage
	case hasAny(s, "预算", "计划", "目标"):
		return indicators.Plan
	}
	return indicators.YoY
}

// isUnit reports whether a printed unit is one of the catalogue, with or
// without a magnitude.
func (d *reading) isUnit(s string) bool {
	_, _, known := d.tableUnit(s)
	return known
}

// tableUnit returns the unit that a table prints, without its magnitude, and
// the power of ten that the magnitude means. known is false where the catalogue
// has no such unit; the name is then as printed.
func (d *reading) tableUnit(s string) (name string, power int, known bool) {
	s = trimUnit(s)
	if u, ok := d.cat.Units.ByName(s); ok {
		return u.Name, 0, true
	}
	power, rest := catalog.Magnitude(s)
	for _, more := range [...]string{"万", "亿"} { // 百万吨 is one magnitude, 十亿 may be two
		if r, ok := strings.CutPrefix(rest, more); ok && power > 0 && r != "" {
			p, _ := catalog.Magnitude(more)
			power, rest = power+p, r
		}
	}
	if u, ok := d.cat.Units.ByName(rest); ok {
		return u.Name, power, true
	}
	if i, n := d.cat.Units.Match(rest, 0); n > 0 && (n == len(rest) || strings.HasPrefix(rest[n:], "（") || strings.HasPrefix(rest[n:], "(")) {
		return d.cat.Units.At(i).Name, power, true
	}
	if power == 3 && rest != "" && strings.ContainsAny(rest, "伏瓦安赫焦卡克米") { // 千伏安 is a unit of its own
		return s, 0, false
	}
	return rest, power, false
}
