package intake

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"suanpan/indicators/intake/pdfium"
)

// readPDF makes a draft of a PDF: its rows in reading order without page
// numbers and running heads, lines joined to paragraphs, tables with tabs
// between their cells.
func readPDF(ctx context.Context, e *pdfium.Engine, b []byte, l Limits) (draft, *Problem) {
	pages, err := e.Pages(ctx, b, l.Pages, l.Text)
	if err != nil {
		return draft{}, pdfProblem(err, l)
	}
	glyphs, heights := 0, make([]int, len(pages))
	rows := make([][]pdfRow, len(pages))
	for i, page := range pages {
		glyphs += len(page.Glyphs)
		heights[i] = page.Height
		for _, part := range parted(page.Glyphs) {
			if len(part) > 0 {
				rows[i] = append(rows[i], rowsOf(part, i)...)
			}
		}
	}
	if glyphs == 0 {
		return draft{}, &Problem{
			Reason: "its pages are images without text: a scan",
			Remedy: "make its text readable with a program for that (OCR) first",
		}
	}
	dropMargins(rows, heights)
	w := pdfWriter{cells: l.Cells}
	if problem := w.write(slices.Concat(rows...)); problem != nil {
		return draft{}, problem
	}
	for len(w.pen.pages) < len(pages) {
		w.pen.page()
	}
	return w.pen.draft(), nil
}

// pdfProblem says what to do about an error of the engine.
func pdfProblem(err error, l Limits) *Problem {
	p := &Problem{Reason: err.Error(), Remedy: "open it and save it anew, or get it once more"}
	switch {
	case errors.Is(err, pdfium.ErrPassword):
		p.Remedy = "open it and save it without one"
	case errors.Is(err, pdfium.ErrPages):
		p.Remedy = fmt.Sprintf("split it: %d pages are the most", l.Pages)
	case errors.Is(err, pdfium.ErrText):
		p.Remedy = "split it"
	}
	return p
}

// A pdfWriter writes the rows of a PDF as paragraphs and tables.
type pdfWriter struct {
	pen   pen
	open  *pdfRow // the last row of prose, whose line has no end yet
	cells int     // that tables may still have
	left  map[int]int
	right map[int]int // where the lines of prose begin and end, by page
}

func (w *pdfWriter) write(rows []pdfRow) *Problem {
	w.margins(rows)
	for len(rows) > 0 {
		if n := tableRows(rows); n > 0 {
			w.end()
			if problem := w.table(rows[:n]); problem != nil {
				return problem
			}
			rows = rows[n:]
			continue
		}
		w.prose(&rows[0])
		rows = rows[1:]
	}
	w.end()
	return nil
}

// margins finds where the lines of prose begin and end on each page, and on
// all pages for those that have too few.
func (w *pdfWriter) margins(rows []pdfRow) {
	const all = -1
	lefts, rights := map[int][]int{}, map[int][]int{}
	for _, row := range rows {
		if len(row.segments) == 1 && row.right-row.left > 12*row.em {
			for _, page := range []int{all, row.page} {
				lefts[page] = append(lefts[page], row.left)
				rights[page] = append(rights[page], row.right)
			}
		}
	}
	w.left, w.right = map[int]int{}, map[int]int{}
	for page := range lefts {
		slices.Sort(lefts[page])
		slices.Sort(rights[page])
	}
	for _, row := range rows {
		page := row.page
		if _, done := w.left[page]; done {
			continue
		}
		from := page
		if len(lefts[page]) < 4 {
			from = all
		}
		if n := len(lefts[from]); n > 0 {
			w.left[page], w.right[page] = lefts[from][n/10], rights[from][n*6/10]
		}
	}
}

// turn says that what follows stands on a page.
func (w *pdfWriter) turn(page int) {
	for len(w.pen.pages) <= page {
		w.pen.page()
	}
}

// prose writes a row of prose. It goes on with the line before where that one
// reached the right margin and this one is not indented.
func (w *pdfWriter) prose(row *pdfRow) {
	text := cleanText(row.text())
	if w.open != nil && w.goesOn(row) {
		w.turn(row.page)
		last := w.pen.b.String()
		if last != "" && isLetter(last[len(last)-1]) && isLetter(text[0]) {
			w.pen.b.WriteByte(' ')
		}
	} else {
		w.end()
		w.turn(row.page)
	}
	w.pen.b.WriteString(text)
	w.open = row
}

// hasHan reports whether s has a Han character.
func hasHan(s string) bool { return strings.ContainsFunc(s, isHan) }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// goesOn reports whether a row goes on with the paragraph of the open one.
func (w *pdfWriter) goesOn(row *pdfRow) bool {
	last := w.open
	if len(row.segments) > 1 || len(last.segments) > 1 {
		return false
	}
	if hasHan(row.text()) && hasHan(last.text()) && (row.em > last.em*5/4 || last.em > row.em*5/4) {
		return false // of another size: a heading, a note
	}
	if last.page == row.page && (last.middle < row.middle || last.middle-row.middle > 3*row.em) {
		return false
	}
	text := row.text()
	if strings.HasPrefix(text, "表") && isTableTitle(text) {
		return false
	}
	return last.right >= w.right[last.page]-row.em*3/2 && row.left <= w.left[row.page]+row.em
}

// end ends the open line.
func (w *pdfWriter) end() {
	if w.open != nil {
		w.pen.b.WriteByte('\n')
		w.open = nil
	}
}

// isTableTitle reports whether a line begins with the number of a table: 表8.
func isTableTitle(s string) bool {
	rest, ok := strings.CutPrefix(squeezed(s), "表")
	if !ok || rest == "" {
		return false
	}
	r := []rune(rest[:min(len(rest), 4)])[0]
	return isDigitRune(r) || hanDigit(r) > 0 || r == '十'
}
