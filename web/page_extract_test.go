package web

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// post sends a form and returns the answer with its body.
func post(t testing.TB, h http.Handler, path string, form url.Values) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result(), w.Body.String()
}

// TestPastedText posts a text as a form does without script: each figure is
// marked in it and told with the way to it, each number not kept with a reason.
func TestPastedText(t *testing.T) {
	h := demo(t)
	res, page := post(t, h, "/extract", example)
	if res.StatusCode != http.StatusOK || res.Header.Get("Cache-Control") != "no-store" {
		t.Fatalf("%s, Cache-Control %q", res.Status, res.Header.Get("Cache-Control"))
	}
	for _, want := range []string{
		zh.say("extract.count", 10, 8, 2, 1), `>512.3亿元</a><sup>`, `<mark class="m`, ` tg"`, `>6%左右</a>`, `超48万人`,
		`<span class="rej" title="` + messages["reject.ordinal"].zh + `">第3届</span>`, `<span class="clue period">过去一年</span>`,
		`<code>percent-change/level</code>`, `formaction="/extract.json"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	_, raw := post(t, h, "/extract.json", example)
	var form pasteForm
	if err := json.Unmarshal([]byte(raw), &form); err != nil {
		t.Fatal(err)
	}
	f := form.List[0]
	if f.Value != "51230000000" || f.Unit != "元" || f.Region.ID != "430211" || f.Period != "2023" || f.Indicator.ID != "gdp" {
		t.Errorf("the first figure is %+v", f.docFigure)
	}
	for _, f := range form.List {
		if got := form.Text[f.Start:f.End]; got != f.Printed {
			t.Errorf("no. %d stands at %q, printed %q", f.No, got, f.Printed)
		}
		if len(f.Trace) == 0 || f.Rule == "" || f.Sentence.End <= f.Sentence.Start {
			t.Errorf("no. %d does not say why: %+v", f.No, f)
		}
	}
	_, text := post(t, h, "/extract.csv", example)
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(rows) != len(form.List)+1 {
		t.Errorf("%d rows of %d figures: %v", len(rows), len(form.List), err)
	}
	// the same at an address
	if _, linked := get(t, h, "/extract.json?"+example.Encode()); linked != raw {
		t.Error("a linked text is read otherwise than a posted one")
	}
}

func TestPastedTextIsBounded(t *testing.T) {
	h := demo(t)
	long := strings.Repeat("全年粮食产量12.5万吨。", maxPasted/13+1)
	for _, c := range []struct {
		path   string
		form   url.Values
		status int
	}{
		{"/extract", url.Values{"text": {long}}, http.StatusBadRequest},
		{"/extract.json", url.Values{"text": {long}}, http.StatusRequestEntityTooLarge},
		{"/extract", url.Values{"text": {strings.Repeat("多", maxPosted/3+1)}}, http.StatusRequestEntityTooLarge},
		{"/extract", url.Values{"text": {"粮食产量1万吨。"}, "published": {"2024-13-01"}}, http.StatusBadRequest},
		{"/extract.csv", url.Values{"text": {"粮食产量1万吨。"}, "published": {"x"}}, http.StatusBadRequest},
		{"/extract", url.Values{"text": {"a"}, "txet": {"b"}}, http.StatusBadRequest},
		{"/extract", url.Values{"text": {"a", "b"}}, http.StatusBadRequest},
		{"/extract", url.Values{"text": {"\xff"}}, http.StatusBadRequest},
		{"/extract", url.Values{}, http.StatusOK},
		{"/extract", url.Values{"text": {" \r\n "}}, http.StatusOK},
		{"/regions", url.Values{"text": {"a"}}, http.StatusMethodNotAllowed},
	} {
		if res, body := post(t, h, c.path, c.form); res.StatusCode != c.status {
			t.Errorf("%s %.40s: %s, want %d: %.200s", c.path, c.form.Encode(), res.Status, c.status, body)
		}
	}
	// a fault leaves what was typed
	if _, page := post(t, h, "/extract", url.Values{"text": {"粮食产量1万吨。"}, "published": {"2024-13-01"}}); !strings.Contains(page, "粮食产量1万吨。</textarea>") || !strings.Contains(page, `id="published-fault"`) {
		t.Error("the page of a fault has lost the text, or does not tell where it is")
	}
	// most of what may be read has no address of its own
	most := string([]rune(long)[:maxPasted])
	res, page := post(t, h, "/extract", url.Values{"text": {most}})
	if res.StatusCode != http.StatusOK || !strings.Contains(page, zh.say("extract.hidden", strings.Count(most, "吨")-maxRead)) || strings.Contains(page, `href="/extract.json`) {
		t.Errorf("%s: a long text is shown whole, or linked to", res.Status)
	}
	r := httptest.NewRequest(http.MethodPost, "/extract", strings.NewReader(`{"text":"a"}`))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusUnsupportedMediaType {
		t.Errorf("a body that is no form: %d", w.Code)
	}
}

