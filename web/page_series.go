package web

import (
	"slices"
	"strconv"

	"suanpan/charts"
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
	From      int         `json:"from,omitempty"`
	To        int         `json:"to,omitempty"`
	AsOf      string      `json:"asof,omitempty"`
	Rows      []seriesRow `json:"rows"` // the latest first
	Sources   []*source   `json:"sources"`
	Partial   bool        `json:"partial,omitempty"` // the store holds more than is shown

	Above     []place    `json:"-"`
	Unit      string     `json:"-"` // of the rows, as shown
	Known     int        `json:"-"` // rows with a report
	Main      *box       `json:"-"`
	Beside    *box       `json:"-"`
	BesideRef *sheetRef  `json:"-"` // the companion whose values stand in the rows
	Targets   bool       `json:"-"` // a row has a target
	Places    [4]int     `json:"-"` // decimals of the columns: value, companion, target, difference
	At        *source    `json:"-"` // the one that the panel shows first
	Revisions []revision `json:"-"`
	Related   []subject  `json:"-"`
	Hidden    int        `json:"-"` // sources that are not listed
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

// seriesRow is what is known of one period.
type seriesRow struct {
	Period     string    `json:"period"`
	Actual     *figure   `json:"actual,omitempty"`
	Beside     *figure   `json:"beside,omitempty"`     // growth beside a level, the level beside a growth
	Targets    []*figure `json:"targets,omitempty"`    // one, or the ends of an interval
	Difference string    `json:"difference,omitempty"` // reported less target
	Outcome    outcome   `json:"outcome,omitempty"`

	When       string  `json:"-"`
	Target     *number `json:"-"`
	TargetText string  `json:"-"`
	Diff       *number `json:"-"`
	Source     *source `json:"-"`
	Selected   bool    `json:"-"`
}

// revision is a report of a value that another report gave too.
type revision struct {
	When   string
	Status string
	First  bool // of its period
	Figure *figure
	Change *number // less the report before
	Agrees bool    // within the printed precision
	Paper  paper
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
	for _, x := range []*sheet{sh, other} {
		if x != nil {
			x.Actual, x.Target = within(x.Actual, from, to), within(x.Target, from, to)
		}
	}
	form := &seriesForm{
		Region: s.names.place(p.region, sh.Place), Indicator: s.names.subject(p.indicator, sh.Name),
		Above: s.names.above(p.region), From: from, To: to, AsOf: asof.String(), Partial: partial, Rows: []seriesRow{},
	}
	for _, x := range all {
		ref := s.newSheetRef(x, rq.lang)
		ref.Page = rq.here("sheet", ref.Token, "at", "")
		ref.Current = x == sh
		if x == sh {
			form.Sheet = ref
		}
		form.Sheets = append(form.Sheets, ref)
	}
	if err := s.fillSeries(rq, form, sh, other); err != nil {
		return nil, err
	}
	form.Related = s.related(rq, p)
	title := form.Region.In(rq.lang) + " " + form.Indicator.In(rq.lang)
	return &answer{page: "series", title: title, about: form.Main.Label, form: form, table: seriesTable(form, rq)}, nil
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

// fillSeries makes the rows, the charts and the sources of a series page.
func (s *server) fillSeries(rq *request, form *seriesForm, sh, other *sheet) (err error) {
	l := rq.lang
	if form.Main, err = s.chartOf(rq, "main", sh, other, "m"); err != nil {
		return err
	}
	if other != nil && len(other.Actual)+len(other.Target) > 0 {
		ref := s.newSheetRef(other, l)
		form.BesideRef = &ref
		if form.Beside, err = s.chartOf(rq, "beside", other, nil, "b"); err != nil {
			return err
		}
		form.Beside.Title = other.title(l)
	}
	sc := sh.scale(l)
	form.Unit = s.names.unit(sh.Unit, sc, l)
	judged := map[indicators.Period]promise{}
	for _, p := range s.names.promises(sh) {
		judged[p.tick] = p
	}
	over := sh.periods()
	slices.Reverse(over)
	for _, tick := range over {
		row := seriesRow{Period: tick.String(), When: whenShort(tick, l)}
		if p := at(sh.Actual, tick); p != nil {
			o := p.Latest()
			row.Period, row.When = o.Period.String(), whenRow(o.Period, l)
			row.Actual = s.newFigure(rq, o, setNumber(o, sc, l), refOf("m", o))
			if markOf(*p) == charts.Revised {
				row.Actual.Number.Flag = l.say("flag.revised")
			}
			form.Known++
			form.Places[0] = max(form.Places[0], row.Actual.Number.places())
		}
		if other != nil {
			if p := at(other.Actual, tick); p != nil {
				o := p.Latest()
				row.Beside = s.newFigure(rq, o, setNumber(o, other.scale(l), l), refOf("b", o))
				form.Places[1] = max(form.Places[1], row.Beside.Number.places())
			}
		}
		if p, ok := judged[tick]; ok {
			s.fillTarget(rq, form, &row, p, sc)
		}
		form.Rows = append(form.Rows, row)
	}
	return s.fillSources(rq, form, sh, other)
}

// whenRow writes the period of a row; that of an instant which is no end of a
// year or month is told whole.
func whenRow(p indicators.Period, l language) string {
	if p.Form == indicators.AsOf && p.Frequency() != "D" {
		return when(p, l)
	}
	return whenShort(p, l)
}

// fillTarget puts what was intended, and what came of it, into a row.
func (s *server) fillTarget(rq *request, form *seriesForm, row *seriesRow, p promise, sc scale) {
	l := rq.lang
	form.Targets = true
	low := p.target.low
	n := plainNumber(low.Value, sc, l, false)
	n.Bound = boundSign(low.Quantity)
	row.Target = n
	row.Targets = []*figure{s.newFigure(rq, low, n, refOf("m", low))}
	if h := p.target.high; h != nil {
		n.Bound = ""
		row.TargetText = targetText(p.target, sc, l)
		row.Targets = append(row.Targets, s.newFigure(rq, *h, plainNumber(h.Value, sc, l, false), refOf("m", low)))
	}
	form.Places[2] = max(form.Places[2], n.places())
	row.Outcome = p.result
	if p.diff != nil {
		row.Difference = indicators.PlainDecimal(*p.diff)
		row.Diff = plainNumber(*p.diff, sc, l, true)
		form.Places[3] = max(form.Places[3], row.Diff.places())
	}
}

// fillSources lists who says each figure of the page, the latest first, and
// the reports that were replaced.
func (s *server) fillSources(rq *request, form *seriesForm, sh, other *sheet) error {
	l := rq.lang
	wanted, err := rq.value("at")
	if err != nil {
		return err
	}
	type part struct {
		prefix string
		points []indicators.Point
		scale  scale
	}
	parts := []part{{"m", sh.Actual, sh.scale(l)}, {"m", sh.Target, sh.scale(l)}}
	if other != nil {
		parts = append(parts, part{"b", other.Actual, other.scale(l)}, part{"b", other.Target, other.scale(l)})
	}
	byRef := map[string]*source{}
	for _, pt := range parts {
		for i := len(pt.points) - 1; i >= 0; i-- {
			p := pt.points[i]
			o := p.Latest()
			if o.Status == indicators.Target {
				o = targetOf(p).low
			}
			if len(form.Sources) == maxSources {
				form.Hidden++
				continue
			}
			src, err := s.newSource(rq, o, refOf(pt.prefix, o))
			if err != nil {
				return err
			}
			for _, v := range p.Vintages {
				if v.From.Document != o.From.Document || v.From.Span != o.From.Span {
					src.Others = append(src.Others, s.newFigure(rq, v, setNumber(v, pt.scale, l), ""))
				}
			}
			form.Sources = append(form.Sources, src)
			byRef[src.Ref] = src
			if err := s.fillRevisions(rq, form, p, pt.scale); err != nil {
				return err
			}
		}
	}
	for i := range form.Rows {
		if f := form.Rows[i].Actual; f != nil {
			form.Rows[i].Source = byRef[f.Ref]
		} else if t := form.Rows[i].Targets; t != nil {
			form.Rows[i].Source = byRef[t[0].Ref]
		}
	}
	form.At = byRef[wanted]
	for i := range form.Rows {
		if form.At == nil && form.Rows[i].Actual != nil {
			form.At = form.Rows[i].Source
		}
		form.Rows[i].Selected = form.At != nil && form.Rows[i].Source == form.At
	}
	if form.At == nil && len(form.Sources) > 0 {
		form.At = form.Sources[0]
	}
	return nil
}

// fillRevisions lists the reports of a point that has several.
func (s *server) fillRevisions(rq *request, form *seriesForm, p indicators.Point, sc scale) error {
	if len(p.Vintages) < 2 || targetOf(p).high != nil {
		return nil
	}
	for i, v := range p.Vintages {
		r := revision{
			When: when(v.Period, rq.lang), Status: v.Status.String(), First: i == 0,
			Figure: s.newFigure(rq, v, setNumber(v, sc, rq.lang), ""), Agrees: true,
		}
		if d, ok := rq.index.info(v.From.Document); ok {
			r.Paper = newPaper(d.Document, rq.lang)
		}
		if i > 0 {
			if before := p.Vintages[i-1]; before.Unit == v.Unit {
				r.Agrees = v.Agrees(before.Quantity)
				r.Change = plainNumber(v.Value.Sub(before.Value), sc, rq.lang, true)
			}
		}
		form.Revisions = append(form.Revisions, r)
	}
	return nil
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

// seriesTable is the table of the page in rows.
func seriesTable(form *seriesForm, rq *request) *table {
	t := &table{name: form.Region.Name + "-" + form.Indicator.Name, head: []string{
		"region", "region_name", "indicator", "indicator_name", "measure", "basis", "period",
		"value", "unit", "bound", "printed", "beside", "beside_unit", "target", "target_high", "target_bound", "difference", "outcome",
		"published", "publisher", "title", "document", "url", "rule", "sentence",
	}}
	for _, r := range form.Rows {
		row := []string{form.Region.ID, form.Region.Name, form.Indicator.ID, form.Indicator.Name, form.Sheet.Measure, form.Sheet.Basis, r.Period}
		row = append(row, cells(r.Actual)...)
		if r.Beside != nil {
			row = append(row, r.Beside.Value, r.Beside.Unit)
		} else {
			row = append(row, "", "")
		}
		low, high, bound := "", "", ""
		for i, f := range r.Targets {
			if i == 0 {
				low, bound = f.Value, f.Bound
			} else {
				high, bound = f.Value, ""
			}
		}
		row = append(row, low, high, bound, r.Difference, string(r.Outcome))
		if src := r.Source; src != nil {
			row = append(row, src.Document.Published, src.Document.Publisher, src.Document.Title, src.Document.ID, src.Document.URL, src.Rule,
				src.Sentence.Before+src.Sentence.Figure+src.Sentence.After)
		} else {
			row = append(row, "", "", "", "", "", "", "")
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// cells are the columns of a figure; empty for none.
func cells(f *figure) []string {
	if f == nil {
		return []string{"", "", "", ""}
	}
	return []string{f.Value, f.Unit, f.Bound, f.Printed}
}
