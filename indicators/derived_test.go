package indicators

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// level is a point of a printed level: 3667.9亿元 of 2023, ＞2000亿元 of 2014.
func level(t *testing.T, period, printed string) Point {
	t.Helper()
	p, err := ParsePeriod(period)
	if err != nil {
		t.Fatal(err)
	}
	q := Quantity{Printed: printed}
	s := printed
	if rest, ok := strings.CutPrefix(s, "超"); ok {
		s, q.Bound = rest, AtLeast
	}
	end := strings.IndexFunc(s, func(r rune) bool { return !strings.ContainsRune("-.0123456789", r) })
	q.Value, q.Unit = decimal.RequireFromString(s[:end]), s[end:]
	for _, m := range []struct {
		word string
		exp  int32
	}{{"亿", 8}, {"万", 4}} {
		if rest, ok := strings.CutPrefix(q.Unit, m.word); ok {
			q.Unit, q.Value = rest, decimal.NewFromBigInt(q.Value.Coefficient(), q.Value.Exponent()+m.exp)
		}
	}
	return Point{Period: p, Vintages: []Observation{{Key: Key{Period: p}, Quantity: q}}}
}

func levels(t *testing.T, pairs ...string) (points []Point) {
	t.Helper()
	for i := 0; i+1 < len(pairs); i += 2 {
		points = append(points, level(t, pairs[i], pairs[i+1]))
	}
	return points
}

// told writes a derivation: 2023 5.1% (…), 2022 !year-before.
func told(d Derivation) string {
	var parts []string
	for _, p := range d.Points {
		parts = append(parts, p.Period.String()+" "+PlainDecimal(p.Value)+p.Unit+" = "+p.Working)
	}
	for _, l := range d.Lacks {
		parts = append(parts, l.Period.String()+" !"+l.Why.String())
	}
	return strings.Join(parts, "; ")
}

