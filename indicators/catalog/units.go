package catalog

// A Unit is a row of the table of units.
type Unit struct {
	Name      string // without Chinese magnitude: 元, 千瓦时
	Base      string // the unit that this one is a power of ten of; its own name if there is none
	Power     int    // one Name is 10^Power Base, exactly
	Dimension string
	English   string
}

// Units is the checked table of units with a lexicon of all their spellings.
// It is immutable and safe for concurrent use; the zero value holds no unit.
type Units struct {
	list []Unit
}

// At returns the unit of an index that Match gave; the zero Unit for any
// other.
func (u *Units) At(i int) Unit {
	if i < 0 || i >= len(u.list) {
		return Unit{}
	}
	return u.list[i]
}
