package extract

import (
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// An origin says where a carried thing comes from, from near to far.
type origin uint8

// The origins.
const (
	fromNowhere origin = iota
	fromOwn            // the words right at the figure
	fromClause
	fromSentence
	fromParagraph
	fromSection
	fromArticle
	fromDocument
	fromList
	fromTable
)

var originNames = [...]string{"", "own", "clause", "sentence", "paragraph", "section", "article", "document", "list", "table"}

func (o origin) String() string { return originNames[o] }

// A setting is what rules at a place in the text: the period, the region and
// the status of a figure that says nothing of its own. Settings are values: a
// paragraph begins with a copy of its section's, a sentence with a copy of its
// paragraph's, and what a sentence sets ends with it.
type setting struct {
	period     indicators.Period
	periodFrom origin
	run        indicators.Period // a run of years: 五年来, “十四五”时期
	runFrom    origin
	runBase    indicators.Period // the year that 由 … 增加到 … starts from, in a run

	stock indicators.Period // the day at which the stocks that the paragraph tells of stand

	region     place
	regionFrom origin
	home       place // what 全市, 该县 point to

	status     indicators.Status
	statusFrom origin
}

// A place is a region as read.
type place struct {
	code string // of the catalogue, or an open one
	name string // full name
}

// docKind tells how a document speaks of time and targets.
type docKind uint8

// The kinds of documents.
const (
	kindNews     docKind = iota // a newspaper page, an article, a script, and what is none of the others
	kindBulletin                // of a year or a part of it
	kindReport                  // of a government: reviews the year before, plans this one
)

// classify tells the kind of a document by its title and its text.
func classify(c *catalog.Classes, d *indicators.Document) docKind {
	switch t := d.Title; {
	case strings.Contains(t, "统计公报"), strings.Contains(t, "普查") && strings.Contains(t, "公报"):
		return kindBulletin
	case hasAny(t, "工作报告", "执行情况", "计划草案", "预算草案", "社会发展计划", "社会发展第", "五年规划", "规划纲要"):
		return kindReport
	case d.Kind == "bulletin":
		return kindBulletin
	case d.Kind == "report":
		return kindReport
	case d.Kind == "news", c.Newspaper.In(t):
		return kindNews
	}
	head := d.Text[:min(len(d.Text), 3000)]
	if hasAny(head, "政府工作报告", "政 府 工 作 报 告") && !(c.Reporting.In(head) && reported(head)) {
		return kindReport
	}
	return kindNews
}

// reported reports whether a text tells of a report and is none: 政府工作报告
// stands in its sentences only, in no line of its own.
func reported(head string) bool {
	for line := range strings.Lines(head) {
		if s := squeeze(line); strings.Contains(s, "政府工作报告") && len(s) <= 90 && !hasAny(s, "，", "。") || strings.Contains(s, "现在，我代表") {
			return false
		}
	}
	return true
}

func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// rule sets the period of s.
func (s *setting) rule(p indicators.Period, from origin) {
	s.period, s.periodFrom = p, from
}

// at sets the region of s.
func (s *setting) at(p place, from origin) {
	s.region, s.regionFrom = p, from
}
