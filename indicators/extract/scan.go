package extract

import (
	"strings"
	"unicode/utf8"

	"suanpan/indicators/catalog"
)

// A scanner finds the tokens of a passage in one pass. Its slices are used
// again for the next passage.
type scanner struct {
	cat      *catalog.Catalog
	homeName string // the home region: its short name is never a plain word
	homeCode string // of it, six digits; "" where it is not of the catalogue
	local    bool   // the text is not of the nation: 全国 is an attribute
	text     string
	tokens   []token
	figures  []figure
	periods  []periodWord
	most     int  // tokens that are found in a passage; 0 for any number
	full     bool // some passage had more
}

// halfWidth gives the full-width form of the ASCII marks that part clauses.
var halfWidth = [128]rune{
	',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '!': '！', '?': '？',
	'[': '［', ']': '］', '|': '|', '\t': '\t',
}

// isPunctuation reports whether a rune parts clauses or words; quotation marks
// do not: what they hold is part of a name.
func isPunctuation(r rune) bool {
	switch r {
	case '，', '。', '；', '：', '、', '（', '）', '！', '？', '…', '—', '▲', '■', '●', '◆', '★', '▶', '►', '◇', '○', '□', '※', '•', '/', '《', '》', '【', '】', '〔', '〕', '［', '］', '·':
		return true
	}
	return false
}

// scan finds the tokens of text.
func (s *scanner) scan(text string) {
	s.text = text
	s.tokens, s.figures, s.periods = s.tokens[:0], s.figures[:0], s.periods[:0]
	words := s.cat.Words
	defer s.checkFull()
	for i := 0; i < len(text); {
		if len(s.tokens) > s.most && s.most > 0 {
			return
		}
		if b := text[i]; b < utf8.RuneSelf {
			i = s.ascii(i, b)
			continue
		}
		r, n := runeAt(text, i)
		if !isHanRune(r) && isPunctuation(r) {
			if end := s.noteAt(i, r); end > i {
				i = end
				continue
			}
			s.tokens = append(s.tokens, token{kind: tokPunct, start: int32(i), end: int32(i + n), ref: int32(r)})
			i += n
			continue
		}
		word, traits, length := words.LongestParts(text, i)
		if p, ok := periodAt(text, i); ok && (int(p.end)-i >= length || traits&catalog.Known != 0 && traits&catalog.HeadNoun == 0) {
			i = s.period(p)
			continue
		}
		if mayBeginFigure(r) {
			if end := s.figuresAt(i, length); end > i {
				i = end
				continue
			}
		}
		if length > 0 {
			s.word(word, traits, i, i+length)
			i += length
			continue
		}
		i += n
	}
}

// checkFull notes that a passage has more tokens than are to be found.
func (s *scanner) checkFull() { s.full = s.full || s.most > 0 && len(s.tokens) > s.most }

