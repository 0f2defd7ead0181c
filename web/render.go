package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"suanpan/indicators"
)

//go:embed templates/*.html
var templateFiles embed.FS

// pages are the templates: for each voice, since what a template says and
// where its links lead depend on it, and for each page. They are immutable.
type pages map[voice]map[string]*template.Template

// view is what a template is given: the data form with what all pages have.
type view struct {
	*request
	Title, About string
	Page         string // name of the template
	Form         any
	Table        *table
	Version      string
	charts       *[]*box
	published    indicators.Date
	chart        *box
	today        func() time.Time
}

// parsePages parses the templates for every voice. A page is a file
// page_NAME.html that defines main; all others are shared.
func (s *server) parsePages() (pages, error) {
	files, err := fs.Glob(templateFiles, "templates/page_*.html")
	if err != nil {
		return nil, err
	}
	p := pages{}
	for _, lang := range []language{zh, en} {
		for _, chosen := range []bool{false, true} {
			v := voice{lang, chosen}
			shared, err := template.New("").Funcs(s.words(v)).ParseFS(templateFiles, "templates/[^p]*.html")
			if err != nil {
				return nil, err
			}
			p[v] = map[string]*template.Template{}
			for _, file := range files {
				t, err := template.Must(shared.Clone()).ParseFS(templateFiles, file)
				if err != nil {
					return nil, err
				}
				p[v][strings.TrimSuffix(strings.TrimPrefix(path.Base(file), "page_"), ".html")] = t
			}
		}
	}
	return p, nil
}

// words are what templates can say beside their data.
func (s *server) words(v voice) template.FuncMap {
	return template.FuncMap{
		"say":   v.lang.say,
		"lang":  v.lang.tag,
		"zh":    func() bool { return v.lang == zh },
		"to":    v.to,
		"asset": s.assets.path,
		"short": func(p place) string { return s.names.short(p, v.lang) },
		"name":  func(x interface{ In(language) string }) string { return x.In(v.lang) },
		"plus":  with,
		"cell":  func(n *number, places int) cell { return cell{n, places, v.lang.say("missing")} },
		"dict":  dict,
		"list":  func(x ...string) []string { return x },
		"add":   func(a, b int) int { return a + b },
		"minus": func(a, b int) int { return a - b },
		"path":  pathTo,
	}
}

// to returns an address of ours that keeps the chosen language.
func (v voice) to(address string) string {
	if !v.chosen || !strings.HasPrefix(address, "/") {
		return address
	}
	return with(address, "lang", string(v.lang))
}

// with returns an address with one more parameter, before its fragment; one
// that it has already stays.
func with(address, name, value string) string {
	path, fragment, cut := strings.Cut(address, "#")
	if strings.Contains(path, "?"+name+"=") || strings.Contains(path, "&"+name+"=") {
		return address
	}
	if strings.Contains(path, "?") {
		path += "&"
	} else {
		path += "?"
	}
	path += name + "=" + value
	if cut {
		path += "#" + fragment
	}
	return path
}

// cell is a number in a column with its decimals.
type cell struct {
	Number *number
	Width  int // decimals of the widest in the column
	None   string
}

// dict makes a map of pairs, to hand several things to a template.
func dict(pairs ...any) (map[string]any, error) {
	m := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		k, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("dict: %v is no name", pairs[i])
		}
		m[k] = pairs[i+1]
	}
	return m, nil
}

// Draw puts a chart into the page: its option is written at the page's end. It
// returns nothing to show.
func (v *view) Draw(b *box) string {
	if b != nil {
		*v.charts = append(*v.charts, b)
	}
	return ""
}

// Charts are the charts of the page, in order.
func (v *view) Charts() []*box { return *v.charts }

// Section is the word of the masthead that the page stands under.
func (v *view) Section() string { return v.route.section }

// Theme is the theme that the reader asked for, "" for the system's.
func (v *view) Theme() string { return v.theme }

// Here is the address of the page itself.
func (v *view) Here() string { return v.here() }

// InOther is the address of the page in the other language.
func (v *view) InOther() string {
	if v.lang == zh {
		return v.here("lang", "en")
	}
	return v.here("lang", "zh")
}

// InTheme is the address of the page in a theme.
func (v *view) InTheme(theme string) string { return with(v.here(), "theme", theme) }

// Data is the address of the page's data in a format.
func (v *view) Data(f string) string { return v.data(format(f)) }

// Feed is the address of the feed of what is new on the page, "" where it has
// none.
func (v *view) Feed() string {
	if !slices.Contains(v.route.formats, asAtom) || v.Page == "problem" {
		return ""
	}
	q := url.Values{"lang": {string(v.lang)}}
	if x := v.query.Get("q"); x != "" {
		q.Set("q", x)
	} else if slices.Contains(v.route.params, "q") {
		return ""
	}
	return address(v.page()+string(asAtom), q)
}

// Lang is the language of the page; Chosen is true where the reader chose it.
func (v *view) Lang() string { return string(v.lang) }

// Chosen is true where the reader chose the language.
func (v *view) Chosen() bool { return v.chosen }

// Path is the path of the page.
func (v *view) Path() string { return v.page() }

// field is a parameter that a form carries along.
type field struct{ Name, Value string }

// Hidden are the parameters of the page but those that a form sets itself.
func (v *view) Hidden(but ...string) []field {
	var out []field
	for _, k := range sortedKeys(v.query) {
		if k == "theme" || slices.Contains(but, k) {
			continue
		}
		for _, x := range v.query[k] {
			out = append(out, field{k, x})
		}
	}
	return out
}

// Rows is the number of rows of the page's table.
func (v *view) Rows() int {
	if v.Table == nil {
		return 0
	}
	return len(v.Table.rows)
}

// render makes the page of an answer.
func (s *server) render(rq *request, a *answer) ([]byte, error) {
	if rq.lang == "" {
		rq.lang = zh
	}
	v := &view{
		request: rq, Title: a.title, About: a.about, Page: a.page, Form: a.form, Table: a.table,
		Version: s.version, charts: new([]*box), published: a.published, chart: a.chart, today: s.today,
	}
	t := s.pages[rq.voice][a.page]
	if t == nil {
		return nil, fmt.Errorf("no page %s", a.page)
	}
	var out bytes.Buffer
	err := t.ExecuteTemplate(&out, "frame", v)
	return out.Bytes(), err
}
