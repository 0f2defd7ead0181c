package extract

import (
	"strings"

	"suanpan/indicators/catalog"
)

// spentOn names money by what it is spent on, where the phrase says only 投资 or
// 投入: 投资1.3亿元实施管网改造工程 gives 管网改造工程投资.
func (d *reading) spentOn(st *sentence, p *phrase, noun string, after, stop int32, a, b int32) string {
	if noun != "投资" && noun != "投入" && noun != "总投资" && noun != "投入资金" {
		return ""
	}
	if noun == "总投资" && len(d.said) > 0 {
		return "" // of what stands before it
	}
	k := a
	if k < st.b && d.tokens[k].start == after && d.tokens[k].isPunct('，') {
		k++ // 投资1260万元，完成饮水安全工程
	} else if after < stop && k < b && d.tokens[k].start > after+3 {
		return ""
	}
	verb, kept := false, int32(-1)
	for k < st.b && d.tokens[k].is(catalog.Flow|catalog.Lead|catalog.Adverb|catalog.Done|catalog.Of) && !d.tokens[k].is(solid) {
		verb = true
		if t := &d.tokens[k]; kept < 0 && t.is(catalog.Flow) && !t.is(catalog.Lead) {
			kept = t.start // 投入7.5亿元新建公租房: the verb narrows it
		}
		k++
		if d.tokens[k-1].kind == tokFigure {
			break
		}
		if k < st.b && d.tokens[k].start != d.tokens[k-1].end {
			break
		}
	}
	if !verb {
		return ""
	}
	from := d.tokens[k-1].end
	end := st.end
	for j := k; j < st.b; j++ {
		t := &d.tokens[j]
		if t.kind == tokFigure && t.start == from {
			from = t.end
			continue
		}
		if t.kind == tokPunct && t.ref != '、' || t.kind == tokFigure {
			end = t.start
			break
		}
	}
	what := d.text[min(from, end):end]
	if kept >= 0 && from == d.tokens[k-1].end {
		what = d.text[min(kept, end):end]
	}
	if i := strings.LastIndex(what, "的"); i >= 0 && i+3 < len(what) {
		what = what[i+3:]
	}
	what = trimName(strings.TrimPrefix(what, "了"))
	if len(what) < 6 || len(what) > 75 {
		return ""
	}
	return what + strings.TrimPrefix(noun, "总")
}

// predicated returns what the clause behind byte end says that was got: 获得表扬.
func (d *reading) predicated(end int32) string {
	rest := strings.TrimLeft(d.text[end:], "，,")
	if len(rest) == len(d.text[end:]) || !strings.HasPrefix(rest, "获") {
		return ""
	}
	if i := strings.IndexAny(rest, "，。；,;"); i > 0 && i <= 36 {
		rest = rest[:i]
	}
	return trimName(rest)
}

// endsInVerb reports whether a noun ends in a verb that wants an object:
// 重点实施31.2公里农村公路.
func (d *reading) endsInVerb(n part) bool {
	if n.b <= n.a {
		return false
	}
	t := &d.tokens[n.b-1]
	return t.end == n.end && t.is(catalog.Flow|catalog.Lead) && !t.is(solid) && t.end-t.start >= 6
}
