package web

import (
	"encoding/xml"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"
)

// getFeed asks for a feed and checks what RFC 4287 wants of every feed.
func getFeed(t *testing.T, h http.Handler, path string) atomFeed {
	t.Helper()
	res, body := get(t, h, path)
	if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "application/atom+xml; charset=utf-8" {
		t.Fatalf("%s: %s, %s", path, res.Status, res.Header.Get("Content-Type"))
	}
	var f atomFeed
	if err := xml.Unmarshal([]byte(body), &f); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	id := regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	seen := map[string]bool{}
	last := f.Updated
	for _, e := range append([]atomEntry{{ID: f.ID, Title: f.Title, Updated: f.Updated, Author: f.Author, Links: f.Links, Summary: "-"}}, f.Entries...) {
		if !id.MatchString(e.ID) || seen[e.ID] {
			t.Errorf("%s: the id %s is none, or stands twice", path, e.ID)
		}
		seen[e.ID] = true
		if _, err := time.Parse(time.RFC3339, e.Updated); err != nil || e.Updated > last {
			t.Errorf("%s: %q is no moment, or later than the one before", path, e.Updated)
		}
		last = e.Updated
		if e.Title == "" || e.Summary == "" || e.Author.Name == "" {
			t.Errorf("%s: an entry says too little: %+v", path, e)
		}
		for _, l := range e.Links {
			if u, err := url.Parse(l.Href); err != nil || !u.IsAbs() {
				t.Errorf("%s: the link %s leads nowhere", path, l.Href)
			}
		}
	}
	return f
}

func TestFeeds(t *testing.T) {
	h := demo(t)
	for _, path := range []string{"/regions/430200.atom", "/indicators/gdp.atom?lang=en", "/series/430200/gdp.atom", "/search.atom?q=" + url.QueryEscape("株洲 地区生产总值"), "/regions/659001.atom", "/search.atom?q=zzzz"} {
		f := getFeed(t, h, path)
		if n := len(f.Entries); n > maxEntries || n == 0 != strings.Contains(path, "659001") && n == 0 != strings.Contains(path, "zzzz") {
			t.Errorf("%s has %d entries", path, n)
		}
	}
	// a value that another document had given otherwise tells what it was
	revised := ""
	for _, e := range getFeed(t, h, "/series/430200/gdp.atom").Entries {
		if strings.Contains(e.Title, "2301.65亿元") {
			revised = e.Title
		}
		if strings.Contains(e.Title, "2512.48亿元") { // agrees with 2512.5亿元, printed before
			t.Errorf("no news: %s", e.Title)
		}
	}
	if want := "株洲市地区生产总值，2015年：2301.65亿元（此前报2335.11亿元）"; revised != want {
		t.Errorf("the revision reads %q, want %q", revised, want)
	}
	// the pages name their feeds, and their links are those of a reader's language
	for page, feed := range map[string]string{"/regions/430200": "/regions/430200.atom?lang=zh", "/search?q=gdp&lang=en": "/search.atom?lang=en&amp;q=gdp"} {
		if _, body := get(t, h, page); !strings.Contains(body, `<link rel="alternate" type="application/atom+xml" href="`+feed+`"`) {
			t.Errorf("%s does not name its feed", page)
		}
	}
	for _, path := range []string{"/", "/compare", "/search", "/documents"} {
		if _, body := get(t, h, path); strings.Contains(body, "atom+xml") {
			t.Errorf("%s names a feed that it has not", path)
		}
	}
	for path, want := range map[string]int{"/regions/430200.atom?from=2020": 400, "/indicators/gdp.atom?sheet=x": 400, "/regions/999999.atom": 404, "/documents.atom": 404} {
		if res, _ := get(t, h, path); res.StatusCode != want {
			t.Errorf("%s: %s, want %d", path, res.Status, want)
		}
	}
}

// TestFeedsOfHostileTexts asks for the feeds of texts that try to be more.
func TestFeedsOfHostileTexts(t *testing.T) {
	h := openHostile(t)
	for _, path := range hostilePages() {
		if strings.HasPrefix(path, "/series/430200%2F") {
			getFeed(t, h, path+".atom")
		}
	}
}
