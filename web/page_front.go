package web

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"suanpan/charts"
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
	Regions   []regionEntry   `json:"regions"` // those with the most figures
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

// provinceRow is a province: what it reported for a year, and what it intends
// for the next.
type provinceRow struct {
	Region    place     `json:"region"`
	Total     *figure   `json:"total,omitempty"`
	Growth    *figure   `json:"growth,omitempty"`
	Targets   []*figure `json:"target_next_year,omitempty"`
	Second    *figure   `json:"second_growth,omitempty"`
	Published string    `json:"published,omitempty"`

	Target string `json:"-"`
	Goal   *dots  `json:"-"`
	Date   string `json:"-"`
}

// axisTick is a number under the dots.
type axisTick struct{ X, Text string }

// dots are the growth of a province and its target, on a small axis.
type dots struct{ Growth, Low, Span string }

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

// latestOf returns the series of a key's measure and status whose last period
// is the year; nil for none.
func (x *snapshot) latestOf(region, indicator string, m indicators.Measure, st indicators.Status, year int) *indicators.SeriesInfo {
	for _, i := range x.byPair[pair{region, indicator}] {
		in := &x.series[i]
		if in.Measure == m && in.Status == st && in.Frequency == "A" && int(in.Last.Last.Year) == year && (m != indicators.Growth || in.Basis == indicators.YoY) {
			return in
		}
	}
	return nil
}

// fillProvinces makes the table of the provinces for the year that most of
// them reported last.
func (s *server) fillProvinces(rq *request, form *frontForm) error {
	x, l := rq.index, rq.lang
	years := map[int]int{}
	for _, i := range x.byIndicator[frontTotal] {
		if in := &x.series[i]; in.Status == indicators.Actual && in.Frequency == "A" && s.tierOf(in.Region) == indicators.TierProvince {
			years[int(in.Last.Last.Year)]++
		}
	}
	for y, n := range years {
		if n > years[form.Year] || n == years[form.Year] && y > form.Year {
			form.Year = y
		}
	}
	var totals []indicators.Quantity
	var seen []decimal.Decimal
	targets, err := s.targetsOf(rq, form.Year+1)
	if err != nil {
		return err
	}
	for _, code := range s.names.catalog.Regions.Children("100000") {
		total := x.latestOf(code, frontTotal, indicators.Level, indicators.Actual, form.Year)
		growth := x.latestOf(code, frontTotal, indicators.Growth, indicators.Actual, form.Year)
		if total == nil && growth == nil {
			continue
		}
		row := provinceRow{Region: s.names.place(code, "")}
		for _, in := range []*indicators.SeriesInfo{total, growth} {
			if in == nil {
				continue
			}
			row.Published = x.documents[x.document[in.Latest.From.Document]].Published.String()
			row.Date = s.dayShort(x, in.Latest.From.Document, l)
		}
		if total != nil {
			totals = append(totals, total.Latest.Quantity)
			row.Total = s.newFigure(rq, total.Latest, nil, pathTo("series", code, frontTotal))
		}
		if growth != nil {
			row.Growth = s.newFigure(rq, growth.Latest, plainNumber(growth.Latest.Value, 0, l, false), "")
			row.Growth.Number.Bound = boundSign(growth.Latest.Quantity)
			form.Places[1] = max(form.Places[1], row.Growth.Number.places())
			seen = append(seen, growth.Latest.Value)
		}
		if t, ok := targets[code]; ok {
			row.Target = targetText(t, 0, l)
			row.Targets = append(row.Targets, s.newFigure(rq, t.low, nil, ""))
			seen = append(seen, t.low.Value)
			if t.high != nil {
				row.Targets = append(row.Targets, s.newFigure(rq, *t.high, nil, ""))
				seen = append(seen, t.high.Value)
			}
		}
		if in := x.latestOf(code, frontSecond, indicators.Growth, indicators.Actual, form.Year); in != nil {
			row.Second = s.newFigure(rq, in.Latest, plainNumber(in.Latest.Value, 0, l, false), "")
			form.Places[2] = max(form.Places[2], row.Second.Number.places())
		}
		form.Rows = append(form.Rows, row)
	}
	sc := scaleOf(l, totals...)
	i := 0
	for j := range form.Rows {
		if f := form.Rows[j].Total; f != nil {
			f.Number = plainNumber(totals[i].Value, sc, l, false)
			f.Number.Bound = boundSign(totals[i])
			form.Places[0] = max(form.Places[0], f.Number.places())
			form.Unit = s.names.unit(totals[i].Unit, sc, l)
			i++
		}
	}
	s.fillDots(form, targets, seen)
	return nil
}

// targetsOf reads the targets of all regions for the growth of a year.
func (s *server) targetsOf(rq *request, year int) (map[string]target, error) {
	if year <= 1 {
		return nil, nil // of no year
	}
	obs, _, err := s.observations(rq, indicators.Query{
		Indicators: []string{frontTotal}, Measures: []indicators.Measure{indicators.Growth}, Statuses: []indicators.Status{indicators.Target},
		Since: indicators.NewDate(year, 1, 1), Until: indicators.NewDate(year, 12, 31), Limit: maxObservations,
	})
	if err != nil {
		return nil, err
	}
	out := map[string]target{}
	for _, sh := range sheetsOf(obs) {
		if p := at(sh.Target, indicators.Year(year)); p != nil && sh.Basis == indicators.YoY {
			out[sh.Region] = targetOf(*p)
		}
	}
	return out, nil
}

