package web

import (
	"encoding/csv"
	"encoding/json"
	"html"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

var hrefs = regexp.MustCompile(`(?:href|action)="(/[^"]*)"`)

// TestEveryLinkLeadsSomewhere walks from the front page through all links of
// ours, in both languages and the data of every page.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	h := demo(t)
	seen := map[string]bool{}
	queue := []string{"/", "/?lang=en", "/about", "/compare"}
	kinds := map[string]int{}
	for len(queue) > 0 {
		path := queue[0]
		queue = queue[1:]
		path, _, _ = strings.Cut(path, "#")
		// one of each kind is walked in full, of the rest a good part
		kind := strings.Join(regexp.MustCompile(`^/[a-z]*`).FindAllString(path, 1), "")
		if strings.Contains(path, "theme=") || seen[path] || kinds[kind] > 80 {
			continue
		}
		seen[path] = true
		kinds[kind]++
		res, body := get(t, h, path)
		if res.StatusCode != http.StatusOK {
			t.Errorf("%s: %s", path, res.Status)
			continue
		}
		kindOf := res.Header.Get("Content-Type")
		switch {
		case strings.HasPrefix(kindOf, "text/html"):
			checkIDs(t, path, body)
			for _, m := range hrefs.FindAllStringSubmatch(body, -1) {
				queue = append(queue, html.UnescapeString(m[1]))
			}
		case strings.HasPrefix(kindOf, "application/json"):
			if !json.Valid([]byte(body)) {
				t.Errorf("%s is no JSON", path)
			}
		case strings.HasPrefix(kindOf, "text/csv"):
			if _, err := csv.NewReader(strings.NewReader(body)).ReadAll(); err != nil {
				t.Errorf("%s: %v", path, err)
			}
		}
	}
	if len(seen) < 300 {
		t.Errorf("only %d addresses were found: the walk is broken", len(seen))
	}
	t.Logf("%d addresses: %v", len(seen), kinds)
}

var (
	ids       = regexp.MustCompile(`\sid="([^"]*)"`)
	fragments = regexp.MustCompile(`href="#([^"]*)"`)
)

// checkIDs reports ids that stand twice on a page, and places on it that are
// linked to and not there.
func checkIDs(t *testing.T, path, body string) {
	t.Helper()
	have := map[string]bool{}
	for _, m := range ids.FindAllStringSubmatch(body, -1) {
		id := html.UnescapeString(m[1])
		if have[id] {
			t.Errorf("%s: the id %q stands twice", path, id)
		}
		have[id] = true
	}
	for _, m := range fragments.FindAllStringSubmatch(body, -1) {
		if id := html.UnescapeString(m[1]); !have[id] {
			t.Errorf("%s: nothing has the id %q", path, id)
		}
	}
}

func TestOpenIDsHaveAddresses(t *testing.T) {
	h := demo(t)
	for _, path := range []string{
		"/series/430200/~5G%E5%9F%BA%E7%AB%99%E6%95%B0",
		"/series/430200%2F%E6%A0%AA%E6%B4%B2%E9%AB%98%E6%96%B0%E5%8C%BA/~%E6%96%B0%E5%A2%9E%E4%BC%81%E4%B8%9A%E6%95%B0",
		"/series/430200/%E6%A0%AA%E6%B4%B2%E9%AB%98%E6%96%B0%E5%8C%BA/~%E6%96%B0%E5%A2%9E%E4%BC%81%E4%B8%9A%E6%95%B0", // decoded on the way
		"/regions/430200%2F%E6%A0%AA%E6%B4%B2%E9%AB%98%E6%96%B0%E5%8C%BA",
		"/regions/430200/%E6%A0%AA%E6%B4%B2%E9%AB%98%E6%96%B0%E5%8C%BA",
		"/indicators/~%E6%96%B0%E5%A2%9E%E4%BC%81%E4%B8%9A%E6%95%B0",
	} {
		for _, f := range []string{"", ".json", ".csv"} {
			if res, _ := get(t, h, path+f); res.StatusCode != http.StatusOK {
				t.Errorf("%s: %s", path+f, res.Status)
			}
		}
	}
}

func TestWhatIsNotThere(t *testing.T) {
	h := demo(t)
	for _, path := range []string{
		"/nowhere", "/regions/999999", "/indicators/nothing", "/series/430200/nothing", "/series/430200", "/series/a/b/c/d/e",
		"/documents/nothing", "/static/app.js", "/static/../web.go", "/regions/%FF%FE", "/series/%00/%00", "//", "/.json", "/regions/430200.xml",
	} {
		res, body := get(t, h, path)
		if res.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %s", path, res.Status)
		}
		if strings.Contains(body, "panic") || res.Header.Get("Content-Security-Policy") != policy {
			t.Errorf("%s: no proper page", path)
		}
	}
	// a region of which nothing was read has a page that says so
	if res, body := get(t, h, "/regions/430224?lang=zh"); res.StatusCode != http.StatusOK {
		t.Errorf("%s %s", res.Status, body)
	}
	if res, body := get(t, h, "/regions/659001"); res.StatusCode != http.StatusOK || !strings.Contains(body, messages["region.none.more"].zh) {
		t.Errorf("a known region without data: %s", res.Status)
	}
}

func TestHeaders(t *testing.T) {
	h := demo(t)
	for _, path := range []string{"/", "/series/430200/gdp", "/series/430200/gdp.json", "/series/430200/gdp.csv", "/healthz", "/nowhere", "/?x=1", "/favicon.svg"} {
		res, _ := get(t, h, path)
		for name, want := range map[string]string{
			"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'",
			"X-Content-Type-Options":  "nosniff",
			"X-Frame-Options":         "DENY",
			"Referrer-Policy":         "same-origin",
		} {
			if got := res.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q", path, name, got)
			}
		}
		if len(res.Cookies()) > 0 {
			t.Errorf("%s sets a cookie", path)
		}
	}
}

