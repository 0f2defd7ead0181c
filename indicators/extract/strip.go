package extract

import (
	"strings"
	"unicode/utf8"

	"suanpan/indicators/catalog"
)

// cutComparison looks for 比…提高, 较…下降, 与…持平, 高于… and takes them off
// the right end. It returns the new end.
func (s *scanner) cutComparison(p *phrase, end int32, a, b int32) (int32, int32) {
	for k := b - 1; k >= a; k-- {
		t := &s.tokens[k]
		if t.isPunct('、') {
			continue
		}
		if t.is(catalog.Exceed) && !t.is(solid) && !s.arrives(k+1, b, end) {
			p.take(t)
			p.compare = part{t.end, end, k + 1, b}
			s.periodsIn(p, k+1, b)
			for j := k - 1; j >= a && k-j <= 6; j-- {
				if u := &s.tokens[j]; strings.HasSuffix(s.textOf(u), "收入比") {
					p.compare = part{u.end, t.start, j + 1, k} // 农民收入比非项目区高出
					p.traits |= catalog.Compare
					return u.end - 3, j
				}
				if u := &s.tokens[j]; (s.textOf(u) == "比" || s.textOf(u) == "较") && !u.is(solid) {
					p.compare = part{u.end, t.start, j + 1, k} // 比上榨季高出370元
					p.traits |= catalog.Compare
					s.periodsIn(p, j+1, k)
					return u.start, j
				}
			}
			return t.start, k
		}
		if !t.is(catalog.Compare) || t.is(solid) {
			continue
		}
		if j := s.comparedBefore(k, a); j >= a {
			for i := k + 1; i < b; i++ {
				if !s.tokens[i].is(solid) {
					p.take(&s.tokens[i])
				}
			}
			p.traits |= catalog.Compare
			p.compare = part{s.tokens[j].end, t.start, j + 1, k}
			s.periodsIn(p, j+1, k)
			return s.tokens[j].start, j
		}
		verb := int32(-1)
		steady, compares := false, false
		for j := k + 1; j < b; j++ {
			u := &s.tokens[j]
			steady = steady || u.is(catalog.Steady) || s.textOf(u) == "相比" ||
				s.textOf(u) == "同比" && j == k+2 && s.tokens[k+1].kind == tokPeriod // 与去年同比
			if verb < 0 && u.is(change|catalog.More|catalog.Net|catalog.Steady|catalog.Adverb|catalog.Each|catalog.To|catalog.Exceed) && !u.is(solid) {
				verb = j
			}
			if u.is(change|catalog.More|catalog.Net|catalog.Steady) && !u.is(solid) {
				compares = true
			}
			if verb < 0 && u.end == end && u.is(catalog.Flow) && s.cat.Classes.Grown.Has(s.textOf(u)) {
				verb, compares = j, true // 比上年新增3家
				p.traits |= catalog.Net
			}
		}
		if word := s.textOf(t); (word == "与" || word == "和" || word == "同" || word == "跟") && !steady && !s.comparedBehind(b) {
			continue
		}
		begins := k+1 < b && (s.tokens[k+1].kind == tokPeriod || s.tokens[k+1].is(catalog.Here|catalog.Region|catalog.AverageOf|catalog.Intend))
		if !compares && !begins {
			continue
		}
		stop := end
		if verb >= 0 {
			stop = s.tokens[verb].start
			for j := verb; j < b; j++ {
				if !s.tokens[j].is(solid) {
					p.take(&s.tokens[j])
				}
			}
		} else {
			verb = b
		}
		p.traits |= catalog.Compare
		p.compare = part{t.end, stop, k + 1, verb}
		s.periodsIn(p, k+1, verb)
		return t.start, k
	}
	return end, b
}

// comparedBehind reports whether 相比 stands behind the figure of token b:
// 与2010年的442人相比.
func (s *scanner) comparedBehind(b int32) bool {
	if b >= int32(len(s.tokens)) || s.tokens[b].kind != tokFigure || b == 0 || !s.tokens[b-1].is(catalog.Of) {
		return false
	}
	rest := s.text[s.tokens[b].end:]
	return strings.HasPrefix(rest, "相比") || strings.HasPrefix(rest, "比较")
}

// arrives reports whether a verb of arrival stands between tokens a to b and
// the figure, so that 优于 before it belongs to a name: 优于Ⅲ类水体比例达94.8%.
func (s *scanner) arrives(a, b, end int32) bool {
	return b > a && s.tokens[b-1].end == end && s.tokens[b-1].is(catalog.Arrive) && !s.tokens[b-1].is(solid)
}

func (s *scanner) periodsIn(p *phrase, a, b int32) {
	for k := a; k < b; k++ {
		if s.tokens[k].kind == tokPeriod {
			p.base = k
		}
	}
}

