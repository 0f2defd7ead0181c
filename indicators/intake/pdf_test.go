package intake

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"suanpan/indicators/intake/pdfium"
)

// newTestReader returns a reader for tests. What PDFium compiles is kept where
// the program keeps it: it takes seconds.
func newTestReader(t testing.TB, l Limits) *Reader {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err == nil {
		cache = filepath.Join(cache, "suanpan", "pdf")
	}
	r := NewReader(Options{Limits: l, Cache: cache})
	t.Cleanup(func() {
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
	return r
}

// readAll returns the items of a file.
func readAll(t testing.TB, r *Reader, name string, b []byte, given Meta) []Item {
	t.Helper()
	var items []Item
	for item := range r.Read(context.Background(), name, bytes.NewReader(b), given) {
		if (item.Document == nil) == (item.Err == nil) {
			t.Fatalf("%s: an item with a document and an error, or with none: %+v", name, item)
		}
		if item.Err == nil {
			if err := item.Document.Validate(); err != nil {
				t.Fatal(err)
			}
		}
		items = append(items, item)
	}
	return items
}

// A printed is a piece of text on a page: its place in points from the lower
// left corner, and its size. A tab in it is a gap as wide as a character.
type printed struct {
	x, y, size int
	text       string
}

// makePDF returns a PDF with these pages, in a font that every reader knows.
func makePDF(pages ...[]printed) []byte {
	var objects []string
	add := func(s string) int {
		objects = append(objects, s)
		return len(objects)
	}
	add("<< /Type /Catalog /Pages 2 0 R >>")
	add("") // the pages, below
	add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>")
	add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500 814 939 500] /FontDescriptor 5 0 R >>")
	add("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>")
	kids := ""
	for _, page := range pages {
		var content strings.Builder
		for _, p := range page {
			fmt.Fprintf(&content, "BT /F1 %d Tf %d %d Td [<", p.size, p.x, p.y)
			for _, u := range utf16.Encode([]rune(p.text)) {
				if u == '\t' {
					content.WriteString("> -1200 <")
				} else {
					fmt.Fprintf(&content, "%04X", u)
				}
			}
			content.WriteString(">] TJ ET\n")
		}
		stream := add(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", content.Len(), content.String()))
		kids += fmt.Sprintf("%d 0 R ", add(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", stream)))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids, len(pages))
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// bulletin is a PDF of two pages as an office prints one: title, publisher and
// date, paragraphs whose lines and one of which the page breaks, a table that
// goes on over the page, running heads and page numbers.
func bulletin() []byte {
	first := []printed{
		{250, 800, 10, "衢州统计"},
		{150, 760, 18, "衢州市2023年国民经济和社会发展统计公报"},
		{220, 730, 14, "衢州市统计局"},
		{225, 705, 14, "2024年3月20日"},
		{230, 670, 16, "一、综\t合"},
		{132, 640, 16, "根据初步核算，全年全市实现地区生产总值2125.3亿"},
		{100, 612, 16, "元，比上年增长6.4%。其中，第一产业增加值98.7亿元，"},
		{100, 584, 16, "增长3.9%。"},
		{200, 550, 12, "表1 2023年主要农产品产量"},
		{100, 525, 10, "产品"},
		{260, 525, 10, "计量单位"},
		{360, 525, 10, "产量"},
		{450, 525, 10, "比上年"},
		{450, 513, 10, "增长（%）"},
		{100, 495, 10, "粮食"},
		{260, 495, 10, "万吨"},
		{360, 495, 10, "48.7"},
		{450, 495, 10, "1.2"},
		{100, 478, 10, "林\t业"},
		{260, 478, 10, "公斤"},
		{360, 478, 10, "120"},
		{450, 478, 10, "-3.4"},
		{290, 40, 10, "— 1 —"},
	}
	second := []printed{
		{250, 800, 10, "衢州统计"},
		{100, 760, 10, "油料"},
		{260, 760, 10, "万吨"},
		{360, 760, 10, "5.10"},
		{450, 760, 10, "0.8"},
		{132, 720, 16, "年末全市常住人口230.1万人，比上年末增加1.1万人"},
		{290, 40, 10, "— 2 —"},
	}
	third := []printed{
		{250, 800, 10, "衢州统计"},
		{100, 760, 16, "，其中城镇人口136.2万人。"},
		{290, 40, 10, "— 3 —"},
	}
	return makePDF(first, second, third)
}

func TestPDF(t *testing.T) {
	items := readAll(t, newTestReader(t, Limits{}), "公报.pdf", bulletin(), Meta{})
	if len(items) != 1 || items[0].Err != nil {
		t.Fatalf("%+v", items)
	}
	d := items[0].Document
	const want = `衢州市2023年国民经济和社会发展统计公报
衢州市统计局
2024年3月20日
一、综合
根据初步核算，全年全市实现地区生产总值2125.3亿元，比上年增长6.4%。其中，第一产业增加值98.7亿元，增长3.9%。
表1 2023年主要农产品产量

产品	计量单位	产量	比上年增长（%）
粮食	万吨	48.7	1.2
林业	公斤	120	-3.4
油料	万吨	5.10	0.8

年末全市常住人口230.1万人，比上年末增加1.1万人，其中城镇人口136.2万人。
`
	if d.Text != want {
		t.Errorf("the text is\n%s", d.Text)
	}
	if items[0].Format != PDF || d.Title != "衢州市2023年国民经济和社会发展统计公报" || d.Region != "衢州市" || d.Publisher != "衢州市统计局" || d.Published.String() != "2024-03-20" {
		t.Errorf("%s %+v", items[0].Format, items[0].Found)
	}
	for words, page := range map[string]int{"一、综合": 1, "48.7": 1, "5.10": 2, "230.1": 2, "136.2": 3} {
		if got := d.Page(strings.Index(d.Text, words)); got != page {
			t.Errorf("%s is on page %d, want %d", words, got, page)
		}
	}
}

func TestPDFThatIsNoText(t *testing.T) {
	r := newTestReader(t, Limits{Pages: 2})
	for _, c := range []struct {
		what, want string
		bytes      []byte
	}{
		{"a scan", "a.pdf: its pages are images without text: a scan; make", makePDF(nil, nil)},
		{"broken", "a.pdf: the PDF file is broken", []byte("%PDF-1.7\nnothing")},
		{"many pages", "a.pdf: it has too many pages: 3; split it: 2 pages", bulletin()},
	} {
		items := readAll(t, r, "a.pdf", c.bytes, Meta{})
		if len(items) != 1 || items[0].Err == nil || !strings.HasPrefix(items[0].Err.Error(), c.want) {
			t.Errorf("%s: %+v; want %q", c.what, items, c.want)
		}
	}
}

// FuzzPDFRows holds the layout of pages against characters at any places.
func FuzzPDFRows(f *testing.F) {
	f.Add([]byte("\x10\x10\x20\x11\x30\x12\x10\x30"))
	f.Fuzz(func(t *testing.T, b []byte) {
		const letters = "一年2.3%表，增"
		runes := []rune(letters)
		var glyphs []pdfium.Glyph
		for ; len(b) >= 3 && len(glyphs) < 3000; b = b[3:] {
			left, bottom := int(b[0])*200, int(b[1])*300
			glyphs = append(glyphs, pdfium.Glyph{Rune: runes[int(b[2]&15)%len(runes)], Left: left, Right: left + 1000, Bottom: bottom, Top: bottom + 1000 + int(b[2]>>4)*100})
		}
		var rows []pdfRow
		for _, part := range parted(glyphs) {
			if len(part) > 0 {
				rows = append(rows, rowsOf(part, 0)...)
			}
		}
		w := pdfWriter{cells: 1 << 20}
		if problem := w.write(rows); problem != nil {
			t.Fatal(problem)
		}
		want, got := map[rune]int{}, map[rune]int{}
		for _, row := range rows {
			for _, s := range row.segments {
				for _, r := range s.text {
					want[r]++
				}
			}
		}
		for _, r := range w.pen.b.String() {
			got[r]++
		}
		for _, r := range runes {
			if want[r] != got[r] {
				t.Fatalf("%c stood %d times on the page and %d times in the text", r, want[r], got[r])
			}
		}
	})
}
