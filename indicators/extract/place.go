package extract

import (
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// nation is the code of 全国.
const nation = "100000"

// placeOf returns the region with a code, under its full name.
func (d *reading) placeOf(code string) (place, bool) {
	r, ok := d.cat.Regions.ByCode(code)
	return place{r.Code, r.Name}, ok
}

// resolvePlace returns the region that a name means in a text whose home is
// given.
func (d *reading) resolvePlace(name string, home place) (place, bool) {
	code, _ := indicators.SplitRegion(home.code)
	code, ok := d.cat.Regions.Resolve(name, code, int(d.doc.Published.Year))
	if !ok {
		return place{}, false
	}
	return d.placeOf(code)
}

// here returns what 全市, 我省, 该县 mean: the nearest region upward from the
// home whose name ends alike; 当地 and 全域 are the home itself.
func (d *reading) here(word string, s *setting) (place, bool) {
	switch word {
	case "全国", "我国", "国内":
		return d.placeOf(nation)
	case "当地", "该地":
		if d.lastPlace.code != "" {
			return d.lastPlace, true
		}
		return s.home, s.home.code != ""
	case "全域", "区域内", "市域", "县域":
		return s.home, s.home.code != ""
	}
	if zoneWord(word) {
		return d.zoneOf(word, s)
	}
	suffix := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(word, "内"), "域"), "里")
	for _, head := range []string{"全", "我", "该", "本"} {
		suffix = strings.TrimPrefix(suffix, head)
	}
	if d.lastPlace.code != "" && suffix != "" && strings.HasSuffix(d.lastPlace.name, suffix) &&
		(strings.HasPrefix(word, "该") || suffix == "县" || suffix == "区" && !strings.HasSuffix(d.province(), "自治区")) {
		return d.lastPlace, true // 走进三门县…。全县…
	}
	for _, start := range []place{s.home, s.region, d.page.home} {
		code, _ := indicators.SplitRegion(start.code)
		for range 5 {
			r, ok := d.cat.Regions.ByCode(code)
			if !ok {
				break
			}
			if endsAs(r, suffix) {
				return place{r.Code, r.Name}, true
			}
			code = r.Parent
		}
	}
	return place{}, false
}

// province returns the name of the province that the document is of.
func (d *reading) province() string {
	code, _ := indicators.SplitRegion(d.page.home.code)
	if len(code) < 2 {
		return ""
	}
	p, _ := d.placeOf(code[:2] + "0000")
	return p.name
}

// lookAround notes the county or district that a text of a newspaper names
// last, by its whole name: what 全县 means from then on.
func (d *reading) lookAround(st *setting, a, b int32) {
	home, _ := indicators.SplitRegion(d.page.home.code)
	for k := a; k < b; k++ {
		t := &d.tokens[k]
		if !t.is(catalog.Region) || t.end-t.start < 9 && !strings.HasSuffix(d.textOf(t), "县") {
			continue
		}
		name := d.textOf(t)
		if !strings.HasSuffix(name, "县") && !strings.HasSuffix(name, "区") && !strings.HasSuffix(name, "旗") {
			continue
		}
		if p, ok := d.regionAt(int(k), st); ok && p.code != home && d.cat.Regions.Within(p.code, home) {
			d.lastPlace = p
		}
	}
}

// arrive lets the place that the reporter of an article goes to or hears of in
// its first paragraphs be its home: 记者在福安铁湖工业园区看到, 走进湄潭县兴隆镇.
func (d *reading) arrive(st *sentence) {
	if d.paragraphs > 1 || d.section.regionFrom == fromArticle || d.section.home != d.page.home {
		return
	}
	said := d.text[st.start:st.end]
	if !(hasAny(said, "记者", "笔者") && hasAny(said, "看到", "了解到", "获悉", "采访", "见到")) && !hasAny(said, "走进", "来到", "走入") {
		return
	}
	home, _ := indicators.SplitRegion(d.page.home.code)
	for k := st.a; k < st.b; k++ {
		t := &d.tokens[k]
		before := d.text[st.start:t.start]
		if !t.is(catalog.Region) || t.is(solid) || !(strings.HasSuffix(before, "者在") || strings.HasSuffix(before, "者从") || strings.HasSuffix(before, "走进") || strings.HasSuffix(before, "来到") || strings.HasSuffix(before, "走入")) {
			continue
		}
		if p, ok := d.regionAt(int(k), &st.setting); ok && p.code != home && d.cat.Regions.Within(p.code, home) {
			d.section.at(p, fromArticle)
			d.section.home = p
			st.at(p, fromArticle)
			st.home = p
			return
		}
	}
}

// endsAs reports whether a region is what the suffix of 全… names: 区 is a
// district or an autonomous region, 市 a prefecture, a county-level city or a
// municipality.
func endsAs(r indicators.Region, suffix string) bool {
	return suffix != "" && strings.HasSuffix(r.Name, suffix)
}

// zoneWord reports whether a word points to a zone named before, or to the one
// of its kind in the home region.
func zoneWord(word string) bool {
	switch word {
	case "新区", "高新区", "经开区", "开发区":
		return true
	}
	return false
}

// zoneOf returns the zone that 新区 or 高新区 means: the one that the article
// named last, else the only one of the home region.
func (d *reading) zoneOf(word string, s *setting) (place, bool) {
	if strings.HasSuffix(d.zone.name, word) {
		return d.zone, true
	}
	home, _ := indicators.SplitRegion(s.home.code)
	var found place
	for _, code := range d.cat.Regions.Children(home) {
		if r, ok := d.cat.Regions.ByCode(code); ok && strings.HasSuffix(r.Name, word) {
			if found.code != "" {
				return place{}, false
			}
			found = place{r.Code, r.Name}
		}
	}
	return found, found.code != ""
}
