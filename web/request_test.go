package web

import (
	"net/http"
	"strings"
	"testing"
)

func TestNegotiate(t *testing.T) {
	for accept, want := range map[string]language{
		"":                               zh,
		"zh-CN,zh;q=0.9,en;q=0.8":        zh,
		"en-US,en;q=0.9,zh-CN;q=0.8":     en,
		"en":                             en,
		"fr-FR,fr;q=0.9,en;q=0.5":        en,
		"fr":                             zh,
		"en;q=0.1, zh;q=0.2":             zh,
		"en;q=0":                         zh,
		"*":                              zh,
		"ZH-Hant-TW":                     zh,
		strings.Repeat("en;q=0.1,", 999): en,
	} {
		if got := negotiate(accept); got != want {
			t.Errorf("negotiate(%.40q) = %s, want %s", accept, got, want)
		}
	}
}

func TestUnknownParametersAreRefused(t *testing.T) {
	h := demo(t)
	for _, c := range []struct{ path, says, try string }{
		{"/compare?indicator=gdp&region=430200&regoin=430100", "regoin=430100", "region=430100"},
		{"/series/430200/gdp?form=2015", "form=2015", "from=2015"},
		{"/series/430200/gdp?sheet=groth.yoy-A-%25", "sheet=groth.yoy-A-%", "sheet=growth.yoy-A-%"},
		{"/regions/430200?x=1", "x=1", ""},
		{"/?lnag=en", "lnag=en", "lang=en"},
		{"/?lang=fr", "lang=fr", ""},
		{"/series/430200/gdp?from=abcd", "from=abcd", ""},
		{"/series/430200/gdp?asof=2024-13-01", "asof=2024-13-01", ""},
		{"/documents?page=0", "page=0", ""},
		{"/compare?indicator=gdp&region=%E6%A0%AA%E5%B7%9E%E5%B8%82&region=430200&indicator=cpi&region=430100", "", ""},
		{"/compare?indicator=gdp&region=atlantis", "atlantis", ""},
		{"/series/430200/gdp?at=m-201", "at=m-201", "at=m-2014"},
		{"/series/430200/gdp?from=2020&to=2010", "2020", ""},
		{"/series/430200/gdp?for=excel", "for=excel", ""},
		{"/series/430200/gdp.csv?for=exel", "for=exel", "for=excel"},
		{"/compare?indicator=gdp&region=430200&region=430100&slot=1&slot=77", "slot=77", ""},
		{"/indicators/gdp?period=1999", "period=1999", ""},
	} {
		res, body := get(t, h, c.path)
		if res.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: %s", c.path, res.Status)
		}
		if !strings.Contains(body, c.says) {
			t.Errorf("%s: the page does not name %q", c.path, c.says)
		}
		if c.try != "" && !strings.Contains(body, "<code>"+c.try+"</code>") && !strings.Contains(body, `"try_as": "`+c.try+`"`) {
			t.Errorf("%s: the page does not suggest %q", c.path, c.try)
		}
	}
}

func TestRefusalAsData(t *testing.T) {
	res, body := get(t, demo(t), "/series/430200/gdp.json?form=2015&lang=en")
	if res.StatusCode != http.StatusBadRequest || res.Header.Get("Content-Type") != "application/problem+json" {
		t.Fatalf("%s %s", res.Status, res.Header.Get("Content-Type"))
	}
	for _, want := range []string{`"status": 400`, `"title": "Unknown parameter form=2015."`, `"type": "about:blank"`, `"try_as": "from=2015"`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in %s", want, body)
		}
	}
}

func TestChosenLanguageIsKept(t *testing.T) {
	h := demo(t)
	_, body := get(t, h, "/regions/430200?lang=en")
	for _, want := range []string{`<html lang="en"`, `href="/regions/430000?lang=en"`, `Zhuzhou`, `name="lang" value="en"`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
	_, body = get(t, h, "/regions/430200", "Accept-Language", "en-GB")
	if !strings.Contains(body, `<html lang="en"`) || strings.Contains(body, `href="/regions/430000?lang=en"`) {
		t.Error("a language that was not chosen is in the links, or the page is not in it")
	}
}

func TestNearest(t *testing.T) {
	for _, c := range []struct {
		given, want string
		ok          bool
	}{
		{"regoin", "region", true},
		{"regions", "region", true},
		{"indicater", "indicator", true},
		{"zzz", "", false},
		{"", "", false},
		{strings.Repeat("x", 1<<16), "", false},
	} {
		if got, ok := nearest(c.given, []string{"region", "indicator", "sheet", "from", "to"}); got != c.want || ok != c.ok {
			t.Errorf("nearest(%.20q) = %q, %v", c.given, got, ok)
		}
	}
}
