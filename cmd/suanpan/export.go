package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"

	"suanpan/indicators"
	"suanpan/indicators/sqlstore"
)

type exportCmd struct {
	Bom       bool   `help:"Begin the CSV file with a byte order mark, which Excel needs for Chinese."`
	Texts     bool   `help:"Write the texts of excerpts too, which import needs; they may not be yours to pass on."`
	Directory string `arg:"" help:"A new or empty directory, or one that holds an export."`
}

// Help is the long help of the command.
func (exportCmd) Help() string {
	return `Writes documents.jsonl, observations.jsonl, rejects.jsonl, originals.jsonl, observations.csv (RFC 4180) and datapackage.json, which describes them. One store always gives the same bytes, so that a directory of them can be kept in git and compared. An earlier export in the directory is replaced, a directory with other files is refused. suanpan import makes the same store of it. Of documents that are kept as excerpts it holds no text, unless --texts is given.

Examples:

    suanpan export figures/

    suanpan --store team.db export --bom figures/`
}

// Run writes the export.
func (c *exportCmd) Run(p *program) error {
	dir, err := openExportDir(c.Directory)
	if err != nil {
		return err
	}
	defer dir.discard()
	store, err := sqlstore.Open(p.ctx, p.store)
	if err != nil {
		return err
	}
	defer store.Close()
	e := export{
		documents: dir.create("documents.jsonl"), observations: dir.create("observations.jsonl"),
		rejects: dir.create("rejects.jsonl"), originals: dir.create("originals.jsonl"), table: dir.create("observations.csv"),
		texts: c.Texts,
	}
	if err := e.write(p.ctx, store, c.Bom); err != nil {
		return err
	}
	if err := dir.commit(); err != nil {
		return err
	}
	fmt.Fprintf(p.out, "%s: %s, %s, %s not kept\n", c.Directory,
		plural(e.documents.rows, "document"), plural(e.observations.rows, "figure"), plural(e.rejects.rows, "number"))
	if e.untold > 0 {
		fmt.Fprintf(p.out, "%s without the text of an excerpt, which import needs: --texts writes it\n", plural(e.untold, "document"))
	}
	return nil
}

// An export is the files that hold all of a store: documents in the order of
// the store, and the figures of each by place in its text.
type export struct {
	documents, observations, rejects, originals, table *exportFile
	texts                                              bool // of excerpts too
	untold                                             int  // documents without their text
}

// A documentLine is a document as a line of JSON.
type documentLine struct {
	ID        string          `json:"id"`
	Title     string          `json:"title"`
	Publisher string          `json:"publisher"`
	URL       string          `json:"url"`
	Kind      string          `json:"kind"`
	Region    string          `json:"region"`
	Published indicators.Date `json:"published"`
	Excerpt   bool            `json:"excerpt"`
	Edition   int             `json:"edition,omitempty"`
	Figures   int             `json:"figures"`
	Rejects   int             `json:"rejects"`
	Catalogue string          `json:"catalogue"`
	Text      string          `json:"text,omitempty"`  // left out of an excerpt
	Pages     []int           `json:"pages,omitempty"` // bytes of the text at which the pages of the original begin
}

// An originalLine is an original as a line of JSON.
type originalLine struct {
	Doc string `json:"doc"`
	originalForm
}

