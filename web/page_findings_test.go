package web

import (
	"encoding/csv"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// TestFindings looks for the year of which two documents of the demo give two
// values: both sentences stand beside each other, the figures marked.
func TestFindings(t *testing.T) {
	h := demo(t)
	var form findingsForm
	getJSON(t, h, "/findings.json?kind=vintage&region=430200&indicator=gdp", &form)
	if len(form.Findings) != 1 || form.Total != 1 || form.Compared == 0 {
		t.Fatalf("%d findings of %d", len(form.Findings), form.Total)
	}
	f := form.Findings[0]
	if f.Kind != "vintage" || f.Difference != "3346000000" && f.Difference != "-3346000000" || len(f.Figures) != 2 {
		t.Errorf("%+v", f)
	}
	_, page := get(t, h, "/findings?kind=vintage&region=430200&indicator=gdp")
	for _, want := range []string{"<mark>2335.11亿元</mark>", "<mark>2301.65亿元</mark>", "株洲市2015年国民经济和社会发展统计公报（示例）", f.Working, zh.say("finding.vintage")} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	// a name does as well as a code, and the data has all pages
	var named findingsForm
	getJSON(t, h, "/findings.json?kind=vintage&region=%E6%A0%AA%E6%B4%B2%E5%B8%82&indicator=%E5%9C%B0%E5%8C%BA%E7%94%9F%E4%BA%A7%E6%80%BB%E5%80%BC", &named)
	if len(named.Findings) != 1 {
		t.Errorf("by name %d findings", len(named.Findings))
	}
	var all findingsForm
	getJSON(t, h, "/findings.json", &all)
	if len(all.Findings) != all.Total || all.Total == 0 {
		t.Errorf("the data has %d of %d findings", len(all.Findings), all.Total)
	}
	figures := 0
	for _, f := range all.Findings {
		figures += len(f.Figures)
		d, tol := decimal.RequireFromString(f.Difference), decimal.RequireFromString(f.Tolerance)
		if !d.Abs().GreaterThan(tol) {
			t.Errorf("%s is explained by rounding", f.Working)
		}
	}
	_, text := get(t, h, "/findings.csv")
	if rows, err := csv.NewReader(strings.NewReader(text)).ReadAll(); err != nil || len(rows) != figures+1 {
		t.Errorf("%d rows of %d figures: %v", len(rows), figures, err)
	}
	if _, page := get(t, h, "/findings?region=100000&kind=range"); !strings.Contains(page, zh.say("findings.none")) {
		t.Error("nothing found, and the page does not say so")
	}
	for path, want := range map[string]int{
		"/findings?kind=vintages": http.StatusBadRequest, "/findings?knid=sum": http.StatusBadRequest, "/findings?page=9999": http.StatusBadRequest,
		"/findings?region=nowhere": http.StatusBadRequest, "/findings?document=none": http.StatusNotFound,
	} {
		if res, _ := get(t, h, path); res.StatusCode != want {
			t.Errorf("%s: %s", path, res.Status)
		}
	}
}

// TestFindingsAreLinked follows the links from the front page, a region and a
// document.
func TestFindingsAreLinked(t *testing.T) {
	h := demo(t)
	if _, page := get(t, h, "/"); !strings.Contains(page, `href="/findings"`) || !strings.Contains(page, zh.say("front.findings")) {
		t.Error("the front page does not lead to the findings")
	}
	_, page := get(t, h, "/regions/430200")
	if !strings.Contains(page, `href="/findings?region=430200"`) {
		t.Error("the region does not lead to its findings")
	}
	var form findingsForm
	getJSON(t, h, "/findings.json?kind=vintage&region=430200", &form)
	id := form.Findings[0].Figures[0].Document.ID
	if _, page = get(t, h, pathTo("documents", id)); !strings.Contains(page, `href="/findings?document=`+id) {
		t.Error("the document does not lead to its findings")
	}
	var own findingsForm
	getJSON(t, h, "/findings.json?document="+id, &own)
	for _, f := range own.Findings {
		in := false
		for _, x := range f.Figures {
			in = in || x.Document.ID == id
		}
		if !in {
			t.Errorf("%s is not of the document", f.Working)
		}
	}
}

// TestFindingsHavePages asks for the second page of more than one.
func TestFindingsHavePages(t *testing.T) {
	store, cat := openDemo(t)
	for _, value := range []string{"12亿元", "13亿元"} {
		w := newScript("两份文件之"+value, "统计局", "430200", "2025-01-01", "report")
		for i := range findingsOfPage {
			name := "第" + strconv.Itoa(i) + "项"
			w.say(name).fig(key(indicators.OpenIndicator(name), "430200", indicators.Level, indicators.Actual, indicators.Year(2024)), name, "株洲市", value).stop("。")
		}
		w.put(t, store)
	}
	h, err := New(Config{Store: store, Catalog: cat})
	if err != nil {
		t.Fatal(err)
	}
	var all, second findingsForm
	getJSON(t, h, "/findings.json", &all)
	getJSON(t, h, "/findings.json?page=2", &second)
	if len(all.Findings) != all.Total || all.Total <= findingsOfPage || len(second.Findings) != all.Total-findingsOfPage || second.Findings[0].Working != all.Findings[findingsOfPage].Working {
		t.Errorf("%d findings, %d in the data, %d on the second page", all.Total, len(all.Findings), len(second.Findings))
	}
	if _, page := get(t, h, "/findings"); !strings.Contains(page, `rel="next"`) || !strings.Contains(page, zh.say("findings.download", all.Total)) {
		t.Error("the first page does not lead on, or offers less than all")
	}
}

func TestApartHidesNothing(t *testing.T) {
	for _, c := range []struct {
		difference, tolerance string
		scale                 int32
		want                  string
	}{
		{"10.27383640642650800208", "0.47416477459663850290285625", 0, "10.27 0.48"},
		{"1027383640.642", "47416477.459", 8, "1027000000 48000000"},
		{"289.6", "21.7425", 0, "289 22"},
		{"3.0564", "2.928175", 0, "3.0564 2.928175"},
		{"-0.8", "0", 0, "-0.8 0"},
		{"-12.605", "3.42275", 0, "-12.6 3.5"},
	} {
		got := apart(decimal.RequireFromString(c.difference), decimal.RequireFromString(c.tolerance), c.scale)
		if s := got[0].String() + " " + got[1].String(); s != c.want {
			t.Errorf("%s, %s: %s, want %s", c.difference, c.tolerance, s, c.want)
		}
	}
}

// TestFindingsAreFiltered names an indicator by keys, then takes it away.
func TestFindingsAreFiltered(t *testing.T) {
	b := openBrowser(t)
	tb := b.open(t, serve(t, demo(t)), wide)
	tb.visit("/findings")
	tb.do(chromedp.Focus("#region"), chromedp.KeyEvent("株洲市"), chromedp.KeyEvent(kb.Enter))
	tb.wait(`location.search.includes('region=') && document.querySelector('.chip') !== null`)
	if got := eval[string](tb, `[...document.querySelectorAll('.fd h2')].map(h => h.textContent).filter(t => !t.startsWith('株洲市')).join()`); got != "" {
		t.Errorf("of other regions: %s", got)
	}
	eval[bool](tb, `document.querySelector('.chip .btnx').click(), true`)
	tb.wait(`location.pathname === '/findings' && document.querySelector('.chip') === null`)
	tb.clean()
}
