package web

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
	"suanpan/indicators/extract"
)

// block is a paragraph or a heading.
type block struct {
	Heading bool
	Gap     bool // something was left out before it
	Parts   []part
}

// part is a piece of text: plain, one or more figures, a reject, or a word that
// the reader knew.
type part struct {
	Text    string
	Figures []*docFigure
	Reject  *docReject
	Clue    string // period, region, indicator, cue; "" for none
}

// blocks cuts the text of a document into paragraphs and puts the marks into
// them.
func blocks(d *indicators.Document, obs []indicators.Observation, form *documentForm) []block {
	cuts := cutsOf(form)
	text := d.Text[:clip(d.Text, maxText)]
	if !d.Excerpt {
		var out []block
		for start := 0; start < len(text); {
			end := len(text)
			if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
				end = start + i
			}
			if strings.TrimSpace(text[start:end]) != "" {
				out = append(out, block{Heading: heading(text[start:end]), Parts: parts(text, start, end, cuts)})
			}
			start = end + 1
		}
		return out
	}
	var spans []indicators.Span
	for _, o := range obs {
		sp := o.From.Sentence
		if sp.Of(text) == "" {
			sp = o.From.Span
		}
		if n := len(spans); n > 0 && sp.Start <= spans[n-1].End {
			spans[n-1].End = max(spans[n-1].End, sp.End)
		} else if sp.Of(text) != "" {
			spans = append(spans, sp)
		}
	}
	var out []block
	end := 0
	for _, sp := range spans {
		out = append(out, block{Gap: strings.TrimSpace(text[end:sp.Start]) != "", Parts: parts(text, sp.Start, sp.End, cuts)})
		end = sp.End
	}
	return out
}

// cut is a mark to be put into the text.
type cut struct {
	span    indicators.Span
	figures []*docFigure
	reject  *docReject
	clue    string
}

// cutsOf returns the marks in the order of the text; of two that overlap the
// second joins the first.
func cutsOf(form *documentForm) []cut {
	var cuts []cut
	for i := range form.List {
		f := &form.List[i]
		if n := len(cuts); n > 0 && f.Start < cuts[n-1].span.End {
			cuts[n-1].figures = append(cuts[n-1].figures, f)
			continue
		}
		cuts = append(cuts, cut{span: indicators.Span{Start: f.Start, End: f.End}, figures: []*docFigure{f}})
	}
	for i := range form.Rejects {
		r := &form.Rejects[i]
		sp := indicators.Span{Start: r.Start, End: r.Start + len(r.Quote)}
		if !slices.ContainsFunc(cuts, func(c cut) bool { return sp.Start < c.span.End && c.span.Start < sp.End }) {
			cuts = append(cuts, cut{span: sp, reject: r})
		}
	}
	slices.SortStableFunc(cuts, func(a, b cut) int { return cmp.Compare(a.span.Start, b.span.Start) })
	return withClues(cuts, form.clues)
}

// withClues adds the words that the reader knew to marks in the order of the
// text, where they stand beside them.
func withClues(cuts []cut, clues []extract.Mention) []cut {
	if len(clues) == 0 {
		return cuts
	}
	out := make([]cut, 0, len(cuts)+len(clues))
	end := 0
	for _, m := range clues {
		for len(cuts) > 0 && cuts[0].span.Start < m.Span.End {
			out = append(out, cuts[0])
			end = max(end, cuts[0].span.End)
			cuts = cuts[1:]
		}
		if m.Span.Start >= end && m.Span.Len() > 0 && slices.Contains(clueTypes, m.Type) {
			out = append(out, cut{span: m.Span, clue: m.Type})
			end = m.Span.End
		}
	}
	return append(out, cuts...)
}

// clueTypes are the types of mentions that are no figures.
var clueTypes = []string{"period", "region", "indicator", "cue"}

// parts cuts the text from start to end at the marks in it.
func parts(text string, start, end int, cuts []cut) []part {
	var out []part
	i, _ := slices.BinarySearchFunc(cuts, start, func(c cut, at int) int { return cmp.Compare(c.span.Start, at) })
	for ; i < len(cuts) && cuts[i].span.Start < end; i++ {
		c := cuts[i]
		if c.span.Start < start || c.span.End > len(text) {
			continue
		}
		if c.span.Start > start {
			out = append(out, part{Text: text[start:c.span.Start]})
		}
		stop := min(c.span.End, end)
		out = append(out, part{Text: text[c.span.Start:stop], Figures: c.figures, Reject: c.reject, Clue: c.clue})
		start = stop
	}
	if start < end {
		out = append(out, part{Text: text[start:end]})
	}
	return out
}

// heading reports whether a line is a heading: short and no sentence.
func heading(line string) bool {
	line = strings.TrimSpace(line)
	const longest = 40
	return utf8.RuneCountInString(line) <= longest && !strings.ContainsAny(line, "。；，！？") && !strings.HasSuffix(line, "：")
}

// clip returns the largest length up to most at which a text can be cut.
func clip(text string, most int) int {
	if len(text) <= most {
		return len(text)
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return most
}