// runeAt returns the rune at text[at:], which is no ASCII character, and its
// width, as utf8.DecodeRuneInString does: inline for the three bytes of most
// runes of Chinese.
func runeAt(text string, at int) (rune, int) {
	if c := text[at]; c>>4 == 0xE && at+2 < len(text) && c > 0xE0 && text[at+1]>>6 == 2 && text[at+2]>>6 == 2 && c != 0xED {
		return rune(c&0x0F)<<12 | rune(text[at+1]&0x3F)<<6 | rune(text[at+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(text[at:])
}

// word adds a word; one that names the first place, 首位, is a figure.
func (s *scanner) word(w *catalog.Word, traits catalog.Traits, start, end int) {
	t := token{kind: tokWord, start: int32(start), end: int32(end), word: w, traits: traits}
	if t.is(catalog.Place) && t.is(catalog.RankVerb) { // 居首: the verb, and the place
		verb := t
		verb.end, verb.traits = t.start+int32(len("居")), catalog.RankVerb
		s.tokens = append(s.tokens, verb)
		t.start = verb.end
	}
	if traits&catalog.Place != 0 {
		t.kind, t.word, t.traits, t.ref = tokFigure, nil, 0, int32(len(s.figures))
		s.figures = append(s.figures, figure{
			start: t.start, end: t.end, numStart: t.start, numEnd: t.end, unitStart: t.end, unitEnd: t.end,
			mant: 1, unit: -1, per: -1, form: figureOrdinal, han: true,
		})
	}
	s.tokens = append(s.tokens, t)
}

func (s *scanner) ascii(i int, b byte) int {
	text := s.text
	digit := '0' <= b && b <= '9'
	if digit || b == '-' || b == '+' || isLetter(rune(b)) {
		word, length := s.cat.Words.Longest(text, i)
		if length > 0 && splitsWord(text, i, i+length) {
			length = 0
		}
		if digit || b == '-' || b == '+' {
			if p, ok := periodAt(text, i); ok && int(p.end)-i >= length {
				return s.period(p)
			}
			if end := s.figuresAt(i, length); end > i {
				return end
			}
		}
		if length > 0 {
			s.tokens = append(s.tokens, token{kind: tokWord, start: int32(i), end: int32(i + length), word: word, traits: word.Traits})
			return i + length
		}
		if isLetter(rune(b)) {
			behind := latinEnd(text, i)
			if mayNameNumber(text, behind) {
				if end := s.figuresAt(i, 0); end > i {
					return end
				}
			}
			return behind
		}
		return i + 1
	}
	if b == '[' {
		if end := noteMark(text[i:]); end > 0 {
			s.tokens = append(s.tokens, token{kind: tokNote, start: int32(i), end: int32(i + end)})
			return i + end
		}
		if end := strings.IndexByte(text[i:], ']'); end > 1 && end < 5 && strings.Trim(text[i+1:i+end], "0123456789") == "" {
			s.tokens = append(s.tokens, token{kind: tokNote, start: int32(i), end: int32(i + end + 1)})
			return i + end + 1
		}
	}
	if b == '(' {
		if end := s.aside(i, i+1, ")"); end > i {
			return end
		}
	}
	if r := halfWidth[b]; r != 0 {
		s.tokens = append(s.tokens, token{kind: tokPunct, start: int32(i), end: int32(i + 1), ref: int32(r)})
	}
	return i + 1
}

// noteAt reads a footnote's mark in brackets of Chinese form: 〔2〕 behind a word.
func (s *scanner) noteAt(i int, r rune) int {
	if r == '（' {
		return s.aside(i, i+len("（"), "）")
	}
	if r != '【' && r != '〔' && r != '［' {
		return i
	}
	rest := s.text[i+3:]
	k := strings.IndexAny(rest, "】〕］")
	if k > 0 && k < 3 && strings.Trim(rest[:k], "0123456789") == "" {
		end := i + 3 + k + 3
		s.tokens = append(s.tokens, token{kind: tokNote, start: int32(i), end: int32(end)})
		return end
	}
	return i
}

// aside reads a bracket that tells how the text speaks and nothing of the
// thing: （下同）, （以下简称社消零）. What it holds begins at byte from.
func (s *scanner) aside(i, from int, shut string) int {
	const longest = 60 // bytes in such a bracket
	inside := s.text[from:min(len(s.text), from+longest)]
	k := strings.Index(inside, shut)
	if k < 0 || !hasAny(inside[:k], "下同", "简称") || strings.ContainsAny(inside[:k], "0123456789") {
		return i
	}
	end := from + k + len(shut)
	s.tokens = append(s.tokens, token{kind: tokNote, start: int32(i), end: int32(end)})
	return end
}

// splitsWord reports whether bytes a to b of text cut a Latin word in two.
func splitsWord(text string, a, b int) bool {
	return isLetter(rune(text[b-1])) && b < len(text) && isLetter(rune(text[b])) ||
		a > 0 && isLetter(rune(text[a])) && isLetter(rune(text[a-1]))
}

func latinEnd(text string, i int) int {
	for i < len(text) && isLetter(rune(text[i])) {
		i++
	}
	return i
}

func (s *scanner) period(p periodWord) int {
	s.tokens = append(s.tokens, token{kind: tokPeriod, start: p.start, end: p.end, ref: int32(len(s.periods))})
	s.periods = append(s.periods, p)
	return int(p.end)
}

// figuresAt reads the figures that begin at byte i, unless a word of the given
// length reaches as far: a name that holds a number.
func (s *scanner) figuresAt(i, length int) int {
	n := len(s.figures)
	figs, end := appendFigures(s.figures, s.cat.Units, s.text, i)
	if end <= i || end-i <= length {
		s.figures = figs[:n]
		return i
	}
	s.figures = figs
	for k := n; k < len(figs); k++ {
		f := &figs[k]
		for len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].start >= f.start && s.tokens[len(s.tokens)-1].kind == tokWord {
			s.tokens = s.tokens[:len(s.tokens)-1] // 超过, 突破: inside the figure
		}
		s.tokens = append(s.tokens, token{kind: tokFigure, start: f.start, end: f.end, ref: int32(k)})
	}
	if last := s.tokens[len(s.tokens)-1].end; int(last) > end {
		return int(last)
	}
	return end
}
