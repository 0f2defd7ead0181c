package charts

import "testing"

func TestBrokenNames(t *testing.T) {
	for _, c := range []struct {
		name, want string
		most, wide int
	}{
		{"", "", 8, 0},
		{"全国", "全国", 8, 4},
		{"第二产业增加值", "第二产业\n增加值", 8, 8},
		{"Value added of the secondary industry", "Value added of the\nsecondary industry", 20, 18},
		{"Gross domestic product", "Gross domestic\nproduct", 20, 14},
		{"two words", "two words", 9, 9},
		{"incomprehensibility of it", "incomprehensibility\nof it", 8, 19},
		{"5G基站数", "5G基站\n数", 6, 6},
	} {
		got, wide := broken(c.name, c.most)
		if got != c.want || wide != c.wide {
			t.Errorf("broken(%q, %d) = %q, %d, want %q, %d", c.name, c.most, got, wide, c.want, c.wide)
		}
	}
}
