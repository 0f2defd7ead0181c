package indicators

import "testing"

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Date
		ok   bool
	}{
		{"2024-01-31", NewDate(2024, 1, 31), true},
		{"", Date{}, true},
		{"2024-02-29", NewDate(2024, 2, 29), true},
		{"2023-02-29", Date{}, false},
		{"2024-1-31", Date{}, false},
		{"2024年1月", Date{}, false},
		{"0000-01-01", Date{}, false},
	} {
		got, err := ParseDate(c.in)
		if (err == nil) != c.ok || got != c.want {
			t.Errorf("ParseDate(%q) = %v, %v; want %v", c.in, got, err, c.want)
		}
		if c.ok && got.String() != c.in {
			t.Errorf("ParseDate(%q).String() = %q", c.in, got)
		}
	}
}

func TestAddDays(t *testing.T) {
	if got := NewDate(2024, 2, 28).AddDays(2); got != NewDate(2024, 3, 1) {
		t.Errorf("2024-02-28 + 2 = %v", got)
	}
	if got := NewDate(2024, 1, 1).AddDays(-1); got != NewDate(2023, 12, 31) {
		t.Errorf("2024-01-01 - 1 = %v", got)
	}
}
