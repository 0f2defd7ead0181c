package catalog

import (
	"strings"
	"testing"

	"suanpan/seeds"
)

func TestWordList(t *testing.T) {
	l := WordList{"结构比例", "比例", "比"}
	if !l.In("三次产业比例") || l.In("三次产业") || !l.Has("比例") || l.Has("产业比例") {
		t.Error("In looks inside of a name, Has at the whole of it")
	}
	if rest, ok := l.Ends("产业结构比例"); !ok || rest != "产业" {
		t.Errorf("Ends(产业结构比例) = %q, %v; the first of the table is tried first", rest, ok)
	}
	if rest, ok := l.Begins("比例尺"); !ok || rest != "尺" {
		t.Errorf("Begins(比例尺) = %q, %v", rest, ok)
	}
	if rest, ok := l.Begins("产业"); ok || rest != "产业" {
		t.Errorf("Begins(产业) = %q, %v", rest, ok)
	}
}

func TestLoadClasses(t *testing.T) {
	c, err := LoadClasses(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range c.lists() {
		for i, w := range *l.list {
			for _, before := range (*l.list)[:i] {
				if strings.HasSuffix(w, before) && l.name == "ratio" {
					t.Errorf("class %s: %s can never be cut off, %s stands before it", l.name, w, before)
				}
			}
		}
	}
}

func TestParseClassesFaults(t *testing.T) {
	const head = "class\tword\tnote\n"
	for _, c := range []struct{ table, want string }{
		{head + "colour\t红\t\n", `classes.tsv:2: class "colour" of 红 is none that the rules ask for`},
		{head + "plan\t\t\n", "classes.tsv:2: class plan has an empty word"},
		{head + "plan\t计划\t\nplan\t计划\t\n", "classes.tsv:3: 计划 stands twice in class plan"},
		{head + "plan\t计划\t\n", "classes.tsv: class newspaper has no word"},
		{"word\n", "classes.tsv:1: header is"},
	} {
		_, err := ParseClasses("classes.tsv", strings.NewReader(c.table))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("ParseClasses(%q): %v, want %q", c.table, err, c.want)
		}
	}
}
