package web

import (
	"slices"

	"suanpan/charts"
	"suanpan/indicators"
)

// What a region's page shows at most.
const (
	maxKeyFigures = 8
	maxCharts     = 10
	chartsOfTheme = 2
	maxListed     = 400 // indicators in the lists of the themes
	maxPromises   = 40
	maxOfRegion   = 20_000 // observations read for charts and promises
)

// regionForm is the page of a region.
type regionForm struct {
	Region   place        `json:"region"`
	Tier     string       `json:"tier"`
	Above    []place      `json:"above"`
	Key      []keyFigure  `json:"key_figures"`
	Chapters []chapter    `json:"themes"`
	Promises []promiseRow `json:"promises"`
	Parts    []partRow    `json:"parts"`    // the regions that lie in it
	Siblings []partRow    `json:"siblings"` // the regions beside it
	Partial  bool         `json:"partial,omitempty"`

	Measured    subject   `json:"-"` // what Parts and Siblings are measured by
	Unit        string    `json:"-"`
	SiblingUnit string    `json:"-"`
	Places      [2]int    `json:"-"`
	Empty       []place   `json:"-"` // parts of which nothing was read
	PartsName   string    `json:"-"`
	Compare     string    `json:"-"` // with its siblings
	Indicators  int       `json:"-"`
	Latest      *paper    `json:"-"`
	Decided     *pledge   `json:"-"` // the promise whose sentences are shown
	Hidden      int       `json:"-"` // promises that are not listed
	Findings    countLink `json:"-"`
}

func (s *server) region(rq *request) (*answer, error) {
	id := joinPath(rq.tail())
	x := rq.index
	r, known := s.names.catalog.Regions.ByCode(id)
	if !known && x.byRegion[id] == nil {
		return nil, notFound("problem.region")
	}
	read := ""
	if at := x.byRegion[id]; at != nil {
		read = x.series[at[0]].Place
	}
	form := &regionForm{
		Region: s.names.place(id, read), Tier: r.Tier.String(), Above: s.names.above(id),
		Key: []keyFigure{}, Chapters: []chapter{}, Promises: []promiseRow{}, Parts: []partRow{}, Siblings: []partRow{},
	}
	all := s.headlines(x, id)
	form.Indicators = len(all)
	if err := s.fillLedger(rq, form, all); err != nil {
		return nil, err
	}
	s.fillParts(rq, form, r, known)
	var err error
	if form.Findings, err = s.findingsOf(rq, "region", id); err != nil {
		return nil, err
	}
	for _, d := range x.documents {
		if d.Region == id || d.Region == form.Region.Name && d.Region != "" {
			p := newPaper(d.Document, rq.lang)
			form.Latest = &p
			break
		}
	}
	title := form.Region.In(rq.lang)
	return &answer{
		page: "region", title: title, about: rq.lang.say("region.about", title, len(all)), form: form, table: regionTable(form),
		published: x.published(x.byRegion[id]), news: []indicators.Query{{Regions: []string{id}}},
	}, nil
}

// fillLedger makes the key figures, the chapters and the promises.
func (s *server) fillLedger(rq *request, form *regionForm, all []*indicators.SeriesInfo) error {
	if len(all) == 0 {
		return nil
	}
	// those read for charts and promises, in one query
	newest := 0
	for _, in := range all {
		if in.Status == indicators.Actual {
			newest = max(newest, int(in.Last.Last.Year))
		}
	}
	var key []*indicators.SeriesInfo
	for _, pass := range []struct{ open, old bool }{{false, false}, {false, true}, {true, false}, {true, true}} {
		for _, in := range all {
			old := int(in.Last.Last.Year) < newest-3
			if old == pass.old && indicators.IsOpen(in.Indicator) == pass.open && in.Status == indicators.Actual && in.Measure != indicators.Rank && len(key) < maxKeyFigures {
				key = append(key, in)
			}
		}
	}
	want := map[string]bool{}
	for _, in := range key {
		want[in.Indicator] = true
	}
	themes := s.themesOf(all)
	for _, t := range themes {
		n := 0
		for _, in := range t.infos {
			if in.Points >= 3 && n < chartsOfTheme && t.key != "" {
				want[in.Indicator] = true
				n++
			}
		}
	}
	for _, i := range rq.index.byRegion[form.Region.ID] {
		if in := &rq.index.series[i]; in.Status == indicators.Target && len(want) < 60 {
			want[in.Indicator] = true
		}
	}
	obs, partial, err := s.observations(rq, indicators.Query{
		Regions: []string{form.Region.ID}, Indicators: sortedKeys(want), Limit: maxOfRegion,
	})
	if err != nil {
		return err
	}
	form.Partial = partial
	sheets := map[string][]*sheet{} // by indicator, the most useful first
	for _, sh := range sheetsOf(obs) {
		sheets[sh.Indicator] = append(sheets[sh.Indicator], sh)
	}
	for _, in := range key {
		k := s.newKeyFigure(rq, in)
		for _, sh := range sheets[in.Indicator] {
			if sh.sheetKey == keyOf(in.SeriesKey) && !sh.loose() {
				over := sh.periods()
				line := lineOf(sh.Actual, over, 0, rq.lang, nil)
				line.Points = slices.DeleteFunc(line.Points, func(p charts.Point) bool { return p.Mark == charts.Superseded })
				k.Trend = charts.Trend(line.Points, len(over))
			}
		}
		form.Key = append(form.Key, k)
	}
	if err := s.fillChapters(rq, form, themes, sheets); err != nil {
		return err
	}
	return s.fillPromises(rq, form, sheets)
}

// regionTable is the ledger of a region in rows.
func regionTable(form *regionForm) *table {
	t := &table{name: form.Region.Name, head: []string{
		"region", "region_name", "theme", "indicator", "indicator_name", "measure", "basis", "period",
		"value", "unit", "bound", "printed", "growth", "published", "document",
	}}
	for _, c := range form.Chapters {
		for _, k := range c.Rows {
			growth := ""
			if k.Growth != nil {
				growth = k.Growth.Value
			}
			row := []string{form.Region.ID, form.Region.Name, c.Theme, k.Indicator.ID, k.Indicator.Name, k.Measure, k.Basis, k.Latest.Period}
			row = append(row, cells(k.Latest)...)
			t.rows = append(t.rows, append(row, growth, k.Latest.Published, k.Latest.Document))
		}
	}
	return t
}
