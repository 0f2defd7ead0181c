package web

import (
	"slices"
	"strconv"

	"suanpan/indicators"
)

// What a series page shows at most; it says so where there is more.
const (
	maxObservations = 4000 // of one region and indicator
	maxSources      = 120  // sentences quoted on a page
)

// seriesForm is the page of one indicator of one region.
type seriesForm struct {
	Region    place       `json:"region"`
	Indicator subject     `json:"indicator"`
	Sheet     sheetRef    `json:"sheet"`  // what the rows hold
	Sheets    []sheetRef  `json:"sheets"` // what else is known
	Transform string      `json:"transform"`
	Base      string      `json:"base,omitempty"` // of an index
	From      int         `json:"from,omitempty"`
	To        int         `json:"to,omitempty"`
	AsOf      string      `json:"asof,omitempty"`
	Rows      []seriesRow `json:"rows"` // the latest first
	Sources   []*source   `json:"sources"`
	Partial   bool        `json:"partial,omitempty"` // the store holds more than is shown

	Above      []place        `json:"-"`
	Unit       string         `json:"-"` // of the rows, as shown
	Known      int            `json:"-"` // rows with a report
	Main       *box           `json:"-"` // nil where nothing could be computed
	Computed   *sheetRef      `json:"-"` // what the rows hold beside what was read; nil for nothing
	Choices    []transformRef `json:"-"`
	Impossible []transformRef `json:"-"`
	Bases      []string       `json:"-"`
	Beside     *box           `json:"-"`
	BesideRef  *sheetRef      `json:"-"` // the companion whose values stand in the rows
	Targets    bool           `json:"-"` // a row has a target
	Places     [5]int         `json:"-"` // decimals of the columns: value, companion, target, difference, computed
	At         *source        `json:"-"` // the one that the panel shows first
	Revisions  []revision     `json:"-"`
	Related    []subject      `json:"-"`
	Hidden     int            `json:"-"` // sources that are not listed
}

// sheetRef names a sheet in an address.
type sheetRef struct {
	Token     string `json:"token"`
	Measure   string `json:"measure"`
	Basis     string `json:"basis,omitempty"`
	Frequency string `json:"frequency"`
	Unit      string `json:"unit"`
	Points    int    `json:"points"`
	Title     string `json:"-"`
	Often     string `json:"-"`
	Shown     string `json:"-"` // the unit with its magnitude
	Page      string `json:"-"`
	Current   bool   `json:"-"`
}

func (s *server) series(rq *request) (*answer, error) {
	p, err := rq.pair()
	if err != nil {
		return nil, err
	}
	q := indicators.Query{Regions: []string{p.region}, Indicators: []string{p.indicator}, Limit: maxObservations}
	from, to, asof, err := rq.span()
	if err != nil {
		return nil, err
	}
	q.AsOf = asof
	obs, partial, err := s.observations(rq, q)
	if err != nil {
		return nil, err
	}
	all := sheetsOf(obs)
	if len(all) == 0 {
		return nil, notFound("problem.series")
	}
	tokens := make([]string, len(all))
	for i, sh := range all {
		tokens[i] = sh.token()
	}
	token, err := rq.choice("sheet", tokens)
	if err != nil {
		return nil, err
	}
	sh := all[slices.Index(tokens, token)]
	other := companion(all, sh)
	var form seriesForm
	shown, err := s.transformSeries(rq, &form, all, sh, asof)
	if err != nil {
		return nil, err
	}
	var computed *sheet
	if shown != sh {
		computed = shown
	}
	for _, x := range []*sheet{sh, other, computed} {
		if x != nil {
			x.Actual, x.Target = within(x.Actual, from, to), within(x.Target, from, to)
		}
	}
	form.Region, form.Indicator, form.Above = s.names.place(p.region, sh.Place), s.names.subject(p.indicator, sh.Name), s.names.above(p.region)
	form.From, form.To, form.AsOf, form.Partial, form.Rows = from, to, asof.String(), partial, []seriesRow{}
	for _, x := range all {
		ref := s.newSheetRef(x, rq.lang)
		ref.Page = rq.here("sheet", ref.Token, "at", "", "base", "")
		ref.Current = x == sh
		if x == sh {
			form.Sheet = ref
		}
		form.Sheets = append(form.Sheets, ref)
	}
	if err := s.fillSeries(rq, &form, sh, other, computed); err != nil {
		return nil, err
	}
	form.Related = s.related(rq, p)
	title := form.Region.In(rq.lang) + " " + form.Indicator.In(rq.lang)
	about := title
	if form.Main != nil {
		about = form.Main.Label
	}
	return &answer{page: "series", title: title, about: about, form: &form, chart: form.Main, table: seriesTable(&form, rq), published: rq.index.published(rq.index.byPair[p]), news: []indicators.Query{{Regions: []string{p.region}, Indicators: []string{p.indicator}}}}, nil
}

