package web

import (
	"strconv"

	"suanpan/indicators"
)

// maxRegionsListed bounds the list.
const maxRegionsListed = 4000

// regionEntry is a region in the list of regions.
type regionEntry struct {
	Region     place         `json:"region"`
	Tier       string        `json:"tier"`
	Indicators int           `json:"indicators"`
	Figures    int           `json:"figures"`
	Latest     string        `json:"latest"` // the last period of which something was reported
	Parts      []regionEntry `json:"parts,omitempty"`

	When string `json:"-"`
}

// regionsForm is the list of regions that have data: the nation, the
// provinces, and in each what lies in it.
type regionsForm struct {
	Nation    []regionEntry `json:"nation"`
	Provinces []regionEntry `json:"provinces"`
	Elsewhere []regionEntry `json:"elsewhere"` // of which no province is known
	Partial   bool          `json:"partial,omitempty"`
}

func (s *server) regions(rq *request) (*answer, error) {
	x := rq.index
	form := &regionsForm{Nation: []regionEntry{}, Provinces: []regionEntry{}, Elsewhere: []regionEntry{}}
	t := &table{name: "regions", head: []string{"region", "name", "english", "tier", "indicators", "figures", "latest"}}
	in := map[string][]regionEntry{} // by province
	own := map[string]regionEntry{}
	for i, id := range sortedKeys(x.byRegion) {
		if i == maxRegionsListed {
			form.Partial = true
			break
		}
		e := s.regionEntry(rq, id)
		t.rows = append(t.rows, []string{id, e.Region.Name, e.Region.English, e.Tier, strconv.Itoa(e.Indicators), strconv.Itoa(e.Figures), e.Latest})
		switch province := s.provinceOf(id); {
		case e.Tier == indicators.TierNation.String():
			form.Nation = append(form.Nation, e)
		case province == id:
			own[id] = e
		case province != "":
			in[province] = append(in[province], e)
		default:
			form.Elsewhere = append(form.Elsewhere, e)
		}
	}
	for _, r := range s.names.catalog.Regions.All() {
		if r.Tier != indicators.TierProvince {
			continue
		}
		e, ok := own[r.Code]
		if !ok {
			if in[r.Code] == nil {
				continue
			}
			e = regionEntry{Region: s.names.place(r.Code, ""), Tier: r.Tier.String()}
		}
		e.Parts = in[r.Code]
		form.Provinces = append(form.Provinces, e)
	}
	return &answer{page: "regions", title: rq.lang.say("nav.regions"), form: form, table: t}, nil
}

func (s *server) regionEntry(rq *request, id string) regionEntry {
	x := rq.index
	at := x.byRegion[id]
	e := regionEntry{Region: s.names.place(id, x.series[at[0]].Place), Tier: indicators.TierUnknown.String()}
	if r, ok := s.names.catalog.Regions.ByCode(id); ok {
		e.Tier = r.Tier.String()
	}
	seen := map[string]bool{}
	var last indicators.Period
	for _, i := range at {
		in := &x.series[i]
		seen[in.Indicator] = true
		e.Figures += in.Vintages
		if in.Status == indicators.Actual && last.Compare(in.Last) < 0 {
			last = in.Last
		}
	}
	e.Indicators, e.Latest = len(seen), last.String()
	if !last.IsZero() {
		e.When = when(last, rq.lang)
	}
	return e
}

// provinceOf returns the province that a region is or lies in; "" for none.
func (s *server) provinceOf(id string) string {
	r, ok := s.names.region(id)
	for range 6 {
		if !ok {
			return ""
		}
		if r.Tier == indicators.TierProvince {
			return r.Code
		}
		r, ok = s.names.catalog.Regions.ByCode(r.Parent)
	}
	return ""
}
