package extract

import (
	"cmp"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// A subject is the name of a thing that figures are about, in its parts.
type subject struct {
	name     string // the whole name, as it is shown
	printed  string // as the text has it; the catalogue may call it otherwise
	id       string // of the catalogue, or an open one
	modifier string // the name without its head: 粮食 of 粮食产量
	head     string // 产量; "" where the name ends in no head
	class    catalog.HeadClass
	share    bool   // the name is that of a share: 占比, 比重
	whole    string // the name of the whole whose head it borrowed; "" where it borrowed none
}

func (s subject) empty() bool { return s.name == "" }

// named makes the subject that a name stands for: an indicator of the
// catalogue, or an open one.
func (d *reading) named(name string) subject {
	return d.nameOf(name).subject
}

// A knownName is what a document has asked of a name, kept for those that it
// repeats.
type knownName struct {
	asked string // the name as composed
	subject
	qualifiers indicators.Qualifiers
	qualified  bool // qualifiers have been looked up
}

// mostNames bounds the names that are kept of one document.
const mostNames = 1 << 14

func (d *reading) nameOf(name string) *knownName {
	if d.nameBefore != nil && d.nameBefore.asked == name {
		return d.nameBefore
	}
	if n, ok := d.names[name]; ok {
		d.nameBefore = n
		return n
	}
	var n *knownName
	if len(d.names) < mostNames {
		n = &d.mem.known.take(1)[0]
		d.names[name] = n
	} else {
		n = &knownName{}
	}
	n.asked, n.subject = name, d.newName(name)
	d.nameBefore = n
	return n
}

func (d *reading) newName(name string) subject {
	s := subject{name: name, printed: name}
	if name == "" {
		return s
	}
	if rest, ok := strings.CutSuffix(name, "总量"); ok {
		if _, known := d.cat.Indicators.ByName(name); !known {
			if in, known := d.cat.Indicators.ByName(rest); known {
				return d.newName(in.Name) // 地区生产总值总量
			}
		}
	}
	if _, ok := d.cat.Indicators.ByName(name); !ok {
		name = spell(name)
		s.name, s.printed = name, name
	}
	if modifier, ok := strings.CutSuffix(name, "完成投资"); ok && modifier != "" {
		if _, known := d.cat.Indicators.ByName(name); !known {
			name = modifier + "投资"
			s.name = name
		}
	}
	s.modifier, s.head, s.class = d.splitHead(name)
	s.share = isShareName(name)
	if in, ok := d.cat.Indicators.ByName(name); ok {
		s.name, s.id = in.Name, in.ID
		if s.head == "" {
			s.modifier, s.head, s.class = d.splitHead(in.Name)
		}
		return s
	}
	s.id = indicators.OpenIndicator(name)
	return s
}

// isShareName reports whether a name is one of a share of a whole.
func isShareName(name string) bool {
	if len(name) < 6 {
		return false
	}
	switch name[len(name)-6:] {
	case "占比", "比重", "份额", "比例":
		return true
	}
	return strings.HasSuffix(name, "贡献率") || strings.HasSuffix(name, "完成率")
}

// splitHead parts a name before its longest head.
func (d *reading) splitHead(name string) (modifier, head string, class catalog.HeadClass) {
	w, n := d.cat.Words.Head(name)
	if n == 0 {
		return name, "", catalog.NoHead
	}
	return name[:len(name)-n], name[len(name)-n:], w.Head
}

// complete makes the subject of a figure from the noun of its phrase and from
// what stood before: a head alone borrows the modifier, a part alone borrows
// the head.
func (d *reading) complete(noun string, unit unitClass, dimension string, p *phrase) subject {
	before := d.subject
	if d.parts && !d.whole.empty() {
		before = d.whole
	}
	if before.share && unit == amountUnit && branch(noun) && !d.thing.empty() {
		before = d.thing // 制造业法人单位3万个，占15%；建筑业1万个
	}
	if noun == "" {
		return d.subject
	}
	for _, made := range [][2]string{{"年产", "产量"}, {"日产", "日产量"}, {"年销", "销量"}} {
		if rest, ok := strings.CutPrefix(noun, made[0]); ok && rest != "" && rest != "量" && rest != "值" && dimension != "money" {
			noun = rest + made[1]
			if m := before.modifier; m != "" && before.head != "" && len(d.said) > 0 && !strings.Contains(rest, m) && len(m) <= 18 {
				noun = m + noun // of the crop that the sentence tells of
			}
		}
	}
	for _, way := range []string{"出口", "进口"} {
		if rest, ok := strings.CutPrefix(noun, way); ok && hasAny(rest, "品", "汽车", "设备", "电池") && dimension != "count" {
			if in, known := d.cat.Indicators.ByName(rest + way); known || strings.HasSuffix(rest, "品") {
				noun = cmp.Or(in.Name, rest+way) // 出口机电产品12亿元
			}
		}
	}
	if rest, ok := strings.CutPrefix(noun, "生产"); ok && dimension == "mass" && rest != "" {
		noun = rest + "产量" // 生产碳酸锂16.9万吨
	}
	for _, verb := range []string{"接待", "提供", "拥有"} {
		if rest, ok := strings.CutPrefix(noun, verb); ok {
			if in, known := d.cat.Indicators.ByName(rest); known {
				noun = in.Name
			}
		}
	}
	if rest, ok := strings.CutPrefix(noun, "参加"); ok && strings.Contains(rest, "保险") {
		noun = d.insured(noun, rest)
	}
	if strings.HasPrefix(noun, "对") && strings.HasSuffix(noun, "贡献率") && !d.subject.empty() {
		if d.subject.share && !d.thing.empty() && strings.HasPrefix(d.subject.name, d.thing.name) {
			return d.named(d.thing.name + noun) // 占比重30%，对增长贡献率25%
		}
		return d.named(d.subject.name + noun)
	}
	if d.parts && (dimension == "money" || unit == percentUnit) {
		noun = perHead(d.whole.name, noun)
	}
	if d.parts && strings.Contains(d.whole.name, "户籍") && strings.HasSuffix(noun, "人口") && !strings.Contains(noun, "户籍") {
		noun = strings.TrimSuffix(noun, "人口") + "户籍人口"
	}
	if flow := d.flowOfWhole(noun, unit); flow != "" {
		noun = flow + noun
		if p != nil {
			p.flowName = flow
		}
	}
	s := d.named(noun)
	if unit == amountUnit && !d.measures(s.id, dimension) {
		s = subject{name: noun, id: indicators.OpenIndicator(noun), printed: noun}
		s.modifier, s.head, s.class = d.splitHead(noun)
	}
	if s.id[0] == '~' && unit == amountUnit && (dimension == "count" || dimension == "people") && !d.isDependent(noun) {
		for _, tail := range []string{"数", "人数"} {
			if in, ok := d.cat.Indicators.ByName(noun + tail); ok {
				return d.named(in.Name)
			}
		}
	}
	switch {
	case unit == percentUnit && before.class == catalog.AmountHead && p != nil && p.verb != nil && d.isEntityName(noun) && d.wantsHead(noun, unit, dimension, before, p):
		return d.borrowHead(noun, before) // 利润增长5%，其中私营企业增长1.8%
	case d.isDependent(noun):
		return d.borrowModifier(s, noun)
	case s.id[0] == '~' && unit == percentUnit && strings.HasSuffix(noun, "经济") && len(noun) <= 6:
		if in, ok := d.cat.Indicators.ByName(noun + "增长"); ok {
			return d.named(in.Name)
		}
	case d.parts && isEntity(s.class, s.head) && s.id[0] == '~' && unit == amountUnit && (dimension == "mass" || dimension == "energy" || dimension == "volume") && before.class == catalog.AmountHead && headFits(before.head, unit, dimension):
		return d.named(noun + before.name) // 原煤产量9万吨，其中县属企业6万吨
	case (s.head == "" || isEntity(s.class, s.head) && unit == percentUnit) && s.id[0] == '~' && d.wantsHead(noun, unit, dimension, before, p):
		return d.borrowHead(noun, before)
	}
	return s
}

// perHead names a part of what a person has or spends, as the whole is named:
// 工资性收入 of 城镇居民人均可支配收入 is 城镇居民人均工资性收入.
func perHead(whole, part string) string {
	who, what, ok := strings.Cut(whole, "居民人均")
	if !ok || !strings.HasSuffix(what, "可支配收入") && !strings.HasSuffix(what, "消费支出") && !strings.HasSuffix(what, "消费性支出") && !strings.HasSuffix(what, "纯收入") || strings.Contains(part, "居民") {
		return part
	}
	for _, end := range [...]string{"收入", "支出", "消费"} {
		if strings.HasSuffix(part, end) {
			return who + "居民人均" + strings.TrimPrefix(part, "人均")
		}
	}
	return part
}

// insured names those who take part in an insurance as the catalogue does:
// 参加失业保险人数 is 失业保险参保人数. A name that it does not have stays.
func (d *reading) insured(noun, rest string) string {
	if _, known := d.cat.Indicators.ByName(noun); known {
		return noun
	}
	short := strings.TrimSuffix(strings.TrimSuffix(rest, "人数"), "参保")
	for _, name := range [...]string{rest, short + "参保人数"} {
		if in, known := d.cat.Indicators.ByName(name); known {
			return in.Name
		}
	}
	return noun
}

// measures reports whether an indicator of the catalogue can be measured in
// units of a dimension: a rate is no count.
func (d *reading) measures(id, dimension string) bool {
	in, ok := d.cat.Indicators.ByID(id)
	if !ok || dimension == "" {
		return true
	}
	have, _, _ := strings.Cut(in.Dimension, "/") // 元/人: money
	want, _, _ := strings.Cut(dimension, "/")
	if have == want {
		return true
	}
	return !strictDimension(have) && !strictDimension(want)
}

// strictDimension reports whether a dimension is told apart from every other;
// people, visits and things are all counts.
func strictDimension(dimension string) bool {
	switch dimension {
	case "money", "percent", "area", "length", "energy", "power":
		return true
	}
	return false
}

// isDependent reports whether a noun is a head that cannot stand alone.
func (d *reading) isDependent(noun string) bool {
	w, ok := d.cat.Words.ByText(noun)
	return ok && (w.Dependent && !w.Is(catalog.Known) || d.ofOneKind(d.subject, noun))
}

// isEntityName reports whether a name is one of things that are counted.
func (d *reading) isEntityName(noun string) bool {
	_, head, class := d.splitHead(noun)
	return head != "" && isEntity(class, head)
}

// isEntity reports whether a head names things that are counted and not their
// count: 企业, 汽车; not 人数, 户数.
func isEntity(class catalog.HeadClass, head string) bool {
	return class == catalog.CountHead && !strings.HasSuffix(head, "数") && !strings.HasSuffix(head, "次") && !strings.HasSuffix(head, "量")
}
