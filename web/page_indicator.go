package web

import (
	"cmp"
	"net/url"
	"slices"

	"suanpan/indicators"
)

// What the page of an indicator shows at most.
const (
	maxOfIndicator = 20_000 // observations
	maxRanked      = 200
	maxCovered     = 60 // regions in the coverage grid
	maxYears       = 24 // columns of it
	maxTogether    = 6  // lines of the chart over time
)

// indicatorForm is the page of an indicator.
type indicatorForm struct {
	Indicator  subject    `json:"indicator"`
	Definition string     `json:"definition,omitempty"`
	Source     string     `json:"source,omitempty"`
	Unit       string     `json:"unit,omitempty"`
	InUnit     string     `json:"-"` // the unit in the language of the page
	Kind       string     `json:"kind,omitempty"`
	Rise       string     `json:"rise,omitempty"`
	Aliases    []string   `json:"aliases,omitempty"`
	Parent     *subject   `json:"parent,omitempty"`
	Children   []subject  `json:"children,omitempty"`
	Regions    int        `json:"regions"`
	Sheet      *sheetRef  `json:"sheet,omitempty"`
	Sheets     []sheetRef `json:"sheets"`
	Tier       string     `json:"tier,omitempty"`
	Period     string     `json:"period,omitempty"`
	Ranking    []rankRow  `json:"ranking"` // of one tier and period, the largest first
	Coverage   []coverRow `json:"coverage"`
	Partial    bool       `json:"partial,omitempty"`

	Open     bool     `json:"-"`
	Theme    string   `json:"-"`
	ThemeKey string   `json:"-"`
	Tiers    []choice `json:"-"`
	Periods  []choice `json:"-"`
	When     string   `json:"-"`
	Shown    string   `json:"-"` // the unit of the ranking
	Places   [2]int   `json:"-"`
	Growth   bool     `json:"-"` // a row has a growth beside it
	Tiles    []tile   `json:"-"`
	Classes  []string `json:"-"`
	Ranked   *box     `json:"-"`
	Over     *box     `json:"-"`
	Years    []year   `json:"-"`
	Hidden   int      `json:"-"` // regions that the grid leaves out
	Compare  string   `json:"-"`
	Seen     string   `json:"-"` // the span of years
}

func (s *server) indicator(rq *request) (*answer, error) {
	id := joinPath(rq.tail())
	x := rq.index
	in, known := s.names.catalog.Indicators.ByID(id)
	if !known && x.byIndicator[id] == nil {
		return nil, notFound("problem.indicator")
	}
	form := &indicatorForm{
		Indicator: s.names.subject(id, x.nameOfIndicator(id)), Sheets: []sheetRef{}, Ranking: []rankRow{}, Coverage: []coverRow{},
		Open: !known, ThemeKey: s.names.theme(id),
	}
	form.Theme = s.names.themeName(form.ThemeKey, rq.lang)
	if known {
		form.Definition, form.Source, form.Unit, form.Aliases = in.Definition, in.Source, in.Unit, in.Aliases
		form.InUnit = s.names.unit(in.Unit, 0, rq.lang)
		form.Kind, form.Rise = in.Kind.String(), in.Rise.String()
		if in.Parent != "" {
			p := s.names.subject(in.Parent, "")
			form.Parent = &p
		}
		for _, c := range s.names.catalog.Indicators.Children(id) {
			form.Children = append(form.Children, s.names.subject(c.ID, c.Name))
		}
	}
	if x.byIndicator[id] != nil {
		if err := s.fillIndicator(rq, form, id); err != nil {
			return nil, err
		}
	}
	title := form.Indicator.In(rq.lang)
	return &answer{page: "indicator", title: title, about: rq.lang.say("indicator.about", title, form.Regions), form: form, table: rankTable(form), published: x.published(x.byIndicator[id]), news: []indicators.Query{{Indicators: []string{id}}}}, nil
}

