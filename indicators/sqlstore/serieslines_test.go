package sqlstore

import (
	"slices"
	"testing"

	"suanpan/indicators"
)

// TestCut: series are read some thousand observations at a time, and those
// that differ by frequency alone together.
func TestCut(t *testing.T) {
	line := func(indicator, frequency string, vintages int) seriesLine {
		return seriesLine{SeriesKey: indicators.SeriesKey{Indicator: indicator, Frequency: frequency}, vintages: vintages}
	}
	lines := []seriesLine{
		line("d", "A", 10), line("b", "M", 1), line("c", "A", 4095), line("a", "Q", 5000), line("c", "M", 5),
		line("b", "A", 4096), line("b", "Q", 9), line("c", "D", 3),
	}
	arrange(lines)
	var cuts [][]string
	for len(lines) > 0 {
		var names []string
		n := cut(lines)
		for _, l := range lines[:n] {
			names = append(names, l.Indicator+l.Frequency)
		}
		cuts = append(cuts, names)
		lines = lines[n:]
	}
	want := [][]string{{"aQ"}, {"bA", "bM", "bQ"}, {"cA", "cD", "cM"}, {"dA"}}
	if !slices.EqualFunc(cuts, want, slices.Equal) {
		t.Errorf("got %v; want %v", cuts, want)
	}
}
