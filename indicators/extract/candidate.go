package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// class returns the dimension of a figure's unit.
func (d *reading) class(f *figure) string { return d.cat.Units.At(int(f.unit)).Dimension }

// unitClass tells what kind of role a figure's unit allows.
func (d *reading) unitClass(f *figure) unitClass {
	switch f.form {
	case figureRatio:
		return ratioUnit
	case figureOrdinal, figureTop:
		return rankUnit
	case figurePercent, figureFraction:
		return percentUnit
	case figureDoubling:
		return timesUnit
	}
	switch u := d.cat.Units.At(int(f.unit)); {
	case u.Name == "百分点" || u.Name == "千分点":
		return pointUnit
	case u.Name == "%" || u.Name == "‰":
		return percentUnit
	case u.Name == "倍":
		return timesUnit
	}
	return amountUnit
}

// noFigure returns the reason why the figure of token k is none of an
// indicator, "" where it is one.
func (d *reading) noFigure(st *sentence, k, a, b, end int32) string {
	f := &d.figures[d.tokens[k].ref]
	d.unitFromNoun(f, k, b)
	if !f.form.counts() {
		return reasonOf(f.form)
	}
	if f.han && f.mant == 1 && f.exp == 0 && f.form == figurePlain && d.unitClass(f) == amountUnit {
		return "rhetoric" // 一亩能落几千元
	}
	if d.inName(f) || int(f.end) < len(d.text) && isLetter(rune(d.text[f.end])) && d.class(f) == "count" {
		return "name"
	}
	switch f.form {
	case figureBare:
		if f.mant == 100 && strings.HasPrefix(strings.TrimLeft(d.text[d.tokens[a].start:f.start], "（("), "以") && strings.HasSuffix(d.text[:f.start], "为") {
			return "base" // 以女性为100
		}
		if d.ratioLike(k, max(a, k-40), min(b, k+40)) {
			return ""
		}
		return "no unit"
	case figureRound:
		if f.bound == indicators.Exact && !(k > a && d.tokens[k-1].end == f.start && d.tokens[k-1].is(predicate)) {
			return "unit" // 单位：亿元
		}
	case figureOrdinal, figureTop:
		if !d.isRank(f) || !d.ranks(k, a) || f.form == figureTop && (k > a && d.ranksEach(k, a) || k+1 < b && d.tokens[k+1].start == f.end && d.tokens[k+1].is(catalog.Of)) {
			return "ordinal"
		}
		return ""
	}
	if strings.HasSuffix(d.text[:f.start], "每") {
		return "per" // 每10万人中
	}
	switch u := d.cat.Units.At(int(f.unit)); u.Dimension {
	case "ordinal", "grade", "calendar", "voltage", "temperature":
		return u.Dimension
	case "age", "duration":
		if u.Name != "天" && !d.lasts(k, a) || u.Name == "天" && d.span(st, k, a) {
			return u.Dimension
		}
	}
	if d.countsNames(k, a) {
		return "names counted"
	}
	if d.rivals(k, b) {
		return "scope"
	}
	if d.threshold(k, b, end) {
		return "threshold"
	}
	if d.attribute(k, a, b) {
		return "attribute"
	}
	if strings.HasPrefix(d.text[f.end:end], "方面") || strings.HasSuffix(d.text[f.start:f.end], "周年") {
		return "rhetoric"
	}
	if d.class(f) == "count" && strings.HasSuffix(d.text[f.end:end], "之一") && end-f.end < 60 {
		return "one of"
	}
	return ""
}

// inName reports whether a figure stands in a short quotation, which is a name:
// “五重百项”.
func (d *reading) inName(f *figure) bool {
	const longest = 42 // bytes of a name in quotation marks
	from := max(0, int(f.start)-longest)
	open := strings.LastIndex(d.text[from:f.start], "“")
	if open < 0 || strings.Contains(d.text[from+open:f.start], "”") {
		return false
	}
	open += from
	if open+longest < int(f.end) {
		return false
	}
	shut := strings.Index(d.text[f.end:min(len(d.text), open+longest+3)], "”")
	return shut >= 0 && !strings.ContainsAny(d.text[open:int(f.end)+shut], "，。,")
}

// reasonOf gives the reason that the form of a number says.
func reasonOf(f figureForm) string {
	switch f {
	case figureRhetorical:
		return "rhetoric"
	case figureWord:
		return "word"
	case figureVague:
		return "vague"
	case figureIdentifier:
		return "name"
	case figureFormula:
		return "formula"
	}
	return "too long"
}

// ratioLike reports whether a number without unit may stand in a list whose
// last member has the unit, or behind a word that wants no unit.
func (d *reading) ratioLike(k, a, b int32) bool {
	for j := k + 1; j < b; j++ {
		t := &d.tokens[j]
		if t.isPunct('、') || t.is(catalog.Link) {
			continue
		}
		if t.kind == tokFigure && (d.figures[t.ref].form != figureBare || d.ratioLike(j, a, b)) {
			return true
		}
		break
	}
	for j := k - 1; j >= a; j-- {
		t := &d.tokens[j]
		if t.is(catalog.HeadNoun | catalog.Known) {
			return bareIndex(d.textOf(t))
		}
	}
	if d.leadSet && bareIndex(d.text[d.lead.start:d.lead.end]) && d.tokens[k].start-d.leadEnd < 12 {
		return true
	}
	return bareIndex(d.subject.name) && k > a && d.tokens[k-1].end == d.tokens[k].start && d.tokens[k-1].is(change|catalog.Arrive)
}

// bareIndex reports whether an indicator of this name is measured by a bare
// number.
func bareIndex(name string) bool {
	return strings.HasSuffix(name, "比") || strings.HasSuffix(name, "倍差") || strings.HasSuffix(name, "系数") || strings.HasSuffix(name, "指数")
}

// ranks reports whether an ordinal is a place in an order: behind 居, 列, 排 or
// a scope such as 全省.
func (d *reading) ranks(k, a int32) bool {
	pos := d.figures[d.tokens[k].ref].start
	for j := k - 1; j >= a; j-- {
		t := &d.tokens[j]
		if pos-t.end > 24 {
			return false
		}
		if t.is(catalog.RankVerb) && !t.is(solid) {
			return true
		}
		if t.is(catalog.Here|catalog.Region|catalog.Scope) && d.blank(t.end, pos) {
			next, _ := utf8.DecodeRuneInString(d.text[d.tokens[k].end:])
			return !t.is(catalog.Region) || !unicode.Is(unicode.Han, next) || strings.ContainsRune("的位名，、", next) // no 甲区第三小学
		}
		if t.kind == tokFigure && d.figures[t.ref].form == figureOrdinal {
			pos = t.start
			continue
		}
	}
	return false
}
