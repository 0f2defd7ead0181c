package extract

import (
	"strings"
	"unicode/utf8"
)

// A grid is a table whose cells stand beside each other: parted by tabs or bars, or by
// blanks that align them.
type grid struct {
	text string
	tabs bool
	want int   // cells of a whole row
	x    []int // of an aligned grid: where the cells of whole rows end
	full int   // rows that x was learnt from
}

// gridAt reads a grid that begins with the first of lines.
func gridAt(text string, lines []line) (*table, int) {
	g := grid{text: text}
	switch {
	case hasTabs(text, lines[0]):
		g.tabs = true
	case !hasGaps(lines[0].of(text)):
		return nil, 0
	}
	heads := 0
	for heads < len(lines) && heads < maxHeadRows && g.is(lines[heads]) {
		cells := g.split(lines[heads])
		class := classOf(text, cells)
		if class == lineData {
			break
		}
		if class != lineHead && class != lineLabel || heads == 0 && !g.heads(cells) {
			return nil, 0
		}
		g.want = max(g.want, g.columns(cells))
		heads++
	}
	body := heads
	if heads > 0 && body < len(lines) && !g.is(lines[body]) && g.within(lines[body:]) {
		body++ // a label without figures stands first
	}
	if heads == maxHeadRows || body == len(lines) || !g.begins(lines[body:], heads > 0) {
		return nil, 0
	}
	return g.read(lines, heads)
}

// begins reports whether enough rows of figures follow.
func (g *grid) begins(lines []line, headed bool) bool {
	need := 3
	switch {
	case headed:
		need = 1
	case g.tabs:
		need = 2
	}
	count := 0
	for i := range need {
		if i >= len(lines) || !g.is(lines[i]) {
			return false
		}
		cells := g.split(lines[i])
		if classOf(g.text, cells) != lineData {
			return false
		}
		if count > 0 && len(cells) != count && !g.tabs {
			return false
		}
		count = len(cells)
	}
	if !headed {
		g.want = count
	}
	return true
}

// read reads the rows from the head on.
func (g *grid) read(lines []line, heads int) (*table, int) {
	t := &table{}
	n := 0
	for n < len(lines) {
		l := lines[n]
		broken := n >= heads && pageBreak(g.text, lines, n)
		cells := g.split(l)
		class := lineProse
		if g.is(l) {
			class = classOf(g.text, cells)
		}
		if n >= heads {
			if class == lineHead && g.isData(cells) {
				class = lineData // every figure is missing
			}
			if class == lineHead {
				break
			}
			if class != lineData && class != lineLone && !g.within(lines[n:]) {
				break
			}
			if broken {
				t.rows = append(t.rows, row{kind: rowBreak, start: l.start, end: l.start})
			}
			if class != lineData && class != lineLone {
				if !isPageMark(l.of(g.text)) {
					t.rows = append(t.rows, row{start: l.start, end: l.end, cells: []cell{{start: l.start, end: l.end}}})
				}
				n++
				continue
			}
			if !g.tabs {
				cells = g.align(cells)
			}
		}
		t.rows = append(t.rows, row{start: l.start, end: l.end, cells: cells})
		n++
	}
	if !g.tabs {
		for i := range heads {
			g.alignHead(t.rows[i].cells)
		}
	}
	return t, n
}

// within reports whether a line without figures belongs to the grid: a page
// mark, or a label of the figures that follow.
func (g *grid) within(lines []line) bool {
	label := false
	for i, l := range lines[:min(len(lines), maxPageMarks)] {
		s := l.of(g.text)
		if isPageMark(s) {
			continue
		}
		if g.is(l) {
			switch classOf(g.text, g.split(l)) {
			case lineData, lineLone:
				return i > 0
			case lineHead, lineProse:
				return false
			}
		}
		if label || l.runes > maxLabelWithin || !isTitleLine(s, l.runes) && numbering(s) == 0 ||
			isTableNumber(s) || strings.HasPrefix(squeeze(s), "单位") {
			return false
		}
		label = true
	}
	return false
}

// is reports whether a line has the form of the grid.
func (g *grid) is(l line) bool {
	if g.tabs {
		return hasTabs(g.text, l)
	}
	return l.tabs == 0 && l.end-l.start <= maxTableLine && hasGaps(l.of(g.text))
}

