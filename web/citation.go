package web

import (
	"fmt"
	"strings"
	"time"

	"suanpan/indicators"
)

// citation is what a text that uses a page says of it.
type citation struct {
	Author    string
	Title     string
	Medium    string          // the mark of GB/T 7714: DB/OL for data, EB/OL for a document
	Published indicators.Date // zero where it is not known
	URL       string
	Seen      indicators.Date
}

// Standard is the citation as GB/T 7714 wants it.
func (c citation) Standard() string {
	var b strings.Builder
	if c.Author != "" {
		b.WriteString(c.Author + ". ")
	}
	b.WriteString(c.Title + "[" + c.Medium + "]. ")
	if !c.Published.IsZero() {
		b.WriteString("(" + c.Published.String() + ")")
	}
	b.WriteString("[" + c.Seen.String() + "]. " + c.URL + ".")
	return b.String()
}

// APA is the citation in the style of the American Psychological Association.
func (c citation) APA() string {
	published := "n.d."
	if d := c.Published; !d.IsZero() {
		published = fmt.Sprintf("%d, %s %d", d.Year, time.Month(d.Month), d.Day)
	}
	kind := ""
	if c.Medium == "DB/OL" {
		kind = " [Data set]"
	}
	seen := fmt.Sprintf("%s %d, %d", time.Month(c.Seen.Month), c.Seen.Day, c.Seen.Year)
	if c.Author == "" {
		return fmt.Sprintf("%s%s. (%s). Retrieved %s, from %s", c.Title, kind, published, seen, c.URL)
	}
	return fmt.Sprintf("%s. (%s). %s%s. Retrieved %s, from %s", c.Author, published, c.Title, kind, seen, c.URL)
}

// Cite is how to cite the page: as data of ours, or as the document that it
// shows.
func (v *view) Cite() citation {
	t := v.today()
	c := citation{
		Author: v.lang.say("site.author"), Title: v.Title, Medium: "DB/OL", Published: v.published,
		URL: v.base() + v.here(), Seen: indicators.NewDate(t.Year(), int(t.Month()), t.Day()),
	}
	if c.Title == "" {
		c.Title = v.lang.say("front.head") + v.lang.say("front.head2")
	}
	if f, ok := v.Form.(*documentForm); ok {
		c.Author, c.Title, c.Medium = f.Publisher, f.Title, "EB/OL"
		if f.URL != "" {
			c.URL = f.URL
		}
	}
	return c
}

// published is the day of the last document that says what some series hold
// last.
func (x *snapshot) published(at []int) (latest indicators.Date) {
	for _, i := range at {
		if d, ok := x.info(x.series[i].Latest.From.Document); ok && latest.Before(d.Published) {
			latest = d.Published
		}
	}
	return latest
}
