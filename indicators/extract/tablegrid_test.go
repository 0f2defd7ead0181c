package extract

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestTableAt pins what begins a table and how many lines it takes.
func TestTableAt(t *testing.T) {
	for _, c := range []struct {
		name, text string
		lines      int
	}{
		{"a head and a row", "指标\t绝对数（亿元）\n税收收入\t12.5", 2},
		{"a title, a unit, a head, a row", "2023年财政收支\n单位：亿元\n指标\t绝对数\n税收收入\t12.5", 4},
		{"a number, a title", "表8\n2023年财政收支\n指标\t绝对数\n税收收入\t12.5", 4},
		{"ends before the next title", "指标\t绝对数\n税收收入\t12.5\n表2 人口\n指标\t人数\n男\t3", 2},
		{"ends before prose", "指标\t绝对数\n税收收入\t12.5\n全年税收增长。", 2},
		{"ends before a note", "指标\t绝对数\n税收收入\t12.5\n注：初步数", 2},
		{"a heading of a section is no title", "一、财政\n指标\t绝对数\n税收收入\t12.5", 0},
		{"a date is no title", "2024年3月20日\n指标\t绝对数\n税收收入\t12.5", 0},
		{"blanks: a head and a row", "指标      绝对数（亿元）\n税收收入     12.5", 2},
		{"blanks: two rows without a head", "甲    1.5\n乙    2.5", 0},
		{"blanks: three rows without a head", "甲    1.5\n乙    2.5\n丙    3.5", 3},
		{"blanks: goes on behind a page number", "指标    绝对数\n甲      1.5\n\n— 3 —\n\n\n乙      2.5", 4},
		{"blanks: a page number at the end is none of it", "指标    绝对数\n甲      1.5\n\n— 3 —\n", 2},
		{"one cell a line", "指标\n\n绝对数（亿元）\n\n比重（%）\n\n甲\n\n1.5\n\n2\n\n乙\n\n2\n\n3", 9},
		{"one cell a line needs two figures", "指标\n\n绝对数（亿元）\n\n甲\n\n1.5", 0},
		{"one line", "指标\t绝对数", 0},
		{"texts beside each other", "姓名\t住址\n甲\t荷花路12号", 0},
		{"lines of a paragraph", "全年税收\n增长5.2%", 0},
	} {
		_, n := tableAt(c.text, splitLines(c.text))
		if n != c.lines {
			t.Errorf("%s: %d lines, want %d", c.name, n, c.lines)
		}
	}
}

// TestSplitTabs checks columns, blanks of every width, and empty cells.
func TestSplitTabs(t *testing.T) {
	text := "\t 甲\u2002\t\t1.5 \u3000\t乙"
	l := splitLines(text)[0]
	var got []string
	for _, c := range splitTabs(text, l) {
		got = append(got, string(rune('0'+c.col))+c.of(text))
	}
	if s := strings.Join(got, " "); s != "1甲 31.5 4乙" {
		t.Errorf("got %s", s)
	}
}

// TestKindOfCell pins what is a number, what is missing, what is text.
func TestKindOfCell(t *testing.T) {
	for s, want := range map[string]cellKind{
		"12": cellNumber, "-12.5": cellNumber, "－0.3": cellNumber, "1,234,567.8": cellNumber, "+3": cellNumber, "4.2%": cellNumber,
		"7.0 ": cellNumber, "1.0\u2002": cellNumber, "": cellMissing, "-": cellMissing, "—": cellMissing, "……": cellMissing, "/": cellMissing,
		"1,23": cellText, "1.2.3": cellText, "2022年": cellText, "5.2     4.6": cellText, "0570-3024567": cellText, "08:15": cellText, "%": cellText, "甲": cellText,
	} {
		if got := kindOfCell(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}

// TestPageMark tells page numbers from figures.
func TestPageMark(t *testing.T) {
	for s, want := range map[string]bool{
		"— 9—": true, "10 —": true, "—   17 —": true, "—": true, "8—": true, "-8.3": false, "12": false, "-3": false, "—第3页—": false,
	} {
		if got := isPageMark(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// FuzzTableAt reads any text: every table takes lines that are there, and its
// cells lie inside them, on rune borders.
func FuzzTableAt(f *testing.F) {
	if src, err := os.ReadFile("testdata/tables.txt"); err == nil {
		for _, s := range strings.Split(string(src), "\n---\n") {
			f.Add(s)
		}
	}
	f.Add("指标\t\t\n\t1\t\n")
	f.Add("指标  绝对数\n#  1  2  3  4\n  5\n")
	f.Add("指标\n\n单位\n\n产量\n\n1\n2\n\n3\n\n#甲\n")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		lines := splitLines(text)
		for i := 0; i < len(lines); {
			tab, n := tableAt(text, lines[i:])
			if n < 0 || n > len(lines)-i || n == 0 && tab != nil {
				t.Fatalf("%d lines of %d", n, len(lines)-i)
			}
			if n == 0 {
				i++
				continue
			}
			from, to := lines[i].raw, lines[i+n-1].end
			for _, r := range tab.rows {
				if r.start > r.end || r.start < from || r.end > to {
					t.Fatalf("row %d to %d of %d to %d", r.start, r.end, from, to)
				}
				for _, c := range r.cells {
					if c.start >= c.end || c.start < from || c.end > to || c.col < 0 || !utf8.ValidString(c.of(text)) {
						t.Fatalf("cell %+v of %d to %d", c, from, to)
					}
				}
			}
			i += n
		}
	})
}

// FuzzReadTables reads any text as tables and checks what comes out.
func FuzzReadTables(f *testing.F) {
	if src, err := os.ReadFile("testdata/tables.txt"); err == nil {
		examples, _ := parseGolden(string(src))
		for _, g := range examples {
			f.Add(g.doc.Text)
		}
	}
	r := New(loadCatalog(f))
	f.Fuzz(func(t *testing.T, text string) { readTables(t, r, text) })
}

func BenchmarkTableAt(b *testing.B) {
	src, err := os.ReadFile("testdata/tables.txt")
	if err != nil {
		b.Fatal(err)
	}
	prose := strings.Repeat("全年全市居民人均可支配收入46219元，比上年增长5.9%。\n", 40)
	for _, c := range []struct{ name, text string }{
		{"tables", strings.Repeat(string(src), 4)},
		{"prose", strings.Repeat(prose, 20)},
		{"short-lines", strings.Repeat("床头一盏灯\n", 8000)},
		{"heads", strings.Repeat("指标\n单位\n", 6000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			lines := splitLines(c.text)
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				for i := 0; i < len(lines); {
					_, n := tableAt(c.text, lines[i:])
					i += max(n, 1)
				}
			}
		})
	}
}
