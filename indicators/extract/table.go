package extract

import (
	"strings"
	"unicode/utf8"
)

// A table is a run of rows of cells as a page shows them, with the lines right
// above it that name it. It may be cut by pages; it ends at prose, at a note
// and at the head of the next table.
type table struct {
	rows []row
	read *tableReader // what has been read of it, for the next page; nil before
}

// A rowKind tells what a row is by its form.
type rowKind uint8

// The kinds of rows. Whether cells are a head or figures is told in reading.
const (
	rowCells rowKind = iota
	rowTitle         // a line above the cells: the title, the unit
	rowBreak         // a page ends here; no cells
	rowTorn          // figures that could not be paired with a label or a column
)

// A row is one line of a table. Its cells are in the order of their columns.
type row struct {
	kind       rowKind
	cells      []cell
	start, end int // bytes of the document
}

// A cell is one cell of a row that is not empty, without its outer blanks.
// Column 0 holds the label; a label that a page tore has several cells there.
type cell struct {
	start, end int // bytes of the document
	col        int
	x          int // of an aligned table: the rune of the line where the cell ends
}

func (c cell) of(text string) string { return text[c.start:c.end] }

// The limits of what is looked at before a table is known to begin, so that
// offering every line of a text costs time linear in it.
const (
	maxTitleLines  = 3
	maxHeadRows    = 5
	maxTableLine   = 400 // bytes of a line without tabs
	maxTitleRunes  = 48
	maxCellRunes   = 48
	maxFlowHead    = 60 // lines from the head of a flow table to its first figures
	maxHeadLines   = 12 // lines from its first one to the first head of a column of figures
	maxFlowColumns = 16
	maxPageMarks   = 6
	maxLabelWithin = 24 // runes of a label without figures inside a table
)

// tableAt returns the table that begins with the first of lines and the number
// of lines that it takes, 0 where none begins there. A table begins with its
// title where it has one.
func tableAt(text string, lines []line) (*table, int) {
	if len(lines) < 2 {
		return nil, 0
	}
	s := lines[0].of(text)
	if len(s) > maxTableLine && lines[0].tabs == 0 {
		return nil, 0
	}
	titled := isTitleLine(s, lines[0].runes)
	if !titled || !isTableNumber(s) {
		if t, n := bodyAt(text, lines); n > 0 {
			return t, n
		}
	}
	for k := 1; titled && k <= maxTitleLines && k+1 < len(lines); k++ {
		if t, n := bodyAt(text, lines[k:]); n > 0 {
			titles := make([]row, 0, k+len(t.rows))
			for _, l := range lines[:k] {
				titles = append(titles, row{kind: rowTitle, start: l.start, end: l.end, cells: []cell{{start: l.start, end: l.end}}})
			}
			t.rows = append(titles, t.rows...)
			return t, n + k
		}
		if !isUnderTitle(lines[k].of(text), lines[k].runes, k == 1 && isTableNumber(s)) {
			break
		}
	}
	return nil, 0
}

// bodyAt returns the rows of a table without its title.
func bodyAt(text string, lines []line) (*table, int) {
	if t, n := gridAt(text, lines); n > 0 {
		return t, n
	}
	if lines[0].runes > maxLabelWithin {
		return nil, 0
	}
	return flowAt(text, lines)
}

// isTitleLine reports whether a line may be the title of a table or give its
// unit.
func isTitleLine(s string, runes int) bool {
	if runes > maxTitleRunes && !isTableNumber(s) || hasAny(s, "。", "；", "！", "？", "\t") || strings.HasPrefix(s, "注") {
		return false
	}
	if n := numbering(s); n == 1 || n == 2 {
		return false
	}
	if s[0] >= '0' && s[0] <= '9' && strings.HasSuffix(s, "日") {
		return false // a date
	}
	return hasHan(s) && !isPageMark(s)
}

// isUnderTitle reports whether a line may stand between the first line of a
// title and the cells: the unit, a remark in brackets, and behind 表8 the title
// itself.
func isUnderTitle(s string, runes int, numbered bool) bool {
	if !isTitleLine(s, runes) || isTableNumber(s) {
		return false
	}
	return numbered || strings.Contains(squeeze(s), "单位：") || strings.Contains(squeeze(s), "单位:") || strings.HasPrefix(s, "（") || strings.HasPrefix(s, "(")
}

// isTableNumber reports whether a line begins with the number of a table: 表8.
func isTableNumber(s string) bool {
	rest, ok := strings.CutPrefix(s, "表")
	for ok && rest != "" {
		r, n := utf8.DecodeRuneInString(rest)
		if !isSpace(r) {
			return isDigit(r) || strings.ContainsRune("一二三四五六七八九十", r)
		}
		rest = rest[n:]
	}
	return false
}

// isPageMark reports whether a line is a page number or a part of one: — 9—, —.
func isPageMark(s string) bool {
	dash, digits := false, 0
	for i, r := range s {
		switch {
		case isDigit(r):
			digits++
		case strings.ContainsRune("—–―─", r) || r == '-' && i > 0:
			dash = true
		case !isSpace(r):
			return false
		}
	}
	return dash && digits <= 3
}

// pageBreak reports whether a new page begins with line n: a form feed or two
// empty lines stand before it, or a page number.
func pageBreak(text string, lines []line, n int) bool {
	if n == 0 || !lines[n].gap {
		return false
	}
	between := text[lines[n-1].end:lines[n].raw]
	return strings.Count(between, "\n") > 2 || strings.IndexByte(between, '\f') >= 0 || isPageMark(lines[n-1].of(text))
}

// hasHan reports whether s holds a Han character.
func hasHan(s string) bool {
	for _, r := range s {
		if isHanRune(r) {
			return true
		}
	}
	return false
}

func isHanRune(r rune) bool { return '\u4e00' <= r && r <= '\u9fff' || '\u3400' <= r && r <= '\u4dbf' }
