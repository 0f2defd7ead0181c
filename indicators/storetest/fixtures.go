package storetest

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// entry is what one Put takes.
type entry struct {
	document     *indicators.Document
	observations []indicators.Observation
	rejects      []indicators.Reject
}

const sentence = "全年地区生产总值3667.9亿元，比上年增长5.4%。"

// document returns a document of thirty sentences on four pages.
func document(id, published string) *indicators.Document {
	return &indicators.Document{
		ID: id, Title: "公报 " + id, Publisher: "统计局", Kind: "bulletin", Region: "株洲市",
		Published: day(published), Text: strings.Repeat(sentence, 30),
		Pages: []int{0, len(id) % 7, 20, 20},
	}
}

func day(s string) indicators.Date {
	d, err := indicators.ParseDate(s)
	if err != nil {
		panic(err) // a fixture that is no date
	}
	return d
}

// figure returns the nth figure of a document.
func figure(d *indicators.Document, n int, k indicators.Key, value, unit string) indicators.Observation {
	start := n * len(sentence)
	span := func(word string) indicators.Span {
		at := strings.Index(sentence, word)
		return indicators.Span{Start: start + at, End: start + at + len(word)}
	}
	return indicators.Observation{
		Key:        k,
		Quantity:   indicators.Quantity{Value: decimal.RequireFromString(value), Unit: unit, Printed: value + unit},
		Name:       "指标" + k.Indicator,
		Place:      "地区" + k.Region,
		Qualifiers: indicators.Qualifiers{Flow: "全年"},
		From: indicators.Provenance{
			Document: d.ID, Span: span("3667.9亿元"), Sentence: indicators.Span{Start: start, End: start + len(sentence)},
			Rule: "level", Catalogue: "c1",
			Trace: []indicators.Step{{Attribute: "subject", Value: k.Indicator, Origin: "own", Span: span("地区生产总值")}},
		},
	}
}

// gdp is the key of a level of one region in one year.
func gdp(region string, year int) indicators.Key {
	return indicators.Key{Indicator: "gdp", Region: region, Period: indicators.Year(year)}
}

// full is a document with every field set, to values of several forms.
func full() entry {
	d := document("full", "2024-03-01")
	d.Edition = 3
	d.URL, d.Excerpt = "https://example.org/公报?a=1&b=2#c", true
	o := figure(d, 0, gdp("430200", 2023), "366790000000", "元")
	o.Bound, o.Qualifiers = indicators.AtLeast, indicators.Qualifiers{
		Scope: "规模以上", Residence: "城镇", Ownership: "国有", Industry: "第二产业", Flow: "新增", Head: "增加值",
	}
	o.Value = decimal.New(36679, 7)
	o.From.Trace = append(o.From.Trace,
		indicators.Step{Attribute: "region", Value: "", Origin: "document"},
		indicators.Step{Attribute: "period", Value: "2023", Origin: "section", Span: indicators.Span{Start: 3, End: 9}})
	growth := figure(d, 0, indicators.Key{
		Indicator: "gdp", Region: "430200", Measure: indicators.Growth, Basis: indicators.YoY,
		Status: indicators.Target, Period: indicators.Months(2024, 1, 8),
	}, "-5.40", "%")
	growth.Period.Form, growth.Bound = indicators.ToDate, indicators.About
	growth.Place, growth.Qualifiers, growth.From.Trace = "", indicators.Qualifiers{}, nil
	share := figure(d, 1, indicators.Key{
		Indicator: indicators.OpenIndicator("新能源 汽车"), Region: "", Measure: indicators.Share,
		Period: indicators.EndOf(indicators.Year(2023)),
	}, "0.5", "%")
	share.Bound = indicators.AtMost
	rank := figure(d, 2, indicators.Key{Indicator: "gdp", Region: "430200", Measure: indicators.Rank}, "2", "位")
	change := figure(d, 3, indicators.Key{
		Indicator: "gdp", Region: "430200", Measure: indicators.Change, Basis: indicators.Plan,
		Period: indicators.Day(indicators.NewDate(2024, 1, 31)),
	}, "1", "")
	return entry{d, []indicators.Observation{o, growth, share, rank, change}, []indicators.Reject{
		{Span: indicators.Span{Start: 40, End: 45}, Quote: "2018个", Reason: "name"},
		{Span: indicators.Span{Start: 10, End: 12}, Quote: "5G", Reason: "name"},
	}}
}

// numbered returns a document with n figures of as many regions.
func numbered(id, published string, n int, value string) entry {
	e := entry{document: document(id, published)}
	for i := range n {
		e.observations = append(e.observations, figure(e.document, i%30, gdp(fmt.Sprint(100+i), 2020), value, "元"))
	}
	return e
}
