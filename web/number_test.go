package web

import (
	"testing"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/seeds"
)

func load(t testing.TB) names {
	t.Helper()
	cat, err := catalog.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	return names{cat}
}

func TestScaleKeepsPrintedDigits(t *testing.T) {
	for _, c := range []struct {
		printed []string
		zh, en  scale
	}{
		{[]string{"3667.88亿元", "3420.3亿元"}, 8, 9},
		{[]string{"5.53万亿元"}, 12, 12},
		{[]string{"385.20万人"}, 4, 6},
		{[]string{"1.2万户"}, 4, 3},
		{[]string{"2018个"}, 0, 0},
		{[]string{"9000家", "1.2万家", "1.3万家"}, 4, 3},
		{[]string{"0.5亿元"}, 8, 6},
		{[]string{"5%"}, 0, 0},
		{nil, 0, 0},
	} {
		var qs []indicators.Quantity
		for _, p := range c.printed {
			qs = append(qs, quantity(p))
		}
		if got := scaleOf(zh, qs...); got != c.zh {
			t.Errorf("%v in Chinese: %d, want %d", c.printed, got, c.zh)
		}
		if got := scaleOf(en, qs...); got != c.en {
			t.Errorf("%v in English: %d, want %d", c.printed, got, c.en)
		}
	}
}

func TestWithUnit(t *testing.T) {
	n := load(t)
	for _, c := range []struct {
		printed string
		measure indicators.Measure
		zh, en  string
	}{
		{"3667.88亿元", indicators.Level, "3667.88亿元", "366.788 bn yuan"},
		{"超2000亿元", indicators.Level, "＞2000亿元", "＞200.0 bn yuan"},
		{"385.20万人", indicators.Level, "385.20万人", "3.8520 m persons"},
		{"近1.2万户", indicators.Level, "＜1.2万户", "＜12 thousand households"},
		{"87852元", indicators.Level, "87852元", "87,852 yuan"},
		{"5.10%", indicators.Growth, "+5.10%", "+5.10%"},
		{"-6.8%", indicators.Growth, "−6.8%", "−6.8%"},
		{"0.0%", indicators.Growth, "0.0%", "0.0%"},
		{"5%左右", indicators.Level, "≈5%", "≈5%"},
		{"6%以上", indicators.Level, "≥6%", "≥6%"},
		{"3%以内", indicators.Level, "≤3%", "≤3%"},
		{"2", indicators.Rank, "第2位", "No. 2"},
	} {
		o := indicators.Observation{Quantity: quantity(c.printed)}
		o.Measure = c.measure
		if got := n.withUnit(o, zh); got != c.zh {
			t.Errorf("%s = %q, want %q", c.printed, got, c.zh)
		}
		if got := n.withUnit(o, en); got != c.en {
			t.Errorf("%s in English = %q, want %q", c.printed, got, c.en)
		}
	}
}

func TestNumberInParts(t *testing.T) {
	n := plainNumber(decimal.RequireFromString("12345678901234567.1234"), 0, zh, false)
	if n.Frac != ".12" || n.Faint != "34" || len(n.Groups) != 6 || n.Groups[0] != "12" || n.places() != 4 {
		t.Errorf("%+v", n)
	}
	if got := n.Text(); got != "12345678901234567.1234" {
		t.Errorf("Text = %s", got)
	}
	if n := plainNumber(decimal.RequireFromString("-9999"), 0, zh, true); len(n.Groups) != 1 || n.Text() != "−9999" {
		t.Errorf("%+v", n)
	}
	var none *number
	if none.Text() != "—" || none.places() != 0 {
		t.Error("no number is not a dash")
	}
}

func TestWhen(t *testing.T) {
	d := indicators.NewDate
	for _, c := range []struct {
		p           indicators.Period
		zh, en, row string
	}{
		{indicators.Year(2023), "2023年", "2023", "2023"},
		{indicators.EndOf(indicators.Year(2023)), "2023年末", "end of 2023", "2023"},
		{indicators.EndOf(indicators.Months(2023, 6, 6)), "2023年6月末", "end of Jun 2023", "2023-06"},
		{indicators.Half(2023, 2), "2023年下半年", "H2 2023", "2023 H2"},
		{indicators.Quarter(2023, 3), "2023年三季度", "Q3 2023", "2023 Q3"},
		{indicators.Months(2023, 8, 8), "2023年8月", "Aug 2023", "2023-08"},
		{indicators.Months(2024, 1, 10), "2024年1—10月", "Jan–Oct 2024", "2024年1—10月"},
		{indicators.Years(2011, 2015), "2011—2015年", "2011–2015", "2011/2015"},
		{indicators.Day(d(2024, 1, 31)), "2024年1月31日", "31 Jan 2024", "2024-01-31"},
		{indicators.EndOf(indicators.Day(d(2024, 1, 30))), "截至2024年1月30日", "as of 30 Jan 2024", "2024-01-30"},
		{indicators.Period{First: d(2022, 1, 1), Last: d(2024, 2, 1)}, "2022年1月1日至2024年2月1日", "1 Jan 2022 to 1 Feb 2024", "2022/2024-02-01"},
		{indicators.Period{}, "未写明时期", "period not stated", ""},
	} {
		if got := when(c.p, zh); got != c.zh {
			t.Errorf("%s: %q, want %q", c.p, got, c.zh)
		}
		if got := when(c.p, en); got != c.en {
			t.Errorf("%s in English: %q, want %q", c.p, got, c.en)
		}
		if got := whenShort(c.p, zh); got != c.row {
			t.Errorf("%s short: %q, want %q", c.p, got, c.row)
		}
	}
}
