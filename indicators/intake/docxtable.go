package intake

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"
)

// maxSpan bounds the columns that one cell may say to span.
const maxSpan = 200

var errLargeTable = errors.New("its tables have more cells than a file may have")

// table reads the rows of a table to its end. A cell that spans columns
// stands in the first of them, one that spans rows in the first of those; a
// table within a cell is text of it.
func (w *docx) table(depth int) ([][]string, error) {
	if depth > maxXMLDepth {
		return nil, errDeepXML
	}
	var rows [][]string
	for {
		token, err := w.in.Token()
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.EndElement:
			return rows, nil
		case xml.StartElement:
			switch {
			case dropped(t):
				err = w.in.Skip()
			case isWord(t, "tr"):
				var row []string
				var deleted bool
				if row, deleted, err = w.row(depth + 1); !deleted {
					rows = append(rows, row)
				}
			default: // content controls, changes
				var more [][]string
				more, err = w.table(depth + 1)
				rows = append(rows, more...)
			}
			if err != nil {
				return nil, err
			}
		}
	}
}

// row reads the cells of a row to its end.
func (w *docx) row(depth int) (cells []string, deleted bool, err error) {
	if depth > maxXMLDepth {
		return nil, false, errDeepXML
	}
	for {
		token, err := w.in.Token()
		if err != nil {
			return nil, false, err
		}
		switch t := token.(type) {
		case xml.EndElement:
			return cells, deleted, nil
		case xml.StartElement:
			var more []string
			switch {
			case isWord(t, "trPr"):
				var before int
				before, deleted, err = w.rowProperties(depth + 1)
				cells = append(cells, make([]string, before)...)
			case dropped(t):
				err = w.in.Skip()
			case isWord(t, "tc"):
				more, err = w.cell(depth + 1)
			default:
				more, _, err = w.row(depth + 1)
			}
			if err != nil {
				return nil, false, err
			}
			cells = append(cells, more...)
			if w.cells -= len(more); w.cells < 0 {
				return nil, false, errLargeTable
			}
		}
	}
}

// rowProperties reads how many columns stand empty before the first cell and
// whether the row is deleted.
func (w *docx) rowProperties(depth int) (before int, deleted bool, err error) {
	err = w.properties(depth, func(t xml.StartElement) {
		switch {
		case isWord(t, "gridBefore"):
			before = spanOf(attribute(t, "val")) // 0 where it says none
		case isWord(t, "del"):
			deleted = true
		}
	})
	return before, deleted, err
}

// cell reads one cell: its text, then an empty cell for each further column
// that it spans.
func (w *docx) cell(depth int) ([]string, error) {
	if depth > maxXMLDepth {
		return nil, errDeepXML
	}
	span, under := 1, false
	var text strings.Builder
	take := func(line string, rows [][]string) {
		for _, row := range rows {
			line += strings.Join(row, " ") + "\n"
		}
		if text.Len() > 0 {
			text.WriteByte('\n')
		}
		text.WriteString(line)
	}
	for {
		token, err := w.in.Token()
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.EndElement:
			w.flush(take)
			cells := make([]string, span)
			if !under {
				cells[0] = text.String()
			}
			return cells, nil
		case xml.StartElement:
			switch {
			case isWord(t, "tcPr"):
				err = w.properties(depth+1, func(t xml.StartElement) {
					switch {
					case isWord(t, "gridSpan"):
						span = max(1, spanOf(attribute(t, "val")))
					case isWord(t, "vMerge"):
						under = attribute(t, "val") != "restart"
					}
				})
			case dropped(t):
				err = w.in.Skip()
			case isWord(t, "p"):
				err = w.paragraph(depth+1, take)
			case isWord(t, "tbl"):
				var rows [][]string
				if rows, err = w.table(depth + 1); len(rows) > 0 {
					take("", rows)
				}
			default:
				err = w.blocks(depth+1, take)
			}
			if err != nil {
				return nil, err
			}
		}
	}
}

// properties gives every element to see, to the end of the one around them.
func (w *docx) properties(depth int, see func(xml.StartElement)) error {
	open := 1
	for open > 0 {
		token, err := w.in.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if open++; open+depth > maxXMLDepth {
				return errDeepXML
			}
			see(t)
		case xml.EndElement:
			open--
		}
	}
	return nil
}

// spanOf is the number of columns that an attribute says, within bounds; 0
// where it says none.
func spanOf(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return min(max(0, n), maxSpan)
}
