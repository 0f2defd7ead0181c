package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// A reading is the state of reading one document from its first block to its
// last.
type reading struct {
	scanner
	limits limits
	mem    *memory
	doc    *indicators.Document
	kind   docKind

	page       setting // of the document
	section    setting // of the article or section
	paragraphs int     // of the article, read so far
	zone       place   // the zone that the article named last
	lastPlace  place   // the place that the article named last
	year       int     // of a report: the year that it plans
	out        Result

	pass *passage // the block at hand

	values     []value           // of the clause at hand
	valueFigs  []int32           // of the values
	periodSaid indicators.Period // the period of the figure before
	periodText string

	names      map[string]*knownName // by the name as composed
	nameBefore *knownName            // that was asked for last
	steps      slab[indicators.Step]
	joined     []joinedWords

	st       *sentence        // at hand
	current  sentence         // what st points to
	noun     string           // the last that a phrase of the sentence gave
	fromYear int              // the year that 由…增加到… starts from
	grew     bool             // the figure before is a growth
	intended bool             // the sentence before ended with a plan
	since    indicators.Basis // of the change before it in the sentence, where a period of its own says it

	// what carries from figure to figure
	subject     subject   // of the figure before
	thing       subject   // the last subject that was no share
	whole       subject   // what 其中 is a part of
	parts       bool      // 其中 has opened a part
	items       []subject // of the list before
	itemPlaces  []place   // the regions of the items, where the list was of regions
	said        []said    // the subjects of the sentence with their units
	opened      opener    // what opened the list at hand
	lead        part      // the noun of a clause without figures before this one
	leadSet     bool
	told        part    // the thing that the sentence before tells of, where it is short and has no figure
	project     string  // that the clause before this one tells of: 棚户区改造项目; "" for none
	leadEnd     int32   // byte at which that clause ends
	taken       int32   // end of the noun behind the last figure, where it named it
	leadPlaces  []place // the regions that a clause without figures lists
	leadPeriods []int32 // the periods that it lists, tokens
	listed      part    // the names that the clause without figures lists
	doer        part    // who it tells of
	outside     outside // what ruled before the bracket at hand
	itemsEnd    int32   // byte at which the last item of the list before ends
}

// newReading prepares to read a document: what its title, date and region say.
func newReading(c *catalog.Catalog, d *indicators.Document) *reading {
	return readingIn(&memory{}, c, d)
}

// readingIn is newReading with the memory of readings before it.
func readingIn(m *memory, c *catalog.Catalog, d *indicators.Document) *reading {
	r := &reading{
		scanner: scanner{cat: c, tokens: m.tokens, figures: m.figures, periods: m.periods},
		limits:  usualLimits, mem: m, doc: d, kind: classify(c.Classes, d),
		values: m.values, valueFigs: m.valueFigs, said: m.said, names: m.names,
		out: Result{m.observations, m.rejects},
	}
	if r.names == nil {
		r.names = make(map[string]*knownName, min(len(d.Text)/400, mostNames))
	}
	if d.Region != "" {
		if p, ok := r.resolvePlace(d.Region, place{}); ok {
			r.page.region, r.page.home = p, p
		} else if p, ok := r.placeOf(d.Region); ok {
			r.page.region, r.page.home = p, p
		} else if p, ok := r.placeOf(nation); ok && strings.HasPrefix(d.Region, p.name) {
			r.page.region, r.page.home = p, p // 全国及各地
		} else {
			r.page.region = place{indicators.OpenRegion("", d.Region), d.Region}
			r.page.home = r.page.region
		}
		r.page.regionFrom = fromDocument
	}
	r.local = r.page.home.code != nation
	r.titlePeriod()
	r.section = r.page
	return r
}

// titlePeriod takes the period of the document from its title: that of a
// bulletin is the one it names, that of a report the year before the one it
// plans.
func (d *reading) titlePeriod() {
	d.scan(d.doc.Title)
	pub := d.doc.Published
	if d.kind == kindReport {
		d.reportPeriod()
		return
	}
	if p, ok := censusOf(d.doc.Title); ok && d.kind != kindNews {
		d.page.rule(p, fromDocument)
		return
	}
	for _, w := range d.periods {
		p, ok := d.resolve(w, indicators.Period{})
		switch {
		case !ok || p.First == p.Last:
		case d.kind != kindNews:
			d.page.rule(p, fromDocument)
			return
		case !w.reference() && !d.after(p) && !d.flashBack(p) && p.First.Year == p.Last.Year:
			d.page.rule(p, fromArticle)
			return
		}
	}
	if d.kind == kindBulletin && !pub.IsZero() {
		d.page.rule(indicators.Year(int(pub.Year)-1), fromDocument)
	}
}

// resolve returns the days that a period word means within a frame.
func (d *reading) resolve(w periodWord, frame indicators.Period) (indicators.Period, bool) {
	return w.resolve(periodContext{Published: d.doc.Published, Frame: frame})
}

