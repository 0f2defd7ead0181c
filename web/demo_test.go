package web

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/indicators/sqlstore"
	"suanpan/seeds"
)

// script writes a document figure by figure, so that every observation has its
// place in the text.
type script struct {
	doc   indicators.Document
	obs   []indicators.Observation
	rej   []indicators.Reject
	text  strings.Builder
	first int // of the figures in the sentence that is being written
	start int // of that sentence
}

func newScript(title, publisher, region, published, kind string) *script {
	d, err := indicators.ParseDate(published)
	if err != nil {
		panic(err)
	}
	return &script{doc: indicators.Document{
		Title: title, Publisher: publisher, Region: region, Published: d, Kind: kind,
		URL: "https://example.org/" + published,
	}}
}

// say writes words.
func (w *script) say(words string) *script { w.text.WriteString(words); return w }

// fig writes a figure: what it is about, and how it is printed.
func (w *script) fig(k indicators.Key, name, place, printed string) *script {
	o := indicators.Observation{Key: k, Quantity: quantity(printed), Name: name, Place: place}
	at := w.text.Len()
	w.text.WriteString(printed)
	o.From = indicators.Provenance{
		Span: indicators.Span{Start: at, End: w.text.Len()}, Rule: "subject-verb-figure", Catalogue: "demo",
		Trace: []indicators.Step{
			{Attribute: "subject", Value: name, Origin: "clause", Span: indicators.Span{Start: w.start, End: at}},
			{Attribute: "region", Value: place, Origin: "document"},
			{Attribute: "period", Value: k.Period.String(), Origin: "sentence"},
		},
	}
	w.obs = append(w.obs, o)
	return w
}

// reject writes a number that is no figure.
func (w *script) reject(words, reason string) *script {
	at := w.text.Len()
	w.text.WriteString(words)
	w.rej = append(w.rej, indicators.Reject{Span: indicators.Span{Start: at, End: w.text.Len()}, Quote: words, Reason: reason})
	return w
}

// stop ends the sentence.
func (w *script) stop(mark string) *script {
	w.text.WriteString(mark)
	for i := w.first; i < len(w.obs); i++ {
		w.obs[i].From.Sentence = indicators.Span{Start: w.start, End: w.text.Len()}
	}
	w.first, w.start = len(w.obs), w.text.Len()
	return w
}

// paragraph begins a new one.
func (w *script) paragraph() *script {
	w.text.WriteString("\n\n")
	w.start = w.text.Len()
	return w
}

// put stores the document.
func (w *script) put(t testing.TB, store indicators.Store) string {
	t.Helper()
	w.doc.Text = w.text.String()
	w.doc.ID = w.doc.Identify()
	for i := range w.obs {
		w.obs[i].From.Document = w.doc.ID
	}
	if err := store.Put(context.Background(), &w.doc, w.obs, w.rej); err != nil {
		t.Fatalf("put %s: %v", w.doc.Title, err)
	}
	return w.doc.ID
}

// quantity reads a figure as the demo prints it: a bound word, digits, a
// magnitude, a unit, a bound word.
func quantity(printed string) indicators.Quantity {
	q := indicators.Quantity{Printed: printed}
	s := printed
	for _, b := range []struct {
		word string
		indicators.Bound
	}{{"超", indicators.AtLeast}, {"突破", indicators.AtLeast}, {"近", indicators.About}, {"以上", indicators.AtLeast}, {"左右", indicators.About}, {"以内", indicators.AtMost}} {
		if t := strings.Replace(s, b.word, "", 1); t != s {
			s, q.Bound = t, b.Bound
		}
	}
	end := strings.IndexFunc(s, func(r rune) bool { return !strings.ContainsRune("-.0123456789", r) })
	if end < 0 {
		end = len(s)
	}
	q.Value = decimal.RequireFromString(s[:end])
	q.Unit = s[end:]
	for _, m := range []struct {
		word string
		exp  int32
	}{{"万亿", 12}, {"亿", 8}, {"万", 4}} {
		if rest, ok := strings.CutPrefix(q.Unit, m.word); ok {
			q.Unit = rest
			q.Value = decimal.NewFromBigInt(q.Value.Coefficient(), q.Value.Exponent()+m.exp)
			break
		}
	}
	return q
}

func key(indicator, region string, m indicators.Measure, st indicators.Status, p indicators.Period) indicators.Key {
	k := indicators.Key{Indicator: indicator, Region: region, Measure: m, Status: st, Period: p}
	if m == indicators.Growth {
		k.Basis = indicators.YoY
	}
	return k
}

