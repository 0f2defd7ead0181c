package extract

import (
	"testing"
	"unicode/utf8"

	"suanpan/indicators"
)

// FuzzPeriods checks that any text is read without a panic, that words lie in
// the text on borders of runes, and that what resolves is a real span of days.
func FuzzPeriods(f *testing.F) {
	for _, s := range []string{
		"2023年1—11月，全市规上工业增加值同比增长9.4%",
		"从5月1日起，2010年之后2018年之前，在2007年与2009年之间",
		"“十四五”前四年，第十五个五年规划，二〇二三年三月初一",
		"上上個週三 13.5.2015 3-7-07 2024/25 2024-01",
		"12月14日8:00至18:00，10月26日22时至27日6时",
		"两千零四年八月十五 康熙三年五月 20世纪80年代初",
		"近三年来 未来两个月 前两天 三年前 2月29日 中秋国庆假期",
		"１２月３１日\xff截至\xe5\xb9",
	} {
		f.Add(s, int16(2024), uint8(2), uint8(1))
	}
	f.Fuzz(func(t *testing.T, text string, year int16, month, day uint8) {
		published := indicators.Date{Year: year, Month: month, Day: day}
		if !published.Valid() {
			published = indicators.Date{}
		}
		contexts := []periodContext{
			{Published: published},
			{Published: published, Frame: indicators.Year(2023)},
			{Frame: indicators.Half(2023, 1)},
			{},
		}
		for at := range len(text) {
			w, ok := periodAt(text, at)
			if !ok {
				if w != (periodWord{}) {
					t.Fatalf("no word at %d of %q, but %v", at, text, w)
				}
				continue
			}
			start, end := int(w.start), int(w.end)
			if start != at || end <= start || end > len(text) {
				t.Fatalf("%q at %d: %d to %d", text, at, start, end)
			}
			if utf8.ValidString(text) && utf8.RuneStart(text[at]) && (end < len(text) && !utf8.RuneStart(text[end])) {
				t.Fatalf("%q: %q ends inside a rune", text, text[start:end])
			}
			if again, _ := periodAt(text, at); again != w {
				t.Fatalf("%q: twice is not the same", text[start:end])
			}
			if end-start > 120 {
				t.Fatalf("a word of %d bytes: %q", end-start, text[start:end])
			}
			for _, c := range contexts {
				p, ok := w.resolve(c)
				if ok && (!p.First.Valid() || !p.Last.Valid() || p.Last.Before(p.First)) {
					t.Fatalf("%q resolves to %v", text[start:end], p)
				}
				if !ok && !p.IsZero() {
					t.Fatalf("%q does not resolve, but %v", text[start:end], p)
				}
				if w.future(c); w.asOf() && ok && p.Form != indicators.AsOf {
					t.Fatalf("%q is an instant, but %v", text[start:end], p)
				}
			}
			if _, said := w.year(); w.span() && w.weak() || said && w.needsYear() {
				t.Fatalf("%q: %+v contradicts itself", text[start:end], w)
			}
		}
	})
}
