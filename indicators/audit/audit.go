package audit

import (
	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// A Check is one way of comparing figures.
type Check struct {
	Name  string // a slug, kept with each finding
	Kind  indicators.FindingKind
	About string // what is compared, in a sentence
	run   func(*figures, *report)
}

// checks is the table of all checks, in the order of their findings.
var checks = []Check{
	{"parts", indicators.FindingSum, "The parts that make up a whole add up to it.", sums},
	{"part-of-whole", indicators.FindingSum, "A part is no greater than the indicator of which it is a part.", partsInWholes},
	{"share", indicators.FindingShare, "A share is the level of the part over that of the whole.", shares},
	{"growth", indicators.FindingGrowth, "The level of the year before, grown by the rate, is the level of the year.", growths},
	{"change", indicators.FindingGrowth, "The level of the year before and the change make the level of the year.", changes},
	{"average", indicators.FindingAverage, "The level before the first year, grown by the average rate each year, is that of the last.", averages},
	{"cumulative", indicators.FindingAverage, "The level before the first year, grown by the rate over all years, is that of the last.", cumulatives},
	{"outlier", indicators.FindingOutlier, "A level is no five times greater or smaller than the levels around it in its series.", outliers},
	{"range", indicators.FindingRange, "A value is one that its indicator can have.", ranges},
	{"within", indicators.FindingWithin, "A document says one thing with one value.", withins},
	{"vintage", indicators.FindingVintage, "Two documents that say one thing give it one value.", vintages},
}

// Checks returns the table of checks, in the order of their findings. The
// caller owns the slice.
func Checks() []Check { return append([]Check(nil), checks...) }

// Findings makes all checks on the figures, and returns what they find in the
// order of the table, then by indicator, region and period. Figures of one key
// are to be in the order of their publication, as an [indicators.Store] yields
// them; the order of the rest is of no consequence.
func Findings(c *catalog.Catalog, obs []indicators.Observation) []indicators.Finding {
	f := newFigures(c, obs)
	var r report
	for _, check := range checks {
		r.check = check
		check.run(f, &r)
	}
	return r.findings
}

// A report collects the findings of one check after the other.
type report struct {
	check    Check
	findings []indicators.Finding
}

// add reports that the picked figures do not fit.
func (r *report) add(pick []figure, g gap) {
	f := indicators.Finding{
		Kind: r.check.Kind, Check: r.check.Name,
		Found: g.found, Expected: g.expected, Tolerance: g.tolerance, Unit: g.unit, Working: g.working(),
	}
	for _, p := range pick {
		f.Observations = append(f.Observations, p.obs)
	}
	r.findings = append(r.findings, f)
}
