package extract

import (
	"slices"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// bareFigure reports whether a block is a line that holds a figure and nothing
// else, as a page sets it above the item that tells what it is:
//
//	1.86亿件
//	1月份，全市快递业务量同比增长19.7%
func (d *reading) bareFigure(b *block) bool {
	if b.kind != blockHeading || d.kind != kindNews {
		return false
	}
	d.scan(b.text)
	return len(d.figures) == 1 && len(d.tokens) == 1 && d.blank(0, d.figures[0].start) && d.blank(d.figures[0].end, int32(len(b.text))) &&
		d.unitClass(&d.figures[0]) == amountUnit && d.figures[0].unit >= 0 && d.figures[0].form.counts()
}

// label lets a heading that is nothing but the name of an indicator be the
// subject of the line below it, which begins with a figure.
func (d *reading) label() {
	p := d.phraseOf(0, int32(len(d.text)), 0, int32(len(d.tokens)))
	name := d.compose(p.noun)
	if modifier, head, class := d.splitHead(name); class == catalog.GoalHead && head != "" {
		name = modifier // 一般公共预算收入进度
	}
	if _, known := d.cat.Indicators.ByName(name); known {
		d.subject = d.named(name)
		d.thing = d.subject
	}
}

// headline reads the figure of a line of its own once the item below it has
// been read: it is the amount of the first thing that the item tells of. out is
// the number of observations before the item.
func (d *reading) headline(b *block, out int) {
	d.pass = &b.passage
	d.scan(b.text)
	f := &d.figures[0]
	if out >= len(d.out.Observations) {
		d.drop(f, "no subject")
		return
	}
	o := d.out.Observations[out]
	dimension := d.class(f)
	if o.Status != indicators.Actual || o.Measure == indicators.Rank || o.Measure == indicators.Share || !d.measures(o.Indicator, dimension) || !headFits(o.Name, amountUnit, dimension) {
		d.drop(f, "no subject")
		return
	}
	span := d.pass.span(f.start, f.end)
	o.Measure, o.Basis = indicators.Level, indicators.NoBasis
	o.Quantity = d.quantity(f, amountUnit)
	o.From = indicators.Provenance{
		Span: span, Sentence: span, Rule: "amount-level/headline", Trace: o.From.Trace,
		Catalogue: o.From.Catalogue, Document: o.From.Document,
	}
	o.Printed = span.Of(d.doc.Text)
	d.out.Observations = append(d.out.Observations, o)
}

// gap is the mark that partAtBlanks sets where a headline had a blank.
const gap = '　'

// partAtBlanks parts the clauses of a headline that nothing but a blank stands
// between: 新增学位3960个 丰泽区6所学校投用.
func (d *reading) partAtBlanks() {
	const shortest = 12 // bytes of a clause
	seams, from, k := d.pass.at, int32(0), 0
	for i := 1; i < len(seams); i++ {
		here, stop := seams[i].here, int32(len(d.text))
		if i+1 < len(seams) {
			stop = seams[i+1].here
		}
		if here-from < shortest || stop-here < shortest {
			continue
		}
		for k < len(d.tokens) && d.tokens[k].end <= here {
			k++
		}
		if k < len(d.tokens) && d.tokens[k].start < here {
			continue
		}
		d.tokens = slices.Insert(d.tokens, k, token{kind: tokPunct, start: here, end: here, ref: gap})
		from = here
	}
}
