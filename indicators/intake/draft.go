package intake

import (
	"strings"
	"unicode/utf8"
)

// A draft is a text on its way to a document.
type draft struct {
	text  string
	pages []int    // as of [indicators.Document]
	said  Meta     // what the file says of the text for this purpose
	found Findings // what its format gives: metadata, a heading
}

// A pen writes the text of a draft: paragraphs, each a line, and tables in the
// form that package extract knows, a row a line with tabs between its cells
// and an empty line on either side.
type pen struct {
	b     strings.Builder
	pages []int
	cells int // written so far
}

// page says that a page begins here.
func (p *pen) page() { p.pages = append(p.pages, p.b.Len()) }

// line writes a paragraph. Tabs in it are no cells: they become blanks. Line
// breaks in it stay, but for those of empty lines.
func (p *pen) line(s string) {
	for line := range strings.SplitSeq(cleanText(strings.ReplaceAll(s, "\t", " ")), "\n") {
		if line = strings.TrimRight(line, " "); strings.TrimSpace(line) != "" {
			p.b.WriteString(line)
			p.b.WriteByte('\n')
		}
	}
}

// gap writes an empty line, but none at the start and no second one.
func (p *pen) gap() {
	if s := p.b.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		p.b.WriteByte('\n')
	}
}

// table writes the rows of a table. Columns that are empty in every row are
// left out, as are empty rows; a table of one column is written as lines.
func (p *pen) table(rows [][]string) {
	rows = trimTable(rows)
	if len(rows) == 0 {
		return
	}
	if width(rows) == 1 {
		for _, row := range rows {
			p.line(row[0])
		}
		return
	}
	p.gap()
	for _, row := range rows {
		for len(row) > 1 && row[len(row)-1] == "" {
			row = row[:len(row)-1]
		}
		for i, cell := range row {
			if i > 0 {
				p.b.WriteByte('\t')
			}
			p.b.WriteString(cell)
		}
		p.cells += len(row)
		p.b.WriteByte('\n')
	}
	p.b.WriteByte('\n')
}

// draft is what has been written.
func (p *pen) draft() draft {
	return draft{text: p.b.String(), pages: p.pages}
}

// trimTable returns rows of equal length whose cells are one line each,
// without the rows and columns that are empty.
func trimTable(rows [][]string) [][]string {
	used := make([]bool, width(rows))
	kept := make([][]string, 0, len(rows))
	for _, row := range rows {
		full, any := make([]string, len(used)), false
		for i, cell := range row {
			if full[i] = cellText(cell); full[i] != "" {
				any, used[i] = true, true
			}
		}
		if any {
			kept = append(kept, full)
		}
	}
	for n, row := range kept {
		packed := row[:0]
		for i, cell := range row {
			if used[i] {
				packed = append(packed, cell)
			}
		}
		kept[n] = packed
	}
	return kept
}

func width(rows [][]string) int {
	w := 0
	for _, row := range rows {
		w = max(w, len(row))
	}
	return w
}

// cellText is the text of a cell on one line: what a line break parts is
// joined, with a blank only where two words of letters meet.
func cellText(s string) string {
	s = cleanText(s)
	if !strings.ContainsAny(s, "\t\n") {
		return strings.TrimSpace(s)
	}
	out := ""
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '\t' || r == '\n' }) {
		out = joinWords(out, strings.TrimSpace(part))
	}
	return out
}

// joinWords joins what a line break has parted: a blank stands only between
// two ASCII letters or digits.
func joinWords(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if isWordRune(last) && isWordRune(first) {
		return a + " " + b
	}
	return a + b
}

func isWordRune(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

// cleanText drops what no reader wants of a text: control characters, soft
// hyphens and characters without width; no-break blanks become blanks, other
// line ends \n.
func cleanText(s string) string {
	clean := func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return r
		case r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029':
			return '\n'
		case r == '\u00A0' || r == '\u2007' || r == '\u202F':
			return ' '
		case r < ' ', 0x7F <= r && r < 0xA0, r == '\u00AD', '\u200B' <= r && r <= '\u200F', '\u202A' <= r && r <= '\u202E', r == '\u2060', r == '\uFEFF', '\uFFF9' <= r && r <= '\uFFFC':
			return -1
		}
		return r
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if strings.IndexFunc(s, func(r rune) bool { return clean(r) != r }) < 0 {
		return s
	}
	return strings.Map(clean, s)
}
