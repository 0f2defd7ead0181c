package web

import (
	"slices"

	"github.com/shopspring/decimal"
)

// tile is a province on the map of tiles. Class 1 to 6 is its place among the
// values, 0 where nothing was read.
type tile struct {
	Region place
	Row    int
	Column int
	Class  int
	Number *number
	Page   string
	Letter string // its short name in one character
}

// The places of the provinces on the map of tiles, all 34, roughly where they
// lie. The tiles show neither area nor border.
var tilePlaces = []struct {
	code        string
	row, column int
	letter      string
}{
	{"230000", 1, 9, "黑"},
	{"150000", 2, 6, "蒙"},
	{"110000", 2, 7, "京"},
	{"220000", 2, 9, "吉"},
	{"650000", 3, 1, "新"},
	{"630000", 3, 3, "青"},
	{"620000", 3, 4, "甘"},
	{"640000", 3, 5, "宁"},
	{"140000", 3, 6, "晋"},
	{"130000", 3, 7, "冀"},
	{"120000", 3, 8, "津"},
	{"210000", 3, 9, "辽"},
	{"540000", 4, 2, "藏"},
	{"510000", 4, 4, "川"},
	{"610000", 4, 5, "陕"},
	{"410000", 4, 6, "豫"},
	{"370000", 4, 7, "鲁"},
	{"500000", 5, 4, "渝"},
	{"420000", 5, 5, "鄂"},
	{"340000", 5, 6, "皖"},
	{"320000", 5, 7, "苏"},
	{"310000", 5, 8, "沪"},
	{"530000", 6, 3, "云"},
	{"520000", 6, 4, "贵"},
	{"430000", 6, 5, "湘"},
	{"360000", 6, 6, "赣"},
	{"330000", 6, 7, "浙"},
	{"450000", 7, 4, "桂"},
	{"440000", 7, 5, "粤"},
	{"350000", 7, 6, "闽"},
	{"710000", 7, 8, "台"},
	{"820000", 8, 5, "澳"},
	{"810000", 8, 6, "港"},
	{"460000", 9, 4, "琼"},
}

// tilesOf puts a ranking of provinces on the map of tiles, in classes that
// hold about as many each; a value that is only a bound stands where it would
// if it were exact. The names of the classes are their limits.
func (s *server) tilesOf(ranking []rankRow, sc scale, l language) (tiles []tile, classes []string) {
	values := map[string]decimal.Decimal{}
	var sorted []decimal.Decimal
	byID := map[string]*rankRow{}
	for i := range ranking {
		r := &ranking[i]
		byID[r.Region.ID] = r
		values[r.Region.ID] = r.value
		if r.Rank > 0 {
			sorted = append(sorted, r.value)
		}
	}
	slices.SortFunc(sorted, decimal.Decimal.Cmp)
	const most = 6
	var limits []decimal.Decimal // the least value of each class but the first
	for i := 1; i < most && len(sorted) > 0; i++ {
		v := sorted[i*len(sorted)/most]
		if v.GreaterThan(sorted[0]) && (len(limits) == 0 || v.GreaterThan(limits[len(limits)-1])) {
			limits = append(limits, v)
		}
	}
	text := func(d decimal.Decimal) string { return plainNumber(d, sc, l, false).Text() }
	for i := range len(limits) + 1 {
		switch {
		case len(limits) == 0:
		case i == 0:
			classes = append(classes, l.say("class.below", text(limits[0])))
		case i == len(limits):
			classes = append(classes, l.say("class.from", text(limits[i-1])))
		default:
			classes = append(classes, text(limits[i-1])+"–"+text(limits[i]))
		}
	}
	for _, p := range tilePlaces {
		t := tile{Region: s.names.place(p.code, ""), Row: p.row, Column: p.column, Letter: p.letter, Page: pathTo("regions", p.code)}
		if r := byID[p.code]; r != nil {
			t.Number, t.Page = r.Value.Number, r.Page
		}
		if v, ok := values[p.code]; ok {
			t.Class = 1
			for _, limit := range limits {
				if v.GreaterThanOrEqual(limit) {
					t.Class++
				}
			}
		}
		tiles = append(tiles, t)
	}
	return tiles, classes
}
