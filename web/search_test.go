package web

import (
	"net/url"
	"strings"
	"testing"
)

func TestSearch(t *testing.T) {
	h := demo(t)
	for _, c := range []struct{ query, first string }{
		{"株洲", "/regions/430200"},
		{"株洲市", "/regions/430200"},
		{"zhuzhou", "/regions/430200"},
		{"430200", "/regions/430200"},
		{"GDP", "/indicators/gdp"},
		{"ＧＤＰ", "/indicators/gdp"},
		{"人口", "/indicators/population-resident"},
		{"株洲 地区生产总值", "/series/430200/gdp"},
		{"地区生产总值 株洲", "/series/430200/gdp"},
		{"株洲地区生产总值", "/series/430200/gdp"},
		{"株洲gdp", "/series/430200/gdp"},
		{"基站", "/indicators/~5G%E5%9F%BA%E7%AB%99%E6%95%B0"},
		{"zhuzhuo", "/regions/430200"},
		{"zz", "/regions/430200"}, // by initials
		{"zzs", "/regions/430200"},
		{"ZZ", "/regions/430200"},
		{"dqsczz", "/indicators/gdp"},
		{"czrk", "/indicators/population-resident"},
		{"zzs gdp", "/series/430200/gdp"},
		{"zzs dqsczz", "/series/430200/gdp"},
		{"株州", "/regions/430200"}, // one character for another that sounds alike
		{"株州市", "/regions/430200"},
		{"株州 地区生产总值", "/series/430200/gdp"},
		{"株洲 地区生产总质", "/series/430200/gdp"},
		{"地区生厂总值", "/indicators/gdp"},
		{"zhzuhou", "/regions/430200"}, // letters in another order
		{"qq", ""},
		{"株湘", ""},
		{"十三五", "/documents/"},
		{"不存在的东西", ""},
		{"  ", ""},
		{strings.Repeat("长", 5000), ""},
	} {
		var got searchForm
		getJSON(t, h, "/search.json?q="+url.QueryEscape(c.query), &got)
		first := ""
		if len(got.Hits) > 0 {
			first = got.Hits[0].Page
		}
		if c.first == "" && first != "" || !strings.HasPrefix(first, c.first) {
			t.Errorf("%.20s finds %q first, want %q", c.query, first, c.first)
		}
		if len(got.Hits) > maxHits {
			t.Errorf("%s: %d hits", c.query, len(got.Hits))
		}
	}
}

// TestEveryPartOfANameIsFound looks for all words of two characters of names.
func TestEveryPartOfANameIsFound(t *testing.T) {
	h := demo(t)
	name := []rune("货物进出口总额")
	for i := 0; i+2 <= len(name); i++ {
		var got searchForm
		getJSON(t, h, "/search.json?q="+url.QueryEscape(string(name[i:i+2])), &got)
		found := false
		for _, hit := range got.Hits {
			found = found || hit.Page == "/indicators/trade"
		}
		if !found {
			t.Errorf("%s does not find %s", string(name[i:i+2]), string(name))
		}
	}
}

func TestSlotsStayWhenOthersLeave(t *testing.T) {
	for _, c := range []struct {
		named []string
		n     int
		want  string
	}{
		{nil, 3, "1 2 3"},
		{[]string{"1", "3"}, 2, "1 3"},
		{[]string{"1", "3"}, 3, "1 3 2"},
		{[]string{"3", "3", "x", "99"}, 4, "3 1 2 4"},
		{[]string{"0"}, 2, "0 1"},
		{nil, 9, "1 2 3 4 5 6 7 8 0"},
	} {
		var got []string
		for _, s := range slotsOf(c.named, c.n) {
			got = append(got, string(rune('0'+s)))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%v of %d: %s, want %s", c.named, c.n, g, c.want)
		}
	}
}

// TestWhatAHitIsInBothLanguages: the place that holds a region is named in the
// language of the page.
func TestWhatAHitIsInBothLanguages(t *testing.T) {
	h := demo(t)
	for language, want := range map[string]string{"zh": "地区，湖南省", "en": "region, Hunan"} {
		var got searchForm
		getJSON(t, h, "/search.json?q="+url.QueryEscape("株洲市")+"&lang="+language, &got)
		if len(got.Hits) == 0 || got.Hits[0].What != want {
			t.Errorf("%s: %+v, want %s", language, got.Hits[:min(1, len(got.Hits))], want)
		}
	}
}
