package web

import (
	"cmp"
	"net/url"
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

	Measured    subject `json:"-"` // what Parts and Siblings are measured by
	Unit        string  `json:"-"`
	SiblingUnit string  `json:"-"`
	Places      [2]int  `json:"-"`
	Empty       []place `json:"-"` // parts of which nothing was read
	PartsName   string  `json:"-"`
	Compare     string  `json:"-"` // with its siblings
	Indicators  int     `json:"-"`
	Latest      *paper  `json:"-"`
	Decided     *pledge `json:"-"` // the promise whose sentences are shown
	Hidden      int     `json:"-"` // promises that are not listed
}

// chapter is a theme on a region's page.
type chapter struct {
	Theme string      `json:"theme"`
	Rows  []keyFigure `json:"indicators"`

	Name  string `json:"-"`
	Boxes []*box `json:"-"`
}

// Pairs are the chapters that have charts, in rows: two with one chart each
// stand side by side.
func (f *regionForm) Pairs() [][]chapter {
	var rows [][]chapter
	for _, c := range f.Chapters {
		n := len(rows)
		switch {
		case c.Boxes == nil:
		case n > 0 && len(rows[n-1]) == 1 && len(rows[n-1][0].Boxes) == 1 && len(c.Boxes) == 1:
			rows[n-1] = append(rows[n-1], c)
		default:
			rows = append(rows, []chapter{c})
		}
	}
	return rows
}

