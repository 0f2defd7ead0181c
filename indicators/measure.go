package indicators

import "fmt"

// Measure tells what a figure says of its indicator. The zero Measure is Level.
type Measure uint8

// The measures.
const (
	Level  Measure = iota // an amount, count, stock, flow, ratio or average
	Growth                // a rate of change, signed
	Change                // an absolute increment, percentage points too, signed
	Share                 // a part of a whole, a contribution or completion rate
	Rank                  // a place in an order
)

// Basis tells what a growth or change is measured against. The zero Basis is
// NoBasis, right for levels, shares and ranks, and for a comparison with
// another region.
type Basis uint8

// The bases.
const (
	NoBasis       Basis = iota
	YoY                 // on the same period of the year before
	MoM                 // on the month or quarter before
	AnnualAverage       // a year, on average over several
	Cumulative          // since a stated start
	Plan                // against a target
)

// Status tells whether a figure reports or intends. The zero Status is Actual.
type Status uint8

// The statuses.
const (
	Actual Status = iota
	Target        // plan, forecast, 预期目标
)

// Bound tells how a figure limits the true value. The zero Bound is Exact.
type Bound uint8

// The bounds.
const (
	Exact   Bound = iota
	AtLeast       // 以上 超 突破 余 多 逾
	About         // 约 近 左右 来 上下
	AtMost        // 以内 以下 不超过
)

var (
	measureNames = []string{"level", "growth", "change", "share", "rank"}
	basisNames   = []string{"", "yoy", "mom", "average", "cumulative", "plan"}
	statusNames  = []string{"actual", "target"}
	boundNames   = []string{"exact", "at_least", "about", "at_most"}
)

// ParseMeasure reads what [Measure.String] writes.
func ParseMeasure(s string) (Measure, error) { return parseName[Measure]("measure", measureNames, s) }

// ParseBasis reads what [Basis.String] writes.
func ParseBasis(s string) (Basis, error) { return parseName[Basis]("basis", basisNames, s) }

// ParseStatus reads what [Status.String] writes.
func ParseStatus(s string) (Status, error) { return parseName[Status]("status", statusNames, s) }

// ParseBound reads what [Bound.String] writes.
func ParseBound(s string) (Bound, error) { return parseName[Bound]("bound", boundNames, s) }

// String is "level", "growth", "change", "share" or "rank".
func (m Measure) String() string { return nameOf(measureNames, m) }

// String is "" for none, else "yoy", "mom", "average", "cumulative" or "plan".
func (b Basis) String() string { return nameOf(basisNames, b) }

// String is "actual" or "target".
func (s Status) String() string { return nameOf(statusNames, s) }

// String is "exact", "at_least", "about" or "at_most".
func (b Bound) String() string { return nameOf(boundNames, b) }

// MarshalText implements encoding.TextMarshaler.
func (m Measure) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// MarshalText implements encoding.TextMarshaler.
func (b Basis) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// MarshalText implements encoding.TextMarshaler.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// MarshalText implements encoding.TextMarshaler.
func (b Bound) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (m *Measure) UnmarshalText(t []byte) (err error) { return set(m, ParseMeasure, t) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (b *Basis) UnmarshalText(t []byte) (err error) { return set(b, ParseBasis, t) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *Status) UnmarshalText(t []byte) (err error) { return set(s, ParseStatus, t) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (b *Bound) UnmarshalText(t []byte) (err error) { return set(b, ParseBound, t) }

func set[T any](to *T, parse func(string) (T, error), text []byte) error {
	v, err := parse(string(text))
	if err == nil {
		*to = v
	}
	return err
}

func nameOf[T ~uint8](names []string, v T) string {
	if int(v) < len(names) {
		return names[v]
	}
	return fmt.Sprintf("%d", uint8(v))
}

func parseName[T ~uint8](kind string, names []string, s string) (T, error) {
	for i, n := range names {
		if n == s {
			return T(i), nil
		}
	}
	return 0, fmt.Errorf("%s %q: want one of %q", kind, s, names)
}
