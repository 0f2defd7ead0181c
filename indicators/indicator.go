package indicators

import "strings"

// An Indicator says what a figure measures: one row of the catalogue.
//
// The zero value is no indicator. An Indicator is a plain value; its Aliases
// are shared by all copies and must not be written to.
type Indicator struct {
	ID      string // a lower-case ASCII slug, or an open id (see OpenIndicator)
	Name    string // canonical Chinese name, without region and period
	English string
	Aliases []string // other wordings that mean the same when they stand alone
	Theme   string   // key of its theme

	// Unit is the unit of its levels without Chinese magnitude (元, 吨, 千瓦时).
	// A level may be printed in any other unit of the same Dimension.
	Unit      string
	Dimension string

	Kind       Kind
	Rise       Rise
	Definition string // one Chinese sentence: what is counted, and its scope
	Source     string // the publication that defines it
	Parent     string // id of the indicator that this one is a part of, or ""
}

// Kind says how the levels of an indicator relate to time and to each other:
// flows of the parts of a year add up to the year, stocks do not, and nothing
// else may be added at all. The zero Kind is KindUnknown.
type Kind uint8

// The kinds.
const (
	KindUnknown Kind = iota // of an open indicator
	KindFlow                // counted over a period: 产量, 收入
	KindStock               // counted at a point in time: 余额, 里程
	KindAverage             // a quantity per head or per unit: 人均收入, 单产
	KindPrice               // what a unit costs, or the standard paid for it
	KindRate                // events against what they may happen to: 失业率, 出生率
	KindRatio               // a part against its whole, or one quantity against another
	KindIndex               // a number on a scale of its own: 居民消费价格指数
)

// Rise tells what it means that an indicator goes up. The zero Rise is
// RiseNeither.
type Rise uint8

// The meanings of a rise.
const (
	RiseNeither Rise = iota
	RiseGood
	RiseBad
)

var (
	kindNames = []string{"unknown", "flow", "stock", "average", "price", "rate", "ratio", "index"}
	riseNames = []string{"neither", "good", "bad"}
)

// ParseKind reads what [Kind.String] writes.
func ParseKind(s string) (Kind, error) { return parseName[Kind]("kind", kindNames, s) }

// ParseRise reads what [Rise.String] writes.
func ParseRise(s string) (Rise, error) { return parseName[Rise]("rise", riseNames, s) }

// String is "unknown", "flow", "stock", "average", "price", "rate", "ratio" or
// "index".
func (k Kind) String() string { return nameOf(kindNames, k) }

// String is "neither", "good" or "bad".
func (r Rise) String() string { return nameOf(riseNames, r) }

// MarshalText implements encoding.TextMarshaler.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// MarshalText implements encoding.TextMarshaler.
func (r Rise) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (k *Kind) UnmarshalText(t []byte) (err error) { return set(k, ParseKind, t) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (r *Rise) UnmarshalText(t []byte) (err error) { return set(r, ParseRise, t) }

// openMark begins the ids of indicators that no row of the catalogue knows.
// No id of the catalogue may hold it.
const openMark = "~"

// OpenIndicator returns the id of an indicator that the catalogue does not
// know: a mark and its name. Equal names give equal ids.
func OpenIndicator(name string) string { return openMark + name }

// IsOpen reports whether id was made by OpenIndicator.
func IsOpen(id string) bool { return strings.HasPrefix(id, openMark) }

// OpenName returns the name that an open id was made from; ok is false if id
// is not open.
func OpenName(id string) (name string, ok bool) { return strings.CutPrefix(id, openMark) }
