package web

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"

	"suanpan/indicators"
	"suanpan/indicators/extract"
)

// What the page of a document shows at most.
const (
	maxText       = 600_000 // bytes
	maxOfDocument = 3000    // figures
	maxRejects    = 1000
	markColors    = 6
)

// documentForm is the page of a document: its own text with every figure
// marked. Of a document that is not ours to show whole, the sentences that
// hold figures stand for it.
type documentForm struct {
	documentEntry
	List    []docFigure `json:"observations"`
	Rejects []docReject `json:"rejected"`
	Partial bool        `json:"partial,omitempty"`

	Blocks []block     `json:"-"`
	Themes []docTheme  `json:"-"`
	Actual []docFigure `json:"-"`
	Target []docFigure `json:"-"`

	Findings countLink `json:"-"`

	clues []extract.Mention // words that the reader knew, in the order of the text
}

// docFigure is a figure of the document, in the order of the text.
type docFigure struct {
	No        int     `json:"no"`
	Indicator subject `json:"indicator"`
	Region    place   `json:"region"`
	Measure   string  `json:"measure"`
	Basis     string  `json:"basis,omitempty"`
	Status    string  `json:"status"`
	Period    string  `json:"period"`
	Value     string  `json:"value"`
	Unit      string  `json:"unit"`
	Bound     string  `json:"bound"`
	Printed   string  `json:"printed"`
	Start     int     `json:"start"` // bytes of the text
	End       int     `json:"end"`
	Rule      string  `json:"rule"`
	Page      string  `json:"page,omitempty"`          // of its series
	Leaf      int     `json:"original_page,omitempty"` // page of the original, from 1; 0 where it has none

	Anchor string  `json:"-"`
	Color  int     `json:"-"`
	Number *number `json:"-"`
	Behind string  `json:"-"`
	Says   string  `json:"-"`
	When   string  `json:"-"`
	Place  string  `json:"-"` // where it is not the home of the document
}

// docReject is a number of the document that is no figure.
type docReject struct {
	Quote  string `json:"quote"`
	Reason string `json:"reason"`
	Start  int    `json:"start"`

	Says string `json:"-"`
}

// newDocReject tells of a number that was not kept, and why.
func newDocReject(r indicators.Reject, l language) docReject {
	says := r.Reason
	if key := "reject." + r.Reason; has(key) {
		says = l.say(key)
	}
	return docReject{Quote: r.Quote, Reason: r.Reason, Start: r.Span.Start, Says: says}
}

// docTheme is a theme that occurs in the document, with its colour.
type docTheme struct {
	Name  string
	Color int
	Count int
}

func (s *server) document(rq *request) (*answer, error) {
	id := joinPath(rq.tail())
	d, err := s.shelf.document(rq.Context(), s.store, rq.index.version, id)
	if err != nil {
		return nil, err
	}
	info, ok := rq.index.info(id)
	if !ok {
		info = indicators.DocumentInfo{Document: *d}
	}
	form := &documentForm{documentEntry: s.documentEntry(rq, info), List: []docFigure{}, Rejects: []docReject{}}
	obs, partial, err := s.observations(rq, indicators.Query{Document: id, Limit: maxOfDocument})
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(obs, func(a, b indicators.Observation) int { return cmp.Compare(a.From.Span.Start, b.From.Span.Start) })
	if form.Findings, err = s.findingsOf(rq, "document", id); err != nil {
		return nil, err
	}
	colors := s.colorThemes(rq, form, obs)
	for i, o := range obs {
		f := s.newDocFigure(rq, form, o, i+1, colors)
		f.Leaf = d.Page(o.From.Span.Start)
		form.List = append(form.List, f)
	}
	for r, err := range s.store.Rejects(rq.Context(), id) {
		if err != nil {
			return nil, err
		}
		if len(form.Rejects) == maxRejects {
			partial = true
			break
		}
		form.Rejects = append(form.Rejects, newDocReject(r, rq.lang))
	}
	form.Partial = partial || len(d.Text) > maxText
	form.Blocks = blocks(d, obs, form)
	for _, f := range form.List {
		if f.Status == indicators.Target.String() {
			form.Target = append(form.Target, f)
		} else {
			form.Actual = append(form.Actual, f)
		}
	}
	return &answer{page: "document", title: d.Label(), about: rq.lang.say("document.about", d.Label(), len(obs)), form: form, table: documentTable(form), published: d.Published}, nil
}

// colorThemes gives the themes of a document their colours, the most frequent
// first; the last colour is for all that are left.
func (s *server) colorThemes(rq *request, form *documentForm, obs []indicators.Observation) map[string]int {
	count := map[string]int{}
	for _, o := range obs {
		count[s.names.theme(o.Indicator)]++
	}
	keys := sortedKeys(count)
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	colors := map[string]int{}
	for i, k := range keys {
		colors[k] = min(i+1, markColors)
		if i < markColors {
			form.Themes = append(form.Themes, docTheme{Name: s.names.themeName(k, rq.lang), Color: i + 1, Count: count[k]})
		} else {
			last := &form.Themes[markColors-1]
			last.Name = rq.lang.say("theme.rest")
			last.Count += count[k]
		}
	}
	return colors
}

func (s *server) newDocFigure(rq *request, form *documentForm, o indicators.Observation, no int, colors map[string]int) docFigure {
	f := docFigure{
		No: no, Indicator: s.names.subject(o.Indicator, o.Name), Region: s.names.place(o.Region, o.Place),
		Measure: o.Measure.String(), Basis: o.Basis.String(), Status: o.Status.String(), Period: o.Period.String(),
		Value: o.Quantity.Text(), Unit: o.Unit, Bound: o.Bound.String(), Printed: o.Printed,
		Start: o.From.Span.Start, End: o.From.Span.End, Rule: o.From.Rule,
		Anchor: anchor(o.From.Span), Color: colors[s.names.theme(o.Indicator)], When: when(o.Period, rq.lang),
	}
	f.Number, f.Behind = s.names.parts(o, rq.lang)
	if o.Measure != indicators.Level {
		f.Says = rq.lang.say("series." + f.Measure)
	}
	if form.Region == nil || form.Region.ID != o.Region {
		f.Place = f.Region.In(rq.lang)
	}
	if !o.Period.IsZero() && rq.index.byPair[pair{o.Region, o.Indicator}] != nil {
		token := keyOf(indicators.KeyOf(o)).token()
		f.Page = pathTo("series", o.Region, o.Indicator) + "?sheet=" + url.QueryEscape(token) + "#" + url.PathEscape(refOf("m", o))
	}
	return f
}

// documentTable is the figures of a document in rows.
func documentTable(form *documentForm) *table {
	t := &table{name: form.Title, head: []string{
		"no", "region", "region_name", "indicator", "indicator_name", "measure", "basis", "status", "period",
		"value", "unit", "bound", "printed", "start", "end", "rule",
	}}
	for _, f := range form.List {
		t.rows = append(t.rows, []string{
			strconv.Itoa(f.No), f.Region.ID, f.Region.Name, f.Indicator.ID, f.Indicator.Name, f.Measure, f.Basis, f.Status, f.Period,
			f.Value, f.Unit, f.Bound, f.Printed, strconv.Itoa(f.Start), strconv.Itoa(f.End), f.Rule,
		})
	}
	return t
}
