package extract

import (
	"strings"
)

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
		return d.partOfPrice(whole, part)
	case partHead != "":
		return d.scoped(scope, part, partHead, head)
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
	if rest, ok := strings.CutPrefix(head, "总"); ok && d.cat.Classes.TotalHead.Has(rest) {
		head = rest
	}
	keep := ""
	if rest, ok := d.cat.Classes.Carried.Begins(object); ok {
		keep = object[:len(object)-len(rest)]
	}
	return scope + join(part, keep+strings.Replace(head, "总量", "量", 1))
}

// scopes begin names and rule the parts of what they name too.
var scopes = []string{
	"规模以上工业企业", "规模以上工业", "规模以上",
	"金融机构", "本外币", "人民币", "外币", "新登记", "新设立", "新增", "接待", "房地产开发企业", "房地产开发",
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

// scoped puts the scope of a whole before a part that has a head of its own.
func (d *reading) scoped(scope, part, partHead, head string) string {
	if len(partHead) < len(head) && strings.HasPrefix(head, partHead) { // 存款 of 存款余额
		part += head[len(partHead):]
	}
	if d.cat.Classes.Scoped.In(part) || strings.HasPrefix(part, scope) || strings.HasPrefix(scope, "规模以上") {
		return part
	}
	return scope + part
}

// partOfPrice names the price of a part: 粮食 of 居民消费价格 is 粮食类居民消费价格.
func (d *reading) partOfPrice(whole, part string) string {
	if strings.Contains(part, "价格") {
		return part
	}
	k := strings.Index(whole, "价格")
	base := whole[:k+len("价格")]
	if j := strings.Index(base, "类"); j > 0 { // of a part of it
		base = base[j+len("类"):]
	}
	class := strings.TrimSuffix(part, "类") + "类" + base
	for _, name := range [...]string{class, part + base, part + "价格"} {
		if _, known := d.cat.Indicators.ByName(name); known {
			return name
		}
	}
	switch part {
	case "城市", "城镇", "农村", "乡村":
		return part + base
	}
	return class
}
