package web

import (
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// names tells what the ids of regions and indicators mean, open ids too.
type names struct{ catalog *catalog.Catalog }

// place is a region as pages and data name it.
type place struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	English string `json:"english,omitempty"`
	Page    string `json:"page,omitempty"`
}

// subject is an indicator as pages and data name it.
type subject struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	English string `json:"english,omitempty"`
	Page    string `json:"page,omitempty"`
}

// In returns the name in a language.
func (p place) In(l language) string { return l.pick(p.Name, p.English) }

// In returns the name in a language.
func (s subject) In(l language) string { return l.pick(s.Name, s.English) }

// place names a region. read is the name that the documents gave; it serves
// where the catalogue knows no better.
func (n names) place(id, read string) place {
	if id == "" {
		return place{Name: zh.say("region.unknown"), English: en.say("region.unknown")}
	}
	p := place{ID: id, Name: read, Page: pathTo("regions", id)}
	code, open := indicators.SplitRegion(id)
	if r, ok := n.catalog.Regions.ByCode(code); ok && open == "" {
		p.Name, p.English = r.Name, r.English
		return p
	}
	if p.Name == "" {
		p.Name = open
	}
	if p.Name == "" {
		p.Name = id
	}
	return p
}

// short names a region as tables and charts do: 株洲, 湖南.
func (n names) short(p place, l language) string {
	if r, ok := n.catalog.Regions.ByCode(p.ID); ok && l == zh && len(r.Short) > 0 && r.Tier == indicators.TierProvince {
		return r.Short[0]
	}
	return p.In(l)
}

// region returns the region of the catalogue that an id means or lies in.
func (n names) region(id string) (indicators.Region, bool) {
	code, _ := indicators.SplitRegion(id)
	return n.catalog.Regions.ByCode(code)
}

// above returns the regions that a region lies in, the largest first.
func (n names) above(id string) []place {
	var up []place
	code, open := indicators.SplitRegion(id)
	r, ok := n.catalog.Regions.ByCode(code)
	if ok && open == "" {
		r, ok = n.catalog.Regions.ByCode(r.Parent)
	}
	for range 6 { // no region lies deeper
		if !ok {
			break
		}
		up = append([]place{n.place(r.Code, "")}, up...)
		r, ok = n.catalog.Regions.ByCode(r.Parent)
	}
	return up
}

// subject names an indicator. read is the name that the documents gave.
func (n names) subject(id, read string) subject {
	s := subject{ID: id, Name: read, Page: pathTo("indicators", id)}
	if x, ok := n.catalog.Indicators.ByID(id); ok {
		s.Name, s.English = x.Name, x.English
		return s
	}
	if open, ok := indicators.OpenName(id); ok && s.Name == "" {
		s.Name = open
	}
	if s.Name == "" {
		s.Name = id
	}
	return s
}

// theme returns the top theme of an indicator, "" for an open one.
func (n names) theme(id string) (key string) {
	x, ok := n.catalog.Indicators.ByID(id)
	if !ok {
		return ""
	}
	key = x.Theme
	for range 8 {
		t, ok := n.catalog.Indicators.Theme(key)
		if !ok || t.Parent == "" {
			return key
		}
		key = t.Parent
	}
	return key
}

// themeName names a theme; the empty key is that of open indicators.
func (n names) themeName(key string, l language) string {
	if t, ok := n.catalog.Indicators.Theme(key); ok {
		return l.pick(t.Name, t.English)
	}
	return l.say("theme.open")
}

// unit names a unit with what it is counted in: 亿元, bn yuan.
func (n names) unit(name string, s scale, l language) string {
	if l == zh || name == "%" || name == "‰" {
		return s.word(l) + name
	}
	if of, ok := strings.CutSuffix(name, "/人"); ok {
		return l.say("unit.per", n.unit(of, s, l))
	}
	english := name
	if u, ok := n.catalog.Units.ByName(name); ok && u.English != "" {
		english = u.English
	}
	if word := s.word(l); word != "" {
		return strings.TrimSpace(word + " " + english)
	}
	return english
}

// themeOfOpen is the theme of indicators that no catalogue knows.
var themeOfOpen = catalog.Theme{}
