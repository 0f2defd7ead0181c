package web

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"runtime/debug"
	"strconv"
	"strings"

	"suanpan/indicators"
)

// An answer is what a handler found, before it has a form.
type answer struct {
	page  string             // the template that shows it
	title string             // of the window
	about string             // one sentence for those who only see the title
	form  any                // the data form: the JSON, and what the template shows
	table *table             // the CSV; nil where there is none
	news  []indicators.Query // what the feed of the page is of

	chart     *box            // the SVG; nil where nothing could be drawn
	published indicators.Date // of the latest document that the page tells of; zero where unknown
	status    int             // 0 for OK; of a page that shows a fault beside its field
}

// table is data in rows, every cell exact text.
type table struct {
	name string // of the file, without ending
	head []string
	rows [][]string
}

// policy is sent with every response: nothing but our own files, no inline
// script or style, in no frame.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

func secure(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
}

// page serves a route in one format. It is the one place where answers and
// errors become responses.
func (s *server) page(rt *route, f format) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rq, err := newRequest(r, rt, f)
		status, body, kind, name := http.StatusOK, []byte(nil), "", ""
		if err == nil {
			status, body, kind, name, err = s.answer(rq)
		}
		if err != nil {
			if r.Context().Err() != nil {
				return // nobody is there to be told
			}
			status, body, kind = s.failure(rq, err)
			name = ""
		}
		s.write(w, r, status, body, kind, name)
	})
}

// answer runs the handler and gives its answer the form that was asked for. A
// panic becomes an error.
func (s *server) answer(rq *request) (status int, body []byte, kind, name string, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	if posted := rq.Method == http.MethodPost && rq.route.body > 0; rq.Method != http.MethodGet && rq.Method != http.MethodHead && !posted {
		return 0, nil, "", "", &problem{status: http.StatusMethodNotAllowed, key: "problem.method"}
	}
	if rq.index, err = s.index.now(rq.Context()); err != nil {
		return 0, nil, "", "", err
	}
	a, err := rq.route.handle(s, rq)
	if err != nil {
		return 0, nil, "", "", err
	}
	status = cmp.Or(a.status, http.StatusOK)
	switch rq.format {
	case asJSON:
		body, err = json.MarshalIndent(a.form, "", " ")
		return status, append(body, '\n'), "application/json; charset=utf-8", "", err
	case asCSV:
		body, err = a.table.csv(rq.query.Get("for") == "excel")
		return status, body, "text/csv; charset=utf-8; header=present", a.table.name + ".csv", err
	case asXLSX:
		body, err = a.table.workbook()
		return status, body, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", a.table.name + ".xlsx", err
	case asSVG:
		body, err = s.picture(rq, a)
		return status, body, "image/svg+xml", "", err
	case asAtom:
		body, err = s.feed(rq, a)
		return status, body, "application/atom+xml; charset=utf-8", "", err
	}
	body, err = s.render(rq, a)
	return status, body, "text/html; charset=utf-8", "", err
}

// failure gives an error its status and its words: a page, or problem+json
// (RFC 9457) where data was asked for. What is our fault is logged, not told.
func (s *server) failure(rq *request, err error) (status int, body []byte, kind string) {
	var p *problem
	if !errors.As(err, &p) {
		s.log.Error("request failed", "path", rq.URL.Path, "error", err)
		p = &problem{status: http.StatusInternalServerError, key: "problem.ours"}
		if errors.Is(err, context.DeadlineExceeded) {
			p = &problem{status: http.StatusServiceUnavailable, key: "problem.slow"}
		}
	}
	form := p.form(rq)
	if rq.format == asHTML {
		a := &answer{page: "problem", title: form.Title, form: form}
		if body, err = s.render(rq, a); err == nil {
			return p.status, body, "text/html; charset=utf-8"
		}
		s.log.Error("the page of a problem failed", "error", err)
	}
	body, _ = json.MarshalIndent(form, "", " ") // strings and an int cannot fail
	return p.status, append(body, '\n'), "application/problem+json"
}

// compressFrom is the length from which a body is worth compressing.
const compressFrom = 1400

// write sends a response with an ETag made of its content, or 304 to one who
// has it.
func (s *server) write(w http.ResponseWriter, r *http.Request, status int, body []byte, kind, name string) {
	h := w.Header()
	secure(h)
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "no-cache")
	h.Add("Vary", "Accept-Encoding, Accept-Language")
	if kind == "image/svg+xml" {
		h.Set("Cross-Origin-Resource-Policy", "cross-origin") // it is made to stand in texts of others
	}
	if name != "" {
		h.Set("Content-Disposition", "attachment; filename*=UTF-8''"+url.PathEscape(name))
	}
	if status == http.StatusMethodNotAllowed {
		h.Set("Allow", "GET, HEAD")
	}
	if r.Method == http.MethodPost {
		h.Set("Cache-Control", "no-store") // what was posted is the reader's own
	}
	sum := sha256.Sum256(body)
	tag := hex.EncodeToString(sum[:12])
	if len(body) >= compressFrom && accepts(r, "gzip") {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		z.Write(body)
		z.Close()
		body, tag = b.Bytes(), tag+"-gz"
		h.Set("Content-Encoding", "gzip")
	}
	if status == http.StatusOK {
		h.Set("ETag", `"`+tag+`"`)
		if matches(r.Header.Get("If-None-Match"), tag) {
			h.Del("Content-Encoding")
			h.Del("Content-Type")
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

// accepts reports whether the client takes a content coding.
func accepts(r *http.Request, coding string) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		q := strings.ReplaceAll(params, " ", "")
		if strings.EqualFold(name, coding) && strings.Trim(strings.TrimPrefix(q, "q="), "0.") != "" || strings.EqualFold(name, coding) && q == "" {
			return true
		}
	}
	return false
}

// matches reports whether one of the tags of If-None-Match is ours.
func matches(header, tag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		part = strings.TrimPrefix(strings.TrimSpace(part), "W/")
		if part == "*" || part == `"`+tag+`"` {
			return true
		}
	}
	return false
}

// csv writes the table by RFC 4180. For a spreadsheet program it begins with a
// byte order mark, and a cell that the program would run as a formula gets an
// apostrophe; the plain form holds exactly what is in the rows.
func (t *table) csv(spreadsheet bool) ([]byte, error) {
	var b bytes.Buffer
	if spreadsheet {
		b.WriteString("\ufeff")
	}
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	if err := w.Write(t.head); err != nil {
		return nil, err
	}
	for _, row := range t.rows {
		if spreadsheet {
			row = append([]string(nil), row...)
			for i, c := range row {
				if formula(c) {
					row[i] = "'" + c
				}
			}
		}
		if err := w.Write(row); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// formula reports whether a spreadsheet program would take the cell for more
// than text or a number.
func formula(cell string) bool {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return false
	}
	return strings.Trim(cell[1:], "0123456789.") != "" || cell[0] == '='
}
