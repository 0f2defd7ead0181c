package web

import (
	"html"
	"strings"
	"testing"
	"time"

	"suanpan/indicators"
)

func TestCitation(t *testing.T) {
	seen := indicators.NewDate(2026, 11, 24)
	for _, c := range []struct {
		citation
		standard, apa string
	}{
		{
			citation{"算盘", "株洲市 地区生产总值", "DB/OL", indicators.NewDate(2025, 3, 25), "https://example.org/series/430200/gdp", seen},
			"算盘. 株洲市 地区生产总值[DB/OL]. (2025-03-25)[2026-11-24]. https://example.org/series/430200/gdp.",
			"算盘. (2025, March 25). 株洲市 地区生产总值 [Data set]. Retrieved November 24, 2026, from https://example.org/series/430200/gdp",
		},
		{
			citation{"", "某区政府工作报告", "EB/OL", indicators.Date{}, "https://example.org/a", seen},
			"某区政府工作报告[EB/OL]. [2026-11-24]. https://example.org/a.",
			"某区政府工作报告. (n.d.). Retrieved November 24, 2026, from https://example.org/a",
		},
	} {
		if got := c.Standard(); got != c.standard {
			t.Errorf("GB/T 7714: %s", got)
		}
		if got := c.APA(); got != c.apa {
			t.Errorf("APA: %s", got)
		}
	}
}

// TestPagesSayHowToCiteThem looks for the citation of data and of a document.
func TestPagesSayHowToCiteThem(t *testing.T) {
	store, cat := openDemo(t)
	h, err := New(Config{Store: store, Catalog: cat, Today: func() time.Time { return time.Date(2026, 11, 24, 23, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	_, page := get(t, h, "/series/430200/gdp?transform=index&theme=dark")
	if !strings.Contains(page, "算盘. 株洲市 地区生产总值[DB/OL]. (2025-03-") || !strings.Contains(html.UnescapeString(page), "[2026-11-24]. http://example.com/series/430200/gdp?transform=index.") {
		t.Error("the series is not cited as data with its state")
	}
	path := somePath(t, h, "*bulletin")
	if _, page = get(t, h, path); !strings.Contains(page, "株洲市统计局. 株洲市20") || !strings.Contains(page, "[EB/OL]. (20") {
		t.Error("a document is not cited as its publisher's")
	}
}
