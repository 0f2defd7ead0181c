package intake

import (
	"cmp"
	"slices"
	"strings"
)

// tableRows returns how many of rows, from the first on, are a table: rows of
// several cells, of which some are figures, and labels between them.
func tableRows(rows []pdfRow) int {
	n, celled, figures := 0, 0, 0
	for i := 0; i < len(rows); i++ {
		row := rows[i]
		if isTableTitle(row.text()) {
			break
		}
		if len(row.segments) > 1 {
			if celled > 0 && !follows(rows[n-1], row, 4) {
				break
			}
			celled++
			if hasFigureCell(row) {
				figures++
			}
			n = i + 1
			continue
		}
		if celled == 0 || !follows(rows[i-1], row, 2) || isSentence(row) || i-n >= 3 {
			break
		}
	}
	if celled < 2 || figures == 0 {
		return 0
	}
	return n
}

// follows reports whether a row stands close enough under another to be of the
// same table: within so many of its characters' heights, or at the top of the
// next page.
func follows(above, row pdfRow, heights int) bool {
	if above.page != row.page {
		return above.page+1 == row.page
	}
	return above.middle > row.middle && above.middle-row.middle <= heights*row.em+row.em/4
}

// isSentence reports whether a row is prose and no label.
func isSentence(row pdfRow) bool {
	text := row.text()
	return strings.ContainsAny(text, "。；") || len(text) > 3*30
}

// hasFigureCell reports whether a row has a cell of a figure alone behind its
// first.
func hasFigureCell(row pdfRow) bool {
	for _, s := range row.segments[1:] {
		if isFigureCell(s.text) {
			return true
		}
	}
	return false
}

func isFigureCell(s string) bool {
	digits := strings.ContainsFunc(s, isDigitRune)
	return digits && strings.Trim(s, "0123456789０１２３４５６７８９.,，-−+%‰ ") == "" || strings.Trim(s, "-—–…/") == ""
}

// table writes rows as a table.
func (w *pdfWriter) table(rows []pdfRow) *Problem {
	columns := columnsOf(rows)
	if w.cells -= len(rows) * len(columns); w.cells < 0 {
		return &Problem{Reason: "its tables have more cells than a file may have", Remedy: "split it"}
	}
	first := slices.IndexFunc(rows, hasFigureCell)
	cells := make([][]string, len(rows))
	for i, row := range rows {
		cells[i] = make([]string, len(columns))
		for _, s := range row.segments {
			k := columnOf(columns, s)
			cells[i][k] = joinWords(cells[i][k], cleanText(s.text))
		}
	}
	w.mergeLabels(rows, cells, first)
	w.pen.gap()
	for i, row := range rows {
		if i < first && i+1 < first && !spans(columns, row) && !spans(columns, rows[i+1]) && row.page == rows[i+1].page {
			for k, cell := range cells[i] { // a head of several lines
				cells[i+1][k] = joinWords(cell, cells[i+1][k])
			}
			continue
		}
		w.turn(row.page)
		line := strings.TrimRight(strings.Join(cells[i], "\t"), "\t")
		if line != "" {
			w.pen.b.WriteString(line)
			w.pen.b.WriteByte('\n')
		}
	}
	w.pen.b.WriteByte('\n')
	return nil
}

// columnsOf returns what the columns of a table take from left to right. Cells
// of rows with figures that overlap share a column; where that puts two cells
// of a row into one, the row with the most cells says what the columns are.
func columnsOf(rows []pdfRow) []segment {
	var cells []segment
	var most pdfRow
	for _, row := range rows {
		if len(row.segments) > len(most.segments) {
			most = row
		}
		if len(row.segments) > 1 && hasFigureCell(row) {
			cells = append(cells, row.segments...)
		}
	}
	slices.SortFunc(cells, func(a, b segment) int { return cmp.Or(cmp.Compare(a.left, b.left), cmp.Compare(a.right, b.right)) })
	var columns []segment
	for _, c := range cells {
		if n := len(columns); n > 0 && c.left < columns[n-1].right {
			columns[n-1].right = max(columns[n-1].right, c.right)
			continue
		}
		columns = append(columns, segment{left: c.left, right: c.right})
	}
	if len(columns) < len(most.segments) {
		return most.segments
	}
	return columns
}

// columnOf returns the column that a cell stands in: the first that it lies
// over for the most part of one of them, or the nearest.
func columnOf(columns []segment, s segment) int {
	best, distance := 0, 1<<60
	for k, c := range columns {
		if overlap(c, s) > min(c.right-c.left, s.right-s.left)/2 {
			return k
		}
		if d := abs(c.left + c.right - s.left - s.right); d < distance {
			best, distance = k, d
		}
	}
	return best
}

// spans reports whether a cell of a row lies over several columns.
func spans(columns []segment, row pdfRow) bool {
	for _, s := range row.segments {
		over := 0
		for _, c := range columns {
			if overlap(c, s) > 0 {
				over++
			}
		}
		if over > 1 {
			return true
		}
	}
	// A cell in the middle over two columns, not wide enough to touch both.
	return len(row.segments) > 1 && len(row.segments) <= len(columns)/2
}

func overlap(a, b segment) int { return min(a.right, b.right) - max(a.left, b.left) }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// mergeLabels puts together what line breaks in a table have parted: a label
// above and below the row of its figures, and one whose end stands closer
// under it than the rows of the table stand.
func (w *pdfWriter) mergeLabels(rows []pdfRow, cells [][]string, first int) {
	pitch := pitchOf(rows[max(0, first):])
	alone := func(i int) bool { // a label without figures
		return i > first && i < len(rows) && len(rows[i].segments) == 1 && cells[i][0] != "" && !isFigureCell(cells[i][0])
	}
	near := func(i, k, distance int) bool {
		return rows[i].page == rows[k].page && abs(rows[i].middle-rows[k].middle) < distance
	}
	for i := range rows {
		bare := cells[i][0] == "" && hasAnyFigure(cells[i])
		switch {
		case bare && alone(i-1) && near(i, i-1, rows[i].em*5/4):
			cells[i][0], cells[i-1][0] = cells[i-1][0], ""
			if alone(i+1) && near(i, i+1, rows[i].em*5/4) {
				cells[i][0], cells[i+1][0] = joinWords(cells[i][0], cells[i+1][0]), ""
			}
		case alone(i) && i > 0 && cells[i][0] != "" && cells[i-1][0] != "" && hasAnyFigure(cells[i-1]) && near(i, i-1, pitch*4/5):
			cells[i-1][0], cells[i][0] = joinWords(cells[i-1][0], cells[i][0]), ""
		}
	}
}

func hasAnyFigure(cells []string) bool {
	return slices.ContainsFunc(cells, func(c string) bool { return c != "" && isFigureCell(c) })
}

// pitchOf is how far apart most rows with figures stand.
func pitchOf(rows []pdfRow) int {
	var steps []int
	for i := 1; i < len(rows); i++ {
		if rows[i].page == rows[i-1].page && len(rows[i].segments) > 1 && len(rows[i-1].segments) > 1 {
			steps = append(steps, rows[i-1].middle-rows[i].middle)
		}
	}
	if len(steps) == 0 {
		return 0
	}
	slices.Sort(steps)
	return steps[len(steps)/2]
}
