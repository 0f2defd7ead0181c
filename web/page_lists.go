package web

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"suanpan/indicators"
)

// What the lists show at most.
const (
	maxRegionsListed = 4000
	maxOpenListed    = 300
	documentsOfPage  = 100
)

// regionEntry is a region in the list of regions.
type regionEntry struct {
	Region     place         `json:"region"`
	Tier       string        `json:"tier"`
	Indicators int           `json:"indicators"`
	Figures    int           `json:"figures"`
	Latest     string        `json:"latest"` // the last period of which something was reported
	Parts      []regionEntry `json:"parts,omitempty"`

	When string `json:"-"`
}

// regionsForm is the list of regions that have data: the nation, the
// provinces, and in each what lies in it.
type regionsForm struct {
	Nation    []regionEntry `json:"nation"`
	Provinces []regionEntry `json:"provinces"`
	Elsewhere []regionEntry `json:"elsewhere"` // of which no province is known
	Partial   bool          `json:"partial,omitempty"`
}

func (s *server) regions(rq *request) (*answer, error) {
	x := rq.index
	form := &regionsForm{Nation: []regionEntry{}, Provinces: []regionEntry{}, Elsewhere: []regionEntry{}}
	t := &table{name: "regions", head: []string{"region", "name", "english", "tier", "indicators", "figures", "latest"}}
	in := map[string][]regionEntry{} // by province
	own := map[string]regionEntry{}
	for i, id := range sortedKeys(x.byRegion) {
		if i == maxRegionsListed {
			form.Partial = true
			break
		}
		e := s.regionEntry(rq, id)
		t.rows = append(t.rows, []string{id, e.Region.Name, e.Region.English, e.Tier, strconv.Itoa(e.Indicators), strconv.Itoa(e.Figures), e.Latest})
		switch province := s.provinceOf(id); {
		case e.Tier == indicators.TierNation.String():
			form.Nation = append(form.Nation, e)
		case province == id:
			own[id] = e
		case province != "":
			in[province] = append(in[province], e)
		default:
			form.Elsewhere = append(form.Elsewhere, e)
		}
	}
	for _, r := range s.names.catalog.Regions.All() {
		if r.Tier != indicators.TierProvince {
			continue
		}
		e, ok := own[r.Code]
		if !ok {
			if in[r.Code] == nil {
				continue
			}
			e = regionEntry{Region: s.names.place(r.Code, ""), Tier: r.Tier.String()}
		}
		e.Parts = in[r.Code]
		form.Provinces = append(form.Provinces, e)
	}
	return &answer{page: "regions", title: rq.lang.say("nav.regions"), form: form, table: t}, nil
}

func (s *server) regionEntry(rq *request, id string) regionEntry {
	x := rq.index
	at := x.byRegion[id]
	e := regionEntry{Region: s.names.place(id, x.series[at[0]].Place), Tier: indicators.TierUnknown.String()}
	if r, ok := s.names.catalog.Regions.ByCode(id); ok {
		e.Tier = r.Tier.String()
	}
	seen := map[string]bool{}
	var last indicators.Period
	for _, i := range at {
		in := &x.series[i]
		seen[in.Indicator] = true
		e.Figures += in.Vintages
		if in.Status == indicators.Actual && last.Compare(in.Last) < 0 {
			last = in.Last
		}
	}
	e.Indicators, e.Latest = len(seen), last.String()
	if !last.IsZero() {
		e.When = when(last, rq.lang)
	}
	return e
}

// provinceOf returns the province that a region is or lies in; "" for none.
func (s *server) provinceOf(id string) string {
	r, ok := s.names.region(id)
	for range 6 {
		if !ok {
			return ""
		}
		if r.Tier == indicators.TierProvince {
			return r.Code
		}
		r, ok = s.names.catalog.Regions.ByCode(r.Parent)
	}
	return ""
}

// indicatorEntry is an indicator in the list of indicators.
type indicatorEntry struct {
	Indicator subject `json:"indicator"`
	Theme     string  `json:"theme"`
	Unit      string  `json:"unit"`
	Regions   int     `json:"regions"`
	Figures   int     `json:"figures"`
}

// indicatorsForm is the list of indicators that have data, by theme.
type indicatorsForm struct {
	Themes  []themeEntry `json:"themes"`
	Partial bool         `json:"partial,omitempty"`
}

// themeEntry is a theme in the list.
type themeEntry struct {
	Theme string           `json:"theme"`
	List  []indicatorEntry `json:"indicators"`

	Name string `json:"-"`
}

