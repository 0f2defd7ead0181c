package catalog

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// WordList is a closed class of words, in the order of the table, which is the
// order in which they are tried.
type WordList []string

// In reports whether s holds one of the words.
func (l WordList) In(s string) bool {
	return slices.ContainsFunc(l, func(w string) bool { return strings.Contains(s, w) })
}

// Has reports whether s is one of the words.
func (l WordList) Has(s string) bool { return slices.Contains(l, s) }

// Begins reports whether s begins with one of the words, and gives the rest.
func (l WordList) Begins(s string) (rest string, ok bool) {
	for _, w := range l {
		if n := len(w); n <= len(s) && (n == 0 || s[min(2, n-1)] == w[min(2, n-1)] && s[:n] == w) {
			return s[n:], true
		}
	}
	return s, false
}

// Ends reports whether s ends with one of the words, and gives what stands
// before it.
func (l WordList) Ends(s string) (rest string, ok bool) {
	for _, w := range l {
		if n := len(s) - len(w); n >= 0 && (w == "" || s[len(s)-1] == w[len(w)-1] && s[n:] == w) {
			return s[:n], true
		}
	}
	return s, false
}

// Classes are words that a rule asks a name or a line for, beside those that
// are tokens of a clause (see [Words]). A class is a field here and a word of
// the first column of classes.tsv. They are immutable and safe for concurrent
// use; the zero value holds no word.
type Classes struct {
	Newspaper WordList // in the title of one: 日报
	Reporting WordList // in the head of a news text: 本报讯
	Planning  WordList // in a heading: what follows is to be done
	Dividing  WordList // opens a sentence that divides: 按性别分
	Divided   WordList // shuts what such a sentence opens with
	Asking    WordList // at the head of a sentence: what a meeting asks for

	Event    WordList // in a noun: what was done, so it adds up over years
	Grown    WordList // verbs of an increase of what is counted: 新增
	Deed     WordList // before an object: what was done to it
	Enrolled WordList // verbs that say what a counted thing was taken up in
	NounVerb WordList // verbs that may stand inside the name of a counted thing: 试点
	Manner   WordList // between a noun behind its figure and its verb: 全面

	Plan   WordList // what a result is set against: 预算
	Stock  WordList // in a name of what stands at a day: 余额
	Fall   WordList // nouns of a rate of fall: 降幅
	Rise   WordList // nouns of a rate of rise: 涨幅
	Gap    WordList // nouns that narrowing makes smaller: 差距
	Growth WordList // endings of the names of growth: 增速

	QuotaGoal WordList // endings of what a quota is a part of: 预算
	QuotaTail WordList // what may stand with it: 总
	QuotaTime WordList // the time of a quota: 年度
	QuotaVerb WordList // how much of a quota is done: 完成

	Lasting  WordList // endings of names measured in years or hours
	People   WordList // in a noun that is counted in persons
	Turnover WordList // in a noun that is measured in money: 产值
	Running  WordList // adverbs that are no part of a name: 累计

	Grade         WordList // whose a thing is, before another such word: 市、县重点项目
	Together      WordList // nouns for all that a list has named: 三者
	PlaceTogether WordList // the same of places: 两县
	Members       WordList // only says what the members of a list are: 行业
	Ratio         WordList // endings of the noun of a ratio: 结构
	Pronoun       WordList // points to a list just given: 上述
	Summed        WordList // nouns for all that a list sums up: 三者
	Doer          WordList // endings of who does what the next clause counts: 企业
	Trade         WordList // what such a doer does: 出口

	PartEnding WordList // endings of the names of parts of a whole

	TableHead  WordList // endings of names that tell what is measured, besides heads.tsv
	ObjectHead WordList // heads that take their object along
	WeakHead   WordList // heads of columns that name what nothing else does
	LoneHead   WordList // what stands before a head without telling whose it is
	Carried    WordList // objects that a mode of transport does not stand for
	TotalHead  WordList // heads that lose their 总 in the name of a part
	Scoped     WordList // in a part that has a scope of its own

	Kin []Kin // in the order of the table
}

