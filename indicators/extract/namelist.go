package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"suanpan/indicators/catalog"
)

// sectors are the three parts that 三次产业 stands for.
var sectors = []string{"第一产业", "第二产业", "第三产业"}

// joints are words that name two things at once.
var joints = []struct{ word, first, second string }{
	{"产销量", "产量", "销量"},
	{"存贷款", "存款", "贷款"},
	{"存、贷款", "存款", "贷款"},
	{"城乡居民", "城镇居民", "农村居民"},
	{"进、出口", "进口", "出口"},
	{"城乡常住居民", "城镇常住居民", "农村常住居民"},
	{"城乡低保", "城市低保", "农村低保"},
	{"城乡最低生活保障", "城市最低生活保障", "农村最低生活保障"},
	{"城乡特困", "城市特困", "农村特困"},
	{"一三产业", "第一产业", "第三产业"},
	{"二三产业", "第二产业", "第三产业"},
	{"一二产业", "第一产业", "第二产业"},
	{"二、三产业", "第二产业", "第三产业"},
	{"第二、三产业", "第二产业", "第三产业"},
}

// jointNames parts a name that names two things: 存贷款余额.
func (d *reading) jointNames(name string) []string {
	for _, j := range joints {
		if i := strings.Index(name, j.word); i >= 0 {
			rest := name[i+len(j.word):]
			return []string{name[:i] + j.first + rest, name[:i] + j.second + rest}
		}
	}
	return nil
}

// threeSectors are the ways to name all three at once.
var threeSectors = []string{
	"一二三次产业", "三次产业", "一二三产业", "一、二、三产业", "一、二、三次产业", "三大产业",
	"第一、二、三产业", "第一、二、三次产业", "第一、第二、第三产业", "第一二三产业", "一、二、三产", "一二三产",
}

// examples splits the names before 等, each with the head of what they are
// examples of: 汽车、手机等产品产量.
func (d *reading) examples(p part, at int32, n int) []string {
	var before, after part
	before, after = part{start: p.start, end: at, a: p.a, b: p.b}, part{start: at + 3, end: p.end, a: p.b, b: p.b}
	for k := p.a; k < p.b; k++ {
		if d.tokens[k].start >= at {
			before.b = k
			break
		}
	}
	cuts := d.cuts(before, true)
	if len(cuts) != n-1 {
		cuts = d.cuts(before, false)
	}
	if len(cuts) != n-1 {
		return nil
	}
	_, head, _ := d.splitHead(d.compose(after))
	names := d.pieces(before, cuts)
	for i := range names {
		if _, h, c := d.splitHead(names[i]); (h == "" || isEntity(c, h)) && head != "" {
			names[i] = join(names[i], head)
		}
	}
	return names
}

// pieces writes the names between cuts.
func (d *reading) pieces(p part, cuts []int32) []string {
	names := make([]string, 0, len(cuts)+1)
	from, tok := p.start, p.a
	for _, k := range cuts {
		names = append(names, d.compose(part{from, d.tokens[k].start, tok, k}))
		from, tok = d.tokens[k].end, k+1
	}
	return append(names, d.compose(part{from, p.end, tok, p.b}))
}

// siblings are qualifiers that share all that follows the last of them.
var siblings = [][]string{
	{"城镇", "农村", "乡村", "城乡", "全体"},
	{"进口", "出口", "进出口"},
	{"第一", "第二", "第三"},
	{"一产", "二产", "三产"},
	{"第一产业", "第二产业", "第三产业"},
	{"一", "二", "三"},
	{"早", "中", "晚"},
	{"夏粮", "秋粮"},
	{"男", "女"},
	{"基本养老", "养老", "基本医疗", "医疗", "失业", "工伤", "生育"},
	{"铁路", "公路", "水路", "民航"},
	{"轻", "重"},
	{"国税", "地税"},
	{"国际", "国内"},
	{"入境", "出境"},
	{"存款", "贷款"},
}

