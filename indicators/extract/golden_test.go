package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/seeds"
)

var update = flag.Bool("update", false, "rewrite the figures expected in testdata/NN-*.txt with those that are read")

// A golden is one example of a file of testdata; its README says how they are
// written.
type golden struct {
	line      int      // where its text begins in the file, from 1
	head      []string // the lines above the text
	text      []string
	want      []string
	doc       indicators.Document
	lookAlike bool   // it looks like what the file is about, and is not
	fails     string // why it is not read as it should be yet; "" where it is
}

// TestGolden reads every example and compares all figures and rejects.
func TestGolden(t *testing.T) {
	cat, err := catalog.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	r := New(cat)
	files, err := filepath.Glob("testdata/[0-9][0-9]-*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no examples in testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			examples, err := parseGolden(string(src))
			if err != nil {
				t.Fatalf("%s:%v", file, err)
			}
			changed, holds, alike := false, 0, 0
			for i := range examples {
				g := &examples[i]
				if g.lookAlike {
					alike++
				} else {
					holds++
				}
				got := g.read(t, r)
				diff := lineDiff(g.want, got)
				switch {
				case g.fails != "" && diff == "":
					t.Errorf("%s:%d: is read as it should be; take its line `# fails: %s` out", file, g.line, g.fails)
				case g.fails == "" && diff != "" && *update:
					g.want, changed = got, true
				case g.fails == "" && diff != "":
					t.Errorf("%s:%d: %s\n%s", file, g.line, strings.Join(g.text, "\n"), diff)
				}
			}
			if holds < 5 || alike < 2 {
				t.Errorf("%s: %d examples that hold and %d look-alikes, want 5 and 2", file, holds, alike)
			}
			if changed {
				if err := os.WriteFile(file, []byte(formatGolden(string(src), examples)), 0o666); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// read returns the figures and rejects of the example, one a line, in the
// order of the text.
func (g *golden) read(t *testing.T, r *Reader) []string {
	t.Helper()
	doc := g.doc
	doc.ID = "example"
	res, err := r.Read(&doc)
	if err != nil {
		t.Fatalf("line %d: %v", g.line, err)
	}
	type line struct {
		at   int
		text string
	}
	var lines []line
	for _, o := range res.Observations {
		lines = append(lines, line{o.From.Span.Start, spellFigure(doc.Text, &o)})
	}
	for _, x := range res.Rejects {
		lines = append(lines, line{x.Span.Start, "! " + oneLine(x.Quote) + " | " + x.Reason})
	}
	slices.SortStableFunc(lines, func(a, b line) int { return a.at - b.at })
	var out []string
	for _, l := range lines {
		out = append(out, l.text)
	}
	return out
}

// spellFigure writes a figure as the examples do.
func spellFigure(text string, o *indicators.Observation) string {
	words := []string{o.Measure.String()}
	for _, w := range []string{o.Basis.String(), o.Status.String(), o.Bound.String()} {
		if w != "" && w != "actual" && w != "exact" {
			words = append(words, w)
		}
	}
	fields := []string{
		oneLine(o.From.Span.Of(text)), o.Name, strings.Join(words, " "),
		strings.TrimSpace(o.Value.String() + " " + o.Unit), o.Place, o.Period.String(),
	}
	for i := range fields {
		if fields[i] == "" {
			fields[i] = "-"
		}
	}
	return strings.Join(fields, " | ")
}

// lineDiff lists what is wanted and not there with a -, what is there and not
// wanted with a +; it is "" where both are equal, their order included.
func lineDiff(want, got []string) string {
	var b strings.Builder
	for _, l := range want {
		if !slices.Contains(got, l) {
			b.WriteString("- " + l + "\n")
		}
	}
	for _, l := range got {
		if !slices.Contains(want, l) {
			b.WriteString("+ " + l + "\n")
		}
	}
	if b.Len() == 0 && !slices.Equal(want, got) {
		return "the same lines, in another order or number: " + strings.Join(got, "; ")
	}
	return b.String()
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "⏎") }

// parseGolden reads a file of examples.
func parseGolden(src string) ([]golden, error) {
	var out []golden
	var file indicators.Document
	line := 1
	for n, block := range strings.Split(strings.TrimSuffix(src, "\n"), "\n---\n") {
		lines := strings.Split(block, "\n")
		g := golden{doc: file, line: line}
		line += len(lines) + 1
		i := 0
		for ; i < len(lines) && (strings.HasPrefix(lines[i], "#") || lines[i] == ""); i++ {
			note := strings.TrimSpace(strings.TrimPrefix(lines[i], "#"))
			switch {
			case strings.HasPrefix(note, "title:"), strings.HasPrefix(note, "region:"), strings.HasPrefix(note, "published:"):
				if err := g.header(note); err != nil {
					return nil, fmt.Errorf("%d: %v", g.line+i, err)
				}
			case strings.HasPrefix(note, "look-alike"):
				g.lookAlike = true
			case strings.HasPrefix(note, "fails:"):
				g.fails = strings.TrimSpace(strings.TrimPrefix(note, "fails:"))
			}
		}
		g.head, g.line = lines[:i], g.line+i
		if i == len(lines) {
			if n > 0 {
				return nil, fmt.Errorf("%d: an example without text", g.line)
			}
			file = g.doc
			continue
		}
		arrow := slices.Index(lines[i:], "=>")
		if arrow < 0 {
			return nil, fmt.Errorf("%d: no line => behind the text", g.line)
		}
		g.text = lines[i : i+arrow]
		for j, l := range g.text {
			if strings.HasPrefix(l, "# ") {
				return nil, fmt.Errorf("%d: a line of the head in the text", g.line+j)
			}
		}
		g.doc.Text = strings.Join(g.text, "\n")
		for _, l := range lines[i+arrow+1:] {
			if l != "" {
				g.want = append(g.want, l)
			}
		}
		out = append(out, g)
	}
	return out, nil
}

// header reads `title: … | region: … | published: …`.
func (g *golden) header(note string) error {
	for field := range strings.SplitSeq(note, " | ") {
		key, value, _ := strings.Cut(field, ":")
		value = strings.TrimSpace(value)
		var err error
		switch strings.TrimSpace(key) {
		case "title":
			g.doc.Title = value
		case "region":
			g.doc.Region = value
		case "published":
			g.doc.Published, err = indicators.ParseDate(value)
		default:
			err = fmt.Errorf("%q: want title, region or published", key)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// formatGolden writes the examples back, with the head of the file that it had.
func formatGolden(src string, examples []golden) string {
	var blocks []string
	if first, _, _ := strings.Cut(src, "\n---\n"); !strings.Contains(first, "\n=>") {
		blocks = append(blocks, first)
	}
	for _, g := range examples {
		lines := slices.Concat(g.head, g.text, []string{"=>"}, g.want)
		blocks = append(blocks, strings.Join(lines, "\n"))
	}
	return strings.Join(blocks, "\n---\n") + "\n"
}

// TestGoldenFormat pins what a file of examples may hold.
func TestGoldenFormat(t *testing.T) {
	src := "# title: 甲市公报 | region: 衢州市\n---\n# region: 柳州市\n# fails: why\n一行\n二行\n=>\n! 二 | word\n---\n# look-alike: so\n三行\n=>\n"
	examples, err := parseGolden(src)
	if err != nil {
		t.Fatal(err)
	}
	if len(examples) != 2 || examples[0].line != 5 || examples[1].line != 11 {
		t.Fatalf("got %+v", examples)
	}
	a, b := examples[0], examples[1]
	if a.doc.Title != "甲市公报" || a.doc.Region != "柳州市" || a.doc.Text != "一行\n二行" || a.fails != "why" || a.lookAlike || len(a.want) != 1 {
		t.Errorf("first: %+v", a)
	}
	if b.doc.Region != "衢州市" || !b.lookAlike || len(b.want) != 0 {
		t.Errorf("second: %+v", b)
	}
	if got := formatGolden(src, examples); got != src {
		t.Errorf("written back as\n%s", got)
	}
	for _, bad := range []string{"文\n", "# 无文\n---\n# 无文\n", "# published: 何日\n文\n=>\n", "文\n# fails: 晚\n=>\n", "# title: 甲 | colour: 红\n文\n=>\n"} {
		if _, err := parseGolden(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}
