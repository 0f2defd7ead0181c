package web

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"suanpan/charts"
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

// choice is one of several, with the address that makes it.
type choice struct {
	Name    string
	Page    string
	Current bool
}

// rankRow is a region in a ranking. A value that is only a bound has no rank.
type rankRow struct {
	Rank   int     `json:"rank,omitempty"`
	Region place   `json:"region"`
	Value  *figure `json:"value"`
	Growth *figure `json:"growth,omitempty"` // of the same period

	Page  string          `json:"-"`
	Bar   string          `json:"-"` // length of a hundred
	value decimal.Decimal // with its precision
}

// coverRow tells of which years something was read.
type coverRow struct {
	Region place             `json:"region"`
	Years  map[string]string `json:"years"` // by year: level, bound, revised, growth

	Page  string      `json:"-"`
	Cells []coverCell `json:"-"`
	Count int         `json:"-"`
}

// coverCell is a year of a region in the grid.
type coverCell struct{ Mark, Page, Label string }

// year is a column of the coverage grid; Round ones are named on a phone too.
type year struct {
	Full, Short string
	Round       bool
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
	return &answer{page: "indicator", title: title, about: rq.lang.say("indicator.about", title, form.Regions), form: form, table: rankTable(form)}, nil
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

// chooseRanking picks the tier and the period that are ranked: those of the
// address, else the tier with the most regions and the latest period that half
// as many of them have as have any.
func (s *server) chooseRanking(rq *request, form *indicatorForm, sheets []*sheet) (tier indicators.Tier, tick indicators.Period, err error) {
	count := map[indicators.Tier]int{}
	for _, sh := range sheets {
		count[s.tierOf(sh.Region)]++
	}
	var tiers []string
	for t := indicators.TierProvince; t <= indicators.TierZone; t++ {
		if count[t] > 0 {
			tiers = append(tiers, t.String())
		}
	}
	for _, t := range []indicators.Tier{indicators.TierNation, indicators.TierUnknown} {
		if count[t] > 0 {
			tiers = append(tiers, t.String())
		}
	}
	slices.SortStableFunc(tiers, func(a, b string) int {
		i, _ := indicators.ParseTier(a)
		j, _ := indicators.ParseTier(b)
		return cmp.Compare(count[j], count[i])
	})
	name, err := rq.choice("tier", tiers)
	if err != nil {
		return tier, tick, err
	}
	tier, _ = indicators.ParseTier(name)
	for _, t := range tiers {
		k, _ := indicators.ParseTier(t)
		form.Tiers = append(form.Tiers, choice{rq.lang.say("tier."+t, count[k]), rq.here("tier", t, "period", ""), t == name})
	}
	at := map[indicators.Period]int{}
	most := 0
	for _, sh := range sheets {
		if s.tierOf(sh.Region) != tier {
			continue
		}
		for _, p := range sh.Actual {
			t := charts.Tick(p.Period)
			at[t]++
			most = max(most, at[t])
		}
	}
	var ticks []indicators.Period
	for t := range at {
		ticks = append(ticks, t)
	}
	slices.SortFunc(ticks, func(a, b indicators.Period) int { return b.Compare(a) })
	best := 0
	for i, t := range ticks {
		if at[t]*2 >= most {
			best = i
			break
		}
	}
	if v, err := rq.value("period"); err != nil {
		return tier, tick, err
	} else if v != "" {
		best = slices.IndexFunc(ticks, func(t indicators.Period) bool { return t.String() == v })
		if best < 0 {
			var known []string
			for _, t := range ticks[:min(12, len(ticks))] {
				known = append(known, t.String())
			}
			return tier, tick, refuseValue(rq, "period", known)
		}
	}
	tick = ticks[best]
	const offered = 12
	from := max(0, min(best-offered/2, len(ticks)-offered))
	for _, t := range ticks[from:min(len(ticks), from+offered)] {
		form.Periods = append(form.Periods, choice{whenShort(t, rq.lang), rq.here("period", t.String()), t == tick})
	}
	form.Tier, form.Period, form.When = name, tick.String(), when(tick, rq.lang)
	return tier, tick, nil
}

func (s *server) tierOf(region string) indicators.Tier {
	r, ok := s.names.catalog.Regions.ByCode(region)
	if !ok {
		return indicators.TierUnknown
	}
	return r.Tier
}

// fillRanking ranks the regions of a tier by their values of a period, in a
// table, as bars, and of the provinces as tiles.
func (s *server) fillRanking(rq *request, form *indicatorForm, all, sheets []*sheet, tier indicators.Tier, tick indicators.Period) error {
	l := rq.lang
	growth := map[string]*indicators.Point{} // by region
	if sheets[0].Measure == indicators.Level {
		for _, sh := range all {
			if sh.Measure == indicators.Growth && sh.Basis == indicators.YoY && sh.Frequency == sheets[0].Frequency {
				if p := at(sh.Actual, tick); p != nil {
					growth[sh.Region] = p
				}
			}
		}
	}
	var found []indicators.Observation
	var qs []indicators.Quantity
	for _, sh := range sheets {
		if p := at(sh.Actual, tick); p != nil && s.tierOf(sh.Region) == tier {
			found = append(found, p.Latest())
			qs = append(qs, p.Latest().Quantity)
		}
	}
	slices.SortStableFunc(found, func(a, b indicators.Observation) int { return b.Value.Cmp(a.Value) })
	sc := scale(0)
	if k := sheets[0].Measure; k == indicators.Level || k == indicators.Change {
		sc = scaleOf(l, qs...)
	}
	form.Shown = s.names.unit(sheets[0].Unit, sc, l)
	longest := decimal.Zero
	for _, o := range found {
		longest = decimal.Max(longest, o.Value.Abs())
	}
	f := charts.Frame{Unit: form.Shown, Lines: []charts.Line{{Slot: 1, Name: form.Indicator.In(l)}}}
	n := 0
	for i, o := range found {
		if len(form.Ranking) == maxRanked {
			form.Partial = true
			break
		}
		row := rankRow{Region: s.names.place(o.Region, o.Place), value: o.Value, Value: s.newFigure(rq, o, setNumber(o, sc, l), "")}
		row.Page = pathTo("series", o.Region, o.Indicator) + "?sheet=" + url.QueryEscape(sheets[0].token()) + "#" + url.PathEscape(refOf("m", o))
		if o.Bound == indicators.Exact {
			n++
			row.Rank = n
			if i > 0 && len(form.Ranking) > 0 && found[i-1].Value.Equal(o.Value) && form.Ranking[i-1].Rank > 0 {
				row.Rank = form.Ranking[i-1].Rank
			}
		}
		if longest.IsPositive() {
			row.Bar = o.Value.Abs().Mul(decimal.NewFromInt(100)).DivRound(longest, 2).String()
		}
		if p := growth[o.Region]; p != nil {
			row.Growth = s.newFigure(rq, p.Latest(), setNumber(p.Latest(), 0, l), "")
			form.Growth = true
			form.Places[1] = max(form.Places[1], row.Growth.Number.places())
		}
		form.Places[0] = max(form.Places[0], row.Value.Number.places())
		form.Ranking = append(form.Ranking, row)
		const bars = 34
		if len(f.Ticks) < bars {
			name := s.names.short(row.Region, l)
			f.Ticks = append(f.Ticks, name)
			f.Read = append(f.Read, name+l.say("gap")+when(o.Period, l)+l.say("gap")+s.names.withUnit(o, l))
			f.Lines[0].Points = append(f.Lines[0].Points, charts.Point{
				At: len(f.Ticks) - 1, Value: o.Value.Shift(-int32(sc)), Label: plainLabel(o, sc, l), Ref: row.Page,
				Mark: map[bool]charts.Mark{true: charts.LowerBound}[o.Bound == indicators.AtLeast],
			})
		}
	}
	opt, err := charts.Ranked(f)
	if err != nil {
		return err
	}
	form.Ranked = &box{
		ID: "chart-rank", Option: opt, Title: form.When, How: join(" · ", form.Shown, sheets[0].title(l)), Size: "bars" + strconv.Itoa((len(f.Ticks)+3)/4),
		Label: form.Indicator.In(l) + l.say("colon") + join(l.say("semicolon"), f.Read[:min(10, len(f.Read))]...), Read: f.Read[0],
	}
	if tier == indicators.TierProvince {
		form.Tiles, form.Classes = s.tilesOf(form.Ranking, sc, l)
	}
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

// fillCoverage tells of which regions and years something was read: levels
// before growth.
func (s *server) fillCoverage(rq *request, form *indicatorForm, all []*sheet) {
	type cell struct{ mark, ref string }
	rows := map[string]map[int]cell{}
	names := map[string]string{}
	first, last := 9999, 0
	for _, sh := range all {
		if sh.Frequency != "A" || sh.Measure != indicators.Level && sh.Measure != indicators.Growth {
			continue
		}
		names[sh.Region] = sh.Place
		if rows[sh.Region] == nil {
			rows[sh.Region] = map[int]cell{}
		}
		for _, p := range sh.Actual {
			y := int(p.Period.Last.Year)
			if rows[sh.Region][y].mark != "" {
				continue // a level stands there
			}
			mark := "growth"
			if sh.Measure == indicators.Level {
				mark = [...]string{"level", "bound", "bound", "revised"}[markOf(p)]
			}
			rows[sh.Region][y] = cell{mark, "?sheet=" + url.QueryEscape(sh.token()) + "#" + url.PathEscape(refOf("m", p.Latest()))}
			first, last = min(first, y), max(last, y)
		}
	}
	if last == 0 {
		return
	}
	form.Seen = rq.lang.say("when.years", first, last)
	if first == last {
		form.Seen = rq.lang.say("when.year", last)
	}
	first = max(first, last-maxYears+1)
	for y := first; y <= last; y++ {
		form.Years = append(form.Years, year{fmt.Sprint(y), fmt.Sprintf("%02d", y%100), y%5 == 0})
	}
	ids := sortedKeys(rows)
	slices.SortStableFunc(ids, func(a, b string) int {
		return cmp.Or(cmp.Compare(tierRank(s.tierOf(a)), tierRank(s.tierOf(b))), cmp.Compare(len(rows[b]), len(rows[a])))
	})
	for _, id := range ids {
		if len(form.Coverage) == maxCovered {
			form.Hidden++
			continue
		}
		r := coverRow{Region: s.names.place(id, names[id]), Years: map[string]string{}, Page: pathTo("series", id, form.Indicator.ID), Count: len(rows[id])}
		for y := first; y <= last; y++ {
			c, ok := rows[id][y]
			if !ok {
				r.Cells = append(r.Cells, coverCell{})
				continue
			}
			r.Years[fmt.Sprint(y)] = c.mark
			r.Cells = append(r.Cells, coverCell{c.mark, r.Page + c.ref, join(" ", r.Region.In(rq.lang), fmt.Sprint(y), rq.lang.say("cover."+c.mark))})
		}
		form.Coverage = append(form.Coverage, r)
	}
}

// tierRank puts open regions behind known ones.
func tierRank(t indicators.Tier) int {
	if t == indicators.TierUnknown {
		return 99
	}
	return int(t)
}

// rankTable is the ranking in rows.
func rankTable(form *indicatorForm) *table {
	t := &table{name: form.Indicator.Name, head: []string{
		"rank", "region", "region_name", "indicator", "indicator_name", "measure", "basis", "period", "value", "unit", "bound", "printed", "growth", "published", "document",
	}}
	for _, r := range form.Ranking {
		rank, growth := "", ""
		if r.Rank > 0 {
			rank = strconv.Itoa(r.Rank)
		}
		if r.Growth != nil {
			growth = r.Growth.Value
		}
		row := []string{rank, r.Region.ID, r.Region.Name, form.Indicator.ID, form.Indicator.Name, form.Sheet.Measure, form.Sheet.Basis, r.Value.Period}
		t.rows = append(t.rows, append(append(row, cells(r.Value)...), growth, r.Value.Published, r.Value.Document))
	}
	return t
}
