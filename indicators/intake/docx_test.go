package intake

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// makeZIP returns a ZIP container with files of these names and contents, one
// after the other.
func makeZIP(t testing.TB, namesAndContents ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(namesAndContents); i += 2 {
		w, err := z.Create(namesAndContents[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(namesAndContents[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const wordHead = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="wps"><w:body>`

const wordTail = `<w:sectPr/></w:body></w:document>`

// word is a Word file with this body.
func word(t testing.TB, body string, more ...string) []byte {
	return makeZIP(t, append([]string{"[Content_Types].xml", "<Types/>", "word/document.xml", wordHead + body + wordTail}, more...)...)
}

// para is a paragraph of runs.
func para(runs ...string) string {
	var b strings.Builder
	b.WriteString("<w:p>")
	for _, r := range runs {
		if !strings.HasPrefix(r, "<") {
			r = "<w:r><w:t xml:space=\"preserve\">" + r + "</w:t></w:r>"
		}
		b.WriteString(r)
	}
	b.WriteString("</w:p>")
	return b.String()
}

func cell(properties, text string) string {
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + para(text) + "</w:tc>"
}

func TestDOCX(t *testing.T) {
	for _, c := range []struct{ what, body, want string }{
		{"paragraphs, in runs", para("全年地区生产", "总值512.3", "亿元。") + para() + para("增长5.1%。"), "全年地区生产总值512.3亿元。\n增长5.1%。\n"},
		{
			"tracked changes", para("增长", `<w:del w:id="1"><w:r><w:delText>4.9</w:delText></w:r></w:del>`, `<w:ins w:id="2"><w:r><w:t>5.1</w:t></w:r></w:ins>`, "%。",
				`<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>`, `<w:moveTo><w:r><w:t>新</w:t></w:r></w:moveTo>`),
			"增长5.1%。新\n",
		},
		{"a paragraph mark that is deleted", para(`<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>`, "地区生产") + para("总值3亿元。"), "地区生产总值3亿元。\n"},
		{"the last mark is deleted", para(`<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>`, "完"), "完\n"},
		{"breaks, tabs, hyphens", para("一", "<w:r><w:br/></w:r>", "二", "<w:r><w:tab/></w:r>", "三", "<w:r><w:noBreakHyphen/></w:r>", "四"), "一\n二 三-四\n"},
		{"fields show their result", para(`<w:r><w:instrText>PAGE \* MERGE</w:instrText></w:r>`, "7页"), "7页\n"},
		{
			"a text box once", para("外", `<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>`+para("框内3亿元")+`</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><w:txbxContent>`+para("框内3亿元")+`</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`, "面"),
			"外面\n框内3亿元\n",
		},
		{
			"a table, cells over columns and rows",
			"<w:tbl><w:tblPr/><w:tr>" + cell(`<w:vMerge w:val="restart"/>`, "指标") + cell(`<w:gridSpan w:val="2"/>`, "12月") + "</w:tr><w:tr>" + cell(`<w:vMerge/>`, "看不见") + cell("", "绝对数") + cell("", "增长%") +
				"</w:tr><w:tr>" + cell("", "用电量") + cell("", "21.42") + cell("", "8.3") + "</w:tr><w:tr><w:trPr><w:del w:id=\"3\"/></w:trPr>" + cell("", "删") + cell("", "1") + cell("", "2") + "</w:tr></w:tbl>" + para("后文。"),
			"指标\t12月\n\t绝对数\t增长%\n用电量\t21.42\t8.3\n\n后文。\n",
		},
		{"a cell of two paragraphs", "<w:tbl><w:tr><w:tc>" + para("比上年") + para("增长") + "</w:tc>" + cell("", "5.1") + "</w:tr></w:tbl>", "比上年增长\t5.1\n\n"},
		{"a content control", "<w:sdt><w:sdtContent>" + para("控件内") + "</w:sdtContent></w:sdt>", "控件内\n"},
		{"characters without width", para("增\u200b长\u00a05%\u00ad。"), "增长 5%。\n"},
	} {
		items := readAll(t, newTestReader(t, Limits{}), "a.docx", word(t, c.body), Meta{})
		if len(items) != 1 || items[0].Err != nil || items[0].Format != DOCX {
			t.Errorf("%s: %+v", c.what, items)
			continue
		}
		if got := items[0].Document.Text; got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestDOCXNotes(t *testing.T) {
	const space = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	b := word(t, para("生产总值", `<w:r><w:footnoteReference w:id="7"/></w:r>`, "为初步核算数，", `<w:r><w:footnoteReference w:id="5"/></w:r>`, "下同。"),
		"word/footnotes.xml", `<w:footnotes`+space+`><w:footnote w:id="-1">`+para("分隔")+`</w:footnote><w:footnote w:id="5">`+para("第二注。")+`</w:footnote><w:footnote w:id="7">`+para("第一注", "。")+`</w:footnote></w:footnotes>`)
	items := readAll(t, newTestReader(t, Limits{}), "a.docx", b, Meta{})
	if want := "生产总值[1]为初步核算数，[2]下同。\n\n[1]第一注。\n[2]第二注。\n"; items[0].Err != nil || items[0].Document.Text != want {
		t.Errorf("%+v", items[0])
	}
}

func TestDOCXOfSeveralDocuments(t *testing.T) {
	body := ""
	for _, year := range []string{"2022", "2023"} {
		body += para("衢州市统计局　国家统计局衢州调查队") + para(year+"年3月") + para("一、综合") + para(strings.Repeat("全年粮食产量48万吨。", 100))
	}
	items := readAll(t, newTestReader(t, Limits{}), "公报汇总.docx", word(t, body), Meta{Title: "汇总", ID: "x"})
	if len(items) != 2 {
		t.Fatalf("%d documents, want 2", len(items))
	}
	for i, item := range items {
		d := item.Document
		if item.Err != nil || !strings.HasPrefix(d.Text, "衢州市统计局") || int(d.Published.Year) != 2022+i || d.Region != "衢州市" || d.ID == "x" || d.Title == "汇总" {
			t.Errorf("document %d: %+v, %v", i+1, d, item.Err)
		}
		if item.Where() != []string{"公报汇总.docx: document 1", "公报汇总.docx: document 2"}[i] {
			t.Errorf("it is at %q", item.Where())
		}
	}
}

func TestDOCXThatIsBroken(t *testing.T) {
	deep := strings.Repeat("<w:tbl><w:tr><w:tc>", 100) + strings.Repeat("</w:tc></w:tr></w:tbl>", 100)
	row := "<w:tbl><w:tr>" + strings.Repeat(cell("", "1"), 30) + "</w:tr></w:tbl>"
	for _, c := range []struct {
		what, want string
		bytes      []byte
	}{
		{"cut", "a.docx: word/document.xml: the Word file is broken", makeZIP(t, "word/document.xml", wordHead+"<w:p>")},
		{"no body", "has no body", makeZIP(t, "word/document.xml", "<a/>")},
		{"too deep", "too deep", word(t, deep)},
		{"too many cells", "more cells", word(t, row)},
		{"nothing in it", "a.docx: there is no text", word(t, "")},
		{"cut container", "the zip container is broken", word(t, para("一"))[:100]},
	} {
		items := readAll(t, newTestReader(t, Limits{Cells: 20}), "a.docx", c.bytes, Meta{})
		if len(items) != 1 || items[0].Err == nil || !strings.Contains(items[0].Err.Error(), c.want) {
			t.Errorf("%s: %+v; want %q", c.what, items[0].Err, c.want)
		}
	}
}

func FuzzDOCX(f *testing.F) {
	f.Add(wordHead + para("增长", `<w:del><w:r><w:delText>4</w:delText></w:r></w:del>`) + "<w:tbl><w:tr>" + cell(`<w:gridSpan w:val="3"/>`, "一") + "</w:tr></w:tbl>" + wordTail)
	f.Add(wordHead + para(`<w:r><w:footnoteReference w:id="7"/></w:r>`) + wordTail)
	f.Fuzz(func(t *testing.T, body string) {
		w := &docx{cells: 1000}
		if err := w.read([]byte(body), "body"); err != nil {
			return
		}
		if text := w.pen.b.String(); strings.Contains(text, "\n\n\n") || strings.ContainsAny(text, "\r\x00") {
			t.Errorf("the text is %q", text)
		}
	})
}
