package charts

import (
	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/shopspring/decimal"
)

// stem is a thin upright line at a tick.
func stem(at int, from, to decimal.Decimal) any {
	return []any{
		map[string]any{"coord": []any{at, exact(from)}},
		map[string]any{"coord": []any{at, exact(to)}},
	}
}

func (d *draft) stems(stems []any) {
	if stems == nil {
		return
	}
	d.add(echarts.SingleSeries{
		Type: "scatter", Data: []any{}, MarkLines: &opts.MarkLines{Data: stems},
	}, "silent", true, "z", 3, "markLine.silent", true, "markLine.symbol", "none", "markLine.label.show", false,
		"markLine.animation", false, "markLine.lineStyle", map[string]any{"color": "$ui", "width": 1.2, "type": "solid"})
}

// targets adds a short bar for each target, and for an interval its area.
func (d *draft) targets(f Frame, l Line) {
	var dashes []item
	base, area := make([]any, len(f.Ticks)), make([]any, len(f.Ticks))
	for i := range base {
		base[i], area[i] = none, none
	}
	intervals := false
	labelled := toLabel(l.Points)
	actual := actuals(f)
	var stems []any
	for i, p := range l.Points {
		text := ""
		if labelled[i] {
			text = p.Label
			if i == 0 && f.Target != "" {
				text = f.Target + " " + text
			}
		}
		side := "top"
		if a, ok := actual[p.At]; ok {
			if a.GreaterThan(p.Value) {
				side = "bottom"
			}
			if !p.To.Valid && !a.Equal(p.Value) {
				stems = append(stems, stem(p.At, p.Value, a))
			}
		}
		if p.To.Valid && !p.Value.IsNegative() {
			intervals = true
			base[p.At] = exact(p.Value)
			area[p.At] = item{Ref: p.Ref, Value: exact(p.To.Decimal.Sub(p.Value)), Text: text, Label: &opts.Label{Position: side}}
			continue
		}
		dashes = append(dashes, item{Ref: p.Ref, Value: []any{p.At, exact(p.Value)}, Text: text, Label: &opts.Label{Position: side}})
	}
	d.stems(stems)
	if intervals {
		d.add(echarts.SingleSeries{
			Type: "bar", Stack: "target", Data: base, BarWidth: "50%", ItemStyle: &opts.ItemStyle{Color: "transparent"},
		}, "silent", true, "barMaxWidth", 24, "z", 3)
		d.add(echarts.SingleSeries{
			Type: "bar", Name: l.Name, Stack: "target", Data: area, BarWidth: "50%",
			ItemStyle: &opts.ItemStyle{Color: "$range", BorderColor: "$ui", BorderWidth: 1},
			Label:     &opts.Label{Show: opts.Bool(true), Color: "$ink2"}, LabelLayout: &opts.LabelLayout{HideOverlap: opts.Bool(true)},
		}, "barMaxWidth", 24, "z", 3)
	}
	if dashes != nil {
		d.add(echarts.SingleSeries{
			Type: "scatter", Name: l.Name, Data: dashes, Symbol: "rect", SymbolSize: []int{22, 3}, ItemStyle: &opts.ItemStyle{Color: "$ink"},
			Label: &opts.Label{Show: opts.Bool(true), Color: "$ink2"}, LabelLayout: &opts.LabelLayout{HideOverlap: opts.Bool(true)},
		}, "z", 4, "label.distance", 5)
	}
}

// actuals returns what was reported at each tick of a frame.
func actuals(f Frame) map[int]decimal.Decimal {
	m := map[int]decimal.Decimal{}
	for _, l := range f.Lines {
		if l.Target {
			continue
		}
		for _, p := range l.Points {
			if p.Mark != Superseded {
				m[p.At] = p.Value
			}
		}
	}
	return m
}