func TestNoOtherHostAndNoInlineCode(t *testing.T) {
	h := demo(t)
	inline := regexp.MustCompile(`(?i)<[a-z][^>]*\s(?:style|on[a-z]+)=`)
	script := regexp.MustCompile(`(?s)<script([^>]*)>(.*?)</script>`)
	src := regexp.MustCompile(`(?:src|srcset|poster|data)="(https?:)?//`)
	for _, path := range []string{"/", "/regions/430200", "/series/430200/gdp", "/indicators/gdp", "/compare?indicator=gdp&region=430200&region=430100", "/documents", "/search?q=gdp", "/about"} {
		_, body := get(t, h, path)
		if m := inline.FindString(body); m != "" {
			t.Errorf("%s: inline style or handler: %s", path, m)
		}
		if m := src.FindString(body); m != "" {
			t.Errorf("%s: another host: %s", path, m)
		}
		for _, m := range script.FindAllStringSubmatch(body, -1) {
			if m[2] != "" && !strings.Contains(m[1], `type="application/json"`) {
				t.Errorf("%s: inline script: %.80s", path, m[2])
			}
		}
		if strings.Contains(body, "ZgotmplZ") {
			t.Errorf("%s: the template engine refused a value", path)
		}
	}
}

func TestConditionalRequests(t *testing.T) {
	h := demo(t)
	for _, path := range []string{"/", "/series/430200/gdp", "/series/430200/gdp.json", "/series/430200/gdp.csv"} {
		res, body := get(t, h, path)
		tag := res.Header.Get("ETag")
		if tag == "" || res.Header.Get("Cache-Control") != "no-cache" {
			t.Fatalf("%s: ETag %q, Cache-Control %q", path, tag, res.Header.Get("Cache-Control"))
		}
		again, rest := get(t, h, path, "If-None-Match", `"other", `+tag)
		if again.StatusCode != http.StatusNotModified || rest != "" || again.Header.Get("ETag") != tag {
			t.Errorf("%s: %s, %d bytes", path, again.Status, len(rest))
		}
		zipped, _ := get(t, h, path, "Accept-Encoding", "gzip")
		if len(body) >= compressFrom && (zipped.Header.Get("Content-Encoding") != "gzip" || zipped.Header.Get("ETag") == tag) {
			t.Errorf("%s: not compressed, or under the tag of the plain one", path)
		}
		other, _ := get(t, h, path, "Accept-Language", "en")
		if path == "/" && other.Header.Get("ETag") == tag {
			t.Errorf("%s: both languages have one tag", path)
		}
		r := httptest.NewRequest(http.MethodHead, path, nil)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusOK || w.Body.Len() != 0 || w.Header().Get("ETag") != tag {
			t.Errorf("HEAD %s: %d, %d bytes", path, w.Code, w.Body.Len())
		}
	}
}

func TestOnlyReading(t *testing.T) {
	h := demo(t)
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(method, "/documents", strings.NewReader("x")))
		if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d, Allow %q", method, w.Code, w.Header().Get("Allow"))
		}
	}
}

// TestDataIsTheTable compares the values of the table on the page with those
// of the JSON and the CSV of the same address.
func TestDataIsTheTable(t *testing.T) {
	h := demo(t)
	value := regexp.MustCompile(`data-value="([^"]*)"`)
	for _, path := range []string{"/series/430200/gdp", "/series/100000/gdp?sheet=growth.yoy-A-%25", "/series/430200/gdp?from=2016&to=2021", "/series/430200/gdp?asof=2016-12-31"} {
		_, page := get(t, h, path)
		var shown []string
		for _, m := range value.FindAllStringSubmatch(page, -1) {
			shown = append(shown, m[1])
		}
		base, query, _ := strings.Cut(path, "?")
		var form seriesForm
		getJSON(t, h, base+".json?"+query, &form)
		var data []string
		for _, r := range form.Rows {
			if r.Actual != nil {
				data = append(data, r.Actual.Value)
			}
		}
		_, text := get(t, h, base+".csv?"+query)
		records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var cells []string
		for _, r := range records[1:] {
			if r[7] != "" {
				cells = append(cells, r[7])
			}
		}
		if len(shown) == 0 || strings.Join(shown, " ") != strings.Join(data, " ") || strings.Join(shown, " ") != strings.Join(cells, " ") {
			t.Errorf("%s:\npage %v\njson %v\ncsv  %v", path, shown, data, cells)
		}
		if rows := len(records) - 1; !strings.Contains(page, zh.say("download", rows)) {
			t.Errorf("%s: the page does not offer %d rows", path, rows)
		}
	}
}

func TestValuesAreExactStrings(t *testing.T) {
	_, body := get(t, demo(t), "/series/430200/population-resident.json")
	if !strings.Contains(body, `"value": "3852000"`) || !strings.Contains(body, `"printed": "385.20万人"`) {
		t.Errorf("385.20万人 is not 3852000 as a string:\n%.600s", body)
	}
}

func TestAsOfShowsWhatWasKnown(t *testing.T) {
	h := demo(t)
	at := func(query string) string {
		var form seriesForm
		getJSON(t, h, "/series/430200/gdp.json"+query, &form)
		for _, r := range form.Rows {
			if r.Period == "2015" {
				return r.Actual.Printed
			}
		}
		return ""
	}
	if got := at(""); got != "2301.65亿元" {
		t.Errorf("2015 now: %s", got)
	}
	if got := at("?asof=2020-12-31"); got != "2335.11亿元" {
		t.Errorf("2015 as of 2020: %s", got)
	}
}
