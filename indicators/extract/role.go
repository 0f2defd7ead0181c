package extract

import (
	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// unitClass is what decides the role of a figure on the side of its unit.
type unitClass uint8

// The classes of units.
const (
	amountUnit  unitClass = 1 << iota // 元 吨 人 个 …
	percentUnit                       // % ‰, fractions, 三成
	pointUnit                         // 百分点
	timesUnit                         // 倍 番
	rankUnit                          // 第2位 首位
	ratioUnit                         // a part of a：b：c
	anyUnit     unitClass = 0xff
)

// A role is one row of the table that tells what a figure measures.
type role struct {
	name    string
	unit    unitClass
	all     catalog.Traits // the predicate has all of these
	any     catalog.Traits // the predicate has one of these, where not 0
	none    catalog.Traits // the predicate has none of these
	head    headMask       // the head of the noun is of one of these classes, where not 0
	measure indicators.Measure
	sign    bool // the verb gives the sign
}

type headMask uint16

func headsOf(classes ...catalog.HeadClass) headMask {
	var m headMask
	for _, c := range classes {
		m |= 1 << c
	}
	return m
}

// shareHeads says that the noun itself ends in 比重, 占比, 完成率.
const shareNoun headMask = 1 << 15

// roles is the table: the first row that fits decides.
var roles = []role{
	{name: "rank", unit: rankUnit, measure: indicators.Rank},
	{name: "ratio", unit: ratioUnit, measure: indicators.Share},
	{name: "point-pull", unit: pointUnit, any: catalog.Pull, measure: indicators.Share},
	{name: "percent-pull", unit: percentUnit, any: catalog.Pull, all: catalog.Up, measure: indicators.Share},
	{name: "point-change", unit: pointUnit, measure: indicators.Change, sign: true},
	{name: "percent-growth-head", unit: percentUnit, head: headsOf(catalog.GrowthHead), none: catalog.ShareOf, measure: indicators.Growth, sign: true},
	{name: "percent-share", unit: percentUnit, any: catalog.ShareOf | catalog.Finish, none: change | catalog.Net, measure: indicators.Share},
	{name: "percent-share-to", unit: percentUnit, any: catalog.ShareOf, all: catalog.To, measure: indicators.Share},
	{name: "percent-share-noun", unit: percentUnit, head: shareNoun, none: change, measure: indicators.Share},
	{name: "percent-share-noun-to", unit: percentUnit, head: shareNoun, all: catalog.To, measure: indicators.Share},
	{name: "percent-goal", unit: percentUnit, head: headsOf(catalog.GoalHead), measure: indicators.Share},
	{name: "percent-to", unit: percentUnit, all: catalog.To, measure: indicators.Level},
	{name: "percent-change", unit: percentUnit, any: change | catalog.Net | catalog.YoY | catalog.MoM | catalog.Annual, measure: indicators.Growth, sign: true},
	{name: "percent-level", unit: percentUnit, measure: indicators.Level},
	{name: "times-to", unit: timesUnit, all: catalog.To, measure: indicators.Level},
	{name: "times-change", unit: timesUnit, any: change, measure: indicators.Growth, sign: true},
	{name: "times-level", unit: timesUnit, measure: indicators.Level},
	{name: "amount-to", unit: amountUnit, all: catalog.To, measure: indicators.Level},
	{name: "amount-net", unit: amountUnit, any: catalog.Net, measure: indicators.Change, sign: true},
	{name: "amount-compared", unit: amountUnit, any: catalog.Exceed, measure: indicators.Change, sign: true},
	{name: "amount-change", unit: amountUnit, any: change, measure: indicators.Change, sign: true},
	{name: "amount-more", unit: amountUnit, all: catalog.Compare, any: catalog.More, measure: indicators.Change, sign: true},
	{name: "amount-level", unit: amountUnit, measure: indicators.Level},
}

// roleOf returns the first row that fits.
func roleOf(unit unitClass, traits catalog.Traits, head headMask) *role {
	for i := range roles {
		r := &roles[i]
		if r.unit&unit != 0 && traits&r.all == r.all && (r.any == 0 || traits&r.any != 0) &&
			traits&r.none == 0 && (r.head == 0 || head&r.head != 0) {
			return r
		}
	}
	return &roles[len(roles)-1]
}
