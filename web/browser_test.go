package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// chromium finds a browser: CHROME, else one on the path. Without any the test
// is skipped, unless SUANPAN_REQUIRE_BROWSER asks for it.
func chromium(t *testing.T) string {
	t.Helper()
	names := []string{"chromium", "chromium-browser", "google-chrome", "chrome"}
	if c := os.Getenv("CHROME"); c != "" {
		names = []string{c}
	}
	for _, n := range names {
		if p, err := exec.LookPath(n); err == nil {
			return p
		}
	}
	if os.Getenv("SUANPAN_REQUIRE_BROWSER") != "" {
		t.Fatal("no Chromium: set CHROME or install one")
	}
	t.Skip("no Chromium: set CHROME or install one to run the browser tests")
	return ""
}

// browser is a running Chromium.
type browser struct{ ctx context.Context }

// openBrowser starts Chromium for a test.
func openBrowser(t *testing.T) *browser {
	t.Helper()
	path := chromium(t)
	opts := []chromedp.ExecAllocatorOption{chromedp.ExecPath(path), chromedp.UserDataDir(t.TempDir())}
	for _, flag := range []string{
		"headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
		"disable-component-update", "disable-sync", "hide-scrollbars", "disable-dev-shm-usage", "no-default-browser-check",
	} {
		opts = append(opts, chromedp.Flag(flag, true))
	}
	opts = append(opts, chromedp.Flag("force-color-profile", "srgb"))
	alloc, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start %s: %v", path, err)
	}
	return &browser{ctx}
}

// tab is a page in the browser. What goes wrong in it is collected.
type tab struct {
	t    *testing.T
	ctx  context.Context
	host string

	mu     sync.Mutex
	faults []string // console errors, refusals of the policy, requests to other hosts
}

// look is how a tab shows its pages.
type screen struct {
	width, height int64
	dark          bool
	language      string // Accept-Language
	noScript      bool
}

