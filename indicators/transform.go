package indicators

// A Transform computes another series of the levels of one. The zero Transform
// is AsReported.
type Transform uint8

// The transforms, named as statisticians name them.
const (
	AsReported    Transform = iota // the levels themselves
	GrowthOnYear                   // in per cent on the same period of the year before
	ChangeOnYear                   // less the same period of the year before
	IndexOnBase                    // a base period is 100
	PerResident                    // by the residents at the end of the year
	ShareOfParent                  // in per cent of the region that it lies in
	SinglePeriod                   // a month of the months since January, a quarter likewise
)

var transformNames = []string{"level", "growth", "change", "index", "per-resident", "share", "single"}

// ParseTransform reads what [Transform.String] writes.
func ParseTransform(s string) (Transform, error) {
	return parseName[Transform]("transform", transformNames, s)
}

// String is "level", "growth", "change", "index", "per-resident", "share" or
// "single".
func (t Transform) String() string { return nameOf(transformNames, t) }

// Transforms returns all transforms in order. The caller owns the slice.
func Transforms() []Transform {
	all := make([]Transform, len(transformNames))
	for i := range all {
		all[i] = Transform(i)
	}
	return all
}

// Why tells what keeps a value from being computed. The zero Why is
// WhyNothing.
type Why uint8

// The reasons.
const (
	WhyNothing    Why = iota
	WhyMeasure        // what is transformed is no level
	WhyKind           // the indicator is no amount that may be divided so
	WhyRate           // a rate is compared by its change, not by its growth
	WhyBound          // a figure is no exact one: 超, 约
	WhyYearBefore     // the same period of the year before is not known
	WhyBase           // the base period is not known
	WhyZero           // what is divided by is not positive
	WhyPopulation     // the residents of the year are not known
	WhyParent         // the value of the region above is not known
	WhyCumulative     // the months before are not known as a sum
)

var whyNames = []string{"", "measure", "kind", "rate", "bound", "year-before", "base", "zero", "population", "parent", "cumulative"}

// String is "" for nothing, else a word for the reason.
func (w Why) String() string { return nameOf(whyNames, w) }
