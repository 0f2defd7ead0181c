package web

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"

	"suanpan/indicators"
)

// maxOfCompare bounds the observations read for a comparison.
const maxOfCompare = 20_000

// compareForm is a comparison: one indicator over regions, or several
// indicators of one region. All of it is in the address.
type compareForm struct {
	Regions    []place      `json:"regions"`
	Indicators []subject    `json:"indicators"`
	Sheet      *sheetRef    `json:"sheet,omitempty"`
	Sheets     []sheetRef   `json:"sheets"`
	From       int          `json:"from,omitempty"`
	To         int          `json:"to,omitempty"`
	AsOf       string       `json:"asof,omitempty"`
	Columns    []compareCol `json:"columns"`
	Rows       []compareRow `json:"rows"` // the latest first
	Partial    bool         `json:"partial,omitempty"`

	Chips [2][]chip `json:"-"` // of regions, of indicators
	Boxes []*box    `json:"-"`
	Unit  string    `json:"-"`
	Count int       `json:"-"`
	Full  bool      `json:"-"` // no more can be added
	Tries []link    `json:"-"` // comparisons to begin with
}

// compareCol is a line of the chart and a column of the table.
type compareCol struct {
	Region    string `json:"region"`
	Indicator string `json:"indicator"`
	Name      string `json:"name"`
	Unit      string `json:"unit"`
	Slot      int    `json:"slot"`
	Page      string `json:"page"`
	Shown     string `json:"-"` // the unit, where the columns differ
	Places    int    `json:"-"`
	None      bool   `json:"-"` // nothing of this kind was read
}

// compareRow is a period.
type compareRow struct {
	Period string    `json:"period"`
	Values []*figure `json:"values"` // by column, null for none

	When string `json:"-"`
}

// chip is a choice that can be taken away.
type chip struct {
	Name    string
	Slot    int
	Lined   bool // it has a line of its own
	Without string
}

// link is an address with its name.
type link struct{ Name, Page string }

func (s *server) compare(rq *request) (*answer, error) {
	form := &compareForm{Sheets: []sheetRef{}, Columns: []compareCol{}, Rows: []compareRow{}, Regions: []place{}, Indicators: []subject{}}
	regions, inds, err := s.chosen(rq)
	if err != nil {
		return nil, err
	}
	for _, id := range regions {
		form.Regions = append(form.Regions, s.names.place(id, rq.index.nameOfRegion(id)))
	}
	for _, id := range inds {
		form.Indicators = append(form.Indicators, s.names.subject(id, rq.index.nameOfIndicator(id)))
	}
	var asof indicators.Date
	if form.From, form.To, asof, err = rq.span(); err != nil {
		return nil, err
	}
	form.AsOf = asof.String()
	title := rq.lang.say("nav.compare")
	if len(regions) > 0 && len(inds) > 0 {
		if err := s.fillCompare(rq, form, regions, inds, asof); err != nil {
			return nil, err
		}
		title = form.title(rq.lang)
	}
	s.fillChips(rq, form)
	if len(regions) == 0 || len(inds) == 0 {
		form.Tries = s.tries(rq)
	}
	form.Full = len(regions)+len(inds) > maxStrands
	return &answer{page: "compare", title: title, form: form, table: compareTable(form)}, nil
}

// chosen reads the regions and indicators of the address, which may be ids or
// names. Names become ids.
func (s *server) chosen(rq *request) (regions, inds []string, err error) {
	for _, v := range rq.query["region"] {
		id, err := s.regionOf(rq, v)
		if err != nil {
			return nil, nil, err
		}
		if id != "" && !slices.Contains(regions, id) {
			regions = append(regions, id)
		}
	}
	for _, v := range rq.query["indicator"] {
		id, err := s.indicatorOf(rq, v)
		if err != nil {
			return nil, nil, err
		}
		if id != "" && !slices.Contains(inds, id) {
			inds = append(inds, id)
		}
	}
	switch {
	case len(regions) > 1 && len(inds) > 1:
		return nil, nil, refuse("problem.both")
	case len(regions) > maxStrands || len(inds) > maxStrands:
		return nil, nil, refuse("problem.toomany", maxStrands)
	}
	return regions, inds, nil
}

