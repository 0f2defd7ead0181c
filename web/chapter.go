package web

import (
	"cmp"
	"net/url"
	"slices"

	"suanpan/indicators"
)

// chapter is a theme on a region's page.
type chapter struct {
	Theme string      `json:"theme"`
	Rows  []keyFigure `json:"indicators"`

	Name  string `json:"-"`
	Boxes []*box `json:"-"`
}

// Pairs are the chapters that have charts, in rows: two with one chart each
// stand side by side.
func (f *regionForm) Pairs() [][]chapter {
	var rows [][]chapter
	for _, c := range f.Chapters {
		n := len(rows)
		switch {
		case c.Boxes == nil:
		case n > 0 && len(rows[n-1]) == 1 && len(rows[n-1][0].Boxes) == 1 && len(c.Boxes) == 1:
			rows[n-1] = append(rows[n-1], c)
		default:
			rows = append(rows, []chapter{c})
		}
	}
	return rows
}

// themeInfos are the headlines of one theme.
type themeInfos struct {
	key   string
	infos []*indicators.SeriesInfo
}

// themesOf groups headlines by their top themes, in the order of the
// catalogue; open indicators come last.
func (s *server) themesOf(all []*indicators.SeriesInfo) []themeInfos {
	var out []themeInfos
	for _, in := range all {
		key := s.names.theme(in.Indicator)
		i := slices.IndexFunc(out, func(t themeInfos) bool { return t.key == key })
		if i < 0 {
			i = len(out)
			out = append(out, themeInfos{key: key})
		}
		out[i].infos = append(out[i].infos, in)
	}
	place := map[string]int{}
	for i, t := range s.names.catalog.Indicators.Themes() {
		place[t.Key] = i - maxListed // open indicators, which have none, stand behind all
	}
	slices.SortStableFunc(out, func(a, b themeInfos) int { return cmp.Compare(place[a.key], place[b.key]) })
	return out
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *server) fillChapters(rq *request, form *regionForm, themes []themeInfos, sheets map[string][]*sheet) error {
	drawn, listed := 0, 0
	for _, t := range themes {
		c := chapter{Theme: t.key, Name: s.names.themeName(t.key, rq.lang), Rows: []keyFigure{}}
		for _, in := range t.infos {
			if listed == maxListed {
				form.Partial = true
				break
			}
			listed++
			c.Rows = append(c.Rows, s.newKeyFigure(rq, in))
			if drawn == maxCharts || len(c.Boxes) == chartsOfTheme {
				continue
			}
			for _, sh := range sheets[in.Indicator] {
				if sh.sheetKey != keyOf(in.SeriesKey) || len(sh.Actual) < 3 || t.key == "" {
					continue
				}
				b, err := s.chartOf(rq, in.Indicator, sh, companion(sheets[in.Indicator], sh), "x")
				if err != nil {
					return err
				}
				b.Size, b.More = "m", pathTo("series", in.Region, in.Indicator)+"?sheet="+url.QueryEscape(sh.token())
				linkAll(b, b.More)
				c.Boxes = append(c.Boxes, b)
				drawn++
				break
			}
		}
		if len(c.Rows) > 0 {
			form.Chapters = append(form.Chapters, c)
		}
	}
	slices.SortStableFunc(form.Chapters, func(a, b chapter) int { // those with charts first
		return cmp.Compare(b2i(a.Boxes == nil), b2i(b.Boxes == nil))
	})
	return nil
}

// linkAll makes every point of a chart lead to its place on another page,
// where its source is.
func linkAll(b *box, page string) {
	series, _ := b.Option["series"].([]any)
	for _, one := range series {
		m, _ := one.(map[string]any)
		data, _ := m["data"].([]any)
		for _, d := range data {
			if it, ok := d.(map[string]any); ok {
				if ref, ok := it["name"].(string); ok && ref != "" {
					it["name"] = page + "#m" + ref[1:]
				}
			}
		}
	}
}
