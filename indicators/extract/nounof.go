package extract

import (
	"strings"

	"suanpan/indicators/catalog"
)

// behind looks for the verb of change behind a figure: 1.5%的正增长.
func (d *reading) behind(p *phrase, after int32, a, b int32) {
	if d.goalBehind(p, after, a, b) || p.verb != nil || a+1 >= b || d.tokens[a].start != after || !d.tokens[a].is(catalog.Of) {
		return
	}
	for k := a + 1; k < b && k < a+3; k++ {
		t := &d.tokens[k]
		if t.start-d.tokens[a].end <= 9 && t.is(catalog.Up|catalog.Down) && t.end-t.start >= 6 {
			p.verb = t.word
			p.traits |= t.word.Traits
			return
		}
	}
}

// goalBehind reports whether 的…目标 stands behind a figure that a thing is
// compared with: 低于4.5%的控制目标.
func (d *reading) goalBehind(p *phrase, after int32, a, b int32) bool {
	if !p.has(catalog.Exceed) || a >= b || d.tokens[a].start != after || !d.tokens[a].is(catalog.Of) {
		return false
	}
	for k := a + 1; k < b; k++ {
		t := &d.tokens[k]
		if t.kind == tokPunct {
			return false
		}
		if t.is(catalog.Intend) || t.is(catalog.HeadNoun) && t.word.Head == catalog.GoalHead {
			p.goal, p.verb = true, nil
			p.traits &^= catalog.Exceed | change
			return true
		}
	}
	return false
}

// nounOf returns the name that the phrase itself gives.
func (d *reading) nounOf(p *phrase) string {
	if !p.composed {
		p.composed, p.name = true, d.composeNoun(p)
	}
	return p.name
}

func (d *reading) composeNoun(p *phrase) string {
	noun := d.compose(p.noun)
	if rest := strings.Index(noun, "为主的"); rest > 0 && strings.HasPrefix(noun, "以") && rest+len("为主的") < len(noun) {
		noun = noun[rest+len("为主的"):] // 以党参、当归为主的中药材面积
	}
	if i := strings.LastIndex(noun, "（"); i > 0 && strings.HasSuffix(noun, "）") {
		if _, known := d.cat.Indicators.ByName(noun[:i]); known && !strings.ContainsAny(noun[i:], "不含除") {
			noun = noun[:i] // 人均地区生产总值（GDP）
		} else if inner := noun[i+len("（") : len(noun)-len("）")]; !strings.ContainsAny(inner, "不含除、") {
			if _, head, class := d.splitHead(inner); head != "" && class == catalog.AmountHead {
				noun = noun[:i] // 年产值（营业收入）
			}
		}
	}
	if name := d.bracketed(p); name != "" {
		return name
	}
	if rest, ok := strings.CutPrefix(noun, "按"); ok {
		for _, done := range [...]string{"计算", "折算"} {
			if i := strings.Index(rest, done); 0 < i && i <= 36 {
				noun = trimName(rest[i+len(done):]) // 按常住人口计算人均地区生产总值
				break
			}
		}
	}
	if rest, ok := strings.CutPrefix(noun, "含"); ok && d.parts {
		noun = rest // 小学98所（含教学点28所）
	}
	if i := strings.Index(noun, "中"); i > 0 && d.isIndicator(noun[:i]) && d.isIndicator(noun[i+len("中"):]) {
		noun = noun[i+len("中"):] // 在总人口中男性人口
	}
	if i := strings.Index(noun, "中共有"); i > 0 && i+len("中共有") < len(noun) {
		noun = noun[i+len("中共有"):] // 常住人口中共有家庭户
	}
	if d.sumsUp(p, noun) {
		noun = d.allItems()
	}
	if strings.HasSuffix(noun, "以来") || strings.HasPrefix(noun, "的") {
		noun = "" // 有的地方甚至高出700元
	}
	if of, ok := strings.CutSuffix(noun, "增长目标"); ok && of != "" {
		if i := strings.LastIndex(of, "把"); i >= 0 {
			of = of[i+len("把"):]
		}
		noun, p.goal = of+"增速", true // 把地区生产总值增长目标定为5%
	}
	if tax, ok := strings.CutSuffix(noun, "税按"); ok {
		noun = tax + "税税率" // 购置税按7.5%征收
	}
	if noun != "" && p.flowName != "" {
		noun = p.flowName + noun
	}
	if noun != "" && p.verb != nil && p.verb.Traits&catalog.Net != 0 && strings.HasSuffix(p.verb.Text, "收") {
		noun = strings.TrimSuffix(noun, "年") + p.verb.Text // 户均增收
	}
	if !p.object.empty() {
		noun += d.compose(p.object)
	}
	if p.of.empty() && p.has(catalog.ShareOf) && noun != "" && d.parts && !d.whole.empty() && !isShareName(noun) && !d.whole.share {
		return noun + "占" + d.whole.name + "比重"
	}
	if !p.of.empty() {
		whole := d.wholeOf(p)
		if d.isDependent(noun) {
			noun = d.complete(noun, amountUnit, "", nil).name
		}
		if noun == "" && !d.subject.empty() {
			noun = d.subject.name
			if d.subject.share {
				noun = strings.TrimSuffix(strings.TrimSuffix(noun, "占比"), "比重")
			}
		}
		if noun != "" {
			noun += "占" + whole
			if !isShareName(noun) && !strings.Contains(whole, "比") {
				noun += "比重"
			}
		}
	}
	return noun
}

