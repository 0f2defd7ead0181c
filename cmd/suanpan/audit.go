package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"suanpan/indicators"
	"suanpan/indicators/audit"
	"suanpan/indicators/sqlstore"
)

type auditCmd struct {
	JSONL bool                     `name:"jsonl" help:"Print one JSON finding a line."`
	Kind  []indicators.FindingKind `placeholder:"KIND" help:"Print these kinds only: sum, share, growth, average, outlier, range, within, vintage."`
	aboutFlags
	Paths []string `arg:"" optional:"" name:"path" help:"Files and folders to read and compare; the store where none is named."`
}

// Help is the long help of the command.
func (auditCmd) Help() string {
	var checks strings.Builder
	for _, c := range audit.Checks() {
		fmt.Fprintf(&checks, "    %-14s %-8s %s\n\n", c.Name, c.Kind, c.About)
	}
	return `Compares figures with each other, and shows those that do not fit by more than the precision in which they are printed, each with its sentence. That they do not fit says of none that it is wrong: a revision or a change of scope looks the same. Nothing is changed by it.

The checks, with their kinds:

` + checks.String() + `With files and folders, those are read as by suanpan ingest, but nothing is kept.

Examples:

    suanpan audit --kind vintage,within

    suanpan audit bulletins/

    suanpan audit --jsonl > findings.jsonl`
}

// Run prints the findings in the order of the checks.
func (c *auditCmd) Run(p *program) error {
	where := p.store
	if len(c.Paths) > 0 {
		where = ":memory:"
	}
	store, err := sqlstore.Open(p.ctx, where)
	if err != nil {
		return err
	}
	defer store.Close()
	report := &ingestReport{program: p, quiet: true}
	if len(c.Paths) > 0 {
		if err := p.ingest(store, c.Paths, c.aboutFlags, ingestFlags{Workers: runtime.GOMAXPROCS(0)}, report); err != nil {
			return err
		}
	}
	catalogue, _, err := newReader()
	if err != nil {
		return err
	}
	var all []indicators.Observation
	for o, err := range store.Observations(p.ctx, indicators.Query{}) {
		if err != nil {
			return err
		}
		all = append(all, o)
	}
	findings := audit.Findings(catalogue, all)
	if len(c.Kind) > 0 {
		findings = slices.DeleteFunc(findings, func(f indicators.Finding) bool { return !slices.Contains(c.Kind, f.Kind) })
	}
	documents, err := p.documentsOf(store, findings)
	if err != nil {
		return err
	}
	if c.JSONL {
		err = p.findingLines(findings, documents)
	} else {
		err = p.findingTable(findings, documents, len(all))
	}
	return errors.Join(err, report.end())
}

// documentsOf returns the documents of all figures of the findings, by id.
func (p *program) documentsOf(store indicators.Store, findings []indicators.Finding) (map[string]*indicators.Document, error) {
	documents := map[string]*indicators.Document{}
	for _, f := range findings {
		for _, o := range f.Observations {
			id := o.From.Document
			if documents[id] != nil {
				continue
			}
			d, err := store.Document(p.ctx, id)
			if err != nil {
				return nil, fmt.Errorf("document %s: %w", id, err)
			}
			documents[id] = d
		}
	}
	return documents, nil
}

// A findingLine is a finding as a line of JSON. Values are strings: exact.
type findingLine struct {
	Kind       indicators.FindingKind `json:"kind"`
	Check      string                 `json:"check"`
	Found      string                 `json:"found"`
	Expected   string                 `json:"expected"`
	Difference string                 `json:"difference"` // found less expected
	Tolerance  string                 `json:"tolerance"`  // less than the difference is without its sign
	Unit       string                 `json:"unit"`
	Working    string                 `json:"working"`
	Figures    []figureLine           `json:"figures"`
}

func (p *program) findingLines(findings []indicators.Finding, documents map[string]*indicators.Document) error {
	var buf bytes.Buffer
	to := jsonLines(&buf)
	for _, f := range findings {
		line := findingLine{
			Kind: f.Kind, Check: f.Check, Unit: f.Unit, Working: f.Working,
			Found: indicators.PlainDecimal(f.Found), Expected: indicators.PlainDecimal(f.Expected),
			Difference: indicators.PlainDecimal(f.Difference()), Tolerance: indicators.PlainDecimal(f.Tolerance),
		}
		for _, o := range f.Observations {
			line.Figures = append(line.Figures, newFigureLine(documents[o.From.Document], o))
		}
		if err := to.Encode(line); err != nil {
			return err
		}
	}
	_, err := p.out.Write(buf.Bytes())
	return err
}

// findingWords are what tables for a person call the kinds.
var findingWords = map[indicators.FindingKind]string{
	indicators.FindingSum:     "分项与总计不合",
	indicators.FindingShare:   "比重与总量不合",
	indicators.FindingGrowth:  "增速与总量不合",
	indicators.FindingAverage: "年均与总量不合",
	indicators.FindingOutlier: "远离序列",
	indicators.FindingRange:   "超出范围",
	indicators.FindingWithin:  "文内不合",
	indicators.FindingVintage: "前后不一",
}

// findingTable prints each finding with its sum, and a row for each of its
// figures with the sentence and the document that it stands in.
func (p *program) findingTable(findings []indicators.Finding, documents map[string]*indicators.Document, compared int) error {
	t := table.NewWriter()
	t.SetStyle(table.StyleLight)
	t.Style().Options = table.Options{SeparateColumns: false, SeparateHeader: true, SeparateRows: false, DrawBorder: false}
	t.Style().Format.Header = text.FormatDefault
	t.AppendHeader(table.Row{"指标", "地区", "时期", "数值", "原句", "出处"})
	for i, f := range findings {
		if i > 0 {
			t.AppendSeparator()
		}
		t.AppendRow(table.Row{"≠ " + findingWords[f.Kind], "", "", "", f.Working, f.Check})
		for _, o := range f.Observations {
			d := documents[o.From.Document]
			source := d.Label()
			if !d.Published.IsZero() {
				source += " " + d.Published.String()
			}
			t.AppendRow(table.Row{
				o.Name, cmp.Or(o.Place, o.Region), o.Period.String(), measureWord(o.Key) + " " + quantityWord(o.Quantity),
				oneLine(o.From.Sentence.Of(d.Text)), source,
			})
		}
	}
	t.SetColumnConfigs([]table.ColumnConfig{
		{Number: 1, WidthMax: 20, WidthMaxEnforcer: text.WrapHard},
		{Number: 4, WidthMax: 24, WidthMaxEnforcer: text.WrapHard},
		{Number: 5, WidthMax: 60, WidthMaxEnforcer: text.WrapHard},
		{Number: 6, WidthMax: 24, WidthMaxEnforcer: text.WrapHard},
	})
	if len(findings) > 0 {
		fmt.Fprintln(p.out, t.Render())
	}
	_, err := fmt.Fprintf(p.out, "%s in %s%s\n", plural(len(findings), "finding"), plural(compared, "figure"), countFindings(findings))
	return err
}

// countFindings says how many there are of each kind: ": sum 2, vintage 5".
func countFindings(findings []indicators.Finding) string {
	var parts []string
	for k := indicators.FindingSum; k <= indicators.FindingVintage; k++ {
		n := 0
		for _, f := range findings {
			if f.Kind == k {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", k, n))
		}
	}
	if parts == nil {
		return ""
	}
	return ": " + strings.Join(parts, ", ")
}