// transformSeries computes what the address asks for of a sheet, and lists what
// else could be; the result is the sheet itself where nothing is asked for.
func (s *server) transformSeries(rq *request, form *seriesForm, all []*sheet, sh *sheet, asof indicators.Date) (*sheet, error) {
	t, base, err := rq.transform()
	if err != nil {
		return nil, err
	}
	x, err := s.newTransforms(rq, all, []string{sh.Region}, []string{sh.Indicator}, asof)
	if err != nil {
		return nil, err
	}
	from, err := rq.basePeriod(base, sh)
	if err != nil {
		return nil, err
	}
	form.Transform, form.Base = t.String(), base
	for _, ref := range x.refs(rq, []*sheet{sh}, t, from) {
		if ref.Why == "" {
			form.Choices = append(form.Choices, ref)
		} else {
			form.Impossible = append(form.Impossible, ref)
		}
	}
	if t == indicators.IndexOnBase {
		for _, p := range sh.Actual {
			if o := p.Latest(); o.Bound == indicators.Exact && o.Value.IsPositive() {
				form.Bases = append(form.Bases, p.Period.String())
			}
		}
	}
	if t == indicators.AsReported {
		return sh, nil
	}
	return x.derive(t, sh, from), nil
}

// pair returns the region and the indicator of the path.
func (rq *request) pair() (pair, error) {
	parts := rq.tail()
	for i := 1; i < len(parts); i++ { // a server before us may have decoded %2F
		p := pair{joinPath(parts[:i]), joinPath(parts[i:])}
		if rq.index.byPair[p] != nil {
			return p, nil
		}
	}
	return pair{}, notFound("problem.series")
}

// span reads the parameters that bound time.
func (rq *request) span() (from, to int, asof indicators.Date, err error) {
	for _, y := range []struct {
		name string
		to   *int
	}{{"from", &from}, {"to", &to}} {
		v, err := rq.value(y.name)
		if err != nil {
			return 0, 0, asof, err
		}
		if v == "" {
			continue
		}
		if *y.to, err = strconv.Atoi(v); err != nil || *y.to < 1 || *y.to > 9999 {
			return 0, 0, asof, refuse("problem.year", y.name+"="+shorten(v))
		}
	}
	if from > 0 && to > 0 && from > to {
		return 0, 0, asof, refuse("problem.span", from, to)
	}
	v, err := rq.value("asof")
	if err != nil {
		return 0, 0, asof, err
	}
	if asof, err = indicators.ParseDate(v); err != nil {
		return 0, 0, asof, refuse("problem.date", "asof="+shorten(v))
	}
	return from, to, asof, nil
}

// observations reads what a query selects; partial is true where its limit
// left something out.
func (s *server) observations(rq *request, q indicators.Query) (obs []indicators.Observation, partial bool, err error) {
	limit := q.Limit
	q.Limit++
	for o, err := range s.store.Observations(rq.Context(), q) {
		if err != nil {
			return nil, false, err
		}
		if len(obs) == limit {
			return obs, true, nil
		}
		obs = append(obs, o)
	}
	return obs, false, nil
}

// newSheetRef names a sheet.
func (s *server) newSheetRef(sh *sheet, l language) sheetRef {
	return sheetRef{
		Token: sh.token(), Measure: sh.Measure.String(), Basis: sh.Basis.String(), Frequency: sh.Frequency,
		Unit: sh.Unit, Points: len(sh.periods()), Title: sh.title(l), Often: l.say("freq." + sh.Frequency),
		Shown: s.names.unit(sh.Unit, sh.scale(l), l),
	}
}

// related lists other indicators of the region, those of the same theme first.
func (s *server) related(rq *request, p pair) []subject {
	const most = 12
	theme := s.names.theme(p.indicator)
	seen := map[string]bool{p.indicator: true}
	var same, rest []subject
	for _, i := range rq.index.byRegion[p.region] {
		x := rq.index.series[i]
		if seen[x.Indicator] || indicators.IsOpen(x.Indicator) {
			continue
		}
		seen[x.Indicator] = true
		sub := s.names.subject(x.Indicator, x.Name)
		sub.Page = pathTo("series", p.region, x.Indicator)
		if s.names.theme(x.Indicator) == theme {
			same = append(same, sub)
		} else {
			rest = append(rest, sub)
		}
	}
	all := append(same, rest...)
	return all[:min(most, len(all))]
}