// openDemo returns a store with the demo in it and the catalogue.
func openDemo(t testing.TB) (indicators.Store, *catalog.Catalog) {
	t.Helper()
	cat, err := catalog.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	store, err := sqlstore.Open(context.Background(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	fillDemo(t, store, cat)
	return store, cat
}

// fillDemo writes generated documents: work reports of the nation with targets
// and results, of the provinces, bulletins of a city over the years, a
// newspaper page. The figures are made up, but of the kind that is met.
func fillDemo(t testing.TB, store indicators.Store, cat *catalog.Catalog) {
	demoNation(t, store)
	demoProvinces(t, store, cat)
	demoCity(t, store)
	demoOthers(t, store, cat)
}

func demoNation(t testing.TB, store indicators.Store) {
	// target and result of each year; "" where nothing was said
	years := []struct {
		year           int
		target, result string
		total          string
	}{
		{2008, "8%左右", "9%", "30.1"},
		{2009, "8%左右", "8.7%", "33.5"},
		{2010, "8%左右", "", "39.8"},
		{2011, "8%左右", "9.2%", "47.2"},
		{2012, "7.5%", "7.8%", "51.9"},
		{2013, "7.5%左右", "7.7%", "56.9"},
		{2014, "7.5%左右", "7.4%", "63.6"},
		{2015, "7%左右", "6.9%", "67.7"},
		{2016, "6.5-7", "6.7%", "74.4"},
		{2017, "6.5%左右", "6.9%", "82.7"},
		{2018, "6.5%左右", "6.6%", "90"},
		{2019, "6-6.5", "6.1%", "99.1"},
		{2020, "", "2.3%", "101.6"},
		{2021, "6%以上", "8.1%", "114"},
		{2022, "5.5%左右", "", "121"},
		{2023, "5%左右", "5.2%", "126"},
		{2024, "5%左右", "5%", "134.9"},
		{2025, "5%左右", "", ""},
	}
	for i := range years {
		y := years[i]
		w := newScript(fmt.Sprintf("%d年国务院政府工作报告（示例）", y.year), "国务院", "100000", fmt.Sprintf("%d-03-05", y.year), "report")
		if i > 0 {
			b := years[i-1]
			p := indicators.Year(b.year)
			if b.total != "" {
				w.say(fmt.Sprintf("过去的一年，%d年国内生产总值达到", b.year)).fig(key("gdp", "100000", indicators.Level, indicators.Actual, p), "国内生产总值", "全国", b.total+"万亿元")
				if b.result != "" {
					w.say("，增长").fig(key("gdp", "100000", indicators.Growth, indicators.Actual, p), "国内生产总值", "全国", b.result)
				}
				w.say("，在世界主要经济体中位居前列").stop("。").paragraph()
			}
		}
		p := indicators.Year(y.year)
		switch {
		case strings.Contains(y.target, "-"):
			low, high, _ := strings.Cut(y.target, "-")
			w.say("今年发展的主要预期目标是：国内生产总值增长").fig(key("gdp", "100000", indicators.Growth, indicators.Target, p), "国内生产总值", "全国", low+"%")
			w.obs[len(w.obs)-1].Bound = indicators.AtLeast
			w.say("至").fig(key("gdp", "100000", indicators.Growth, indicators.Target, p), "国内生产总值", "全国", high+"%")
			w.obs[len(w.obs)-1].Bound = indicators.AtMost
			w.stop("。")
		case y.target != "":
			w.say("今年发展的主要预期目标是：国内生产总值增长").fig(key("gdp", "100000", indicators.Growth, indicators.Target, p), "国内生产总值", "全国", y.target)
			w.say("；居民消费价格涨幅").fig(key("cpi", "100000", indicators.Growth, indicators.Target, p), "居民消费价格", "全国", "3%左右").stop("。")
		default:
			w.say("今年没有提出全年经济增速具体目标。")
		}
		w.put(t, store)
	}
}

func demoProvinces(t testing.TB, store indicators.Store, cat *catalog.Catalog) {
	n := int64(0)
	for _, code := range cat.Regions.Children("100000") {
		r, _ := cat.Regions.ByCode(code)
		if r.Tier != indicators.TierProvince || code >= "700000" {
			continue
		}
		n++
		if n%7 == 0 {
			continue // not every report is there
		}
		w := newScript("2026年"+r.Name+"政府工作报告（示例）", r.Short[0]+"日报", code, fmt.Sprintf("2026-02-%02d", n%27+1), "report")
		p, q := indicators.Year(2025), indicators.Year(2026)
		total := decimal.New(6000+(n*7919)%140000, -4).StringFixed(4 - int32(n%3))
		growth := decimal.New(35+(n*13)%30, -1).String()
		printed := total + "万亿元"
		if n%9 == 0 {
			printed = "超" + printed
		}
		w.say("过去的一年，地区生产总值达到").fig(key("gdp", code, indicators.Level, indicators.Actual, p), "地区生产总值", r.Name, printed)
		w.say("、增长").fig(key("gdp", code, indicators.Growth, indicators.Actual, p), "地区生产总值", r.Name, growth+"%")
		if n%2 == 0 {
			w.say("，其中规模以上工业增加值增长").fig(key("via", code, indicators.Growth, indicators.Actual, p), "规模以上工业增加值", r.Name, decimal.New(20+(n*17)%80, -1).String()+"%")
		}
		w.stop("。").say("地方一般公共预算收入").fig(key("general-public-budget-revenue", code, indicators.Level, indicators.Actual, p), "一般公共预算收入", r.Name, decimal.New(3000+(n*997)%90000, -1).String()+"亿元").stop("。").paragraph()
		w.say("今年的主要预期目标是：地区生产总值增长").fig(key("gdp", code, indicators.Growth, indicators.Target, q), "地区生产总值", r.Name, []string{"5%左右", "5%以上", "4.5%", "5.5%左右"}[n%4]).stop("。")
		w.put(t, store)
	}
}

func demoCity(t testing.TB, store indicators.Store) {
	const c, name = "430200", "株洲市"
	totals := map[int]string{2014: "超2000亿元", 2015: "2335.11亿元", 2016: "2512.5亿元", 2019: "3003.13亿元", 2021: "3420.3亿元", 2023: "3667.88亿元", 2024: "3769.2亿元"}
	growth := map[int]string{2014: "10.5%", 2015: "9.5%", 2016: "7.9%", 2019: "8%", 2021: "8.3%", 2023: "5.2%", 2024: "4.9%"}
	people := map[int]string{2011: "388.08万人", 2015: "400.05万人", 2018: "402.08万人", 2020: "390.27万人", 2021: "388.33万人", 2022: "387.11万人", 2023: "385.20万人"}
	for y := 2011; y <= 2024; y++ {
		if totals[y] == "" && people[y] == "" {
			continue
		}
		w := newScript(fmt.Sprintf("株洲市%d年国民经济和社会发展统计公报（示例）", y), "株洲市统计局", c, fmt.Sprintf("%d-03-2%d", y+1, y%9), "bulletin")
		p := indicators.Year(y)
		w.say("一、综合\n\n")
		w.start = w.text.Len()
		if totals[y] != "" {
			w.say("初步核算，全年地区生产总值").fig(key("gdp", c, indicators.Level, indicators.Actual, p), "地区生产总值", name, totals[y])
			w.say("，比上年增长").fig(key("gdp", c, indicators.Growth, indicators.Actual, p), "地区生产总值", name, growth[y]).stop("。")
			for i, part := range []string{"primary", "secondary", "tertiary"} {
				w.say([]string{"其中，第一产业增加值", "第二产业增加值", "第三产业增加值"}[i]).
					fig(key("value-added-"+part, c, indicators.Level, indicators.Actual, p), []string{"第一产业增加值", "第二产业增加值", "第三产业增加值"}[i], name, fmt.Sprintf("%d.%d亿元", []int{150, 1100, 1200}[i]+(y-2010)*[]int{9, 40, 60}[i], y%10)).
					say("，增长").fig(key("value-added-"+part, c, indicators.Growth, indicators.Actual, p), "", name, fmt.Sprintf("%d.%d%%", 3+i, y%10)).stop("；")
			}
			w.say("居民消费价格比上年上涨").fig(key("cpi", c, indicators.Growth, indicators.Actual, p), "居民消费价格", name, fmt.Sprintf("%d.%d%%", y%3, y%7)).stop("。")
			w.say("全市新建").reject("5G", "name").say("基站").fig(key("~5G基站数", c, indicators.Level, indicators.Actual, p), "5G基站数", name, fmt.Sprintf("%d个", 18+(y-2011)*170)).stop("。")
			w.say("进出口总额").fig(key("trade", c, indicators.Level, indicators.Actual, p), "货物进出口总额", name, fmt.Sprintf("%d.%d亿元", 160+(y-2011)*12, y%10)).say("，下降").fig(key("trade", c, indicators.Growth, indicators.Actual, p), "货物进出口总额", name, fmt.Sprintf("-%d.%d%%", y%9, y%10)).stop("。")
		}
		if people[y] != "" {
			w.paragraph().say("二、人口\n\n")
			w.start = w.text.Len()
			w.say("年末全市常住人口").fig(key("population-resident", c, indicators.Level, indicators.Actual, indicators.EndOf(p)), "常住人口", name, people[y]).stop("。")
		}
		w.doc.Excerpt = y == 2016
		w.put(t, store)
	}
	// a report of the year after revises and a newspaper gives parts of a year
	w := newScript("株洲市“十三五”成就（示例）", "株洲市统计局", c, "2021-03-04", "report")
	w.say("2015年全市地区生产总值").fig(key("gdp", c, indicators.Level, indicators.Actual, indicators.Year(2015)), "地区生产总值", name, "2301.65亿元").say("，2016年").fig(key("gdp", c, indicators.Level, indicators.Actual, indicators.Year(2016)), "地区生产总值", name, "2512.48亿元").stop("。")
	w.put(t, store)
	w = newScript("株洲日报A02版（示例）", "株洲日报", c, "2024-11-20", "news")
	for m := 2; m <= 10; m++ {
		w.say(fmt.Sprintf("1—%d月，全市规模以上工业增加值同比增长", m)).fig(key("via", c, indicators.Growth, indicators.Actual, indicators.Period{First: indicators.NewDate(2024, 1, 1), Last: indicators.NewDate(2024, m, indicators.DaysIn(2024, m)), Form: indicators.ToDate}), "规模以上工业增加值", name, fmt.Sprintf("%d.%d%%", 8+m%3, m)).stop("。")
	}
	w.paragraph().say("今年以来，株洲高新区新增企业").fig(key("~新增企业数", "430200/株洲高新区", indicators.Level, indicators.Actual, indicators.Months(2024, 1, 10)), "新增企业数", "株洲高新区", "近1.2万户").say("，均居全省").reject("前三", "rank without a number").stop("。")
	w.put(t, store)
	for y := 2012; y <= 2024; y++ {
		w := newScript(fmt.Sprintf("%d年株洲市政府工作报告（示例）", y), "株洲市人民政府", c, fmt.Sprintf("%d-01-08", y), "report")
		w.say("今年全市经济社会发展的主要预期目标是：地区生产总值增长").fig(key("gdp", c, indicators.Growth, indicators.Target, indicators.Year(y)), "地区生产总值", name, fmt.Sprintf("%d%%左右", 13-(y-2010)/2)).say("，规模以上工业增加值增长").fig(key("via", c, indicators.Growth, indicators.Target, indicators.Year(y)), "规模以上工业增加值", name, fmt.Sprintf("%d.5%%以上", 8-(y-2010)/4)).stop("。")
		w.put(t, store)
	}
}

func demoOthers(t testing.TB, store indicators.Store, cat *catalog.Catalog) {
	for i, code := range append(cat.Regions.Children("430000"), cat.Regions.Children("430200")...) {
		r, _ := cat.Regions.ByCode(code)
		if code == "430200" || r.Tier != indicators.TierPrefecture && r.Tier != indicators.TierCounty || i%5 == 4 {
			continue
		}
		for y := 2019 + i%3; y <= 2024; y += 1 + i%2 {
			w := newScript(fmt.Sprintf("%s%d年统计公报（示例）", r.Name, y), r.Name+"统计局", code, fmt.Sprintf("%d-04-%02d", y+1, i+1), "bulletin")
			w.say("全年地区生产总值").fig(key("gdp", code, indicators.Level, indicators.Actual, indicators.Year(y)), "地区生产总值", r.Name, fmt.Sprintf("%d.%d亿元", 420+i*97+(y-2019)*31, y%10)).say("，比上年增长").fig(key("gdp", code, indicators.Growth, indicators.Actual, indicators.Year(y)), "地区生产总值", r.Name, fmt.Sprintf("%d.%d%%", 3+(i+y)%6, (i*y)%10)).stop("。")
			w.put(t, store)
		}
	}
}
