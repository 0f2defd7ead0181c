package charts

import (
	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/shopspring/decimal"
)

// OverTime draws the lines of a frame over its ticks, each point with its
// mark. A line stops at a gap; a dotted one leads over it, so that no value is
// claimed there, and each tick without a value has a cross on the axis. The
// points of a loose frame are not joined.
// Targets are short bars, with a stem to what was reported.
func OverTime(f Frame) (Option, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	d := newDraft(f)
	floor := d.valueAxis(f, "yAxis")
	seen := make([]bool, len(f.Ticks))
	for _, l := range f.Lines {
		if l.Target {
			continue
		}
		for _, p := range l.Points {
			seen[p.At] = true
		}
		if !f.Loose {
			d.path(f, l)
		}
		d.marks(l, beside(f, l))
	}
	for _, l := range f.Lines {
		if l.Target {
			d.targets(f, l)
		}
	}
	d.missing(seen, floor)
	return d.option(f)
}

// path adds the line itself, and a dotted one over its gaps.
func (d *draft) path(f Frame, l Line) {
	data := make([]any, len(f.Ticks))
	for i := range data {
		data[i] = none
	}
	first, last, n := -1, -1, 0
	for _, p := range l.Points {
		if p.Mark == Superseded {
			continue
		}
		if first < 0 {
			first = p.At
		}
		if data[p.At] == none {
			n++
		}
		data[p.At], last = exact(p.Value), p.At
	}
	if n < last-first+1 {
		d.add(echarts.SingleSeries{
			Type: "line", Data: data, Symbol: "none", ConnectNulls: opts.Bool(true),
			LineStyle: &opts.LineStyle{Color: "$ui", Width: 1.2},
		}, "silent", true, "z", 1, "lineStyle.type", []int{1, 3})
	}
	width := 2
	if l.Slot == 0 {
		width = 3
	}
	d.add(echarts.SingleSeries{
		Type: "line", Name: l.Name, Data: data, Symbol: "none",
		LineStyle: &opts.LineStyle{Color: color(l.Slot), Width: float32(width)},
	}, "silent", true, "z", 2)
}

// look is how a mark is drawn.
type look struct {
	symbol string
	size   int
	hollow bool
	z      int
}

var looks = map[Mark]look{
	Published:  {"circle", 8, false, 5},
	LowerBound: {triangleUp, 10, true, 5},
	UpperBound: {triangleDown, 10, true, 5},
	Revised:    {"diamond", 11, false, 5},
	Superseded: {"diamond", 8, true, 4},
}

// marks adds the points of a line, those of one mark together. side tells
// where the label of a tick stands.
func (d *draft) marks(l Line, side func(at int) string) {
	labelled := toLabel(l.Points)
	for m := Published; m <= Superseded; m++ {
		var data []item
		for i, p := range l.Points {
			if p.Mark != m {
				continue
			}
			it := item{Ref: p.Ref, Value: []any{p.At, exact(p.Value)}, Text: p.Label}
			if !labelled[i] || m == Superseded {
				it.Text = ""
			}
			it.Label = &opts.Label{Position: side(p.At)}
			data = append(data, it)
		}
		if data == nil {
			continue
		}
		lk, ink := looks[m], color(l.Slot)
		style := &opts.ItemStyle{Color: ink}
		if lk.hollow {
			style = &opts.ItemStyle{Color: "$paper", BorderColor: ink, BorderWidth: 2}
		}
		if m == Superseded {
			style = &opts.ItemStyle{Color: "$paper", BorderColor: "$ui", BorderWidth: 1.5}
		}
		d.add(echarts.SingleSeries{
			Type: "scatter", Name: l.Name, Data: data, Symbol: lk.symbol, SymbolSize: lk.size, ItemStyle: style,
			Label: &opts.Label{Show: opts.Bool(true), Color: ink}, LabelLayout: &opts.LabelLayout{HideOverlap: opts.Bool(true)},
		}, "z", lk.z, "label.distance", 7)
	}
	d.revisions(l)
}

// revisions joins each superseded value to the one that replaced it.
func (d *draft) revisions(l Line) {
	now := map[int]decimal.Decimal{}
	for _, p := range l.Points {
		if p.Mark != Superseded {
			now[p.At] = p.Value
		}
	}
	var stems []any
	for _, p := range l.Points {
		if v, ok := now[p.At]; ok && p.Mark == Superseded {
			stems = append(stems, stem(p.At, p.Value, v))
		}
	}
	d.stems(stems)
}

// missing puts a cross on the axis at each tick of which nothing is known.
func (d *draft) missing(seen []bool, floor any) {
	var data []item
	for i, ok := range seen {
		if !ok {
			data = append(data, item{Value: []any{i, floor}})
		}
	}
	if data == nil || len(data) == len(seen) {
		return
	}
	d.add(echarts.SingleSeries{
		Type: "scatter", Data: data, Symbol: cross, SymbolSize: 7,
		ItemStyle: &opts.ItemStyle{Color: "transparent", BorderColor: "$ui", BorderWidth: 1.5},
	}, "silent", true, "z", 2)
}
