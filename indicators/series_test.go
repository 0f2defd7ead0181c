package indicators

import (
	"testing"

	"github.com/shopspring/decimal"
)

func obs(region string, p Period, mant int64, doc string) Observation {
	return Observation{
		Key:      Key{Indicator: "gdp", Region: region, Period: p},
		Quantity: Quantity{Value: decimal.New(mant, 8), Unit: "元"},
		From:     Provenance{Document: doc},
	}
}

func TestJoinKeepsVintagesAndOrder(t *testing.T) {
	got := Join([]Observation{
		obs("430200", Year(2022), 3617, "a"),
		obs("430200", Year(2021), 3420, "b"),
		obs("430200", Year(2022), 3620, "c"),
		obs("430200", Half(2022, 1), 1700, "a"),
		obs("430200", Period{}, 1, "a"),
	})
	if len(got) != 2 {
		t.Fatalf("%d series, want 2: years and halves are never one series", len(got))
	}
	s := got[0]
	if len(s.Points) != 2 || s.Points[0].Period != Year(2021) || s.Points[1].Period != Year(2022) {
		t.Fatalf("points %v", s.Points)
	}
	if p := s.Points[1]; len(p.Vintages) != 2 || p.Latest().From.Document != "c" || !p.Conflicts() {
		t.Errorf("2022: %d vintages, latest from %s, conflicts %v", len(p.Vintages), p.Latest().From.Document, p.Conflicts())
	}
}
