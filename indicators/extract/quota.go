package extract

import "strings"

// A figure may say how much of a plan has been done: 完成全年预算的60.7%,
// 占年度投资计划的52%, 完成年初预算36.7%. What stands before it then is read from
// the right: the goal, the time of the goal, and the verb. None of it is the
// name of the thing, and the year of the goal is not that of the figure.

// cutQuota takes the goal that a figure is a part of off the right end of a
// phrase. It returns the new end, and whether there was one.
func (s *scanner) cutQuota(start, end, a, b int32) (int32, int32, bool) {
	c := s.cat.Classes
	said := strings.TrimSuffix(s.text[start:end], "的")
	for goal := false; ; {
		if cut, ok := c.QuotaGoal.Ends(said); ok {
			said, goal = cut, true
		} else if cut, ok := c.QuotaTail.Ends(said); ok {
			said = cut
		} else if goal {
			break
		} else {
			return end, b, false
		}
	}
	said, _ = c.QuotaTime.Ends(said)
	said, ok := c.QuotaVerb.Ends(said)
	if !ok {
		return end, b, false
	}
	end = start + int32(len(said))
	for b > a && s.tokens[b-1].end > end {
		b--
	}
	return end, b, true
}