func TestDerive(t *testing.T) {
	for _, c := range []struct {
		name string
		t    Transform
		m    Material
		want string
	}{
		{"level", AsReported, Material{Points: levels(t, "2023", "超12亿元")}, "2023 1200000000元 = 超12亿元"},
		{
			"growth: two decimals where they are sure", GrowthOnYear,
			Material{Kind: KindFlow, Points: levels(t, "2021", "6366.83亿元", "2022", "6292.13亿元")},
			"2022 -1.17% = 6292.13亿元 ÷ 6366.83亿元 − 1; 2021 !year-before",
		},
		{"growth: coarse figures give a coarse rate", GrowthOnYear, Material{Kind: KindFlow, Points: levels(t, "2022", "31亿元", "2023", "33亿元")}, "2023 6% = 33亿元 ÷ 31亿元 − 1; 2022 !year-before"},
		{"growth: a third digit is one decimal", GrowthOnYear, Material{Kind: KindFlow, Points: levels(t, "2022", "3000.5亿元", "2023", "3201.2亿元")}, "2023 6.69% = 3201.2亿元 ÷ 3000.5亿元 − 1; 2022 !year-before"},
		{"growth: bounds are computed with nothing", GrowthOnYear, Material{Points: levels(t, "2014", "超2000亿元", "2015", "2335.1亿元", "2016", "2512.5亿元")}, "2016 7.60% = 2512.5亿元 ÷ 2335.1亿元 − 1; 2014 !bound; 2015 !bound"},
		{"growth of months since January", GrowthOnYear, Material{Points: levels(t, "2023-01/2023-08", "100.0亿元", "2024-01/2024-08", "110.0亿元")}, "2024-01/2024-08 10.0% = 110.0亿元 ÷ 100.0亿元 − 1; 2023-01/2023-08 !year-before"},
		{"growth over a leap day", GrowthOnYear, Material{Points: levels(t, "2023-02", "100.0亿元", "2024-02", "110.0亿元")}, "2024-02 10.0% = 110.0亿元 ÷ 100.0亿元 − 1; 2023-02 !year-before"},
		{"growth from nothing", GrowthOnYear, Material{Points: levels(t, "2022", "0亿元", "2023", "5亿元")}, "2022 !year-before; 2023 !zero"},
		{"growth of a rate", GrowthOnYear, Material{Kind: KindRate, Points: levels(t, "2022", "5.1%", "2023", "5.3%")}, "2022 !rate; 2023 !rate"},
		{"growth of an index", GrowthOnYear, Material{Kind: KindIndex, Points: levels(t, "2022", "101点", "2023", "102点")}, "2022 !kind; 2023 !kind"},
		{"change is exact", ChangeOnYear, Material{Points: levels(t, "2022", "3660亿元", "2023", "3667.9亿元")}, "2023 790000000元 = 3667.9亿元 − 3660亿元; 2022 !year-before"},
		{"change of a rate is in points", ChangeOnYear, Material{Kind: KindRate, Points: levels(t, "2022", "5.1%", "2023", "5.3%")}, "2023 0.2个百分点 = 5.3% − 5.1%; 2022 !year-before"},
		{
			"index on the first that is exact", IndexOnBase,
			Material{Points: levels(t, "2014", "超2000亿元", "2015", "2335.11亿元", "2023", "3667.88亿元")},
			"2015 100.00 = 2335.11亿元 ÷ 2335.11亿元 × 100; 2023 157.08 = 3667.88亿元 ÷ 2335.11亿元 × 100; 2014 !bound",
		},
		{"index on a period that is not known", IndexOnBase, Material{Base: Year(2010), Points: levels(t, "2015", "12亿元")}, "2015 !base"},
		{
			"per resident at the end of the year", PerResident,
			Material{Kind: KindFlow, Points: levels(t, "2022", "3616.8亿元", "2023", "3667.88亿元"), Others: levels(t, "2023-12-31", "385.20万人")},
			"2023 95220元/人 = 3667.88亿元 ÷ 385.20万人; 2022 !population",
		},
		{"per resident, of a small number", PerResident, Material{Kind: KindStock, Points: levels(t, "2023-12-31", "30125张"), Others: levels(t, "2023-12-31", "385.20万人")}, "2023-12-31 0.0078张/人 = 30125张 ÷ 385.20万人"},
		{"per resident, of a price", PerResident, Material{Kind: KindPrice, Points: levels(t, "2023", "12元")}, "2023 !kind"},
		{"per resident, of a quarter", PerResident, Material{Kind: KindFlow, Points: levels(t, "2023-Q1", "12亿元"), Others: levels(t, "2023-12-31", "1万人")}, "2023-Q1 !population"},
		{"share of the region above", ShareOfParent, Material{Kind: KindFlow, Points: levels(t, "2022", "3.2亿元", "2023", "3667.88亿元"), Others: levels(t, "2023", "50012.85亿元")}, "2023 7.33% = 3667.88亿元 ÷ 50012.85亿元; 2022 !parent"},
		{"share of what nobody knows the kind of", ShareOfParent, Material{Points: levels(t, "2023", "12个"), Others: levels(t, "2023", "20个")}, "2023 !kind"},
		{
			"single months", SinglePeriod,
			Material{Kind: KindFlow, Step: 1, Points: levels(t, "2024-01/2024-02", "20.5亿元", "2024-Q1", "31.7亿元", "2024-01/2024-05", "52亿元", "2024-H1", "61.25亿元")},
			"2024-03 1120000000元 = 31.7亿元 − 20.5亿元; 2024-06 925000000元 = 61.25亿元 − 52亿元; 2024-02 !cumulative; 2024-05 !cumulative",
		},
		{
			"single quarters", SinglePeriod,
			Material{Kind: KindFlow, Step: 3, Points: levels(t, "2024-Q1", "31.7亿元", "2024-H1", "61.2亿元", "2024", "120亿元")},
			"2024-Q1 3170000000元 = 31.7亿元; 2024-Q2 2950000000元 = 61.2亿元 − 31.7亿元; 2024-Q4 !cumulative",
		},
		{"stocks are no sums", SinglePeriod, Material{Kind: KindStock, Step: 3, Points: levels(t, "2024-Q1", "31.7亿元")}, "2024-Q1 !kind"},
	} {
		if got := told(Derive(c.t, c.m)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestDerivedDigitsAreSure moves the figures of quotients to the ends of what
// they may stand for: the last digit that is shown moves by no more than two,
// and one for the rounding of the quotient.
func TestDerivedDigitsAreSure(t *testing.T) {
	for _, c := range [][2]string{{"6292.13", "6366.83"}, {"33", "31"}, {"512.3", "487"}, {"1", "3"}, {"9.9", "1.1"}, {"120000.5", "7"}} {
		a, b := decimal.RequireFromString(c[0]), decimal.RequireFromString(c[1])
		q := quotient(a, b, 2, 2)
		unit := decimal.New(1, q.Exponent())
		for _, way := range []int64{1, -1} {
			w := decimal.NewFromInt(way)
			end := a.Add(half(a).Mul(w)).Shift(2).DivRound(b.Sub(half(b).Mul(w)), 12)
			if q.Exponent() < 0 && end.Sub(q).Abs().GreaterThan(unit.Mul(decimal.NewFromInt(3))) {
				t.Errorf("%s ÷ %s = %s, but may be %s", c[0], c[1], q, end)
			}
		}
	}
}

func TestTransformNames(t *testing.T) {
	for _, x := range Transforms() {
		if got, err := ParseTransform(x.String()); err != nil || got != x {
			t.Errorf("%s: %v, %v", x, got, err)
		}
	}
	if _, err := ParseTransform("tranform"); err == nil {
		t.Error("a transform that is none was read")
	}
}
