package extract

import "testing"

func TestCutUnit(t *testing.T) {
	for s, want := range map[string][2]string{
		"绝对数（亿元）":       {"绝对数", "亿元"},
		"比上年增长（±%）":     {"比上年增长", "%"},
		"产量（万只（片、套））":   {"产量", "万只（片、套）"},
		"涨跌幅度（单位：%）":    {"涨跌幅度", "%"},
		"比上年增长(%)":      {"比上年增长", "%"},
		"化肥(折纯)":        {"化肥", "折纯"},
		"限额以上企业（单位）零售额": {"限额以上企业（单位）零售额", ""},
		"（亿元）":          {"（亿元）", ""},
		"产量）":           {"产量）", ""},
		"":              {"", ""},
	} {
		bare, unit := cutUnit(s)
		if bare != want[0] || unit != want[1] {
			t.Errorf("%s: %q %q, want %q", s, bare, unit, want)
		}
	}
}

func TestHeadWord(t *testing.T) {
	for s, want := range map[string]headKind{
		"指标": headName, "产品名称": headName, "计量单位": headUnit, "2022年": headValue, "1-4月": headValue, "3月末": headValue,
		"比上年增长（%）": headValue, "±%": headValue, "绝对数（亿元）": headValue, "位次": headValue, "同比增长（±%）": headValue, "比年初增减额": headValue,
		"": headNone, "水泥": headNone, "房屋施工面积": headNone, "人口自然增长率": headNone, "王建国": headNone, "荷花路12号": headNone, "税收收入": headNone,
	} {
		if got := headWord(s); got != want {
			t.Errorf("%s: %d, want %d", s, got, want)
		}
	}
}

func TestRoleOfHead(t *testing.T) {
	for _, c := range []struct {
		head string
		role tableRole
		noun string
	}{
		{"比上年增长", growthRole, ""},
		{"同比增长", growthRole, ""},
		{"出口额比上年增长", growthRole, "出口额"},
		{"比年初增减额", changeRole, ""},
		{"占全市比重", shareRole, ""},
		{"完成预算%", goalRole, ""},
		{"位次", rankRole, ""},
		{"工业增加值", noRole, "工业增加值"},
		{"绝对数", noRole, "绝对数"},
	} {
		role, at := roleOfHead(c.head)
		if role != c.role || c.head[:at] != c.noun {
			t.Errorf("%s: %d %q, want %d %q", c.head, role, c.head[:at], c.role, c.noun)
		}
	}
}

func TestUnitLike(t *testing.T) {
	for s, want := range map[string]bool{
		"%": true, "万吨": true, "千伏安时": true, "台": true, "亿千瓦时": true, "元/吨": true, "十种有色金属": false, "万寿菊": false, "纱": false, "": false, "水泥": false,
	} {
		if got := unitLike(s); got != want {
			t.Errorf("%s: %v", s, got)
		}
	}
}
