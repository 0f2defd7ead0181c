package extract

import (
	"strings"
	"testing"

	"suanpan/indicators"
)

func TestLimits(t *testing.T) {
	small := limits{text: 4000, lines: 20, tabs: 30, tokens: 100, figures: 50}
	for name, c := range map[string]struct{ text, want string }{
		"within":      {strings.Repeat("全市投资5亿元，增长3%。\n", 20), ""},
		"text":        {strings.Repeat("文", 1334), "document 一页: it has more than 4000 bytes of text: split it"},
		"lines":       {strings.Repeat("文\n\n", 21), "document 一页: it has more than 20 lines: split it"},
		"blank lines": {strings.Repeat("\n", 100) + "文", ""},
		"tabs":        {strings.Repeat("甲\t5\t6\n", 16), "document 一页: it has more than 30 tabs: split it"},
		"tokens":      {strings.Repeat("、", 101), "document 一页: it has more than 100 words and marks in a paragraph: split it"},
		"figures":     {strings.Repeat("全市投资增长5%，增长6%，增长7%。\n", 17), "document 一页: it has more than 50 figures: split it"},
	} {
		r := New(loadCatalog(t))
		r.limits = small
		res, err := r.Read(&indicators.Document{Title: "一页", Text: c.text})
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.want != "" && (err == nil || err.Error() != c.want || res != nil):
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}
