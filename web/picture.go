package web

import "suanpan/charts"

// picture draws the first chart of a page for those who put it into a text of
// their own. Its foot says where it comes from.
func (s *server) picture(rq *request, a *answer) ([]byte, error) {
	if a.chart == nil {
		return nil, notFound("problem.picture")
	}
	title := a.title
	if a.page == "compare" {
		title = a.chart.Title
	}
	return charts.SVG(charts.Picture{
		Title: title, How: a.chart.How, Lang: rq.lang.tag(), Frame: a.chart.Frame,
		From: rq.lang.say("site.author") + " " + rq.base() + rq.here("lang", ""),
	})
}

// Picture is the address of the first chart of the page as SVG, "" where it has
// none.
func (v *view) Picture() string {
	if v.chart == nil || len(v.chart.Frame.Ticks) == 0 {
		return ""
	}
	return with(v.Data(string(asSVG)), "lang", string(v.lang))
}
