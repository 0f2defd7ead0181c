package intake

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isDataTable reports whether a table holds figures or words in rows and
// columns. One that lays out a page holds another table, or has texts in its
// cells.
func isDataTable(n *html.Node) bool {
	rows, cells, long, wide := 0, 0, 0, false
	nested := false
	eachRow(n, func(tr *html.Node) {
		rows++
		inRow := 0
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			inRow++
			cells++
			if has(c, atom.Table) {
				nested = true
			}
			if textLength(c) > 120 {
				long++
			}
		}
		wide = wide || inRow > 1
	})
	return !nested && wide && rows > 1 && long*4 <= cells
}

// eachRow gives the rows of a table, not those of tables in it.
func eachRow(n *html.Node, f func(tr *html.Node)) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Tr:
			f(c)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			eachRow(c, f)
		}
	}
}

// has reports whether an element holds one of this kind.
func has(n *html.Node, a atom.Atom) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == a || has(c, a) {
			return true
		}
	}
	return false
}

// table writes a table. A cell that spans columns stands in the first of
// them, one that spans rows in the first of those.
func (w *htmlWriter) table(n *html.Node) {
	var rows [][]string
	under := map[int]int{} // rows that a cell above still takes, by column
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Caption {
			w.pen.line(collapse(textOf(c)))
		}
	}
	eachRow(n, func(tr *html.Node) {
		if w.cells < 0 {
			return
		}
		var row []string
		skip := func() {
			for under[len(row)] > 0 {
				under[len(row)]--
				row = append(row, "")
			}
		}
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			skip()
			across, down := max(1, spanOf(attributeOf(c, "colspan"))), max(1, spanOf(attributeOf(c, "rowspan")))
			for k := range across {
				if down > 1 {
					under[len(row)] = down - 1
				}
				cell := ""
				if k == 0 {
					cell = collapse(strings.ReplaceAll(textOf(c), hardBreak, "\n"))
				}
				row = append(row, cell)
			}
		}
		skip()
		w.cells -= len(row) + 1
		rows = append(rows, row)
	})
	// Rows of one cell over all columns at the head are lines: the title, the
	// unit.
	for len(rows) > 0 {
		cell, n := soleCell(rows[0])
		if n > 1 || utf8.RuneCountInString(cell) > 200 {
			break
		}
		if cell != "" {
			w.pen.line(cell)
		}
		rows = rows[1:]
	}
	w.pen.table(rows)
}

// soleCell returns the first cell of a row that is not empty and how many
// there are.
func soleCell(row []string) (cell string, n int) {
	for _, c := range row {
		if strings.TrimSpace(c) != "" {
			if n++; n == 1 {
				cell = c
			}
		}
	}
	return cell, n
}

// textOf is the text of a node, with hardBreak where a line ends.
func textOf(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.DataAtom == atom.Br:
			b.WriteString(hardBreak)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if blocks[n.DataAtom] && n.NextSibling != nil {
			b.WriteString(hardBreak)
		}
	}
	walk(n)
	return b.String()
}

func attributeOf(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