// bracketed returns the indicator that a bracket at the end of the phrase
// names: 占总人口比重（常住人口城镇化率）.
func (d *reading) bracketed(p *phrase) string {
	end := p.noun.end
	if !p.of.empty() {
		end = p.of.end
	}
	if end < 3 || !strings.HasSuffix(d.text[:end], "）") {
		return ""
	}
	open := strings.LastIndex(d.text[max(0, int(end)-63):end-3], "（")
	if open < 0 {
		return ""
	}
	inner := d.text[max(0, int(end)-63)+open+len("（") : end-3]
	if _, known := d.cat.Indicators.ByName(d.text[p.noun.start:max(int(p.noun.start), max(0, int(end)-63)+open)]); known {
		return "" // 人均地区生产总值（GDP）
	}
	if in, ok := d.cat.Indicators.ByName(inner); ok {
		return in.Name
	}
	return ""
}

// wholeOf names what a share is a share of.
func (d *reading) wholeOf(p *phrase) string {
	text := trimName(strings.ReplaceAll(d.text[p.of.start:p.of.end], "的", ""))
	if i := strings.IndexByte(text, '['); i > 0 {
		text = text[:i]
	}
	if strings.HasPrefix(text, "位") && strings.HasSuffix(d.text[:p.of.start], "占到") {
		text = "到" + text // 占到位总额
	}
	if !strings.HasPrefix(text, "到位") {
		text = strings.TrimPrefix(text, "到")
	}
	for k := p.of.a; k < p.of.b && d.st != nil; k++ {
		t := &d.tokens[k]
		rest, leads := strings.CutPrefix(text, d.textOf(t))
		if !leads || rest == "" || t.kind != tokPeriod && !d.isHere(int(k)) {
			break
		}
		text = rest // 占同期全省出口总值
	}
	return text
}

// isHere reports whether token k names the region that the sentence is about.
func (d *reading) isHere(k int) bool {
	var q place
	var ok bool
	switch t := &d.tokens[k]; {
	case t.is(catalog.Here):
		q, ok = d.here(d.textOf(t), &d.st.setting)
	case t.is(catalog.Region) && !t.is(solid):
		q, ok = d.regionAt(k, &d.st.setting)
	}
	return ok && q == d.st.region
}
