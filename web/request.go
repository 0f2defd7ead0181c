package web

import (
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/gorilla/mux"
)

// request is what a handler knows of the one who asks.
type request struct {
	*http.Request
	voice
	route  *route
	format format
	theme  string // "dark", "light" or "" for the system's
	query  url.Values
	index  *snapshot // what the store held when the request came
}

// format is one of the forms in which an address answers.
type format string

const (
	asHTML format = ""
	asJSON format = ".json"
	asCSV  format = ".csv"
	asXLSX format = ".xlsx"
	asAtom format = ".atom"
	asSVG  format = ".svg"
)

// voice is the language of a page and how it was chosen. A chosen language is
// kept in the links of the page, one guessed from the browser is not.
type voice struct {
	lang   language
	chosen bool
}

// common are the parameters of every address.
var common = []string{"lang", "theme"}

// newRequest reads what all handlers need and refuses parameters that the
// route does not know.
func newRequest(r *http.Request, rt *route, f format) (*request, error) {
	rq := &request{Request: r, route: rt, format: f}
	var err error
	if rq.query, err = url.ParseQuery(r.URL.RawQuery); err != nil {
		return rq, refuse("problem.query")
	}
	if err := rq.addPosted(); err != nil {
		return rq, err
	}
	switch lang := rq.query.Get("lang"); lang {
	case "":
		rq.lang = negotiate(r.Header.Get("Accept-Language"))
	case "zh", "en":
		rq.lang, rq.chosen = language(lang), true
	default:
		return rq, refuseValue(rq, "lang", []string{"zh", "en"})
	}
	switch rq.theme = rq.query.Get("theme"); rq.theme {
	case "", "dark", "light":
	default:
		rq.theme = ""
		return rq, refuseValue(rq, "theme", []string{"dark", "light"})
	}
	known := slices.Concat(rt.params, common)
	switch f {
	case asCSV:
		known = append(known, "for")
	case asAtom: // what is new does not depend on what else a page shows
		known = slices.DeleteFunc(known, func(p string) bool { return p != "q" && p != "lang" })
	}
	for _, name := range sortedKeys(rq.query) {
		if !slices.Contains(known, name) {
			return rq, refuseParameter(rq, name, known)
		}
	}
	if of := rq.query["for"]; of != nil && !slices.Equal(of, []string{"excel"}) {
		return rq, refuseValue(rq, "for", []string{"excel"})
	}
	return rq, nil
}

// addPosted adds the fields of a posted form to the query, where the route
// takes one.
func (rq *request) addPosted() error {
	if rq.Method != http.MethodPost || rq.route.body == 0 {
		return nil
	}
	if kind, _, _ := mime.ParseMediaType(rq.Header.Get("Content-Type")); kind != "application/x-www-form-urlencoded" {
		return &problem{status: http.StatusUnsupportedMediaType, key: "problem.form"}
	}
	raw, err := io.ReadAll(io.LimitReader(rq.Body, rq.route.body+1))
	if err != nil {
		return fmt.Errorf("read the posted form: %w", err)
	}
	if int64(len(raw)) > rq.route.body {
		return &problem{status: http.StatusRequestEntityTooLarge, key: "problem.large"}
	}
	posted, err := url.ParseQuery(string(raw))
	if err != nil {
		return refuse("problem.query")
	}
	for name, values := range posted {
		rq.query[name] = append(rq.query[name], values...)
	}
	return nil
}

// longestAddress bounds the addresses that a page of a posted form gives
// itself; what makes them longer is left out.
const longestAddress = 6000

// value returns the only value of a parameter; "" where it is not given.
func (rq *request) value(name string) (string, error) {
	if len(rq.query[name]) > 1 {
		return "", refuse("problem.twice", name)
	}
	return rq.query.Get(name), nil
}

// choice returns the value of a parameter that must be one of a list; the
// first of the list where it is not given.
func (rq *request) choice(name string, of []string) (string, error) {
	v, err := rq.value(name)
	switch {
	case err != nil:
		return "", err
	case v == "":
		return of[0], nil
	case !slices.Contains(of, v):
		return "", refuseValue(rq, name, of)
	}
	return v, nil
}

// tail returns the parts of the path behind the route's name, unescaped. A
// slash that belongs to a part is written %2F.
func (rq *request) tail() []string {
	raw := strings.Split(mux.Vars(rq.Request)["tail"], "/")
	parts := make([]string, len(raw))
	for i, p := range raw {
		s, err := url.PathUnescape(p)
		if err != nil {
			s = p
		}
		parts[i] = s
	}
	return parts
}

// page returns the path of the page, without the ending of a format.
func (rq *request) page() string {
	p := strings.TrimSuffix(rq.URL.EscapedPath(), string(rq.format))
	if p == "/index" {
		return "/"
	}
	return p
}

// here returns the address of the page with some parameters set; a pair with
// an empty value takes the parameter away.
func (rq *request) here(pairs ...string) string {
	q := url.Values{}
	for k, v := range rq.query {
		if k != "theme" {
			q[k] = slices.Clone(v)
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			q.Del(pairs[i])
		} else {
			q.Set(pairs[i], pairs[i+1])
		}
	}
	return rq.fitting(rq.page(), q)
}

// fitting writes an address; of a route that takes a form, the longest field
// is left out where the address would be too long for one.
func (rq *request) fitting(path string, q url.Values) string {
	if rq.carried() {
		return address(path, q)
	}
	longest := ""
	for _, name := range sortedKeys(q) {
		if len(q.Get(name)) > len(q.Get(longest)) {
			longest = name
		}
	}
	q.Del(longest)
	return address(path, q)
}

// carried reports whether an address can hold all that the page was asked with.
func (rq *request) carried() bool {
	return rq.route.body == 0 || len(rq.query.Encode()) <= longestAddress
}

// data returns the address of the page's data in a format.
func (rq *request) data(f format) string {
	p := rq.page()
	if p == "/" {
		p = "/index"
	}
	q := url.Values{}
	for k, v := range rq.query {
		if !slices.Contains(common, k) && k != "at" {
			q[k] = v
		}
	}
	return rq.fitting(p+string(f), q)
}

// negotiate picks the language that a browser asks for first among ours.
func negotiate(accept string) language {
	best, bestQ := zh, ""
	for part := range strings.SplitSeq(accept, ",") {
		tag, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		q := "1"
		if v, ok := strings.CutPrefix(strings.ReplaceAll(params, " ", ""), "q="); ok {
			q = v
		}
		var lang language
		switch base, _, _ := strings.Cut(strings.ToLower(tag), "-"); base {
		case "zh":
			lang = zh
		case "en":
			lang = en
		default:
			continue
		}
		if q > bestQ && q != "0" { // weights are written 1, 0.9, 0.85: they sort as text
			best, bestQ = lang, q
		}
	}
	return best
}

// address writes a path and its parameters; path is escaped already.
func address(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// pathTo escapes the parts of a path, slashes in them too.
func pathTo(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteByte('/')
		b.WriteString(strings.ReplaceAll(url.PathEscape(p), "+", "%2B"))
	}
	return b.String()
}

// joinPath puts the parts of an id together that were cut at its slashes.
func joinPath(parts []string) string { return strings.Join(parts, "/") }
