package web

// healthForm tells a supervisor whether the pages can be served.
type healthForm struct {
	Status    string `json:"status"`
	Version   string `json:"version"`
	Catalogue string `json:"catalogue"`
	Store     string `json:"store"` // changes with what the store holds
	Documents int    `json:"documents"`
	Series    int    `json:"series"`
	Figures   int    `json:"figures"`
}

// health answers once the store was read: a store that cannot be read is an
// error before it comes here.
func (s *server) health(rq *request) (*answer, error) {
	x := rq.index
	return &answer{form: &healthForm{
		Status: "ok", Version: s.version, Catalogue: s.names.catalog.Version(), Store: x.version,
		Documents: len(x.documents), Series: len(x.series), Figures: x.figures,
	}}, nil
}
