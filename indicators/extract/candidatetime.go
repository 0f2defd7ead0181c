package extract

import (
	"strings"

	"suanpan/indicators/catalog"
)

// span reports whether days are the time that a clause tells of and not what is
// counted: nothing but a time stands before them. 7天累计接待, 为期40天.
func (d *reading) span(st *sentence, k, a int32) bool {
	at := d.tokens[k].start
	if strings.HasSuffix(d.text[:at], "为期") || strings.HasSuffix(d.text[:at], "历时") {
		return true
	}
	if k+1 < st.b && d.tokens[k+1].start == d.tokens[k].end && d.tokens[k+1].is(catalog.Sum|catalog.Flow) {
		return true // 图书馆5天累计接待
	}
	from := st.start
	if a > st.a {
		from = d.tokens[a-1].end
	}
	for j := a; j < k; j++ {
		if t := &d.tokens[j]; t.kind != tokPeriod || !d.blank(from, t.start) {
			return false
		}
		from = d.tokens[j].end
	}
	return d.blank(from, at)
}

// lasts reports whether a time is what an indicator is measured in: 人均预期寿命
// 达到78岁.
func (d *reading) lasts(k, a int32) bool {
	from := d.tokens[k].start
	for j := k - 1; j >= a && d.tokens[j].is(change|predicate|catalog.To) && d.tokens[j].end == from; j-- {
		from = d.tokens[j].start
	}
	_, ok := d.cat.Classes.Lasting.Ends(strings.TrimRight(d.text[max(0, int(from)-30):from], " "))
	return ok
}
