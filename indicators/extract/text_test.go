package extract

import "testing"

func TestTidyJoinsAndKeepsTheWayBack(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"全年增长 8.3%。", "全年增长8.3%。"},
		{"销售面积 212.58\n万平方米", "销售面积212.58万平方米"},
		{"比2016年增加了\n148万元", "比2016年增加了148万元"},
		{"政 府 工 作 报 告", "政府工作报告"},
		{"GDP growth", "GDP growth"},
		{"12 34", "12 34"},
		{"12\n34亿元", "1234亿元"},
		{"　　各位代表：", "各位代表："},
	} {
		p := tidy(c.in, 0, len(c.in))
		if p.text != c.want {
			t.Errorf("tidy(%q) = %q, want %q", c.in, p.text, c.want)
		}
		for i := range len(p.text) {
			if o := p.origin(int32(i)); c.in[o] != p.text[i] && p.text[i] != ' ' {
				t.Errorf("tidy(%q): byte %d of %q comes from %d, which is %q", c.in, i, p.text, o, c.in[o])
			}
		}
	}
}
