package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/extract"
)

type explainCmd struct {
	JSONL bool `name:"jsonl" help:"Print one JSON mention a line."`
	aboutFlags
	Files []string `arg:"" optional:"" name:"file" help:"Files to read; standard input where none is named."`
}

// Help is the long help of the command.
func (explainCmd) Help() string {
	return `Shows what is known of the text and by what, then the text with every mention marked, then for each figure its subject, region, period and measure, the rule that made it and what that rule looked at, then each number that was not kept with the reason.

Input is as for extract. With --jsonl the mentions alone are printed: {"doc", "type", "start", "end"} and value and unit, or from and to for a period. Type is number, percent, quantity, period, region, indicator or cue.

Examples:

    suanpan explain --region 株洲市 --published 2024-02-01 page.txt

    echo '全年粮食产量1.2万吨，比上年增长3%。' | suanpan explain --published 2024-02-01`
}

// Run explains each document when it is read, in the order of the input.
func (c *explainCmd) Run(p *program) error {
	form := (*reading).story
	if c.JSONL {
		form = (*reading).mentionLines
	}
	return p.printReadings(c.Files, c.JSONL, c.aboutFlags, func(r *extract.Reader, rd *reading) error {
		e, err := r.Explain(rd.doc)
		if err != nil {
			return err
		}
		rd.Explanation = *e
		return form(rd)
	})
}

// A mentionLine is a mention as a line of JSON.
type mentionLine struct {
	Doc   string           `json:"doc"`
	Type  string           `json:"type"`
	Start int              `json:"start"`
	End   int              `json:"end"`
	Quote string           `json:"quote"`
	Value *string          `json:"value,omitempty"`
	Unit  *string          `json:"unit,omitempty"` // of what has a value, "" for none
	From  *indicators.Date `json:"from,omitempty"`
	To    *indicators.Date `json:"to,omitempty"` // the last day, inclusive
	Note  string           `json:"note,omitempty"`
}

// mentionLines writes the mentions as lines of JSON.
func (rd *reading) mentionLines() error {
	to := jsonLines(&rd.out)
	for _, m := range rd.Mentions {
		line := mentionLine{
			Doc: rd.doc.ID, Type: m.Type, Start: m.Span.Start, End: m.Span.End,
			Quote: m.Span.Of(rd.doc.Text), Note: m.Note,
		}
		if m.Value != "" {
			line.Value = &m.Value
			if isNumber(m.Type) {
				line.Unit = &m.Unit
			}
		}
		if !m.To.IsZero() {
			line.From, line.To = &m.From, &m.To
		}
		if err := to.Encode(line); err != nil {
			return err
		}
	}
	return nil
}

func isNumber(kind string) bool {
	return kind == "number" || kind == "percent" || kind == "quantity"
}

// A mark is how one type of mention stands out in a text.
type mark struct{ open, close, ansi, name string }

var marks = map[string]mark{
	"number":    {"[", "]", "\x1b[1;33m", "数"},
	"percent":   {"[", "]", "\x1b[1;33m", "数"},
	"quantity":  {"[", "]", "\x1b[1;33m", "数"},
	"period":    {"{", "}", "\x1b[36m", "时期"},
	"region":    {"<", ">", "\x1b[35m", "地区"},
	"indicator": {"«", "»", "\x1b[32m", "指标"},
	"cue":       {"(", ")", "\x1b[34m", "线索"},
}

const ansiOff = "\x1b[0m"

// paint marks s as a mention of a type: by colour, or else by brackets.
func (rd *reading) paint(kind, s string) string {
	m := marks[kind]
	if rd.colour && m.ansi != "" {
		return m.ansi + s + ansiOff
	}
	return m.open + s + m.close
}

