package web

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// sheetCells reads the cells of a workbook back, numbers with the digits that
// are in the file.
func sheetCells(t *testing.T, raw []byte) (rows [][]string, numbers int) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		var sheet struct {
			Rows []struct {
				Cells []struct {
					Value string `xml:"v"`
					Text  string `xml:"is>t"`
				} `xml:"c"`
			} `xml:"sheetData>row"`
		}
		if err := xml.Unmarshal(body, &sheet); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		for _, row := range sheet.Rows {
			var cells []string
			for _, c := range row.Cells {
				if c.Value != "" {
					numbers++
				}
				cells = append(cells, c.Value+c.Text)
			}
			rows = append(rows, cells)
		}
	}
	return rows, numbers
}

// TestWorkbookIsTheTable compares the workbook of pages with their CSV, cell
// by cell.
func TestWorkbookIsTheTable(t *testing.T) {
	h := demo(t)
	for _, path := range []string{"/series/430200/gdp", "/series/430200/population-resident", "/regions/430200", "/indicators/gdp", "/documents", "/findings", "/compare%s?indicator=gdp&region=430200&region=430100"} {
		if !strings.Contains(path, "%s") {
			path += "%s"
		}
		res, raw := get(t, h, strings.Replace(path, "%s", ".xlsx", 1))
		if res.StatusCode != http.StatusOK || !strings.Contains(res.Header.Get("Content-Disposition"), ".xlsx") {
			t.Fatalf("%s: %s, %s", path, res.Status, res.Header.Get("Content-Disposition"))
		}
		rows, numbers := sheetCells(t, []byte(raw))
		_, text := get(t, h, strings.Replace(path, "%s", ".csv", 1))
		want, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(rows, want, slices.Equal[[]string]) {
			t.Errorf("%s: the workbook has %d rows, the CSV %d, or they differ", path, len(rows), len(want))
		}
		if numbers == 0 {
			t.Errorf("%s has no number", path)
		}
		if _, again := get(t, h, strings.Replace(path, "%s", ".xlsx", 1)); again != raw {
			t.Errorf("%s: two workbooks of one table differ", path)
		}
	}
}

func TestPlainNumeral(t *testing.T) {
	for s, want := range map[string]int{
		"5.10": 2, "0": 0, "-3": 0, "3852000": 0, "0.123456789": 9, "123456789012345": 0,
		"": -1, "007": -1, "1234567890123456": -1, "0.1234567890": -1, "1e3": -1, "12%": -1, "-": -1, ".5": -1, "5.": -1, "--1": -1, "NaN": -1, "１": -1,
	} {
		places, ok := plainNumeral(s)
		if ok != (want >= 0) || ok && places != want {
			t.Errorf("%q: %d, %v", s, places, ok)
		}
	}
}

func TestWorkbookOfHostileTexts(t *testing.T) {
	tab := &table{head: []string{"value", "title"}}
	for _, evil := range append(evils, "=1+1", "\x00\x08", strings.Repeat("字", 40_000)) {
		tab.rows = append(tab.rows, []string{evil, evil})
	}
	raw, err := tab.workbook()
	if err != nil {
		t.Fatal(err)
	}
	rows, numbers := sheetCells(t, raw)
	if len(rows) != len(tab.rows)+1 || numbers != 0 {
		t.Errorf("%d rows, %d of them numbers", len(rows), numbers)
	}
	for _, r := range rows[1:] {
		if n := len([]rune(r[1])); n > longestCell {
			t.Errorf("a cell of %d characters", n)
		}
	}
}
