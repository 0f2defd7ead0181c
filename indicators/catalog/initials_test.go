package catalog

import (
	"strings"
	"testing"

	"suanpan/seeds"
)

func TestInitials(t *testing.T) {
	x, err := LoadInitials(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, letters string
		begins, whole bool
	}{
		{"株洲", "zz", true, true},
		{"株洲市", "zz", true, false},
		{"株洲市", "zzs", true, true},
		{"重庆", "cq", true, true},
		{"长沙", "cs", true, true},
		{"厦门", "xm", true, true},
		{"地区生产总值", "dqsczz", true, true},
		{"5g基站数", "5gjz", true, false},
		{"攸县", "yx", true, true},
		{"株洲", "zh", false, false},
		{"株洲", "zzz", false, false},
		{"株洲", "", false, false},
		{"", "z", false, false},
		{"株洲", "株", false, false},
	} {
		begins, whole := x.Begins(c.name, c.letters)
		if begins != c.begins || whole != c.whole {
			t.Errorf("%s %s: %v, %v", c.name, c.letters, begins, whole)
		}
	}
	if !x.Alike('洲', '州') || x.Alike('株', '湘') || x.Alike('a', 'a') {
		t.Error("which characters sound alike is wrong")
	}
	// every Chinese character of our own names has a letter
	for _, r := range loadRegions(t).All() {
		for _, c := range r.Name {
			if c > 0x2e80 && x.of[c] == 0 {
				t.Errorf("%s: %c has no initial", r.Name, c)
			}
		}
	}
}

func TestInitialsFaults(t *testing.T) {
	_, err := ParseInitials("initials.tsv", strings.NewReader("letter\tcharacters\nA\t阿\na\t阿阿\na\tb\n"))
	if err == nil {
		t.Fatal("a faulty table is read")
	}
	for _, want := range []string{"initials.tsv:2: letter \"A\"", "initials.tsv:3: 阿 stands twice", "initials.tsv:4: letter a has a row", "'b' is no Chinese"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in: %v", want, err)
		}
	}
}
