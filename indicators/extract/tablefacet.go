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

	index bool            // 上年=100
	loose bool            // 增减, 增加: of an amount where no unit says otherwise
	prior bool            // the period is one before the table's: 上年同期
	head  headKind        // of the head of a column
	span  indicators.Span // where it stands
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
	if k := strings.Index(squeeze(bare), "=100"); k >= 0 {
		return facet{index: true, basis: basisOfHead(bare, ""), unit: f.unit}
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
			p, ok := d.resolve(w, frame)
			if word := d.textOf(t); (word == "本月" || word == "当月") && !frame.IsZero() && !frame.IsYear() {
				p, ok = indicators.Months(int(frame.Last.Year), int(frame.Last.Month), int(frame.Last.Month)), true
			}
			if ok && f.period.IsZero() {
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
	if strings.Contains(f.noun, "累计") && frame.Frequency() == "M" && (f.period.IsZero() || f.period.Frequency() == "M") {
		f.period = toDate(frame)
	}
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

// under is the facet of a column whose upper head is f and whose lower one is g.
func (d *reading) under(f, g facet) facet {
	if f.span.End == 0 {
		return g
	}
	switch {
	case g.noun == "" || plainHeads[g.noun]:
		g.noun = f.noun
	case f.noun != "" && !plainHeads[f.noun] && f.noun != g.noun:
		g.noun = d.partOf(f.noun, g.noun)
	}
	if g.unit == "" {
		g.unit = f.unit
	}
	if g.role == noRole {
		g.role, g.basis = f.role, f.basis
	}
	if g.period.IsZero() {
		g.period, g.prior = f.period, f.prior
	}
	if g.region.code == "" {
		g.region = f.region
	}
	if g.head == headNone {
		g.head = f.head
	}
	g.target = g.target || f.target
	if g.index = g.index || f.index; g.index {
		g.role, g.basis = noRole, max(g.basis, f.basis)
	}
	return g
}

// toDate is the time from the beginning of the year to the end of p.
func toDate(p indicators.Period) indicators.Period {
	p = indicators.Months(int(p.Last.Year), 1, int(p.Last.Month))
	if p.Frequency() == "P" {
		p.Form = indicators.ToDate
	}
	return p
}

// indexOf names the index of a thing on the base of a column: 环比, 同比.
func (f *facet) indexOf(name string) string {
	name = strings.TrimSuffix(name, "指数")
	switch f.basis {
	case indicators.MoM:
		name += "环比"
	case indicators.YoY:
		name += "同比"
	}
	return name + "指数"
}
