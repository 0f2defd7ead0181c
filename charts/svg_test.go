package charts

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// drawn draws a picture and counts its elements by name.
func drawn(t *testing.T, p Picture) (string, map[string]int) {
	t.Helper()
	raw, err := SVG(p)
	if err != nil {
		t.Fatal(err)
	}
	again, err := SVG(p)
	if err != nil || string(again) != string(raw) {
		t.Fatalf("drawn twice it differs: %v", err)
	}
	count := map[string]int{}
	d := xml.NewDecoder(strings.NewReader(string(raw)))
	for {
		tok, err := d.Token()
		if tok == nil {
			if err.Error() != "EOF" {
				t.Fatalf("%v in %s", err, raw)
			}
			return string(raw), count
		}
		if e, ok := tok.(xml.StartElement); ok {
			count[e.Name.Local]++
			for _, a := range e.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "style" || a.Name.Local == "href" {
					t.Errorf("it holds %s", a.Name.Local)
				}
			}
		}
	}
}

func points(values ...string) (list []Point) {
	for i, v := range values {
		if v != "" {
			list = append(list, Point{At: i, Value: decimal.RequireFromString(v), Label: v})
		}
	}
	return list
}

func TestSVG(t *testing.T) {
	ticks := []string{"2019", "2020", "2021", "2022", "2023"}
	one := Frame{Ticks: ticks, Lines: []Line{{Name: "实绩", Slot: 1, Points: points("6.1", "2.3", "", "3", "-5.20")}}}
	text, count := drawn(t, Picture{Title: "全国 <地区>", How: "%", From: "算盘", Lang: "zh-CN", Frame: one})
	if count["circle"] != 4 || count["script"] != 0 || !strings.Contains(text, ">-5.20</text>") || !strings.Contains(text, "&lt;地区&gt;") {
		t.Errorf("%v in %s", count, text)
	}
	if n := strings.Count(text, `stroke-dasharray="1 3"`); n != 1 {
		t.Errorf("%d gaps are crossed, want 1", n)
	}
	// targets, an interval, a bound; each line of several is named
	low := Point{At: 1, Value: decimal.NewFromInt(6), To: decimal.NewNullDecimal(decimal.NewFromInt(7))}
	several := Frame{Ticks: ticks, Lines: []Line{
		{Name: "实绩", Slot: 1, Points: []Point{{At: 0, Value: decimal.NewFromInt(5), Mark: LowerBound}, {At: 1, Value: decimal.NewFromInt(6)}, {At: 1, Value: decimal.NewFromInt(9), Mark: Superseded}}},
		{Name: "目标", Target: true, Points: []Point{low, {At: 2, Value: decimal.NewFromInt(5)}}},
	}}
	text, count = drawn(t, Picture{Frame: several})
	if count["circle"] != 2 || count["rect"] != 2 || !strings.Contains(text, ">实绩</text>") || !strings.Contains(text, ">目标</text>") {
		t.Errorf("%v in %s", count, text)
	}
	// names that one row has no room for stand in more, above the plot
	long := Frame{Ticks: ticks}
	for slot := range 9 {
		long.Lines = append(long.Lines, Line{Name: "某某某某自治州的某县", Slot: slot, Points: points("1", "2")})
	}
	if text, _ = drawn(t, Picture{Frame: long}); !strings.Contains(text, `x="50" y="90"`) || strings.Contains(text, fmt.Sprintf(`M%d %dH`, picLeft, picTop)) {
		t.Errorf("nine long names stand in one row, or in the plot: %s", text)
	}
	drawn(t, Picture{}) // nothing to show is drawn as an empty frame
	if _, err := SVG(Picture{Frame: Frame{Lines: []Line{{Slot: 9}}}}); err == nil {
		t.Error("a slot that is none is drawn")
	}
	for _, evil := range []string{`</svg><script>x</script>`, `" onload="x`, "\x00\x08", "]]>", strings.Repeat("长", 999)} {
		f := one
		f.Ticks = []string{evil, evil, evil, evil, evil}
		f.Lines = append([]Line{{Name: evil, Slot: 8}}, one.Lines...)
		if _, count := drawn(t, Picture{Title: evil, How: evil, From: evil, Lang: evil, Frame: f}); count["script"] != 0 {
			t.Errorf("%q became a script", evil)
		}
	}
}
