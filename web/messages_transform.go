package web

// transformMessages are the words of what is computed of figures.
var transformMessages = map[string]message{
	"transform":                   {"换算", "Computed"},
	"transform.none":              {"%s不能算", "Not available: %s"},
	"transform.cannot":            {"%d种不能算，为什么", "why %d cannot be computed"},
	"transform.base":              {"基期", "Base"},
	"transform.note":              {"换算由印出的数算得：差是准确的，商的末位随原数的精度；约数、下限不参与换算。公布增速是原文所印，另成一列。", "Computed of the figures as printed: differences are exact, quotients have no more digits than the figures leave sure; bounds are computed with nothing. Growth as printed is a column of its own."},
	"transform.note.per-resident": {"人均按年末常住人口算；公布的人均值多按年平均人口，略有不同。", "Per resident is by the residents at the end of the year; published values mostly take the year's average."},

	"transform.growth":       {"算得的同比增速", "growth on the year, computed"},
	"transform.change":       {"算得的同比增减", "change on the year, computed"},
	"transform.index":        {"指数", "index"},
	"transform.index.of":     {"指数（%s＝100）", "index (%s = 100)"},
	"transform.per-resident": {"算得的人均", "per resident, computed"},
	"transform.share":        {"占上级的比重", "share of the region above"},
	"transform.share.of":     {"占%s的比重", "share of %s"},
	"transform.single":       {"单期", "single period"},
	"transform.single.M":     {"算得的单月", "single months, computed"},
	"transform.single.Q":     {"算得的单季", "single quarters, computed"},
	"transform.short.level":  {"不换算", "As read"},
	"transform.short.growth": {"同比增速", "Growth on the year"},
	"transform.short.change": {"同比增减", "Change on the year"},
	"transform.short.index":  {"指数", "Index"},
	"transform.short.share":  {"占上级比重", "Share of parent"},
	"transform.short.single": {"累计变单期", "Single periods"},

	"transform.short.per-resident": {"人均", "Per resident"},

	"why.measure":     {"只有水平值可以换算；这里是公布的增速、增减、占比或位次。", "Only levels can be transformed; these are growth, changes, shares or ranks as printed."},
	"why.kind":        {"这项指标不是可以这样加减、均摊的量。", "The indicator is no amount that may be added or divided so."},
	"why.rate":        {"比率用增减的百分点来比，不用增速。", "Rates are compared by their change in points, not by growth."},
	"why.bound":       {"有的数不是确数（超、近、左右）。", "Some of the figures are bounds (more than, about)."},
	"why.year-before": {"没有读到上年同期的数。", "The same period of the year before was not read."},
	"why.base":        {"没有读到基期的数。", "The base period was not read."},
	"why.zero":        {"除数不是正数。", "It would be divided by what is not positive."},
	"why.population":  {"没有读到该年年末常住人口。", "The residents at the end of the year were not read."},
	"why.parent":      {"没有读到上级同期的同一指标。", "The same of the region above was not read."},
	"why.cumulative":  {"没有读到前一期的累计数。", "The sum up to the period before was not read."},

	"key.computed": {"算得", "computed"},
	"key.lack":     {"算不出", "not computable"},
	"unit.per":     {"%s/人", "%s per resident"},

	"problem.base":      {"只有指数才有基期 %s。", "Only an index has a base %s."},
	"problem.base.more": {"请选“指数”，或去掉 base。", "Choose the index, or take base away."},
}