// fillIndicator reads what is known of an indicator and ranks it.
func (s *server) fillIndicator(rq *request, form *indicatorForm, id string) error {
	obs, partial, err := s.observations(rq, indicators.Query{
		Indicators: []string{id}, Statuses: []indicators.Status{indicators.Actual}, Limit: maxOfIndicator,
	})
	if err != nil {
		return err
	}
	form.Partial = partial
	all := sheetsOf(obs)
	byKey := map[sheetKey][]*sheet{}
	var keys []sheetKey
	regions := map[string]bool{}
	for _, sh := range all {
		if byKey[sh.sheetKey] == nil {
			keys = append(keys, sh.sheetKey)
		}
		byKey[sh.sheetKey] = append(byKey[sh.sheetKey], sh)
		regions[sh.Region] = true
	}
	form.Regions = len(regions)
	if len(keys) == 0 {
		return nil
	}
	slices.SortStableFunc(keys, func(a, b sheetKey) int {
		return cmp.Or(cmp.Compare(len(byKey[b]), len(byKey[a])), a.compare(b))
	})
	tokens := make([]string, len(keys))
	for i, k := range keys {
		tokens[i] = k.token()
	}
	token, err := rq.choice("sheet", tokens)
	if err != nil {
		return err
	}
	for _, k := range keys {
		ref := sheetRef{
			Token: k.token(), Measure: k.Measure.String(), Basis: k.Basis.String(), Frequency: k.Frequency, Unit: k.Unit, Points: len(byKey[k]),
			Title: k.title(rq.lang), Often: rq.lang.say("freq." + k.Frequency), Shown: s.names.unit(k.Unit, 0, rq.lang),
			Current: k.token() == token, Page: rq.here("sheet", k.token(), "period", "", "tier", ""),
		}
		form.Sheets = append(form.Sheets, ref)
		if ref.Current {
			form.Sheet = &ref
		}
	}
	key := keys[slices.Index(tokens, token)]
	tier, tick, err := s.chooseRanking(rq, form, byKey[key])
	if err != nil {
		return err
	}
	if err := s.fillRanking(rq, form, all, byKey[key], tier, tick); err != nil {
		return err
	}
	if err := s.fillOver(rq, form, byKey[key]); err != nil {
		return err
	}
	s.fillCoverage(rq, form, all)
	return nil
}

// fillOver draws the regions of which most periods are known over time, the
// nation in ink.
func (s *server) fillOver(rq *request, form *indicatorForm, sheets []*sheet) error {
	order := slices.Clone(sheets)
	nation := func(sh *sheet) bool { return s.tierOf(sh.Region) == indicators.TierNation }
	slices.SortStableFunc(order, func(a, b *sheet) int {
		return cmp.Or(cmp.Compare(b2i(nation(b)), b2i(nation(a))), cmp.Compare(len(b.Actual), len(a.Actual)))
	})
	if sheets[0].Measure == indicators.Level && len(order) > 2 && nation(order[0]) {
		order = order[1:] // beside its parts the whole would leave them no room
	}
	var strands []strand
	q := url.Values{"indicator": {order[0].Indicator}, "sheet": {order[0].token()}}
	for _, sh := range order {
		if len(strands) == maxTogether || len(sh.Actual) < 2 {
			break
		}
		st := strand{sheet: sh, Slot: len(strands) + 1, Page: pathTo("series", sh.Region, sh.Indicator), Name: s.names.short(s.names.place(sh.Region, sh.Place), rq.lang)}
		if len(strands) > 0 && strands[0].Slot == 0 {
			st.Slot--
		}
		if nation(sh) {
			st.Slot = 0
		}
		strands = append(strands, st)
		q.Add("region", sh.Region)
	}
	if len(strands) < 2 {
		return nil
	}
	var err error
	form.Compare = address("/compare", q)
	form.Over, err = s.comparedBox(rq, "over", strands, form.Indicator.In(rq.lang))
	return err
}
