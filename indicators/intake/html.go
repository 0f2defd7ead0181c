package intake

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readHTML makes a draft of a page: its main text without what leads through
// the site, tables as tables, and what its head says of title, publisher and
// date.
func readHTML(text string, l Limits) (draft, *Problem) {
	page, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return draft{}, &Problem{Reason: "the page cannot be parsed", Cause: err, Remedy: "save its text as plain text"}
	}
	found := pageFindings(page)
	prune(page)
	found.more(page)
	w := htmlWriter{cells: l.Cells}
	main := mainText(page)
	w.block(main)
	w.flush()
	if w.cells < 0 {
		return draft{}, &Problem{Reason: "its tables have more cells than a file may have", Remedy: "split it"}
	}
	d := w.pen.draft()
	d.found = found.Findings
	return d, nil
}

// noText are the elements that hold no text of a page.
var noText = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true, atom.Object: true, atom.Embed: true,
	atom.Svg: true, atom.Math: true, atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Map: true, atom.Head: true,
	atom.Select: true, atom.Button: true, atom.Input: true, atom.Textarea: true, atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Dialog: true,
}

// furniture are words in the class or id of an element that is no part of the
// text, such as a menu.
var furniture = []string{
	"breadcrumb", "navbar", "nav-", "navigation", "menu", "footer", "sidebar", "share", "copyright", "related", "toolbar", "pagination", "comment", "crumb",
	"qrcode", "searchbox", "search-", "banner", "daohang", "dqwz",
}

// prune takes out of a page what is no text of it.
func prune(n *html.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if c.Type == html.CommentNode || c.Type == html.ElementNode && (noText[c.DataAtom] || isHidden(c) || isFurniture(c)) {
			n.RemoveChild(c)
		} else {
			prune(c)
		}
		c = next
	}
}

func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		style := strings.ToLower(strings.ReplaceAll(a.Val, " ", ""))
		if a.Key == "hidden" || a.Key == "style" && (strings.Contains(style, "display:none") || strings.Contains(style, "mso-hide:all")) {
			return true
		}
	}
	return false
}

func isFurniture(n *html.Node) bool {
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html || n.DataAtom == atom.Main || n.DataAtom == atom.Article {
		return false
	}
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" && a.Key != "role" {
			continue
		}
		value := strings.ToLower(a.Val)
		for _, word := range furniture {
			if strings.Contains(value, word) {
				// The text of a page may stand in what a site calls a banner.
				return textLength(n) < 2000
			}
		}
	}
	return false
}

// textLength is the number of runes of text in a node, without blanks and
// without those of links.
func textLength(n *html.Node) int {
	switch {
	case n.Type == html.TextNode:
		return utf8.RuneCountInString(squeezed(n.Data))
	case n.DataAtom == atom.A:
		return 0
	}
	sum := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		sum += textLength(c)
	}
	return sum
}

// mainText returns the element that holds the text of a page: from the body
// down, as long as one child has nearly all of it and is no table of figures.
func mainText(page *html.Node) *html.Node {
	at := page
	for {
		all, best, most := 0, (*html.Node)(nil), 0
		for c := at.FirstChild; c != nil; c = c.NextSibling {
			n := textLength(c)
			if all += n; n > most && c.Type == html.ElementNode && holdsBlocks(c.DataAtom) {
				best, most = c, n
			}
		}
		if best == nil || most*100 < all*80 || best.DataAtom == atom.Table && isDataTable(best) {
			return at
		}
		at = best
	}
}

// holdsBlocks reports whether an element may hold the text of a page. Rows and
// cells do where tables lay out a page.
func holdsBlocks(a atom.Atom) bool {
	switch a {
	case atom.Html, atom.Body, atom.Div, atom.Main, atom.Article, atom.Section, atom.Center, atom.Form, atom.Font, atom.Span,
		atom.Table, atom.Tbody, atom.Tr, atom.Td:
		return true
	}
	return false
}

// An htmlWriter writes the elements of a page as lines and tables.
type htmlWriter struct {
	pen   pen
	line  strings.Builder // of inline text
	cells int             // that tables may still have
}

// blocks are the elements that begin and end a line.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Li: true, atom.Ul: true,
	atom.Ol: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true, atom.Pre: true, atom.Section: true, atom.Article: true,
	atom.Main: true, atom.Header: true, atom.Center: true, atom.Form: true, atom.Fieldset: true, atom.Figure: true, atom.Figcaption: true,
	atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true, atom.Hr: true, atom.Address: true, atom.Body: true, atom.Tbody: true,
}

// block writes what an element holds.
func (w *htmlWriter) block(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.line.WriteString(n.Data)
		return
	case n.DataAtom == atom.Br:
		w.line.WriteString(hardBreak)
		return
	case n.DataAtom == atom.Table && n.Type == html.ElementNode && isDataTable(n):
		w.flush()
		w.table(n)
		return
	}
	breaks := blocks[n.DataAtom] || n.DataAtom == atom.Table
	if breaks {
		w.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.block(c)
	}
	if breaks {
		w.flush()
	}
}

// flush writes the line that has been gathered.
func (w *htmlWriter) flush() {
	for line := range strings.SplitSeq(w.line.String(), hardBreak) {
		w.pen.line(collapse(line))
	}
	w.line.Reset()
}

// hardBreak stands for a br in the text of a page, where a line end is a blank.
const hardBreak = "\u2028"

// collapse makes one blank of each run of them, and none of one with a line
// end beside a Han character.
func collapse(s string) string {
	var b strings.Builder
	last, blank, ended := rune(0), false, false
	for _, r := range s {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
			blank, ended = true, ended || r == '\n' || r == '\r'
			continue
		}
		if blank && b.Len() > 0 && !(ended && (isHan(last) || isHan(r))) {
			b.WriteByte(' ')
		}
		blank, ended = false, false
		b.WriteRune(r)
		last = r
	}
	return strings.TrimSpace(b.String())
}