// fillDots sets growth and target of each province on one small axis.
func (s *server) fillDots(form *frontForm, targets map[string]target, seen []decimal.Decimal) {
	if len(seen) == 0 {
		return
	}
	low, high := decimal.Min(seen[0], seen[1:]...).Floor(), decimal.Max(seen[0], seen[1:]...).Ceil()
	if low.Equal(high) {
		high = high.Add(decimal.NewFromInt(1))
	}
	const width, margin = 176, 8
	x := func(v decimal.Decimal) string {
		return v.Sub(low).Mul(decimal.NewFromInt(width-2*margin)).DivRound(high.Sub(low), 1).Add(decimal.NewFromInt(margin)).StringFixed(1)
	}
	step := high.Sub(low).DivRound(decimal.NewFromInt(6), 0)
	step = decimal.Max(step, decimal.NewFromInt(1))
	for v := low; v.LessThanOrEqual(high); v = v.Add(step) {
		form.Axis = append(form.Axis, axisTick{x(v), v.String()})
	}
	for i := range form.Rows {
		r := &form.Rows[i]
		d := &dots{}
		if r.Growth != nil {
			if v, err := decimal.NewFromString(r.Growth.Value); err == nil {
				d.Growth = x(v)
			}
		}
		if t, ok := targets[r.Region.ID]; ok {
			d.Low = x(t.low.Value)
			if t.high != nil {
				d.Span = t.high.Value.Sub(t.low.Value).Mul(decimal.NewFromInt(width-2*margin)).DivRound(high.Sub(low), 1).StringFixed(1)
			}
		}
		r.Goal = d
	}
}

// dayShort writes the day of publication of a document without its year.
func (s *server) dayShort(x *snapshot, id string, l language) string {
	d, ok := x.info(id)
	if !ok || d.Published.IsZero() {
		return ""
	}
	return l.say("when.day.short", month(d.Published.Month, l), d.Published.Day)
}

// fillFrontCharts draws three charts of what is there: the promises of the
// nation, else of the region with the most; a ranking of the provinces; lines
// of the regions that most is known of.
func (s *server) fillFrontCharts(rq *request, form *frontForm) error {
	if p, ok := s.mostPromised(rq.index); ok {
		obs, _, err := s.observations(rq, indicators.Query{
			Regions: []string{p.region}, Indicators: []string{p.indicator}, Measures: []indicators.Measure{indicators.Growth}, Limit: maxObservations,
		})
		if err != nil {
			return err
		}
		for _, sh := range sheetsOf(obs) {
			if sh.Frequency != "A" || len(sh.Target) == 0 || len(sh.Actual) == 0 {
				continue
			}
			if form.Hero, err = s.chartOf(rq, "hero", sh, nil, "m"); err != nil {
				return err
			}
			form.Hero.More = pathTo("series", p.region, p.indicator) + "?sheet=" + url.QueryEscape(sh.token())
			linkAll(form.Hero, form.Hero.More)
			subject := s.names.subject(p.indicator, sh.Name).In(rq.lang)
			form.HeroHead = s.names.place(p.region, sh.Place).In(rq.lang) + rq.lang.say("gap.word") + subject
			form.HeroDeck = s.countPromises(s.names.promises(sh), rq.lang)
			break
		}
	}
	if len(form.Rows) > 2 {
		var err error
		if form.Ranked, err = s.rankedOnFront(rq, form); err != nil {
			return err
		}
	}
	return s.fillFrontCompared(rq, form)
}

// mostPromised finds the region and indicator with the most periods both
// promised and reported, the nation before all.
func (s *server) mostPromised(x *snapshot) (pair, bool) {
	var best pair
	most := 0
	for i := range x.series {
		in := &x.series[i]
		if in.Status != indicators.Target || in.Measure != indicators.Growth || in.Frequency != "A" {
			continue
		}
		p := pair{in.Region, in.Indicator}
		for _, j := range x.byPair[p] {
			a := &x.series[j]
			if a.Status != indicators.Actual || keyOf(a.SeriesKey) != keyOf(in.SeriesKey) {
				continue
			}
			n := min(a.Points, in.Points) * 2
			if s.tierOf(p.region) == indicators.TierNation {
				n *= 4
			}
			if p.indicator == frontTotal {
				n++
			}
			if n > most {
				best, most = p, n
			}
		}
	}
	return best, most > 0
}

// countPromises tells how many promises were kept.
func (s *server) countPromises(ps []promise, l language) string {
	count := map[outcome]int{}
	both := 0
	for _, p := range ps {
		if p.actual != nil {
			both++
			count[p.result]++
		}
	}
	return l.say("front.promises", both, count[met], count[near], count[missed])
}

