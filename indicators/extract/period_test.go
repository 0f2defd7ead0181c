package extract

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"suanpan/indicators"
)

// periodsOf offers every rune of text outside the words already found.
func periodsOf(text string) (words []periodWord) {
	for at := 0; at < len(text); {
		if w, ok := periodAt(text, at); ok {
			words = append(words, w)
			at = int(w.end)
			continue
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return words
}

// periodMarked writes text with its period words in 【】.
func periodMarked(text string, words []periodWord) string {
	var b strings.Builder
	at := 0
	for _, w := range words {
		b.WriteString(text[at:w.start] + "【" + text[w.start:w.end] + "】")
		at = int(w.end)
	}
	return b.String() + text[at:]
}

// periodSpelled writes what a word resolves to: the period and its form.
func periodSpelled(w periodWord, c periodContext) string {
	p, ok := w.resolve(c)
	if !ok {
		return "?"
	}
	return p.String() + [...]string{"", " to date", " as of"}[p.Form]
}

// TestPeriods reads testdata/periods.txt: text with each word in 【】, the day of
// publication, the frame, and what each word resolves to (? for nothing),
// separated by tabs.
func TestPeriods(t *testing.T) {
	file, err := os.Open("testdata/periods.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	cases := 0
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cases++
		fields := strings.Split(line, "\t")
		if len(fields) == 1 { // no period, whatever the context
			fields = append(fields, "", "", "")
		}
		if len(fields) != 4 {
			t.Errorf("periods.txt:%d: %d fields, want 4", n, len(fields))
			continue
		}
		var c periodContext
		if c.Published, err = indicators.ParseDate(fields[1]); err != nil {
			t.Errorf("periods.txt:%d: %v", n, err)
		}
		if c.Frame, err = indicators.ParsePeriod(fields[2]); err != nil {
			t.Errorf("periods.txt:%d: %v", n, err)
		}
		text := strings.NewReplacer("【", "", "】", "", "⏎", "\n", "⇥", "\t").Replace(fields[0])
		words := periodsOf(text)
		marked := strings.NewReplacer("\n", "⏎", "\t", "⇥").Replace(periodMarked(text, words))
		var got []string
		for _, w := range words {
			got = append(got, periodSpelled(w, c))
		}
		if marked != fields[0] || strings.Join(got, "; ") != fields[3] {
			t.Errorf("periods.txt:%d:\n got %s\t%s\nwant %s\t%s", n, marked, strings.Join(got, "; "), fields[0], fields[3])
		}
	}
	if cases < 150 {
		t.Errorf("%d cases, want at least 150", cases)
	}
}

// TestPeriodPredicates pins what a reader may ask of a word.
func TestPeriodPredicates(t *testing.T) {
	c := periodContext{Published: indicators.NewDate(2022, 7, 27), Frame: indicators.Half(2022, 1)}
	asked := []struct {
		name string
		ask  func(periodWord) bool
		yes  string
		no   string
	}{
		{"absolute", periodWord.absolute, "2023年 十四五期间 2022年3月 2021—2023年 1990年代 康熙三年", "今年 8月 上年 近三年 目前 同期"},
		{"needsYear", periodWord.needsYear, "8月 上半年 一季度 年末 1—6月 8月31日 国庆黄金周 24日", "今年 2023年8月 上年 全年 去年一季度 近三年 同期 目前 本月"},
		{"asOf", periodWord.asOf, "年末 6月底 截至2023年 截至目前 目前 2023年末 十四五末 年底前 去年底 季末", "全年 8月 今年以来 2012年以来 五年来 近日"},
		{"span", periodWord.span, "五年来 十四五时期 2016—2020年 近三年 未来五年 2012年以来 20世纪80年代 21世纪 2016年至2020年 过去五年 十四五以来", "2023年 全年 过去一年 1—11月 今年以来 十四五末 8月 近三个月"},
		{"reference", periodWord.reference, "上年 上年同期 去年同期 同期 年初 上月 上季度 上年末 2019年同期 三年前 去年这个时候", "今年 去年 全年 目前 2019年 年初以来"},
		{"future", func(w periodWord) bool { return w.future(c) }, "明年 未来五年 到2030年 年底前 下半年 2025年 8月底前 年末 年底 12月 明年一季度 今后三年", "今年 去年 上半年 6月底 2021年 目前 今年以来 近三年 一季度"},
		{"until", periodWord.until, "到2030年 至2025年 到年底", "2030年 截至年底 年底前"},
		{"weak", periodWord.weak, "2018 2023", "2018年 8月"},
		{"named", periodWord.named, "十五五规划 第十四个五年规划", "十五五 十五五时期"},
	}
	for _, a := range asked {
		for want, list := range map[bool]string{true: a.yes, false: a.no} {
			for _, text := range strings.Fields(list) {
				w, ok := periodAt(text, 0)
				if !ok || int(w.end) != len(text) {
					t.Errorf("%s is not read whole: %v", text, w)
				} else if a.ask(w) != want {
					t.Errorf("%s of %s = %v", a.name, text, !want)
				}
			}
		}
	}
	for text, want := range map[string]int{"2023年": 2023, "2016—2020年": 2020, "2022年11月至次年3月": 2023, "十四五末": 2025, "今年": 0, "8月": 0} {
		w, _ := periodAt(text, 0)
		if y, ok := w.year(); y != want || ok != (want > 0) {
			t.Errorf("year of %s = %d, %v", text, y, ok)
		}
	}
}

// TestPeriodsOfPeer reads a peer's cases and wants nearly all of its days.
func TestPeriodsOfPeer(t *testing.T) {
	file, err := os.Open(filepath.Join("..", "..", "..", "shared", "specs", "recognizers-zh.jsonl"))
	if err != nil {
		t.Skip("the peer's cases are not here: ", err)
	}
	defer file.Close()
	passed, total := 0, 0
	for lines := json.NewDecoder(file); lines.More(); {
		var c peerCase
		if err := lines.Decode(&c); err != nil {
			t.Fatal(err)
		}
		if !c.Relevant || c.Kind != "date" && c.Kind != "period" {
			continue
		}
		total++
		if c.met() {
			passed++
		} else {
			t.Logf("%s: %s", c.ID, c.told())
		}
	}
	t.Logf("%d of %d", passed, total)
	if passed*100 < total*96 {
		t.Errorf("%d of %d cases pass", passed, total)
	}
}

type peerCase struct {
	ID, Kind, Text, Ref string
	Relevant            bool
	Expect              []struct {
		Start, End   int
		Ranges       [][2]string
		EndExclusive bool `json:"end_exclusive"`
	}
}

func (c *peerCase) context() periodContext {
	d, _ := indicators.ParseDate(c.Ref[:min(10, len(c.Ref))])
	return periodContext{Published: d}
}

func (c *peerCase) told() string {
	words := periodsOf(c.Text)
	s := periodMarked(c.Text, words)
	for _, w := range words {
		s += " " + periodSpelled(w, c.context())
	}
	return fmt.Sprint(s, c.Expect)
}

// met reports whether every expected period meets a word of the same days.
func (c *peerCase) met() bool {
	runes := []rune(c.Text)
	for _, e := range c.Expect {
		start, end := len(string(runes[:e.Start])), len(string(runes[:e.End]))
		found := false
		for _, w := range periodsOf(c.Text) {
			p, ok := w.resolve(c.context())
			if !ok || int(w.start) >= end || int(w.end) <= start {
				continue
			}
			for _, r := range e.Ranges {
				first, _ := indicators.ParseDate(r[0])
				last, _ := indicators.ParseDate(r[1])
				found = found || p.First == first && (p.Last == last || e.EndExclusive && p.Last == last.AddDays(-1))
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// TestPeriodHolidays checks the table against the days that never move.
func TestPeriodHolidays(t *testing.T) {
	for year := periodFirstHolidayYear; year <= 2030; year++ {
		for h := holidayNewYear; h <= holidayGolden; h++ {
			p, ok := periodHolidayIn(h, year)
			if !ok || !p.First.Valid() || !p.Last.Valid() || p.Last.Before(p.First) {
				t.Errorf("holiday %d of %d = %v, %v", h, year, p, ok)
			}
		}
		holds := func(h uint8, month, day int) {
			d := indicators.NewDate(year, month, day)
			if p, _ := periodHolidayIn(h, year); d.Before(p.First) || p.Last.Before(d) {
				t.Errorf("holiday %d of %d is %v, without %v", h, year, p, d)
			}
		}
		holds(holidayNewYear, 1, 1)
		holds(holidayLabour, 5, 1)
		holds(holidayNational, 10, 1)
		feast := periodMonthDay(year, periodSpringFeast[year-periodFirstHolidayYear])
		holds(holidaySpring, int(feast.Month), int(feast.Day))
	}
	if p, ok := periodHolidayIn(holidaySpring, 2007); ok {
		t.Errorf("the Spring Festival of 2007 = %v, want none", p)
	}
}
