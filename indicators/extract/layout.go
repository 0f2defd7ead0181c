package extract

import (
	"strings"
	"unicode/utf8"
)

// A blockKind tells what a block of a page is.
type blockKind uint8

// The kinds of blocks.
const (
	blockText    blockKind = iota // a paragraph of sentences
	blockHeading                  // a headline or the heading of a section
	blockByline                   // who wrote, edited or photographed
	blockTable                    // rows of cells; see table.go
	blockNote                     // notes and definitions: no figure of the text
	blockMark                     // page numbers, headers, rules
)

// A block is one paragraph, heading or table of a page.
type block struct {
	kind blockKind
	passage
	start, end int    // bytes of the document
	afterGap   bool   // an empty line stands before it
	label      string // such as ▲医保, that was taken off its head
	level      int    // of a heading: 1 一、 2 （一） 3 1. ; 0 where it has no number
	table      *table
}

// endsShort reports whether a heading without number is short enough to be
// one, and no line of a sentence.
func (b *block) endsShort() bool {
	return utf8.RuneCountInString(b.text) <= 20 && !strings.ContainsAny(b.text, "，,")
}

// A line is one line of the document without its outer blanks.
type line struct {
	start, end int // bytes of the document
	raw        int // first byte of the line, its indent included
	runes      int
	gap        bool // empty lines stand before it
	tabs       int
	bars       bool // the tabs that are counted are |
}

func (l line) of(text string) string { return text[l.start:l.end] }

// splitLines returns the lines of text that hold anything.
func splitLines(text string) []line {
	return appendLines(nil, text, len(text))
}

// appendLines appends the lines of text to out, up to one more than most.
func appendLines(out []line, text string, most int) []line {
	gap := true
	for start := 0; start < len(text) && len(out) <= most; {
		end := strings.IndexByte(text[start:], '\n')
		next := start + end + 1
		if end < 0 {
			end, next = len(text)-start, len(text)
		}
		a, b := start, start+end
		for a < b {
			r, n := utf8.DecodeRuneInString(text[a:b])
			if !isBlank(r) {
				break
			}
			a += n
		}
		for a < b {
			r, n := utf8.DecodeLastRuneInString(text[a:b])
			if !isBlank(r) {
				break
			}
			b -= n
		}
		bars := false
		if a < b && (text[a] == '|' || text[b-1] == '|' || strings.Count(text[a:b], "|") > 1) {
			if strings.Trim(text[a:b], "|-—: \t") == "" {
				start = next
				continue // a rule, or the border of a cell
			}
			if strings.Count(text[a:b], "|") == 1 { // a cell of its own line
				if text[b-1] == '|' {
					a, b = trimBlanks(text, a, b-1)
				} else {
					a, b = trimBlanks(text, a+1, b)
				}
			}
			if bars = strings.Count(text[a:b], "|") > 1 && strings.IndexByte(text[start:b], '\t') < 0; bars && text[a] == '|' {
				start = a + 1
				a, b = trimBlanks(text, a+1, b)
			}
		}
		if a == b {
			gap = true
		} else {
			out = append(out, line{
				start: a, end: b, raw: start, gap: gap,
				runes: utf8.RuneCountInString(text[a:b]), tabs: strings.Count(text[a:b], "\t"),
				bars: bars,
			})
			if bars {
				out[len(out)-1].tabs = strings.Count(text[a:b], "|")
			}
			gap = false
		}
		start = next
	}
	return out
}

// blocks finds the blocks of a document.
func blocks(text string) []block { return (&memory{lines: splitLines(text)}).blocksOf(text) }

