package web

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// finding is a finding as pages and data tell it: the figures that do not fit,
// and by how much. Values are exact strings.
type finding struct {
	Kind       string          `json:"kind"`
	Check      string          `json:"check"`
	Found      string          `json:"found"`
	Expected   string          `json:"expected"`
	Difference string          `json:"difference"` // found less expected
	Tolerance  string          `json:"tolerance"`  // what rounding explains at most
	Unit       string          `json:"unit"`
	Working    string          `json:"working"`
	Figures    []findingFigure `json:"figures"`

	Of    string   `json:"-"` // region and indicator
	Page  string   `json:"-"` // of the series
	When  string   `json:"-"`
	Says  []saying `json:"-"`
	More  []saying `json:"-"` // those beyond mostSayings
	Apart string   `json:"-"` // the difference, and what rounding explains of it
}

// findingFigure is a figure of a finding, with who says it.
type findingFigure struct {
	Region    place   `json:"region"`
	Indicator subject `json:"indicator"`
	Basis     string  `json:"basis,omitempty"`
	source

	Other bool `json:"-"` // it is of another indicator than the first

	span, sentence indicators.Span
}

// saying is a sentence that holds figures of a finding, marked in it.
type saying struct {
	Figures  []findingFigure
	Parts    []quotePart
	Document paper
}

// quotePart is a piece of a sentence.
type quotePart struct {
	Text string
	Mark bool
}

// mostSayings is how many sentences stand side by side; more can be unfolded.
const mostSayings = 4

// newFinding tells a finding.
func (s *server) newFinding(rq *request, f *indicators.Finding) (finding, error) {
	x := finding{
		Kind: f.Kind.String(), Check: f.Check, Unit: f.Unit, Working: f.Working,
		Found: indicators.PlainDecimal(f.Found), Expected: indicators.PlainDecimal(f.Expected),
		Difference: indicators.PlainDecimal(f.Difference()), Tolerance: indicators.PlainDecimal(f.Tolerance),
	}
	var periods []indicators.Period
	for _, o := range f.Observations {
		src, err := s.newSource(rq, o, "")
		if err != nil {
			return x, err
		}
		src.Trace = nil // the page of the series tells it
		x.Figures = append(x.Figures, findingFigure{
			Region: s.names.place(o.Region, o.Place), Indicator: s.names.subject(o.Indicator, o.Name), Basis: o.Basis.String(),
			source: *src, Other: o.Indicator != f.Observations[0].Indicator, span: o.From.Span, sentence: o.From.Sentence,
		})
		if !slices.Contains(periods, o.Period) {
			periods = append(periods, o.Period)
		}
	}
	slices.SortFunc(periods, indicators.Period.Compare)
	x.When = periodsText(periods, rq.lang)
	if len(f.Observations) > 0 {
		o := f.Observations[0]
		x.Of = join(" ", x.Figures[0].Region.In(rq.lang), x.Figures[0].Indicator.In(rq.lang))
		x.Page = pathTo("series", o.Region, o.Indicator) + "?sheet=" + url.QueryEscape(keyOf(indicators.KeyOf(o)).token())
	}
	var err error
	if x.Says, err = s.sayings(rq, x.Figures); err != nil {
		return x, err
	}
	x.More = x.Says[min(mostSayings, len(x.Says)):]
	x.Says = x.Says[:min(mostSayings, len(x.Says))]
	sc := scale(0)
	var qs []indicators.Quantity
	for _, o := range f.Observations {
		if o.Unit == f.Unit && o.Measure != indicators.Growth && o.Measure != indicators.Share {
			qs = append(qs, o.Quantity)
		}
	}
	if len(qs) > 0 {
		sc = scaleOf(rq.lang, qs...)
	}
	unit := s.names.unit(f.Unit, sc, rq.lang)
	switch {
	case f.Unit == "%":
		unit = rq.lang.say("points")
	case rq.lang == en && unit != "":
		unit = " " + unit
	}
	short := apart(f.Difference(), f.Tolerance, int32(sc))
	x.Apart = rq.lang.say("finding.apart", plainNumber(short[0], sc, rq.lang, true).Text()+unit)
	if !f.Tolerance.IsZero() {
		x.Apart += rq.lang.say("semicolon") + rq.lang.say("finding.rounding", plainNumber(short[1], sc, rq.lang, false).Text()+unit)
	}
	return x, nil
}