// splitNames splits a part at its 、 和 与 into n names and completes each by
// what follows the last: 城镇、农村居民收入 gives 城镇居民收入, 农村居民收入.
func (d *reading) splitNames(p part, n int) []string {
	if p.empty() {
		return nil
	}
	text := d.compose(p)
	for _, w := range threeSectors {
		if rest, ok := strings.CutPrefix(text, w); ok && n == 3 {
			return []string{sectors[0] + rest, sectors[1] + rest, sectors[2] + rest}
		}
	}
	if i := strings.LastIndex(d.text[p.start:p.end], "等"); i > 0 {
		if names := d.examples(p, p.start+int32(i), n); names != nil {
			return names
		}
	}
	if n == 2 {
		if names := d.jointNames(text); names != nil {
			return names
		}
	}
	cuts := d.cuts(p, true)
	if len(cuts) != n-1 {
		cuts = d.cuts(p, false)
	}
	if len(cuts) != n-1 {
		return nil
	}
	names := d.pieces(p, cuts)
	if slices.Contains(names, "") {
		return nil
	}
	if verb := d.flowOf(p, false); !verb.empty() {
		d.shareLead(names, d.text[verb.start:verb.end]) // 建成甲、乙各1个
	} else if rest, ok := d.cat.Classes.Grown.Begins(names[0]); ok {
		d.shareLead(names, names[0][:len(names[0])-len(rest)])
	}
	return d.shareRest(names)
}

// cuts returns the tokens at which a part splits into names: its 、 alone, or
// with 和, 与, 及 as well.
func (d *reading) cuts(p part, links bool) []int32 {
	var out []int32
	depth := 0
	for k := p.a; k < p.b; k++ {
		t := &d.tokens[k]
		switch {
		case t.start < p.start || t.end > p.end:
		case t.isPunct('（'):
			depth++
		case t.isPunct('）'):
			depth--
		case depth > 0:
		case t.isPunct('、') && !d.quoted(t.start):
			out = append(out, k)
		case links && t.is(catalog.Link) && !t.is(solid) && !d.quoted(t.start):
			out = append(out, k)
		}
	}
	return out
}

// quoted reports whether a byte stands inside “ and ”.
func (d *reading) quoted(at int32) bool {
	const longest = 120 // bytes that a quotation in a name may have
	from, to := max(0, int(at)-longest), min(len(d.text), int(at)+longest)
	open := strings.LastIndex(d.text[from:at], "“")
	return open >= 0 && strings.LastIndex(d.text[from:at], "”") < open && strings.Contains(d.text[at:to], "”")
}

// shareRest gives the first names what only the last one says: 甲、乙两大产业.
func (d *reading) shareRest(names []string) []string {
	last := names[len(names)-1]
	for _, lead := range []string{"对", "进口", "出口", "生产"} {
		if strings.HasPrefix(last, lead) {
			break
		}
		d.shareLead(names, lead) // 进口铁矿砂和农产品, 对美国、欧盟出口
	}
	last = names[len(names)-1]
	if thing, noun, ok := d.counted(last, len(names)); ok {
		names[len(names)-1] = thing
		for j, name := range names {
			names[j] = join(name, noun)
		}
		return names
	}
	for _, axis := range siblings {
		for _, w := range axis {
			if !strings.HasPrefix(last, w) {
				continue
			}
			rest := last[len(w):]
			all := rest != ""
			for _, name := range names[:len(names)-1] {
				all = all && slices.ContainsFunc(axis, func(x string) bool { return name == x || strings.HasSuffix(name, x) })
			}
			if all {
				for j := range names[:len(names)-1] {
					names[j] += rest
				}
				return names
			}
		}
	}
	if modifier := d.trader(names); modifier != "" {
		for j := range names[1:] {
			names[j+1] = modifier + names[j+1] // 民营企业进出口、出口和进口
		}
		return names
	}
	if part, whole, ok := strings.Cut(last, "占"); ok && isShareName(last) && part != "" {
		names[len(names)-1] = part
		for j, name := range d.shareRest(names) {
			names[j] = name + "占" + whole // 甲、乙增加值占工业增加值比重
		}
		return names
	}
	if i := strings.Index(last, "级"); i > 0 && i+len("级") < len(last) && graded(last[:i+len("级")]) {
		all := true
		for _, name := range names[:len(names)-1] {
			all = all && graded(name)
		}
		if all {
			for j := range names[:len(names)-1] {
				names[j] += last[i+len("级"):] // 国家级、省级创新平台
			}
			return names
		}
	}
	_, head, class := d.splitHead(last)
	if head == "" || head == last {
		return d.shareModifier(names)
	}
	if first, n := names[0], len(names[0]); len(head) <= 3 && n <= 9 && n < len(last)-len(head) && utf8.RuneStart(last[n]) {
		if _, h, _ := d.splitHead(first); h == "" {
			head = last[n:] // 小麦、稻谷最低收购价
		}
	}
	for j, name := range names[:len(names)-1] {
		if _, h, c := d.splitHead(name); h == "" || isEntity(c, h) && class != catalog.CountHead {
			if _, known := d.cat.Indicators.ByName(name); !known {
				names[j] = join(name, head)
			}
		}
	}
	return names
}

