package extract

import (
	"cmp"
	"strings"

	"suanpan/indicators/catalog"
)

// borrowModifier completes a head that stands alone: 棉花面积9万亩，总产量3万吨.
func (d *reading) borrowModifier(s subject, head string) subject {
	if d.subject.empty() {
		return s
	}
	from := d.subject
	switch s.class {
	case catalog.GrowthHead, catalog.GoalHead:
		return from
	}
	switch head {
	case "总量", "数量", "总数", "金额", "规模", "总额", "总规模":
		if from.head != "" {
			if rest, ok := d.cat.Classes.Event.Begins(from.name); ok && rest != "" {
				return d.named(rest) // 新增上市公司62家，总数186家
			}
			return from // 现价总量, 总数: the thing itself
		}
	}
	if w, ok := d.cat.Words.ByText(head); ok && w.Is(catalog.Known) && !d.ofOneKind(from, head) {
		return s
	}
	if from.head == head {
		return from
	}
	if head == "占比" || head == "比重" || head == "份额" {
		if from.share {
			return from
		}
		out := d.named(from.name + head)
		out.share = true
		return out
	}
	if from.modifier != "" && d.ofOneKin(from.head, head) {
		return d.named(from.modifier + head) // 普通高中招生…，在校生
	}
	if isEntity(from.class, strings.TrimSuffix(from.head, "数")) {
		return d.named(join(owner(from), head)) // 新能源汽车…，产量
	}
	if from.modifier == "" {
		return s
	}
	if head == "余额" && (strings.HasSuffix(from.head, "款") || strings.HasSuffix(from.head, "债券")) {
		return d.named(from.name + head) // 小微贷款快速增长，6月末余额
	}
	if strings.HasPrefix(head, "总") && !strings.HasSuffix(head, "投资") {
		if rest, ok := d.cat.Classes.Event.Begins(from.modifier); ok && rest != "" && trimMarks(rest) == rest {
			return d.named(join(rest, head)) // 新增光伏装机4万千瓦，总装机31万千瓦
		}
	}
	return d.named(join(strings.TrimSuffix(from.modifier, "平均"), head)) // 小麦平均单产…，总产
}

// owner returns the thing that a count is of, or that does what is counted:
// 新能源汽车数 gives 新能源汽车, 甲景区接待游客 甲景区, 旅游人数 旅游.
func owner(s subject) string {
	if i := strings.LastIndex(s.name, "接待"); i > 0 {
		return s.name[:i]
	}
	if thing, ok := strings.CutSuffix(s.name, "人数"); ok && strings.HasSuffix(thing, "旅游") {
		return thing
	}
	for _, counter := range []string{"套", "户"} {
		if thing, ok := strings.CutSuffix(s.name, counter+"数"); ok && strings.HasSuffix(thing, "改造") {
			return thing
		}
	}
	return strings.TrimSuffix(strings.TrimSuffix(s.name, "件数"), "数")
}

// ofOneKind reports whether a head that could stand alone belongs to the
// subject before it in its sentence: 铁路客运量963万人，货运量1230万吨.
func (d *reading) ofOneKind(from subject, head string) bool {
	if len(d.said) == 0 && !d.leadSet {
		return false
	}
	for _, k := range d.cat.Classes.Kin {
		if k.Told.Has(head) {
			return k.Of.In(from.modifier) || k.Of.In(from.name) && (from.class == catalog.NoHead || isEntity(from.class, from.head))
		}
	}
	return false
}

// ofOneKin reports whether two heads are told one after the other of one thing.
func (d *reading) ofOneKin(a, b string) bool {
	for _, k := range d.cat.Classes.Kin {
		if k.Told.Has(a) {
			return k.Told.Has(b)
		}
	}
	return false
}

// borrowHead completes a part that stands alone: 工业投资增长3%，农业增长9%.
func (d *reading) borrowHead(noun string, before subject) subject {
	whole := cmp.Or(before.whole, before.name)
	s := d.withHead(noun, before, whole)
	s.whole = whole
	return s
}

// withHead names a part by the head of the subject before it; whole is the
// name of what both are parts of.
func (d *reading) withHead(noun string, before subject, whole string) subject {
	switch {
	case before.share && strings.HasSuffix(noun, "业") && !strings.HasPrefix(before.name, d.thing.name):
		return d.named(noun + "增加值") // 服务业比重提高到51%，制造业增长8%
	case before.head == "总产", before.share && d.thing.head == "总产":
		return d.named(noun + "产量") // 棉花总产6万吨，蔬菜20万吨
	case before.share && !d.thing.empty():
		return d.named(join(noun, d.thing.head))
	case before.class == catalog.PriceHead || strings.Contains(before.name, "价格"):
		return d.named(noun + before.name)
	case noun == "进口" || noun == "出口":
		head := strings.TrimPrefix(before.head, "进出口")
		return d.named(noun + strings.TrimPrefix(strings.TrimPrefix(head, "出口"), "进口"))
	case sized(noun):
		return d.named(noun + before.head) // 其中10亿元以上的4个
	case graded(noun) && (before.class == catalog.CountHead || before.class == catalog.NoHead):
		return d.named(noun + strings.TrimSuffix(strings.TrimSuffix(whole, "个数"), "数") + "数")
	case strings.HasSuffix(whole, "生产总值") || strings.HasSuffix(whole, "生产总值（GDP）"):
		return d.named(join(noun, "增加值"))
	case before.class == catalog.CountHead && personal(noun):
		return d.named(noun + whole)
	case before.class == catalog.CountHead && branch(noun):
		return d.named(noun + strings.TrimPrefix(strings.TrimSuffix(strings.TrimSuffix(whole, "数量"), "数"), "工业"))
	case before.head == "总额":
		return d.named(noun + whole) // 总额 alone says nothing
	case before.head != "":
		return d.named(join(noun, before.head))
	}
	return d.named(noun)
}

