package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// A problem is an error that the reader can be told: what is wrong, and where
// there is one, a way on.
type problem struct {
	status int
	key    string // of the message
	args   []any
	try    string   // an address that may have been meant
	tryAs  string   // what to call it
	known  []string // what could have stood there
}

func (p *problem) Error() string { return fmt.Sprint(p.status, " ", p.key, " ", p.args) }

// problemForm is a problem as the reader sees it: the fields are those of
// RFC 9457 and what may have been meant.
type problemForm struct {
	Type     string   `json:"type"`
	Title    string   `json:"title"`
	Status   int      `json:"status"`
	Detail   string   `json:"detail"`
	Instance string   `json:"instance"`
	Try      string   `json:"try,omitempty"`
	TryAs    string   `json:"try_as,omitempty"`
	Known    []string `json:"known,omitempty"`
}

func (p *problem) form(rq *request) *problemForm {
	return &problemForm{
		Type: "about:blank", Title: rq.lang.say(p.key, p.args...), Status: p.status,
		Detail: rq.lang.say(p.key + ".more"), Instance: rq.URL.RequestURI(),
		Try: p.try, TryAs: p.tryAs, Known: p.known,
	}
}

// notFound says that an address leads nowhere.
func notFound(key string, args ...any) *problem {
	return &problem{status: http.StatusNotFound, key: key, args: args}
}

// refuse says that a request cannot be understood.
func refuse(key string, args ...any) *problem {
	return &problem{status: http.StatusBadRequest, key: key, args: args}
}

// refuseParameter refuses a parameter that the page does not know. Nothing is
// shown in its stead: a page that ignores it would show something else than
// was asked for.
func refuseParameter(rq *request, name string, known []string) *problem {
	p := refuse("problem.parameter", shorten(name)+"="+shorten(rq.query.Get(name)))
	p.known = known
	if near, ok := nearest(name, known); ok {
		q := rq.query
		p.tryAs = near + "=" + shorten(q.Get(name))
		q[near] = q[name]
		q.Del(name)
		p.try = address(rq.URL.EscapedPath(), q)
	}
	return p
}

// refuseValue refuses a value of a parameter that must be one of a list.
func refuseValue(rq *request, name string, of []string) *problem {
	given := rq.query.Get(name)
	p := refuse("problem.value", shorten(name)+"="+shorten(given))
	const most = 20
	p.known = of[:min(most, len(of))]
	if near, ok := nearest(given, of); ok {
		q := rq.query
		p.tryAs = name + "=" + near
		q.Set(name, near)
		p.try = address(rq.URL.EscapedPath(), q)
	}
	return p
}

// shorten keeps what is quoted back to the reader to a readable length.
func shorten(s string) string {
	const most = 40
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most]) + "…"
}

// nearest returns the word of a list that takes the fewest changes to become
// the given one; ok is false where even that one is far.
func nearest(given string, of []string) (word string, ok bool) {
	given = strings.ToLower(given)
	best := len(given)/2 + 1
	for _, w := range of {
		if d := distance(given, strings.ToLower(w)); d < best {
			word, best, ok = w, d, true
		}
	}
	return word, ok
}

// distance counts the letters to insert, delete, change or swap with their
// neighbour to make one word of the other.
func distance(a, b string) int {
	const long = 64
	s, t := []rune(a), []rune(b)
	if len(s) > long || len(t) > long {
		return max(len(s), len(t))
	}
	rows := make([][]int, len(s)+1)
	for i := range rows {
		rows[i] = make([]int, len(t)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(s); i++ {
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			d := min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				d = min(d, rows[i-2][j-2]+1)
			}
			rows[i][j] = d
		}
	}
	return rows[len(s)][len(t)]
}

// sortedKeys returns the keys of a map in order.
func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