// split returns the cells of a line that are not empty.
func (g *grid) split(l line) []cell {
	if g.tabs {
		return splitTabs(g.text, l)
	}
	return g.merge(splitGaps(g.text, l))
}

// merge joins the characters of words that are spaced out: 指    标.
func (g *grid) merge(cells []cell) []cell {
	if g.want > 0 && len(cells) <= g.want {
		return cells
	}
	out := cells[:0]
	for i := 0; i < len(cells); {
		n := 1
		for i+n < len(cells) && g.single(cells[i]) && g.single(cells[i+n]) {
			n++
		}
		switch {
		case n > 3 && n%2 == 0:
			n = 2
		case n > 3:
			n = 3
		}
		c := cells[i]
		if g.want > 0 && len(out)+len(cells)-i-n+1 < g.want {
			n = 1
		}
		c.end, c.x, c.col = cells[i+n-1].end, cells[i+n-1].x, len(out)
		out = append(out, c)
		i += n
	}
	return out
}

func (g *grid) single(c cell) bool {
	s := strings.TrimLeft(c.of(g.text), "#＃")
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && isHanRune(r)
}

// heads reports whether the cells of a first line may be the head of a table.
func (g *grid) heads(cells []cell) bool {
	known := 0
	for _, c := range cells {
		s := c.of(g.text)
		if utf8.RuneCountInString(s) > maxLabelWithin {
			return false
		}
		if headWord(squeeze(s)) != headNone {
			known++
		}
	}
	return known > 0 && (g.tabs || len(cells) > 1)
}

// isData reports whether the cells are a row whose figures are all missing.
func (g *grid) isData(cells []cell) bool {
	return len(cells) > 1 && kindOfCell(cells[len(cells)-1].of(g.text)) == cellMissing
}

// columns is the number of columns that a head of these cells has.
func (g *grid) columns(cells []cell) int {
	if g.tabs {
		return cells[len(cells)-1].col + 1
	}
	if k := headWord(squeeze(cells[0].of(g.text))); len(cells) > 0 && k != headName && k != headNone {
		return len(cells) + 1 // the column of labels has no head
	}
	return len(cells)
}

// align gives the cells of a row their columns, by order in a whole row, else
// by where they end. Cells of text that do not fit are left with the label.
func (g *grid) align(cells []cell) []cell {
	if len(cells) == g.want || g.want == 0 {
		g.learn(cells)
		return cells
	}
	for len(cells) > g.want && kindOfCell(cells[1].of(g.text)) == cellText && !beginsFigure(cells[1].of(g.text)) {
		cells[1].start = cells[0].start // the label holds blanks
		cells = cells[1:]
	}
	if len(cells) >= g.want || g.full == 0 {
		for i := range cells {
			cells[i].col = i
		}
		return cells
	}
	col := g.want
	for i := len(cells) - 1; i >= 0; i-- {
		best := col - 1
		for c := col - 1; c >= i && c >= 0; c-- {
			if c < len(g.x) && best < len(g.x) && g.off(c, cells[i]) < g.off(best, cells[i]) {
				best = c
			}
		}
		if i == 0 && kindOfCell(cells[i].of(g.text)) == cellText {
			best = 0
		}
		cells[i].col, col = best, best
	}
	return cells
}

// off is how far from column c of the whole rows a cell ends.
func (g *grid) off(c int, at cell) int {
	n := g.x[c]/g.full - at.x
	return max(n, -n)
}

func (g *grid) learn(cells []cell) {
	if g.x == nil {
		g.x = make([]int, len(cells))
	}
	if len(g.x) != len(cells) {
		return
	}
	for i, c := range cells {
		g.x[i] += c.x
	}
	g.full++
}

// alignHead gives the cells of a head their columns.
func (g *grid) alignHead(cells []cell) {
	switch {
	case len(cells) == g.want:
	case len(cells)+1 == g.want && headWord(squeeze(cells[0].of(g.text))) != headName:
		for i := range cells {
			cells[i].col = i + 1
		}
	case g.full > 0:
		g.align(cells)
	}
}
