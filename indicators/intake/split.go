package intake

import "strings"

// minDocument is the least number of bytes of a document within a text of
// several.
const minDocument = 1500

// split parts a text that holds several documents, each under a heading of
// its own: a title or a publisher, and the date. A text in which only one
// stands, or does not begin with one, is not parted.
func split(d draft) []draft {
	lines, starts := textLines(d.text, len(d.text))
	var cuts []int
	for i := 0; i < len(lines); {
		h, n, ok := headingAt(lines[i:], starts[i:])
		if !ok || !hasSection(lines[i+n:]) {
			if len(cuts) == 0 && i >= headLines {
				return []draft{d}
			}
			i++
			continue
		}
		if len(cuts) == 0 || h.start-cuts[len(cuts)-1] >= minDocument {
			cuts = append(cuts, h.start)
		}
		i += n
	}
	if len(cuts) < 2 {
		return []draft{d}
	}
	cuts[0] = 0
	parts := make([]draft, len(cuts))
	for i, from := range cuts {
		to := len(d.text)
		if i+1 < len(cuts) {
			to = cuts[i+1]
		}
		parts[i] = d.part(from, to)
	}
	return parts
}

// hasSection reports whether the first section begins soon.
func hasSection(lines []string) bool {
	for _, line := range lines[:min(len(lines), headLines)] {
		if isSection(line) {
			return true
		}
	}
	return false
}

// part is a part of the text of a draft. Of a page that begins before it, its
// own beginning is the first place.
func (d draft) part(from, to int) draft {
	p := draft{text: strings.Trim(d.text[from:to], "\n") + "\n", said: d.said}
	from += len(d.text[from:to]) - len(strings.TrimLeft(d.text[from:to], "\n"))
	for _, at := range d.pages {
		if at < to {
			p.pages = append(p.pages, min(max(0, at-from), len(p.text)))
		}
	}
	return p
}
