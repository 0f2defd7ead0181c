package web

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestScreenshots writes pictures of all pages into the folder that
// SUANPAN_SHOTS names, to be looked at; those that SUANPAN_SHOT names a part of,
// else all.
func TestScreenshots(t *testing.T) {
	dir := os.Getenv("SUANPAN_SHOTS")
	if dir == "" {
		t.Skip("SUANPAN_SHOTS names no folder for screenshots")
	}
	h := demo(t)
	host := os.Getenv("SUANPAN_SHOTS_OF") // a running server
	if host == "" {
		host = serve(t, h)
	}
	b := openBrowser(t)
	only := os.Getenv("SUANPAN_SHOT")
	for _, p := range pagesToSee {
		if only != "" && !strings.Contains(p.name, only) {
			continue
		}
		for _, s := range []screen{
			{width: 1440, height: 900}, {width: 1440, height: 900, dark: true}, {width: 768, height: 1024}, {width: 768, height: 1024, dark: true}, {width: 360, height: 740}, {width: 360, height: 740, dark: true},
		} {
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
			name += fmt.Sprintf("-%d", s.width)
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
	{"extract", address("/extract", example), false},
	{"extract.en", address("/extract", example), true},
	{"findings", "/findings", false},
	{"findings.en", "/findings?kind=vintage", true},
	{"findings-none", "/findings?region=100000&kind=range", false},
	{"series-computed", "/series/430200/gdp?transform=growth", false},
	{"series-cannot.en", "/series/430200/gdp?transform=share", true},
	{"compare-index", "/compare?indicator=gdp&region=430200&region=430100&region=430300&sheet=level-A-%E5%85%83&transform=index", false},
	{"refused", "/compare?tranform=index", false},
	{"series-growth", "/series/100000/gdp?sheet=growth.yoy-A-%25", false},
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
