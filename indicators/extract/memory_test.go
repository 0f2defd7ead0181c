package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"suanpan/indicators"
)

// TestMemory reads documents one after the other: what one gave stays as it is
// when the next is read, however much it was.
func TestMemory(t *testing.T) {
	cat := loadCatalog(t)
	r := New(cat)
	read := func(r *Reader, text string) *Result {
		res, err := r.Read(&indicators.Document{Title: "某市统计公报", Text: text, Region: "430200", Published: indicators.NewDate(2024, 3, 1)})
		if err != nil {
			t.Fatal(err)
		}
		return res
	}
	const one = "全市投资5亿元，增长3%，其中工业投资2亿元；约有300家（见第7页，2024年）。\n"
	var texts []string
	for _, n := range []int{1, 10, mostLargeKept/2 + 1, 3, 1} {
		texts = append(texts, strings.Repeat(one, n))
	}
	got := make([]*Result, len(texts))
	for i, text := range texts {
		got[i] = read(r, text)
	}
	for i, text := range texts {
		if diff := cmp.Diff(read(New(cat), text), got[i]); diff != "" {
			t.Errorf("text %d, of %d bytes, before and after the others:\n%s", i, len(text), diff)
		}
	}
}
