package web

import (
	"net/url"
	"slices"
)

// chosen reads the regions and indicators of the address, which may be ids or
// names. Names become ids.
func (s *server) chosen(rq *request) (regions, inds []string, err error) {
	for _, v := range rq.query["region"] {
		id, err := s.regionOf(rq, v)
		if err != nil {
			return nil, nil, err
		}
		if id != "" && !slices.Contains(regions, id) {
			regions = append(regions, id)
		}
	}
	for _, v := range rq.query["indicator"] {
		id, err := s.indicatorOf(rq, v)
		if err != nil {
			return nil, nil, err
		}
		if id != "" && !slices.Contains(inds, id) {
			inds = append(inds, id)
		}
	}
	switch {
	case len(regions) > 1 && len(inds) > 1:
		return nil, nil, refuse("problem.both")
	case len(regions) > maxStrands || len(inds) > maxStrands:
		return nil, nil, refuse("problem.toomany", maxStrands)
	}
	return regions, inds, nil
}

// regionOf finds the region that an address names by id or by name.
func (s *server) regionOf(rq *request, v string) (string, error) {
	x := rq.index
	if v == "" || x.byRegion[v] != nil {
		return v, nil
	}
	var found []string
	for i := range x.words {
		if w := &x.words[i]; w.kind == aRegion && slices.Contains(w.keys, fold(v)) {
			found = append(found, w.id)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	p := refuse("problem.noregion", shorten(v))
	if len(found) > 1 {
		p = refuse("problem.regions", shorten(v))
		p.known = found
	}
	return "", s.suggest(rq, p, aRegion, "region", v)
}

// indicatorOf finds the indicator that an address names by id or by name.
func (s *server) indicatorOf(rq *request, v string) (string, error) {
	x := rq.index
	if v == "" || x.byIndicator[v] != nil {
		return v, nil
	}
	for i := range x.words {
		if w := &x.words[i]; w.kind == anIndicator && slices.Contains(w.keys, fold(v)) {
			return w.id, nil
		}
	}
	return "", s.suggest(rq, refuse("problem.noindicator", shorten(v)), anIndicator, "indicator", v)
}

// suggest adds to a problem what may have been meant by a name.
func (s *server) suggest(rq *request, p *problem, k kind, param, v string) *problem {
	var best *word
	bestScore := 0
	for i := range rq.index.words {
		w := &rq.index.words[i]
		if w.kind != k {
			continue
		}
		score := 2 * w.fits(fold(v))
		for _, key := range w.keys {
			if d := distance(key, fold(v)); d < len([]rune(key))/2+1 {
				score = max(score, 8-d)
			}
		}
		if score > bestScore {
			best, bestScore = w, score
		}
	}
	if best != nil {
		q := url.Values{}
		for key, list := range rq.query {
			for _, x := range list {
				if key == param && x == v {
					x = best.id
				}
				q.Add(key, x)
			}
		}
		p.try, p.tryAs = address(rq.URL.EscapedPath(), q), rq.lang.pick(best.name, best.english)
	}
	return p
}

func (x *snapshot) nameOfRegion(id string) string {
	if at := x.byRegion[id]; at != nil {
		return x.series[at[0]].Place
	}
	return ""
}

func (x *snapshot) nameOfIndicator(id string) string {
	if at := x.byIndicator[id]; at != nil {
		return x.series[at[0]].Name
	}
	return ""
}
