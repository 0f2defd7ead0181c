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