// apart shortens a difference and what rounding explains of it, which may have
// many computed digits, to two digits of the latter at a scale: the one never
// grows and the other never shrinks. Where that would hide that they differ
// both stay whole.
func apart(difference, tolerance decimal.Decimal, scale int32) [2]decimal.Decimal {
	places := max(0, 2-int32(tolerance.NumDigits())-tolerance.Exponent()+scale) - scale
	short := [2]decimal.Decimal{difference.RoundDown(places), tolerance.RoundUp(places)}
	if tolerance.IsZero() || difference.Exponent() >= -places && tolerance.Exponent() >= -places || short[0].Abs().LessThanOrEqual(short[1]) {
		return [2]decimal.Decimal{difference, tolerance}
	}
	return short
}

// periodsText names the first and the last of periods in order.
func periodsText(periods []indicators.Period, l language) string {
	switch n := len(periods); n {
	case 0:
		return ""
	case 1:
		return when(periods[0], l)
	default:
		return l.say("finding.and", when(periods[0], l), when(periods[n-1], l))
	}
}

// sayings puts the figures that stand in one sentence together, in the order
// of their first.
func (s *server) sayings(rq *request, figures []findingFigure) ([]saying, error) {
	var out []saying
	for _, f := range figures {
		i := slices.IndexFunc(out, func(x saying) bool {
			return x.Document.ID == f.Document.ID && x.Figures[0].sentence == f.sentence && f.sentence.Len() > 0
		})
		if i < 0 {
			i = len(out)
			out = append(out, saying{Document: f.Document})
		}
		out[i].Figures = append(out[i].Figures, f)
	}
	for i := range out {
		d, err := s.shelf.document(rq.Context(), s.store, rq.index.version, out[i].Document.ID)
		if err != nil {
			return nil, err
		}
		out[i].Parts = quoteParts(d.Text, out[i].Figures)
	}
	return out, nil
}

// aroundMarks is how many characters of a sentence stand before its first and
// behind its last marked figure.
const aroundMarks = 48

// quoteParts cuts the sentence of figures at them; what is far from all of
// them is left out.
func quoteParts(text string, figures []findingFigure) []quotePart {
	spans := make([]indicators.Span, 0, len(figures))
	for _, f := range figures {
		spans = append(spans, f.span)
	}
	slices.SortFunc(spans, func(a, b indicators.Span) int { return cmp.Compare(a.Start, b.Start) })
	sent := figures[0].sentence
	if sent.Of(text) == "" || spans[0].Start < sent.Start || spans[len(spans)-1].End > sent.End {
		return []quotePart{{figures[0].Printed, true}}
	}
	var parts []quotePart
	add := func(part string, mark bool) {
		if part = oneLine(part); part != "" {
			parts = append(parts, quotePart{part, mark})
		}
	}
	at := sent.Start
	for i, sp := range spans {
		if sp.Start < at {
			continue
		}
		between := text[at:sp.Start]
		if i == 0 {
			between = lastOfText(strings.TrimLeft(between, " 　\n"))
		}
		add(between, false)
		add(sp.Of(text), true)
		at = sp.End
	}
	rest := strings.TrimRight(text[at:sent.End], " 　\n")
	if r := []rune(rest); len(r) > aroundMarks {
		rest = string(r[:aroundMarks]) + "……"
	}
	add(rest, false)
	return parts
}

// lastOfText keeps the end of a text.
func lastOfText(s string) string {
	if r := []rune(s); len(r) > aroundMarks {
		return "……" + string(r[len(r)-aroundMarks:])
	}
	return s
}

// firstOfKinds picks n findings: the first of each kind, of two documents
// before of one, then more of the first kinds.
func firstOfKinds(all []indicators.Finding, n int) []*indicators.Finding {
	var out []*indicators.Finding
	taken := map[int]bool{}
	for round := 0; len(out) < n && round < n; round++ {
		for k := len(findingKinds) - 1; k >= 0 && len(out) < n; k-- {
			for i := range all {
				if !taken[i] && int(all[i].Kind) == k {
					taken[i] = true
					out = append(out, &all[i])
					break
				}
			}
		}
	}
	return out
}
