package extract

import (
	"strings"

	"suanpan/indicators/catalog"
)

// cutModal takes off what stands before 可 and a verb of process, which says what the thing does and not what it is: 三个项目投产可[新增就业]1000人.
func (s *scanner) cutModal(p *phrase) {
	for k := p.noun.b - 2; k >= p.noun.a; k-- {
		t, next := &s.tokens[k], &s.tokens[k+1]
		if next.start != t.end || !next.is(catalog.Flow) && !strings.HasPrefix(s.textOf(next), "新增") || t.is(solid) || t.start < p.noun.start {
			continue
		}
		switch s.textOf(t) {
		case "可", "预计可":
			if k == p.noun.a || s.textOf(&s.tokens[k-1]) != "年" && !strings.HasSuffix(s.text[p.noun.start:t.start], "年") {
				p.noun.start, p.noun.a = t.end, k+1
			}
			return
		}
	}
}

// splitPull takes off 拉动…, which says what the thing does and not what it
// is: 拉动GDP增长0.1个百分点.
func (s *scanner) splitPull(p *phrase) {
	if said := s.text[p.noun.start:p.noun.end]; p.verb == nil && !strings.HasSuffix(said, "增长") && !strings.HasSuffix(said, "增速") {
		return
	}
	for k := p.noun.a; k < p.noun.b; k++ {
		t := &s.tokens[k]
		if t.is(catalog.Pull) && !t.is(solid) && hasAny(s.textOf(t), "拉动", "拉低", "上拉", "下拉") && t.end < p.noun.end {
			p.pull = part{t.end, p.noun.end, k + 1, p.noun.b}
			p.noun = part{p.noun.start, t.start, p.noun.a, k}
			p.traits |= catalog.Pull
			return
		}
	}
}

// cutDoer takes off who will do or has done what the noun tells: 市住建局将新建公租房.
// A thing that an indicator is of stays.
func (s *scanner) cutDoer(p *phrase) {
	for k := p.noun.a; k+1 < p.noun.b; k++ {
		if t := &s.tokens[k]; t.start > p.noun.start && t.end < p.noun.end && (s.textOf(t) == "让" || s.textOf(t) == "使") {
			p.noun.start, p.noun.a = t.end, k+1 // 高标准农田让农民人均收入
			return
		}
	}
	for k := p.noun.a; k+1 < p.noun.b; k++ {
		t := &s.tokens[k]
		if t.start > p.noun.start && t.is(catalog.Intend|catalog.Done) && t.is(catalog.Adverb) && !t.is(solid) {
			if next := &s.tokens[k+1]; next.start == t.end && next.is(catalog.Flow) && !next.is(solid) && next.end < p.noun.end {
				p.traits |= t.word.Traits & (catalog.Intend | catalog.Done)
				p.noun.start, p.noun.a = next.start, k+1
			}
			return
		}
		if t.is(catalog.Known|catalog.HeadNoun) && (t.is(catalog.Known) || t.word.Head != catalog.CountHead) {
			return
		}
	}
}

// headAtEnd reports whether the last of tokens a to b is a head that ends at
// the given byte.
func (s *scanner) headAtEnd(a, b, end int32) bool {
	return b > a && s.tokens[b-1].end == end && s.tokens[b-1].is(catalog.HeadNoun|catalog.Known)
}

// splitEach parts the noun at 分别 or 均 inside it: names before, object behind.
func (s *scanner) splitEach(p *phrase) {
	for k := p.noun.b - 1; k >= p.noun.a; k-- {
		t := &s.tokens[k]
		if t.is(catalog.Each) && !t.is(solid) && t.start >= p.noun.start && t.end <= p.noun.end {
			p.object = part{t.end, p.noun.end, k + 1, p.noun.b}
			p.noun = part{p.noun.start, t.start, p.noun.a, k}
			p.traits |= catalog.Each
			return
		}
	}
}

// splitShare parts the noun at 占: the thing before, the whole behind.
func (s *scanner) splitShare(p *phrase) {
	at := &p.noun
	if p.object.b > p.object.a {
		at = &p.object
	}
	for k := at.b - 1; k >= at.a; k-- {
		t := &s.tokens[k]
		if t.is(catalog.ShareOf) && !t.is(solid) && strings.HasPrefix(s.textOf(t), "占") && t.end < at.end {
			p.of = part{t.end, at.end, k + 1, at.b}
			*at = part{at.start, t.start, at.a, k}
			p.traits |= catalog.ShareOf
			return
		}
	}
}

// cutMultiple takes off the right end what a figure is a multiple of: 是2018年
// 全年投放量的1.58倍, 恢复到2019年同期的九成. It returns the new end.
func (s *scanner) cutMultiple(p *phrase, end int32, a, b int32) (int32, int32) {
	if b >= int32(len(s.tokens)) || s.tokens[b].kind != tokFigure || b-1 <= a || !s.tokens[b-1].is(catalog.Of) || !s.blank(s.tokens[b-1].end, end) {
		return end, b
	}
	f := &s.figures[s.tokens[b].ref]
	times := s.cat.Units.At(int(f.unit)).Name == "倍"
	for k := b - 2; k >= a; k-- {
		t := &s.tokens[k]
		switch s.textOf(t) {
		case "是", "为", "约为", "约是":
			if !times {
				return end, b
			}
		case "相当于", "恢复到", "恢复至":
			if !times && f.form != figurePercent && f.form != figureFraction && s.cat.Units.At(int(f.unit)).Name != "%" {
				return end, b
			}
		default:
			if t.kind == tokPunct || t.kind == tokFigure || t.is(change|catalog.ShareOf) && !t.is(solid) {
				return end, b
			}
			continue
		}
		p.traits |= catalog.Of | catalog.Arrive
		p.compare = part{t.end, s.tokens[b-1].start, k + 1, b - 1}
		s.periodsIn(p, k+1, b-1)
		return t.start, k
	}
	return end, b
}

// splitReached parts the noun of a percentage at 达到 or 相当于 as at 占:
// 高标准农田达到耕地总面积的64%.
func (s *scanner) splitReached(p *phrase) {
	for k := p.noun.b - 1; k > p.noun.a; k-- {
		t := &s.tokens[k]
		if word := s.textOf(t); (word == "达到" || word == "达" || word == "相当于" || word == "约占") && !t.is(solid) && t.end < p.noun.end && t.start > p.noun.start {
			p.of = part{t.end, p.noun.end, k + 1, p.noun.b}
			p.noun = part{p.noun.start, t.start, p.noun.a, k}
			p.traits |= catalog.ShareOf
			return
		}
	}
}

// multipleOf reports whether 是, 为, 相当于, 恢复到 stands right before the
// period that ends the phrase: 是2010年的2.6倍.
func (s *scanner) multipleOf(p *phrase, a, b int32) bool {
	for k := b - 1; k >= a; k-- {
		switch s.textOf(&s.tokens[k]) {
		case "是", "为", "相当于", "恢复到", "恢复至", "恢复", "达":
			return true
		case "同期":
			continue
		}
		return false
	}
	return false
}
