package charts

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// Option is a chart as ECharts takes it: a tree of maps, slices, strings,
// booleans and json.Numbers. It belongs to the caller.
type Option map[string]any

// drawing is what all charts of go-echarts can do.
type drawing interface {
	Validate()
	JSON() map[string]any
}

// finish turns a chart of go-echarts into an option: validated, as a tree,
// with the patches set and every string made harmless. A patch replaces what
// stands at its path, as in "series.0.silent".
func finish(c drawing, patches map[string]any) (Option, error) {
	c.Validate() // else the axis has no data
	raw, err := json.Marshal(c.JSON())
	if err != nil {
		return nil, fmt.Errorf("charts: %w", err)
	}
	var o Option
	if err := decode(raw, &o); err != nil {
		return nil, err
	}
	for _, k := range []string{"title", "legend", "toolbox", "color", "dataset"} {
		delete(o, k) // the page has its own, the theme has the colours
	}
	if raw, err = json.Marshal(patches); err != nil {
		return nil, fmt.Errorf("charts: %w", err)
	}
	var tree map[string]any
	if err := decode(raw, &tree); err != nil {
		return nil, err
	}
	for _, path := range slices.Sorted(maps.Keys(tree)) { // a map before what is in it
		if err := set(map[string]any(o), strings.Split(path, "."), tree[path]); err != nil {
			return nil, fmt.Errorf("charts: patch %s: %w", path, err)
		}
	}
	return Option(scrub(map[string]any(o)).(map[string]any)), nil
}

func decode(raw []byte, to any) error {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(to); err != nil {
		return fmt.Errorf("charts: %w", err)
	}
	return nil
}

// set puts v at a path of a tree. A number in the path is a place in a list;
// a missing map is made.
func set(tree any, path []string, v any) error {
	key := path[0]
	switch t := tree.(type) {
	case map[string]any:
		if len(path) == 1 {
			t[key] = v
			return nil
		}
		if t[key] == nil {
			t[key] = map[string]any{}
		}
		return set(t[key], path[1:], v)
	case []any:
		var i int
		if _, err := fmt.Sscanf(key, "%d", &i); err != nil || i < 0 || i >= len(t) {
			return fmt.Errorf("no place %s in a list of %d", key, len(t))
		}
		if len(path) == 1 {
			t[i] = v
			return nil
		}
		return set(t[i], path[1:], v)
	}
	return fmt.Errorf("%s stands in no map or list", key)
}

// codeMark is what go-echarts puts around text that its pages run as a
// program. No option of ours holds it, whatever the names in a document are.
const codeMark = "__f__"

// scrub returns the tree with the mark broken in every string, by a character
// that is not seen.
func scrub(tree any) any {
	switch t := tree.(type) {
	case map[string]any:
		for k, v := range t {
			t[k] = scrub(v)
		}
	case []any:
		for i, v := range t {
			t[i] = scrub(v)
		}
	case string:
		return strings.ReplaceAll(t, codeMark, "__\u2060f__")
	}
	return tree
}

// item is a datum with its own label and source.
type item struct {
	Ref        string      `json:"name,omitempty"`
	Value      any         `json:"value"`
	Text       string      `json:"$label,omitempty"`
	Label      *opts.Label `json:"label,omitempty"`
	Symbol     string      `json:"symbol,omitempty"`
	SymbolSize any         `json:"symbolSize,omitempty"`
}

// The symbols that are no words of ECharts.
const (
	triangleUp   = "path://M0,10 L5,0 L10,10 Z"
	triangleDown = "path://M0,0 L5,10 L10,0 Z"
	cross        = "path://M1,1 L9,9 M9,1 L1,9"
)

// none stands where a line has no value.
const none = "-"

// draft is an option in the making: the series by go-echarts' types, and what
// those cannot say as patches.
type draft struct {
	series  echarts.MultiSeries
	patches map[string]any
}

// add appends a series; the pairs are patches within it.
func (d *draft) add(s echarts.SingleSeries, pairs ...any) {
	at := len(d.series)
	d.series = append(d.series, s)
	for i := 0; i+1 < len(pairs); i += 2 {
		d.patches[fmt.Sprintf("series.%d.%s", at, pairs[i])] = pairs[i+1]
	}
}

// newDraft begins an option over the ticks of a frame with a value axis that
// holds its values. It returns the lower end of that axis too.
func newDraft(f Frame) *draft {
	d := &draft{patches: map[string]any{
		"tooltip":                       map[string]any{"trigger": "axis", "showContent": false},
		"grid":                          map[string]any{"left": 8, "right": 14, "top": 30, "bottom": 6, "outerBoundsMode": "same", "outerBoundsContain": "axisLabel"},
		"yAxis.0.name":                  f.Unit,
		"yAxis.0.nameGap":               10,
		"yAxis.0.nameTextStyle.align":   "left",
		"yAxis.0.axisLabel.hideOverlap": true,
		"$small.grid.right":             12,
	}}
	if len(f.Read) > 0 {
		d.patches["$read"] = f.Read
		d.patches["$at"] = f.At
	}
	return d
}

// valueAxis sets the ends of the value axis and returns where it is crossed.
func (d *draft) valueAxis(f Frame, name string) (floor json.Number) {
	low, high, _ := f.span()
	from, to, step := scaleOf(low, high, f.Cut)
	d.patches[name+".0.type"] = "value"
	d.patches[name+".0.min"] = exact(from)
	d.patches[name+".0.max"] = exact(to)
	d.patches[name+".0.interval"] = exact(step)
	if from.IsPositive() {
		return exact(from)
	}
	return "0"
}

// option finishes the draft over a category axis of ticks.
func (d *draft) option(f Frame) (Option, error) {
	c := echarts.NewLine()
	c.SetXAxis(f.Ticks)
	c.MultiSeries = d.series
	d.patches["xAxis.0.type"] = "category"
	return finish(c, d.patches)
}
