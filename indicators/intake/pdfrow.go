package intake

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"suanpan/indicators/intake/pdfium"
)

// A segment is a run of characters of a row without a gap in it that would
// part two cells.
type segment struct {
	text        string
	left, right int
	spaced      bool // joined of characters with gaps between them
}

// A pdfRow is what stands on one height of a page, from left to right.
type pdfRow struct {
	segments    []segment
	left, right int
	middle      int // the height of its middle
	em          int // the height of its characters
	page        int // index
}

// rowsOf returns the rows of some characters from top to bottom.
func rowsOf(glyphs []pdfium.Glyph, page int) []pdfRow {
	glyphs = slices.Clone(glyphs)
	slices.SortStableFunc(glyphs, func(a, b pdfium.Glyph) int { return cmp.Compare(b.Bottom+b.Top, a.Bottom+a.Top) })
	var rows []pdfRow
	for start := 0; start < len(glyphs); {
		end := start + 1
		em := glyphs[start].Top - glyphs[start].Bottom
		sum := glyphs[start].Bottom + glyphs[start].Top
		for end < len(glyphs) {
			g := glyphs[end]
			mean := sum / (end - start)
			if mean-(g.Bottom+g.Top) > max(em, g.Top-g.Bottom)*9/10 { // of twice the middle
				break
			}
			sum += g.Bottom + g.Top
			em = max(em, g.Top-g.Bottom)
			end++
		}
		rows = append(rows, rowOf(glyphs[start:end], page))
		start = end
	}
	return rows
}

// rowOf makes a row of characters that stand on one height.
func rowOf(glyphs []pdfium.Glyph, page int) pdfRow {
	slices.SortStableFunc(glyphs, func(a, b pdfium.Glyph) int { return cmp.Compare(a.Left, b.Left) })
	row := pdfRow{em: emOf(glyphs), page: page, left: glyphs[0].Left}
	var text strings.Builder
	from, right, last := glyphs[0].Left, glyphs[0].Left, rune(0)
	cut := func() {
		if text.Len() > 0 {
			row.segments = append(row.segments, segment{text.String(), from, right, false})
			text.Reset()
		}
	}
	lastLeft, middle := 0, 0
	for i, g := range glyphs {
		middle += (g.Bottom + g.Top) / 2
		if i > 0 && g.Rune == last && g.Left-lastLeft < (g.Right-g.Left)/4 {
			continue // bold made by printing twice
		}
		gap := g.Left - right
		switch {
		case text.Len() == 0:
		case gap > row.em, gap > row.em*3/5 && isFigureRune(last) && isFigureRune(g.Rune):
			cut()
			from = g.Left
		case gap > row.em/6 && isWordRune(last) && isWordRune(g.Rune):
			text.WriteByte(' ')
		}
		text.WriteRune(g.Rune)
		right, last, lastLeft = max(right, g.Right), g.Rune, g.Left
	}
	cut()
	row.right, row.middle = right, middle/len(glyphs)
	row.joinSpaced()
	return row
}

// emOf is the height that most characters have, of the Han characters where
// there are any: those of figures are higher in many fonts.
func emOf(glyphs []pdfium.Glyph) int {
	var han, other []int
	for _, g := range glyphs {
		if isHan(g.Rune) {
			han = append(han, g.Top-g.Bottom)
		} else {
			other = append(other, g.Top-g.Bottom)
		}
	}
	if len(han) == 0 {
		han = other
	}
	slices.Sort(han)
	return max(1, han[len(han)/2])
}

func isFigureRune(r rune) bool {
	return isDigitRune(r) || strings.ContainsRune(".,%-−‰+", r)
}

// joinSpaced makes one segment of a word that is spaced out: 一、综  合, 林  业.
func (r *pdfRow) joinSpaced() {
	kept := r.segments[:0]
	for _, s := range r.segments {
		if n := len(kept); n > 0 && isOneHan(s.text) && isSpacedHead(kept[n-1]) && s.left-kept[n-1].right < 3*r.em {
			kept[n-1] = segment{kept[n-1].text + s.text, kept[n-1].left, s.right, true}
			continue
		}
		kept = append(kept, s)
	}
	r.segments = kept
}

// isSpacedHead reports whether a segment may be the first of a word that is
// spaced out: one Han character, with or without a number before it, or what
// is joined already.
func isSpacedHead(s segment) bool {
	rest := s.text
	if at := strings.Index(rest, "、"); at > 0 && at <= 3*3 {
		rest = rest[at+len("、"):]
	}
	rest = strings.TrimLeft(rest, "#＃")
	return isOneHan(rest) || s.spaced
}

func isOneHan(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n == len(s) && isHan(r)
}

func isHan(r rune) bool { return '一' <= r && r <= '鿿' || '㐀' <= r && r <= '䶿' }

// text is the row on one line, with a blank between its segments.
func (r pdfRow) text() string {
	out := ""
	for i, s := range r.segments {
		if i > 0 {
			out += " "
		}
		out += s.text
	}
	return out
}
