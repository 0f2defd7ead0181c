package charts

import (
	"fmt"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// Ranked draws one bar for each tick of a frame, from the top in the order
// they have. A point that is only a bound is hollow; a line of slot 0 is drawn
// in the colour for what others are seen against.
func Ranked(f Frame) (Option, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	d := newDraft(f)
	d.valueAxis(f, "xAxis")
	longest := 0
	for _, l := range f.Lines {
		data := make([]any, len(f.Ticks))
		for i := range data {
			data[i] = none
		}
		var bounds []int
		for _, p := range l.Points {
			it := item{Ref: p.Ref, Value: exact(p.Value), Text: p.Label}
			longest = max(longest, width(p.Label))
			if p.Value.IsNegative() {
				it.Label = &opts.Label{Position: "left"}
			}
			data[p.At] = it
			if p.Mark == LowerBound || p.Mark == UpperBound {
				bounds = append(bounds, p.At)
			}
		}
		ink := color(l.Slot)
		at := len(d.series)
		d.add(echarts.SingleSeries{
			Type: "bar", Name: l.Name, Data: data, BarGap: "-100%", ItemStyle: &opts.ItemStyle{Color: ink},
			Label: &opts.Label{Show: opts.Bool(true), Position: "right", Color: "$ink"},
		}, "barMaxWidth", 14, "label.distance", 5)
		for _, b := range bounds {
			d.patches[fmt.Sprintf("series.%d.data.%d.itemStyle", at, b)] = map[string]any{"color": "$paper", "borderColor": ink, "borderWidth": 1.5}
		}
	}
	d.patches["yAxis.0"] = map[string]any{
		"type": "category", "inverse": true, "data": f.Ticks, "axisTick": map[string]any{"show": false},
		"axisLabel": map[string]any{"interval": 0, "color": "$ink"}, "splitLine": map[string]any{"show": false},
	}
	for _, k := range []string{"yAxis.0.name", "yAxis.0.nameGap", "yAxis.0.nameTextStyle.align", "yAxis.0.axisLabel.hideOverlap"} {
		delete(d.patches, k)
	}
	d.patches["xAxis.0.position"] = "top"
	d.patches["xAxis.0.axisLine.show"] = false
	d.patches["xAxis.0.splitLine.show"] = true
	d.patches["xAxis.0.axisLabel.hideOverlap"] = true
	d.patches["tooltip.axisPointer.type"] = "shadow"
	d.patches["grid.right"] = 6*longest + 16
	d.patches["grid.top"] = 8
	d.patches["$small.grid.right"] = 6*longest + 16
	c := echarts.NewBar()
	c.MultiSeries = d.series
	return finish(c, d.patches)
}
