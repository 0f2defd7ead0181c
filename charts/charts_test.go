package charts

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

var update = flag.Bool("update", false, "write the golden files anew")

func num(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// example is a frame with all that can occur: a gap, a bound, a revision, a
// target met and one missed, an interval, a value with more digits than a
// float has.
func example() Frame {
	return Frame{
		Unit: "亿元", Ticks: []string{"2014", "2015", "2016", "2017", "2018"}, Target: "目标", Actual: "实绩",
		Read: []string{"a", "b", "c", "d", "e"}, At: 3,
		Lines: []Line{
			{Name: "实绩", Slot: 1, Points: []Point{
				{At: 0, Value: num("2000"), Mark: LowerBound, Label: "＞2000", Ref: "m-2014"},
				{At: 1, Value: num("2335.11"), Mark: Superseded, Ref: "m-2015"},
				{At: 1, Value: num("2301.65"), Mark: Revised, Label: "2301.65", Ref: "m-2015"},
				{At: 3, Value: num("12345678901234567.10"), Label: "12345678901234567.10", Ref: "m-2017"},
			}},
			{Name: "目标", Target: true, Points: []Point{
				{At: 1, Value: num("2400"), Label: "≈2400", Ref: "m-t-2015"},
				{At: 3, Value: num("2600"), To: decimal.NewNullDecimal(num("2700")), Label: "2600–2700", Ref: "m-t-2017"},
			}},
		},
	}
}

func TestKindsMatchTheirGoldenFiles(t *testing.T) {
	for _, k := range Kinds {
		t.Run(k.Name, func(t *testing.T) {
			f := example()
			if k.Name == "compared" || k.Name == "ranked" {
				f.Lines = f.Lines[:1]
				f.Lines[0].Points = append(f.Lines[0].Points[:1:1], f.Lines[0].Points[2:]...)
			}
			o, err := k.Option(f)
			if err != nil {
				t.Fatal(err)
			}
			got, err := json.MarshalIndent(o, "", " ")
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", k.Name+".json")
			if *update {
				if err := os.WriteFile(file, append(got, '\n'), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(strings.TrimSpace(string(want)), string(got)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestValuesKeepAllDigits(t *testing.T) {
	o, err := OverTime(example())
	if err != nil {
		t.Fatal(err)
	}
	b, _ := json.Marshal(o)
	if !strings.Contains(string(b), `12345678901234567.10`) {
		t.Errorf("a value lost digits: %s", b)
	}
}

// TestHostileStrings draws names that try to become a program or markup. The
// option must hold none of the marks that a chart library runs, and must not
// end the script that carries it.
func TestHostileStrings(t *testing.T) {
	for _, evil := range []string{
		`__f__function(){alert(1)}__f__`, `</script><script>alert(1)</script>`, `"];alert(1)//`, `{a|x}{b}`, "\u2028", `<img src=x onerror=alert(1)>`, `__f____f__`,
	} {
		f := example()
		f.Unit = evil
		for i := range f.Ticks {
			f.Ticks[i], f.Read[i] = evil, evil
		}
		for i := range f.Lines {
			f.Lines[i].Name = evil
			for j := range f.Lines[i].Points {
				f.Lines[i].Points[j].Label, f.Lines[i].Points[j].Ref = evil, evil
			}
		}
		f.Target, f.Actual = evil, evil
		for _, k := range Kinds {
			g := f
			if k.Name == "compared" || k.Name == "ranked" {
				g.Lines = f.Lines[:1]
			}
			o, err := k.Option(g)
			if err != nil {
				t.Fatalf("%s with %q: %v", k.Name, evil, err)
			}
			b, err := json.Marshal(o)
			if err != nil {
				t.Fatal(err)
			}
			for _, never := range []string{codeMark, "</script", "<img", "\u2028"} {
				if strings.Contains(string(b), never) {
					t.Errorf("%s with %q holds %q: %s", k.Name, evil, never, b)
				}
			}
			if strings.Contains(string(b), `"formatter"`) {
				t.Errorf("%s: text stands in a formatter, which is a template", k.Name)
			}
		}
	}
}

func TestFramesThatCannotBeDrawn(t *testing.T) {
	for name, f := range map[string]Frame{
		"a point beside the axis": {Ticks: []string{"a"}, Lines: []Line{{Points: []Point{{At: 1}}}}},
		"a slot beyond the last":  {Ticks: []string{"a"}, Lines: []Line{{Slot: slots + 1}}},
		"too few lines to read":   {Ticks: []string{"a", "b"}, Read: []string{"a"}},
	} {
		for _, k := range Kinds {
			if o, err := k.Option(f); err == nil {
				t.Errorf("%s: %s was drawn: %v", k.Name, name, o)
			}
		}
	}
}

func TestEmptyFrame(t *testing.T) {
	for _, k := range Kinds {
		if _, err := k.Option(Frame{}); err != nil {
			t.Errorf("%s: %v", k.Name, err)
		}
	}
}

func TestLabels(t *testing.T) {
	var many []Point
	for i := range 20 {
		many = append(many, Point{At: i, Value: decimal.NewFromInt(int64((i * 7) % 20))})
	}
	n := 0
	for _, ok := range toLabel(many) {
		if ok {
			n++
		}
	}
	if l := toLabel(many); n != 4-1 || !l[0] || !l[19] {
		// the first is the least, the last and the largest have one each
		t.Errorf("%d labels: %v", n, l)
	}
	for i, ok := range toLabel(many[:10]) {
		if !ok {
			t.Errorf("the point %d of ten has no label", i)
		}
	}
}

func TestTrend(t *testing.T) {
	p := func(at int, v string) Point { return Point{At: at, Value: num(v)} }
	if s := Trend([]Point{p(0, "1"), p(1, "2")}, 2); s.Dots != nil {
		t.Errorf("two points make a trend: %+v", s)
	}
	s := Trend([]Point{p(0, "1"), p(1, "2"), p(4, "3")}, 5)
	want := Sketch{
		Solid: "M4.0 26.0L24.0 15.0", Gap: "M24.0 15.0L84.0 4.0",
		Dots: []Dot{{"4.0", "26.0", false}, {"24.0", "15.0", false}, {"84.0", "4.0", true}},
	}
	if d := cmp.Diff(want, s); d != "" {
		t.Error(d)
	}
	if s := Trend([]Point{p(0, "5"), p(1, "5"), p(2, "5")}, 3); s.Dots[0].Y != "15.0" {
		t.Errorf("a level line is not in the middle: %+v", s)
	}
}

func BenchmarkOverTime(b *testing.B) {
	f := example()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := OverTime(f); err != nil {
			b.Fatal(err)
		}
	}
}
