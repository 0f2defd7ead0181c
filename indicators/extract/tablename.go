package extract

import (
	"slices"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// topicOf takes off a title what names no thing: 主要, 情况, 及其增长速度.
func topicOf(s string) string {
	for {
		was := s
		s = strings.Trim(s, "的、，：: 及和其与")
		for _, w := range [...]string{
			"统计表", "一览表", "情况表", "情况", "主要指标", "指标", "增长速度", "增长增速", "增速", "增长", "涨跌幅度", "涨跌", "变动", "构成", "发展", "完成",
			"收支", "进度表", "进度", "主要数据", "数据", "比上年", "同比", "统计", "表",
		} {
			if t, ok := strings.CutSuffix(s, w); ok && (w != "收支" && w != "表" || t != "") {
				if w == "收支" {
					continue
				}
				s = t
			}
		}
		for _, w := range [...]string{"主要", "部分", "分行业", "分地区", "分县区", "分产业", "分县市", "各县区", "各县市", "各市县", "各区县", "各地区", "各地", "按商品分类", "按行业分", "各种", "全市", "全州", "全县", "全区", "全省", "末"} {
			if t := strings.TrimPrefix(s, w); t != "" {
				s = t
			}
		}
		if s == was {
			break
		}
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "部分主要", ""), "主要", "")
	switch {
	case strings.HasSuffix(s, "零售"):
		s += "额"
	}
	return s
}

// namesRegions reports whether the labels of a table are regions, and not the
// countries that something is traded with.
func (t *tableReader) namesRegions(body []row) bool {
	if len(t.columns) > t.labels {
		if head := t.columns[t.labels].noun; strings.Contains(head, "国") {
			return false
		}
	}
	found := 0
	for i := range body[:min(len(body), 10)] {
		for _, c := range body[i].cells {
			if c.col == t.labels {
				if f := t.d.labelFacet(tidy(t.text, c.start, c.end).text, t.frame, indicators.Span{}); f.region.code != "" && f.noun == "" {
					found++
				}
				break
			}
		}
	}
	return found > 1
}

// headEndings end names that tell what is measured, besides the heads of the
// catalogue.
var headEndings = []string{"量", "额", "数", "值", "率", "费", "资金", "余额", "面积", "出栏", "存栏", "里程", "人口", "人次", "从业人员", "就业人员", "价格", "指数", "总产值", "收入", "支出"}

// longHeads are heads that take their object along.
var longHeads = []string{
	"消费品零售总额", "消费品零售额", "商品零售额", "商品销售额", "固定资产投资", "货物运输周转量", "旅客运输周转量", "货物运输总量", "旅客运输总量", "货物周转量", "旅客周转量",
	"消费支出", "可支配收入", "户籍人口", "常住人口", "从业人员", "就业人员", "存款余额", "贷款余额", "招生数", "在校生数", "毕业生数", "进出口总额", "进出口总值", "进出口额",
	"施工面积", "竣工面积", "新开工面积", "销售面积", "销售额", "到位资金",
}

// splitName parts a name before its head, as a table shows it.
func (d *reading) splitName(name string) (modifier, head string) {
	for _, h := range longHeads {
		if strings.HasSuffix(name, h) {
			return name[:len(name)-len(h)], h
		}
	}
	modifier, head, class := d.splitHead(name)
	if head != "" && (class != catalog.CountHead || hasEnding(head)) {
		return modifier, head
	}
	for _, h := range headEndings {
		if strings.HasSuffix(name, h) && len(name) > len(h) {
			return name[:len(name)-len(h)], h
		}
	}
	return name, ""
}