// story writes what a person wants to know of a reading.
func (rd *reading) story() error {
	w := &rd.out
	rd.known()
	fmt.Fprint(w, "标记：")
	for i, kind := range []string{"quantity", "period", "region", "indicator", "cue"} {
		if i > 0 {
			w.WriteString("  ")
		}
		w.WriteString(rd.paint(kind, marks[kind].name))
	}
	w.WriteString("  #n 第n个数据  × 未取\n\n")
	rd.markedText()
	for i, o := range rd.Observations {
		fmt.Fprintf(w, "\n#%d %s  %s\n", i+1, rd.paint("quantity", oneLine(o.From.Span.Of(rd.doc.Text))), quantityWord(o.Quantity))
		for _, line := range []struct{ label, value string }{
			{"指标", describe(o.Name, o.Indicator)},
			{"地区", describe(o.Place, o.Region)},
			{"时期", cmp.Or(o.Period.String(), "未说明")},
			{"含义", measureWord(o.Key)},
			{"规则", o.From.Rule},
			{"原件", leafWord(rd.doc.Page(o.From.Span.Start))},
		} {
			if line.value == "" {
				continue
			}
			fmt.Fprintf(w, "   %s  %s\n", line.label, line.value)
		}
		for _, s := range o.From.Trace {
			fmt.Fprintf(w, "   · %s = %s ← %s", s.Attribute, s.Value, s.Origin)
			if s.Span.Len() > 0 {
				fmt.Fprintf(w, " “%s”", oneLine(s.Span.Of(rd.doc.Text)))
			}
			w.WriteByte('\n')
		}
	}
	if len(rd.Rejects) > 0 {
		w.WriteString("\n未取：\n")
	}
	for _, r := range rd.Rejects {
		fmt.Fprintf(w, "   × %s  %s\n", oneLine(r.Quote), r.Reason)
	}
	fmt.Fprintf(w, "\n%s%s\n\n", plural(len(rd.Observations), "figure"), countRejects(rd.Rejects))
	return nil
}

// describe is a name with the id it stands for, where that says more.
func describe(name, id string) string {
	switch _, open := indicators.OpenName(id); {
	case name == "" && id == "":
		return "未说明"
	case id == "" || open:
		return cmp.Or(name, id)
	}
	return name + "（" + id + "）"
}

// markedText writes the text with its mentions marked. Of mentions that
// overlap the one that starts first is marked, the longest of those that
// start together. A number that was kept carries the number of its figure.
func (rd *reading) markedText() {
	mentions := slices.SortedStableFunc(slices.Values(rd.Mentions), func(a, b extract.Mention) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	text, done := rd.doc.Text, 0
	for _, m := range mentions {
		if m.Span.Start < done || m.Span.Len() <= 0 || m.Span.End > len(text) {
			continue
		}
		rd.out.WriteString(text[done:m.Span.Start])
		rd.out.WriteString(rd.paint(m.Type, m.Span.Of(text)))
		if isNumber(m.Type) {
			rd.out.WriteString(rd.outcome(m.Span))
		}
		done = m.Span.End
	}
	rd.out.WriteString(text[done:])
	if !strings.HasSuffix(text, "\n") {
		rd.out.WriteByte('\n')
	}
}

// outcome is what became of the number at a span: #2, #2#3 for the ends of a
// range, × for a reject, "" where it was no candidate.
func (rd *reading) outcome(at indicators.Span) string {
	s := ""
	first, last := overlapping(rd.Observations, at, func(o indicators.Observation) indicators.Span { return o.From.Span })
	for i := first; i < last; i++ {
		s += fmt.Sprintf("#%d", i+1)
	}
	if s != "" {
		return s
	}
	if first, last = overlapping(rd.Rejects, at, func(r indicators.Reject) indicators.Span { return r.Span }); first < last {
		return "×"
	}
	return ""
}

// overlapping returns the range of a list in text order that overlaps a span.
func overlapping[T any](list []T, at indicators.Span, span func(T) indicators.Span) (first, last int) {
	first, _ = slices.BinarySearchFunc(list, at.Start+1, func(x T, end int) int { return cmp.Compare(span(x).End, end) })
	for last = first; last < len(list) && span(list[last]).Start < at.End; last++ {
	}
	return first, last
}

var lineBreaks = strings.NewReplacer("\r", "", "\n", "")
