package extract

import (
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// aimed reports whether a clause without figures tells what for or by what order,
// and so plans nothing: 为确保安全; 按照一体化发展要求.
func (d *reading) aimed(p *phrase) bool {
	said := d.text[p.start:p.end]
	return strings.HasPrefix(said, "为") || hasAny(said, "为确保", "为了", "为实现") || strings.HasSuffix(said, "要求") && (strings.HasPrefix(said, "按") || strings.HasPrefix(said, "根据"))
}

// estimated reports whether 预计 tells of a part of a year that is over, and so
// of what was done: 一季度预计完成400亿元.
func (d *reading) estimated(st *sentence, p *phrase) bool {
	now := st.period
	if now.IsZero() || d.after(now) || now.IsYear() || now.Form == indicators.AsOf || now.Last.Year != d.doc.Published.Year || st.periodFrom > fromParagraph {
		return false
	}
	said := d.text[p.start:p.end]
	return strings.Contains(said, "预计") && !hasAny(said, "力争", "计划", "目标", "确保", "将", "投产", "达产", "建成")
}

// intendsIn reports whether a sentence says an intention.
func (d *reading) intendsIn(st *sentence) bool {
	for k := st.a; k < st.b; k++ {
		if d.tokens[k].is(catalog.Intend) && !d.tokens[k].is(solid) {
			return true
		}
	}
	return false
}

// ofGoal reports whether the period of token k is that of a goal: 全年目标.
func (d *reading) ofGoal(p *phrase, k int32) bool {
	if int(k)+1 >= len(d.tokens) || !p.has(catalog.Sum|catalog.Lead) {
		return false
	}
	next := &d.tokens[k+1]
	return next.start == d.tokens[k].end &&
		(next.is(catalog.HeadNoun) && next.word.Head == catalog.GoalHead || strings.HasPrefix(d.text[next.start:], "计划的"))
}

// goesOnPlanning reports whether a sentence of a newspaper says further plans:
// 还将; 同时, behind a sentence that ended with one.
func (d *reading) goesOnPlanning(st *sentence) bool {
	if st.status == indicators.Target || st.a >= st.b {
		return false
	}
	named := false // a time to come
	also := d.intended && d.tokens[st.a].start == st.start && d.tokens[st.a].is(catalog.Connect) && hasAny(d.textOf(&d.tokens[st.a]), "同时", "此外", "另外")
	if first := &d.tokens[st.a]; d.intended && first.start == st.start && first.is(catalog.Flow) && !first.is(solid) {
		also = true // 今年要…。新开工改造老旧小区5万个
	}
	for k := st.a; k < st.b; k++ {
		t := &d.tokens[k]
		if t.is(catalog.Done) {
			return false
		}
		if t.kind == tokPeriod {
			if p, ok := d.resolve(d.periods[t.ref], st.period); !ok || !d.after(p) {
				return false
			}
			named = true
		}
		also = also || d.textOf(t) == "还将" && named
	}
	return also
}

// plans lets a sentence of a report that names its targets begin the plan of
// the year.
func (d *reading) plans(st *sentence) {
	if d.kind != kindReport || d.year == 0 {
		return
	}
	if namesTargets(d.text[st.start:st.end]) {
		st.rule(indicators.Year(d.year), fromSection)
		st.status, st.statusFrom = indicators.Target, fromSection
		st.run, st.runFrom = indicators.Period{}, fromSection
		return
	}
	if st.status != indicators.Target && st.run.IsZero() && !d.after(st.period) && d.onlyRough(st) {
		st.rule(indicators.Year(d.year), fromSentence)
		st.status, st.statusFrom = indicators.Target, fromSentence
	}
}
