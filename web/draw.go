package web

import (
	"cmp"
	"strings"

	"github.com/shopspring/decimal"

	"suanpan/charts"
	"suanpan/indicators"
)

// box is a chart on a page with what stands around it.
type box struct {
	ID     string // of its option in the page
	Title  string
	How    string // unit · what is shown · how often
	Label  string // what the chart shows, in words, for those who do not see it
	Size   string // l, m, s, xs or xl
	Option charts.Option
	Frame  charts.Frame // what Option draws
	Read   string       // what is read out at first; "" for no such line
	Keys   []string     // the marks that occur
	Note   string
	More   string // an address
}

// refOf makes the id of a figure's source on the page.
func refOf(prefix string, o indicators.Observation) string {
	r := prefix + "-"
	if o.Status == indicators.Target {
		r += "t-"
	}
	return r + strings.ReplaceAll(o.Period.String(), "/", "_")
}

// lineOf turns points into a line of a chart over ticks at a scale. ref names
// the source of an observation; nil for no sources.
func lineOf(points []indicators.Point, over []indicators.Period, sc scale, l language, ref func(indicators.Observation) string) charts.Line {
	place := map[indicators.Period]int{}
	for i, t := range over {
		place[t] = i
	}
	var line charts.Line
	for _, p := range points {
		i, ok := place[charts.Tick(p.Period)]
		if !ok {
			continue
		}
		last := p.Latest()
		cp := charts.Point{At: i, Value: last.Value.Shift(-int32(sc)), Label: plainLabel(last, sc, l), Mark: markOf(p)}
		if last.Status == indicators.Target {
			t := targetOf(p)
			cp.Value, cp.Mark = t.low.Value.Shift(-int32(sc)), charts.Published
			cp.Label = targetText(t, sc, l)
			if t.high != nil {
				cp.To = decimal.NewNullDecimal(t.high.Value.Shift(-int32(sc)))
			}
			last = t.low
		}
		if ref != nil {
			cp.Ref = ref(last)
		}
		if cp.Mark == charts.Revised {
			for _, v := range p.Vintages[:len(p.Vintages)-1] {
				if !v.Agrees(last.Quantity) {
					line.Points = append(line.Points, charts.Point{At: i, Value: v.Value.Shift(-int32(sc)), Mark: charts.Superseded, Ref: cp.Ref})
				}
			}
		}
		line.Points = append(line.Points, cp)
	}
	return line
}

// plainLabel is the label of a point: the digits as printed, the sign of a
// bound before them; of growth without its plus.
func plainLabel(o indicators.Observation, sc scale, l language) string {
	n := plainNumber(o.Value, sc, l, false)
	n.Bound = boundSign(o.Quantity)
	return n.Text()
}

// targetText writes a target: ≈7, 6 – 6.5.
func targetText(t target, sc scale, l language) string {
	if t.high != nil {
		return plainNumber(t.low.Value, sc, l, false).Text() + "–" + plainNumber(t.high.Value, sc, l, false).Text()
	}
	return plainLabel(t.low, sc, l)
}

// markOf tells how a point is drawn.
func markOf(p indicators.Point) charts.Mark {
	switch o := p.Latest(); {
	case o.Bound == indicators.AtLeast:
		return charts.LowerBound
	case o.Bound == indicators.AtMost:
		return charts.UpperBound
	case p.Conflicts():
		return charts.Revised
	}
	return charts.Published
}

// chartOf draws a sheet over its periods.
func (s *server) chartOf(rq *request, id string, sh, beside *sheet, prefix string) (*box, error) {
	l := rq.lang
	sc, over := sh.scale(l), sh.periods()
	ref := func(o indicators.Observation) string { return sh.ref(prefix, o) }
	actual := lineOf(sh.Actual, over, sc, l, ref)
	actual.Slot, actual.Name = 1, l.say("actual")
	goal := lineOf(sh.Target, over, sc, l, ref)
	goal.Target, goal.Name = true, l.say("target")
	unit := s.names.unit(sh.Unit, sc, l)
	f := charts.Frame{Unit: unit, Lines: []charts.Line{actual, goal}, Target: l.say("target"), Cut: s.mayCut(sh), Loose: sh.loose()}
	for _, t := range over {
		f.Ticks = append(f.Ticks, whenShort(t, l))
		f.Read = append(f.Read, s.readOut(t, sh, beside, l))
	}
	f.At = max(0, lastOf(actual, len(over)-1))
	draw := charts.OverTime
	if len(goal.Points) > 0 && sh.Measure == indicators.Growth {
		draw = charts.Promised
	}
	opt, err := draw(f)
	if err != nil {
		return nil, err
	}
	b := &box{
		ID: "chart-" + id, Title: s.names.subject(sh.Indicator, sh.Name).In(l), Size: "l", Option: opt, Frame: f,
		How:  join(" · ", unit, sh.title(l), l.say("freq."+sh.Frequency)),
		Keys: keysOf(f, !f.Loose && (len(goal.Points) == 0 || sh.Measure != indicators.Growth)), Label: s.describe(sh, over, l),
	}
	if sh.computed != nil {
		for i, k := range b.Keys {
			b.Keys[i] = cmp.Or(map[string]string{"published": "computed", "missing": "lack"}[k], k)
		}
	}
	if f.Cut {
		b.How += l.say("cut")
	}
	if len(f.Read) > 0 {
		b.Read = f.Read[f.At]
	}
	return b, nil
}

