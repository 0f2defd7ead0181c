package audit

import (
	"strings"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// A partition says that some indicators make up another without rest.
type partition struct {
	whole string // "" where the parts are shares and make up 100 %
	parts []string
}

// partitions are the wholes whose parts are complete. An indicator that has
// parts in the catalogue is here only if they never overlap and leave nothing
// out: industry and construction, say, are less than the secondary industry
// by the accounts of 2018.
var partitions = []partition{
	{"gdp", []string{"value-added-primary", "value-added-secondary", "value-added-tertiary"}},
	{"trade", []string{"exports", "imports"}},
	{"", []string{"share-primary", "share-secondary", "share-tertiary"}},
	{"", []string{"contribution-primary", "contribution-secondary", "contribution-tertiary"}},
	{"population-resident", []string{"population-urban", "population-rural"}},
	{"income", []string{"income-wages", "income-business", "income-property", "income-transfer"}},
	{"general-public-budget-revenue", []string{"tax-revenue", "nontax-revenue"}},
	{"premiums", []string{"premiums-life", "premiums-property"}},
	{"premiums-life", []string{"premiums-lifeonly", "premiums-health", "premiums-accident"}},
	{"fai", []string{"fai-primary", "fai-secondary", "fai-tertiary"}},
	{"retail-sales", []string{"retail-sales-urban", "retail-sales-rural"}},
	{"retail-sales", []string{"retail-sales-goods", "catering-revenue"}},
	{"electricity-use", []string{"electricity-use-primary", "electricity-use-secondary", "electricity-use-tertiary", "electricity-use-residents"}},
	{"farming-output", []string{"crop-output-value", "forestry-output-value", "livestock-output-value", "fishery-output-value", "farm-services-output-value"}},
	{"meat-four", []string{"pork", "beef", "mutton", "poultry-meat"}},
	{"grain-output", []string{"summer-grain", "early-rice", "autumn-grain"}},
	{"via", []string{"via-mining", "via-manufacturing", "via-utilities"}},
	{"via", []string{"via-light", "via-heavy"}},
	{"tourists", []string{"tourists-domestic", "tourists-inbound"}},
	{"birth-rate", []string{"death-rate", "natural-growth-rate"}},
}

func sums(f *figures, r *report) {
	for _, p := range partitions {
		f.partition(p, r)
	}
}

// partition compares the figures of each document, region and period in which
// all of a partition is said.
func (f *figures) partition(p partition, r *report) {
	first := p.parts[0]
	isFirst := func(o indicators.Observation) bool {
		return o.Indicator == first && o.Status == indicators.Actual && (o.Measure == indicators.Level || p.whole == "" && o.Measure == indicators.Share)
	}
	f.groups(isFirst, func(document string, s slot, group []figure) {
		lists := [][]figure{group}
		for _, part := range p.parts[1:] {
			s.indicator = part
			lists = append(lists, f.in(document, s))
		}
		if p.whole != "" {
			s.indicator = p.whole
			lists = append(lists, f.in(document, s))
		}
		if pick, g, ok := closest(lists, p.compare); ok {
			r.add(pick, g)
		}
	})
}

var hundred = decimal.New(100, 0)

// compare adds up the parts; the whole, if there is one, is the last figure.
func (p partition) compare(pick []figure) (gap, bool) {
	parts := pick[:len(p.parts)]
	for _, part := range pick {
		if part.unit != parts[0].unit {
			return gap{}, false
		}
	}
	sum, half := parts[0].value, parts[0].half
	for _, part := range parts[1:] {
		sum, half = sum.Add(part.value), half.Add(part.half)
	}
	working := func(says string) func() string {
		return func() string {
			terms := make([]string, len(parts))
			for i, part := range parts {
				terms[i] = part.String()
			}
			return strings.Join(terms, " + ") + " = " + show(sum, parts[0].unit) + " ≠ " + says
		}
	}
	if p.whole == "" {
		if parts[0].unit != "%" {
			return gap{}, false
		}
		return gap{sum, hundred, half, "%", working("100%")}, true
	}
	whole := pick[len(p.parts)]
	return between(whole, sum, sum.Sub(half), sum.Add(half), working(whole.String())), true
}

// partsInWholes compares what the catalogue calls a part with its whole, where
// a document says both. Averages and indices have no parts in this sense.
func partsInWholes(f *figures, r *report) {
	isPart := func(o indicators.Observation) bool {
		in := f.indicator(o.Indicator)
		return o.Measure == indicators.Level && o.Status == indicators.Actual && in.Parent != "" &&
			(in.Kind == indicators.KindFlow || in.Kind == indicators.KindStock)
	}
	f.groups(isPart, func(document string, s slot, group []figure) {
		whole := f.in(document, s.levels(f.indicator(s.indicator).Parent))
		pick, g, ok := closest([][]figure{group, whole}, func(pick []figure) (gap, bool) {
			part, whole := pick[0], pick[1]
			g := gap{part.value, whole.value, part.half.Add(whole.half), part.unit, func() string {
				return part.String() + " > " + whole.String()
			}}
			if part.value.LessThan(whole.value) {
				g.expected = part.value
			}
			return g, part.unit == whole.unit
		})
		if ok {
			r.add(pick, g)
		}
	})
}
