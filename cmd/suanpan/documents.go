package main

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"suanpan/indicators"
	"suanpan/indicators/sqlstore"
)

type documentsCmd struct {
	List documentsListCmd `cmd:"" default:"withargs" help:"List the documents of the store."`
	Set  documentsSetCmd  `cmd:"" help:"Say what a document does not say of itself, and read it again."`
}

type documentsListCmd struct {
	Needs []string `enum:"published,region" placeholder:"FIELD" help:"List only documents that lack this: published, region."`
	JSON  bool     `name:"json" help:"Print one JSON document a line, with its originals."`
}

// Help is the long help of the command.
func (documentsListCmd) Help() string {
	return `Lists the documents, the latest published first. The first column is the start of the ID, enough to name a document by.

Examples:

    suanpan documents

    suanpan documents --needs published

    suanpan documents --json`
}

// An infoLine is a document without its text as a line of JSON.
type infoLine struct {
	ID        string          `json:"id"`
	Title     string          `json:"title"`
	Publisher string          `json:"publisher"`
	URL       string          `json:"url"`
	Kind      string          `json:"kind"`
	Region    string          `json:"region"`
	Published indicators.Date `json:"published,omitzero"`
	Excerpt   bool            `json:"excerpt"`
	Edition   int             `json:"edition,omitempty"` // how many other texts of this title and day were there before
	Bytes     int             `json:"bytes"`
	Figures   int             `json:"figures"`
	Rejects   int             `json:"rejects"`
	Catalogue string          `json:"catalogue"`
	Needs     []string        `json:"needs,omitempty"`
	Originals []originalForm  `json:"originals,omitempty"`
}

// An originalForm is an original in JSON.
type originalForm struct {
	Name   string `json:"name"`
	Place  string `json:"place,omitempty"`
	Format string `json:"format,omitempty"`
	Part   int    `json:"part"`
	Parts  int    `json:"parts"`
	Hash   string `json:"hash"`
}

func newOriginalForm(o indicators.Original) originalForm {
	return originalForm{o.Name, o.Place, o.Format, o.Part, o.Parts, o.Hash}
}

// Run prints the list.
func (c *documentsListCmd) Run(p *program) error {
	store, err := sqlstore.Open(p.ctx, p.store)
	if err != nil {
		return err
	}
	defer store.Close()
	t := plainTable("id", "published", "region", "title", "publisher", "figures", "not kept", "needs")
	n := 0
	for info, err := range store.Documents(p.ctx) {
		if err != nil {
			return err
		}
		lacks := needs(&info.Document)
		if slices.ContainsFunc(c.Needs, func(f string) bool { return !slices.Contains(lacks, f) }) {
			continue
		}
		n++
		if c.JSON {
			if err := p.infoLine(store, info, lacks); err != nil {
				return err
			}
			continue
		}
		t.AppendRow(table.Row{
			shortID(info.ID), info.Published.String(), info.Region, oneLine(info.Title), oneLine(info.Publisher),
			info.Observations, info.Rejects, strings.Join(lacks, ", "),
		})
	}
	if c.JSON {
		return nil
	}
	if n > 0 {
		fmt.Fprintln(p.out, wrapped(t, 4, 5).Render())
	}
	_, err = fmt.Fprintln(p.out, plural(n, "document"))
	return err
}

func (p *program) infoLine(store indicators.Store, info indicators.DocumentInfo, lacks []string) error {
	line := infoLine{
		ID: info.ID, Title: info.Title, Publisher: info.Publisher, URL: info.URL, Kind: info.Kind, Region: info.Region,
		Published: info.Published, Excerpt: info.Excerpt, Edition: info.Edition, Bytes: info.Length, Figures: info.Observations, Rejects: info.Rejects,
		Catalogue: info.Catalogue, Needs: lacks,
	}
	for o, err := range store.Originals(p.ctx, indicators.OriginalQuery{Document: info.ID}) {
		if err != nil {
			return err
		}
		line.Originals = append(line.Originals, newOriginalForm(o))
	}
	var b bytes.Buffer
	if err := jsonLines(&b).Encode(line); err != nil {
		return err
	}
	_, err := p.out.Write(b.Bytes())
	return err
}

