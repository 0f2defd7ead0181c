package extract

import "strings"

// A figure may say how much of a plan has been done: 完成全年预算的60.7%,
// 占年度投资计划的52%, 完成年初预算36.7%. What stands before it then is read from
// the right: the goal, the time of the goal, and the verb. None of it is the
// name of the thing, and the year of the goal is not that of the figure.
var (
	quotaGoals = []string{"计划", "目标", "任务", "预算", "预期", "指标", "投资", "调整", "总", "数"}
	quotaTimes = []string{"全年度", "全年", "年度", "年初", "本年", "当年", "年"}
	quotaVerbs = []string{"已完成", "累计完成", "超额完成", "仅完成", "共完成", "完成了", "完成", "占到", "占", "达到", "达", "为", "是"}
)

// cutQuota takes the goal that a figure is a part of off the right end of a
// phrase. It returns the new end, and whether there was one.
func (s *scanner) cutQuota(start, end, a, b int32) (int32, int32, bool) {
	said := strings.TrimSuffix(s.text[start:end], "的")
	goal := false
	for {
		cut, word := cutAny(said, quotaGoals)
		if word == "" {
			break
		}
		goal = goal || word == "计划" || word == "目标" || word == "任务" || word == "预算" || word == "预期"
		said = cut
	}
	if !goal {
		return end, b, false
	}
	said, _ = cutAny(said, quotaTimes)
	said, verb := cutAny(said, quotaVerbs)
	if verb == "" {
		return end, b, false
	}
	end = start + int32(len(said))
	for b > a && s.tokens[b-1].end > end {
		b--
	}
	return end, b, true
}

// cutAny takes the first of some words that a text ends in off it; the word is
// "" where it ends in none.
func cutAny(said string, words []string) (rest, word string) {
	for _, w := range words {
		if cut, ok := strings.CutSuffix(said, w); ok {
			return cut, w
		}
	}
	return said, ""
}
