package extract

import (
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
)

func (d *reading) setPeriod(st *sentence, w periodWord) {
	if w.reference() && !w.asOf() {
		return
	}
	frame := st.period
	if d.kind == kindReport && w.kind == periodRolling {
		frame = d.page.period // 五年来: up to the year reviewed
	}
	if d.kind == kindNews && w.asOf() && strings.Contains(d.text[w.start:w.end], "月") && frame.Last.Year < d.doc.Published.Year && st.periodFrom == fromSentence {
		frame = indicators.Period{} // 2018年签约的项目，截至9月底…
	}
	years := d.kind == kindNews && w.kind == periodRolling && w.span()
	if years {
		if frame = (indicators.Period{}); d.doc.Published.Month > 0 && d.doc.Published.Month <= 3 {
			frame = indicators.Year(int(d.doc.Published.Year) - 1) // 五年来, said early in a year
		}
	}
	p, ok := d.resolve(w, frame)
	if !ok {
		return
	}
	if d.kind == kindNews && d.lastYear(st, w) {
		p = indicators.Year(int(d.doc.Published.Year) - 1)
	}
	if p.First == p.Last && !w.asOf() {
		return // the day of an event
	}
	if d.kind != kindReport && d.after(p) && w.kind == periodHoliday && strings.HasSuffix(d.text[:w.start], "从") {
		return // 从春节后开始一路下跌
	}
	begun := isSeason(p) && p.First.Before(d.doc.Published.AddDays(31)) || // this autumn, told at its beginning
		w.kind == periodHoliday && !d.doc.Published.Before(p.First) // a holiday, told on its second day
	if d.kind != kindReport && !begun && !strings.HasSuffix(d.text[w.start:w.end], "年度") && w.future(periodContext{Published: d.doc.Published, Frame: st.period}) {
		st.status, st.statusFrom = indicators.Target, fromSentence
	}
	if w.kind == periodPlan && !d.planRules(w) {
		return // “十五五”规划, 实现“十五五”良好开局: named, not ruling
	}
	if d.kind == kindReport {
		if w.span() && p.Last.Year > p.First.Year {
			st.run, st.runFrom = p, fromSentence
			if st.first && p.Last.Year-p.First.Year >= 4 {
				st.runFrom = fromSection // the years of a plan or of a government; 近3年 is said of one thing
			}
			st.runBase = indicators.Year(int(p.First.Year) - 1)
			if d.after(p) {
				st.status, st.statusFrom = indicators.Target, fromSentence
			}
			return
		}
		st.run, st.runFrom = indicators.Period{}, fromSentence // a year of its own
		if word := d.text[w.start:w.end]; p.IsYear() && (w.kind == periodRolling || strings.Contains(word, "过去的")) {
			st.runFrom = fromSection // 一年来, 刚刚过去的2025年: the run is over
		}
		if d.after(p) {
			st.status, st.statusFrom = indicators.Target, fromSentence
			if p.IsYear() && int(p.Last.Year) == d.year && st.first && w.start-st.start <= 60 && planWord(d.text[w.start:w.end]) &&
				!strings.ContainsAny(d.text[max(0, w.start-3):w.start], "于到至") {
				st.statusFrom, st.planned = fromSection, true // 今年，…: from here on the plan
			}
		}
	}
	if d.kind != kindReport && st.status == indicators.Target && (st.statusFrom == fromParagraph || st.statusFrom == fromSentence) && !d.after(p) {
		st.status, st.statusFrom = indicators.Actual, fromSentence // 今年前9个月: what was done
	}
	if d.kind == kindNews {
		st.run = indicators.Period{}
		if years && p.Last.Year > p.First.Year+1 && st.status != indicators.Target && !d.after(p) {
			st.run, st.runBase = p, indicators.Period{}
		}
	}
	switch asOf := p.Form == indicators.AsOf; {
	case asOf && st.periodFrom == fromSentence && st.period.Form != indicators.AsOf && p.Last == st.period.Last:
		st.span = st.period
	case !asOf:
		st.span = indicators.Period{}
		if st.first || !inside(p, frame) {
			st.head = p
		}
	}
	if p.Form == indicators.AsOf {
		st.stock = p
	}
	st.rule(p, fromSentence)
}

// lastYear reports whether a newspaper of the first months of a year means the
// year before: 过去一年, and 全年 where nothing rules.
func (d *reading) lastYear(st *sentence, w periodWord) bool {
	pub := d.doc.Published
	return d.pastYear(w) || pub.Month > 0 && pub.Month <= 3 && d.text[w.start:w.end] == "全年" && st.period.IsZero() && !d.intendsIn(st)
}

// pastYear reports whether a word is 过去一年, said early in a year.
func (d *reading) pastYear(w periodWord) bool {
	word, pub := d.text[w.start:w.end], d.doc.Published
	return pub.Month > 0 && pub.Month <= 3 && strings.HasPrefix(word, "过去") && strings.HasSuffix(word, "一年")
}

// frameArticle lets the first period of an article rule it: one of a year or
// less, no flash-back; a part of the year that rules takes its place.
func (d *reading) frameArticle(p indicators.Period) {
	if d.kind == kindReport || d.kind == kindBulletin || p.First.Year != p.Last.Year || d.flashBack(p) {
		return
	}
	now := d.section.period
	narrower := d.section.periodFrom == fromArticle && (now.IsYear() || now.Form == indicators.ToDate) && !p.IsYear() &&
		p.First.Year == now.First.Year && !now.Last.Before(p.Last) && p.Frequency() != "M"
	if now.IsZero() || narrower {
		d.section.rule(p, fromArticle)
	}
}

// flashBack reports whether a period is too old to rule an article.
func (d *reading) flashBack(p indicators.Period) bool {
	return p.Last.Year < d.doc.Published.Year-1
}

// planWord reports whether a word names the year that a report plans, and no
// day or end in it.
func planWord(word string) bool {
	return word == "今年" || strings.HasSuffix(word, "年") && strings.HasPrefix(word, "20")
}

// planRules reports whether a five-year plan is named as a time and not as a
// plan: “十四五”时期, “十四五”以来, “十四五”末.
func (d *reading) planRules(w periodWord) bool {
	word := d.text[w.start:w.end]
	if hasAny(word, "时期", "期间", "以来", "末", "年") || int(w.end) == len(d.text) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(d.text[w.end:])
	return next == '，' || next == ','
}

// after reports whether a period ends after the document was published, and
// so can only be intended.
func (d *reading) after(p indicators.Period) bool {
	return !d.doc.Published.IsZero() && d.doc.Published.Before(p.Last) && p.Form != indicators.ToDate
}
