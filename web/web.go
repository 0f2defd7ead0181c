// Package web is the dashboard: the pages over a store of figures, each with
// the same data at its address as JSON and CSV.
//
// One table, in routes.go, lists every address. A handler makes a data form, a
// struct that is both the JSON and what the template shows; answer.go is the
// one place that writes responses, errors too. Nothing the pages hold comes
// from another host, and every page is whole without script.
package web

import (
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/indicators/extract"
)

// Config is what the pages need. Store and Catalog are required.
type Config struct {
	Store   indicators.Store
	Catalog *catalog.Catalog
	Logger  *slog.Logger     // nil for none
	Version string           // of the program, shown on /about and in /healthz
	Today   func() time.Time // what a citation says of when a page was seen; nil for the clock
}

// server answers every address. It is immutable but for its index, and safe
// for concurrent use.
type server struct {
	store   indicators.Store
	names   names
	reader  *extract.Reader
	order   map[string]int // of the indicators in the catalogue, from 1
	log     *slog.Logger
	version string
	today   func() time.Time
	index   *index
	pages   pages
	assets  *assets
	shelf   shelf
}

// New returns the handler of all pages. It reads nothing from the store until
// the first request.
func New(c Config) (http.Handler, error) {
	if c.Store == nil || c.Catalog == nil {
		return nil, fmt.Errorf("web: a store and a catalogue are needed")
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.Today == nil {
		c.Today = time.Now
	}
	assets, err := loadAssets()
	if err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	s := &server{store: c.Store, names: names{c.Catalog}, reader: extract.New(c.Catalog), log: c.Logger, version: c.Version, today: c.Today, assets: assets}
	s.order = s.names.order()
	if s.pages, err = s.parsePages(); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	s.index = newIndex(c.Store, s.names)
	return s.router(), nil
}
