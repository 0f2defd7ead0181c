package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/indicators/sqlstore"
	"suanpan/seeds"
)

// evils are texts that try to be more than text.
var evils = []string{
	`</script><script>window.hacked=1</script>`,
	`"><img src=x onerror="window.hacked=1">`,
	`'-window.hacked=1-'`,
	`__f__function(){window.hacked=1}__f__`,
	`{{.Version}} {a} {b} {c} {x|y}`,
	`<b>粗</b> & < > ` + "`" + `${1}` + "`",
	`javascript:window.hacked=1`,
	"右\u202eطلب\u2066 \u2028\u2029\ufeff",
	strings.Repeat("很长的名字", 60),
	`a/b\c?d=e#f%2Fg;h=i&j~k`,
	`$c1`,
	`=1+1|cmd`,
}

// openHostile returns the demo with documents whose every text is hostile.
func openHostile(t testing.TB) http.Handler {
	t.Helper()
	store, cat := openDemo(t)
	fillHostile(t, store)
	h, err := New(Config{Store: store, Catalog: cat, Version: evils[0]})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func fillHostile(t testing.TB, store indicators.Store) {
	for i, evil := range evils {
		w := newScript(evil, evil, evil, "2025-01-01", evil)
		w.doc.URL = "javascript:window.hacked=1//" + evil
		id, region := indicators.OpenIndicator(evil), indicators.OpenRegion("430200", evil)
		for y := 2015; y < 2022; y++ {
			w.say(evil).fig(indicators.Key{Indicator: id, Region: region, Period: indicators.Year(y)}, evil, evil, "12.5亿元").stop("。")
			w.say(evil).fig(indicators.Key{Indicator: id, Region: region, Status: indicators.Target, Period: indicators.Year(y)}, evil, evil, "13亿元").reject(evil, evil).stop("。")
			w.obs[len(w.obs)-1].From.Rule = evil
			w.obs[len(w.obs)-1].Printed = evil
			w.obs[len(w.obs)-1].From.Trace = []indicators.Step{{Attribute: evil, Value: evil, Origin: evil}}
		}
		w.obs[len(w.obs)-1].Unit = "元"
		w.doc.Excerpt = i%2 == 0
		w.put(t, store)
	}
}

// hostilePages are the addresses of all that is hostile.
func hostilePages() []string {
	paths := []string{"/", "/documents", "/regions", "/indicators", "/about", "/regions/430200", "/compare"}
	for _, evil := range evils {
		id, region := indicators.OpenIndicator(evil), indicators.OpenRegion("430200", evil)
		paths = append(paths,
			pathTo("series", region, id), pathTo("regions", region), pathTo("indicators", id),
			"/search?q="+url.QueryEscape(evil), "/compare?indicator="+url.QueryEscape(id)+"&region="+url.QueryEscape(region),
			"/compare?region="+url.QueryEscape(evil), "/series/430200/gdp?"+url.QueryEscape(evil)+"="+url.QueryEscape(evil), "/"+url.PathEscape(evil),
		)
	}
	return paths
}

var options = regexp.MustCompile(`(?s)<script type="application/json"[^>]*>(.*?)</script>`)

// TestHostileTextsStayText asks for all pages of hostile texts. What they hold
// must come out as text, in HTML, in the options of the charts and in the data.
func TestHostileTextsStayText(t *testing.T) {
	h := openHostile(t)
	for _, path := range hostilePages() {
		res, body := get(t, h, path)
		if res.StatusCode >= 500 {
			t.Errorf("%s: %s", path, res.Status)
		}
		for _, never := range []string{"<script>window", "<img", "<b>粗", `href="javascript:`, "ZgotmplZ"} {
			if strings.Contains(body, never) {
				at := strings.Index(body, never)
				t.Errorf("%s holds %q: …%s…", path, never, body[max(0, at-100):min(len(body), at+100)])
			}
		}
		for _, m := range options.FindAllStringSubmatch(body, -1) {
			if strings.Contains(m[1], "__f__") || !json.Valid([]byte(m[1])) {
				t.Errorf("%s: an option holds a mark of code, or is no JSON: %.300s", path, m[1])
			}
		}
		res, body = get(t, h, strings.Replace(path, "?", ".json?", 1))
		if strings.Contains(path, "?") && res.StatusCode == http.StatusOK && !json.Valid([]byte(body)) {
			t.Errorf("%s: the data is no JSON", path)
		}
	}
}

func TestSpreadsheetsRunNoCell(t *testing.T) {
	tab := &table{head: []string{"a"}, rows: [][]string{{"=1+1"}, {"+cmd|x"}, {"-5.3"}, {"+5.2"}, {"@x"}, {"\t=1"}, {"-"}, {"文"}, {"-1+2"}}}
	plain, err := tab.csv(false)
	if err != nil {
		t.Fatal(err)
	}
	if want := "a\r\n=1+1\r\n+cmd|x\r\n-5.3\r\n+5.2\r\n@x\r\n\"\t=1\"\r\n-\r\n文\r\n-1+2\r\n"; string(plain) != want {
		t.Errorf("plain: %q", plain)
	}
	guarded, err := tab.csv(true)
	if err != nil {
		t.Fatal(err)
	}
	if want := "\ufeffa\r\n'=1+1\r\n'+cmd|x\r\n-5.3\r\n+5.2\r\n'@x\r\n'\t=1\r\n-\r\n文\r\n'-1+2\r\n"; string(guarded) != want {
		t.Errorf("guarded: %q", guarded)
	}
}

// TestEmptyStore asks an empty store for every page.
func TestEmptyStore(t *testing.T) {
	cat, err := catalog.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	store, err := sqlstore.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	h, err := New(Config{Store: store, Catalog: cat})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/", "/regions", "/indicators", "/documents", "/compare", "/search", "/search?q=gdp", "/about", "/healthz", "/regions/430200", "/indicators/gdp", "/index.json", "/regions/430200.csv", "/indicators/gdp.json"} {
		if res, body := get(t, h, path); res.StatusCode != http.StatusOK {
			t.Errorf("%s: %s %s", path, res.Status, body)
		}
	}
}

func TestNewNeedsAStore(t *testing.T) {
	if _, err := New(Config{}); err == nil {
		t.Error("pages over nothing were made")
	}
}
