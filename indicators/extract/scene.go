package extract

import (
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// actorOf cuts a noun before the first verb or adverb in it, where it then ends
// as the name of a thing: 新能源产业 of 新能源产业持续壮大. It is empty otherwise.
func (d *reading) actorOf(n part) part {
	for k := n.a; k < n.b; k++ {
		if t := &d.tokens[k]; t.is(catalog.Adverb|catalog.Verb|catalog.Lead|change) && !t.is(solid) && t.end-t.start >= 6 && t.start > n.start && d.textOf(t) != "基本" {
			n.end, n.b = t.start, k
			break
		}
	}
	said := strings.TrimSuffix(d.text[n.start:max(n.start, n.end)], "制度")
	if _, head, _ := d.splitHead(said); head == "" && !d.partNoun(said) && !strings.HasSuffix(said, "保险") {
		return part{}
	}
	n.end = n.start + int32(len(said))
	for n.b > n.a && d.tokens[n.b-1].end > n.end {
		n.b--
	}
	return n
}

// lastModified cuts a noun behind its last 的.
func (d *reading) lastModified(n part) part {
	for k := n.b - 1; k >= n.a; k-- {
		if t := &d.tokens[k]; t.is(catalog.Of) && t.end < n.end {
			return part{t.end, n.end, k + 1, n.b}
		}
	}
	return n
}

// openParts begins a list of parts: what stood before is their whole.
func (d *reading) openParts() {
	if d.subject.name != "" && (!d.parts || d.subject.whole == "") {
		d.whole, d.parts = d.subject, true
		if d.whole.share && !d.thing.empty() {
			d.whole = d.thing
		}
	}
}

// set lets the scene of a phrase rule the rest of its sentence.
func (d *reading) set(st *sentence, p *phrase) {
	if d.manyOf(p, func(t *token) bool { return t.kind == tokPeriod }) || d.manyOf(p, func(t *token) bool { return t.is(catalog.Region) }) {
		return // 5月、6月…分别: each of its own figure
	}
	for _, k := range p.scene {
		t := &d.tokens[k]
		if t.kind == tokPeriod {
			if !p.bare && d.ofGoal(p, k) {
				continue // 完成全年目标的59.4%
			}
			if k > 0 && d.tokens[k-1].isPunct('（') && st.periodFrom == fromSentence {
				continue // 春节假期（截至6日16时）
			}
			if w := d.periods[t.ref]; t.start < p.noun.start || !w.span() {
				d.setPeriod(st, w)
			}
			continue
		}
		d.setPlace(st, int(k), p.noun)
	}
	if p.has(catalog.Done) && !p.has(catalog.Intend) && st.statusFrom == fromSentence && d.kind != kindReport {
		st.status = indicators.Actual // 计划种植…，目前已完成…
	}
	if p.has(catalog.Intend) && d.kind == kindNews && !(p.bare && d.aimed(p)) && !d.estimated(st, p) {
		st.status, st.statusFrom = indicators.Target, fromSentence
	}
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

// aimed reports whether a clause without figures tells what for or by what order,
// and so plans nothing: 为确保安全; 按照一体化发展要求.
func (d *reading) aimed(p *phrase) bool {
	said := d.text[p.start:p.end]
	return strings.HasPrefix(said, "为") || hasAny(said, "为确保", "为了", "为实现") || strings.HasSuffix(said, "要求") && (strings.HasPrefix(said, "按") || strings.HasPrefix(said, "根据"))
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

// manyOf reports whether the scene lists periods, or places.
func (d *reading) manyOf(p *phrase, is func(*token) bool) bool {
	n := 0
	for i, k := range p.scene {
		if is(&d.tokens[k]) && (i == 0 || k == p.scene[i-1]+2 && (d.tokens[k-1].isPunct('、') || d.tokens[k-1].is(catalog.Link))) {
			n++
		}
	}
	return n > 1
}

func (d *reading) setPlace(st *sentence, k int, noun part) {
	t := &d.tokens[k]
	if t.is(catalog.Here) {
		if word := d.textOf(t); (word == "全国" || word == "我国") && d.local && !d.nationSpeaks(st, k, noun) {
			return // an attribute, or what the place is compared with
		}
		if p, ok := d.here(d.textOf(t), &st.setting); ok {
			st.at(p, fromSentence)
			if d.headed(st, k) && p.code != nation {
				st.placed = p
			}
		}
		return
	}
	if p, ok := d.regionAt(k, &st.setting); ok {
		st.at(p, fromSentence)
		if p.code != d.page.home.code {
			d.lastPlace = p
		}
		if strings.HasSuffix(p.name, "区") {
			d.zone = p
		}
		home, _ := indicators.SplitRegion(d.page.home.code)
		code, _ := indicators.SplitRegion(p.code)
		if d.kind == kindNews && (home == "" || d.cat.Regions.Within(code, home) || d.cat.Regions.Within(home, p.code)) {
			st.home = p
			if d.headed(st, k) && (d.setOff(k) || d.fullName(k)) {
				st.placed = p
			}
		}
	}
}

// headed reports whether the place of token k is what a sentence opens with,
// but for the time and what holds the place: 今年以来，柳城县…; 四川珙县….
func (d *reading) headed(st *sentence, k int) bool {
	from := st.a
	if _, asks := d.cat.Classes.Asking.Begins(d.text[st.start:st.end]); asks && d.tokens[k].is(catalog.Here) {
		for from < int32(k) && d.tokens[from].kind != tokPunct {
			from++ // 会议要求，今年全市…
		}
	}
	for i := from; i < int32(k); i++ {
		t := &d.tokens[i]
		if t.kind != tokPeriod && t.kind != tokPunct && !t.is(catalog.Link) && !(t.is(catalog.Region) && d.tokens[k].is(catalog.Region)) {
			return false
		}
	}
	return true
}

// setOff reports whether token k stands by itself: 醴陵，, and not 醴陵陶瓷.
func (d *reading) setOff(k int) bool {
	if k+1 >= len(d.tokens) {
		return true
	}
	next := &d.tokens[k+1]
	return next.start == d.tokens[k].end && (next.kind == tokPunct || next.kind == tokPeriod)
}

// fullName reports whether token k is the full name of a county, a district or a
// city that a known word follows: 柳城县完成, and not 兰山区金兰物流基地.
func (d *reading) fullName(k int) bool {
	if name := d.textOf(&d.tokens[k]); !hasAny(name, "县", "区", "市") || utf8.RuneCountInString(name) < 3 || k+1 >= len(d.tokens) {
		return false
	}
	return d.tokens[k+1].start == d.tokens[k].end
}

// nationSpeaks reports whether 全国 stands right before the name of an indicator,
// or opens the sentence before the name of an amount.
func (d *reading) nationSpeaks(st *sentence, k int, noun part) bool {
	if k+1 >= len(d.tokens) || d.tokens[k+1].start != d.tokens[k].end && noun.start != d.tokens[k].end {
		return false
	}
	if d.tokens[k+1].is(catalog.Known) && d.tokens[k+1].start == d.tokens[k].end {
		return true
	}
	if noun.start != d.tokens[k].start && noun.start != d.tokens[k].end || noun.b <= noun.a || !d.headed(st, k) {
		return false
	}
	last := &d.tokens[noun.b-1]
	_, _, class := d.splitHead(d.textOf(last))
	return last.end == noun.end && (class == catalog.AmountHead || class == catalog.PriceHead)
}

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

// inside reports whether a period is a part of another: 当月 of 1—8月. It is the
// time of a clause, and rules nothing behind it.
func inside(p, whole indicators.Period) bool {
	return !whole.IsZero() && whole.First.Year == whole.Last.Year && p != whole && !p.First.Before(whole.First) && !whole.Last.Before(p.Last)
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

// intendsIn reports whether a sentence says an intention.
func (d *reading) intendsIn(st *sentence) bool {
	for k := st.a; k < st.b; k++ {
		if d.tokens[k].is(catalog.Intend) && !d.tokens[k].is(solid) {
			return true
		}
	}
	return false
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
