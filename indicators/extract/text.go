package extract

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"suanpan/indicators"
)

// A passage is a stretch of a document made readable: lines joined, blanks
// inside words and numbers dropped. It keeps the way back to the original.
// Where nothing had to be mended, text is a substring of the document.
type passage struct {
	text string
	at   []seam // where the text departs from the original; sorted by here
}

// A seam says that the byte here of the passage is the byte there of the
// document, and so on up to the next seam.
type seam struct{ here, there int32 }

// origin returns the byte of the document that byte i of the passage is.
func (p *passage) origin(i int32) int32 {
	if len(p.at) == 1 {
		return p.at[0].there + i - p.at[0].here
	}
	k := sort.Search(len(p.at), func(k int) bool { return p.at[k].here > i }) - 1
	return p.at[k].there + i - p.at[k].here
}

// span returns the bytes of the document that bytes start to end of the
// passage came from.
func (p *passage) span(start, end int32) indicators.Span {
	if start >= end {
		o := int(p.origin(min(start, int32(len(p.text))-1)))
		return indicators.Span{Start: o, End: o}
	}
	return indicators.Span{Start: int(p.origin(start)), End: int(p.origin(end-1)) + 1}
}

// tidy makes a passage of bytes start to end of text. Blanks and line breaks
// are dropped, but one blank is kept where it parts two Latin words or two
// numbers of one line.
func tidy(text string, start, end int) passage { return (&tidier{}).tidy(text, start, end) }

// A tidier makes the passages of a document, which share memory. The zero value
// is ready.
type tidier struct {
	text  []byte // of the passage at hand
	seams []seam // of all passages
}

func (w *tidier) tidy(text string, start, end int) passage {
	s := text[start:end]
	i := nextBlank(s, 0)
	first := len(w.seams)
	if i == len(s) {
		w.seams = append(w.seams, seam{0, int32(start)})
		return passage{text: s, at: w.seams[first : first+1 : first+1]}
	}
	w.text = w.text[:0]
	kept := 0 // first byte of s not yet copied
	for ; i < len(s); i = nextBlank(s, kept) {
		j, broken := i, false
		for j < len(s) {
			r, n := rune(s[j]), 1
			if r >= utf8.RuneSelf {
				r, n = runeAt(s, j)
			}
			if !isBlank(r) {
				break
			}
			broken = broken || r == '\n'
			j += n
		}
		w.keep(s, kept, i, start)
		if i > kept && j < len(s) && needsBlank(rune(s[i-1]), rune(s[j]), broken) {
			w.seams = append(w.seams, seam{int32(len(w.text)), int32(start + i)})
			w.text = append(w.text, ' ')
		}
		kept = j
	}
	w.keep(s, kept, len(s), start)
	if len(w.seams) == first {
		w.seams = append(w.seams, seam{0, int32(start)})
	}
	return passage{text: string(w.text), at: w.seams[first:len(w.seams):len(w.seams)]}
}

func (w *tidier) keep(s string, from, to, base int) {
	if from < to {
		w.seams = append(w.seams, seam{int32(len(w.text)), int32(base + from)})
		w.text = append(w.text, s[from:to]...)
	}
}

// nextBlank returns the place of the first blank of s from byte i on, the
// length of s where there is none.
func nextBlank(s string, i int) int {
	for i < len(s) {
		if w := plainWidths[s[i]]; w > 0 {
			i += int(w)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if isBlank(r) {
			return i
		}
		i += n
	}
	return len(s)
}

// plainWidths tells the width of a rune by its first byte, where that byte says
// that the rune is no blank: of ASCII, or of U+4000 to U+9FFF, as most of
// Chinese is.
var plainWidths = func() (w [256]uint8) {
	for c := ' ' + 1; c < utf8.RuneSelf; c++ {
		w[c] = 1
	}
	for c := 0xE4; c <= 0xE9; c++ {
		w[c] = 3
	}
	return w
}()

func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b'
}

// needsBlank reports whether a blank between two runes parts them.
func needsBlank(before, after rune, broken bool) bool {
	switch {
	case isLetter(before) && isLetter(after):
		return true
	case isDigit(before) && isDigit(after):
		return !broken
	}
	return false
}

func isLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }
func isDigit(r rune) bool  { return '0' <= r && r <= '9' }