// read reads all blocks, unless the document is over a limit.
func (d *reading) read() (limit, bool) {
	d.mem.lines = appendLines(d.mem.lines[:0], d.doc.Text, d.limits.lines)
	if l, over := d.limits.over(d.doc, d.mem.lines); over {
		return l, true
	}
	d.most = d.limits.tokens
	all := d.mem.blocksOf(d.doc.Text)
	var above *block // a figure on a line of its own
	out := 0
	for i := range all {
		b := &all[i]
		if l, over := d.overRead(); over {
			return l, true
		}
		d.reserve(b.start)
		if d.kind == kindNews && d.beginsArticle(all, i) {
			d.section = d.page
			d.subject, d.thing, d.zone, d.lastPlace = subject{}, subject{}, place{}, place{}
			d.paragraphs, d.leadPlaces = 0, d.leadPlaces[:0]
			d.labelled(b)
		}
		switch b.kind {
		case blockTable:
			d.table(b, all[:i])
		case blockHeading:
			if i+1 < len(all) && all[i+1].kind == blockText && !all[i+1].afterGap && d.bareFigure(b) {
				above, out = b, len(d.out.Observations) // read with the item below it
				continue
			}
			d.heading(b)
		case blockText:
			d.paragraph(b)
			d.paragraphs++
			if above != nil {
				d.headline(above, out)
				above = nil
			}
		case blockNote:
			d.reject(b, "note")
		case blockByline:
			d.reject(b, "by-line")
		}
	}
	return d.overRead()
}

// labelled takes the home of a brief from the label that stands before it:
// ▲柳城县.
func (d *reading) labelled(b *block) {
	if b.label == "" {
		return
	}
	var found []place
	for _, name := range strings.FieldsFunc(strings.TrimLeft(b.label, "▲●■◆★▶"), func(r rune) bool { return r == '、' || isBlank(r) }) {
		if p, ok := d.resolvePlace(name, d.page.home); ok {
			found = append(found, p)
		}
	}
	if len(found) == 1 {
		d.section.at(found[0], fromArticle)
		d.section.home = found[0]
	}
	d.leadPlaces = found
}

// reserve makes room for the figures of the text from byte at on, by how many
// stood before it, but no more than for four times as many.
func (d *reading) reserve(at int) {
	n := len(d.out.Observations)
	if at == 0 || cap(d.out.Observations)-n > 64 {
		return
	}
	left := int(int64(n) * int64(len(d.doc.Text)-at) / int64(at))
	d.out.Observations = slices.Grow(d.out.Observations, min(left+left/16, 4*n)+128)
}

// dated reports whether a paragraph opens an article, and is none under a heading
// inside of one: 本报讯（记者…）.
func (d *reading) dated(b *block) bool {
	head := b.text[:min(len(b.text), 60)]
	return d.cat.Classes.Reporting.In(head) || hasAny(head, "讯（", "讯(", "电（", "电(")
}

// paragraph reads a block of sentences.
func (d *reading) paragraph(b *block) {
	d.pass = &b.passage
	d.scan(b.text)
	d.sentences(b, d.section)
}

// reject marks every figure of a block as not kept, with one reason.
func (d *reading) reject(b *block, reason string) {
	d.pass = &b.passage
	d.scan(b.text)
	for _, f := range d.figures {
		d.drop(&f, reason)
	}
}

// drop keeps a figure as a reject.
func (d *reading) drop(f *figure, reason string) {
	span := d.pass.span(f.start, f.end)
	d.out.Rejects = append(d.out.Rejects, indicators.Reject{Span: span, Quote: span.Of(d.doc.Text), Reason: reason})
}

// regionAt returns the region that word k names here. A short name that is
// also a plain word counts only where the form says that it is a place: inside
// the home region, and at the head of a heading or before 、 or a colon.
func (d *reading) regionAt(k int, s *setting) (place, bool) {
	t := &d.tokens[k]
	name := d.textOf(t)
	p, ok := d.resolvePlace(name, s.home)
	if !ok {
		return place{}, false
	}
	if home, _ := indicators.SplitRegion(s.home.code); strings.HasSuffix(p.name, "新区") && len(home) == 6 && home != nation && len(p.code) == 6 && p.code[:2] != home[:2] {
		return place{indicators.OpenRegion(home, p.name), p.name}, true // a new area of its name is in the home too
	}
	if strings.HasSuffix(p.name, name) || p.name == name || p.code == s.home.code {
		return p, true
	}
	next, _ := utf8.DecodeRuneInString(d.text[t.end:])
	if d.cat.Regions.Ordinary(name) {
		listed := t.start == 0 || next == '：' || next == '、' || next == ':' || k > 0 && d.tokens[k-1].isPunct('、') && d.tokens[k-1].end == t.start
		home, _ := indicators.SplitRegion(s.home.code)
		return p, listed && d.cat.Regions.Within(p.code, home)
	}
	if strings.ContainsRune("路街道桥河江湖山社籍站港机景", next) {
		return place{}, false
	}
	return p, !d.farCounty(name) || d.standsAlone(t, int32(len(d.text)))
}
