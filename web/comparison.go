package web

import (
	"cmp"
	"slices"
	"strconv"

	"suanpan/indicators"
)

// fillCompare reads what was chosen and makes the chart and the table.
func (s *server) fillCompare(rq *request, form *compareForm, regions, inds []string, asof indicators.Date, t indicators.Transform, base string) error {
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
	x, err := s.newTransforms(rq, all, regions, inds, asof)
	if err != nil {
		return err
	}
	return s.fillStrands(rq, form, all, keys[slices.Index(tokens, token)], regions, inds, transforming{x, t, base})
}

// transforming is what is to be computed of each line of a comparison.
type transforming struct {
	*transforms
	indicators.Transform
	base string
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
func (s *server) fillStrands(rq *request, form *compareForm, all []*sheet, key sheetKey, regions, inds []string, tr transforming) error {
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
		for _, sh := range all {
			if sh.Region == p.region && sh.Indicator == p.indicator && (sh.sheetKey == key || len(inds) > 1 && sameBut(sh.sheetKey, key)) {
				st.sheet = sh
				break
			}
		}
		strands = append(strands, st)
	}
	if err := s.transformStrands(rq, form, strands, tr); err != nil {
		return err
	}
	for i, p := range want {
		st := &strands[i]
		col := compareCol{Region: p.region, Indicator: p.indicator, Name: st.Name, Slot: st.Slot, Page: st.Page, None: true}
		if st.sheet != nil {
			cut := *st.sheet
			cut.Actual, cut.Target = within(cut.Actual, form.From, form.To), nil
			st.sheet, col.Unit, col.None = &cut, cut.Unit, len(cut.Actual) == 0
			if !slices.Contains(units, col.Unit) {
				units = append(units, col.Unit)
			}
		}
		form.Columns = append(form.Columns, col)
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

// transformStrands computes what the address asks for of each line, and lists
// what else could be, and which lines it cannot be computed of.
func (s *server) transformStrands(rq *request, form *compareForm, strands []strand, tr transforming) error {
	var sheets []*sheet
	for _, st := range strands {
		if st.sheet != nil {
			sheets = append(sheets, st.sheet)
		}
	}
	base, err := rq.basePeriod(tr.base, sheets...)
	if err != nil {
		return err
	}
	for _, ref := range tr.refs(rq, sheets, tr.Transform, base) {
		if ref.Why == "" {
			form.Choices = append(form.Choices, ref)
		} else {
			form.Impossible = append(form.Impossible, ref)
		}
	}
	if tr.Transform == indicators.AsReported {
		return nil
	}
	if tr.Transform == indicators.IndexOnBase {
		for _, p := range ticksOfActual(sheets) {
			if slices.ContainsFunc(sheets, func(sh *sheet) bool { q := at(sh.Actual, p); return q != nil && q.Period.String() == p.String() }) {
				form.Bases = append(form.Bases, p.String())
			}
		}
		if tr.base == "" && !base.IsZero() {
			form.Base = base.String()
		}
	}
	for i := range strands {
		st := &strands[i]
		if st.sheet == nil {
			continue
		}
		st.sheet = tr.derive(tr.Transform, st.sheet, base)
		title := st.sheet.computed.title
		if form.Computed != "" && form.Computed != title && len(st.Actual) > 0 {
			title = rq.lang.say("transform." + tr.Transform.String())
		}
		if form.Computed == "" || len(st.Actual) > 0 {
			form.Computed = title
		}
		if len(st.Actual) == 0 {
			form.Lacks = append(form.Lacks, st.Name+rq.lang.say("colon")+whyText(st.sheet.computed.why, rq.lang))
		}
	}
	for i := range strands {
		if st := &strands[i]; st.sheet != nil {
			st.sheet.computed.title = form.Computed
		}
	}
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
				f := s.figureOf(rq, st.sheet, o, setNumber(o, scales[st.Unit], l), "")
				f.Ref = st.sheet.source(st.Page, o)
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