func TestPastedHostileTexts(t *testing.T) {
	h := demo(t)
	for _, evil := range evils {
		text := evil + "产量12.5亿元，增长3%。" + evil
		res, page := post(t, h, "/extract", url.Values{"text": {text}, "title": {evil}, "region": {evil}})
		if res.StatusCode != http.StatusOK {
			t.Errorf("%.30s: %s", evil, res.Status)
		}
		for _, never := range []string{"<script>window", "<img", "<b>粗", `href="javascript:`, "ZgotmplZ"} {
			if strings.Contains(page, never) {
				t.Errorf("%.30s: the page holds %s", evil, never)
			}
		}
	}
}

// TestPastedTextIsReadWhileTyped types a sentence: what is read of it stands
// on the page without its being sent; the number of a figure opens its way.
func TestPastedTextIsReadWhileTyped(t *testing.T) {
	b := openBrowser(t)
	tb := b.open(t, serve(t, demo(t)), wide)
	tb.visit("/extract")
	eval[bool](tb, `document.getElementById('text').focus(), true`)
	tb.do(chromedp.KeyEvent("全年粮食产量12.5万吨，增长3%。"))
	tb.wait(`document.querySelectorAll('#result mark').length === 2`)
	if got := eval[string](tb, `document.getElementById('said').textContent`); got != zh.say("extract.count", 2, 2, 0, 0) {
		t.Errorf("it says %s", got)
	}
	if got := eval[string](tb, `document.activeElement.id`); got != "text" {
		t.Errorf("the focus went to %q", got)
	}
	eval[bool](tb, `document.querySelector('#r2').open = false, document.querySelector('#result sup a[href="#r2"]').click(), true`)
	tb.wait(`document.querySelector('#r2').open`)
	// it goes on, and the address has it
	eval[bool](tb, `document.getElementById('text').focus(), true`)
	tb.do(chromedp.KeyEvent(kb.End), chromedp.KeyEvent("油料产量3万吨。"))
	tb.wait(`document.querySelectorAll('#result mark').length === 3`)
	here := eval[string](tb, `location.pathname + location.search`)
	tb.visit(here)
	if got := eval[int](tb, `document.querySelectorAll('#result mark').length`); got != 3 {
		t.Errorf("%s shows %d figures", here, got)
	}
	tb.clean()
}

// TestPastedTextWithoutScript sends the form by its button.
func TestPastedTextWithoutScript(t *testing.T) {
	b := openBrowser(t)
	s := phone
	s.noScript = true
	tb := b.open(t, serve(t, demo(t)), s)
	tb.visit("/extract?text=" + url.QueryEscape("全年粮食产量12.5万吨。"))
	tb.do(chromedp.Focus("#paste button"), chromedp.KeyEvent(kb.Enter), chromedp.Sleep(400e6))
	if got, err := chromedp.Run(tb.ctx, chromedp.Location()); err != nil || !strings.HasSuffix(got, "/extract") {
		t.Errorf("after the form was sent the address is %s: %v", got, err)
	}
	tb.clean()
}
