package intake

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A pageFound is what a page says of itself.
type pageFound struct{ Findings }

// metaNames are the names that pages give to what their heads say, in lower
// case: those of the standard of Chinese government sites first. An earlier
// name is surer.
var metaNames = []struct {
	name  string
	field func(*Findings) *Finding
	sure  Sureness
}{
	{"articletitle", titleOf, Stated},
	{"pubdate", publishedOf, Stated},
	{"contentsource", publisherOf, Stated},
	{"article:published_time", publishedOf, Stated},
	{"weibo:article:create_at", publishedOf, Stated},
	{"publishdate", publishedOf, Stated},
	{"dc.date", publishedOf, Stated},
	{"datepublished", publishedOf, Stated},
	{"og:release_date", publishedOf, Stated},
	{"og:title", titleOf, Likely},
	{"twitter:title", titleOf, Likely},
	{"sitename", publisherOf, Guess},
	{"og:site_name", publisherOf, Guess},
}

func titleOf(f *Findings) *Finding     { return &f.Title }
func publisherOf(f *Findings) *Finding { return &f.Publisher }
func publishedOf(f *Findings) *Finding { return &f.Published }

// pageFindings reads what the head of a page says of it.
func pageFindings(page *html.Node) *pageFound {
	said := map[string]string{}
	title := ""
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch n.DataAtom {
		case atom.Meta:
			name := strings.ToLower(attributeOf(n, "name") + attributeOf(n, "property") + attributeOf(n, "itemprop"))
			if content := strings.TrimSpace(attributeOf(n, "content")); content != "" && said[name] == "" {
				said[name] = content
			}
		case atom.Title:
			if title == "" {
				title = collapse(textOf(n))
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(page)
	found := &pageFound{}
	for _, m := range metaNames {
		value := collapse(said[m.name])
		field := m.field(&found.Findings)
		if field == &found.Published {
			d, ok := findDate(value)
			if !ok {
				continue
			}
			value = d.date.String()
		}
		if value != "本站" && value != "本网" {
			field.or(value, "metadata of the page", m.sure)
		}
	}
	if title = withoutSite(title, said["sitename"]); titleWord(title) {
		found.Title.or(title, "title of the page", Likely)
	}
	found.Title.or(title, "title of the page", Guess)
	return found
}

// withoutSite takes the name of the site off a title: 统计公报_株洲市统计局.
func withoutSite(title, site string) string {
	if site != "" {
		title = strings.TrimRight(strings.TrimSuffix(title, site), " -_|–—")
	}
	for _, sep := range []string{"_", " - ", "|", " – ", "--", "——"} {
		if before, _, ok := strings.Cut(title, sep); ok && len(strings.TrimSpace(before)) >= 3*4 {
			title = strings.TrimSpace(before)
		}
	}
	return title
}

// more looks through the lines of a page for its first heading, for a date
// with a label and for the source beside it.
func (f *pageFound) more(page *html.Node) {
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.DataAtom == atom.H1 || n.DataAtom == atom.H2 {
			if s := collapse(strings.ReplaceAll(textOf(n), hardBreak, " ")); len(s) >= 3*4 && len(s) < 3*60 {
				f.Title.or(s, "heading", Likely)
			}
		}
		if n.Type == html.ElementNode && (blocks[n.DataAtom] || n.DataAtom == atom.Span) && !hasBlock(n) {
			f.label(collapse(strings.ReplaceAll(textOf(n), hardBreak, " ")))
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(page)
}

// hasBlock reports whether an element holds one that begins a line.
func hasBlock(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if blocks[c.DataAtom] || hasBlock(c) {
			return true
		}
	}
	return false
}

// label reads a line such as 发布时间：2024-03-20 09:30 来源：株洲市统计局.
func (f *pageFound) label(line string) {
	if len(line) > maxDateline {
		return
	}
	for _, word := range []string{"发布时间", "发布日期", "发文日期", "公布日期", "成文日期", "时间：", "日期："} {
		if _, rest, ok := strings.Cut(line, word); ok {
			if d, ok := findDate(rest); ok && len(d.ahead) <= len("：：") {
				f.Published.or(d.date.String(), "dateline of the page", Likely)
			}
		}
	}
	for _, word := range []string{"信息来源：", "来源：", "发布单位：", "发布机构："} {
		if _, rest, ok := strings.Cut(line, word); ok {
			if name := strings.Fields(rest + " "); len(name) > 0 && len(name[0]) < 3*24 && name[0] != "本站" && name[0] != "本网" {
				f.Publisher.or(strings.Trim(name[0], "【】[]（）()"), "dateline of the page", Likely)
				return
			}
		}
	}
}
