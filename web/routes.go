package web

import (
	"net/http"

	"github.com/gorilla/mux"
)

// A route is a row of the table of addresses.
type route struct {
	path    string   // what the address begins with; a path that ends in / takes a tail
	section string   // the word of the masthead that the page stands under
	params  []string // what its query may hold, beside lang and theme
	formats []format
	body    int64 // bytes of a posted form that it takes; 0 where it only answers GET
	handle  func(*server, *request) (*answer, error)
}

var (
	pageOnly  = []format{asHTML}
	dataOnly  = []format{asJSON}
	withTable = []format{asHTML, asJSON, asCSV, asXLSX}
	withNews  = []format{asHTML, asJSON, asCSV, asXLSX, asAtom}
	withChart = []format{asHTML, asJSON, asCSV, asXLSX, asAtom, asSVG}
)

// routes are all addresses. In the tail of a path a slash that belongs to an
// id is written %2F; /index.json is the data of the front page.
var routes = []route{
	{"/", "", nil, withTable, 0, (*server).front},
	{"/regions", "regions", nil, withTable, 0, (*server).regions},
	{"/regions/", "regions", nil, withNews, 0, (*server).region},
	{"/indicators", "indicators", nil, withTable, 0, (*server).indicators},
	{"/indicators/", "indicators", []string{"sheet", "tier", "period"}, withNews, 0, (*server).indicator},
	{"/series/", "regions", []string{"sheet", "transform", "base", "from", "to", "asof", "at"}, withChart, 0, (*server).series},
	{"/compare", "compare", []string{"indicator", "region", "slot", "sheet", "transform", "base", "from", "to", "asof"}, []format{asHTML, asJSON, asCSV, asXLSX, asSVG}, 0, (*server).compare},
	{"/findings", "findings", []string{"kind", "region", "indicator", "document", "page"}, withTable, 0, (*server).findingsPage},
	{"/documents", "documents", []string{"page"}, withTable, 0, (*server).documents},
	{"/documents/", "documents", nil, withTable, 0, (*server).document},
	{"/extract", "extract", []string{"text", "title", "region", "published"}, withTable, maxPosted, (*server).extract},
	{"/search", "", []string{"q"}, []format{asHTML, asJSON, asAtom}, 0, (*server).search},
	{"/about", "", nil, pageOnly, 0, (*server).about},
	{"/healthz", "", nil, dataOnly, 0, (*server).health},
}

// router builds the handler from the table.
func (s *server) router() http.Handler {
	m := mux.NewRouter().UseEncodedPath().SkipClean(true)
	m.PathPrefix("/static/").Handler(s.assets)
	m.Path("/favicon.svg").Handler(s.assets)
	for i := range routes {
		rt := &routes[i]
		for j := len(rt.formats) - 1; j >= 0; j-- { // endings first: a tail would swallow them
			m.Path(rt.pattern(rt.formats[j])).Handler(s.page(rt, rt.formats[j]))
		}
	}
	m.NotFoundHandler = s.page(&route{handle: func(*server, *request) (*answer, error) {
		return nil, notFound("problem.address")
	}}, asHTML)
	return m
}

// pattern is the route's address in the words of mux.
func (rt *route) pattern(f format) string {
	switch {
	case rt.path == "/healthz":
		return rt.path
	case rt.path == "/" && f == asHTML:
		return "/"
	case rt.path == "/":
		return "/index" + string(f)
	case rt.path[len(rt.path)-1] == '/':
		return rt.path + "{tail:.+}" + string(f)
	}
	return rt.path + string(f)
}