// stripRight takes the predicate off the right end.
func (s *scanner) stripRight(p *phrase, start, end int32, a, b int32) (int32, int32) {
	for b > a {
		t := &s.tokens[b-1]
		if !s.blank(t.end, end) || t.start < start {
			break
		}
		text := s.textOf(t)
		switch {
		case t.kind == tokNote:
		case t.kind == tokFigure && p.has(catalog.RankVerb) && s.cat.Units.At(int(s.figures[t.ref].unit)).Dimension == "duration":
		case text == "均" && s.perHead(t.start):
			return end, b // 户均, 人均: part of the name
		case t.kind == tokPeriod && b-1 > a && s.textOf(&s.tokens[b-2]) == "按" && s.tokens[b-2].end == t.start:
			end, b = s.tokens[b-2].start, b-2 // 按1月3日汇率折算
			continue
		case t.kind == tokPeriod:
			switch {
			case p.compare.empty() && p.has(catalog.Of) && (text != "" && s.multipleOf(p, a, b-1)):
				p.base = b - 1
			case p.base < 0 && b-1 > a && s.tokens[b-2].is(catalog.YoY|catalog.MoM) && s.tokens[b-2].end == t.start:
				p.base = b - 1 // 同比2019年增长
			case p.own < 0 && !s.onlyScene(a, b-1, start, t.start):
				p.own = b - 1
			case p.own < 0:
				return end, b // the scene at the left end keeps it
			}
		case t.is(catalog.ShareOf) && (text == "比重" || text == "占比" || text == "份额" || text == "所占比重"):
			p.traits |= catalog.ShareOf
			return end, b
		case text == "人均" && b-1 > a && s.tokens[b-2].is(catalog.From) && s.tokens[b-2].end == t.start: // 由人均
		case t.is(catalog.Intend) && int(b) < len(s.tokens) && s.tokens[b].is(catalog.Of) && s.tokens[b].start == t.end:
			return end, b // 2016年安排的5125户
		case t.is(solid) && !t.is(change|catalog.To):
			return end, b
		case t.is(catalog.Flow) && !t.is(predicate&^catalog.Pull):
			if p.flow == nil {
				p.flow = t.word
			}
			p.traits |= t.word.Traits
			return end, b
		case t.is(catalog.Here|catalog.Region) && p.has(catalog.RankVerb|catalog.Place):
		case t.is(predicate):
			p.take(t)
			if t.is(catalog.Pull) {
				return end, b
			}
		default:
			return end, b
		}
		end, b = t.start, b-1
	}
	return end, b
}

// perHead reports whether the 均 at a byte belongs to 人均, 户均 and their like.
func (s *scanner) perHead(at int32) bool {
	return at >= 3 && strings.Contains("户人亩年日月机村地", s.text[at-3:at])
}

// onlyScene reports whether tokens a to b, and nothing else, lie between two
// bytes and set the scene.
func (s *scanner) onlyScene(a, b int32, start, end int32) bool {
	for k := a; k < b; k++ {
		t := &s.tokens[k]
		if !s.blank(start, t.start) || !(t.kind == tokPeriod || t.is(catalog.Here|catalog.Region|catalog.Connect|catalog.Part|catalog.Adverb|catalog.Intend)) {
			return false
		}
		start = t.end
	}
	return s.blank(start, end)
}

// scenery are the traits of words that set the scene at the left end.
const scenery = catalog.Connect | catalog.Part | catalog.Adverb | catalog.Intend | catalog.Done | catalog.Lead |
	catalog.All | catalog.Each | catalog.YoY | catalog.MoM | catalog.Here | catalog.Link | catalog.From | catalog.Arrive | catalog.Of | catalog.Topic

// short are the words of one rune that may be taken off the left end: others
// are too often the beginning of a name.
const short = "要曾获该各在是由从也还又且而并使让把将已为达有共均都仅只及与和暨较比其在到即约#"