func (s *server) indicators(rq *request) (*answer, error) {
	form := &indicatorsForm{Themes: s.byTheme(rq, maxOpenListed)}
	t := &table{name: "indicators", head: []string{"indicator", "name", "english", "theme", "unit", "regions", "figures"}}
	n := 0
	for _, th := range form.Themes {
		for _, e := range th.List {
			n++
			t.rows = append(t.rows, []string{e.Indicator.ID, e.Indicator.Name, e.Indicator.English, th.Theme, e.Unit, strconv.Itoa(e.Regions), strconv.Itoa(e.Figures)})
		}
	}
	form.Partial = n < len(rq.index.byIndicator)
	return &answer{page: "indicators", title: rq.lang.say("nav.indicators"), form: form, table: t}, nil
}

// byTheme lists the indicators that have data by their top themes; of open
// indicators the most frequent.
func (s *server) byTheme(rq *request, open int) []themeEntry {
	x := rq.index
	by := map[string][]indicatorEntry{}
	for _, id := range sortedKeys(x.byIndicator) {
		e := indicatorEntry{Indicator: s.names.subject(id, x.series[x.byIndicator[id][0]].Name), Theme: s.names.theme(id)}
		seen := map[string]bool{}
		for _, i := range x.byIndicator[id] {
			in := &x.series[i]
			seen[in.Region] = true
			e.Figures += in.Vintages
			if in.Measure == indicators.Level && e.Unit == "" {
				e.Unit = in.Unit
			}
		}
		e.Regions = len(seen)
		by[e.Theme] = append(by[e.Theme], e)
	}
	var out []themeEntry
	for _, th := range append(s.names.catalog.Indicators.Themes(), themeOfOpen) {
		list := by[th.Key]
		if list == nil {
			continue
		}
		if th.Key == "" {
			slices.SortStableFunc(list, func(a, b indicatorEntry) int { return cmp.Compare(b.Figures, a.Figures) })
			list = list[:min(len(list), open)]
		} else {
			slices.SortStableFunc(list, func(a, b indicatorEntry) int {
				return cmp.Compare(s.order[a.Indicator.ID], s.order[b.Indicator.ID])
			})
		}
		out = append(out, themeEntry{Theme: th.Key, Name: s.names.themeName(th.Key, rq.lang), List: list})
	}
	return out
}

// documentEntry is a document in the list of documents.
type documentEntry struct {
	paper
	Region  *place `json:"region,omitempty"`
	Kind    string `json:"kind,omitempty"`
	Figures int    `json:"figures"`
	Rejects int    `json:"rejects"`
	Excerpt bool   `json:"excerpt,omitempty"`
}

// documentsForm is a part of the list of documents, the latest first.
type documentsForm struct {
	Total     int             `json:"total"`
	Page      int             `json:"page"`
	Pages     int             `json:"pages"`
	Documents []documentEntry `json:"documents"`

	Before, After string `json:"-"`
}

func (s *server) documents(rq *request) (*answer, error) {
	v, err := rq.value("page")
	if err != nil {
		return nil, err
	}
	all := rq.index.documents
	form := &documentsForm{Total: len(all), Page: 1, Pages: max(1, (len(all)+documentsOfPage-1)/documentsOfPage), Documents: []documentEntry{}}
	if v != "" {
		if form.Page, err = strconv.Atoi(v); err != nil || form.Page < 1 || form.Page > form.Pages {
			return nil, refuse("problem.page", "page="+shorten(v), form.Pages)
		}
	}
	t := &table{name: "documents", head: []string{"document", "title", "publisher", "published", "region", "kind", "figures", "rejects", "url"}}
	from := (form.Page - 1) * documentsOfPage
	for _, d := range all[from:min(len(all), from+documentsOfPage)] {
		e := s.documentEntry(rq, d)
		form.Documents = append(form.Documents, e)
		t.rows = append(t.rows, []string{d.ID, d.Title, d.Publisher, d.Published.String(), d.Region, d.Kind, strconv.Itoa(d.Observations), strconv.Itoa(d.Rejects), e.URL})
	}
	if form.Page > 1 {
		form.Before = rq.here("page", fmt.Sprint(form.Page-1))
	}
	if form.Page < form.Pages {
		form.After = rq.here("page", fmt.Sprint(form.Page+1))
	}
	return &answer{page: "documents", title: rq.lang.say("nav.documents"), form: form, table: t}, nil
}

func (s *server) documentEntry(rq *request, d indicators.DocumentInfo) documentEntry {
	return documentEntry{
		paper: newPaper(d.Document, rq.lang), Region: s.home(d.Document), Kind: d.Kind,
		Figures: d.Observations, Rejects: d.Rejects, Excerpt: d.Excerpt,
	}
}

// home is the home region of a document, which may be told by code or by name;
// nil where none is known.
func (s *server) home(d indicators.Document) *place {
	id := d.Region
	if id == "" {
		return nil
	}
	if _, ok := s.names.catalog.Regions.ByCode(id); !ok {
		if codes := s.names.catalog.Regions.Named(id); len(codes) > 0 {
			id = codes[0]
		}
	}
	p := s.names.place(id, d.Region)
	if _, ok := s.names.region(id); !ok {
		p.Page = ""
	}
	return &p
}
