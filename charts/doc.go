// Package charts makes chart options of series: what a page's script hands to
// ECharts, as data. It knows no store and no page.
//
// A [Frame] says what is shown, in labels that are ready to be read and values
// that are exact; a [Kind] says how. Options are built with the typed options
// of go-echarts, never with its Render, and leave as a tree that
// encoding/json can write into a page: a value is a json.Number with the
// digits of its decimal, a colour is the name of a token of the style sheet
// ("$c1", "$ink"), so that one option serves light, dark and print.
//
// Keys that begin with $ are for the page's script: $read holds the line that
// is read out at each tick, $at the tick to begin with, $small what is
// different in a narrow box, $label of an item the text beside it. The name of
// an item is the id of what tells its source.
//
// [SVG] draws a frame without ECharts, as a picture for texts of others.
package charts

// A Kind is a way to draw a frame.
type Kind struct {
	Name   string
	Shows  string
	Option func(Frame) (Option, error)
}

// Kinds are all charts. [Trend], the small line in a ledger, is no option: it
// is drawn by the page itself.
var Kinds = []Kind{
	{"over-time", "one series over its periods, with its targets, bounds, revisions and gaps", OverTime},
	{"compared", "up to nine lines over the same periods, each named at its end", Compared},
	{"ranked", "one value of each region, the largest first", Ranked},
	{"promised", "each period's target beside what was reported", Promised},
}
