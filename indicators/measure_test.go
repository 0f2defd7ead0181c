package indicators

import "testing"

func TestEnumsReadWhatTheyWrite(t *testing.T) {
	for m := Level; m <= Rank; m++ {
		if got, err := ParseMeasure(m.String()); err != nil || got != m {
			t.Errorf("measure %v reads as %v, %v", m, got, err)
		}
	}
	for b := NoBasis; b <= Plan; b++ {
		if got, err := ParseBasis(b.String()); err != nil || got != b {
			t.Errorf("basis %v reads as %v, %v", b, got, err)
		}
	}
	for b := Exact; b <= AtMost; b++ {
		if got, err := ParseBound(b.String()); err != nil || got != b {
			t.Errorf("bound %v reads as %v, %v", b, got, err)
		}
	}
	for s := Actual; s <= Target; s++ {
		if got, err := ParseStatus(s.String()); err != nil || got != s {
			t.Errorf("status %v reads as %v, %v", s, got, err)
		}
	}
	if _, err := ParseMeasure("amount"); err == nil {
		t.Error("an unknown measure was read")
	}
}
