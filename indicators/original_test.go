package indicators

import (
	"strings"
	"testing"
)

func TestFingerprint(t *testing.T) {
	long := strings.Repeat("全市生产总值１２３亿元，增长4.5％。\n", 900)
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"增长5.1%。", "增长 5.1%。\n", true},
		{"增长5.1%，", "增长５．１％\u3000,", true},
		{"", " \t\r\n\uFEFF", true},
		{long, strings.ReplaceAll(long, "\n", "\r\n\r\n"), true},
		{long, long + "完", false},
		{"增长5.1%。", "增长5.7%。", false},
		{"增长5.1%。", "增长-5.1%。", false},
		{"12 34", "1234.", false},
	} {
		if same := Fingerprint(c.a) == Fingerprint(c.b); same != c.same {
			t.Errorf("%.40q and %.40q: same %t; want %t", c.a, c.b, same, c.same)
		}
	}
}
