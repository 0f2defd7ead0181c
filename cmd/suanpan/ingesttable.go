package main

import (
	"fmt"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
)

// plainTable is a table for a terminal: a head, lines below it, no border.
func plainTable(head ...any) table.Writer {
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.Style().Options = table.Options{SeparateColumns: false, SeparateHeader: true, DrawBorder: false}
	t.Style().Format.Header = text.FormatDefault
	t.AppendHeader(table.Row(head))
	return t
}

// table prints the sum: how many documents came to what, then which failed and
// which need a date.
func (r *ingestReport) table(s ingestSum) error {
	var b strings.Builder
	t := plainTable("", "documents")
	for _, row := range []struct {
		what string
		n    int
	}{
		{"read", s.Read},
		{"unchanged", s.Unchanged},
		{"replaced", s.Replaced},
		{"need a date", s.NeedDate},
		{"failed", s.Failed},
	} {
		t.AppendRow(table.Row{row.what, row.n})
	}
	fmt.Fprintln(&b, t.Render())
	fmt.Fprintf(&b, "%s: %s, %s not kept\n", plural(s.Documents, "document"), plural(s.Figures, "figure"), plural(s.Rejects, "number"))
	if s.NeedPlace > 0 {
		fmt.Fprintf(&b, "%s no home region: 全市 and the like stay open there (region, --region)\n", have(s.NeedPlace))
	}
	if s.NeedDate > 0 {
		fmt.Fprintf(&b, "%s no publication date: 去年 and the like stay open there (suanpan documents set ID --published DAY)\n", have(s.NeedDate))
		t := plainTable("needs a date", "file", "title")
		for _, o := range r.undate {
			t.AppendRow(table.Row{shortID(o.ID), o.where(), oneLine(o.Title)})
		}
		fmt.Fprintln(&b, wrapped(t, 2, 3).Render())
		more(&b, s.NeedDate-len(r.undate), "suanpan documents --needs published")
	}
	if s.Failed > 0 {
		t := plainTable("failed", "place", "reason", "remedy")
		for _, o := range r.failed {
			place := o.Place
			if o.Line > 0 {
				place = strings.TrimSpace(fmt.Sprintf("%s line %d", place, o.Line))
			}
			t.AppendRow(table.Row{o.File, place, oneLine(o.Reason), oneLine(o.Remedy)})
		}
		fmt.Fprintln(&b, wrapped(t, 1, 2, 3, 4).Render())
		more(&b, s.Failed-len(r.failed), "--json prints all")
	}
	_, err := r.out.Write([]byte(b.String()))
	return err
}

// wrapped breaks the lines of columns that would be too wide.
func wrapped(t table.Writer, columns ...int) table.Writer {
	var c []table.ColumnConfig
	for _, n := range columns {
		c = append(c, table.ColumnConfig{Number: n, WidthMax: 60, WidthMaxEnforcer: text.WrapHard})
	}
	t.SetColumnConfigs(c)
	return t
}

func more(b *strings.Builder, n int, how string) {
	if n > 0 {
		fmt.Fprintf(b, "and %d more: %s\n", n, how)
	}
}

func have(n int) string {
	if n == 1 {
		return "1 has"
	}
	return fmt.Sprintf("%d have", n)
}

// shortID is as much of an ID as tells documents apart for a person.
func shortID(id string) string {
	const enough = 12
	if len(id) == 64 {
		return id[:enough]
	}
	return id
}