type documentsSetCmd struct {
	ID        []string        `arg:"" name:"id" help:"Documents, by their IDs or the start of them."`
	Published indicators.Date `env:"-" placeholder:"DAY" help:"Publication date, YYYY-MM-DD."`
	Region    string          `env:"-" placeholder:"NAME" help:"Home region, such as 株洲市 or 430200."`
	Title     string          `env:"-" placeholder:"TEXT" help:"Title."`
	Publisher string          `env:"-" placeholder:"NAME" help:"Publisher."`
}

// Help is the long help of the command.
func (documentsSetCmd) Help() string {
	return `Says of documents what they do not say of themselves, reads them again and shows what this changes, figure by figure. The ID stays. What is said here stays when the file is read again.

Examples:

    suanpan documents set 8aa8a17083cd --published 2024-03-20

    suanpan documents set 8aa8 6097 --region 株洲市 --publisher 株洲市统计局`
}

// Run changes the documents and prints what that does to their figures.
func (c *documentsSetCmd) Run(p *program) error {
	if c.Published.IsZero() && c.Region == "" && c.Title == "" && c.Publisher == "" {
		return errors.New("say what to set: --published, --region, --title or --publisher")
	}
	store, err := sqlstore.Open(p.ctx, p.store)
	if err != nil {
		return err
	}
	defer store.Close()
	infos, err := p.documentsNamed(store, c.ID)
	if err != nil {
		return err
	}
	cat, reader, err := newReader()
	if err != nil {
		return err
	}
	if c.Region != "" {
		if _, ok := cat.Regions.Resolve(c.Region, "", int(c.Published.Year)); !ok {
			return fmt.Errorf("region %s is not known, or not decided: several have this name; give the full name, such as 湖南省株洲市, or the code", c.Region)
		}
	}
	k := keeper{store: store, reader: reader, version: cat.Version(), regions: cat.Regions}
	show := differenceReport{program: p}
	for _, info := range infos {
		r := &rereading{info: info}
		if r.doc, err = store.Document(p.ctx, info.ID); err != nil {
			return err
		}
		c.apply(r.doc)
		if r.err = k.compare(p.ctx, r); r.err == nil {
			if err := store.Put(p.ctx, r.doc, r.result.Observations, r.result.Rejects); err != nil {
				return err
			}
		}
		if err := show.add(r); err != nil {
			return err
		}
	}
	return errors.Join(show.end(len(infos), 0, k.version), store.Close(), show.failure())
}

func (c *documentsSetCmd) apply(d *indicators.Document) {
	set := func(to *string, from string) {
		if from != "" {
			*to = from
		}
	}
	set(&d.Region, c.Region)
	set(&d.Title, c.Title)
	set(&d.Publisher, c.Publisher)
	if !c.Published.IsZero() {
		d.Published = c.Published
	}
}

// documentsNamed returns the documents whose IDs begin so, each once, or all
// where no ID is given. A beginning that is of none or of several is an error.
func (p *program) documentsNamed(store indicators.Store, ids []string) ([]indicators.DocumentInfo, error) {
	var all []indicators.DocumentInfo
	for info, err := range store.Documents(p.ctx) {
		if err != nil {
			return nil, err
		}
		all = append(all, info)
	}
	if len(ids) == 0 {
		return all, nil
	}
	var out []indicators.DocumentInfo
	for _, id := range ids {
		var found []indicators.DocumentInfo
		for _, info := range all {
			if info.ID == id {
				found = []indicators.DocumentInfo{info}
				break
			}
			if strings.HasPrefix(info.ID, id) {
				found = append(found, info)
			}
		}
		switch {
		case len(found) == 0:
			return nil, fmt.Errorf("no document has an ID that begins with %s; suanpan documents lists them", id)
		case len(found) > 1:
			return nil, fmt.Errorf("%d documents have IDs that begin with %s; give more of it", len(found), id)
		case !slices.ContainsFunc(out, func(o indicators.DocumentInfo) bool { return o.ID == found[0].ID }):
			out = append(out, found[0])
		}
	}
	return out, nil
}
