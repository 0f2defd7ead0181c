package intake

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxSheetLine is how many runes a cell may have to be a cell: a longer one
// that stands alone is a note.
const maxSheetLine = 200

// writeSheet writes the rows of a sheet. Rows of one cell are lines, above the
// table its title and unit, below it notes; empty rows part tables.
func writeSheet(w *pen, rows [][]string) {
	var table [][]string
	end := func() {
		// Labels alone at the foot of a table are notes under it.
		notes := len(table)
		for notes > 0 {
			if _, n := soleCell(table[notes-1]); n > 1 {
				break
			}
			notes--
		}
		w.table(table[:notes])
		for _, row := range table[notes:] {
			cell, _ := soleCell(row)
			w.line(cellText(cell))
		}
		table = nil
	}
	for i, row := range rows {
		cell, n := soleCell(row)
		switch {
		case n == 0:
			if !goesOnBehind(rows[i+1:], table) {
				end()
			}
		case n == 1 && (len(table) == 0 || isSheetTitle(cell)):
			end()
			w.line(cellText(cell))
		default:
			table = append(table, row)
		}
	}
	end()
}

// sheetDraft is the draft of what has been written of sheets. Its first line,
// where it has one above its tables, may be a title.
func sheetDraft(w *pen) draft {
	d := w.draft()
	first, _, _ := strings.Cut(d.text, "\n")
	if n := utf8.RuneCountInString(first); n >= 4 && n <= 60 && !strings.Contains(first, "\t") {
		d.found.Title = Finding{first, "first line", Guess}
	}
	return d
}

// goesOnBehind reports whether a table goes on behind an empty row: a row of
// figures follows, and no head of another table.
func goesOnBehind(rows, table [][]string) bool {
	if len(table) == 0 || len(rows) == 0 {
		return false
	}
	_, n := soleCell(rows[0])
	return n > 1 && slices.ContainsFunc(rows[0][1:], func(c string) bool { return isFigureCell(strings.TrimSpace(c)) && strings.TrimSpace(c) != "" })
}

// isSheetTitle reports whether a cell alone in its row begins another table:
// its number, or its unit.
func isSheetTitle(cell string) bool {
	s := squeezed(cell)
	return isTableTitle(s) || strings.HasPrefix(strings.TrimLeft(s, "（("), "单位") || utf8.RuneCountInString(s) > maxSheetLine
}
