package web

import (
	"cmp"
	"slices"
	"strconv"

	"suanpan/indicators"
)

// maxOpenListed bounds the indicators beyond the catalogue in the list.
const maxOpenListed = 300

// indicatorEntry is an indicator in the list of indicators.
type indicatorEntry struct {
	Indicator subject `json:"indicator"`
	Theme     string  `json:"theme"`
	Unit      string  `json:"unit"`
	Regions   int     `json:"regions"`
	Figures   int     `json:"figures"`
}

// indicatorsForm is the list of indicators that have data, by theme.
type indicatorsForm struct {
	Themes  []themeEntry `json:"themes"`
	Partial bool         `json:"partial,omitempty"`
}

// themeEntry is a theme in the list.
type themeEntry struct {
	Theme string           `json:"theme"`
	List  []indicatorEntry `json:"indicators"`

	Name string `json:"-"`
}

func (s *server) indicators(rq *request) (*answer, error) {
	form := &indicatorsForm{Themes: s.byTheme(rq, maxOpenListed)}
	t := &table{name: "indicators", head: []string{"indicator", "name", "english", "theme", "unit", "regions", "figures"}}
	n := 0
	for _, th := range form.Themes {
		for _, e := range th.List {
			n++
			t.rows = append(t.rows, []string{e.Indicator.ID, e.Indicator.Name, e.Indicator.English, th.Theme, e.Unit, strconv.Itoa(e.Regions), strconv.Itoa(e.Figures)})
		}
	}
	form.Partial = n < len(rq.index.byIndicator)
	return &answer{page: "indicators", title: rq.lang.say("nav.indicators"), form: form, table: t}, nil
}

// byTheme lists the indicators that have data by their top themes; of open
// indicators the most frequent.
func (s *server) byTheme(rq *request, open int) []themeEntry {
	x := rq.index
	by := map[string][]indicatorEntry{}
	for _, id := range sortedKeys(x.byIndicator) {
		e := indicatorEntry{Indicator: s.names.subject(id, x.series[x.byIndicator[id][0]].Name), Theme: s.names.theme(id)}
		seen := map[string]bool{}
		for _, i := range x.byIndicator[id] {
			in := &x.series[i]
			seen[in.Region] = true
			e.Figures += in.Vintages
			if in.Measure == indicators.Level && e.Unit == "" {
				e.Unit = in.Unit
			}
		}
		e.Regions = len(seen)
		by[e.Theme] = append(by[e.Theme], e)
	}
	var out []themeEntry
	for _, th := range append(s.names.catalog.Indicators.Themes(), themeOfOpen) {
		list := by[th.Key]
		if list == nil {
			continue
		}
		if th.Key == "" {
			slices.SortStableFunc(list, func(a, b indicatorEntry) int { return cmp.Compare(b.Figures, a.Figures) })
			list = list[:min(len(list), open)]
		} else {
			slices.SortStableFunc(list, func(a, b indicatorEntry) int {
				return cmp.Compare(s.order[a.Indicator.ID], s.order[b.Indicator.ID])
			})
		}
		out = append(out, themeEntry{Theme: th.Key, Name: s.names.themeName(th.Key, rq.lang), List: list})
	}
	return out
}
