package extract

import (
	"slices"
	"strings"

	"suanpan/indicators/catalog"
)

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
	if noun != "" && strings.HasPrefix(t.topic, "限额以上") && strings.HasSuffix(t.topic, noun) {
		noun = "" // the title says whose
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

// headed reports whether a name tells what is measured.
func (t *tableReader) headed(name string) bool {
	_, head := t.d.splitName(name)
	return head != ""
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

// headEndings end names that tell what is measured, besides the heads of the
// catalogue.
var headEndings = []string{"量", "额", "数", "值", "率", "费", "资金", "余额", "面积", "出栏", "存栏", "里程", "人口", "人次", "从业人员", "就业人员", "价格", "指数", "总产值", "收入", "支出"}

// longHeads are heads that take their object along.
var longHeads = []string{
	"消费品零售总额", "消费品零售额", "商品零售额", "商品销售额", "固定资产投资", "货物运输周转量", "旅客运输周转量", "货物运输总量", "旅客运输总量", "货物周转量", "旅客周转量",
	"消费支出", "可支配收入", "户籍人口", "常住人口", "从业人员", "就业人员", "存款余额", "贷款余额", "招生数", "在校生数", "毕业生数", "进出口总额", "进出口总值", "进出口额",
	"施工面积", "竣工面积", "新开工面积", "销售面积", "销售额", "到位资金",
}
