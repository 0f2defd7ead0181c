package indicators

import "github.com/shopspring/decimal"

// A Finding says that figures which ought to fit each other do not, by more
// than the precision in which they are printed. It blames none of them: a
// revision, a change of scope, a slip of the text and one of the reader look
// alike. Nothing is ever corrected by it.
//
// The difference is Found less Expected; its absolute value is greater than
// Tolerance.
type Finding struct {
	Kind         FindingKind
	Check        string          // name of the check that made it
	Observations []Observation   // the figures it joins, in the order in which Working has them
	Found        decimal.Decimal // what one of the figures says, or what several make together
	Expected     decimal.Decimal // what it ought to be by the others, or by definition
	Tolerance    decimal.Decimal // what the rounding of the figures explains at most, never negative
	Unit         string          // of Found, Expected and Tolerance, without Chinese magnitude
	Working      string          // the sum in figures, in no language: 3.2亿元 + 1.1亿元 = 4.3亿元 ≠ 4.8亿元
}

// Difference is Found less Expected.
func (f Finding) Difference() decimal.Decimal { return f.Found.Sub(f.Expected) }

// FindingKind tells what does not fit what. The zero FindingKind is
// FindingSum.
type FindingKind uint8

// The kinds of findings.
const (
	FindingSum     FindingKind = iota // parts and their sum
	FindingShare                      // a share, and the part over the whole
	FindingGrowth                     // a growth or change, and the levels of two years
	FindingAverage                    // a growth over several years, and the levels at both ends
	FindingOutlier                    // a value and its own series
	FindingRange                      // a value and what its indicator can be
	FindingWithin                     // two figures of one thing in one document
	FindingVintage                    // two documents
)

var findingKindNames = []string{"sum", "share", "growth", "average", "outlier", "range", "within", "vintage"}

// ParseFindingKind reads what [FindingKind.String] writes.
func ParseFindingKind(s string) (FindingKind, error) {
	return parseName[FindingKind]("kind of finding", findingKindNames, s)
}

// String is "sum", "share", "growth", "average", "outlier", "range", "within"
// or "vintage".
func (k FindingKind) String() string { return nameOf(findingKindNames, k) }

// MarshalText implements encoding.TextMarshaler.
func (k FindingKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (k *FindingKind) UnmarshalText(t []byte) error { return set(k, ParseFindingKind, t) }
