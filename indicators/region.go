package indicators

import "strings"

// A Region is a part of China that figures are reported for: one row of the
// catalogue.
//
// The zero value is no region. A Region is a plain value; its Short is shared
// by all copies and must not be written to.
type Region struct {
	Code    string   // six digits of GB/T 2260, or a slug for a group or zone without one
	Name    string   // full name: 株洲市
	Short   []string // other names that texts use for it, never empty: 株洲
	Parent  string   // code of the region that it lies in; "" for the nation
	Tier    Tier
	English string // without the words for city or county; "" where none is settled

	// Since is the first year in which the name and code were in force, Until
	// the year in which they were abolished. Both years count as in force; 0
	// is unknown for Since and never for Until.
	Since, Until int
	Successor    string // code of what took most of an abolished region over, or ""
}

// InForce reports whether the region existed in year; year 0 is the present.
func (r Region) InForce(year int) bool {
	if year == 0 {
		return r.Until == 0
	}
	return r.Since <= year && (r.Until == 0 || year <= r.Until)
}

// Tier is the level of a region in the administration. The zero Tier is
// TierUnknown.
type Tier uint8

// The tiers.
const (
	TierUnknown    Tier = iota // of an open region
	TierNation                 // 全国
	TierProvince               // 省, 自治区, 直辖市, 特别行政区
	TierPrefecture             // 地级市, 地区, 自治州, 盟
	TierCounty                 // 县, 县级市, 市辖区, 旗
	TierGroup                  // several regions under one name: 京津冀
	TierZone                   // an area with a management of its own that is no division: 开发区
)

var tierNames = []string{"unknown", "nation", "province", "prefecture", "county", "group", "zone"}

// ParseTier reads what [Tier.String] writes.
func ParseTier(s string) (Tier, error) { return parseName[Tier]("tier", tierNames, s) }

// String is "unknown", "nation", "province", "prefecture", "county", "group"
// or "zone".
func (t Tier) String() string { return nameOf(tierNames, t) }

// MarshalText implements encoding.TextMarshaler.
func (t Tier) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler.
func (t *Tier) UnmarshalText(text []byte) error { return set(t, ParseTier, text) }

// regionMark stands between the code and the name in the id of an open region.
// No code of the catalogue may hold it.
const regionMark = "/"

// OpenRegion returns the id of a region that the catalogue does not know, a
// development zone or a township: the code of the region that it lies in, a
// mark and its name, as in 430200/株洲高新区. Parent may be "" where it is
// unknown, or an open id itself; name must not be empty.
func OpenRegion(parent, name string) string { return parent + regionMark + name }

// SplitRegion returns the code of the catalogue in the id of a region and,
// where the id is open, the name of what lies in it; openName is "" for the id
// of a known region. It reads what [OpenRegion] writes.
func SplitRegion(id string) (code, openName string) {
	code, openName, _ = strings.Cut(id, regionMark)
	return code, openName
}
