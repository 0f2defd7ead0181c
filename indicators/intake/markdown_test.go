package intake

import "testing"

func TestTabbedTables(t *testing.T) {
	for in, want := range map[string]string{
		"# 题\n\n| 指标 | 2023年 |\n|---|--:|\n| **总值** | 3.5 |\n|产量|4|\n\n后文 | 有竖线\n": "# 题\n\n指标\t2023年\n总值\t3.5\n产量\t4\n\n后文 | 有竖线\n",
		"指标 | 数\n--- | ---\n一 | 2":        "指标\t数\n一\t2",
		"|甲|乙|\r\n|-|-|\r\n|a\\|b|1|\r\n": "甲\t乙\r\na|b\t1\r\n",
		"没有表 | 只有竖线 -|\n":                 "没有表 | 只有竖线 -|\n",
		"全年3亿元。\n---\n":                   "全年3亿元。\n---\n",
		"|---|---|\n":                     "|---|---|\n",
		"":                                "",
	} {
		if got := tabbedTables(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}
