package main

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/jedib0t/go-pretty/v6/table"

	"suanpan/indicators"
)

// A differenceReport shows the differences of readings as they come, and sums
// them up by rule.
type differenceReport struct {
	*program
	json   bool
	same   int
	counts differenceCount
	byRule map[string]*differenceCount // of the new reading, or of the old where a figure is gone
	differ int                         // documents with a difference
	failed int
}

type differenceCount struct {
	Added   int `json:"added"`
	Gone    int `json:"gone"`
	Changed int `json:"changed"`
}

func (c *differenceCount) add(d difference) {
	switch d.kind() {
	case "added":
		c.Added++
	case "gone":
		c.Gone++
	default:
		c.Changed++
	}
}

// A differenceLine is a difference as a line of JSON.
type differenceLine struct {
	Doc     string            `json:"doc"`
	Kind    string            `json:"kind"` // added, gone, changed
	Was     *figureLine       `json:"was,omitempty"`
	Is      *figureLine       `json:"is,omitempty"`
	Changed map[string]string `json:"changed,omitempty"` // attribute: "before → after"
}

// add shows the differences of one document.
func (r *differenceReport) add(x *rereading) error {
	if x.err != nil {
		r.failed++
		r.complain(fmt.Errorf("%s (%s): %w", x.info.Label(), shortID(x.info.ID), x.err))
		return nil
	}
	r.same += x.same
	if len(x.differences) == 0 {
		return nil
	}
	r.differ++
	if r.byRule == nil {
		r.byRule = map[string]*differenceCount{}
	}
	var b bytes.Buffer
	if !r.json {
		fmt.Fprintf(&b, "%s (%s)\n", oneLine(x.info.Label()), shortID(x.info.ID))
	}
	for _, d := range x.differences {
		rule := cmp.Or(d.is, d.was).From.Rule
		if r.byRule[rule] == nil {
			r.byRule[rule] = new(differenceCount)
		}
		r.byRule[rule].add(d)
		r.counts.add(d)
		if !r.json {
			writeDifference(&b, x.doc, d)
			continue
		}
		line := differenceLine{Doc: x.info.ID, Kind: d.kind()}
		for _, f := range []struct {
			to *(*figureLine)
			o  *indicators.Observation
		}{{&line.Was, d.was}, {&line.Is, d.is}} {
			if f.o != nil {
				l := newFigureLine(x.doc, *f.o)
				*f.to = &l
			}
		}
		if d.was != nil && d.is != nil {
			line.Changed = map[string]string{}
			for _, f := range d.fields() {
				line.Changed[f[0]] = f[1] + " → " + f[2]
			}
		}
		if err := jsonLines(&b).Encode(line); err != nil {
			return err
		}
	}
	if r.clear != nil {
		r.clear()
	}
	_, err := r.out.Write(b.Bytes())
	return err
}

// writeDifference shows one difference for a person, on one line.
func writeDifference(b *bytes.Buffer, d *indicators.Document, x difference) {
	o, mark := x.is, "+"
	if x.is == nil {
		o, mark = x.was, "-"
	}
	quote := oneLine(o.From.Span.Of(d.Text))
	if x.was != nil && x.is != nil {
		fmt.Fprintf(b, "  ~ %s 「%s」", x.was.Name, quote)
		for i, f := range x.fields() {
			fmt.Fprintf(b, "%s %s %s → %s", []string{"", ";"}[min(i, 1)], f[0], orNone(f[1]), orNone(f[2]))
		}
		fmt.Fprintln(b)
		return
	}
	fmt.Fprintf(b, "  %s %s, %s, %s, %s %s 「%s」 %s\n", mark, o.Name, orNone(cmp.Or(o.Place, o.Region)), orNone(o.Period.String()),
		measureWord(o.Key), quantityWord(o.Quantity), quote, o.From.Rule)
}

func orNone(s string) string { return cmp.Or(s, "–") }

// end sums up: by rule, then in all. Stale is how many documents are to be put.
func (r *differenceReport) end(documents, stale int, version string) error {
	if r.json {
		var b bytes.Buffer
		err := jsonLines(&b).Encode(map[string]any{"sum": struct {
			Documents int    `json:"documents"`
			Differ    int    `json:"differ"`
			Stale     int    `json:"stale"`
			Failed    int    `json:"failed"`
			Same      int    `json:"same"`
			Catalogue string `json:"catalogue"`
			differenceCount
			ByRule map[string]*differenceCount `json:"by_rule,omitempty"`
		}{documents, r.differ, stale, r.failed, r.same, version, r.counts, r.byRule}})
		if err == nil {
			_, err = r.out.Write(b.Bytes())
		}
		return err
	}
	var b bytes.Buffer
	if len(r.byRule) > 0 {
		t := plainTable("rule", "added", "gone", "changed")
		for _, rule := range slices.Sorted(maps.Keys(r.byRule)) {
			n := r.byRule[rule]
			t.AppendRow(table.Row{rule, n.Added, n.Gone, n.Changed})
		}
		fmt.Fprintln(&b, t.Render())
	}
	verb := "differ"
	if r.differ == 1 {
		verb = "differs"
	}
	fmt.Fprintf(&b, "%s %s of %d: %s added, %d gone, %d changed, %d as before (catalogue %s)\n", plural(r.differ, "document"), verb, documents,
		plural(r.counts.Added, "figure"), r.counts.Gone, r.counts.Changed, r.same, version)
	if stale > r.differ {
		fmt.Fprintf(&b, "%s more with the same figures, read by other words or rules\n", plural(stale-r.differ, "document"))
	}
	_, err := r.out.Write(b.Bytes())
	return err
}

// failure is an error where a document could not be read again.
func (r *differenceReport) failure() error {
	if r.failed == 0 {
		return nil
	}
	r.complain(fmt.Errorf("%s could not be read again, and stay as they were", plural(r.failed, "document")))
	return errReported
}
