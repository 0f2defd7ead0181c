package intake

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// column prints lines of one size from a height down, a step and a half apart.
func column(x, y, size int, texts ...string) []printed {
	var out []printed
	for i, text := range texts {
		out = append(out, printed{x, y - i*size*3/2, size, text})
	}
	return out
}

func pdfText(t *testing.T, pages ...[]printed) string {
	t.Helper()
	items := readAll(t, newTestReader(t, Limits{}), "a.pdf", makePDF(pages...), Meta{})
	if len(items) != 1 || items[0].Err != nil {
		t.Fatalf("%+v", items)
	}
	return items[0].Document.Text
}

// TestPDFColumns: two columns of prose are read one after the other, what
// stands above them before.
func TestPDFColumns(t *testing.T) {
	var left, right []string
	for i := range 12 {
		left = append(left, fmt.Sprintf("左边一栏的文字连成一行又%02d", i))
		right = append(right, fmt.Sprintf("右边一栏的文字也是如此%02d", i))
	}
	page := append([]printed{{200, 800, 18, "两栏的版面"}}, column(60, 740, 12, left...)...)
	got := pdfText(t, append(page, column(320, 740, 12, right...)...))
	a, b, c := strings.Index(got, "两栏"), strings.Index(got, "又11"), strings.Index(got, "如此00")
	if a != 0 || b < 0 || c < b {
		t.Errorf("the text is\n%s", got)
	}
}

// TestPDFTables: labels of two lines, heads over columns, tables beside prose.
func TestPDFTables(t *testing.T) {
	row := func(y int, texts ...string) []printed {
		var out []printed
		for i, text := range texts {
			if text != "" {
				out = append(out, printed{100 + 110*i, y, 10, text})
			}
		}
		return out
	}
	for _, c := range []struct {
		what, want string
		page       [][]printed
	}{
		{
			"a label of two lines around its figures", "指标\t数\t增长\n规模以上工业增加值\t12\t3\n建筑业\t34\t5\n",
			[][]printed{row(700, "指标", "数", "增长"), row(680, "规模以上工业"), row(674, "", "12", "3"), row(668, "增加值"), row(645, "建筑业", "34", "5"), row(625, "运输业", "56", "7"), row(605, "邮政业", "78", "9")},
		},
		{
			"a label whose end stands under it", "指标\t数\t增长\n建筑业\t34\t5\n运输业总周转量\t56\t7\n",
			[][]printed{row(700, "指标", "数", "增长"), row(680, "建筑业", "34", "5"), row(660, "运输业", "56", "7"), row(648, "总周转量"), row(628, "邮政业", "78", "9"), row(608, "旅游业", "78", "9")},
		},
		{
			"a label without figures", "农业\t34\t5\n其中：\n粮食\t56\t7\n",
			[][]printed{row(700, "指标", "数", "增长"), row(680, "农业", "34", "5"), row(660, "其中："), row(640, "粮食", "56", "7"), row(620, "油料", "1", "-")},
		},
		{
			"a head over two columns", "\t12月\t\t1-12月\n指标\t绝对数\t增长\t绝对数\t增长\n用电量\t21.42\t8.3\t240.66\t5.9\n",
			[][]printed{row(700, "", "", "", ""), {{265, 700, 10, "12月"}, {482, 700, 10, "1-12月"}}, row(685, "指标", "绝对数", "增长", "绝对数", "增长"), row(665, "用电量", "21.42", "8.3", "240.66", "5.9"), row(645, "售电量", "20.1", "7.7", "230.5", "5.1")},
		},
		{
			"names side by side are no table", "统计局 调查队\n二〇二四年三月\n",
			[][]printed{{{150, 700, 14, "统计局"}, {300, 700, 14, "调查队"}}, {{200, 670, 14, "二〇二四年三月"}}},
		},
	} {
		var page []printed
		for _, p := range c.page {
			page = append(page, p...)
		}
		if got := pdfText(t, page); !strings.Contains(got, c.want) {
			t.Errorf("%s: the text is\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}

func TestPageNumbers(t *testing.T) {
	for s, want := range map[string]bool{
		"3": true, "— 3 —": true, "-12-": true, "第 3 页": true, "第3页 共20页": true, "3/20": true, "Page 3 of 20": true,
		"3.2": false, "2023年": false, "—": false, "表3": false, "": false, "123456789": false,
	} {
		if got := isPageNumber(s); got != want {
			t.Errorf("%q: %t", s, got)
		}
	}
}

// TestPDFStops: reading ends when it is asked to.
func TestPDFStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for item := range newTestReader(t, Limits{}).Read(ctx, "a.pdf", strings.NewReader(string(bulletin())), Meta{}) {
		if !errors.Is(item.Err, context.Canceled) {
			t.Errorf("%+v", item)
		}
	}
}

// FuzzPDF gives the engine files that are nearly PDFs.
func FuzzPDF(f *testing.F) {
	f.Add(bulletin())
	f.Add(makePDF(nil))
	r := newTestReader(f, Limits{Pages: 20, Text: 100_000})
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, item := range readAll(t, r, "a.pdf", append([]byte("%PDF-1.4\n"), b...), Meta{}) {
			if item.Err != nil && strings.Contains(item.Err.Error(), "did not bear") {
				t.Error(item.Err)
			}
		}
	})
}