// regionOf finds the region that an address names by id or by name.
func (s *server) regionOf(rq *request, v string) (string, error) {
	x := rq.index
	if v == "" || x.byRegion[v] != nil {
		return v, nil
	}
	var found []string
	for i := range x.words {
		if w := &x.words[i]; w.kind == aRegion && slices.Contains(w.keys, fold(v)) {
			found = append(found, w.id)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	p := refuse("problem.noregion", shorten(v))
	if len(found) > 1 {
		p = refuse("problem.regions", shorten(v))
		p.known = found
	}
	return "", s.suggest(rq, p, aRegion, "region", v)
}

// indicatorOf finds the indicator that an address names by id or by name.
func (s *server) indicatorOf(rq *request, v string) (string, error) {
	x := rq.index
	if v == "" || x.byIndicator[v] != nil {
		return v, nil
	}
	for i := range x.words {
		if w := &x.words[i]; w.kind == anIndicator && slices.Contains(w.keys, fold(v)) {
			return w.id, nil
		}
	}
	return "", s.suggest(rq, refuse("problem.noindicator", shorten(v)), anIndicator, "indicator", v)
}

// suggest adds to a problem what may have been meant by a name.
func (s *server) suggest(rq *request, p *problem, k kind, param, v string) *problem {
	var best *word
	bestScore := 0
	for i := range rq.index.words {
		w := &rq.index.words[i]
		if w.kind != k {
			continue
		}
		score := 2 * w.fits(fold(v))
		for _, key := range w.keys {
			if d := distance(key, fold(v)); d < len([]rune(key))/2+1 {
				score = max(score, 8-d)
			}
		}
		if score > bestScore {
			best, bestScore = w, score
		}
	}
	if best != nil {
		q := url.Values{}
		for key, list := range rq.query {
			for _, x := range list {
				if key == param && x == v {
					x = best.id
				}
				q.Add(key, x)
			}
		}
		p.try, p.tryAs = address(rq.URL.EscapedPath(), q), rq.lang.pick(best.name, best.english)
	}
	return p
}

func (x *snapshot) nameOfRegion(id string) string {
	if at := x.byRegion[id]; at != nil {
		return x.series[at[0]].Place
	}
	return ""
}

func (x *snapshot) nameOfIndicator(id string) string {
	if at := x.byIndicator[id]; at != nil {
		return x.series[at[0]].Name
	}
	return ""
}

// fillCompare reads what was chosen and makes the chart and the table.
func (s *server) fillCompare(rq *request, form *compareForm, regions, inds []string, asof indicators.Date) error {
	obs, partial, err := s.observations(rq, indicators.Query{
		Regions: regions, Indicators: inds, Statuses: []indicators.Status{indicators.Actual}, AsOf: asof, Limit: maxOfCompare,
	})
	if err != nil {
		return err
	}
	form.Partial = partial
	all := sheetsOf(obs)
	if len(all) == 0 {
		return nil
	}
	keys := s.keysToChoose(all, len(inds) > 1)
	tokens := make([]string, len(keys))
	for i, k := range keys {
		tokens[i] = k.token()
	}
	token, err := rq.choice("sheet", tokens)
	if err != nil {
		return err
	}
	for _, k := range keys {
		n := 0
		for _, sh := range all {
			if sh.sheetKey == k || len(inds) > 1 && sameBut(sh.sheetKey, k) {
				n++
			}
		}
		ref := sheetRef{
			Token: k.token(), Measure: k.Measure.String(), Basis: k.Basis.String(), Frequency: k.Frequency, Unit: k.Unit, Points: n,
			Title: k.title(rq.lang), Often: rq.lang.say("freq." + k.Frequency), Shown: s.names.unit(k.Unit, 0, rq.lang), Current: k.token() == token, Page: rq.here("sheet", k.token()),
		}
		form.Sheets = append(form.Sheets, ref)
		if ref.Current {
			form.Sheet = &ref
		}
	}
	return s.fillStrands(rq, form, all, keys[slices.Index(tokens, token)], regions, inds)
}

// sameBut reports whether two keys are alike but for their units.
func sameBut(a, b sheetKey) bool { a.Unit = b.Unit; return a == b }

// keysToChoose lists what can be compared, that of the most sheets first. Over
// several indicators the unit does not part them: each unit has its own chart.
func (s *server) keysToChoose(all []*sheet, mixed bool) []sheetKey {
	count := map[sheetKey]int{}
	var keys []sheetKey
	for _, sh := range all {
		k := sh.sheetKey
		if mixed {
			for _, o := range keys {
				if sameBut(o, k) {
					k = o
					break
				}
			}
		}
		if count[k] == 0 {
			keys = append(keys, k)
		}
		count[k]++
	}
	slices.SortStableFunc(keys, func(a, b sheetKey) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), a.compare(b))
	})
	return keys
}

