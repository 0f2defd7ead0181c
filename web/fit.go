package web

import (
	"strings"
	"unicode/utf8"

	"suanpan/indicators/catalog"
)

// fold makes one form of writings that mean the same: small letters, half
// width, no blanks and quotation marks.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if '！' <= r && r <= '～' {
			r -= '！' - '!'
		}
		switch {
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case r <= ' ' || strings.ContainsRune("　“”‘’「」《》〈〉\"'·", r):
			return -1
		}
		return r
	}, s)
}

// How well a term fits a word.
const (
	fitNot   = 0
	fitTypo  = 1
	fitSpelt = 2 // the first letters of a part of a name in pinyin
	fitIn    = 4
	fitSpell = 7 // the first letters of a name in pinyin
	fitBegin = 8
	fitWhole = 16
)

// fits tells how well a folded term fits. Any part of a name will do, so that
// a word of two Chinese characters is found wherever it stands; so will its
// initials in pinyin, and a name with a typing error.
func (w *word) fits(term string) int {
	best := fitNot
	for i, k := range w.keys {
		f := fitNot
		switch {
		case k == term:
			f = fitWhole
		case strings.HasPrefix(k, term):
			f = fitBegin
		case strings.Contains(k, term):
			f = fitIn
		case w.initials != nil:
			f = w.spelt(k, term)
			if f == fitNot && (mistyped(k, term) || misheard(w.initials, k, term)) {
				f = fitTypo
			}
		}
		if i > 0 && f > fitTypo {
			f-- // another name than the first
		}
		best = max(best, f)
	}
	return best
}

// spelt tells how well a term fits as the initials of a name. Documents are not
// looked for so: their titles begin too much alike.
func (w *word) spelt(key, term string) int {
	if len(term) < 2 || w.kind == aDocument {
		return fitNot
	}
	switch begins, whole := w.initials.Begins(key, term); {
	case whole:
		return fitSpell
	case begins:
		return fitSpelt
	}
	return fitNot
}

// misheard reports whether a term is a Chinese name but for one character that
// begins with the same letter: 株州 for 株洲.
func misheard(x *catalog.Initials, key, term string) bool {
	k, t := []rune(key), []rune(term)
	if len(k) != len(t) || len(k) < 2 || len(k) > 24 {
		return false
	}
	wrong := 0
	for i := range k {
		if k[i] != t[i] {
			wrong++
			if !x.Alike(k[i], t[i]) {
				return false
			}
		}
	}
	return wrong == 1
}

// mistyped reports whether a term of some length is a name but for one letter.
func mistyped(key, term string) bool {
	n, m := utf8.RuneCountInString(key), utf8.RuneCountInString(term)
	if m < 4 || m > 24 || n-m > 1 || m-n > 1 {
		return false
	}
	return distance(key, term) == 1
}
