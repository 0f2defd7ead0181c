package extract

import (
	"strings"

	"suanpan/indicators"
)

// reportPeriod takes the year that a report plans from its title, and the
// period that it reviews: the year before, or the one whose plan or budget it
// tells the progress of: 2023年预算执行情况和2024年预算草案, 上半年计划执行情况.
func (d *reading) reportPeriod() {
	d.year = int(d.doc.Published.Year)
	reviewed := indicators.Period{}
	progress := strings.Index(d.doc.Title, "执行情况")
	named := false
	for _, w := range d.periods {
		y, ok := w.year()
		if !ok || !w.absolute() || y > int(d.doc.Published.Year)+1 && d.doc.Published.Year > 0 {
			continue // 2035年远景目标
		}
		if p, ok := d.resolve(w, indicators.Period{}); ok && int(w.end) <= progress && reviewed.IsZero() {
			reviewed = p
			d.year = y
			if p.IsYear() {
				d.year++
			}
			continue
		}
		if !named {
			d.year, named = y, true
		}
	}
	if reviewed.IsZero() && d.year > 0 {
		reviewed = indicators.Year(d.year - 1)
	}
	if !reviewed.IsZero() {
		d.page.rule(reviewed, fromDocument)
	}
}
