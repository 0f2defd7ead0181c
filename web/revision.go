package web

import (
	"suanpan/indicators"
)

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
	if form.At = byRef[wanted]; form.At == nil && wanted != "" {
		return refuseValue(rq, "at", sortedKeys(byRef))
	}
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
