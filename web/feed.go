package web

import (
	"cmp"
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"suanpan/indicators"
)

// What a feed holds, and how many figures are looked at for it.
const (
	maxEntries = 60
	maxOfFeed  = 50_000
)

// atomFeed is a feed as RFC 4287 has it: the figures that were reported for
// the first time or otherwise than before, those of the latest documents first.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  atomAuthor  `xml:"author"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

// atomEntry is a figure. Its id is made of what was reported, when and by
// whom, so that it stays when the document is read anew.
type atomEntry struct {
	ID      string     `xml:"id"`
	Title   string     `xml:"title"`
	Updated string     `xml:"updated"`
	Links   []atomLink `xml:"link"`
	Author  atomAuthor `xml:"author"`
	Summary string     `xml:"summary"`
}

// news is a figure that was not reported so before.
type news struct {
	indicators.Observation
	published indicators.Date
	before    *indicators.Observation // what was reported before, where it differs
}

// feed makes the feed of an answer.
func (s *server) feed(rq *request, a *answer) ([]byte, error) {
	list, err := s.newsOf(rq, a.news)
	if err != nil {
		return nil, err
	}
	base := rq.base()
	page := rq.page()
	if q := rq.query.Get("q"); q != "" {
		page = address(page, url.Values{"q": {q}})
	}
	f := atomFeed{
		Lang: rq.lang.tag(), ID: urn("feed", page, string(rq.lang)), Title: rq.lang.say("feed.title", a.title), Updated: moment(indicators.NewDate(1970, 1, 1)),
		Links: []atomLink{
			{"self", "application/atom+xml", base + rq.URL.RequestURI()},
			{"alternate", "text/html", base + with(page, "lang", string(rq.lang))},
		},
		Author: atomAuthor{rq.lang.say("site.name")},
	}
	for i, n := range list {
		e, err := s.atomEntry(rq, n, base)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			f.Updated = e.Updated
		}
		f.Entries = append(f.Entries, e)
	}
	body, err := xml.MarshalIndent(f, "", " ")
	return append([]byte(xml.Header), append(body, '\n')...), err
}

// newsOf returns what is new in what the queries select, the latest published
// first. Of documents without a date nothing is told: nobody knows when it was
// new.
func (s *server) newsOf(rq *request, queries []indicators.Query) ([]news, error) {
	type place struct {
		document string
		span     indicators.Span
		indicators.Key
	}
	seen := map[place]bool{}
	var all []news
	for _, q := range queries {
		q.Limit = maxOfFeed
		if q.Document == "" && rq.index.holds(q) > maxOfFeed {
			q.Since = indicators.NewDate(rq.index.latestYear()-1, 1, 1)
		}
		obs, _, err := s.observations(rq, q)
		if err != nil {
			return nil, err
		}
		for _, o := range obs {
			at := place{o.From.Document, o.From.Span, o.Key}
			if d, ok := rq.index.info(o.From.Document); ok && !seen[at] && !d.Published.IsZero() {
				seen[at] = true
				all = append(all, news{Observation: o, published: d.Published})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b news) int { return a.published.Compare(b.published) })
	byKey := map[indicators.Key][]indicators.Observation{}
	var list []news
	for _, n := range all {
		known := byKey[n.Key]
		byKey[n.Key] = append(known, n.Observation)
		if slices.ContainsFunc(known, func(k indicators.Observation) bool { return k.Agrees(n.Quantity) }) {
			continue
		}
		if last := len(known) - 1; last >= 0 && known[last].Unit == n.Unit && known[last].From.Document != n.From.Document {
			n.before = &known[last]
		}
		list = append(list, n)
	}
	slices.SortStableFunc(list, func(a, b news) int {
		return cmp.Or(b.published.Compare(a.published), cmp.Compare(a.From.Document, b.From.Document), cmp.Compare(a.From.Span.Start, b.From.Span.Start))
	})
	return list[:min(maxEntries, len(list))], nil
}

// holds counts the figures of the regions and indicators that a query names.
func (x *snapshot) holds(q indicators.Query) int {
	n := 0
	for i := range x.series {
		in := &x.series[i]
		if (q.Regions == nil || slices.Contains(q.Regions, in.Region)) && (q.Indicators == nil || slices.Contains(q.Indicators, in.Indicator)) {
			n += in.Vintages
		}
	}
	return n
}

func (s *server) atomEntry(rq *request, n news, base string) (atomEntry, error) {
	l, o := rq.lang, n.Observation
	d, err := s.shelf.document(rq.Context(), s.store, rq.index.version, o.From.Document)
	if err != nil {
		return atomEntry{}, err
	}
	p := newPaper(*d, l)
	k := keyOf(indicators.KeyOf(o))
	says := s.names.place(o.Region, o.Place).In(l) + l.say("gap.feed") + s.names.subject(o.Indicator, o.Name).In(l)
	if o.Measure != indicators.Level {
		says += l.say("comma") + l.inside(k.title(l))
	}
	if o.Status == indicators.Target {
		says += l.say("comma") + l.inside(l.say("target"))
	}
	says += l.say("comma") + when(o.Period, l) + l.say("colon") + s.names.withUnit(o, l)
	if n.before != nil {
		says += l.say("feed.before", s.names.withUnit(*n.before, l))
	}
	series := pathTo("series", o.Region, o.Indicator) + "?sheet=" + url.QueryEscape(k.token()) + "&lang=" + string(l) + "#" + url.PathEscape(refOf("m", o))
	e := atomEntry{
		ID:    urn(o.Indicator, o.Region, o.Measure.String(), o.Basis.String(), o.Status.String(), o.Period.String(), o.Quantity.Text(), o.Unit, o.Bound.String(), d.Published.String(), d.Publisher),
		Title: says, Updated: moment(d.Published),
		Links: []atomLink{
			{"alternate", "text/html", base + series},
			{"related", "text/html", base + p.Page + "#" + anchor(o.From.Span)},
		},
		Author:  atomAuthor{cmp.Or(d.Publisher, d.Label())},
		Summary: "“" + lineOfText(o.From, d.Text) + "” " + strings.Join(nonEmpty(p.Title, p.Publisher, p.Date), l.say("comma")),
	}
	if p.URL != "" {
		e.Links = append(e.Links, atomLink{"via", "", p.URL})
	}
	if o.Period.IsZero() {
		e.Links[0].Href = base + p.Page + "#" + anchor(o.From.Span)
	}
	return e, nil
}

// lineOfText is the sentence that a figure stands in, in one line.
func lineOfText(from indicators.Provenance, text string) string {
	q := quoteOf(text, from)
	return q.Before + q.Figure + q.After
}

// base is the address that the pages are served under, without a slash.
func (rq *request) base() string {
	scheme := "http"
	if rq.TLS != nil || rq.Header.Get("X-Forwarded-Proto") == "https" {
		scheme = "https"
	}
	return scheme + "://" + rq.Host
}

// moment is the beginning of a day, as RFC 3339 writes it.
func moment(d indicators.Date) string { return d.String() + "T00:00:00Z" }

// urn makes a name of parts that is the same wherever they are (RFC 9562,
// version 8).
func urn(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	b := h.Sum(nil)[:16]
	b[6], b[8] = b[6]&0x0f|0x80, b[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// nonEmpty returns the texts that say something.
func nonEmpty(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}
