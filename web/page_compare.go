package web

import (
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
	Transform  string       `json:"transform"`
	Base       string       `json:"base,omitempty"` // of an index
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

	Choices    []transformRef `json:"-"`
	Impossible []transformRef `json:"-"`
	Bases      []string       `json:"-"`
	Computed   string         `json:"-"` // what is computed, in words; "" for nothing
	Lacks      []string       `json:"-"` // which lines could not be computed, and why
	Tries      []link         `json:"-"` // comparisons to begin with
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
	t, base, err := rq.transform()
	if err != nil {
		return nil, err
	}
	form.Transform, form.Base = t.String(), base
	var asof indicators.Date
	if form.From, form.To, asof, err = rq.span(); err != nil {
		return nil, err
	}
	form.AsOf = asof.String()
	for _, v := range rq.query["slot"] {
		if len(v) != 1 || v[0] < '0' || v[0] >= '0'+maxStrands {
			return nil, refuse("problem.slot", "slot="+shorten(v), maxStrands-1)
		}
	}
	title := rq.lang.say("nav.compare")
	if len(regions) > 0 && len(inds) > 0 {
		if err := s.fillCompare(rq, form, regions, inds, asof, t, base); err != nil {
			return nil, err
		}
		title = form.title(rq.lang)
	}
	s.fillChips(rq, form)
	if len(regions) == 0 || len(inds) == 0 {
		form.Tries = s.tries(rq)
	}
	var latest indicators.Date
	for _, r := range regions {
		for _, i := range inds {
			if d := rq.index.published(rq.index.byPair[pair{r, i}]); latest.Before(d) {
				latest = d
			}
		}
	}
	form.Full = len(regions)+len(inds) > maxStrands
	var chart *box
	if len(form.Boxes) > 0 {
		chart = form.Boxes[0]
	}
	return &answer{page: "compare", title: title, chart: chart, form: form, table: compareTable(form), published: latest}, nil
}

// title names a comparison.
func (f *compareForm) title(l language) string {
	if len(f.Indicators) == 1 {
		t := f.Indicators[0].In(l)
		switch {
		case f.Computed != "":
			t += l.say("comma") + l.inside(f.Computed)
		case f.Sheet != nil && f.Sheet.Measure != indicators.Level.String():
			t += l.say("comma") + l.inside(f.Sheet.Title)
		}
		return t + l.say("colon") + l.say("compare.regions", len(f.Regions))
	}
	return f.Regions[0].In(l) + l.say("colon") + l.say("compare.indicators", len(f.Indicators))
}

// compareTable is the comparison in rows, one for each value.
func compareTable(form *compareForm) *table {
	t := &table{name: "compare", head: []string{
		"region", "region_name", "indicator", "indicator_name", "measure", "basis", "period", "value", "unit", "bound", "printed", "published", "document", "transform", "working",
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
			t.rows = append(t.rows, append(append(row, cells(f)...), f.Published, f.Document, form.Transform, f.Working))
		}
	}
	return t
}
