package extract

import (
	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// An Explanation is what a reader saw in a document, and what it made of it.
type Explanation struct {
	Result
	Mentions []Mention // in the order of the text
}

// A Mention is one thing that the scan found: a number, a percentage, a
// quantity, a period, a region, an indicator, or a cue of the grammar.
type Mention struct {
	Span     indicators.Span
	Type     string // number, percent, quantity, period, region, indicator, cue, note
	Value    string // of a number: exact, with magnitudes multiplied out
	Unit     string
	From, To indicators.Date // of a period that the context settles: its days
	Note     string          // of a cue: its word's part; of a region: its name
}

// Explain reads d as [Reader.Read] does and tells what was looked at.
func (r *Reader) Explain(d *indicators.Document) (*Explanation, error) {
	res, err := r.Read(d)
	if err != nil {
		return nil, err
	}
	e := &Explanation{Result: *res}
	g := newReading(r.cat, d)
	for _, b := range blocks(d.Text) {
		if b.kind == blockTable {
			for _, row := range b.table.rows {
				for _, c := range row.cells {
					e.mentions(g, tidy(d.Text, c.start, c.end))
				}
			}
			continue
		}
		e.mentions(g, b.passage)
	}
	return e, nil
}

// mentions adds what the scan finds in one passage.
func (e *Explanation) mentions(g *reading, p passage) {
	g.scan(p.text)
	for k := range g.tokens {
		t := &g.tokens[k]
		m := Mention{Span: p.span(t.start, t.end)}
		switch {
		case t.kind == tokFigure:
			f := &g.figures[t.ref]
			if f.form == figureTooLong {
				continue
			}
			m.Span = p.span(f.numStart, max(f.numEnd, f.unitEnd))
			v := f.value(p.text)
			if f.form == figureFraction {
				v = v.Shift(-2) // kept as a percentage, told as it reads
			}
			m.Value = indicators.PlainDecimal(v)
			m.Unit = f.unitText(g.cat.Units, p.text)
			m.Type = "quantity"
			switch {
			case f.form == figureFraction:
				m.Type, m.Unit = "number", ""
			case g.unitClass(f) == percentUnit:
				m.Type = "percent"
			case f.unit < 0 || f.form == figureOrdinal || f.form == figureTop:
				m.Type = "number"
			}
		case t.kind == tokPeriod:
			m.Type = "period"
			if q, ok := g.resolve(g.periods[t.ref], g.page.period); ok {
				m.From, m.To = q.First, q.Last
			}
		case t.kind == tokNote:
			m.Type = "note"
		case t.is(catalog.Region):
			q, ok := g.regionAt(k, &g.page)
			if !ok {
				continue
			}
			m.Type, m.Note = "region", q.name
		case t.is(catalog.Known):
			m.Type, m.Note = "indicator", t.word.Indicator
		case t.is(predicate | scenery | catalog.Compare | catalog.Place):
			m.Type = "cue"
		default:
			continue
		}
		e.Mentions = append(e.Mentions, m)
	}
}
