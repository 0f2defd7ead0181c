package audit

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/seeds"
)

func loadCatalog(t testing.TB) *catalog.Catalog {
	t.Helper()
	c, err := catalog.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// parse reads figures, one a line: DOCUMENT INDICATOR PERIOD MEASURE VALUE
// UNIT [BOUND] [TARGET]. The measure is level, share, rank, yoy, average, cumulative
// (growth) or change. 2023-12-31 is the end of the year. Values end with 万亿,
// 亿 or 万 where they were printed so. All are of one region.
func parse(t testing.TB, c *catalog.Catalog, text string) []indicators.Observation {
	t.Helper()
	var list []indicators.Observation
	for line := range strings.Lines(text) {
		w := strings.Fields(line)
		if len(w) == 0 {
			continue
		}
		if len(w) < 6 {
			t.Fatalf("%q: want 6 words", line)
		}
		o := indicators.Observation{Place: "某市", Name: w[1]}
		o.From.Document, o.Indicator, o.Region, o.Unit = w[0], w[1], "430200", w[5]
		if in, ok := c.Indicators.ByID(w[1]); ok {
			o.Name = in.Name
		} else {
			o.Indicator = indicators.OpenIndicator(w[1])
		}
		var err error
		if o.Period, err = indicators.ParsePeriod(w[2]); err != nil {
			t.Fatal(err)
		}
		switch w[3] {
		case "yoy", "average", "cumulative":
			o.Measure = indicators.Growth
			o.Basis, err = indicators.ParseBasis(w[3])
		case "change":
			o.Measure, o.Basis = indicators.Change, indicators.YoY
		default:
			o.Measure, err = indicators.ParseMeasure(w[3])
		}
		if err != nil {
			t.Fatal(err)
		}
		number, power := w[4], int32(0)
		for _, m := range []struct {
			word  string
			power int32
		}{{"亿", 8}, {"万", 4}} {
			if n, ok := strings.CutSuffix(number, m.word); ok {
				number, power = n, power+m.power
			}
		}
		d, err := decimal.NewFromString(number)
		if err != nil {
			t.Fatal(err)
		}
		o.Value = d.Shift(power)
		for _, word := range w[6:] {
			switch word {
			case "target":
				o.Status = indicators.Target
			default:
				if o.Bound, err = indicators.ParseBound(word); err != nil {
					t.Fatal(err)
				}
			}
		}
		list = append(list, o)
	}
	return list
}

// TestChecks says of some figures what is found: the check and its working,
// one a line.
func TestChecks(t *testing.T) {
	c := loadCatalog(t)
	for _, test := range cases {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range Findings(c, parse(t, c, test.figures)) {
				got = append(got, f.Check+" "+f.Working)
				if !f.Difference().Abs().GreaterThan(f.Tolerance) || f.Tolerance.IsNegative() {
					t.Errorf("%s: difference %s is within the tolerance of %s", f.Working, f.Difference(), f.Tolerance)
				}
				if len(f.Observations) == 0 || f.Unit == "" {
					t.Errorf("%s: no figures or no unit", f.Working)
				}
			}
			var want []string
			for line := range strings.Lines(test.want) {
				if line = strings.TrimSpace(line); line != "" {
					want = append(want, line)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// TestOrder: findings do not hang on the order of what is no vintage of the
// other.
func TestOrder(t *testing.T) {
	c := loadCatalog(t)
	var text strings.Builder
	for _, test := range cases {
		text.WriteString(test.figures + "\n")
	}
	obs := parse(t, c, text.String())
	for i := range obs { // each case in a region of its own
		obs[i].Region += "/" + obs[i].From.Document
	}
	byKey := slices.Clone(obs)
	slices.SortStableFunc(byKey, func(a, b indicators.Observation) int { return strings.Compare(a.Name, b.Name) })
	want, got := Findings(c, obs), Findings(c, byKey)
	if len(want) == 0 {
		t.Fatal("no findings")
	}
	if diff := cmp.Diff(workings(want), workings(got)); diff != "" {
		t.Errorf("in another order (-want +got):\n%s", diff)
	}
}

func workings(list []indicators.Finding) []string {
	var out []string
	for _, f := range list {
		out = append(out, f.Check+" "+f.Observations[0].From.Document+" "+f.Working)
	}
	return out
}

func TestTableOfChecks(t *testing.T) {
	seen := map[string]bool{}
	for _, check := range Checks() {
		if check.Name == "" || check.About == "" || seen[check.Name] {
			t.Errorf("check %q lacks a name of its own, or what it is about", check.Name)
		}
		seen[check.Name] = true
		if !slices.ContainsFunc(cases, func(c testCase) bool {
			return strings.Contains("\n"+strings.ReplaceAll(c.want, "\t", ""), "\n"+check.Name+" ")
		}) {
			t.Errorf("no case finds anything by the check %s", check.Name)
		}
	}
}

// TestPartitions: the parts are what the catalogue knows, and parts by it
// where it has a whole for them.
func TestPartitions(t *testing.T) {
	c := loadCatalog(t)
	for _, p := range partitions {
		for _, id := range p.parts {
			in, ok := c.Indicators.ByID(id)
			switch {
			case !ok:
				t.Errorf("%s is no indicator", id)
			case p.whole != "" && in.Parent != p.whole && in.Parent != "":
				t.Errorf("%s is a part of %s by the catalogue, not of %s", id, in.Parent, p.whole)
			}
		}
		if _, ok := c.Indicators.ByID(p.whole); !ok && p.whole != "" {
			t.Errorf("%s is no indicator", p.whole)
		}
	}
}

func BenchmarkFindings(b *testing.B) {
	c := loadCatalog(b)
	var obs []indicators.Observation
	for _, test := range cases {
		obs = append(obs, parse(b, c, test.figures)...)
	}
	b.ReportAllocs()
	for b.Loop() {
		Findings(c, obs)
	}
}
