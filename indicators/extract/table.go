package extract

// A table is a run of rows of cells as a page shows them.
type table struct {
	rows []row
}

// A row is one line of a table.
type row struct {
	cells      []cell
	start, end int // bytes of the document
}

// A cell is one cell of a row, without its outer blanks.
type cell struct {
	start, end int // bytes of the document
}

// tableAt returns the table that begins with the first of lines and the number
// of lines that it takes, 0 where none begins there.
func tableAt(text string, lines []line) (*table, int) { return nil, 0 }