// numerals are those that count the members of a list, from two on.
var numerals = []string{"两", "三", "四", "五", "六", "七", "八", "九", "十"}

// counted parts the last of n names before the words that count them, and gives
// what stands behind: 乙 and 产业 of 乙两大产业, 餐饮 and 营业额 of
// 餐饮两个行业营业额.
func (d *reading) counted(last string, n int) (name, noun string, ok bool) {
	if n-2 >= len(numerals) {
		return "", "", false
	}
	name, noun, ok = strings.Cut(last, numerals[n-2])
	if !ok || name == "" || strings.HasSuffix(name, "第") {
		return "", "", false
	}
	for _, classifier := range []string{"大", "个", "类", "项", "种", "者"} {
		if rest, cut := strings.CutPrefix(noun, classifier); cut {
			noun = rest
			break
		}
	}
	rest, _ := d.cat.Classes.Members.Begins(noun)
	return name, rest, true
}

// shareLead gives all names the word that opens the first, where it rules them.
func (d *reading) shareLead(names []string, lead string) {
	if rest, ok := strings.CutPrefix(names[0], lead); ok && rest != "" && d.leads(names, lead) {
		for j := 1; j < len(names); j++ {
			names[j] = lead + names[j]
		}
	}
}

// trader returns who the trade of all names is of, where the first alone says it
// and the others are 进口, 出口 and nothing else.
func (d *reading) trader(names []string) string {
	trade := siblings[1]
	for _, name := range names[1:] {
		if !slices.Contains(trade, name) {
			return ""
		}
	}
	for _, w := range []string{"进出口", "出口", "进口"} {
		if modifier, ok := strings.CutSuffix(names[0], w); ok {
			return modifier
		}
	}
	return ""
}

// leads reports whether a word opens the first name alone and rules the others:
// none of them says it, and the first is no name of an amount.
func (d *reading) leads(names []string, lead string) bool {
	if _, head, class := d.splitHead(names[0]); head != "" && class != catalog.CountHead {
		return false
	}
	for _, name := range names[1:] {
		if strings.HasPrefix(name, lead) || strings.HasPrefix(name, "进") || strings.HasPrefix(name, "出") {
			return false
		}
		if _, _, class := d.splitHead(name); lead != "对" && class == catalog.AmountHead {
			return false
		}
	}
	return true
}

// shareModifier gives the later names what only the first one says:
// 粮食播种面积、产量.
func (d *reading) shareModifier(names []string) []string {
	modifier, head, _ := d.splitHead(names[0])
	if head == "" || modifier == "" {
		return names
	}
	for j, name := range names[1:] {
		if d.isDependent(name) {
			names[j+1] = join(modifier, name)
		}
	}
	return names
}
