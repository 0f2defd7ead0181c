package extract

import (
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// unitFromNoun gives a number with magnitude the unit that the noun behind it
// implies: 6434万农村人口 counts 人, 突破千亿产值 means 元.
func (d *reading) unitFromNoun(f *figure, k, b int32) {
	if f.unit >= 0 || f.form != figureBare && f.form != figureWord && f.form != figureRound || f.exp < 4 {
		return
	}
	unit := d.unitFromHead(f, k)
	from := f.end
	for j := k + 1; j < b && j < k+4 && unit == ""; j++ {
		t := &d.tokens[j]
		if t.kind == tokPunct || t.start-from > 12 {
			break
		}
		from = t.end
		if !t.is(catalog.HeadNoun) {
			continue
		}
		word := d.textOf(t)
		switch {
		case t.word.Head == catalog.CountHead && d.cat.Classes.People.In(word):
			unit = "人"
		case t.word.Head == catalog.AmountHead && f.bound == indicators.AtLeast && d.cat.Classes.Turnover.In(word):
			unit = "元"
		}
		break
	}
	if unit == "" {
		return
	}
	if i, n := d.cat.Units.Match(unit, 0); n > 0 {
		f.unit, f.form = int16(i), figurePlain
	}
}

// unitFromHead returns the unit that the head before a number implies: 接待人次达
// 4454万.
func (d *reading) unitFromHead(f *figure, k int32) string {
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		t := &d.tokens[j]
		if f.start-t.end > 9 || t.kind != tokWord {
			return ""
		}
		if t.is(catalog.HeadNoun | catalog.Known) {
			switch word := d.textOf(t); {
			case strings.HasSuffix(word, "人次"):
				return "人次"
			case strings.HasSuffix(word, "人数"):
				return "人"
			case strings.HasSuffix(word, "人口"):
				return "人"
			case strings.HasSuffix(word, "户数"):
				return "户"
			case moneyHead(word) && d.figures[d.tokens[k].ref].form == figureRound:
				return "元" // 财政收入迈过千亿大关
			}
			return ""
		}
	}
	return ""
}

// moneyHead reports whether a head is measured in money.
func moneyHead(word string) bool {
	for _, h := range headUnits {
		if h.dimension == "money" && strings.HasSuffix(word, h.ending) {
			return true
		}
	}
	return strings.HasSuffix(word, "生产总值") || strings.HasSuffix(word, "GDP")
}
