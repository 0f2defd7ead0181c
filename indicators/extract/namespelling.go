package extract

import (
	"strings"
	"unicode/utf8"
)

// spell writes a name the one way that the names of all documents are written:
// brackets and dashes between numbers as Chinese has them, no 的 before a share,
// no bracket that says at which prices an amount is computed,
// the whole of a share by its own name. What is spelled so is returned as it is.
func spell(name string) string {
	if strings.ContainsAny(name, "()") {
		name = brackets.Replace(name)
	}
	if strings.IndexFunc(name, isDigit) >= 0 {
		name = spellRange(name)
	}
	if i := strings.LastIndex(name, "的"); i > 0 {
		if rest := name[i+len("的"):]; isShareName(rest) || rest == "平均受教育年限" || rest == "价格" {
			name = name[:i] + rest
		}
	}
	if i := strings.LastIndex(name, "（"); i > 0 && strings.HasSuffix(name, "）") {
		if in := name[i:]; strings.Contains(in, "价") && (strings.HasPrefix(in, "（按") || hasAny(in, "不变价", "可比价", "现价")) {
			name = name[:i] // 业务总量（按2020年价格计算）
		}
	}
	if rest, ok := strings.CutPrefix(name, "规上"); ok {
		name = "规模以上" + rest
	}
	if i := strings.Index(name, "占"); i > 0 {
		name = name[:i] + spellWhole(name[i:])
	}
	return name
}

var brackets = strings.NewReplacer("(", "（", ")", "）")

// spellRange writes the dash between two numbers: 0-14岁 is 0—14岁.
func spellRange(name string) string {
	for i, r := range name {
		switch r {
		case '-', '–', '－', '~', '～', '─':
			size := utf8.RuneLen(r)
			if i > 0 && i+size < len(name) && isASCIIDigit(name[i-1]) && isASCIIDigit(name[i+size]) {
				return name[:i] + "—" + spellRange(name[i+size:])
			}
		}
	}
	return name
}

// wholes are the ways to name what a share is a share of.
var wholes = [...]struct{ said, name string }{
	{"占GDP比", "占地区生产总值比"},
	{"占国内生产总值比", "占地区生产总值比"},
	{"占生产总值比", "占地区生产总值比"},
	{"占地区GDP比", "占地区生产总值比"},
	{"占零售总额比", "占社会消费品零售总额比"},
	{"占规上", "占规模以上"},
	{"占总人口比", "占常住人口比"},
}

func spellWhole(share string) string {
	for _, w := range wholes {
		if rest, ok := strings.CutPrefix(share, w.said); ok {
			return w.name + rest
		}
	}
	return share
}
