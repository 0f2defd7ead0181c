package web

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// wide and phone are the screens that pages are looked at on.
var (
	wide  = screen{width: 1280, height: 900}
	phone = screen{width: 360, height: 740, dark: true}
)

// TestPagesInABrowser opens every kind of page, wide and light, narrow and
// dark. No page may complain, ask another host, leave a chart undrawn or
// scroll sideways.
func TestPagesInABrowser(t *testing.T) {
	b := openBrowser(t)
	h := demo(t)
	host := serve(t, h)
	for _, s := range []screen{wide, phone} {
		tb := b.open(t, host, s)
		for _, p := range pagesToSee {
			path := somePath(t, h, p.path)
			if p.english {
				path = with(path, "lang", "en")
			}
			tb.visit(path)
			type state struct {
				Boxes, Drawn, Scroll, Width int
				Lang, Ground, Over          string
			}
			got := eval[state](tb, `(() => {
				const boxes = [...document.querySelectorAll('[data-chart]')];
				const over = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.tw,.toc,.tabs,.vh,.ctl,svg')).map(e => e.tagName + '.' + e.className).slice(0, 3).join(' ');
				return {
					Boxes: boxes.length, Drawn: boxes.filter(b => b.querySelectorAll('svg path, svg text').length > 4).length,
					Scroll: document.documentElement.scrollWidth, Width: innerWidth,
					Lang: document.documentElement.lang, Ground: getComputedStyle(document.body).backgroundColor, Over: over,
				};
			})()`)
			if got.Drawn != got.Boxes {
				t.Errorf("%s at %d: %d of %d charts are drawn", path, s.width, got.Drawn, got.Boxes)
			}
			if got.Scroll > got.Width {
				t.Errorf("%s at %d: %d wide; beyond the edge: %s", path, s.width, got.Scroll, got.Over)
			}
			if want := map[bool]string{true: "rgb(21, 24, 27)", false: "rgb(252, 252, 250)"}[s.dark]; got.Ground != want {
				t.Errorf("%s: the ground is %s, want %s", path, got.Ground, want)
			}
			if want := map[bool]string{true: "en", false: "zh-CN"}[p.english]; got.Lang != want {
				t.Errorf("%s: the language is %s", path, got.Lang)
			}
			for _, f := range tb.takeFaults() {
				if p.name == "refused" && strings.Contains(f, "400") {
					continue // the browser tells that a refusal is one
				}
				t.Errorf("%s at %d: %s", path, s.width, f)
			}
		}
		tb.close()
	}
}

// TestPointLeadsToItsSentence clicks a point of a chart, then walks to another
// by keys.
func TestPointLeadsToItsSentence(t *testing.T) {
	b := openBrowser(t)
	tb := b.open(t, serve(t, demo(t)), wide)
	tb.visit("/series/430200/gdp")
	const shows = `document.querySelector('#src .of').dataset.shows`
	const says = `document.querySelector('#src mark').textContent`
	if got := eval[string](tb, shows); got != "m-2024" {
		t.Errorf("at first the panel shows %s", got)
	}
	type spot struct{ X, Y float64 }
	// the first of the full circles is 2016: 2014 is a triangle, 2015 a diamond
	at := eval[spot](tb, `(() => {
		const r = [...document.querySelectorAll('[data-chart=chart-main] svg path')].map(p => [p, p.getBoundingClientRect()])
			.filter(([p, r]) => Math.abs(r.width - 8) < 1 && Math.abs(r.height - 8) < 1 && p.getAttribute('fill') !== 'transparent' && /A/i.test(p.getAttribute('d')))
			.map(([, r]) => ({X: r.x + r.width / 2, Y: r.y + r.height / 2})).sort((a, b) => a.X - b.X);
		return r[0];
	})()`)
	tb.do(chromedp.MouseClickXY(at.X, at.Y))
	tb.wait(shows + ` === 'm-2016'`)
	if got := eval[string](tb, says); got != "2512.48亿元" {
		t.Errorf("the sentence marks %s", got)
	}
	if got := eval[string](tb, `location.hash`); got != "#m-2016" {
		t.Errorf("the address is at %s", got)
	}
	if got := eval[string](tb, `document.querySelector('tr.sel th').textContent`); got != "2016" {
		t.Errorf("the row of %s is marked", got)
	}
	// the same by keys, with what is read out
	eval[bool](tb, `document.querySelector('[data-chart=chart-main]').focus(), true`)
	tb.do(chromedp.KeyEvent(kb.Home), chromedp.KeyEvent(kb.ArrowRight))
	if got := eval[string](tb, `document.querySelector('.read span').textContent`); !strings.HasPrefix(got, "2015年　2301.65亿元") {
		t.Errorf("read out: %s", got)
	}
	tb.do(chromedp.KeyEvent(kb.Enter))
	tb.wait(shows + ` === 'm-2015'`)
	if got := eval[bool](tb, `document.activeElement.id === 'src'`); !got {
		t.Error("the panel has no focus")
	}
	// a link of the table does it too
	eval[bool](tb, `document.querySelector('[data-says="m-2021"]').click(), true`)
	tb.wait(shows + ` === 'm-2021'`)
	tb.clean()
}