// blocksOf is blocks, made of the memory's lines, and the memory's own.
func (m *memory) blocksOf(text string) []block {
	lines := m.lines
	full := fullWidth(text, lines)
	out := m.blocks[:0]
	ahead := tableAhead{at: -1}
	for i := 0; i < len(lines); {
		if t, n := ahead.from(text, lines, i); n > 0 {
			out = append(out, block{
				kind: blockTable, table: t, afterGap: lines[i].gap,
				start: lines[i].start, end: lines[i+n-1].end,
			})
			i += n
			continue
		}
		n := 1
		kind, level := kindOf(lines[i].of(text), lines[i].runes)
		if kind == blockHeading && caption(lines[i].of(text)) > 0 {
			kind = blockText
		}
		if kind == blockHeading && level == 0 && full > 0 && lines[i].runes*4 >= full*3 && i+1 < len(lines) && !lines[i+1].gap {
			kind = blockText // a full line of a page whose lines are broken
		}
		if kind == blockText || kind == blockNote || kind == blockByline && lines[i].runes > 40 {
			for i+n < len(lines) && joins(text, lines[i+n-1], lines[i+n]) {
				if _, k := ahead.from(text, lines, i+n); k > 0 {
					break
				}
				n++
			}
		}
		b := block{kind: kind, level: level, afterGap: lines[i].gap, start: lines[i].start, end: lines[i+n-1].end}
		if kind == blockText {
			n := caption(text[b.start:b.end])
			b.label = strings.TrimSpace(text[b.start : b.start+n])
			b.start += n
		}
		b.passage = m.tidier.tidy(text, b.start, b.end)
		if n > 1 && kind == blockByline {
			b.kind = blockText
		}
		out = append(out, b)
		i += n
	}
	m.blocks = out
	return out
}

// A tableAhead keeps what tableAt last said, which is asked of a line twice
// where a paragraph stops before it.
type tableAhead struct {
	at    int // the line that it was asked of
	table *table
	lines int
}

func (t *tableAhead) from(text string, lines []line, at int) (*table, int) {
	if t.at != at {
		t.at = at
		t.table, t.lines = tableAt(text, lines[at:])
	}
	return t.table, t.lines
}

// fullWidth returns the width of a full line, in runes, of a text whose lines
// are broken to fit a page; 0 for one whose lines are paragraphs.
func fullWidth(text string, lines []line) int {
	long, broken, width := 0, 0, 0
	for _, l := range lines {
		if l.runes < 18 || l.runes > 60 || l.tabs > 0 {
			continue
		}
		long++
		if last, _ := utf8.DecodeLastRuneInString(l.of(text)); !strings.ContainsRune(terminal, last) {
			broken++
			width += l.runes
		}
	}
	if broken < 8 || broken*2 < long {
		return 0
	}
	return width / broken
}

// terminal are the runes that end a sentence, so that the next line is no part
// of it.
const terminal = "。！？；：…”’」』》!?;:"

// joins reports whether line b goes on with the sentence of line a.
func joins(text string, a, b line) bool {
	s, t := a.of(text), b.of(text)
	if b.gap || a.runes < 18 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(terminal, last) || strings.HasPrefix(s, "——") || strings.HasPrefix(t, "——") {
		return false
	}
	if (last == '）' || last == ')') && b.runes < 18 {
		return false
	}
	if indent(text, b) >= 2 && indent(text, a) < indent(text, b) {
		return false
	}
	kind, _ := kindOf(t, b.runes)
	if kind == blockHeading && hasNumber(t) {
		return false
	}
	if kind == blockMark || kind == blockByline || kind == blockNote {
		return false
	}
	return hasClauseMark(t) || b.runes*3 >= a.runes*2
}

// hasClauseMark reports whether s holds one of ，。；、：,;.
func hasClauseMark(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ',', ';':
			return true
		case 0xE3:
			if rest := s[i:]; strings.HasPrefix(rest, "。") || strings.HasPrefix(rest, "、") {
				return true
			}
		case 0xEF:
			if rest := s[i:]; strings.HasPrefix(rest, "，") || strings.HasPrefix(rest, "；") || strings.HasPrefix(rest, "：") {
				return true
			}
		}
	}
	return false
}

func indent(text string, l line) int { return utf8.RuneCountInString(text[l.raw:l.start]) }
