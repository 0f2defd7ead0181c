package extract

import "suanpan/indicators"

// qualifiersOf returns the parts of a name that narrow it. They are kept for
// the names that a document repeats.
func (d *reading) qualifiersOf(name string) indicators.Qualifiers {
	if q, ok := d.qualifiers[name]; ok {
		return q
	}
	q := d.cat.Qualifiers.Of(name)
	if d.qualifiers == nil {
		d.qualifiers = map[string]indicators.Qualifiers{}
	}
	if len(d.qualifiers) < 1<<14 {
		d.qualifiers[name] = q
	}
	return q
}
