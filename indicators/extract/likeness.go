package extract

// A likeness tells of a unit whether an indicator is counted in it.
type likeness uint8

// The likenesses; unknownUnit where the catalogue does not tell.
const (
	unknownUnit likeness = iota
	itsUnit
	notItsUnit
)

// countedIn tells whether an indicator of the catalogue is counted in the unit
// of a figure.
func (d *reading) countedIn(s subject, f *figure) likeness {
	in, known := d.cat.Indicators.ByID(s.id)
	switch {
	case !known || in.Dimension != "count" || d.class(f) != "count":
		return unknownUnit
	case in.Unit == d.cat.Units.At(int(f.unit)).Name:
		return itsUnit
	}
	return notItsUnit
}
