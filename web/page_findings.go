package web

import (
	"net/url"
	"slices"
	"strconv"

	"suanpan/indicators"
)

// What a page of findings shows, and the data of all pages at most.
const (
	findingsOfPage = 20
	maxFindings    = 2000
)

// findingsForm is what does not fit in the store: all findings, or those of a
// kind, a region, an indicator, a document.
type findingsForm struct {
	Total     int       `json:"total"` // under these filters
	Page      int       `json:"page,omitempty"`
	Pages     int       `json:"pages,omitempty"`
	Compared  int       `json:"compared"` // figures
	Kind      string    `json:"kind,omitempty"`
	Region    *place    `json:"region,omitempty"`
	Indicator *subject  `json:"indicator,omitempty"`
	Document  *paper    `json:"document,omitempty"`
	Findings  []finding `json:"findings"`
	Partial   bool      `json:"partial,omitempty"`

	Kinds         []kindLink `json:"-"` // under the other filters
	Chips         []chip     `json:"-"` // filters that can be taken away
	Documents     int        `json:"-"`
	Before, After string     `json:"-"`
}

// kindLink is a kind of findings with how many there are.
type kindLink struct {
	Name    string
	Count   int
	Page    string
	Current bool
}

func (s *server) findingsPage(rq *request) (*answer, error) {
	a, err := s.findings(rq)
	if err != nil {
		return nil, err
	}
	form := &findingsForm{Compared: a.figures, Findings: []finding{}, Partial: a.partial || rq.index.partial, Documents: len(rq.index.documents)}
	list, err := s.filterFindings(rq, form, a.all)
	if err != nil {
		return nil, err
	}
	form.Total = len(list)
	page, err := rq.value("page")
	if err != nil {
		return nil, err
	}
	if page != "" || rq.format == asHTML {
		form.Page, form.Pages = 1, max(1, (len(list)+findingsOfPage-1)/findingsOfPage)
		if page != "" {
			if form.Page, err = strconv.Atoi(page); err != nil || form.Page < 1 || form.Page > form.Pages {
				return nil, refuse("problem.page", "page="+shorten(page), form.Pages)
			}
		}
		if form.Page > 1 {
			form.Before = rq.here("page", strconv.Itoa(form.Page-1))
		}
		if form.Page < form.Pages {
			form.After = rq.here("page", strconv.Itoa(form.Page+1))
		}
		from := (form.Page - 1) * findingsOfPage
		list = list[from:min(len(list), from+findingsOfPage)]
	} else if len(list) > maxFindings {
		form.Partial, list = true, list[:maxFindings]
	}
	for _, f := range list {
		x, err := s.newFinding(rq, f)
		if err != nil {
			return nil, err
		}
		form.Findings = append(form.Findings, x)
	}
	return &answer{page: "findings", title: rq.lang.say("nav.findings"), about: rq.lang.say("findings.deck"), form: form, table: findingsTable(form)}, nil
}

// findingKinds are the kinds in the order of their findings.
var findingKinds = func() (kinds []string) {
	for k := indicators.FindingSum; k <= indicators.FindingVintage; k++ {
		kinds = append(kinds, k.String())
	}
	return kinds
}()

// filterFindings keeps what the address asks for, and lists the other choices.
func (s *server) filterFindings(rq *request, form *findingsForm, all []indicators.Finding) ([]*indicators.Finding, error) {
	kind, err := rq.choice("kind", append([]string{""}, findingKinds...))
	if err != nil {
		return nil, err
	}
	form.Kind = kind
	var region, indicator, document string
	for _, v := range []struct {
		name string
		to   *string
	}{{"region", &region}, {"indicator", &indicator}, {"document", &document}} {
		if *v.to, err = rq.value(v.name); err != nil {
			return nil, err
		}
	}
	if region, err = s.regionOf(rq, region); err != nil {
		return nil, err
	}
	if indicator, err = s.indicatorOf(rq, indicator); err != nil {
		return nil, err
	}
	s.fillFilters(rq, form, region, indicator, document)
	if document != "" && form.Document == nil {
		return nil, notFound("problem.document", shorten(document))
	}
	count := map[string]int{}
	n := 0
	var list []*indicators.Finding
	for i := range all {
		f := &all[i]
		if region != "" && !touches(f, func(o *indicators.Observation) bool { return o.Region == region }) ||
			indicator != "" && !touches(f, func(o *indicators.Observation) bool { return o.Indicator == indicator }) ||
			document != "" && !touches(f, func(o *indicators.Observation) bool { return o.From.Document == document }) {
			continue
		}
		n++
		count[f.Kind.String()]++
		if kind == "" || kind == f.Kind.String() {
			list = append(list, f)
		}
	}
	form.Kinds = append(form.Kinds, kindLink{rq.lang.say("findings.all"), n, rq.here("kind", "", "page", ""), kind == ""})
	for _, k := range findingKinds {
		if count[k] > 0 || k == kind {
			form.Kinds = append(form.Kinds, kindLink{rq.lang.say("finding." + k), count[k], rq.here("kind", k, "page", ""), k == kind})
		}
	}
	return list, nil
}

// fillFilters names the filters that are set, each with the address without it.
func (s *server) fillFilters(rq *request, form *findingsForm, region, indicator, document string) {
	add := func(param, name string) {
		form.Chips = append(form.Chips, chip{Name: name, Without: rq.here(param, "", "page", "")})
	}
	if region != "" {
		p := s.names.place(region, rq.index.nameOfRegion(region))
		form.Region = &p
		add("region", p.In(rq.lang))
	}
	if indicator != "" {
		x := s.names.subject(indicator, rq.index.nameOfIndicator(indicator))
		form.Indicator = &x
		add("indicator", x.In(rq.lang))
	}
	if d, ok := rq.index.info(document); ok {
		p := newPaper(d.Document, rq.lang)
		form.Document = &p
		add("document", p.Title)
	}
}

func touches(f *indicators.Finding, is func(*indicators.Observation) bool) bool {
	for i := range f.Observations {
		if is(&f.Observations[i]) {
			return true
		}
	}
	return false
}

// All is the address of the data of all pages.
func (f *findingsForm) All(v *view, as string) string {
	q := url.Values{}
	for _, p := range v.route.params {
		if x := v.query.Get(p); x != "" && p != "page" {
			q.Set(p, x)
		}
	}
	return address(v.page()+as, q)
}

// findingsTable is the findings in rows, one for each of their figures.
func findingsTable(form *findingsForm) *table {
	t := &table{name: "findings", head: []string{
		"finding", "kind", "check", "found", "expected", "difference", "tolerance", "finding_unit", "working",
		"region", "region_name", "indicator", "indicator_name", "measure", "basis", "status", "period",
		"value", "unit", "bound", "printed", "published", "publisher", "title", "document", "url", "sentence",
	}}
	for i, f := range form.Findings {
		for _, x := range f.Figures {
			t.rows = append(t.rows, slices.Concat(
				[]string{strconv.Itoa(i + 1), f.Kind, f.Check, f.Found, f.Expected, f.Difference, f.Tolerance, f.Unit, f.Working},
				[]string{x.Region.ID, x.Region.Name, x.Indicator.ID, x.Indicator.Name, x.Series, x.Basis, x.Status, x.Period},
				[]string{x.Value, x.Unit, x.Bound, x.Printed, x.Document.Published, x.Document.Publisher, x.Document.Title, x.Document.ID, x.Document.URL},
				[]string{x.Sentence.Before + x.Sentence.Figure + x.Sentence.After},
			))
		}
	}
	return t
}
