package intake

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

const sheetCSV = `衢州市主要指标,,
,,单位：亿元
指标,1-11月,"比上年
增长（%）"
地区生产总值,"2,125.3",6.4
#工业,701.60,-2.3

资料来源：衢州市统计局,,
`

const sheetText = `衢州市主要指标
单位：亿元

指标	1-11月	比上年增长（%）
地区生产总值	2,125.3	6.4
#工业	701.60	-2.3

资料来源：衢州市统计局
`

func TestCSV(t *testing.T) {
	r := newTestReader(t, Limits{})
	for what, b := range map[string][]byte{
		"UTF-8":           []byte(sheetCSV),
		"a mark":          []byte("\xEF\xBB\xBF" + sheetCSV),
		"GB18030":         encode(t, simplifiedchinese.GB18030, sheetCSV),
		"lines of CR LF":  []byte(strings.ReplaceAll(sheetCSV, "\n", "\r\n")),
		"with semicolons": []byte(strings.ReplaceAll(strings.ReplaceAll(sheetCSV, ",", ";"), "2;125", "2,125")),
	} {
		items := readAll(t, r, "a.csv", b, Meta{})
		if len(items) != 1 || items[0].Err != nil || items[0].Format != CSV {
			t.Errorf("%s: %+v", what, items)
			continue
		}
		if got := items[0].Document.Text; got != sheetText {
			t.Errorf("%s: %q", what, got)
		}
		if f := items[0].Found; f.Title != (Finding{"衢州市主要指标", "title line", Likely}) || f.Region.Value != "衢州市" {
			t.Errorf("%s: %+v", what, f)
		}
	}
}

func TestWhatIsNoCSV(t *testing.T) {
	for _, text := range []string{
		"全年地区生产总值2125.3亿元,比上年增长6.4%.\n其中第一产业98.7亿元,增长3.9%.\n",
		"指标\t数\n总值\t1,2\n", // tabs are read as they are
		"In 2007, GDP reached 24.66 trillion yuan, an increase of 65.5%, up 10.6%,\nand so on.\n",
		"一,二\n",
		"",
	} {
		if f := formatOfText(text); f != PlainText {
			t.Errorf("%q is %s", text, f)
		}
	}
}

func TestXLSX(t *testing.T) {
	x := excelize.NewFile()
	defer x.Close()
	set := func(sheet string, rows ...[]any) {
		for i, row := range rows {
			at, err := excelize.CoordinatesToCellName(1, i+1)
			if err == nil {
				err = x.SetSheetRow(sheet, at, &row)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	set("Sheet1",
		[]any{"衢州市主要指标"}, []any{nil, nil, nil, "单位：亿元"}, []any{"指标", "1-11月", nil, "增长（%）"},
		[]any{"地区生产总值", 2125.3, nil, 6.4}, []any{nil}, []any{"#工业", "701.60", nil, -2.3}, []any{"注：快报数。"})
	for _, name := range []string{"人口", "藏"} {
		if _, err := x.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	set("人口", []any{"年份", "常住人口（万人）"}, []any{"2022年", 229.0}, []any{"2023年", 230.1})
	set("藏", []any{"看不见", 9})
	if err := x.SetSheetVisible("藏", false); err != nil {
		t.Fatal(err)
	}
	b, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	const want = `衢州市主要指标
单位：亿元

指标	1-11月	增长（%）
地区生产总值	2125.3	6.4
#工业	701.60	-2.3

注：快报数。

人口

年份	常住人口（万人）
2022年	229
2023年	230.1

`
	items := readAll(t, newTestReader(t, Limits{}), "a.xlsx", b.Bytes(), Meta{})
	if len(items) != 1 || items[0].Err != nil || items[0].Format != XLSX || items[0].Document.Text != want {
		t.Errorf("%+v\n%s", items[0], items[0].Document.Text)
	}
	items = readAll(t, newTestReader(t, Limits{Cells: 12}), "a.xlsx", b.Bytes(), Meta{})
	if items[0].Err == nil || !strings.HasPrefix(items[0].Err.Error(), "a.xlsx: sheet Sheet1, row 4: here it has more than the 12 cells") {
		t.Errorf("%v", items[0].Err)
	}
	broken := makeZIP(t, "xl/workbook.xml", "<workbook", "[Content_Types].xml", "<Types/>")
	if items = readAll(t, newTestReader(t, Limits{}), "a.xlsx", broken, Meta{}); items[0].Err == nil {
		t.Errorf("%+v", items[0])
	}
}

func FuzzSheet(f *testing.F) {
	f.Add(sheetCSV)
	f.Add("a;b\n1;2\n\n\"3;4")
	f.Fuzz(func(t *testing.T, text string) {
		if separatorOf(text[:min(len(text), sniffed)]) == 0 {
			return
		}
		d, problem := readCSV(text, Limits{Cells: 10_000}.or(DefaultLimits))
		if problem == nil && (strings.Contains(d.text, "\n\n\n") || strings.ContainsAny(d.text, "\r\x00")) {
			t.Errorf("the text is %q", d.text)
		}
	})
}
