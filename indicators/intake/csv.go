package intake

import (
	"encoding/csv"
	"fmt"
	"strings"
)

// csvProbe is how many lines are looked at to tell a sheet of cells from prose.
const csvProbe = 40

// separatorOf returns what stands between the cells of a sheet: a comma or a
// semicolon; 0 where a text is no sheet. A sheet has the same number of cells
// in most of its lines, and figures in most of those. Sheets with tabs are
// plain text, which is read as tables already.
func separatorOf(text string) rune {
	if strings.IndexByte(text, '\t') >= 0 {
		return 0
	}
	for _, sep := range ",;" {
		if strings.Count(text, string(sep)) > 1 && isSheet(text, sep) {
			return sep
		}
	}
	return 0
}

func isCSV(text string) bool { return separatorOf(text) != 0 }

func isSheet(text string, sep rune) bool {
	r := csvReader(text, sep)
	widths := map[int]int{}
	rows, figures, cells, long := 0, 0, 0, 0
	for rows < csvProbe {
		row, err := r.Read()
		if err != nil {
			break // the end, or what the probe has cut
		}
		rows++
		widths[len(row)]++
		for i, cell := range row {
			cell = strings.TrimSpace(cell)
			if len(row) > 1 && i > 0 && cell != "" {
				cells++
				if isFigureCell(cell) {
					figures++
				}
			}
			if strings.ContainsAny(cell, "。；") || len(cell) > 400 {
				long++
			}
		}
	}
	most, of := 0, 0
	for width, n := range widths {
		if n > of || n == of && width > most {
			most, of = width, n
		}
	}
	return rows >= 2 && most >= 2 && of*2 >= rows && figures*3 >= cells && figures > 0 && long*10 <= rows
}

func csvReader(text string, sep rune) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace, r.ReuseRecord = sep, -1, true, true, false
	return r
}

// readCSV makes a draft of a sheet of cells with commas between them.
func readCSV(text string, l Limits) (draft, *Problem) {
	r := csvReader(text, separatorOf(text[:min(len(text), sniffed)]))
	var rows [][]string
	cells := 0
	for {
		row, err := r.Read()
		if row == nil && err != nil {
			break // the end; lazy quotes leave no other error
		}
		if cells += len(row); cells > l.Cells {
			line, _ := r.FieldPos(0)
			return draft{}, tooManyCells(fmt.Sprintf("line %d", line), l)
		}
		rows = append(rows, row)
	}
	var w pen
	writeSheet(&w, rows)
	return sheetDraft(&w), nil
}

func tooManyCells(place string, l Limits) *Problem {
	return &Problem{
		Place:  place,
		Reason: fmt.Sprintf("here it has more than the %d cells that one file may have", l.Cells),
		Remedy: "split it",
	}
}
