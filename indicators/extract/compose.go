package extract

import (
	"strings"
	"unicode/utf8"

	"suanpan/indicators/catalog"
)

// compose writes a part of the passage as a name: without footnote marks,
// periods, 全市, and the verbs that only lead to an object.
func (d *reading) compose(p part) string {
	if p.empty() {
		return ""
	}
	p = d.behindDoer(p)
	text := d.text[p.start:p.end]
	plain := true
	for k := p.a; k < p.b; k++ {
		if d.droppable(p, k) {
			plain = false
			break
		}
	}
	if !plain {
		var b strings.Builder
		from := p.start
		for k := p.a; k < p.b; k++ {
			t := &d.tokens[k]
			if t.start < from || !d.droppable(p, k) {
				continue
			}
			b.WriteString(d.text[from:t.start])
			from = t.end
		}
		b.WriteString(d.text[from:p.end])
		text = b.String()
	}
	return trimName(text)
}

// behindDoer drops a long doer before 完成 or 实现, where an indicator of the
// catalogue stands behind: 具有资质的建筑业企业完成建筑业总产值.
func (d *reading) behindDoer(p part) part {
	for k := p.b - 1; k > p.a; k-- {
		t := &d.tokens[k]
		if !t.is(catalog.Lead) || t.is(solid) || t.end-t.start < 6 || t.end > p.end {
			continue
		}
		if t.start-p.start <= 36 || strings.HasSuffix(d.text[:t.start], "大产业") {
			break // 工程机械、电子信息三大产业完成工业总产值: the part of the whole that is told of
		}
		if _, known := d.cat.Indicators.ByName(d.text[t.end:p.end]); known {
			return part{t.end, p.end, k + 1, p.b}
		}
	}
	return p
}

// droppable reports whether token k is no part of a name that it stands in.
func (d *reading) droppable(p part, k int32) bool {
	t := &d.tokens[k]
	if t.start < p.start || t.end > p.end {
		return false
	}
	switch {
	case t.kind == tokNote || t.kind == tokPeriod:
		return true
	case t.is(solid):
		return false
	case t.is(catalog.Lead) && t.is(catalog.Connect):
		return t.start == p.start && k+1 < p.b && d.tokens[k+1].start == t.end && d.tokens[k+1].is(catalog.Lead|catalog.Flow) // 政府投入, not 政府规章
	case t.is(catalog.Lead) && t.end-t.start >= 6 && !t.is(catalog.Flow):
		return true
	case t.is(catalog.YoY | catalog.MoM):
		return true
	case d.textOf(t) == "仅" && t.start > p.start && !strings.HasSuffix(d.text[:t.start], "不"):
		return true // 地级城市[仅]工业营业收入
	case t.is(catalog.Intend) && hasAny(d.textOf(t), "完成", "实现"):
		return true // 水利建设[计划完成]投资
	case (d.textOf(t) == "共" || d.textOf(t) == "将") && k+1 < p.b && d.tokens[k+1].start == t.end && d.tokens[k+1].is(catalog.Flow|catalog.Known|catalog.Lead):
		return true // 机场共开通航线, 景区共接待游客
	case d.textOf(t) == "已" && k > p.a && k+1 < p.b && d.tokens[k+1].start == t.end && d.tokens[k+1].is(catalog.Flow|catalog.Lead|catalog.Sum|catalog.Known):
		return true // 园区项目已累计完成投资
	case d.textOf(t) == "了" && k > p.a && d.tokens[k-1].end == t.start && d.tokens[k-1].is(catalog.Flow|catalog.Lead):
		return true // 建成了示范点
	case d.textOf(t) == "对" && t.start == p.start:
		return hasAny(d.text[t.end:p.end], "改造", "加装", "整治", "维修", "修缮", "升级") // 对既有住宅加装电梯
	case t.is(catalog.Here) && t.start == p.start:
		return !d.local || d.textOf(t) != "全国"
	case t.is(catalog.Adverb) && t.end-t.start >= 6 && !t.is(catalog.Flow|change|catalog.Lead):
		return d.cat.Classes.Running.In(d.textOf(t))
	}
	return false
}

// trimName takes off what may be left at the ends of a name.
func trimName(s string) string {
	s = trimNumbering(s)
	for {
		t := strings.TrimSuffix(trimMarks(s), "等")
		switch first, _ := utf8.DecodeRuneInString(t); first {
		case '其', '以', '和', '与', '及', '各', '共', '为':
			for _, w := range []string{"其中", "以及", "和", "与", "及", "各类", "共", "为"} {
				if strings.HasPrefix(t, w) && len(t) > len(w)+3 && !hasPrefixAny(t, "和美", "和谐", "和田", "共享", "共同", "共建") {
					t = t[len(w):]
					break
				}
			}
			if rest, ok := strings.CutPrefix(t, "其"); ok && len(rest) > 6 && !hasPrefixAny(rest, "他", "它", "余", "次") {
				t = rest // 其农林牧渔业总产值
			}
		}
		if rest := strings.Index(t, "）"); strings.HasPrefix(t, "（") && rest > 0 && rest+len("）") < len(t) {
			t = t[rest+len("）"):] // （含公建民营）、床位
		}
		t = balance(balance(t, "“", "”"), "（", "）")
		if len(t) == len(s) {
			return t
		}
		s = t
	}
}

func hasPrefixAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// isNameMark reports whether a rune at the end of a name is no part of it.
func isNameMark(r rune) bool {
	switch r {
	case '、', '，', ':', '：', '-', '—', '·', '#', '*', '＃', '/':
		return true
	}
	return !isHanRune(r) && isBlank(r)
}

// trimMarks takes blanks and marks of punctuation off both ends.
func trimMarks(s string) string {
	for s != "" {
		if r, n := utf8.DecodeRuneInString(s); isNameMark(r) {
			s = s[n:]
			continue
		}
		if r, n := utf8.DecodeLastRuneInString(s); isNameMark(r) {
			s = s[:len(s)-n]
			continue
		}
		break
	}
	return s
}

// balance drops the marks of a pair where one of them lacks its other.
func balance(s, open, shut string) string {
	if !strings.Contains(s, open) && !strings.Contains(s, shut) || strings.Count(s, open) == strings.Count(s, shut) {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, open, ""), shut, "")
}

// trimNumbering takes off the number of a point: 1.工业投资.
func trimNumbering(s string) string {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 {
		if n := numbering(s); n == 1 || n == 2 {
			rest := afterNumber(s)
			next, size := utf8.DecodeRuneInString(rest)
			if then, _ := utf8.DecodeRuneInString(rest[size:]); rest != "" && !(strings.ContainsRune("一二三四五六七八九十", next) && strings.ContainsRune("、产次", then)) {
				return rest // 一、固定资产投资, and not 二、三产业
			}
		}
		return s
	}
	if i > 2 {
		return s
	}
	for _, mark := range []string{".", "．", "、"} {
		if rest, ok := strings.CutPrefix(s[i:], mark); ok && rest != "" && (rest[0] < '0' || rest[0] > '9') {
			return rest
		}
	}
	return s
}
