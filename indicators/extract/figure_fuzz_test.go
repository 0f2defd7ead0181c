package extract

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// checkFigures reports what no figure may be, whatever the text.
func checkFigures(t *testing.T, text string, figs []figure) {
	t.Helper()
	border := func(i int32) bool {
		return 0 <= i && int(i) <= len(text) && (int(i) == len(text) || utf8.RuneStart(text[i]))
	}
	last := int32(0)
	for _, f := range figs {
		for _, i := range []int32{f.start, f.end, f.numStart, f.numEnd, f.unitStart, f.unitEnd} {
			if !border(i) {
				t.Fatalf("%q: offset %d is no rune border: %+v", text, i, f)
			}
		}
		if f.start > f.numStart || f.numStart >= f.numEnd || f.numEnd > f.end && f.form != figureOrdinal || f.unitStart > f.unitEnd {
			t.Fatalf("%q: spans are out of order: %+v", text, f)
		}
		if f.numStart < last {
			t.Fatalf("%q: numerals overlap at %d", text, f.numStart)
		}
		last = f.numEnd
		if f.den < 0 || f.exp > maxDigits+8 || f.exp < -maxDigits-8 {
			t.Fatalf("%q: value out of bounds: %+v", text, f)
		}
		if v := f.value(text); v.NumDigits() > 2*maxDigits+4 {
			t.Fatalf("%q: %s has too many digits", text, v)
		}
	}
}

func FuzzFigures(f *testing.F) {
	for _, text := range []string{
		"产值2.34亿元，增长5%—6%，居第2位", "三又五分之一", "七 2 折八成半", "辆（艘、架）次/万人", "1.2e-3^5",
		"3.9：59.5：36.6", "￥1,234.5万", "翻了近两番多", "五元三毛二分半", "第1/3百分之负五", "A-1.2.3-4×5+6k", "一千零几百余万亿个多月",
	} {
		f.Add(text)
	}
	u := loadTestUnits(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			text = strings.ToValidUTF8(text, "〇")
		}
		checkFigures(t, text, figuresIn(u, text))
	})
}

// hostile texts make a careless reader look at each byte many times.
func hostileTexts(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)+1)[:size/len(s)*len(s)] }
	return map[string]string{
		"digits":     fill("1"),
		"zeros":      fill("0"),
		"groups":     fill("1,234,"),
		"thousands":  "1" + fill(",234"),
		"magnitudes": fill("万亿亿亿"),
		"tens":       fill("十"),
		"han":        fill("一二三"),
		"mixed":      fill("1万1千"),
		"lists":      fill("、"),
		"ranges":     fill("1至2至"),
		"falling":    fill("9至8至7至"),
		"hyphens":    fill("1-"),
		"colons":     fill("1："),
		"slashes":    fill("1/2/"),
		"parts":      fill("一分之"),
		"and":        fill("三又"),
		"letters":    fill("A"),
		"names":      fill("A1-"),
		"plus":       fill("1+"),
		"points":     fill("1."),
		"brackets":   fill("1辆（艘、"),
		"spaces":     fill("1 "),
		"blanks":     fill(" "),
		"zero words": fill("一零"),
		"halves":     fill("半"),
		"each":       fill("每"),
		"near":       fill("近"),
		"some":       fill("几十数"),
		"doubling":   fill("翻了"),
	}
}

// TestHostileFigures takes minutes where the cost is not linear.
func TestHostileFigures(t *testing.T) {
	u := loadTestUnits(t)
	for name, text := range hostileTexts(300_000) {
		figs := figuresIn(u, text)
		if len(figs) > len(text) {
			t.Errorf("%s: %d figures in %d bytes", name, len(figs), len(text))
		}
		if name == "digits" && (len(figs) != 1 || figs[0].form != figureTooLong) {
			t.Errorf("digits are %s", describeAll(u, text[:40], figs[:1]))
		}
		checkFigures(t, text, figs)
	}
}

func TestFiguresDoNotAllocate(t *testing.T) {
	u := loadTestUnits(t)
	text := "产值2.34亿元，增长5%—6%，约三分之一，居第2位，10.36百亿亿次/秒，3.9：59.5：36.6，5G，二十三万"
	dst := make([]figure, 0, 64)
	if n := testing.AllocsPerRun(100, func() {
		for i := 0; i < len(text); {
			out, end := appendFigures(dst[:0], u, text, i)
			dst = out
			i = max(end, i+1)
			for i < len(text) && !utf8.RuneStart(text[i]) {
				i++
			}
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkFigures(b *testing.B) {
	u := loadTestUnits(b)
	texts := hostileTexts(1_000_000)
	texts["bulletin"] = strings.Repeat("全市完成地区生产总值3667.9亿元，比上年增长5.0%。其中第一产业增加值280.3亿元，增长3.5%；三次产业结构为7.6：45.6：46.8。", 8000)
	for _, name := range []string{"bulletin", "digits", "magnitudes", "lists", "falling", "hyphens", "parts", "brackets", "mixed", "some", "doubling", "groups"} {
		b.Run(name, func(b *testing.B) {
			text := texts[name]
			dst := make([]figure, 0, len(text))
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				dst = dst[:0]
				for i := 0; i < len(text); {
					out, end := appendFigures(dst, u, text, i)
					dst = out
					if end <= i {
						_, size := utf8.DecodeRuneInString(text[i:])
						end = i + size
					}
					i = end
				}
			}
			b.ReportMetric(float64(len(dst)), "figures")
		})
	}
}
