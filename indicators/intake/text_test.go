package intake

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"suanpan/indicators"
)

func TestText(t *testing.T) {
	beside := Meta{Title: "beside", Publisher: "株洲日报", Region: "株洲市"}
	for _, c := range []struct {
		what, in string
		want     indicators.Document
	}{
		{"no front matter", "全年\n", indicators.Document{Title: "beside", Publisher: "株洲日报", Region: "株洲市", Text: "全年\n"}},
		{
			"front matter before what stands beside",
			"---\ntitle: \"公报\"\nregion: 天元区\npublished: 2024-02-01\nurl: https://example.org/a?b=c\nkind: bulletin\nexcerpt: true\ntags: x: y\n---\n\n全年\n",
			indicators.Document{
				Title: "公报", Publisher: "株洲日报", Region: "天元区", Published: indicators.NewDate(2024, 2, 1),
				URL: "https://example.org/a?b=c", Kind: "bulletin", Excerpt: true, Text: "全年\n",
			},
		},
		{"lines that end in CR LF", "---\r\ntitle: 公报\r\n---\r\n全年\r\n", indicators.Document{Title: "公报", Publisher: "株洲日报", Region: "株洲市", Text: "全年\r\n"}},
		{"a rule is no front matter", "---\n全年：增长\n---\n", indicators.Document{Title: "beside", Publisher: "株洲日报", Region: "株洲市", Text: "---\n全年：增长\n---\n"}},
		{"an id of its own", "---\nid: a-2024\n---\n全年", indicators.Document{ID: "a-2024", Title: "beside", Publisher: "株洲日报", Region: "株洲市", Text: "全年"}},
		{"source is an address", "---\nsource: https://example.org/\n---\n全年", indicators.Document{Title: "beside", Publisher: "株洲日报", URL: "https://example.org/", Region: "株洲市", Text: "全年"}},
		{"source is a publisher", "---\nsource: 统计局\n---\n全年", indicators.Document{Title: "beside", Publisher: "统计局", Region: "株洲市", Text: "全年"}},
	} {
		if c.want.ID == "" {
			c.want.ID = c.want.Identify()
		}
		got, err := Text("a.txt", []byte(c.in), beside)
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if diff := cmp.Diff(&c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.what, diff)
		}
	}
}

func TestTextSaysWhereItIsWrong(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"---\ntitle: a\npublished: 2024-13-01\n---\nx", "a.txt: line 3: published"},
		{"---\ntitle: a\n没有冒号\n---\nx", "a.txt: line 3: front matter"},
		{"---\ntitle: a\nx", "a.txt: line 3: front matter"},
		{"---\ntitle: a\n", "a.txt: the front matter has no end"},
		{"---\nurl: javascript:alert(1)\n---\nx", "a.txt: line 2: url"},
		{"---\nexcerpt: yes\n---\nx", "a.txt: line 2: excerpt"},
		{"---\ntitle: a\n---\n \n", "a.txt: there is no text"},
		{"", "a.txt: there is no text"},
		{strings.Repeat(" ", MaxBytes+1), "a.txt: 67108865 bytes are more"},
	} {
		if d, err := Text("a.txt", []byte(c.in), Meta{}); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%.40q: %v, %v; want %q", c.in, d, err, c.want)
		}
	}
}

func TestParseMeta(t *testing.T) {
	got, err := ParseMeta("a.meta.json", []byte(`{"title":"公报","source":"统计局","publisher":"株洲市统计局","published":"2024-02-01","excerpt":true,"covers":["2023"],"region":null}`))
	want := Meta{Title: "公报", Publisher: "株洲市统计局", Published: indicators.NewDate(2024, 2, 1), Excerpt: true}
	if err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
	for in, want := range map[string]string{"2024": "2024-01-01", "2024-03": "2024-03-01", "": ""} {
		if m, err := ParseMeta("a.meta.json", []byte(`{"published":"`+in+`"}`)); err != nil || m.Published.String() != want {
			t.Errorf("published %q: %v, %v", in, m.Published, err)
		}
	}
	for _, bad := range []string{`{"title":1}`, `[]`, `{`, `{"published":"2024-2"}`} {
		if m, err := ParseMeta("a.meta.json", []byte(bad)); err == nil || !strings.HasPrefix(err.Error(), "a.meta.json: ") {
			t.Errorf("%s: %+v, %v", bad, m, err)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add("---\ntitle: 公报\n---\n全年\n")
	f.Add("---\n---\n")
	f.Fuzz(func(t *testing.T, in string) {
		d, err := Text("a.txt", []byte(in), Meta{})
		if err != nil {
			return
		}
		if err := d.Validate(); err != nil {
			t.Error(err)
		}
		if d.ID != d.Identify() {
			t.Error("the ID is not what the content gives")
		}
	})
}
