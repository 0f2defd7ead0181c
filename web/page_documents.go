package web

import (
	"fmt"
	"strconv"

	"suanpan/indicators"
)

// documentsOfPage is how many documents a page of the list has.
const documentsOfPage = 100

// documentEntry is a document in the list of documents.
type documentEntry struct {
	paper
	Region  *place `json:"region,omitempty"`
	Kind    string `json:"kind,omitempty"`
	Figures int    `json:"figures"`
	Rejects int    `json:"rejects"`
	Excerpt bool   `json:"excerpt,omitempty"`
}

// documentsForm is a part of the list of documents, the latest first.
type documentsForm struct {
	Total     int             `json:"total"`
	Page      int             `json:"page"`
	Pages     int             `json:"pages"`
	Documents []documentEntry `json:"documents"`

	Before, After string `json:"-"`
}

func (s *server) documents(rq *request) (*answer, error) {
	v, err := rq.value("page")
	if err != nil {
		return nil, err
	}
	all := rq.index.documents
	form := &documentsForm{Total: len(all), Page: 1, Pages: max(1, (len(all)+documentsOfPage-1)/documentsOfPage), Documents: []documentEntry{}}
	if v != "" {
		if form.Page, err = strconv.Atoi(v); err != nil || form.Page < 1 || form.Page > form.Pages {
			return nil, refuse("problem.page", "page="+shorten(v), form.Pages)
		}
	}
	t := &table{name: "documents", head: []string{"document", "title", "publisher", "published", "region", "kind", "figures", "rejects", "url"}}
	from := (form.Page - 1) * documentsOfPage
	for _, d := range all[from:min(len(all), from+documentsOfPage)] {
		e := s.documentEntry(rq, d)
		form.Documents = append(form.Documents, e)
		t.rows = append(t.rows, []string{d.ID, d.Title, d.Publisher, d.Published.String(), d.Region, d.Kind, strconv.Itoa(d.Observations), strconv.Itoa(d.Rejects), e.URL})
	}
	if form.Page > 1 {
		form.Before = rq.here("page", fmt.Sprint(form.Page-1))
	}
	if form.Page < form.Pages {
		form.After = rq.here("page", fmt.Sprint(form.Page+1))
	}
	return &answer{page: "documents", title: rq.lang.say("nav.documents"), form: form, table: t}, nil
}

func (s *server) documentEntry(rq *request, d indicators.DocumentInfo) documentEntry {
	return documentEntry{
		paper: newPaper(d.Document, rq.lang), Region: s.home(d.Document), Kind: d.Kind,
		Figures: d.Observations, Rejects: d.Rejects, Excerpt: d.Excerpt,
	}
}

// home is the home region of a document, which may be told by code or by name;
// nil where none is known.
func (s *server) home(d indicators.Document) *place {
	id := d.Region
	if id == "" {
		return nil
	}
	if _, ok := s.names.catalog.Regions.ByCode(id); !ok {
		if codes := s.names.catalog.Regions.Named(id); len(codes) > 0 {
			id = codes[0]
		}
	}
	p := s.names.place(id, d.Region)
	if _, ok := s.names.region(id); !ok {
		p.Page = ""
	}
	return &p
}