// join puts two parts of a name together; what ends the first and begins the
// second stands once: 住户存款 + 存款余额.
func join(a, b string) string {
	for n := min(len(a), len(b)); n > 0; n-- {
		if strings.HasSuffix(a, b[:n]) {
			if n == len("业") && b[:n] == "业" && n < len(b) {
				break // 快递服务企业 + 业务收入
			}
			return a + b[n:]
		}
	}
	return a + b
}

// headUnits say what heads are measured in.
var headUnits = []struct {
	ending    string
	dimension string
}{
	{"面积", "area"},
	{"产值", "money"},
	{"增加值", "money"},
	{"收入", "money"},
	{"支出", "money"},
	{"投资", "money"},
	{"余额", "money"},
	{"利润", "money"},
	{"人数", "people"},
	{"人口", "people"},
	{"里程", "length"},
	{"税收", "money"},
	{"销售额", "money"},
	{"零售额", "money"},
	{"产量", "mass"},
	{"进出口", "money"},
	{"出口", "money"},
	{"进口", "money"},
}

// headFits reports whether a figure of this unit can be of a thing with this
// head: an amount in 万吨 is no 面积.
func headFits(head string, unit unitClass, dimension string) bool {
	if unit != amountUnit {
		return true
	}
	for _, h := range headUnits {
		if strings.HasSuffix(head, h.ending) {
			return dimension == h.dimension || h.dimension == "mass" && dimension != "money" && dimension != "area" && dimension != "people"
		}
	}
	return true
}

// headed reports whether a noun ends as heads do, though it is none that is
// known: 废纸回用量, 户均增收额.
func headed(noun string) bool {
	return strings.HasSuffix(noun, "量") || strings.HasSuffix(noun, "率") || strings.HasSuffix(noun, "额")
}

// personal reports whether a noun says which of the people before it are told:
// 女性, 年龄35岁及以下.
func personal(noun string) bool {
	return noun == "女性" || noun == "男性" || strings.HasPrefix(noun, "年龄")
}

// branch reports whether a noun is a branch of the economy, which is counted by
// what is in it: 制造业, 租赁和商务服务业.
func branch(noun string) bool {
	return strings.HasSuffix(noun, "业") && !hasAny(noun[max(0, len(noun)-6):], "企业", "就业", "创业", "毕业", "从业", "失业")
}

// graded reports whether a noun is a class or a grade and nothing else: 工业类,
// 国家级. It is one of what was counted before.
func graded(noun string) bool {
	return len(noun) <= 18 && (strings.HasSuffix(noun, "类") || strings.HasSuffix(noun, "级") || strings.HasSuffix(noun, "型"))
}

// sized reports whether a noun is a size of things and nothing else: 10亿元以上.
func sized(noun string) bool {
	return len(noun) <= 36 && (strings.HasSuffix(noun, "以上") || strings.HasSuffix(noun, "以下")) && strings.ContainsAny(noun, "0123456789十百千亿")
}

// wantsHead reports whether a noun without head is a part that takes the head
// of its whole.
func (d *reading) wantsHead(noun string, unit unitClass, dimension string, before subject, p *phrase) bool {
	if before.empty() || before.head == "" && before.class == catalog.NoHead && !strings.Contains(before.name, "价格") {
		return false
	}
	if harvested := before; unit == amountUnit && dimension == "mass" && !headed(noun) && !strings.Contains(noun, "产") && d.firstFlow(noun) == "" {
		if harvested.share {
			harvested = d.thing
		}
		if strings.HasSuffix(harvested.head, "产量") || strings.HasSuffix(harvested.head, "总产") {
			return true // 棉花总产6万吨，占全国8%，蔬菜20万吨
		}
	}
	if !headFits(before.head, unit, dimension) || headed(noun) {
		return false
	}
	if sized(noun) && unit == amountUnit && dimension == "count" && before.class == catalog.CountHead {
		return true
	}
	if unit == amountUnit && dimension == "people" && before.class == catalog.CountHead && personal(noun) {
		return true // 从业人员3万人，其中女性1万人
	}
	if unit == amountUnit && (dimension == "count" || dimension == "people") && before.class == catalog.CountHead && branch(noun) {
		return true // 法人单位3万个，其中制造业1万个
	}
	if d.parts && unit == amountUnit && dimension == "count" && strings.HasSuffix(before.head, "有量") {
		return true // 汽车拥有量9万辆，其中轿车3万辆
	}
	if d.parts && unit == amountUnit && before.class == catalog.CountHead && ((dimension == "people" || dimension == "visits") && len(noun) <= 18 || dimension == "count" && graded(noun)) {
		return true // 在校学生46.8万人（其中小学17.2万人）
	}
	if unit == amountUnit && (dimension == "count" || dimension == "people" || before.class == catalog.RateHead || before.class == catalog.CountHead) {
		return false
	}
	if p != nil && p.has(catalog.ShareOf) {
		return false
	}
	if d.parts || p != nil && p.member {
		return true
	}
	return d.partNoun(noun)
}
