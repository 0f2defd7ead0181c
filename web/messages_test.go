package web

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var verbs = regexp.MustCompile(`%(?:\[(\d+)\])?([a-z%])`)

// arguments returns the kinds of a message's arguments by their places.
func arguments(text string) []string {
	var out []string
	n := 0
	for _, m := range verbs.FindAllStringSubmatch(text, -1) {
		if m[2] == "%" {
			continue
		}
		if m[1] != "" {
			n = int(m[1][0]-'0') - 1
		}
		for len(out) <= n {
			out = append(out, "")
		}
		out[n] = m[2]
		n++
	}
	return out
}

func TestMessagesAreWholeInBothLanguages(t *testing.T) {
	for _, key := range sortedKeys(messages) {
		m := messages[key]
		if (m.zh == "") != (m.en == "") && key != "gap.word" && key != "gap.feed" && key != "rank.unit" && key != "freq." {
			t.Errorf("%s: one language says nothing: %q, %q", key, m.zh, m.en)
		}
		if a, b := arguments(m.zh), arguments(m.en); !slices.Equal(a, b) {
			t.Errorf("%s: the arguments differ: %v in %q, %v in %q", key, a, m.zh, b, m.en)
		}
		if strings.ContainsAny(m.en, "，。；：（）") {
			t.Errorf("%s: Chinese punctuation in English: %q", key, m.en)
		}
	}
}

// built are the beginnings of keys that are put together while a page is made,
// with what may follow.
var built = map[string][]string{
	"nav.":             {"regions", "indicators", "compare", "findings", "documents", "extract"},
	"key.":             {"published", "revised", "superseded", "lower", "upper", "target", "interval", "missing", "gap", "parent", "computed", "lack"},
	"outcome.":         {string(met), string(near), string(missed), string(unknown)},
	"series.":          {"level", "growth", "change", "share", "rank"},
	"measure.":         {"level", "growth", "change", "share", "rank"},
	"freq.":            {"A", "H", "Q", "M", "D", "P"},
	"tier.":            {"unknown", "nation", "province", "prefecture", "county", "group", "zone"},
	"parts.":           {"unknown", "nation", "province", "prefecture", "county", "group", "zone"},
	"rise.":            {"neither", "good", "bad"},
	"doc.":             {"bulletin", "report", "news", "table"},
	"kind.":            {string(aRegion), string(anIndicator), string(aSeries), string(aDocument)},
	"kinds.":           {string(aRegion), string(anIndicator), string(aSeries), string(aDocument)},
	"cover.":           {"level", "revised", "bound", "growth"},
	"trace.a.":         {"subject", "region", "period", "measure", "status", "bound"},
	"trace.o.":         {"own", "clause", "sentence", "paragraph", "section", "document", "list", "table", ""},
	"finding.":         findingKinds,
	"why.":             {"measure", "kind", "rate", "bound", "year-before", "base", "zero", "population", "parent", "cumulative"},
	"transform.":       {"growth", "change", "index", "per-resident", "share", "single", "single.M", "single.Q"},
	"transform.short.": {"level", "growth", "change", "index", "per-resident", "share", "single"},
	"extract.":         {"title", "region", "title.more", "region.more"},
	"about.":           {"read", "exact", "growth", "bounds", "missing", "vintages", "promises", "data"},
	"when.half":        {"1", "2"}, "when.quarter": {"1", "2", "3", "4"},
}

// TestMessagesAreThoseThatAreUsed looks for the keys in the sources: each key
// that is said exists, and none is left over.
func TestMessagesAreThoseThatAreUsed(t *testing.T) {
	said := map[string]bool{}
	key := regexp.MustCompile(`(?:say |say\(|refuse\(|notFound\(|key: |\(print )"([a-z][a-z0-9.]*)"`)
	files, _ := filepath.Glob("*.go")
	templates, _ := filepath.Glob("templates/*.html")
	var all strings.Builder
	for _, f := range append(files, templates...) {
		if strings.HasSuffix(f, "_test.go") || strings.HasPrefix(f, "messages") {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
		for _, m := range key.FindAllStringSubmatch(string(b), -1) {
			k := m[1]
			if !strings.HasSuffix(k, ".") && built[k] == nil {
				said[k] = true
				if !has(k) {
					t.Errorf("%s says %q, of which there is no message", f, k)
				}
				if strings.HasPrefix(k, "problem.") && !strings.HasSuffix(k, ".more") {
					said[k+".more"] = true
				}
			}
		}
	}
	for begin, ends := range built {
		for _, e := range ends {
			said[begin+e] = true
			if !has(begin + e) {
				t.Errorf("there is no message %q", begin+e)
			}
		}
	}
	for _, k := range sortedKeys(messages) {
		if said[k] || strings.Contains(all.String(), `"`+k+`"`) || strings.HasPrefix(k, "measure.") || strings.HasPrefix(k, "reject.") ||
			strings.HasPrefix(k, "about.") && strings.HasSuffix(k, ".text") || k == "freq." {
			continue
		}
		t.Errorf("nothing says %q", k)
	}
}
