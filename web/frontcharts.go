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
