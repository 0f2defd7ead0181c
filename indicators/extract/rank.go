package extract

import (
	"strings"
	"unicode/utf8"

	"suanpan/indicators/catalog"
)

// isRank reports whether a figure may be a place in an order.
func (s *scanner) isRank(f *figure) bool {
	if f.form != figureOrdinal && f.form != figureTop {
		return false
	}
	if next, _ := utf8.DecodeRuneInString(s.text[f.end:]); strings.ContainsRune("次届批期轮章节集版号季条款卷辑代线册部", next) {
		return false
	}
	d := s.cat.Units.At(int(f.unit)).Dimension
	return f.unit < 0 || d == "rank" || d == "people"
}

// cutScope takes off the right end what a rank is a rank in: 居全国, 在中部地区排.
func (s *scanner) cutScope(p *phrase, end int32, a, b int32) (int32, int32) {
	for k := b - 1; k >= a; k-- {
		t := &s.tokens[k]
		if t.is(catalog.RankVerb) && !t.is(solid) {
			p.take(t)
			p.traits |= catalog.RankVerb
			return s.cutAmong(t.start, a, k)
		}
		if t.kind == tokFigure && s.figures[t.ref].form.counts() {
			break
		}
	}
	for b > a {
		t := &s.tokens[b-1]
		if !s.blank(t.end, end) || !t.is(catalog.Here|catalog.Region|catalog.Scope|catalog.Arrive|catalog.Adverb|catalog.All) || t.is(solid) {
			break
		}
		p.take(t)
		end, b = t.start, b-1
	}
	return end, b
}

// cutAmong takes off the right end those among whom a rank is a rank, where
// they stand before its verb: 增速在四县（市、区）中排名第一, 六县市排名第三.
func (s *scanner) cutAmong(end int32, a, b int32) (int32, int32) {
	const longest = 60 // bytes of such words
	from := max(0, end-longest)
	if a < b {
		from = max(from, s.tokens[a].start)
	}
	said := s.text[from:end]
	at := strings.LastIndex(said, "在")
	if at < 0 || strings.Trim(said[at:], "在0123456789一二三四五六七八九十两个全省市县区州盟旗地级（）()、各所有中内里") != "" {
		at = len(said)
		for at > 0 {
			r, n := utf8.DecodeLastRuneInString(said[:at])
			if !strings.ContainsRune("0123456789一二三四五六七八九十个县市区（）、州", r) {
				break
			}
			at -= n
		}
		if at == len(said) || !strings.ContainsAny(said[at:], "0123456789一二三四五六七八九十") {
			return end, b
		}
	}
	end = from + int32(at)
	for b > a && s.tokens[b-1].end > end {
		b--
	}
	return end, b
}

// rivals reports whether a figure counts those among whom a rank is a rank:
// 在十四个县（市、区）中排名第一.
func (d *reading) rivals(k, b int32) bool {
	f := &d.figures[d.tokens[k].ref]
	if d.class(f) != "count" || !strings.HasSuffix(d.text[:f.start], "在") && !strings.HasSuffix(d.text[:f.start], "全市") && !strings.HasSuffix(d.text[:f.start], "全省") {
		return false
	}
	for j := k + 1; j < b && d.tokens[j].start-f.end <= 45; j++ {
		if t := &d.tokens[j]; t.is(catalog.RankVerb) && !t.is(solid) {
			return true
		}
	}
	return false
}

// ranksEach reports whether a figure is the places that a list takes together,
// and no place of any: 甲、乙分列景区前两位.
func (d *reading) ranksEach(k, a int32) bool {
	if rest := d.text[d.tokens[k].end:]; strings.HasPrefix(rest, "，分别") || strings.HasPrefix(rest, ",分别") || strings.HasPrefix(rest, "，依次") {
		return true // 登记数占据前三位，分别为25万户、10万户和9万户
	}
	for j := k - 1; j >= a; j-- {
		if t := &d.tokens[j]; t.is(catalog.RankVerb) {
			return t.is(catalog.Each) && d.textOf(t) == "分列"
		}
	}
	return false
}
