package extract

import (
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// roleFor looks up the role of a figure.
func (d *reading) roleFor(p *phrase, f *figure, unit unitClass, s subject) *role {
	traits := p.traits
	heads := headsOf(s.class)
	if noun := d.nounOf(p); noun != "" {
		_, _, class := d.splitHead(noun)
		heads |= headsOf(class)
		if class != catalog.NoHead && class != s.class {
			heads &^= headsOf(s.class)
		}
		if isShareName(noun) {
			heads |= shareNoun
		}
		if d.isGrowthName(noun) && unit == percentUnit {
			heads |= headsOf(catalog.GrowthHead)
		}
	} else if s.share {
		heads |= shareNoun
	} else if p.has(catalog.To|catalog.From) && unit == percentUnit && d.isGrowthName(d.noun) {
		heads |= headsOf(catalog.GrowthHead) // 增速由…回升至…
	}
	if d.ofPlaceAside(p, unit) {
		traits |= catalog.Up | catalog.YoY
	}
	if f.form == figureDoubling {
		traits |= catalog.Double
	}
	if !p.of.empty() {
		traits |= catalog.ShareOf
	}
	if p.flow != nil && p.flow.Traits&catalog.Net != 0 {
		traits |= catalog.Net
	}
	if d.tokenTraits(p.noun, catalog.Net) {
		traits |= catalog.Net
	}
	if d.tokenTraits(p.noun, catalog.Pull) && unit == pointUnit {
		traits |= catalog.Pull
	}
	if unit == percentUnit && f.form != figurePlain && p.verb == nil && traits&catalog.Arrive == 0 && s.class != catalog.RateHead {
		traits |= catalog.ShareOf
	}
	return roleOf(unit, traits, heads)
}

// tokenTraits reports whether a part begins or ends with a word of these traits.
func (d *reading) tokenTraits(p part, traits catalog.Traits) bool {
	for k := p.a; k < p.b; k++ {
		if t := &d.tokens[k]; t.is(traits) && !t.is(solid) && t.start >= p.start && t.end <= p.end {
			return true
		}
	}
	return false
}

// isGrowthName reports whether a name is one of growth: 投资增速.
func (d *reading) isGrowthName(s string) bool {
	if strings.HasSuffix(s, "自然增长率") {
		return false // a rate of its own: births less deaths
	}
	_, ok := d.cat.Classes.Growth.Ends(s)
	return ok
}

// trimGrowth takes 增速 and its like off a name: the growth of a thing is kept
// under the name of the thing.
func (d *reading) trimGrowth(s string) string {
	if cut, ok := d.cat.Classes.Growth.Ends(s); ok && cut != "" && d.isGrowthName(s) {
		return strings.TrimSuffix(cut, "同比")
	}
	return s
}

// settle decides basis, status, and period of an observation.
func (d *reading) settle(st *sentence, p *phrase, o *indicators.Observation, r *role, unit unitClass) {
	period, status := st.period, st.status
	if !st.run.IsZero() {
		if p.has(catalog.Annual|catalog.Sum|catalog.Net) || d.isEvent(p) || (r.measure == indicators.Growth || r.measure == indicators.Change) && !p.has(catalog.YoY|catalog.MoM|catalog.Exceed) && p.base < 0 || p.flow != nil || d.tokenTraits(p.noun, catalog.Flow|catalog.Sum) {
			period = st.run
		} else {
			period = indicators.Year(int(st.run.Last.Year))
		}
	}
	if (st.periodFrom != fromSentence && st.periodFrom != fromOwn || period.Form == indicators.ToDate || period.Last == st.stock.Last) && !st.stock.IsZero() && !period.Last.Before(st.stock.Last) && !st.stock.Last.Before(period.First) && d.isStock(o.Name) {
		period = st.stock // 3月末，存款余额…。其中住户存款余额…
	}
	if p.has(catalog.Annual) && st.run.IsZero() && period.IsYear() {
		last := int(period.Last.Year)
		switch said := d.text[p.start:p.end]; {
		case strings.Contains(said, "两年平均"):
			period = indicators.Years(last-1, last)
		case strings.Contains(said, "三年平均"):
			period = indicators.Years(last-2, last)
		case d.fromYear > 0 && d.fromYear < last:
			period = indicators.Years(d.fromYear+1, last)
		}
	}
	if p.has(catalog.Annual) && st.run.IsZero() && !d.section.run.IsZero() && !d.after(d.section.run) {
		period = d.section.run
	}
	if p.has(catalog.To) && r.measure == indicators.Level && st.run.IsZero() && p.own < 0 && period.Last.Year > period.First.Year {
		period = indicators.Year(int(period.Last.Year)) // 2011—2020年…增长到22亿千瓦
	}
	if p.base >= 0 && r.measure == indicators.Level && unit == amountUnit && !p.compare.empty() && strings.HasSuffix(d.text[p.start:p.end], "的") {
		if q, ok := d.resolve(d.periods[d.tokens[p.base].ref], period); ok {
			period, st.than = q, p.base // 比2010年的3.33人减少
		}
	}
	if p.own >= 0 && !d.ofGoal(p, p.own) {
		if q, ok := d.resolve(d.periods[d.tokens[p.own].ref], period); ok {
			period = q
		}
	}
	if status == indicators.Target && d.kind == kindNews && period.IsZero() && !d.doc.Published.IsZero() {
		period = indicators.Year(int(d.doc.Published.Year))
	}
	if p.has(catalog.From) && p.own < 0 && !p.has(catalog.To) {
		period = st.runBase // what it was: before the run, or at no stated time
		if period.IsZero() && d.fromYear > 0 {
			period = indicators.Year(d.fromYear) // of the one that the sentence began with
		}
	}
	if p.goal || p.quota && unit == amountUnit {
		status = indicators.Target
		if !period.IsZero() {
			period = indicators.Year(int(period.Last.Year))
		}
	}
	if p.has(catalog.From) && !p.has(catalog.To) && (p.own < 0 || !d.after(period)) {
		status = indicators.Actual // from what it was
	}
	if d.kind != kindReport && status == indicators.Target && p.own < 0 && !p.goal && !d.after(period) && !d.doc.Published.IsZero() && !p.has(catalog.From) {
		period = indicators.Year(int(d.doc.Published.Year)) // a plan is for what is to come
	}
	if d.kind == kindReport && status == indicators.Target && !period.IsZero() && !d.after(period) && !p.goal && !p.quota {
		status = indicators.Actual // what is over was not planned
	}
	for i, k := range p.scene {
		if i > 0 && d.tokens[p.scene[i-1]].kind == tokPeriod {
			break // a list of periods
		}
		if t := &d.tokens[k]; t.kind == tokPeriod && st.periodFrom != fromOwn && p.own < 0 && p.compare.empty() && d.periods[t.ref].reference() && !d.periods[t.ref].asOf() {
			if q, ok := d.resolve(d.periods[t.ref], period); ok {
				period = q // （上年同期增长4.1%）
			}
		}
	}
	o.Period, o.Status = period, status
	if r.measure == indicators.Growth || r.measure == indicators.Change {
		o.Basis = d.basis(st, p, o, r, unit)
	}
}

// isStock reports whether a name is of what stands at a day.
func (d *reading) isStock(name string) bool { return d.cat.Classes.Stock.In(name) }

// isEvent reports whether a noun tells what was done, and so adds up over a run
// of years; a stock stands at its end.
func (d *reading) isEvent(p *phrase) bool {
	said := d.text[p.noun.start:p.noun.end]
	if said == "投入" || said == "投资" {
		return true
	}
	if rest, ok := d.cat.Classes.Deed.Begins(said); ok && rest != "" {
		return true // inside of a noun the verb names a thing: 建设项目
	}
	return p.flowName != "" || d.cat.Classes.Event.In(d.text[p.start:max(p.start, p.noun.end)])
}

// longAgo reports whether the period of token k ended years before another, so
// that a whole sentence is told against it: 比2013年末增加30个，…增加5个.
func (d *reading) longAgo(k int32, p indicators.Period) bool {
	base, ok := d.resolve(d.periods[d.tokens[k].ref], p)
	return ok && p.Last.Year-base.Last.Year > 1
}

// basis tells what a change is measured against.
func (d *reading) basis(st *sentence, p *phrase, o *indicators.Observation, r *role, unit unitClass) indicators.Basis {
	switch {
	case p.has(catalog.Annual):
		return indicators.AnnualAverage
	case unit == percentUnit && (o.Period.IsYear() || o.Period.Last.Year > o.Period.First.Year) && p.verb != nil && strings.HasSuffix(strings.TrimSuffix(d.text[p.start:p.end], p.verb.Text), "累计"):
		return indicators.Cumulative // 五年中到2020年累计降低28%
	case p.has(catalog.MoM):
		return indicators.MoM
	case p.has(catalog.YoY):
		return indicators.YoY
	case p.has(catalog.Exceed) && d.planned(p):
		return indicators.Plan
	case p.has(catalog.Exceed) && (p.base < 0 || d.textOf(&d.tokens[p.base]) == "同期"):
		return indicators.NoBasis
	case p.has(catalog.Cumulative):
		return indicators.Cumulative
	}
	at := p.base
	switch {
	case at >= 0 && !p.compare.empty():
		st.than, st.thanAll = at, false
	case at < 0 && p.compare.empty() && (st.thanAll || p.noun.empty() || st.than >= 0 && d.longAgo(st.than, o.Period)):
		at = st.than
	}
	if at >= 0 {
		w := d.periods[d.tokens[at].ref]
		text := d.textOf(&d.tokens[at])
		base, ok := d.resolve(w, o.Period)
		switch {
		case strings.Contains(text, "年初"), strings.Contains(text, "以来"), ok && sinceYearEnd(base, o.Period):
			return indicators.Cumulative
		case !ok:
			return indicators.YoY
		case o.Period.IsZero() && !d.doc.Published.IsZero() && d.doc.Published.Year-base.Last.Year > 1:
			return indicators.Cumulative
		case o.Period.IsZero():
			return indicators.YoY
		case base.Last.Year == o.Period.Last.Year && base.Last.Before(o.Period.Last), strings.Contains(text, "上月"), strings.Contains(text, "上季"):
			return indicators.MoM
		case o.Period.Last.Year-base.Last.Year > 1:
			return indicators.Cumulative
		}
		return indicators.YoY
	}
	if !p.compare.empty() {
		if d.planned(p) {
			return indicators.Plan
		}
		return indicators.NoBasis
	}
	if !st.run.IsZero() && o.Period == st.run {
		return indicators.Cumulative
	}
	if d.since != indicators.NoBasis && p.noun.empty() && r.measure == indicators.Growth {
		return d.since // 比年初增加386亿元，增长5.2%
	}
	if r.measure == indicators.Growth || unit == pointUnit || r.name == "amount-change" && p.left == nil {
		return indicators.YoY
	}
	return indicators.NoBasis
}

// planned reports whether a phrase compares with what was planned: 高于年度目标,
// 超序时进度.
func (d *reading) planned(p *phrase) bool {
	return d.cat.Classes.Plan.In(d.text[p.compare.start:p.compare.end]) || p.verb != nil && strings.HasSuffix(p.verb.Text, "进度")
}

// sinceYearEnd reports whether a part of a year is compared with the end of the
// year before: 3月末比2022年底.
func sinceYearEnd(base, period indicators.Period) bool {
	return base.Form == indicators.AsOf && base.Last.Month == 12 && base.Last.Day == 31 &&
		period.Last.Year == base.Last.Year+1 && period.Last.Month < 12
}

// sign gives a growth or change the sign of its verb.
func (d *reading) sign(o *indicators.Observation, p *phrase, r *role, name string, f *figure) {
	if !r.sign || o.Value.IsNegative() {
		return
	}
	c, noun := d.cat.Classes, d.nounOf(p)
	down := false
	if noun == "" && p.has(catalog.To) {
		noun = d.noun
	}
	if p.verb != nil && !(p.has(catalog.To) && c.Fall.In(noun)) {
		t := p.verb.Traits
		falls := c.Fall.In(noun)
		switch {
		case t&catalog.Narrow != 0:
			down = !falls && (c.Rise.In(noun) || c.Gap.In(noun))
		case t&catalog.Down != 0:
			down = !falls && !(p.has(catalog.To) && c.Rise.In(noun)) // 涨幅回落到2.6%: still a rise
		case t&catalog.Up != 0:
			down = falls
		}
	} else if c.Fall.In(noun) {
		down = true
	}
	if down {
		o.Value = o.Value.Neg()
	}
}
