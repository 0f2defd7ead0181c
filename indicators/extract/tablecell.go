package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A cellKind tells what a cell may be by its characters alone.
type cellKind uint8

// The kinds of cells.
const (
	cellText    cellKind = iota
	cellNumber           // -12,345.6 or 4.2%
	cellMissing          // —, …, -, /
)

// kindOfCell tells the kind of a cell.
func kindOfCell(s string) cellKind {
	s = strings.TrimFunc(s, isSpace)
	if strings.Trim(s, "-—–―─－…./· 　") == "" {
		return cellMissing
	}
	rest := strings.TrimLeft(s, "+-−－＋")
	if len(s)-len(rest) > 3 {
		return cellText
	}
	rest = strings.TrimSpace(rest)
	digits, point := 0, 0
	for i, r := range rest {
		switch {
		case isDigit(r):
			digits++
		case (r == '.' || r == '．') && digits > 0 && point == 0:
			point++
		case (r == ',' || r == '，') && digits > 0 && point == 0 && grouped(rest[i+utf8.RuneLen(r):]):
		case (r == '%' || r == '‰' || r == '％') && digits > 0 && i+utf8.RuneLen(r) == len(rest):
		default:
			return cellText
		}
	}
	if digits == 0 {
		return cellText
	}
	return cellNumber
}

// grouped reports whether three digits, and no more, begin s.
func grouped(s string) bool {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n == 3
}

// beginsFigure reports whether a cell is a number with its unit: 4.2万吨.
func beginsFigure(s string) bool {
	rest := strings.TrimLeft(s, "+-−－＋")
	k := 0
	for k < len(rest) && (rest[k] >= '0' && rest[k] <= '9' || rest[k] == '.') {
		k++
	}
	if k == 0 || k == len(rest) || len(rest)-k > 3*6 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(rest[k:])
	return !strings.ContainsRune("年月日季-—～~至、.．）)", r) && isHanRune(r) || strings.HasSuffix(rest, "百分点）") || strings.HasPrefix(rest[k:], "%（")
}

// A rowClass tells what the cells of a line look like.
type rowClass uint8

// The classes of lines.
const (
	lineProse rowClass = iota
	lineLabel          // one cell of text
	lineHead           // several cells of text
	lineData           // a label and figures
	lineLone           // figures without a label
)

// classOf tells what the cells of a line look like.
func classOf(text string, cells []cell) rowClass {
	figures, missing, labels := 0, 0, 0
	for i, c := range cells {
		s := c.of(text)
		if c.end-c.start > 3*maxCellRunes || strings.ContainsAny(s, "。；！？") {
			return lineProse
		}
		switch kindOfCell(s) {
		case cellNumber:
			if i == 0 && c.col == 0 && len(cells) > 1 {
				labels++ // a year, a serial number
			} else {
				figures++
			}
		case cellMissing:
			missing++
		default:
			if beginsFigure(s) && i > 0 {
				figures++
			} else {
				labels++
			}
		}
	}
	switch {
	case figures > 0 && labels == 0:
		return lineLone
	case figures > 0:
		return lineData
	case len(cells) > 1:
		return lineHead
	case labels == 1:
		return lineLabel
	}
	return lineProse
}

// hasTabs reports whether tabs part a line into cells.
func hasTabs(text string, l line) bool {
	return l.tabs > 0 || strings.IndexByte(text[l.raw:l.start], '\t') >= 0
}

// hasGaps reports whether runs of blanks part a line into cells.
func hasGaps(s string) bool {
	return strings.Contains(s, "  ") || strings.Contains(s, "\u3000")
}

// splitTabs parts a line at its tabs, or its bars.
func splitTabs(text string, l line) []cell {
	var out []cell
	col := 0
	tab := byte('\t')
	if l.bars {
		tab = '|'
	}
	for start := l.raw; start <= l.end; col++ {
		end := strings.IndexByte(text[start:l.end], tab)
		if end < 0 {
			end = l.end - start
		}
		a, b := trimBlanks(text, start, start+end)
		if a < b {
			out = append(out, cell{start: a, end: b, col: col})
		}
		start += end + 1
	}
	return out
}

// trimBlanks takes the blanks off the ends of bytes a to b.
func trimBlanks(text string, a, b int) (int, int) {
	for a < b {
		r, n := utf8.DecodeRuneInString(text[a:b])
		if !isSpace(r) {
			break
		}
		a += n
	}
	for a < b {
		r, n := utf8.DecodeLastRuneInString(text[a:b])
		if !isSpace(r) {
			break
		}
		b -= n
	}
	return a, b
}

// splitGaps parts a line at runs of two or more blanks. A full-width blank
// counts as two.
func splitGaps(text string, l line) []cell {
	var out []cell
	x := 0
	for range text[l.raw:l.start] {
		x++
	}
	start, end, gap := l.start, l.start, 0
	for i, r := range text[l.start:l.end] {
		i += l.start
		if isSpace(r) {
			gap++
			if r == '\u3000' {
				gap++
			}
		} else {
			if gap >= 2 {
				out = append(out, cell{start: start, end: end, col: len(out), x: x - gap})
				start = i
			}
			gap = 0
			end = i + utf8.RuneLen(r)
		}
		x++
	}
	return append(out, cell{start: start, end: end, col: len(out), x: x})
}

// squeeze drops the blanks of s.
func squeeze(s string) string {
	if nextBlank(s, 0) == len(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, s)
}

// isSpace reports whether a rune is blank on the page, of any width.
func isSpace(r rune) bool { return isBlank(r) || unicode.IsSpace(r) }
