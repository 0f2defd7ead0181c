package charts

// Promised draws each tick's target as a short bar, or as an area where it is
// an interval, and what was reported as a dot with a stem to it. No line joins
// the dots: each year is a story of its own.
func Promised(f Frame) (Option, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	d := newDraft(f)
	floor := d.valueAxis(f, "yAxis")
	seen := make([]bool, len(f.Ticks))
	for _, l := range f.Lines {
		if l.Target {
			d.targets(f, l)
		}
	}
	for _, l := range f.Lines {
		if l.Target || len(l.Points) == 0 {
			continue
		}
		for _, p := range l.Points {
			seen[p.At] = true
		}
		if f.Actual != "" {
			l.Points = append([]Point(nil), l.Points...)
			l.Points[0].Label = f.Actual + " " + l.Points[0].Label
		}
		d.marks(l, beside(f, l))
	}
	d.missing(seen, floor)
	return d.option(f)
}
