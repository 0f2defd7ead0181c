package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"suanpan/indicators"
)

// table writes the figures as a table and counts what was not kept.
func (rd *reading) table() error {
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.Style().Options = table.Options{SeparateColumns: false, SeparateHeader: true, DrawBorder: false}
	t.Style().Format.Header = text.FormatDefault
	t.AppendHeader(table.Row{"指标", "地区", "时期", "含义", "数值", "原文"})
	for _, o := range rd.Observations {
		t.AppendRow(table.Row{
			o.Name, o.Place, o.Period.String(), measureWord(o.Key), quantityWord(o.Quantity), oneLine(o.From.Span.Of(rd.doc.Text)),
		})
	}
	t.SetColumnConfigs([]table.ColumnConfig{
		{Number: 1, WidthMax: 36, WidthMaxEnforcer: text.WrapHard},
		{Number: 5, Align: text.AlignRight},
	})
	if rd.doc.Title != "" {
		fmt.Fprintln(&rd.out, rd.doc.Title)
	}
	if len(rd.Observations) > 0 {
		fmt.Fprintln(&rd.out, t.Render())
	}
	fmt.Fprintf(&rd.out, "%s%s\n\n", plural(len(rd.Observations), "figure"), countRejects(rd.Rejects))
	return nil
}

// countRejects says how many numbers were not kept, and why: "; 3 numbers not
// kept: date 2, name 1".
func countRejects(rejects []indicators.Reject) string {
	if len(rejects) == 0 {
		return ""
	}
	n := map[string]int{}
	for _, r := range rejects {
		n[r.Reason]++
	}
	reasons := slices.SortedFunc(maps.Keys(n), func(a, b string) int {
		return cmp.Or(cmp.Compare(n[b], n[a]), cmp.Compare(a, b))
	})
	s := fmt.Sprintf("; %s not kept:", plural(len(rejects), "number"))
	for i, reason := range reasons {
		s += fmt.Sprintf("%s %s %d", []string{"", ","}[min(i, 1)], reason, n[reason])
	}
	return s
}

// oneLine is s with its line breaks dropped.
func oneLine(s string) string {
	return lineBreaks.Replace(s)
}
