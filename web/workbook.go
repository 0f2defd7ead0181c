package web

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// numberColumns are the columns that a workbook holds as numbers. All others
// are text: a code of a region is no number.
var numberColumns = []string{
	"value", "beside", "growth", "target", "target_high", "difference", "computed", "found", "expected", "tolerance",
	"no", "finding", "rank", "start", "end", "indicators", "figures", "rejects", "regions",
}

// What a spreadsheet program keeps exactly: numbers of so many digits, with so
// many decimals in a format of ours; texts of so many characters.
const (
	exactDigits  = 15
	mostDecimals = 9
	longestCell  = 32_767
)

// workbook writes the table as Office Open XML (ECMA-376) with one sheet: the
// same cells as the CSV in the same order. A number that the format would not
// keep exactly is text. Equal tables give equal bytes.
func (t *table) workbook() ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRels},
		{"xl/workbook.xml", workbookPart},
		{"xl/_rels/workbook.xml.rels", workbookRels},
		{"xl/styles.xml", stylesPart()},
		{"xl/worksheets/sheet1.xml", t.sheetPart()},
	} {
		w, err := z.Create(part.name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(part.text)); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

const (
	xmlHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	contentTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`
	packageRels  = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	workbookPart = xmlHead + `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="data" sheetId="1" r:id="rId1"/></sheets></workbook>`
	workbookRels = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`
)

// The styles of cells: text, the head, and numbers by their decimals from
// numberStyle on.
const (
	textStyle   = 0
	headStyle   = 1
	numberStyle = 2
)

// stylesPart has a format for each number of decimals, so that 5.10 shows as
// 5.10.
func stylesPart() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`)
	const firstFormat = 164 // those below are built in
	fmt.Fprintf(&b, `<numFmts count="%d">`, mostDecimals+1)
	for n := range mostDecimals + 1 {
		code := "0"
		if n > 0 {
			code += "." + strings.Repeat("0", n)
		}
		fmt.Fprintf(&b, `<numFmt numFmtId="%d" formatCode="%s"/>`, firstFormat+n, code)
	}
	b.WriteString(`</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>`)
	fmt.Fprintf(&b, `<cellXfs count="%d"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/>`, numberStyle+mostDecimals+1)
	for n := range mostDecimals + 1 {
		fmt.Fprintf(&b, `<xf numFmtId="%d" applyNumberFormat="1"/>`, firstFormat+n)
	}
	b.WriteString(`</cellXfs></styleSheet>`)
	return b.String()
}

// sheetPart is the sheet with its head row frozen.
func (t *table) sheetPart() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetData>`)
	numeric := make([]bool, len(t.head))
	for i, name := range t.head {
		numeric[i] = slices.Contains(numberColumns, name)
	}
	row := func(cells []string, head bool) {
		b.WriteString("<row>")
		for i, c := range cells {
			places, ok := plainNumeral(c)
			switch {
			case head:
				textCell(&b, headStyle, c)
			case ok && i < len(numeric) && numeric[i]:
				fmt.Fprintf(&b, `<c s="%d"><v>%s</v></c>`, numberStyle+places, c)
			default:
				textCell(&b, textStyle, c)
			}
		}
		b.WriteString("</row>")
	}
	row(t.head, true)
	for _, r := range t.rows {
		row(r, false)
	}
	b.WriteString(`</sheetData></worksheet>`)
	return b.String()
}

func textCell(b *strings.Builder, style int, s string) {
	if r := []rune(s); len(r) > longestCell {
		s = string(r[:longestCell-1]) + "…"
	}
	fmt.Fprintf(b, `<c s="%d" t="inlineStr"><is><t xml:space="preserve">`, style)
	xml.EscapeText(b, []byte(s)) // a Builder takes all
	b.WriteString(`</t></is></c>`)
}

// plainNumeral reports whether a cell is a numeral that the format keeps with
// all its digits, and how many decimals it has.
func plainNumeral(s string) (places int, ok bool) {
	s = strings.TrimPrefix(s, "-")
	whole, frac, point := strings.Cut(s, ".")
	digits := whole + frac
	switch {
	case whole == "" || len(whole) > 1 && whole[0] == '0' || point && frac == "" || strings.Trim(digits, "0123456789") != "":
		return 0, false
	case len(strings.TrimLeft(digits, "0")) > exactDigits || len(frac) > mostDecimals:
		return 0, false
	}
	return len(frac), true
}
