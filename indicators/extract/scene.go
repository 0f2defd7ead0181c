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

// inside reports whether a period is a part of another: 当月 of 1—8月. It is the
// time of a clause, and rules nothing behind it.
func inside(p, whole indicators.Period) bool {
	return !whole.IsZero() && whole.First.Year == whole.Last.Year && p != whole && !p.First.Before(whole.First) && !whole.Last.Before(p.Last)
}