// fillStrands draws the sheets of a key, those of one unit together, and puts
// them side by side in a table.
func (s *server) fillStrands(rq *request, form *compareForm, all []*sheet, key sheetKey, regions, inds []string) error {
	l := rq.lang
	var want []pair
	for _, r := range regions {
		for _, i := range inds {
			want = append(want, pair{r, i})
		}
	}
	slots := slotsOf(rq.query["slot"], len(want))
	var strands []strand
	var units []string
	for i, p := range want {
		st := strand{Slot: slots[i], Page: pathTo("series", p.region, p.indicator)}
		if len(inds) > 1 {
			st.Name = form.Indicators[i].In(l)
		} else {
			st.Name = s.names.short(form.Regions[i], l)
			if r, ok := s.names.catalog.Regions.ByCode(p.region); ok && r.Tier == indicators.TierNation && len(want) > 1 && rq.query["slot"] == nil {
				st.Slot = 0
			}
		}
		col := compareCol{Region: p.region, Indicator: p.indicator, Name: st.Name, Slot: st.Slot, Page: st.Page, None: true}
		for _, sh := range all {
			if sh.Region == p.region && sh.Indicator == p.indicator && (sh.sheetKey == key || len(inds) > 1 && sameBut(sh.sheetKey, key)) {
				cut := *sh
				cut.Actual, cut.Target = within(sh.Actual, form.From, form.To), nil
				st.sheet, col.Unit, col.None = &cut, sh.Unit, len(cut.Actual) == 0
				break
			}
		}
		form.Columns = append(form.Columns, col)
		strands = append(strands, st)
		if st.sheet != nil && !slices.Contains(units, col.Unit) {
			units = append(units, col.Unit)
		}
	}
	var sheets []*sheet
	for n, unit := range units {
		var group []strand
		for _, st := range strands {
			if st.sheet != nil && st.Unit == unit && len(st.Actual) > 0 {
				group = append(group, st)
				sheets = append(sheets, st.sheet)
			}
		}
		if len(group) == 0 {
			continue
		}
		b, err := s.comparedBox(rq, "compare"+strconv.Itoa(n), group, form.title(l))
		if err != nil {
			return err
		}
		if len(units) > 1 {
			b.Size, b.Title = "m", group[0].Name
			if len(group) > 1 {
				b.Title = l.say("measured.in", s.names.unit(unit, 0, l))
			}
		}
		form.Boxes = append(form.Boxes, b)
	}
	s.fillRows(rq, form, strands, sheets)
	return nil
}

// fillRows makes the table of a comparison.
func (s *server) fillRows(rq *request, form *compareForm, strands []strand, sheets []*sheet) {
	l := rq.lang
	scales := map[string]scale{} // of one unit
	for _, st := range strands {
		if st.sheet != nil && (st.Measure == indicators.Level || st.Measure == indicators.Change) {
			var qs []indicators.Quantity
			for _, o := range sheets {
				if o.Unit == st.Unit {
					for _, p := range o.Actual {
						qs = append(qs, p.Latest().Quantity)
					}
				}
			}
			scales[st.Unit] = scaleOf(l, qs...)
		}
	}
	units := map[string]bool{}
	over := ticksOfActual(sheets)
	slices.Reverse(over)
	for _, t := range over {
		row := compareRow{Period: t.String(), When: whenShort(t, l), Values: make([]*figure, len(strands))}
		for i, st := range strands {
			if st.sheet == nil {
				continue
			}
			if p := at(st.Actual, t); p != nil {
				o := p.Latest()
				f := s.newFigure(rq, o, setNumber(o, scales[st.Unit], l), "")
				f.Ref = st.Page + "?sheet=" + url.QueryEscape(st.token()) + "#" + url.PathEscape(refOf("m", o))
				row.Values[i] = f
				form.Columns[i].Places = max(form.Columns[i].Places, f.Number.places())
				form.Count++
				form.Unit = s.names.unit(st.Unit, scales[st.Unit], l)
				units[form.Unit] = true
			}
		}
		form.Rows = append(form.Rows, row)
	}
	if len(units) > 1 {
		form.Unit = ""
		for i, st := range strands {
			if st.sheet != nil {
				form.Columns[i].Shown = s.names.unit(st.Unit, scales[st.Unit], l)
			}
		}
	}
}

