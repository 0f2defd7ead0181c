package catalog

import (
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"slices"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/lexicon"
)

// Traits are the parts that a word can play in a clause. A word may have
// several; the place where it stands decides.
type Traits uint64

// The traits. Each is the name of one in words.tsv, heads.tsv or shadows.tsv,
// or is given by another table of the catalogue.
const (
	Up         Traits = 1 << iota // a verb of rise: 增长 提高
	Down                          // a verb of fall: 下降 减少
	Narrow                        // 收窄: turns with what it narrows
	Net                           // 净增 增收: an amount behind it is a change
	More                          // 多 少 快 慢: a change only behind a comparison
	Double                        // 翻
	Steady                        // 持平
	To                            // a verb of change with its arrival: 增加到 降至
	YoY                           // 同比 比上年
	MoM                           // 环比
	Annual                        // 年均
	Cumulative                    // 累计增长
	Arrive                        // 达到 为 有
	From                          // 由 从
	Of                            // 的
	ShareOf                       // 占 比重
	ShareHead                     // 贡献率 完成率
	Pull                          // 拉动
	Finish                        // 完成全年目标的
	Compare                       // 比 较
	Exceed                        // 高于 低于
	AverageOf                     // 平均水平
	Part                          // 其中
	Each                          // 分别
	All                           // 均 都
	Link                          // 和 与 及 、
	Connect                       // 同时 此外
	Intend                        // 力争 计划
	Done                          // 已
	RankVerb                      // 居 位列
	Place                         // 首位 第一
	Move                          // 前移
	Adverb                        // 已 仅 同步
	Lead                          // 实现 完成: leads to an object, no part of its name
	Flow                          // 新增 建成: narrows its object, part of the name
	Verb                          // ends the noun behind a count
	Topic                         // 看 按
	Here                          // 全市 我市
	Define                        // 是指
	Sum                           // 累计 共: an event of a whole span
	Least                         // 不低于: a lower bound that stands apart from the number
	Most                          // 不超过
	Scope                         // 世界 全球: what a rank is in
	NameWord                      // a name that holds a number: 三高四新
	Shadow                        // a plain word that holds a cue: 增加值
	PartNoun                      // 制造业 城镇: takes the head of its whole
	HeadNoun                      // 产量 面积; see [Word.Head]
	Known                         // the name of an indicator of the catalogue
	Region                        // the name of a region of the catalogue
)

var traitNames = map[string]Traits{
	"up": Up, "down": Down, "narrow": Narrow, "net": Net, "more": More, "double": Double,
	"steady": Steady, "to": To, "yoy": YoY, "mom": MoM, "annual": Annual, "cumulative": Cumulative,
	"arrive": Arrive, "from": From, "of": Of, "share": ShareOf, "sharehead": ShareHead, "pull": Pull,
	"finish": Finish, "compare": Compare, "exceed": Exceed, "average": AverageOf, "part": Part,
	"each": Each, "all": All, "link": Link, "connect": Connect, "target": Intend, "actual": Done,
	"rank": RankVerb, "place1": Place, "move": Move, "adv": Adverb, "lead": Lead, "flow": Flow,
	"verb": Verb, "topic": Topic, "here": Here, "define": Define, "widen": Up, "sum": Sum, "scope": Scope, "least": Least, "most": Most,
}

// HeadClass is what a head noun measures.
type HeadClass uint8

// The classes of heads; NoHead is the zero value.
const (
	NoHead     HeadClass = iota
	AmountHead           // 产量 面积 收入
	CountHead            // 人数 户数
	RateHead             // 覆盖率 比重
	PriceHead            // 价格 浓度
	GrowthHead           // 增速 涨幅: what is measured is a rate of change
	GoalHead             // 进度 任务
)

var headClasses = map[string]HeadClass{
	"amount": AmountHead, "count": CountHead, "rate": RateHead, "price": PriceHead,
	"growth": GrowthHead, "goal": GoalHead,
}

// Word is a word of the catalogue.
type Word struct {
	Text      string
	Traits    Traits
	Head      HeadClass
	Dependent bool   // the head alone borrows the modifier of the subject before it
	Indicator string // the ID of the indicator that the word names, "" for none
}

// Is reports whether the word has any of the traits.
func (w *Word) Is(t Traits) bool { return w.Traits&t != 0 }

// Words is the lexicon of all that the catalogue knows by name. It is
// immutable and safe for concurrent use.
type Words struct {
	list  []Word
	parts []Traits // of each word of list: close together, as a scan looks at them at every word
	lex   *lexicon.Lexicon
	heads *lexicon.Endings // the words that are heads
}

// Longest returns the longest word that begins at text[at], and its length in
// bytes; 0 where none does.
func (w *Words) Longest(text string, at int) (*Word, int) {
	v, n := w.lex.Longest(text, at)
	if n == 0 {
		return nil, 0
	}
	return &w.list[v], n
}

// LongestParts is Longest with the traits of the word, which a caller that needs
// no more of it should take from here.
func (w *Words) LongestParts(text string, at int) (*Word, Traits, int) {
	v, n := w.lex.Longest(text, at)
	if n == 0 {
		return nil, 0, 0
	}
	return &w.list[v], w.parts[v], n
}