// TestPointOfARegionLeadsToItsSentence follows a point of another page.
func TestPointOfARegionLeadsToItsSentence(t *testing.T) {
	b := openBrowser(t)
	tb := b.open(t, serve(t, demo(t)), wide)
	tb.visit("/regions/430200")
	eval[bool](tb, `document.querySelector('[data-chart=chart-gdp]').focus(), true`)
	tb.do(chromedp.KeyEvent(kb.Home), chromedp.KeyEvent(kb.Enter))
	tb.wait(`location.pathname === '/series/430200/gdp' && document.querySelector('#src .of')?.dataset.shows === 'm-2014'`)
	tb.clean()
}

// TestDownloadIsTheTable compares what the page's JSON holds with what its
// table shows.
func TestDownloadIsTheTable(t *testing.T) {
	b := openBrowser(t)
	tb := b.open(t, serve(t, demo(t)), wide)
	tb.visit("/series/430200/gdp?from=2015")
	eval[bool](tb, `fetch([...document.querySelectorAll('.foot a')].find(a => a.textContent === 'JSON').href).then(r => r.json()).then(d => { window.got = d; }), true`)
	tb.wait(`window.got !== undefined`)
	type both struct{ Table, Data string }
	got := eval[both](tb, `({
		Table: [...document.querySelectorAll('#t tbody tr')].map(r => r.querySelector('td').dataset.value || '').join(' '),
		Data: window.got.rows.map(r => r.actual ? r.actual.value : '').join(' '),
	})`)
	if got.Table != got.Data || len(got.Table) < 20 {
		t.Errorf("table %s\ndata  %s", got.Table, got.Data)
	}
	tb.clean()
}

func TestThemeSwitch(t *testing.T) {
	b := openBrowser(t)
	tb := b.open(t, serve(t, demo(t)), wide)
	tb.visit("/series/430200/gdp")
	const ground = `getComputedStyle(document.body).backgroundColor`
	eval[bool](tb, `document.querySelector('[data-theme-to=dark]').click(), true`)
	if got := eval[string](tb, ground); got != "rgb(21, 24, 27)" {
		t.Errorf("the ground is %s", got)
	}
	if got := eval[bool](tb, `document.querySelector('.box svg').outerHTML.toLowerCase().includes('#b6c7ef')`); !got {
		t.Error("the chart is not drawn in the dark colours")
	}
	tb.visit("/regions/430200")
	if got := eval[string](tb, ground); got != "rgb(21, 24, 27)" {
		t.Errorf("the next page forgot the theme: %s", got)
	}
	tb.visit("/regions/430200?theme=light")
	if got := eval[string](tb, ground); got != "rgb(252, 252, 250)" {
		t.Errorf("the address does not win: %s", got)
	}
	tb.clean()
}

