package web

import (
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestTransformOfASeries asks for each transform of a series of the demo.
func TestTransformOfASeries(t *testing.T) {
	h := demo(t)
	for _, c := range []struct{ path, period, value, unit, working, lack string }{
		{"/series/430200/gdp.json?transform=growth", "2024", "2.76", "%", "3769.2亿元 ÷ 3667.88亿元 − 1", ""},
		{"/series/430200/gdp.json?transform=growth", "2021", "", "", "", "year-before"},
		{"/series/430200/gdp.json?transform=growth", "2015", "", "", "", "bound"},
		{"/series/430200/gdp.json?transform=growth&from=2024", "2024", "2.76", "%", "3769.2亿元 ÷ 3667.88亿元 − 1", ""},
		{"/series/430200/gdp.json?transform=change", "2024", "10132000000", "元", "3769.2亿元 − 3667.88亿元", ""},
		{"/series/430200/gdp.json?transform=index&base=2016", "2024", "150.02", "", "3769.2亿元 ÷ 2512.48亿元 × 100", ""},
		{"/series/430200/gdp.json?transform=per-resident", "2023", "95220", "元/人", "3667.88亿元 ÷ 385.20万人", ""},
		{"/series/430200/gdp.json?transform=per-resident", "2024", "", "", "", "population"},
		{"/series/430200/gdp.json?transform=share", "2024", "", "", "", "parent"},
		{"/series/430200/gdp.json?sheet=growth.yoy-A-%25&transform=growth", "2024", "", "", "", "measure"},
	} {
		var form seriesForm
		getJSON(t, h, c.path, &form)
		found := false
		for _, r := range form.Rows {
			if r.Period != c.period {
				continue
			}
			found = true
			if r.Lack != c.lack || (r.Computed == nil) != (c.value == "") {
				t.Errorf("%s: %s lacks %q, computed %+v", c.path, c.period, r.Lack, r.Computed)
			} else if f := r.Computed; f != nil && (f.Value != c.value || f.Unit != c.unit || f.Working != c.working || f.Printed != "" || f.Document != "") {
				t.Errorf("%s: %s is %+v", c.path, c.period, f)
			}
			if r.Actual == nil && c.lack != "year-before" {
				t.Errorf("%s: %s has lost what was read", c.path, c.period)
			}
		}
		if !found {
			t.Errorf("%s has no row of %s", c.path, c.period)
		}
	}
	// growth as printed stays beside growth as computed
	_, page := get(t, h, "/series/430200/gdp?transform=growth")
	for _, want := range []string{`data-computed="2.76"`, `data-beside="4.9"`, `title="3769.2亿元 ÷ 3667.88亿元 − 1"`, zh.say("key.computed"), zh.say("key.lack"), "公布增速 +4.9%"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	// what cannot be computed says why, chosen or not
	_, page = get(t, h, "/series/430200/gdp?transform=share")
	if !strings.Contains(page, zh.say("transform.none", zh.say("transform.share.of", "湖南省"))) || !strings.Contains(page, zh.say("why.parent")) || strings.Contains(page, `data-chart="chart-main"`) {
		t.Error("a share that cannot be computed does not say why")
	}
	for path, want := range map[string]int{
		"/series/430200/gdp?transform=grwth": 400, "/series/430200/gdp?tranform=growth": 400, "/series/430200/gdp?transform=growth&base=2015": 400,
		"/series/430200/gdp?transform=index&base=1900": 400, "/series/430200/gdp?transform=level": 200,
		"/compare?indicator=gdp&region=430200&region=430100&transform=indx": 400, "/compare?indicator=gdp&region=430200&region=430100&transform=growth&base=2020": 400,
	} {
		if res, _ := get(t, h, path); res.StatusCode != want {
			t.Errorf("%s: %s", path, res.Status)
		}
	}
	if res, body := get(t, h, "/series/430200/gdp?tranform=growth"); res.StatusCode != http.StatusBadRequest || !strings.Contains(body, "transform=growth") {
		t.Error("a misspelt parameter is not put right")
	}
}

// TestTransformOfAComparison compares on one base, and says of which lines
// nothing can be computed.
func TestTransformOfAComparison(t *testing.T) {
	h := demo(t)
	const path = "/compare%s?indicator=gdp&region=430200&region=430100&region=430300&sheet=level-A-%%E5%%85%%83&transform=index"
	var form compareForm
	getJSON(t, h, strings.ReplaceAll(strings.Replace(path, "%s", ".json", 1), "%%", "%"), &form)
	if form.Base != "2021" || form.Transform != "index" {
		t.Errorf("the base is %q", form.Base)
	}
	for _, r := range form.Rows {
		for i, f := range r.Values {
			if r.Period == "2021" && (f == nil || f.Value != "100.00" && f.Value != "100.0") {
				t.Errorf("line %d is %+v in the base", i, f)
			}
			if f != nil && (f.Working == "" || f.Printed != "") {
				t.Errorf("%s: %+v does not say what it was computed of", r.Period, f)
			}
		}
	}
	_, page := get(t, h, "/compare?indicator=gdp&region=430200&region=430100&sheet=level-A-%E5%85%83&transform=per-resident")
	if !strings.Contains(page, "长沙市："+zh.say("why.population")) || !strings.Contains(page, zh.say("transform.note.per-resident")) {
		t.Error("a line that cannot be computed does not say why")
	}
}

// TestTransformIsChosen chooses an index and its base by keys; the address
// holds both.
func TestTransformIsChosen(t *testing.T) {
	b := openBrowser(t)
	tb := b.open(t, serve(t, demo(t)), wide)
	tb.visit("/series/430200/gdp")
	eval[bool](tb, `[...document.querySelectorAll('.words a')].find(a => a.textContent === '`+zh.say("transform.short.index")+`').focus(), true`)
	tb.do(chromedp.KeyEvent(kb.Enter))
	tb.wait(`location.search === '?transform=index' && document.getElementById('base') !== null && document.querySelectorAll('[data-chart=chart-main] svg path').length > 4`)
	tb.do(chromedp.Focus("#base"), chromedp.KeyEvent("2021"))
	eval[bool](tb, `document.getElementById('base').form.querySelector('button').click(), true`)
	tb.wait(`new URLSearchParams(location.search).get('base') === '2021' && document.querySelector('[data-computed="100.00"]')?.closest('tr').querySelector('th').textContent === '2021'`)
	// a point of what is computed leads to the sentence of its period
	eval[bool](tb, `document.querySelector('[data-chart=chart-main]').focus(), true`)
	tb.do(chromedp.KeyEvent(kb.End), chromedp.KeyEvent(kb.Enter))
	tb.wait(`document.querySelector('#src .of').dataset.shows === 'm-2024'`)
	tb.clean()
}