// partRow is a region in a list, with the value that it is measured by.
type partRow struct {
	Region place   `json:"region"`
	Latest *figure `json:"latest,omitempty"`
	Growth *figure `json:"growth,omitempty"`

	When string `json:"-"`
	Page string `json:"-"`
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

// themeInfos are the headlines of one theme.
type themeInfos struct {
	key   string
	infos []*indicators.SeriesInfo
}

// themesOf groups headlines by their top themes, in the order of the
// catalogue; open indicators come last.
func (s *server) themesOf(all []*indicators.SeriesInfo) []themeInfos {
	var out []themeInfos
	for _, in := range all {
		key := s.names.theme(in.Indicator)
		i := slices.IndexFunc(out, func(t themeInfos) bool { return t.key == key })
		if i < 0 {
			i = len(out)
			out = append(out, themeInfos{key: key})
		}
		out[i].infos = append(out[i].infos, in)
	}
	place := map[string]int{}
	for i, t := range s.names.catalog.Indicators.Themes() {
		place[t.Key] = i - maxListed // open indicators, which have none, stand behind all
	}
	slices.SortStableFunc(out, func(a, b themeInfos) int { return cmp.Compare(place[a.key], place[b.key]) })
	return out
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *server) fillChapters(rq *request, form *regionForm, themes []themeInfos, sheets map[string][]*sheet) error {
	drawn, listed := 0, 0
	for _, t := range themes {
		c := chapter{Theme: t.key, Name: s.names.themeName(t.key, rq.lang), Rows: []keyFigure{}}
		for _, in := range t.infos {
			if listed == maxListed {
				form.Partial = true
				break
			}
			listed++
			c.Rows = append(c.Rows, s.newKeyFigure(rq, in))
			if drawn == maxCharts || len(c.Boxes) == chartsOfTheme {
				continue
			}
			for _, sh := range sheets[in.Indicator] {
				if sh.sheetKey != keyOf(in.SeriesKey) || len(sh.Actual) < 3 || t.key == "" {
					continue
				}
				b, err := s.chartOf(rq, in.Indicator, sh, companion(sheets[in.Indicator], sh), "x")
				if err != nil {
					return err
				}
				b.Size, b.More = "m", pathTo("series", in.Region, in.Indicator)+"?sheet="+url.QueryEscape(sh.token())
				linkAll(b, b.More)
				c.Boxes = append(c.Boxes, b)
				drawn++
				break
			}
		}
		if len(c.Rows) > 0 {
			form.Chapters = append(form.Chapters, c)
		}
	}
	slices.SortStableFunc(form.Chapters, func(a, b chapter) int { // those with charts first
		return cmp.Compare(b2i(a.Boxes == nil), b2i(b.Boxes == nil))
	})
	return nil
}

// linkAll makes every point of a chart lead to its place on another page,
// where its source is.
func linkAll(b *box, page string) {
	series, _ := b.Option["series"].([]any)
	for _, one := range series {
		m, _ := one.(map[string]any)
		data, _ := m["data"].([]any)
		for _, d := range data {
			if it, ok := d.(map[string]any); ok {
				if ref, ok := it["name"].(string); ok && ref != "" {
					it["name"] = page + "#m" + ref[1:]
				}
			}
		}
	}
}

// fillParts lists the regions in and beside a region, with the value of the
// indicator that most of them have.
func (s *server) fillParts(rq *request, form *regionForm, r indicators.Region, known bool) {
	if !known {
		return
	}
	const measure = "gdp"
	form.Measured = s.names.subject(measure, "")
	form.PartsName = "parts." + r.Tier.String()
	list := func(codes []string, but string) (rows []partRow, empty []place) {
		var qs []indicators.Quantity
		for _, code := range codes {
			if code == but {
				continue
			}
			p := s.names.place(code, "")
			if rq.index.byRegion[code] == nil {
				empty = append(empty, p)
				continue
			}
			row := partRow{Region: p, Page: p.Page}
			var levels []int
			for _, i := range rq.index.byPair[pair{code, measure}] {
				if in := &rq.index.series[i]; in.Measure == indicators.Level && in.Status == indicators.Actual {
					levels = append(levels, i)
				}
			}
			if in := rq.index.headline(levels); in != nil {
				row.Latest = s.newFigure(rq, in.Latest, nil, "")
				row.When = whenShort(in.Last, rq.lang)
				qs = append(qs, in.Latest.Quantity)
				if g := rq.index.grown(in); g != nil {
					row.Growth = s.newFigure(rq, *g, setNumber(*g, 0, rq.lang), "")
				}
			}
			rows = append(rows, row)
		}
		sc := scaleOf(rq.lang, qs...)
		i := 0
		for j := range rows {
			if rows[j].Latest != nil {
				rows[j].Latest.Number = plainNumber(qs[i].Value, sc, rq.lang, false)
				rows[j].Latest.Number.Bound = boundSign(qs[i])
				form.Places[0] = max(form.Places[0], rows[j].Latest.Number.places())
				i++
			}
		}
		if len(qs) > 0 {
			form.Unit = s.names.unit(qs[0].Unit, sc, rq.lang)
		}
		return rows, empty
	}
	if up := r.Parent; up != "" {
		form.Siblings, _ = list(s.names.catalog.Regions.Children(up), r.Code)
		form.Siblings = slices.DeleteFunc(form.Siblings, func(p partRow) bool {
			q, _ := s.names.catalog.Regions.ByCode(p.Region.ID)
			return q.Tier != r.Tier
		})
		form.SiblingUnit = form.Unit
	}
	form.Places = [2]int{}
	form.Parts, form.Empty = list(s.names.catalog.Regions.Children(r.Code), "")
	for id := range rq.index.byRegion { // zones and towns that no row knows
		if code, open := indicators.SplitRegion(id); code == r.Code && open != "" && len(form.Parts) < maxListed {
			p := s.names.place(id, rq.index.series[rq.index.byRegion[id][0]].Place)
			form.Parts = append(form.Parts, partRow{Region: p, Page: p.Page})
		}
	}
	slices.SortStableFunc(form.Parts, func(a, b partRow) int { return cmp.Compare(a.Region.ID, b.Region.ID) })
	for i := range form.Parts {
		if g := form.Parts[i].Growth; g != nil {
			form.Places[1] = max(form.Places[1], g.Number.places())
		}
	}
	if len(rq.index.byPair[pair{r.Code, measure}]) > 0 {
		q := url.Values{"indicator": {measure}, "region": {r.Code}}
		for _, p := range form.Siblings {
			if p.Latest != nil && len(q["region"]) < maxTogether {
				q.Add("region", p.Region.ID)
			}
		}
		if len(q["region"]) > 1 {
			form.Compare = address("/compare", q)
		}
	}
	if form.Siblings == nil {
		form.Siblings = []partRow{}
	}
	if form.Parts == nil {
		form.Parts = []partRow{}
	}
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