func hasEnding(s string) bool {
	for _, e := range headEndings {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// headed reports whether a name tells what is measured.
func (t *tableReader) headed(name string) bool {
	_, head := t.d.splitName(name)
	return head != ""
}

// parentOf finds the row that a row is a part of, nil for none.
func (t *tableReader) parentOf(l *label) *tableWhole {
	w, before := t.whole, t.before
	if w == nil || l.total {
		return nil
	}
	headed := t.headed(l.text)
	shown := l.indent >= 0 && before.indent >= 0 && before.page == t.page
	if l.marked {
		switch {
		case before.parent == nil:
			return before
		case shown && l.indent < before.indent:
			return t.siblings(l)
		case headed, shown && l.indent > before.indent+1:
			return before
		}
		return before.parent
	}
	switch {
	case !headed:
		return t.siblings(l)
	case strings.Contains(w.name, "人均") && !strings.Contains(l.text, "人均"):
		return w
	case w.indent >= 0 && l.indent >= 0 && w.page == t.page:
		if l.indent > w.indent {
			return w
		}
		return nil
	}
	_, head := t.d.splitName(l.text)
	if _, whole := t.d.splitName(w.name); len(head) < len(whole) && strings.HasPrefix(whole, head) {
		return w // 中长期贷款 of 各项贷款余额
	}
	return nil
}

// siblings is the whole of a row that only names a part: that of the row before,
// unless the label stands clearly further out.
func (t *tableReader) siblings(l *label) *tableWhole {
	p := t.before.parent
	if p == nil {
		return t.whole
	}
	if l.indent >= 0 && t.before.page == t.page && l.indent+2 < t.before.indent && p.parent != nil {
		return p.parent
	}
	return p
}

// named names the figures that a row has in a column.
func (t *tableReader) named(l *label, col *column) string {
	noun := col.noun
	if l.text == "" && l.region.code == "" && l.period.IsZero() {
		return ""
	}
	if strings.Contains(t.topic, "每百户") {
		return perHousehold(l.text, noun)
	}
	headed := t.headed(noun)
	if noun != "" && !headed && l.text != "" {
		return join(noun, t.rowName(l, "")) // 城镇, 农村
	}
	if noun == "" && slices.Contains(weakHeads, col.weak) && !t.headed(l.text) && (l.parent == nil || !l.parent.headed) && !t.headed(t.topic) {
		noun, headed = col.weak, true
	}
	if l.text == "" || l.total {
		switch {
		case headed:
			modifier, _ := t.d.splitName(noun)
			return t.prefixed(noun, modifier)
		case noun != "":
			return t.d.partOf(t.topic, noun)
		case t.headed(t.topic):
			return t.topic
		case l.total:
			return t.topic
		}
		return ""
	}
	return t.rowName(l, noun)
}

// weakHeads are heads of columns that name what is measured where neither the
// row nor the title does.
var weakHeads = []string{"人数", "户数", "余额", "期末余额", "总额"}

// rowName names a row whose column measures noun.
func (t *tableReader) rowName(l *label, noun string) string {
	d, w := t.d, l.parent
	if t.headed(t.topic) && strings.HasSuffix(t.topic, noun) {
		noun = "" // the title says more
	}
	modifier, head := d.splitName(l.text)
	if head == "" && narrows(l.text) && t.before != nil && t.before.marked {
		return t.d.partOf(t.before.name, l.text+t.before.label)
	}
	switch {
	case head != "" && modifier == "" && w != nil && !w.headed:
		return w.name + l.text
	case head != "" && modifier == "" && w != nil && l.text != "出口" && l.text != "进口":
		m, _ := d.splitName(w.name)
		return join(m, l.text)
	case head != "" && w != nil:
		return d.partOf(w.name, l.text)
	case head != "":
		return t.prefixed(l.text, modifier)
	case noun != "" && (w == nil || !w.headed || !strings.Contains(w.name, "价格")):
		return join(l.text, noun)
	case w != nil && w.headed:
		return d.partOf(w.name, l.text)
	case t.headed(t.topic):
		return d.partOf(t.topic, l.text)
	}
	return l.text
}

// narrows reports whether a label only narrows the one before it:
// 90平方米及以下.
func narrows(s string) bool {
	return s != "" && s[0] >= '0' && s[0] <= '9' && strings.Contains(s, "平方米")
}

// prefixed puts the topic of a table before a head that cannot stand alone:
// 投资额 under 房地产开发和销售 is 房地产开发投资额.
func (t *tableReader) prefixed(name, modifier string) string {
	if !slices.Contains(loneModifiers, modifier) || t.headed(t.topic) || !t.d.isDependent(strings.TrimPrefix(name, modifier)) {
		return name
	}
	if in, known := t.d.cat.Indicators.ByName(name); known {
		return in.Name
	}
	topic := t.topic
	for _, cut := range [...]string{"和", "及", "与", "、", "生产", "销售"} {
		if k := strings.Index(topic, cut); k > 0 {
			topic = topic[:k]
		}
	}
	if topic == "" || strings.Contains(name, topic) {
		return name
	}
	return join(topic, name)
}

// loneModifiers stand before a head without telling whose it is.
var loneModifiers = []string{"", "本年", "全年", "实际", "总", "外汇", "年末", "累计"}

// perHousehold names what so many households own.
func perHousehold(label, of string) string {
	if of != "" {
		of += "居民家庭"
	}
	return "每百户" + of + label + "拥有量"
}

// scopes begin names and rule the parts of what they name too.
var scopes = []string{
	"规模以上工业企业", "规模以上工业", "规模以上",
	"金融机构", "本外币", "人民币", "外币", "新登记", "新设立", "新增", "接待", "房地产开发企业", "房地产开发", "全社会",
	"短期", "中长期", "长期",
}

// scopeOf returns what of a name rules its parts too.
func scopeOf(name string) string {
	if k := strings.Index(name, "人均"); k >= 0 {
		return name[:k+len("人均")]
	}
	n := 0
	if strings.HasPrefix(name, "限额以上") {
		n = len("限额以上")
		near := name[:min(len(name), 48)]
		for _, s := range [...]string{"企业（单位）", "单位", "企业"} {
			if k := strings.Index(near, s); k > 0 {
				n = k + len(s)
				break
			}
		}
	}
	for again := true; again; {
		again = false
		for _, s := range scopes {
			if strings.HasPrefix(name[n:], s) {
				n += len(s)
				again = true
				break
			}
		}
	}
	return name[:n]
}

// carried are the objects that a part does not stand for: 公路 of 货物运输总量 is
// 公路货物运输量.
var carried = []string{"货物", "旅客", "货邮", "港口", "机场"}

// parted are the heads that lose their 总 in the name of a part.
var parted = []string{"人口", "产量", "户数", "人数", "面积", "数", "量"}

// partOf names a part of a whole.
func (d *reading) partOf(whole, part string) string {
	if whole == "" {
		return part
	}
	modifier, head := d.splitName(whole)
	partModifier, partHead := d.splitName(part)
	scope := scopeOf(whole)
	switch {
	case strings.Contains(whole, "进出口") && (partModifier == "" && (strings.HasPrefix(part, "出口") || strings.HasPrefix(part, "进口"))):
		return strings.Replace(whole, "进出口", strings.TrimSuffix(strings.TrimSuffix(part, "总额"), "额"), 1)
	case strings.Contains(whole, "价格"):
		return partOfPrice(whole, part)
	case partHead != "":
		return scoped(scope, part, partHead, head)
	case strings.HasSuffix(whole, "生产总值"):
		return join(part, "增加值")
	case strings.Contains(part, strings.TrimSuffix(head, "余额")) && strings.HasSuffix(head, "余额"):
		return scope + part + "余额"
	case strings.HasPrefix(scope, "新") && (strings.HasSuffix(head, "数") || strings.HasSuffix(head, "量")):
		return scope + part
	case head == "":
		return join(part, whole)
	}
	if strings.Contains(scope, "人均") {
		return scope + join(part, strings.TrimPrefix(whole, scope))
	}
	object := strings.TrimPrefix(modifier, scope)
	if strings.HasPrefix(scope, "规模以上") && head == "增加值" {
		scope = "" // 采矿业增加值 is known by no other name
	}
	if scope == modifier+head {
		object = ""
	}
	if rest, ok := strings.CutPrefix(head, "总"); ok && slices.Contains(parted, rest) {
		head = rest
	}
	keep := ""
	for _, c := range carried {
		if strings.HasPrefix(object, c) {
			keep = c
		}
	}
	return scope + join(part, keep+strings.Replace(head, "总量", "量", 1))
}

// scoped puts the scope of a whole before a part that has a head of its own.
func scoped(scope, part, partHead, head string) string {
	if len(partHead) < len(head) && strings.HasPrefix(head, partHead) { // 存款 of 存款余额
		part += head[len(partHead):]
	}
	for _, s := range [...]string{"规模以上", "限额以上", "人民币", "本外币", "外币", "人均"} {
		if strings.Contains(part, s) {
			return part
		}
	}
	if strings.HasPrefix(part, scope) || strings.HasPrefix(scope, "规模以上") {
		return part
	}
	return scope + part
}

// partOfPrice names the price of a part: 粮食 of 居民消费价格 is 粮食类居民消费价格.
func partOfPrice(whole, part string) string {
	if strings.Contains(part, "价格") {
		return part
	}
	k := strings.Index(whole, "价格")
	base := whole[:k+len("价格")]
	if j := strings.Index(base, "类"); j > 0 { // of a part of it
		base = base[j+len("类"):]
	}
	if !strings.HasSuffix(part, "类") {
		part += "类"
	}
	return part + base
}