// lastOf returns the tick of the last point of a line; none where it has none.
func lastOf(l charts.Line, none int) int {
	if n := len(l.Points); n > 0 {
		return l.Points[n-1].At
	}
	return none
}

// mayCut reports whether the value axis of a sheet may begin above zero: for
// stocks and indices that hardly move, where the move is what is looked at.
func (s *server) mayCut(sh *sheet) bool {
	if sh.Measure != indicators.Level || len(sh.Actual) < 3 || len(sh.Target) > 0 {
		return false
	}
	low, high := sh.Actual[0].Latest().Value, sh.Actual[0].Latest().Value
	for _, p := range sh.Actual {
		low, high = decimal.Min(low, p.Latest().Value), decimal.Max(high, p.Latest().Value)
	}
	return low.IsPositive() && high.Sub(low).Mul(decimal.NewFromInt(5)).LessThan(high)
}

// readOut is the line that tells all of a tick: 2016年　303.6亿元　公布增速 +7.2%　目标 309亿元.
func (s *server) readOut(tick indicators.Period, sh, beside *sheet, l language) string {
	parts := []string{when(tick, l)}
	if p := at(sh.Actual, tick); p != nil {
		parts[0] = when(p.Period, l)
		parts = append(parts, s.names.withUnit(p.Latest(), l))
	} else {
		parts = append(parts, l.say("missing"))
	}
	if beside != nil {
		if p := at(beside.Actual, tick); p != nil {
			parts = append(parts, beside.title(l)+" "+s.names.withUnit(p.Latest(), l))
		}
	}
	if p := at(sh.Target, tick); p != nil {
		t := targetOf(*p)
		text := s.names.withUnit(t.low, l)
		if t.high != nil {
			text = plainNumber(t.low.Value, 0, l, false).Text() + "–" + s.names.withUnit(*t.high, l)
		}
		parts = append(parts, l.say("target")+" "+text)
	}
	return strings.Join(parts, l.say("gap"))
}

// describe tells what a chart of a sheet shows: all of its values where they
// are few, else the first, the last, the least and the largest.
func (s *server) describe(sh *sheet, over []indicators.Period, l language) string {
	subject, place := s.names.subject(sh.Indicator, sh.Name).In(l), s.names.place(sh.Region, sh.Place).In(l)
	points := sh.Actual
	if len(points) == 0 {
		points = sh.Target
	}
	if len(points) == 0 {
		return l.say("describe.none", place, subject)
	}
	head := l.say("describe", place, subject, sh.title(l), len(points))
	const few = 8
	if len(points) > few {
		low, high := 0, 0
		for i, p := range points {
			if p.Latest().Value.LessThan(points[low].Latest().Value) {
				low = i
			}
			if p.Latest().Value.GreaterThan(points[high].Latest().Value) {
				high = i
			}
		}
		keep := []indicators.Point{points[0]}
		for i := 1; i < len(points); i++ {
			if i == low || i == high || i == len(points)-1 {
				keep = append(keep, points[i])
			}
		}
		points = keep
	}
	var parts []string
	for _, p := range points {
		parts = append(parts, when(p.Period, l)+" "+s.names.withUnit(p.Latest(), l))
	}
	return head + strings.Join(parts, l.say("list")) + l.say("stop")
}

// keysOf lists the marks that occur in a frame, for its legend; joined tells
// whether its points are.
func keysOf(f charts.Frame, joined bool) []string {
	has := map[string]bool{}
	seen := map[int]bool{}
	first, last := len(f.Ticks), -1
	for _, line := range f.Lines {
		for _, p := range line.Points {
			switch {
			case line.Target && p.To.Valid:
				has["interval"] = true
			case line.Target:
				has["target"] = true
			default:
				has[[...]string{"published", "lower", "upper", "revised", "superseded"}[p.Mark]] = true
				seen[p.At] = true
				first, last = min(first, p.At), max(last, p.At)
			}
		}
	}
	for i := range f.Ticks {
		if !seen[i] {
			has["missing"] = true
			if joined && first < i && i < last {
				has["gap"] = true
			}
		}
	}
	if len(seen) == 0 {
		delete(has, "missing")
	}
	var out []string
	for _, k := range []string{"published", "revised", "superseded", "lower", "upper", "target", "interval", "missing", "gap"} {
		if has[k] {
			out = append(out, k)
		}
	}
	return out
}

// join joins the parts that are not empty.
func join(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}