// stripLeft takes off the left end what sets the scene.
func (s *scanner) stripLeft(p *phrase, start, end int32, a, b int32) (int32, int32) {
	led := false // by a verb: 实施陕南移民搬迁
	for a < b {
		t := &s.tokens[a]
		if !s.blank(start, t.start) {
			break
		}
		switch {
		case t.kind == tokPeriod:
			p.scene = append(p.scene, a)
		case t.kind == tokNote || t.isPunct('、') || t.isPunct('—'):
		case t.kind == tokFigure && s.yearCount(t):
			p.traits |= catalog.Sum // 五年新增…
		case t.is(catalog.Region) && !t.is(solid) && (led && s.namesOn(t, end) || !s.placeWord(t, end)):
			return start, a
		case t.is(catalog.Region) && !t.is(solid):
			p.scene = append(p.scene, a)
		case t.is(solid):
			return start, a
		case t.is(catalog.Here) && s.local && s.textOf(t) == "全国" && t.end < end && !(a+1 < b && s.tokens[a+1].start == t.end && s.tokens[a+1].is(catalog.Known)):
			return start, a // an attribute: 全国文明城市
		case t.is(catalog.Here):
			p.scene = append(p.scene, a)
		case t.is(catalog.Up|catalog.Down) && !t.is(catalog.To|catalog.Net|catalog.More|catalog.Exceed) && t.end-t.start == 6 && p.verb == nil && s.headAtEnd(a+1, b, end) && s.textOf(t) != "改善" && s.textOf(t) != "节约":
			p.left = t.word
			p.take(t) // 调减玉米种植面积77万亩
		case t.is(catalog.Flow) && !t.is(catalog.Lead|catalog.Intend|catalog.Adverb):
			return start, a
		case t.is(scenery):
			if t.is(catalog.Intend) && int(a)+1 < len(s.tokens) && s.tokens[a+1].start == t.end && s.tokens[a+1].is(catalog.Of) {
				return start, a // 2016年安排的5125户
			}
			if s.textOf(t) == "规划" && a+1 < b && s.tokens[a+1].start == t.end && s.tokens[a+1].is(catalog.HeadNoun) {
				return start, a // 规划总面积
			}
			if t.end-t.start == 3 && !strings.Contains(short, s.textOf(t)) {
				return start, a
			}
			if t.is(catalog.Lead) && t.is(catalog.Flow) {
				return start, a
			}
			led = led || t.is(catalog.Lead) && t.end-t.start >= 6 && !t.is(catalog.Intend|catalog.Arrive)
			p.traits |= t.word.Traits & (catalog.Part | catalog.Intend | catalog.Done | catalog.All | catalog.Each | catalog.From | catalog.YoY | catalog.MoM | catalog.Annual | catalog.Sum)
		default:
			return start, a
		}
		start, a = t.end, a+1
	}
	if a == b && s.blank(start, end) {
		start = end
	}
	return start, a
}

// yearCount reports whether a figure counts years or days: 五年.
func (s *scanner) yearCount(t *token) bool {
	u := s.cat.Units.At(int(s.figures[t.ref].unit))
	return (u.Name == "年" || u.Name == "天") && u.Dimension == "duration"
}

// placeWord reports whether a name of the catalogue of regions is likely to be
// one here: no plain word, and not the beginning of a longer name.
func (s *scanner) placeWord(t *token, end int32) bool {
	name := s.textOf(t)
	if strings.HasPrefix(s.homeName, name) {
		return true
	}
	if t.is(catalog.Flow) || name == "中国" && s.local {
		return false // 新建和改建; 中国邮政, 中国（安徽）自贸试验区
	}
	if s.cat.Regions.Ordinary(name) && !(len(name) >= 9 && strings.ContainsAny(name[len(name)-3:], "区县市州旗")) {
		return s.standsAlone(t, end)
	}
	if s.farCounty(name) {
		return s.standsAlone(t, end)
	}
	next, _ := utf8.DecodeRuneInString(s.text[t.end:end])
	if hasPrefixAny(s.text[t.end:end], "电厂", "电站", "水库", "水厂", "大桥", "隧道") {
		return false // 益阳电厂
	}
	return t.end >= end || !strings.ContainsRune("路街道桥河江湖山社籍站港机景等", next)
}

// namesOn reports whether a short name of a region goes on as a longer name:
// 陕南移民搬迁.
func (s *scanner) namesOn(t *token, end int32) bool {
	name := s.textOf(t)
	return t.end-t.start <= 6 && !strings.HasPrefix(s.homeName, name) && t.end < end && !s.standsAlone(t, end)
}

// farCounty reports whether a name without 县, 区 or 市 is only that of counties
// of other provinces: 竹山产值 in a text of Fujian is no place.
func (s *scanner) farCounty(name string) bool {
	if len(s.homeCode) != 6 || s.homeCode == nation || strings.ContainsAny(name[len(name)-3:], "区县市州旗盟") {
		return false
	}
	for _, code := range s.cat.Regions.Named(name) {
		if code[:2] == s.homeCode[:2] || strings.HasSuffix(code, "00") {
			return false
		}
	}
	return true
}

// standsAlone reports whether a name stands alone, or in a list of names.
func (s *scanner) standsAlone(t *token, end int32) bool {
	if t.end >= end {
		return true
	}
	next, _ := utf8.DecodeRuneInString(s.text[t.end:end])
	return strings.ContainsRune("、：和与及两三四五全", next)
}

// comparedBefore returns the 与 or 同 that opens what token k, 相比, closes where
// a time or a place stands between them: 与一季度相比; -1 where there is none.
func (s *scanner) comparedBefore(k, a int32) int32 {
	if s.textOf(&s.tokens[k]) != "相比" {
		return -1
	}
	for j := k - 2; j >= a && k-j <= 4; j-- {
		switch s.textOf(&s.tokens[j]) {
		case "与", "和", "同", "跟":
			if next := &s.tokens[j+1]; next.kind == tokPeriod || next.is(catalog.Here|catalog.Region) {
				return j
			}
			return -1
		}
	}
	return -1
}
