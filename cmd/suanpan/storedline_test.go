package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

func TestExactDecimal(t *testing.T) {
	for _, d := range []decimal.Decimal{
		{},
		decimal.New(0, 6), decimal.New(0, -2), decimal.New(510, -2), decimal.New(-51, -1), decimal.New(234, 6), decimal.New(5, 0),
		decimal.New(500, 0), decimal.New(1, 40), decimal.New(-1, -40), decimal.RequireFromString("12345678901234567.10"),
	} {
		got, err := exactDecimal(indicators.PlainDecimal(d), d.Exponent())
		if err != nil || got.Exponent() != d.Exponent() || got.Coefficient().Cmp(d.Coefficient()) != 0 {
			t.Errorf("%s e%d: %s e%d, %v", d, d.Exponent(), got, got.Exponent(), err)
		}
	}
	for _, c := range []struct {
		text     string
		exponent int32
		want     string
	}{
		{"234", 1, "below the exponent"},
		{"5.10", 0, "below the exponent"},
		{"", 0, "no plain decimal"},
		{"1e1000000000", 0, "no plain decimal"},
		{"1", 1000000000, "out of range"},
		{strings.Repeat("9", 3000), 0, "out of range"},
	} {
		if d, err := exactDecimal(c.text, c.exponent); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.20q e%d: %.20s, %v; want %q", c.text, c.exponent, d, err, c.want)
		}
	}
}

// TestStoredLine: every field of an observation comes back.
func TestStoredLine(t *testing.T) {
	d := &indicators.Document{ID: "d", Text: "全年产值约3667.9亿元，增长5%。"}
	full := indicators.Observation{
		Key: indicators.Key{
			Indicator: "~产值", Region: "430200", Measure: indicators.Growth, Basis: indicators.Cumulative, Status: indicators.Target,
			Period: indicators.Period{First: indicators.NewDate(2023, 1, 1), Last: indicators.NewDate(2023, 8, 31), Form: indicators.ToDate},
		},
		Quantity:   indicators.Quantity{Value: decimal.New(36679, 7), Unit: "元", Bound: indicators.AtMost, Printed: "约3667.9亿元"},
		Name:       "产值",
		Place:      "株洲市",
		Qualifiers: indicators.Qualifiers{Scope: "规模以上", Residence: "城镇", Ownership: "国有", Industry: "工业", Flow: "新增", Head: "值"},
		From: indicators.Provenance{
			Document: "d", Span: indicators.Span{Start: 12, End: 27}, Sentence: indicators.Span{Start: 0, End: 40}, Rule: "r", Catalogue: "c",
			Trace: []indicators.Step{
				{Attribute: "subject", Value: "产值<&>", Origin: "own", Span: indicators.Span{Start: 6, End: 12}},
				{Attribute: "status", Span: indicators.Span{Start: 3, End: 3}},
				{Attribute: "region", Value: "430200", Origin: "document"},
			},
		},
	}
	least := indicators.Observation{Key: indicators.Key{Indicator: "x"}, From: indicators.Provenance{Document: "d"}}
	instant := least
	instant.Period = indicators.Day(indicators.NewDate(2024, 1, 31))
	for _, want := range []indicators.Observation{full, least, instant} {
		var b bytes.Buffer
		if err := jsonLines(&b).Encode(newStoredLine(d, want)); err != nil {
			t.Fatal(err)
		}
		var line storedLine
		if err := json.Unmarshal(b.Bytes(), &line); err != nil {
			t.Fatal(err)
		}
		got, err := line.observation()
		if err != nil {
			t.Fatal(err)
		}
		same := cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Exponent() == b.Exponent() && a.Equal(b) })
		if diff := cmp.Diff(want, got, same); diff != "" {
			t.Errorf("%s\n%s", b.String(), diff)
		}
	}
}
