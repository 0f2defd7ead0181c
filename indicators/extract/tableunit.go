package extract

import (
	"strings"
	"unicode/utf8"

	"suanpan/indicators/catalog"
)

// unitLike reports whether a cell may hold nothing but a unit.
func unitLike(s string) bool {
	s = squeeze(s)
	switch s {
	case "%", "‰", "％", "百分点", "个百分点":
		return true
	}
	rest := strings.TrimLeft(s, "十百千万亿")
	n := utf8.RuneCountInString(rest)
	if n == 0 || n > 6 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(rest)
	return plainUnits[rest] || len(rest) < len(s) && strings.ContainsRune(unitRunes, last) || strings.Contains(rest, "/")
}

// unitRunes end the units that stand behind a magnitude.
const unitRunes = "元吨人台辆套只件户个家头米里顷亩次册瓦时煤块片张部座艘架箱条双株床升克方卡伏安赫焦组支枝根枚羽匹所项处名"

// plainUnits are the units that tables print without a magnitude.
var plainUnits = map[string]bool{
	"元": true, "美元": true, "人": true, "人次": true, "人公里": true, "吨": true, "吨公里": true, "公斤": true, "千克": true, "克": true,
	"台": true, "辆": true, "套": true, "只": true, "件": true, "户": true, "个": true, "家": true, "头": true, "所": true, "项": true,
	"公里": true, "千米": true, "米": true, "平方米": true, "立方米": true, "平方公里": true, "公顷": true, "亩": true, "次": true, "册": true,
	"千瓦": true, "千瓦时": true, "标准煤": true, "吨标准煤": true, "块": true, "片": true, "张": true, "部": true, "座": true, "艘": true, "架": true,
	"箱": true, "标箱": true, "重量箱": true, "载重吨": true, "芯千米": true, "条": true, "双": true, "株": true, "床": true, "微克": true, "倍": true,
}

// cutUnit parts a head from what stands in brackets at its end: 绝对数（亿元）.
func cutUnit(s string) (bare, unit string) {
	depth := 0
	for i := len(s); i > 0; {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
		switch r {
		case '）', ')', ']', '］':
			depth++
		case '（', '(', '[', '［':
			if depth--; depth == 0 && i > 0 {
				return strings.TrimSpace(s[:i]), trimUnit(s[i+n : len(s)-closing(s)])
			}
		}
		if depth <= 0 {
			break
		}
	}
	return s, ""
}

// closing is the length of the bracket that ends s.
func closing(s string) int {
	_, n := utf8.DecodeLastRuneInString(s)
	return n
}

// trimUnit takes what is no part of it off a printed unit: 单位：±%.
func trimUnit(s string) string {
	s = squeeze(s)
	for _, w := range [...]string{"计量单位", "单位", "：", ":"} {
		s = strings.TrimPrefix(s, w)
	}
	s = strings.Trim(s, "±+-、")
	switch s {
	case "％", "%、百分点", "%，百分点", "%/百分点", "百分比", "%,百分点", "%、个百分点":
		return "%"
	}
	return s
}

// isUnit reports whether a printed unit is one of the catalogue, with or
// without a magnitude.
func (d *reading) isUnit(s string) bool {
	_, _, known := d.tableUnit(s)
	return known
}

// tableUnit returns the unit that a table prints, without its magnitude, and
// the power of ten that the magnitude means. known is false where the catalogue
// has no such unit; the name is then as printed.
func (d *reading) tableUnit(s string) (name string, power int, known bool) {
	s = trimUnit(s)
	if u, ok := d.cat.Units.ByName(s); ok {
		return u.Name, 0, true
	}
	power, rest := catalog.Magnitude(s)
	for _, more := range [...]string{"万", "亿"} { // 百万吨 is one magnitude, 十亿 may be two
		if r, ok := strings.CutPrefix(rest, more); ok && power > 0 && r != "" {
			p, _ := catalog.Magnitude(more)
			power, rest = power+p, r
		}
	}
	if u, ok := d.cat.Units.ByName(rest); ok {
		return u.Name, power, true
	}
	if i, n := d.cat.Units.Match(rest, 0); n > 0 && (n == len(rest) || strings.HasPrefix(rest[n:], "（") || strings.HasPrefix(rest[n:], "(")) {
		return d.cat.Units.At(i).Name, power, true
	}
	if power == 3 && rest != "" && strings.ContainsAny(rest, "伏瓦安赫焦卡克米") { // 千伏安 is a unit of its own
		return s, 0, false
	}
	return rest, power, false
}
