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
	if testing.Short() {
		t.Skip("browser tests are not short")
	}
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
	ctx, stop := context.WithTimeout(ctx, 5*time.Minute)
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

func exceptionText(e *runtime.EventExceptionThrown) string {
	if x := e.ExceptionDetails.Exception; x != nil {
		return x.Description
	}
	return e.ExceptionDetails.Text
}
