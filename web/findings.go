package web

import (
	"context"
	"net/url"
	"sync"

	"suanpan/indicators"
	"suanpan/indicators/audit"
)

// maxAudited bounds the figures of a store that are held against each other.
const maxAudited = 200_000

// findings are what the figures of a snapshot say against each other. They are
// made when they are first asked for, and kept. Safe for concurrent use.
type findings struct {
	making sync.Mutex
	made   *audited
}

// audited is the outcome of all checks. It is immutable.
type audited struct {
	all        []indicators.Finding
	figures    int  // that were compared
	partial    bool // the store holds more
	byRegion   map[string]int
	byDocument map[string]int
}

// of returns the findings of the store that the snapshot was taken of.
func (f *findings) of(ctx context.Context, s *server) (*audited, error) {
	f.making.Lock()
	defer f.making.Unlock()
	if f.made != nil {
		return f.made, nil
	}
	a := &audited{byRegion: map[string]int{}, byDocument: map[string]int{}}
	var obs []indicators.Observation
	for o, err := range s.store.Observations(ctx, indicators.Query{Limit: maxAudited + 1}) {
		if err != nil {
			return nil, err
		}
		if len(obs) == maxAudited {
			a.partial = true
			break
		}
		o.From.Trace = nil // not needed here
		obs = append(obs, o)
	}
	a.figures = len(obs)
	a.all = audit.Findings(s.names.catalog, obs)
	for i := range a.all {
		a.count(&a.all[i])
	}
	f.made = a
	return a, nil
}

// count counts a finding once for each region and document that it touches.
func (a *audited) count(f *indicators.Finding) {
	regions, documents := map[string]bool{}, map[string]bool{}
	for _, o := range f.Observations {
		if !regions[o.Region] {
			regions[o.Region] = true
			a.byRegion[o.Region]++
		}
		if !documents[o.From.Document] {
			documents[o.From.Document] = true
			a.byDocument[o.From.Document]++
		}
	}
}

// findings returns what the figures of the store say against each other as the
// request sees it.
func (s *server) findings(rq *request) (*audited, error) {
	return rq.index.findings.of(rq.Context(), s)
}

// findingsOf is a link to the findings that touch a region or a document, as
// param says.
func (s *server) findingsOf(rq *request, param, id string) (countLink, error) {
	a, err := s.findings(rq)
	if err != nil {
		return countLink{}, err
	}
	n := a.byRegion[id]
	if param == "document" {
		n = a.byDocument[id]
	}
	return countLink{n, address("/findings", url.Values{param: {id}})}, nil
}

// countLink is an address with how much there is at it; a count of 0 is no
// link.
type countLink struct {
	Count int
	Page  string
}