// title names a comparison.
func (f *compareForm) title(l language) string {
	if len(f.Indicators) == 1 {
		t := f.Indicators[0].In(l)
		if f.Sheet != nil && f.Sheet.Measure != indicators.Level.String() {
			t += l.say("comma") + l.inside(f.Sheet.Title)
		}
		return t + l.say("colon") + l.say("compare.regions", len(f.Regions))
	}
	return f.Regions[0].In(l) + l.say("colon") + l.say("compare.indicators", len(f.Indicators))
}

// fillChips lists what is chosen, each with the address without it. The others
// keep their colours.
func (s *server) fillChips(rq *request, form *compareForm) {
	base := func() url.Values {
		q := url.Values{}
		for k, v := range rq.query {
			if k != "region" && k != "indicator" && k != "slot" && k != "theme" {
				q[k] = v
			}
		}
		return q
	}
	one := func(n, but int, of func(i int) string, name string, q url.Values) {
		for i := range n {
			if i != but {
				q.Add(name, of(i))
			}
		}
	}
	slot := func(i int) int {
		if i < len(form.Columns) {
			return form.Columns[i].Slot
		}
		return 0
	}
	region := func(i int) string { return form.Regions[i].ID }
	indicator := func(i int) string { return form.Indicators[i].ID }
	many := len(form.Indicators) > 1
	for i := range form.Regions {
		q := base()
		one(len(form.Regions), i, region, "region", q)
		one(len(form.Indicators), -1, indicator, "indicator", q)
		for j := range form.Columns {
			if j != i && !many {
				q.Add("slot", strconv.Itoa(slot(j)))
			}
		}
		form.Chips[0] = append(form.Chips[0], chip{form.Regions[i].In(rq.lang), slot(i), !many && len(form.Columns) > 0, address("/compare", q)})
	}
	for i := range form.Indicators {
		q := base()
		one(len(form.Regions), -1, region, "region", q)
		one(len(form.Indicators), i, indicator, "indicator", q)
		for j := range form.Columns {
			if j != i && many {
				q.Add("slot", strconv.Itoa(slot(j)))
			}
		}
		form.Chips[1] = append(form.Chips[1], chip{form.Indicators[i].In(rq.lang), slot(i), many && len(form.Columns) > 0, address("/compare", q)})
	}
}

// tries are comparisons to begin with: of the indicators that most regions
// have, the regions with the most figures.
func (s *server) tries(rq *request) []link {
	x := rq.index
	type entry struct {
		id      string
		regions []string
	}
	var all []entry
	for _, id := range sortedKeys(x.byIndicator) {
		points := map[string]int{}
		for _, i := range x.byIndicator[id] {
			if in := &x.series[i]; in.Status == indicators.Actual && in.Region != "" {
				points[in.Region] = max(points[in.Region], in.Points)
			}
		}
		regions := sortedKeys(points)
		slices.SortStableFunc(regions, func(a, b string) int { return cmp.Compare(points[b], points[a]) })
		all = append(all, entry{id, regions[:min(6, len(regions))]})
	}
	slices.SortStableFunc(all, func(a, b entry) int {
		return cmp.Or(cmp.Compare(len(b.regions), len(a.regions)), cmp.Compare(cmp.Or(s.order[a.id], 1<<20), cmp.Or(s.order[b.id], 1<<20)))
	})
	var out []link
	for _, e := range all[:min(5, len(all))] {
		if len(e.regions) < 2 {
			continue
		}
		q := url.Values{"indicator": {e.id}, "region": e.regions}
		out = append(out, link{s.names.subject(e.id, x.nameOfIndicator(e.id)).In(rq.lang) + rq.lang.say("colon") + rq.lang.say("compare.regions", len(e.regions)), address("/compare", q)})
	}
	return out
}

// compareTable is the comparison in rows, one for each value.
func compareTable(form *compareForm) *table {
	t := &table{name: "compare", head: []string{
		"region", "region_name", "indicator", "indicator_name", "measure", "basis", "period", "value", "unit", "bound", "printed", "published", "document",
	}}
	for _, r := range form.Rows {
		for i, f := range r.Values {
			if f == nil {
				continue
			}
			c := form.Columns[i]
			region, indicator := "", ""
			for _, p := range form.Regions {
				if p.ID == c.Region {
					region = p.Name
				}
			}
			for _, x := range form.Indicators {
				if x.ID == c.Indicator {
					indicator = x.Name
				}
			}
			row := []string{c.Region, region, c.Indicator, indicator, form.Sheet.Measure, form.Sheet.Basis, f.Period}
			t.rows = append(t.rows, append(append(row, cells(f)...), f.Published, f.Document))
		}
	}
	return t
}