// A rejectLine is a reject as a line of JSON.
type rejectLine struct {
	Doc    string `json:"doc"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Quote  string `json:"quote"`
	Reason string `json:"reason"`
}

var csvHeader = []string{
	"document", "title", "publisher", "published", "url", "indicator_id", "indicator", "region_code", "region",
	"measure", "basis", "status", "period", "period_from", "period_to", "bound", "value", "unit", "quote", "start", "end", "rule", "sentence",
}

func (e *export) write(ctx context.Context, store indicators.Store, bom bool) error {
	var buf bytes.Buffer
	if bom {
		buf.WriteString("\uFEFF")
	}
	csvRow(&buf, csvHeader)
	e.table.write(&buf, 0)
	var infos []indicators.DocumentInfo
	for info, err := range store.Documents(ctx) {
		if err != nil {
			return err
		}
		infos = append(infos, info)
	}
	for _, info := range infos {
		if err := e.writeDocument(ctx, store, info, &buf); err != nil {
			return fmt.Errorf("document %s: %w", info.ID, err)
		}
	}
	lines := jsonLines(&buf)
	for o, err := range store.Originals(ctx, indicators.OriginalQuery{}) {
		if err != nil {
			return err
		}
		if err := lines.Encode(originalLine{o.Document, newOriginalForm(o)}); err != nil {
			return err
		}
		e.originals.write(&buf, 1)
	}
	return cmp.Or(e.documents.err, e.originals.err, e.observations.err, e.rejects.err, e.table.err)
}

// writeDocument writes all of one document; buf is empty before and behind.
func (e *export) writeDocument(ctx context.Context, store indicators.Store, info indicators.DocumentInfo, buf *bytes.Buffer) error {
	d, err := store.Document(ctx, info.ID)
	if err != nil {
		return err
	}
	line := documentLine{
		ID: d.ID, Title: d.Title, Publisher: d.Publisher, URL: d.URL, Kind: d.Kind, Region: d.Region,
		Published: d.Published, Excerpt: d.Excerpt, Edition: d.Edition, Figures: info.Observations, Rejects: info.Rejects, Catalogue: info.Catalogue,
	}
	if !d.Excerpt || e.texts {
		line.Text, line.Pages = d.Text, d.Pages
	} else {
		e.untold++
	}
	lines := jsonLines(buf)
	if err := lines.Encode(line); err != nil {
		return err
	}
	e.documents.write(buf, 1)
	observations, err := inTextOrder(ctx, store, d.ID)
	if err != nil {
		return err
	}
	for _, o := range observations {
		if err := lines.Encode(newStoredLine(d, o)); err != nil {
			return err
		}
	}
	e.observations.write(buf, len(observations))
	for _, o := range observations {
		csvRow(buf, csvFields(d, o))
	}
	e.table.write(buf, len(observations))
	n := 0
	for r, err := range store.Rejects(ctx, d.ID) {
		if err != nil {
			return err
		}
		if err := lines.Encode(rejectLine{d.ID, r.Span.Start, r.Span.End, r.Quote, r.Reason}); err != nil {
			return err
		}
		n++
	}
	e.rejects.write(buf, n)
	return nil
}

func inTextOrder(ctx context.Context, store indicators.Store, document string) ([]indicators.Observation, error) {
	var list []indicators.Observation
	for o, err := range store.Observations(ctx, indicators.Query{Document: document}) {
		if err != nil {
			return nil, err
		}
		list = append(list, o)
	}
	sortByPlace(list)
	return list, nil
}

// sortByPlace puts the figures of one document in the order of its text.
func sortByPlace(list []indicators.Observation) {
	slices.SortStableFunc(list, func(a, b indicators.Observation) int {
		return cmp.Or(cmp.Compare(a.From.Span.Start, b.From.Span.Start), cmp.Compare(a.From.Span.End, b.From.Span.End))
	})
}

func csvFields(d *indicators.Document, o indicators.Observation) []string {
	return []string{
		d.ID, d.Title, d.Publisher, d.Published.String(), d.URL, o.Indicator, o.Name, o.Region, o.Place,
		o.Measure.String(), o.Basis.String(), o.Status.String(), o.Period.String(), o.Period.First.String(), o.Period.Last.String(),
		o.Bound.String(), o.Text(), o.Unit, o.From.Span.Of(d.Text), fmt.Sprint(o.From.Span.Start), fmt.Sprint(o.From.Span.End),
		o.From.Rule, o.From.Sentence.Of(d.Text),
	}
}
