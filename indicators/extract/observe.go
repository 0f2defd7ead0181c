package extract

import (
	"slices"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// observe keeps the figures of one value as observations of a subject. where
// is the region that a list gives them, the zero place for the sentence's.
func (d *reading) observe(st *sentence, p *phrase, v value, s subject, where place, rule string) {
	f := &d.figures[v.figs[0]]
	unit := d.unitClass(f)
	if v.own != nil {
		p = v.own
	}
	if s.empty() {
		for _, k := range v.figs {
			d.drop(&d.figures[k], "no subject")
		}
		return
	}
	role := d.roleFor(p, f, unit, s)
	o := indicators.Observation{
		Key: indicators.Key{Indicator: s.id, Measure: role.measure},
	}
	name := s.name
	switch {
	case role.measure == indicators.Rank:
		if noun := d.nounOf(p); !d.isGrowthName(name) && (rule != "each" || noun == "") && (noun != "" && d.isGrowthName(noun) || noun == "" && (d.grew && !d.standing(p, s) || d.isGrowthName(d.noun))) {
			name += "增速"
		}
	case role.measure == indicators.Growth, role.measure == indicators.Change && unit == pointUnit:
		if cut := d.trimGrowth(name); cut != name {
			s = d.named(cut)
			name = s.name
		}
	}
	if role.measure == indicators.Share && !s.share && p.has(catalog.ShareOf) && !p.has(catalog.Finish) && p.of.empty() {
		if !isShareName(name) {
			name += "占比"
		}
		s = d.named(name)
		s.share = true
	}
	if p.has(catalog.Pull) && s.share {
		if i := strings.Index(name, "对"); i > 0 {
			name = name[:i]
		}
	}
	if role.measure == indicators.Share && p.has(catalog.Pull) && unit == pointUnit && !strings.Contains(name, "拉动") {
		name += "拉动" + d.pulled(p)
	}
	if role.measure == indicators.Share && (p.has(catalog.Finish) || s.class == catalog.GoalHead || role.name == "percent-goal") && !strings.Contains(name, "率") {
		name += "完成率"
	}
	o.Indicator = s.id
	if name != s.name {
		o.Indicator = d.named(name).id
	}
	o.Name = name
	o.Qualifiers = d.qualifiersOf(name)
	d.settle(st, p, &o, role, unit)
	region := st.region
	if where.code != "" {
		region = where
	}
	o.Region, o.Place = region.code, region.name
	trace := d.trace(st, p, &o, role, where)
	for _, k := range v.figs {
		g := &d.figures[k]
		one := o
		one.Quantity = d.quantity(g, unit)
		if one.Bound == indicators.Exact {
			switch {
			case p.has(catalog.Least):
				one.Bound = indicators.AtLeast
			case p.has(catalog.Most):
				one.Bound = indicators.AtMost
			}
		}
		d.sign(&one, p, role, name, f)
		one.From = indicators.Provenance{
			Span:      d.pass.span(g.start, g.end),
			Sentence:  d.pass.span(st.start, st.end),
			Rule:      d.join(role.name, "/", rule),
			Trace:     trace,
			Catalogue: d.cat.Version(),
			Document:  d.doc.ID,
		}
		one.Printed = one.From.Span.Of(d.doc.Text)
		d.out.Observations = append(d.out.Observations, one)
	}
	if role.measure != indicators.Rank && !(role.measure == indicators.Share && p.has(catalog.Pull|catalog.Finish)) {
		if role.measure == indicators.Level || role.measure == indicators.Growth || d.subject.empty() || s.share || !p.of.empty() || unit == amountUnit && !p.noun.empty() {
			if !(strings.HasSuffix(rule, "behind") && d.class(f) == "duration") {
				d.subject = s
				if !s.share {
					d.thing = s
				} else if of := d.sharer(s.name); !of.empty() {
					d.thing = of
				}
			}
		}
	}
	if len(d.items) == 0 || rule != "each" {
		d.remember(st, s, rule, role.measure == indicators.Level)
	}
	if role.measure == indicators.Level {
		d.itemsEnd = f.end
	}
	d.since = indicators.NoBasis
	if role.measure == indicators.Change && p.base >= 0 && unit == amountUnit {
		d.since = o.Basis
	}
	d.grew = role.measure == indicators.Growth || d.grew && role.measure == indicators.Change && unit == pointUnit
	if noun := d.nounOf(p); noun != "" {
		d.noun = noun
	}
	if role.measure == indicators.Rank && !p.noun.empty() && rule == "level" && !d.isGrowthName(name) {
		d.subject = s
	}
	if p.has(catalog.From) && !p.has(catalog.To) && o.Period.IsYear() {
		d.fromYear = int(o.Period.Last.Year)
	}
	if unit == amountUnit && len(d.said) < mostItems {
		d.said = append(d.said, said{s, f.unit})
	}
	st.first = false
	if rule != "project" {
		d.project = ""
	}
}

// sharer returns the amount whose share a name is of: 采矿业增加值 of 采矿业增加值占比.
func (d *reading) sharer(name string) subject {
	i := strings.Index(name, "占")
	if i <= 0 {
		return subject{}
	}
	if s := d.named(name[:i]); s.class == catalog.AmountHead {
		return s
	}
	return subject{}
}

// standing reports whether a rank is a place long held by an amount that the
// sentence gives: 零售额40亿元，增长12%，稳居全省第一.
func (d *reading) standing(p *phrase, s subject) bool {
	return hasAny(d.text[p.start:p.end], "稳居", "连续", "蝉联", "保持") &&
		slices.ContainsFunc(d.said, func(x said) bool { return x.subject.name == s.name })
}

// mostItems bounds the items of a sentence that 均 or 分别 may point to.
const mostItems = 40

// trace says of each attribute of a figure where it comes from.
func (d *reading) trace(st *sentence, p *phrase, o *indicators.Observation, r *role, where place) []indicators.Step {
	subject := indicators.Step{Attribute: "subject", Value: o.Name, Origin: fromSentence.String()}
	if !p.noun.empty() {
		subject.Origin = fromOwn.String()
		subject.Span = d.pass.span(p.noun.start, p.noun.end)
	}
	region := indicators.Step{Attribute: "region", Value: o.Place, Origin: st.regionFrom.String()}
	if where.code != "" {
		region.Origin = fromList.String()
	}
	period := indicators.Step{Attribute: "period", Value: d.periodOf(o), Origin: st.periodFrom.String()}
	if p.own >= 0 {
		t := &d.tokens[p.own]
		period.Origin, period.Span = fromOwn.String(), d.pass.span(t.start, t.end)
	}
	measure := indicators.Step{Attribute: "measure", Value: r.name, Origin: fromOwn.String()}
	if p.verb != nil {
		measure.Value = d.join(r.name, " ", p.verb.Text)
	}
	status := indicators.Step{Attribute: "status", Value: o.Status.String(), Origin: st.statusFrom.String()}
	steps := d.steps.take(5)
	steps[0], steps[1], steps[2], steps[3], steps[4] = subject, region, period, measure, status
	return steps
}

// A joinedWords is a text that was made of two words and a mark between them.
type joinedWords struct{ a, mark, b, text string }

// join returns two words with a mark between them. The words are of tables, so
// that a document makes few such texts, and often the same.
func (d *reading) join(a, mark, b string) string {
	for i := range d.joined {
		if j := &d.joined[i]; j.b == b && j.a == a && j.mark == mark {
			return j.text
		}
	}
	text := a + mark + b
	if len(d.joined) < mostJoined {
		d.joined = append(d.joined, joinedWords{a, mark, b, text})
	}
	return text
}

// mostJoined bounds the texts that are kept to be made but once.
const mostJoined = 64

// periodOf writes the period of a figure, which is mostly that of the one
// before.
func (d *reading) periodOf(o *indicators.Observation) string {
	if o.Period != d.periodSaid {
		d.periodSaid, d.periodText = o.Period, o.Period.String()
	}
	return d.periodText
}

// remember keeps a subject among the items that a later 均 or 分别 may point
// to: the levels of one sentence. One that is told of again comes last.
func (d *reading) remember(st *sentence, s subject, rule string, again bool) {
	if strings.HasPrefix(rule, "pair") || rule == "ratio" {
		return
	}
	if st.first {
		d.items = d.items[:0]
	}
	if len(d.items) == mostItems {
		return
	}
	for i, have := range d.items {
		if have.name == s.name {
			if again {
				d.items = append(slices.Delete(d.items, i, i+1), s)
			}
			return
		}
	}
	d.items = append(d.items, s)
}

// quantity says what a figure says, exactly.
func (d *reading) quantity(f *figure, unit unitClass) indicators.Quantity {
	q := indicators.Quantity{Value: f.value(d.text), Unit: f.unitText(d.cat.Units, d.text), Bound: f.bound}
	switch unit {
	case rankUnit:
		q.Unit = ""
	case ratioUnit:
		q.Unit = "%"
	case pointUnit:
		q.Unit = d.cat.Units.At(int(f.unit)).Name
	}
	return q
}

// pulled returns what 拉动 adds to: 拉动GDP增长 gives GDP增长.
func (d *reading) pulled(p *phrase) string {
	return strings.TrimSuffix(strings.TrimSuffix(d.compose(p.pull), "增速"), "增长") + "增长"
}
