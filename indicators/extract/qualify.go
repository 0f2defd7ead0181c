package extract

import "suanpan/indicators"

// qualifiersOf returns the parts of a name that narrow it. They are kept for
// the names that a document repeats.
func (d *reading) qualifiersOf(name string) indicators.Qualifiers {
	n := d.nameOf(name)
	if !n.qualified {
		n.qualifiers, n.qualified = d.cat.Qualifiers.Of(name), true
	}
	return n.qualifiers
}
