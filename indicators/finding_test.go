package indicators

import (
	"testing"

	"github.com/shopspring/decimal"
)

func TestFindingKindsReadWhatTheyWrite(t *testing.T) {
	for k := FindingSum; k <= FindingVintage; k++ {
		text, err := k.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		var got FindingKind
		if err := got.UnmarshalText(text); err != nil || got != k {
			t.Errorf("%s reads as %s, %v", text, got, err)
		}
	}
	if _, err := ParseFindingKind("blame"); err == nil {
		t.Error("blame is a kind of finding")
	}
}

func TestFindingDifference(t *testing.T) {
	f := Finding{Found: decimal.RequireFromString("14331.98"), Expected: decimal.RequireFromString("14331.90")}
	if got := PlainDecimal(f.Difference()); got != "0.08" {
		t.Errorf("difference %s, want 0.08", got)
	}
}