// open opens a tab for the pages of a server.
func (b *browser) open(t *testing.T, host string, s screen) *tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	t.Cleanup(stop)
	tb := &tab{t: t, ctx: ctx, host: host}
	err := chromedp.Listen(ctx, func(ev any) {
		switch e := ev.(type) {
		case *runtime.EventConsoleAPICalled:
			if e.Type == "error" || e.Type == "warning" {
				var said []string
				for _, a := range e.Args {
					said = append(said, string(a.Value)+a.Description)
				}
				tb.fault("console: " + strings.Join(said, " "))
			}
		case *runtime.EventExceptionThrown:
			tb.fault("exception: " + exceptionText(e))
		case *log.EventEntryAdded:
			if e.Entry.Level == "error" || e.Entry.Level == "warning" {
				tb.fault("log: " + e.Entry.Text + " " + e.Entry.URL)
			}
		case *network.EventRequestWillBeSent:
			if u, err := url.Parse(e.Request.URL); err != nil || u.Host != host && u.Scheme != "data" {
				tb.fault("another host: " + e.Request.URL)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	scheme := "light"
	if s.dark {
		scheme = "dark"
	}
	if s.language == "" {
		s.language = "zh-CN"
	}
	call(tb, network.Enable, network.EnableParams{})
	call(tb, runtime.Enable, cdp.Empty{})
	call(tb, log.Enable, cdp.Empty{})
	call(tb, network.SetExtraHTTPHeaders, network.SetExtraHTTPHeadersParams{Headers: network.Headers{"Accept-Language": s.language}})
	call(tb, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
	call(tb, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: s.noScript})
	tb.do(chromedp.EmulateViewport(s.width, s.height))
	return tb
}

// call runs a command of the protocol in a tab.
func call[P, R any](tb *tab, cmd cdp.Command[P, R], params P) {
	tb.t.Helper()
	if _, err := chromedp.Call(tb.ctx, cmd, params); err != nil {
		tb.t.Fatal(err)
	}
}

func (tb *tab) fault(text string) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	tb.faults = append(tb.faults, text)
}

func (tb *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	tb.t.Helper()
	if err := chromedp.Do(tb.ctx, steps...); err != nil {
		tb.t.Fatal(err)
	}
}

// visit goes to a page and waits until it is whole.
func (tb *tab) visit(path string) {
	tb.t.Helper()
	tb.do(chromedp.Navigate("http://" + tb.host + path))
}

// eval runs an expression in the page and returns its value.
func eval[T any](tb *tab, js string) T {
	tb.t.Helper()
	v, err := chromedp.Run(tb.ctx, chromedp.Evaluate[T](js))
	if err != nil {
		tb.t.Fatalf("%s: %v", js, err)
	}
	return v
}

// close closes the tab.
func (tb *tab) close() {
	if err := chromedp.Cancel(tb.ctx); err != nil {
		tb.t.Log(err)
	}
}

// clean reports what went wrong in the tab.
func (tb *tab) clean() {
	tb.t.Helper()
	tb.mu.Lock()
	defer tb.mu.Unlock()
	for _, f := range tb.faults {
		tb.t.Error(f)
	}
	tb.faults = nil
}

// serve serves a handler and returns its host.
func serve(t *testing.T, h http.Handler) string {
	t.Helper()
	srv := httptest.NewServer(h)
	t.Cleanup(srv.Close)
	return strings.TrimPrefix(srv.URL, "http://")
}

// TestScreenshots writes pictures of all pages into the folder that
// SUANPAN_SHOTS names, to be looked at.
func TestScreenshots(t *testing.T) {
	dir := os.Getenv("SUANPAN_SHOTS")
	if dir == "" {
		t.Skip("SUANPAN_SHOTS names no folder for screenshots")
	}
	h := demo(t)
	host := serve(t, h)
	b := openBrowser(t)
	only := os.Getenv("SUANPAN_SHOT")
	for _, p := range pagesToSee {
		if only != "" && !strings.Contains(p.name, only) {
			continue
		}
		for _, s := range []screen{{width: 1280, height: 900}, {width: 1280, height: 900, dark: true}, {width: 360, height: 740}, {width: 360, height: 740, dark: true}} {
			if p.english {
				s.language = "en"
			}
			tb := b.open(t, host, s)
			tb.visit(somePath(t, h, p.path))
			tb.do(chromedp.Sleep(300 * time.Millisecond))
			png, err := chromedp.Run(tb.ctx, chromedp.FullScreenshot(100))
			if err != nil {
				t.Fatal(err)
			}
			name := p.name
			name += map[bool]string{false: "-light", true: "-dark"}[s.dark]
			name += map[bool]string{false: "-360", true: "-1280"}[s.width > 400]
			if err := os.WriteFile(dir+"/"+name+".png", png, 0o644); err != nil {
				t.Fatal(err)
			}
			tb.clean()
			tb.close()
		}
	}
}

// pagesToSee are one of each kind.
var pagesToSee = []struct {
	name, path string
	english    bool
}{
	{"front", "/", false},
	{"front.en", "/", true},
	{"series", "/series/430200/gdp", false},
	{"series.en", "/series/430200/gdp", true},
	{"region", "/regions/430200", false},
	{"region.en", "/regions/430200", true},
	{"nation", "/regions/100000", false},
	{"documents", "/documents", false},
	{"document", "*bulletin", false},
	{"regions", "/regions", false},
	{"indicators", "/indicators", false},
	{"compare", "/compare?indicator=gdp&region=100000&region=430200&region=430100&region=430211&region=430300&sheet=growth.yoy-A-%25", false},
	{"compare.en", "/compare?indicator=gdp&region=100000&region=430200&region=430100&region=430211&region=430300&sheet=growth.yoy-A-%25", true},
	{"compare-indicators", "/compare?region=430200&indicator=gdp&indicator=value-added-secondary&indicator=value-added-tertiary&indicator=population-resident", false},
	{"compare-none", "/compare", false},
	{"indicator", "/indicators/gdp", false},
	{"indicator.en", "/indicators/gdp?sheet=growth.yoy-A-%25&tier=county", true},
	{"about", "/about", false},
	{"search", "/search?q=%E6%A0%AA%E6%B4%B2", false},
	{"refused", "/compare?tranform=index", false},
	{"series-growth", "/series/100000/gdp?sheet=growth.yoy-A-%25", false},
}

func exceptionText(e *runtime.EventExceptionThrown) string {
	if x := e.ExceptionDetails.Exception; x != nil {
		return x.Description
	}
	return e.ExceptionDetails.Text
}

// somePath returns the path itself, or for *WORD that of the document of that
// kind with the most figures.
func somePath(t *testing.T, h http.Handler, path string) string {
	t.Helper()
	want, ok := strings.CutPrefix(path, "*")
	if !ok {
		return path
	}
	var list documentsForm
	getJSON(t, h, "/documents.json", &list)
	best := documentEntry{}
	for _, d := range list.Documents {
		if (d.Kind == want && !d.Excerpt || want == "excerpt" && d.Excerpt) && d.Figures > best.Figures {
			best = d
		}
	}
	if best.ID == "" {
		t.Fatalf("no document of the kind %s", want)
	}
	return pathTo("documents", best.ID)
}