// Head returns the longest head noun that name ends in and its length in
// bytes; 0 where it ends in none.
func (w *Words) Head(name string) (*Word, int) {
	v, n := w.heads.Longest(name)
	if n == 0 {
		return nil, 0
	}
	return &w.list[v], n
}

// ByText returns the word that is exactly text.
func (w *Words) ByText(text string) (*Word, bool) {
	word, n := w.Longest(text, 0)
	return word, n > 0 && n == len(text)
}

// Len is the number of words.
func (w *Words) Len() int { return len(w.list) }

// LoadWords reads words.tsv, heads.tsv and shadows.tsv of fsys and joins them
// with the names of the indicators and the regions.
func LoadWords(fsys fs.FS, x *Indicators, regions iter.Seq2[string, []string]) (*Words, error) {
	b := wordBuilder{}
	for _, table := range []struct {
		name string
		read func(name string, r io.Reader) error
	}{{"words.tsv", b.cues}, {"heads.tsv", b.heads}, {"shadows.tsv", b.shadows}} {
		f, err := fsys.Open(table.name)
		if err != nil {
			return nil, err
		}
		err = table.read(table.name, f)
		f.Close()
		if err != nil {
			return nil, err
		}
	}
	b.arrivals()
	for _, in := range x.All() {
		b.indicator(in)
	}
	for name := range regions {
		b.at(name).Traits |= Region
	}
	return b.build()
}

type wordBuilder map[string]*Word

func (b wordBuilder) at(text string) *Word {
	w, ok := b[text]
	if !ok {
		w = &Word{Text: text}
		b[text] = w
	}
	return w
}

func (b wordBuilder) cues(name string, r io.Reader) error {
	faults := faultList{file: name}
	readRows(&faults, r, []string{"word", "traits", "note"}, func(line int, cells []string) {
		w := b.at(cells[0])
		for _, t := range strings.Fields(cells[1]) {
			trait, ok := traitNames[t]
			if !ok {
				faults.add(line, "trait %q is none of %q", t, slices.Sorted(maps.Keys(traitNames)))
			}
			w.Traits |= trait
		}
	})
	return faults.err()
}

func (b wordBuilder) heads(name string, r io.Reader) error {
	faults := faultList{file: name}
	readRows(&faults, r, []string{"head", "class", "dependent", "note"}, func(line int, cells []string) {
		class, ok := headClasses[cells[1]]
		if !ok {
			faults.add(line, "class %q is none of %q", cells[1], slices.Sorted(maps.Keys(headClasses)))
		}
		w := b.at(cells[0])
		w.Traits |= HeadNoun
		w.Head, w.Dependent = class, cells[2] == "yes"
	})
	return faults.err()
}

func (b wordBuilder) shadows(name string, r io.Reader) error {
	faults := faultList{file: name}
	kinds := map[string]Traits{"name": NameWord, "shadow": Shadow, "part": PartNoun}
	readRows(&faults, r, []string{"word", "kind", "note"}, func(line int, cells []string) {
		kind, ok := kinds[cells[1]]
		if !ok {
			faults.add(line, "kind %q is none of %q", cells[1], slices.Sorted(maps.Keys(kinds)))
		}
		w := b.at(cells[0])
		if kind == Shadow && w.Traits&^HeadNoun != 0 {
			faults.add(line, "%s is a cue of words.tsv: it cannot shadow itself", cells[0])
		}
		w.Traits |= kind
	})
	return faults.err()
}

// arrivals makes the forms that a verb of change takes: 增加了, and with its
// arrival 增加到, 增加至, 增加为.
func (b wordBuilder) arrivals() {
	for _, text := range slices.Sorted(maps.Keys(b)) {
		w := b[text]
		if w.Traits&(Up|Down|Narrow) == 0 || w.Traits&(Exceed|More|Net|YoY) != 0 || strings.HasSuffix(text, "至") || strings.HasSuffix(text, "了") {
			continue
		}
		sign := w.Traits & (Up | Down | Narrow)
		b.at(text + "了").Traits |= sign
		for _, to := range []string{"到", "至", "为", "到了", "成"} {
			b.at(text + to).Traits |= sign | To
		}
	}
}

func (b wordBuilder) indicator(in indicators.Indicator) {
	for _, name := range append([]string{in.Name}, in.Aliases...) {
		w := b.at(name)
		w.Traits |= Known
		w.Indicator = in.ID
	}
}

func (b wordBuilder) build() (*Words, error) {
	w := &Words{}
	for _, text := range slices.Sorted(maps.Keys(b)) {
		w.list = append(w.list, *b[text])
		w.parts = append(w.parts, b[text].Traits)
	}
	lex, err := lexicon.New(func(yield func(string, uint32) bool) {
		for i, word := range w.list {
			if !yield(word.Text, uint32(i)) {
				return
			}
		}
	})
	if err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	w.lex = lex
	w.heads, err = lexicon.NewEndings(func(yield func(string, uint32) bool) {
		for i, word := range w.list {
			if word.Is(HeadNoun) && !yield(word.Text, uint32(i)) {
				return
			}
		}
	})
	if err != nil {
		return nil, fmt.Errorf("heads: %w", err)
	}
	return w, nil
}
