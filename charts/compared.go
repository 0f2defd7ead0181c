package charts

import (
	"strings"
	"unicode/utf8"

	echarts "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// Compared draws several lines over the same ticks. A line has the colour, the
// style and the symbol of its slot and its name at its last point, in several
// lines where it is long; a dotted line leads over its gaps. A line of slot 0 is
// drawn in ink and thick. $ends says that the names have to keep off the lines.
func Compared(f Frame) (Option, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	d := newDraft(f)
	d.valueAxis(f, "yAxis")
	longest := 0
	for _, l := range f.Lines {
		name, wide := broken(l.Name, nameWidth)
		longest = max(longest, wide)
		data, bridge := make([]any, len(f.Ticks)), make([]any, len(f.Ticks))
		for i := range data {
			data[i], bridge[i] = none, none
		}
		first, last, n := -1, -1, 0
		for _, p := range l.Points {
			if first < 0 {
				first = p.At
			}
			if data[p.At] == none {
				n++
			}
			data[p.At], bridge[p.At], last = item{Ref: p.Ref, Value: exact(p.Value)}, exact(p.Value), p.At
		}
		if last < 0 {
			continue
		}
		ink := color(l.Slot)
		if n < last-first+1 {
			d.add(echarts.SingleSeries{
				Type: "line", Data: bridge, Symbol: "none", ConnectNulls: opts.Bool(true),
				LineStyle: &opts.LineStyle{Color: ink, Width: 1},
			}, "silent", true, "z", 1, "lineStyle.type", []int{1, 3})
		}
		sym, hollow := symbol(l.Slot)
		style, size, w := &opts.ItemStyle{Color: ink}, 7, 2
		if hollow {
			style = &opts.ItemStyle{Color: "$paper", BorderColor: ink, BorderWidth: 2}
		}
		if l.Slot == 0 {
			size, w = 5, 3
		}
		named := data[last].(item)
		named.Text = name
		named.Label = &opts.Label{Show: opts.Bool(true), Position: "right"}
		data[last] = named
		d.add(echarts.SingleSeries{
			Type: "line", Name: l.Name, Data: data, Symbol: sym, SymbolSize: size, ShowSymbol: opts.Bool(true),
			LineStyle: &opts.LineStyle{Color: ink, Width: float32(w)}, ItemStyle: style,
			Label: &opts.Label{Color: ink, FontWeight: "bold", FontSize: 13, BackgroundColor: "$paper"},
		}, "showAllSymbol", true, "z", 3, "lineStyle.type", dash(l.Slot), "label.distance", 7, "label.padding", []int{1, 3})
	}
	d.patches["grid.right"] = min(7*longest+18, 160)
	d.patches["$ends"] = true
	d.patches["$small.grid.right"] = min(6*longest+14, 134)
	return d.option(f)
}

// nameWidth is how wide a line of a name at the end of a line is at most, in
// half Chinese characters.
const nameWidth = 20

// broken returns a text in lines that are no wider than most, and how wide the
// widest is: between words, else between Chinese characters. A word that is
// wider stays whole.
func broken(s string, most int) (lines string, widest int) {
	var b strings.Builder
	at := 0
	for i, word := range pieces(s) {
		w := width(strings.TrimRight(word, " "))
		if i > 0 && at+w > most {
			b.WriteByte('\n')
			at = 0
		}
		b.WriteString(word)
		widest = max(widest, at+w)
		at += width(word)
	}
	return strings.ReplaceAll(b.String(), " \n", "\n"), widest
}

// pieces cuts a text behind each space and each Chinese character.
func pieces(s string) []string {
	var out []string
	from := 0
	for i, r := range s {
		if r == ' ' || r >= 0x2e80 {
			end := i + utf8.RuneLen(r)
			out = append(out, s[from:end])
			from = end
		}
	}
	if from < len(s) {
		out = append(out, s[from:])
	}
	return out
}

// width estimates how wide a text is in half Chinese characters.
func width(s string) int {
	n := 0
	for _, r := range s {
		if r >= 0x2e80 {
			n++
		}
		n++
	}
	return n
}
