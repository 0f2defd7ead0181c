package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"suanpan/indicators/intake/pdfium"
)

// dropMargins takes off the rows that are no part of the text: page numbers,
// and what stands at the head or foot of several pages.
func dropMargins(pages [][]pdfRow, heights []int) {
	const edge = 2 // rows at either end of a page that may be of its margin
	repeated := map[string]int{}
	each := func(f func(p, i int, row pdfRow)) {
		for p, rows := range pages {
			for i, row := range rows {
				if i < edge || i >= len(rows)-edge {
					f(p, i, row)
				}
			}
		}
	}
	margin := func(p int, row pdfRow) bool {
		return row.middle < heights[p]/8 || row.middle > heights[p]*7/8
	}
	each(func(p, _ int, row pdfRow) {
		if margin(p, row) {
			repeated[withoutDigits(row.text())]++
		}
	})
	drop := make([][]int, len(pages))
	each(func(p, i int, row pdfRow) {
		if !margin(p, row) {
			return
		}
		first, last := i == 0, i == len(pages[p])-1
		n := repeated[withoutDigits(row.text())]
		if isPageNumber(row.text()) && (first || last) || n >= 3 && n*2 >= len(pages) && row.segmentsFew() {
			drop[p] = append(drop[p], i)
		}
	})
	for p := range pages {
		kept := pages[p][:0]
		for i, row := range pages[p] {
			if !slices.Contains(drop[p], i) {
				kept = append(kept, row)
			}
		}
		pages[p] = kept
	}
}

// segmentsFew reports whether a row is no row of a table that goes on from
// page to page.
func (r pdfRow) segmentsFew() bool { return len(r.segments) <= 3 }

func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if isDigitRune(r) {
			return -1
		}
		return r
	}, s)
}

// isPageNumber reports whether a row is a page number: 3, — 3 —, 第3页, 第 3 页
// 共 20 页, 3/20.
func isPageNumber(s string) bool {
	s = squeezed(s)
	if utf8.RuneCountInString(s) > 16 {
		return false
	}
	digits := 0
	for _, r := range s {
		switch {
		case isDigitRune(r):
			digits++
		case strings.ContainsRune("-—–―─－·/|.第页共()（）[]〔〕PpageofAGEOF", r):
		default:
			return false
		}
	}
	return digits > 0 && digits <= 8 && !strings.Contains(s, ".")
}

// parted returns the characters of a page in the columns of text in which
// they are to be read. A page is parted where most of its rows have prose on
// either side of one gap.
func parted(glyphs []pdfium.Glyph) [][]pdfium.Glyph {
	rows := rowsOf(glyphs, 0)
	var gaps []segment // what lies between the prose of two columns
	for _, row := range rows {
		for i := 1; i < len(row.segments); i++ {
			a, b := row.segments[i-1], row.segments[i]
			if isProse(a.text) && isProse(b.text) {
				gaps = append(gaps, segment{left: a.right, right: b.left})
			}
		}
	}
	if len(gaps) < 8 || len(gaps)*2 < len(rows) {
		return [][]pdfium.Glyph{glyphs}
	}
	left, right := 0, 1<<30
	for _, g := range gaps {
		if l, r := max(left, g.left), min(right, g.right); l < r {
			left, right = l, r
		}
	}
	fits := 0
	for _, g := range gaps {
		if g.left <= left && g.right >= right {
			fits++
		}
	}
	if fits*10 < len(gaps)*8 {
		return [][]pdfium.Glyph{glyphs}
	}
	return cutAt(rows, glyphs, (left+right)/2)
}

// isProse reports whether a segment is a line of prose by its length and by
// its few digits.
func isProse(s string) bool {
	n := utf8.RuneCountInString(s)
	return n >= 10 && n > 4*(n-utf8.RuneCountInString(withoutDigits(s)))
}

// cutAt parts characters into those above the columns that meet at x, those of
// the left one, of the right one, and those below.
func cutAt(rows []pdfRow, glyphs []pdfium.Glyph, x int) [][]pdfium.Glyph {
	crosses := func(row pdfRow) bool {
		for _, s := range row.segments {
			if s.left < x && s.right > x {
				return true
			}
		}
		return false
	}
	first, last := 0, len(rows)-1
	for first < len(rows) && crosses(rows[first]) {
		first++
	}
	for last > first && crosses(rows[last]) {
		last--
	}
	if first >= len(rows) {
		return [][]pdfium.Glyph{glyphs}
	}
	top, bottom := rows[first].middle+rows[first].em/2, rows[last].middle-rows[last].em/2
	parts := make([][]pdfium.Glyph, 4)
	for _, g := range glyphs {
		k := 0
		switch middle := (g.Top + g.Bottom) / 2; {
		case middle > top:
		case middle < bottom:
			k = 3
		case g.Left+g.Right < 2*x:
			k = 1
		default:
			k = 2
		}
		parts[k] = append(parts[k], g)
	}
	return parts
}