// rankedOnFront draws the totals of the provinces, the largest first.
func (s *server) rankedOnFront(rq *request, form *frontForm) (*box, error) {
	l := rq.lang
	rows := slices.DeleteFunc(slices.Clone(form.Rows), func(r provinceRow) bool { return r.Growth == nil })
	value := func(r provinceRow) decimal.Decimal { v, _ := decimal.NewFromString(r.Growth.Value); return v }
	slices.SortStableFunc(rows, func(a, b provinceRow) int { return value(b).Cmp(value(a)) })
	const most = 16
	rows = rows[:min(most, len(rows))]
	f := charts.Frame{Unit: "%", Lines: []charts.Line{{Slot: 1, Name: form.Total.In(l)}}}
	for i, r := range rows {
		name := s.names.short(r.Region, l)
		f.Ticks = append(f.Ticks, name)
		f.Read = append(f.Read, name+l.say("gap")+r.Growth.Number.Text()+"%")
		f.Lines[0].Points = append(f.Lines[0].Points, charts.Point{
			At: i, Value: value(r), Label: r.Growth.Number.Text(), Ref: pathTo("series", r.Region.ID, frontTotal) + "?sheet=growth.yoy-A-%25#m-" + strconv.Itoa(form.Year),
		})
	}
	opt, err := charts.Ranked(f)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &box{
		ID: "chart-ranked", Title: form.Total.In(l) + l.say("comma") + l.inside(l.say("measure.growth")), Option: opt, Size: "bars" + strconv.Itoa((len(rows)+3)/4),
		How: join(" · ", "%", l.say("when.year", form.Year), l.say("front.largest", len(rows))), Read: f.Read[0],
		Label: form.Total.In(l) + l.say("colon") + join(l.say("semicolon"), f.Read[:min(8, len(f.Read))]...),
		More:  pathTo("indicators", frontTotal) + "?sheet=growth.yoy-A-%25",
	}, nil
}

// fillFrontCompared draws the growth of the regions that most years are known
// of.
func (s *server) fillFrontCompared(rq *request, form *frontForm) error {
	x := rq.index
	var infos []*indicators.SeriesInfo
	for _, i := range x.byIndicator[frontTotal] {
		if in := &x.series[i]; in.Measure == indicators.Growth && in.Basis == indicators.YoY && in.Status == indicators.Actual && in.Frequency == "A" && in.Points > 2 {
			infos = append(infos, in)
		}
	}
	slices.SortStableFunc(infos, func(a, b *indicators.SeriesInfo) int { return cmp.Compare(b.Points, a.Points) })
	const most = 6
	infos = infos[:min(most, len(infos))]
	if len(infos) < 2 {
		return nil
	}
	regions := make([]string, len(infos))
	for i, in := range infos {
		regions[i] = in.Region
	}
	obs, _, err := s.observations(rq, indicators.Query{
		Regions: regions, Indicators: []string{frontTotal}, Measures: []indicators.Measure{indicators.Growth},
		Statuses: []indicators.Status{indicators.Actual}, Limit: maxOfCompare,
	})
	if err != nil {
		return err
	}
	var strands []strand
	slot := 1
	for _, r := range regions {
		for _, sh := range sheetsOf(obs) {
			if sh.Region != r || sh.Frequency != "A" || sh.Basis != indicators.YoY || len(strands) > 0 && strands[0].Unit != sh.Unit {
				continue
			}
			st := strand{sheet: sh, Slot: slot, Page: pathTo("series", r, frontTotal), Name: s.names.short(s.names.place(r, sh.Place), rq.lang)}
			if s.tierOf(r) == indicators.TierNation {
				st.Slot = 0
			} else {
				slot++
			}
			strands = append(strands, st)
			break
		}
	}
	form.Compared, err = s.comparedBox(rq, "compared", strands, form.Total.In(rq.lang)+rq.lang.say("comma")+rq.lang.inside(rq.lang.say("measure.growth")))
	if err == nil {
		form.Compared.More = address("/compare", url.Values{"indicator": {frontTotal}, "region": regions, "sheet": {strands[0].token()}})
	}
	return err
}

// frontTable is the table of the provinces in rows.
func frontTable(form *frontForm) *table {
	t := &table{name: "provinces", head: []string{
		"region", "region_name", "year", "total", "total_unit", "total_bound", "growth", "growth_bound", "target_next_year", "target_bound", "second_growth", "published",
	}}
	for _, r := range form.Rows {
		row := []string{r.Region.ID, r.Region.Name, strconv.Itoa(form.Year), "", "", "", "", "", "", "", "", r.Published}
		if r.Total != nil {
			row[3], row[4], row[5] = r.Total.Value, r.Total.Unit, r.Total.Bound
		}
		if r.Growth != nil {
			row[6], row[7] = r.Growth.Value, r.Growth.Bound
		}
		if r.Targets != nil {
			row[8], row[9] = r.Targets[0].Value, r.Targets[0].Bound
		}
		if r.Second != nil {
			row[10] = r.Second.Value
		}
		t.rows = append(t.rows, row)
	}
	return t
}
