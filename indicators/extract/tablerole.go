package extract

import (
	"strings"

	"suanpan/indicators"
)

// A tableRole is what the figures of a column, or a title, say of their rows.
type tableRole uint8

// The roles.
const (
	noRole     tableRole = iota
	levelRole            // an amount
	growthRole           // a rate of change; a change where the unit is no rate
	changeRole           // an amount of change
	shareRole            // a part of the whole
	goalRole             // a part of what was planned
	pullRole             // a contribution
	rankRole             // a place
)

// roleWords tells the role of a head by a word in it; the first one decides.
var roleWords = []struct {
	word string
	role tableRole
}{
	{"位次", rankRole},
	{"名次", rankRole},
	{"排名", rankRole},
	{"排位", rankRole},
	{"完成预算", goalRole},
	{"完成计划", goalRole},
	{"完成年计划", goalRole},
	{"完成全年", goalRole},
	{"完成年度", goalRole},
	{"完成目标", goalRole},
	{"完成率", goalRole},
	{"占预算", goalRole},
	{"为预算", goalRole},
	{"为计划", goalRole},
	{"计划完成", goalRole},
	{"预算完成", goalRole},
	{"进度", goalRole},
	{"贡献率", pullRole},
	{"拉动", pullRole},
	{"增减额", changeRole},
	{"增加额", changeRole},
	{"增长额", changeRole},
	{"减少额", changeRole},
	{"增减量", changeRole},
	{"增加量", changeRole},
	{"增减数", changeRole},
	{"增加数", changeRole},
	{"净增", changeRole},
	{"增量", changeRole},
	{"变动额", changeRole},
	{"增减绝对额", changeRole},
	{"比重", shareRole},
	{"占比", shareRole},
	{"构成", shareRole},
	{"份额", shareRole},
	{"增长", growthRole},
	{"增速", growthRole},
	{"增幅", growthRole},
	{"涨幅", growthRole},
	{"涨跌", growthRole},
	{"增减", growthRole},
	{"上涨", growthRole},
	{"下降", growthRole},
	{"升降", growthRole},
	{"同比", growthRole},
	{"环比", growthRole},
	{"降幅", growthRole},
	{"增加", growthRole},
	{"减少", growthRole},
	{"提高", growthRole},
	{"±", growthRole},
	{"+-", growthRole},
}

// roleOfHead finds the role of a head and where its words begin: with 比, 较 or
// 占 before the word that tells it. The words of a level are no part of this.
func roleOfHead(s string) (role tableRole, at int) {
	for _, w := range roleWords {
		k := strings.Index(s, w.word)
		if k < 0 || w.role == growthRole && strings.HasPrefix(s[k:], "增加值") || strings.HasPrefix(s[k:], "增长值") {
			continue
		}
		for _, lead := range [...]string{"同比", "环比", "比", "较", "占", "为", "与"} {
			if j := strings.Index(s[:k], lead); j >= 0 && (lead != "为" || w.role == goalRole) {
				k = min(k, j)
			}
		}
		return w.role, k
	}
	return noRole, len(s)
}

// basisOfHead tells what a head compares with.
func basisOfHead(s, base string) indicators.Basis {
	switch {
	case hasAny(s, "年初", "上年底"):
		return indicators.Cumulative
	case hasAny(s, "环比", "上月", "上季", "上期"):
		return indicators.MoM
	case hasAny(s, "年均", "年平均"):
		return indicators.AnnualAverage
	case hasAny(s, "预算", "计划", "目标"):
		return indicators.Plan
	}
	return indicators.YoY
}
