package web

// about tells what the figures are and how they were read.
func (s *server) about(rq *request) (*answer, error) {
	form := &healthForm{
		Version: s.version, Catalogue: s.names.catalog.Version(), Documents: len(rq.index.documents),
		Series: len(rq.index.series), Figures: rq.index.figures,
	}
	return &answer{page: "about", title: rq.lang.say("about"), form: form}, nil
}
