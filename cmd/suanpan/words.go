package main

import "suanpan/indicators"

// What tables for a person call the measures and bounds.

var measureWords = map[indicators.Measure]map[indicators.Basis]string{
	indicators.Level: {indicators.NoBasis: "数值"},
	indicators.Growth: {
		indicators.NoBasis: "增速", indicators.YoY: "同比增长", indicators.MoM: "环比增长",
		indicators.AnnualAverage: "年均增长", indicators.Cumulative: "累计增长", indicators.Plan: "比计划增长",
	},
	indicators.Change: {
		indicators.NoBasis: "差额", indicators.YoY: "同比变化", indicators.MoM: "环比变化",
		indicators.AnnualAverage: "年均变化", indicators.Cumulative: "累计变化", indicators.Plan: "比计划变化",
	},
	indicators.Share: {indicators.NoBasis: "占比"},
	indicators.Rank:  {indicators.NoBasis: "位次"},
}

var boundMarks = map[indicators.Bound]string{
	indicators.AtLeast: "≥", indicators.About: "≈", indicators.AtMost: "≤",
}

// measureWord says what a figure says of its indicator: 目标·同比增长.
func measureWord(k indicators.Key) string {
	word := measureWords[k.Measure][k.Basis]
	if word == "" {
		word = k.Measure.String() + " " + k.Basis.String()
	}
	if k.Status == indicators.Target {
		return "目标·" + word
	}
	return word
}

// quantityWord is a quantity for a person: ≥1000000 元.
func quantityWord(q indicators.Quantity) string {
	s := boundMarks[q.Bound] + q.Text()
	switch q.Unit {
	case "":
		return s
	case "%", "‰":
		return s + q.Unit
	}
	return s + " " + q.Unit
}
