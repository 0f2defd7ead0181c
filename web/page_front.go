package web

// frontForm is the front page: what is new, and what is here.
type frontForm struct {
	Documents int     `json:"documents"`
	Series    int     `json:"series"`
	Figures   int     `json:"figures"`
	Regions   []place `json:"regions"`
}

func (s *server) front(rq *request) (*answer, error) {
	x := rq.index
	form := &frontForm{Documents: len(x.documents), Series: len(x.series), Figures: x.figures}
	for _, id := range sortedKeys(x.byRegion) {
		form.Regions = append(form.Regions, s.names.place(id, x.series[x.byRegion[id][0]].Place))
	}
	t := &table{name: "suanpan", head: []string{"region", "name"}}
	for _, r := range form.Regions {
		t.rows = append(t.rows, []string{r.ID, r.Name})
	}
	return &answer{page: "front", form: form, table: t}, nil
}
