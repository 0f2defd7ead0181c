package web

import (
	"cmp"
	"net/url"
	"slices"

	"suanpan/indicators"
)

// The indicators that the front page shows of every province. They are ids of
// the catalogue; where nothing was read of one, its column is empty.
const (
	frontTotal  = "gdp"
	frontSecond = "via"
)

// frontForm is the front page: what is new, and what is here.
type frontForm struct {
	Documents int             `json:"documents"`
	Series    int             `json:"series"`
	Figures   int             `json:"figures"`
	Year      int             `json:"year,omitempty"` // of the rows
	Rows      []provinceRow   `json:"provinces"`
	Latest    []documentEntry `json:"latest_documents"`
	Moves     []move          `json:"largest_moves"`
	Themes    []themeEntry    `json:"themes"`
	Regions   []regionEntry   `json:"regions"`  // those with the most figures
	Findings  []finding       `json:"findings"` // the first of them
	Found     int             `json:"findings_total"`
	Partial   bool            `json:"partial,omitempty"`

	Hero     *box       `json:"-"`
	HeroHead string     `json:"-"`
	HeroDeck string     `json:"-"`
	Ranked   *box       `json:"-"`
	Compared *box       `json:"-"`
	Total    subject    `json:"-"`
	Second   subject    `json:"-"`
	Unit     string     `json:"-"`
	Places   [3]int     `json:"-"`
	Axis     []axisTick `json:"-"` // of the dots
	Tries    []link     `json:"-"`
}

// move is a large change on the year.
type move struct {
	Region    place   `json:"region"`
	Indicator subject `json:"indicator"`
	Growth    *figure `json:"growth"`

	Arrow string `json:"-"`
	When  string `json:"-"`
	Page  string `json:"-"`
}

func (s *server) front(rq *request) (*answer, error) {
	x := rq.index
	form := &frontForm{
		Documents: len(x.documents), Series: len(x.series), Figures: x.figures, Partial: x.partial,
		Rows: []provinceRow{}, Latest: []documentEntry{}, Moves: s.moves(rq), Themes: s.byTheme(rq, 0), Regions: s.mostRead(rq),
		Total: s.names.subject(frontTotal, ""), Second: s.names.subject(frontSecond, ""),
	}
	const latest, themes, ofTheme = 5, 9, 3
	form.Themes = form.Themes[:min(themes, len(form.Themes))]
	for _, d := range x.documents[:min(latest, len(x.documents))] {
		form.Latest = append(form.Latest, s.documentEntry(rq, d))
	}
	for i := range form.Themes {
		form.Themes[i].List = form.Themes[i].List[:min(ofTheme, len(form.Themes[i].List))]
	}
	if err := s.fillProvinces(rq, form); err != nil {
		return nil, err
	}
	if err := s.fillFrontCharts(rq, form); err != nil {
		return nil, err
	}
	a, err := s.findings(rq)
	if err != nil {
		return nil, err
	}
	form.Found, form.Findings = len(a.all), []finding{}
	for _, f := range firstOfKinds(a.all, 3) {
		x, err := s.newFinding(rq, f)
		if err != nil {
			return nil, err
		}
		form.Findings = append(form.Findings, x)
	}
	for _, r := range form.Regions[:min(2, len(form.Regions))] {
		form.Tries = append(form.Tries, link{r.Region.In(rq.lang), r.Region.Page})
	}
	if len(x.documents) > 0 {
		form.Tries = append(form.Tries, link{form.Latest[0].Title, form.Latest[0].paper.Page})
	}
	return &answer{page: "front", form: form, table: frontTable(form)}, nil
}

// moves lists the largest changes on the year that were reported last.
func (s *server) moves(rq *request) []move {
	x := rq.index
	newest := x.latestYear()
	var found []*indicators.SeriesInfo
	for i := range x.series {
		in := &x.series[i]
		if in.Measure == indicators.Growth && in.Basis == indicators.YoY && in.Status == indicators.Actual && in.Unit == "%" &&
			in.Frequency == "A" && int(in.Last.Last.Year) >= newest-1 && in.Latest.Bound == indicators.Exact && s.order[in.Indicator] > 0 {
			found = append(found, in)
		}
	}
	slices.SortStableFunc(found, func(a, b *indicators.SeriesInfo) int { return b.Latest.Value.Abs().Cmp(a.Latest.Value.Abs()) })
	const most = 6
	out := []move{}
	for _, in := range found[:min(most, len(found))] {
		out = append(out, move{
			Region: s.names.place(in.Region, in.Place), Indicator: s.names.subject(in.Indicator, in.Name),
			Growth: s.newFigure(rq, in.Latest, setNumber(in.Latest, 0, rq.lang), ""), Arrow: arrow(in.Latest.Value),
			When: when(in.Last, rq.lang), Page: pathTo("series", in.Region, in.Indicator) + "?sheet=" + url.QueryEscape(keyOf(in.SeriesKey).token()),
		})
	}
	return out
}

// mostRead lists the regions with the most figures.
func (s *server) mostRead(rq *request) []regionEntry {
	count := map[string]int{}
	for id, at := range rq.index.byRegion {
		for _, i := range at {
			count[id] += rq.index.series[i].Vintages
		}
	}
	delete(count, "")
	ids := sortedKeys(count)
	slices.SortStableFunc(ids, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	const most = 5
	out := []regionEntry{}
	for _, id := range ids[:min(most, len(ids))] {
		out = append(out, s.regionEntry(rq, id))
	}
	return out
}
