package web

import (
	"encoding/xml"
	"net/http"
	"strings"
	"testing"
)

// TestPictures asks for the charts of pages as SVG.
func TestPictures(t *testing.T) {
	h := demo(t)
	for path, want := range map[string]string{
		"/series/430200/gdp.svg":                                          "株洲市 地区生产总值",
		"/series/430200/gdp.svg?lang=en&transform=growth":                 "Zhuzhou Gross domestic product",
		"/series/100000/gdp.svg?sheet=growth.yoy-A-%25&from=2015&to=2020": "目标",
		"/compare.svg?indicator=gdp&region=430200&region=430100":          "长沙",
	} {
		res, body := get(t, h, path)
		if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "image/svg+xml" || res.Header.Get("Cross-Origin-Resource-Policy") != "cross-origin" || res.Header.Get("Content-Security-Policy") != policy {
			t.Errorf("%s: %s, %v", path, res.Status, res.Header)
		}
		if err := xml.Unmarshal([]byte(body), new(struct{})); err != nil || !strings.Contains(body, want) || !strings.Contains(body, "http://example.com/") {
			t.Errorf("%s has no %s, or does not say where it comes from: %v", path, want, err)
		}
	}
	for path, want := range map[string]int{"/series/430200/gdp.svg?transform=share": 404, "/compare.svg": 404, "/regions/430200.svg": 404, "/series/430200/gdp.svg?x=1": 400} {
		if res, _ := get(t, h, path); res.StatusCode != want {
			t.Errorf("%s: %s", path, res.Status)
		}
	}
	if _, page := get(t, h, "/series/430200/gdp?from=2016"); !strings.Contains(page, `href="/series/430200/gdp.svg?from=2016&amp;lang=zh"`) {
		t.Error("the page does not lead to its picture")
	}
}
