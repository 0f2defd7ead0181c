package web

import (
	"testing"

	"suanpan/indicators"
)

func TestKeeps(t *testing.T) {
	for _, c := range []struct {
		target, high, actual string // high is the upper end of an interval
		less                 bool
		want                 outcome
		diff                 string
	}{
		{"5%左右", "", "5.2%", false, met, "0.2"},
		{"7%左右", "", "6.9%", false, near, "-0.1"},
		{"7%左右", "", "6.5%", false, missed, "-0.5"},
		{"6%以上", "", "8.1%", false, met, "2.1"},
		{"6%以上", "", "6%", false, met, "0"},
		{"6%以上", "", "5.9%", false, missed, "-0.1"},
		{"6%", "6.5%", "6.1%", false, met, ""},
		{"6%", "6.5%", "6.8%", false, met, "0.3"},
		{"6%", "6.5%", "5.8%", false, missed, "-0.2"},
		{"3%左右", "", "2.1%", true, met, "-0.9"},
		{"3%左右", "", "3.2%", true, near, "0.2"},
		{"4.5%以内", "", "4.1%", false, met, "-0.4"},
		{"4.5%以内", "", "4.6%", false, missed, "0.1"},
		{"309亿元", "", "303.6亿元", false, missed, "-540000000"},
		{"2000亿元", "", "超2000亿元", false, met, "0"},
		{"2100亿元", "", "超2000亿元", false, unknown, ""},
		{"1100万人以上", "", "", false, unknown, ""},
		{"6%", "6.5%", "7%", true, missed, "0.5"},
	} {
		tg := target{low: indicators.Observation{Quantity: quantity(c.target)}}
		if c.high != "" {
			tg.high = &indicators.Observation{Quantity: quantity(c.high)}
		}
		var actual *indicators.Observation
		if c.actual != "" {
			actual = &indicators.Observation{Quantity: quantity(c.actual)}
		}
		got, diff := tg.keeps(actual, c.less)
		text := ""
		if diff != nil {
			text = diff.String()
		}
		if got != c.want || text != c.diff {
			t.Errorf("%s %s against %s: %s %q, want %s %q", c.actual, c.high, c.target, got, text, c.want, c.diff)
		}
	}
}

func TestIntervalIsOneTarget(t *testing.T) {
	at := indicators.Provenance{Document: "a", Sentence: indicators.Span{Start: 1, End: 9}}
	ob := func(printed string, b indicators.Bound, from indicators.Provenance) indicators.Observation {
		o := indicators.Observation{Quantity: quantity(printed), From: from}
		o.Bound = b
		return o
	}
	low, high := ob("6%", indicators.AtLeast, at), ob("6.5%", indicators.AtMost, at)
	if g := targetOf(indicators.Point{Vintages: []indicators.Observation{low, high}}); g.high == nil || targetText(g, 0, zh) != "6–6.5" {
		t.Errorf("%+v", g)
	}
	// ends in two documents are two targets, the later of which counts
	high.From.Document = "b"
	if g := targetOf(indicators.Point{Vintages: []indicators.Observation{low, high}}); g.high != nil || g.low.Printed != "6.5%" {
		t.Errorf("%+v", g)
	}
}
