package web

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
)

// What the page that reads a pasted text takes and shows at most.
const (
	maxPosted = 1 << 20 // bytes of the form
	maxPasted = 40_000  // characters of the text
	maxRead   = 1500    // figures shown on the page; the data has all
	openRead  = 4       // figures of which the page shows the way at once
)

// pasteForm is a text that a reader of the pages put in, and what was read of
// it. Nothing of it is kept.
type pasteForm struct {
	Text      string       `json:"text"` // line breaks are single line feeds
	Title     string       `json:"title,omitempty"`
	Region    string       `json:"region,omitempty"`
	Published string       `json:"published,omitempty"`
	List      []readFigure `json:"observations"`
	Rejects   []docReject  `json:"rejected"`
	Mentions  []mention    `json:"mentions"` // what the scan found, in the order of the text

	Given   bool              `json:"-"` // there is a text
	Actual  int               `json:"-"`
	Shown   []readFigure      `json:"-"`
	Hidden  int               `json:"-"` // figures that the page leaves out
	Blocks  []block           `json:"-"`
	Themes  []docTheme        `json:"-"`
	Faults  map[string]string `json:"-"` // what is wrong with a field, by its name
	Example string            `json:"-"` // an address
	Most    int               `json:"-"` // characters
}

// readFigure is a figure with the way to it.
type readFigure struct {
	docFigure
	Sentence spanForm `json:"sentence"`
	Trace    []step   `json:"trace"`

	Shows string `json:"-"` // growth, share …, in words; "" for a level
	Open  bool   `json:"-"`
}

// spanForm is a span of bytes of the text, the end exclusive.
type spanForm struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// mention is one thing that the scan found.
type mention struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

// example is a text of our own to begin with, and what is said of it.
var example = url.Values{
	"title":     {"2024年天元区人民政府工作报告"},
	"region":    {"株洲市天元区"},
	"published": {"2024-01-08"},
	"text": {`过去一年，全区地区生产总值512.3亿元，增长5.1%，增速居全市第2位；其中，第一产业增加值9.86亿元，增长3.2%。年末常住人口超48万人。新建5G基站120个。第3届桃花节接待游客11万人次。

今年经济社会发展的主要预期目标是：地区生产总值增长6%左右，规模以上工业增加值增长7%以上。`},
}

func (s *server) extract(rq *request) (*answer, error) {
	form := &pasteForm{List: []readFigure{}, Rejects: []docReject{}, Mentions: []mention{}, Faults: map[string]string{}, Example: address("/extract", example), Most: maxPasted}
	d, err := form.document(rq)
	if err != nil {
		return nil, err
	}
	a := &answer{page: "extract", title: rq.lang.say("extract"), about: rq.lang.say("extract.deck"), form: form}
	if len(form.Faults) > 0 {
		a.status = http.StatusBadRequest
		return a, nil
	}
	if form.Given {
		if err := s.read(rq, form, d); err != nil {
			return nil, err
		}
	}
	if rq.format != asHTML || rq.carried() {
		a.table = pasteTable(form)
	}
	return a, nil
}

// document takes the fields of the request. What is wrong with one is told
// beside it on the page, which keeps what was typed; data is refused.
func (f *pasteForm) document(rq *request) (*indicators.Document, error) {
	fault := func(name string, p *problem) error {
		if rq.format != asHTML {
			return p
		}
		f.Faults[name] = rq.lang.say(p.key, p.args...) + rq.lang.say("gap.word") + rq.lang.say(p.key+".more")
		return nil
	}
	for _, field := range []struct {
		name string
		to   *string
	}{{"text", &f.Text}, {"title", &f.Title}, {"region", &f.Region}, {"published", &f.Published}} {
		v, err := rq.value(field.name)
		if err != nil {
			return nil, err
		}
		*field.to = v
		if !utf8.ValidString(v) {
			*field.to = ""
			return nil, refuse("problem.utf8")
		}
	}
	f.Text = strings.ReplaceAll(strings.ReplaceAll(f.Text, "\r\n", "\n"), "\r", "\n")
	f.Title, f.Region = strings.TrimSpace(f.Title), strings.TrimSpace(f.Region)
	f.Given = strings.TrimSpace(f.Text) != ""
	day, err := indicators.ParseDate(f.Published)
	if err != nil {
		if err := fault("published", refuse("problem.date", "published="+shorten(f.Published))); err != nil {
			return nil, err
		}
	}
	if n := utf8.RuneCountInString(f.Text); n > maxPasted {
		if err := fault("text", &problem{status: http.StatusRequestEntityTooLarge, key: "problem.long", args: []any{n, maxPasted}}); err != nil {
			return nil, err
		}
	}
	d := &indicators.Document{Title: f.Title, Region: f.Region, Published: day, Text: f.Text}
	d.ID = d.Identify()
	return d, nil
}

// read reads the text and fills the form.
func (s *server) read(rq *request, form *pasteForm, d *indicators.Document) error {
	e, err := s.reader.Explain(d)
	if err != nil {
		return err
	}
	doc := &documentForm{documentEntry: documentEntry{Region: s.home(*d)}, clues: e.Mentions}
	colors := s.colorThemes(rq, doc, e.Observations)
	for i, o := range e.Observations {
		f := readFigure{
			docFigure: s.newDocFigure(rq, doc, o, i+1, colors), Sentence: spanForm(o.From.Sentence), Trace: []step{},
			Open: len(e.Observations) <= openRead || i == 0,
		}
		if o.Measure != indicators.Level {
			f.Shows = keyOf(indicators.KeyOf(o)).title(rq.lang)
		}
		f.Place = f.docFigure.Region.In(rq.lang)
		for _, t := range o.From.Trace {
			f.Trace = append(f.Trace, step{t.Attribute, t.Value, t.Origin, t.Span.Of(d.Text)})
		}
		form.List = append(form.List, f)
		if o.Status == indicators.Actual {
			form.Actual++
		}
	}
	for _, r := range e.Rejects {
		form.Rejects = append(form.Rejects, newDocReject(r, rq.lang))
	}
	for _, m := range e.Mentions {
		form.Mentions = append(form.Mentions, mention{m.Type, m.Span.Start, m.Span.End, m.Span.Of(d.Text)})
	}
	form.Shown = form.List[:min(maxRead, len(form.List))]
	form.Hidden = len(form.List) - len(form.Shown)
	for _, f := range form.Shown {
		doc.List = append(doc.List, f.docFigure)
	}
	doc.Rejects = form.Rejects
	form.Blocks = blocks(d, e.Observations, doc)
	form.Themes = doc.Themes
	return nil
}

// pasteTable is the figures of the text in rows.
func pasteTable(form *pasteForm) *table {
	t := &table{name: "extract", head: []string{
		"no", "region", "region_name", "indicator", "indicator_name", "measure", "basis", "status", "period",
		"value", "unit", "bound", "printed", "start", "end", "rule", "sentence",
	}}
	for _, f := range form.List {
		t.rows = append(t.rows, []string{
			strconv.Itoa(f.No), f.Region.ID, f.Region.Name, f.Indicator.ID, f.Indicator.Name, f.Measure, f.Basis, f.Status, f.Period,
			f.Value, f.Unit, f.Bound, f.Printed, strconv.Itoa(f.Start), strconv.Itoa(f.End), f.Rule,
			oneLine(indicators.Span(f.Sentence).Of(form.Text)),
		})
	}
	return t
}