func TestSuggestions(t *testing.T) {
	b := openBrowser(t)
	tb := b.open(t, serve(t, demo(t)), wide)
	tb.visit("/?lang=en")
	eval[bool](tb, `document.getElementById('q1').focus(), true`)
	tb.do(chromedp.KeyEvent("株洲"))
	tb.wait(`document.querySelectorAll('.sug li').length > 0`)
	tb.do(chromedp.KeyEvent(kb.ArrowDown))
	if got := eval[string](tb, `document.querySelector('[aria-selected=true]').textContent`); !strings.Contains(got, "Zhuzhou") {
		t.Errorf("the first suggestion is %s", got)
	}
	tb.do(chromedp.KeyEvent(kb.Enter))
	tb.wait(`location.pathname === '/regions/430200' && location.search === '?lang=en'`)
	// by initials in pinyin
	tb.visit("/")
	eval[bool](tb, `document.getElementById('q1').focus(), true`)
	tb.do(chromedp.KeyEvent("zzs"))
	tb.wait(`document.querySelectorAll('.sug li').length > 0`)
	tb.do(chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.Enter))
	tb.wait(`location.pathname === '/regions/430200'`)
	tb.clean()
}

// TestWithoutScript looks at what a page is without script: whole.
func TestWithoutScript(t *testing.T) {
	b := openBrowser(t)
	h := demo(t)
	s := phone
	s.noScript = true
	tb := b.open(t, serve(t, h), s)
	tb.visit("/series/430200/gdp?at=m-2016")
	res, err := chromedp.Run(tb.ctx, chromedp.FullScreenshot(10))
	if err != nil || len(res) == 0 {
		t.Fatal(err)
	}
	_, body := get(t, h, "/series/430200/gdp?at=m-2016")
	for _, want := range []string{`data-shows="m-2016"`, `<tr class="sel" data-ref="m-2016">`, `<mark>2512.48亿元</mark>`, `<article class="src" id="m-2014"`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
	tb.clean()
}

// TestHostileTextsInABrowser opens all pages of hostile texts. Nothing of them
// may run.
func TestHostileTextsInABrowser(t *testing.T) {
	b := openBrowser(t)
	h := openHostile(t)
	tb := b.open(t, serve(t, h), wide)
	for _, path := range hostilePages() {
		if res, _ := get(t, h, path); res.StatusCode != 200 {
			continue // refusals are looked at as text
		}
		tb.visit(path)
		if eval[bool](tb, `window.hacked !== undefined`) {
			t.Errorf("%s: a text was run", path)
		}
		if got := eval[int](tb, `[...document.querySelectorAll('[data-chart]')].filter(b => !b.querySelector('svg')).length`); got > 0 {
			t.Errorf("%s: %d charts are not drawn", path, got)
		}
		for _, f := range tb.takeFaults() {
			t.Errorf("%s: %s", path, f)
		}
	}
}

// TestAccessibility runs axe on every kind of page, in both themes and
// languages.
func TestAccessibility(t *testing.T) {
	axe, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Skip("axe-core is not installed: npm --prefix web ci --ignore-scripts")
	}
	b := openBrowser(t)
	h := demo(t)
	host := serve(t, h)
	for _, s := range []screen{wide, phone} {
		tb := b.open(t, host, s)
		for _, p := range pagesToSee {
			path := somePath(t, h, p.path)
			if p.english {
				path = with(path, "lang", "en")
			}
			tb.visit(path)
			eval[bool](tb, string(axe)+`; true`)
			eval[bool](tb, `window.found = undefined, axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(r => { window.found = r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.html.slice(0, 120)).join(' | ')); }), true`)
			tb.wait(`window.found !== undefined`)
			for _, v := range eval[[]string](tb, `window.found`) {
				t.Errorf("%s at %d: %s", path, s.width, v)
			}
			tb.takeFaults()
		}
		tb.close()
	}
}

// wait waits until an expression is true in the page.
func (tb *tab) wait(js string) {
	tb.t.Helper()
	for range 200 {
		if ok, err := chromedp.Run(tb.ctx, chromedp.Evaluate[bool](js)); err == nil && ok {
			return
		}
		tb.do(chromedp.Sleep(25 * time.Millisecond))
	}
	at, _ := chromedp.Run(tb.ctx, chromedp.Evaluate[string](`location.href`))
	tb.t.Fatalf("it never came true at %s: %s", at, js)
}

// takeFaults returns what went wrong since it was last asked.
func (tb *tab) takeFaults() []string {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	f := tb.faults
	tb.faults = nil
	return f
}