// Kin are heads that a text tells one after the other of one thing, and names
// that the thing may have: of 铁路 the 客运量, then the 货运量. In the table their
// classes are told: and of: with the name of the kin.
type Kin struct {
	Name string
	Told WordList // the heads
	Of   WordList // in the name of the thing
}

// A namedList is a class under the name that the table calls it by.
type namedList struct {
	name string
	list *WordList
}

func (c *Classes) lists() []namedList {
	out := []namedList{
		{"newspaper", &c.Newspaper},
		{"reporting", &c.Reporting},
		{"planning", &c.Planning},
		{"dividing", &c.Dividing},
		{"divided", &c.Divided},
		{"asking", &c.Asking},
		{"event", &c.Event},
		{"grown", &c.Grown},
		{"deed", &c.Deed},
		{"enrolled", &c.Enrolled},
		{"noun-verb", &c.NounVerb},
		{"manner", &c.Manner},
		{"plan", &c.Plan},
		{"stock", &c.Stock},
		{"fall", &c.Fall},
		{"rise", &c.Rise},
		{"gap", &c.Gap},
		{"growth", &c.Growth},
		{"quota-goal", &c.QuotaGoal},
		{"quota-tail", &c.QuotaTail},
		{"quota-time", &c.QuotaTime},
		{"quota-verb", &c.QuotaVerb},
		{"lasting", &c.Lasting},
		{"people", &c.People},
		{"turnover", &c.Turnover},
		{"running", &c.Running},
		{"grade", &c.Grade},
		{"together", &c.Together},
		{"place-together", &c.PlaceTogether},
		{"members", &c.Members},
		{"ratio", &c.Ratio},
		{"pronoun", &c.Pronoun},
		{"summed", &c.Summed},
		{"doer", &c.Doer},
		{"trade", &c.Trade},
		{"part-ending", &c.PartEnding},
		{"table-head", &c.TableHead},
		{"object-head", &c.ObjectHead},
		{"weak-head", &c.WeakHead},
		{"lone-head", &c.LoneHead},
		{"carried", &c.Carried},
		{"total-head", &c.TotalHead},
		{"scoped", &c.Scoped},
	}
	for i := range c.Kin {
		k := &c.Kin[i]
		out = append(out, namedList{"told:" + k.Name, &k.Told}, namedList{"of:" + k.Name, &k.Of})
	}
	return out
}

// list returns the class of this name; a kin that the table has not named
// before is made. It is nil where the rules ask for no such class.
func (c *Classes) list(name string) *WordList {
	for _, l := range c.lists() {
		if l.name == name {
			return l.list
		}
	}
	for _, side := range []string{"told:", "of:"} {
		if kin, ok := strings.CutPrefix(name, side); ok && isSlug(kin) {
			c.Kin = append(c.Kin, Kin{Name: kin})
			return c.list(name)
		}
	}
	return nil
}

// ParseClasses reads the table of closed classes; name is what errors call the
// file. Every class has a word, and none has one twice. The error joins up to 20
// faults, each with file and line.
func ParseClasses(name string, r io.Reader) (*Classes, error) {
	c := &Classes{}
	faults := &faultList{file: name}
	readRows(faults, r, []string{"class", "word", "note"}, func(line int, f []string) {
		list := c.list(f[0])
		switch {
		case list == nil:
			faults.add(line, "class %q of %s is none that the rules ask for", f[0], f[1])
		case f[1] == "":
			faults.add(line, "class %s has an empty word", f[0])
		case list.Has(f[1]):
			faults.add(line, "%s stands twice in class %s", f[1], f[0])
		default:
			*list = append(*list, f[1])
		}
	})
	for _, l := range c.lists() {
		if len(*l.list) == 0 && faults.count == 0 {
			return nil, fmt.Errorf("%s: class %s has no word", name, l.name)
		}
	}
	if err := faults.err(); err != nil {
		return nil, err
	}
	return c, nil
}

// LoadClasses reads classes.tsv of fsys.
func LoadClasses(fsys fs.FS) (c *Classes, err error) {
	err = readTable(fsys, "classes.tsv", func(name string, r io.Reader) error {
		c, err = ParseClasses(name, r)
		return err
	})
	return c, err
}
