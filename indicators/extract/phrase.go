package extract

import (
	"strings"

	"suanpan/indicators/catalog"
)

// A phrase is what stands before a figure in its clause, taken apart the way a
// reader does: from the right the predicate that leads to the figure, from the
// left what sets the scene, and between them the noun that names the thing.
//
//	其中 | 石城县 上半年 | 旅游接待总人次 | 同比 分别 下降 | 7.5%
//	part   scene          noun             predicate        figure
type phrase struct {
	start, end int32 // bytes of the passage
	noun       part  // the name of the thing; empty where the clause has none
	object     part  // behind 分别: 三区分别[新增公园绿地]41公顷; else empty
	pull       part  // behind 拉动: what it adds to; else empty
	of         part  // behind 占: the whole that it is a share of; else empty

	verb     *catalog.Word // the verb of change nearest to the figure; nil for none
	traits   catalog.Traits
	left     *catalog.Word // a verb of change that opens the phrase: 调减玉米面积
	flowName string        // the verb that opened the list: 新增
	flow     *catalog.Word // 新增 建成, where no noun stands between it and the figure
	compare  part          // behind 比, 较, 高于: what it is compared with

	composed bool   // name has been made
	name     string // what the phrase itself names; see nounOf

	scene  []int32 // tokens at the left: periods and regions
	own    int32   // token of the period that belongs to this figure alone; -1 for none
	base   int32   // token of the period that it is compared with; -1 for none
	goal   bool    // 的…目标 stands behind the figure
	quota  bool    // the figure is a part of a goal, or the goal: 完成预算的
	bare   bool    // the clause has no figure
	member bool    // of a list whose verb stands before the first: its head too
}

// A part is a run of tokens and the bytes that they stand in.
type part struct {
	start, end int32 // bytes of the passage
	a, b       int32 // tokens
}

func (p part) empty() bool { return p.start >= p.end }

// has reports whether any token of the predicate or the scene had the traits.
func (p *phrase) has(t catalog.Traits) bool { return p.traits&t != 0 }

// predicate are the traits of words that may stand between noun and figure.
const predicate = catalog.Up | catalog.Down | catalog.Narrow | catalog.Net | catalog.More | catalog.Double |
	catalog.Steady | catalog.To | catalog.YoY | catalog.MoM | catalog.Annual | catalog.Cumulative |
	catalog.Arrive | catalog.Of | catalog.ShareOf | catalog.Pull | catalog.Finish | catalog.Each | catalog.All |
	catalog.Intend | catalog.Done | catalog.RankVerb | catalog.Move | catalog.Adverb | catalog.Lead | catalog.From | catalog.Exceed

// change are the traits of verbs of change.
const change = catalog.Up | catalog.Down | catalog.Narrow | catalog.Double

// solid are the traits of words that belong to a noun wherever they stand.
const solid = catalog.HeadNoun | catalog.Known | catalog.NameWord | catalog.Shadow | catalog.PartNoun

// longestPhrase is the number of tokens that a phrase may have; of a longer one
// the end is read.
const longestPhrase = 160

// phraseOf takes apart bytes start to end of the passage, which are tokens a
// to b.
func (s *scanner) phraseOf(start, end int32, a, b int32) phrase {
	if b-a > longestPhrase {
		a = b - longestPhrase
		start = s.tokens[a].start
	}
	start = min(start, end) // a figure may begin inside the noun behind the one before
	p := phrase{start: start, end: end, own: -1, base: -1}
	percent := false
	if b < int32(len(s.tokens)) && s.tokens[b].kind == tokFigure {
		f := &s.figures[s.tokens[b].ref]
		percent = f.form == figurePercent || f.form == figureFraction || s.cat.Units.At(int(f.unit)).Name == "%"
		if end, b, p.quota = s.cutQuota(start, end, a, b); p.quota {
			p.traits |= catalog.Finish
		}
	}
	right, rightTok := end, b
	if b < int32(len(s.tokens)) && s.tokens[b].kind == tokFigure && s.isRank(&s.figures[s.tokens[b].ref]) {
		right, rightTok = s.cutScope(&p, end, a, b)
	} else if right, rightTok = s.cutMultiple(&p, end, a, b); rightTok == b {
		right, rightTok = s.cutComparison(&p, end, a, b)
	}
	right, rightTok = s.stripRight(&p, start, right, a, rightTok)
	left, leftTok := s.stripLeft(&p, start, right, a, rightTok)
	p.noun = part{left, right, leftTok, rightTok}
	s.cutModal(&p)
	timed, bracket := len(p.scene) > 0, false
	for k := leftTok; k < rightTok; k++ {
		bracket = s.tokens[k].isPunct('（') || bracket && !s.tokens[k].isPunct('）')
		if timed && bracket || bracket && s.priced(s.tokens[k].end) {
			continue // 国庆假期（截至6日16时）, 业务总量（按2020年价格计算）
		}
		if s.tokens[k].kind == tokPeriod && !s.periods[s.tokens[k].ref].reference() {
			p.scene = append(p.scene, k) // 该机场[今年]旅客吞吐量
		}
	}
	s.cutDoer(&p)
	s.splitPull(&p)
	s.splitEach(&p)
	s.splitShare(&p)
	if percent && p.has(catalog.Of) && p.of.empty() {
		s.splitReached(&p)
	}
	return p
}

// priced reports whether prices stand at a byte: those of the year before it
// are what an amount is computed at.
func (s *scanner) priced(at int32) bool {
	rest := s.text[at:]
	return hasPrefixAny(rest, "价格", "不变", "可比", "现价", "单价")
}

// blank reports whether nothing but blanks and quotation marks stands between
// two bytes.
func (s *scanner) blank(a, b int32) bool {
	for a < b {
		switch rest := s.text[a:b]; {
		case rest[0] == ' ' || rest[0] == '"':
			a++
		case rest[0] == 0xE2 && (strings.HasPrefix(rest, "“") || strings.HasPrefix(rest, "”")):
			a += int32(len("“"))
		default:
			return false
		}
	}
	return true
}

// take notes what a word of the predicate says.
func (p *phrase) take(t *token) {
	if t.word == nil {
		return
	}
	if p.traits != 0 && t.is(catalog.Adverb) && t.is(change) {
		return // 加快推进: how it is done
	}
	p.traits |= t.word.Traits
	if p.verb == nil && t.is(change|catalog.Net|catalog.More|catalog.Exceed|catalog.Move) {
		p.verb = t.word
	}
}

func (s *scanner) textOf(t *token) string { return s.text[t.start:t.end] }
