package extract

import "suanpan/indicators"

// A periodRow is one fixed word of time. Words of the same beginning compete by
// length. A word that is another one in some company says in which.
type periodRow struct {
	text   string
	kind   periodKind
	point  periodPoint
	last   periodPoint // the other end of a run
	form   indicators.PeriodForm
	marks  periodMarks
	head   bool   // a part of it may follow: 今年一季度, 本月10日
	after  string // runes that, standing right before, make it another word: 项|目前
	before string // runes that, standing right behind, make it another word: 年初|步
}

// Company that changes a word, used by several rows.
const (
	periodCounts = "0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万亿两几多余半数近整个每逐"
	periodYouths = periodCounts + "青少老中成童壮幼丰荒灾往常历学财闰周新"
	periodBasics = "基日资成根样版文书"
	periodAgeing = "龄纪轻限"
	periodStarts = "步次级始心衷创见具期审诊中高稿夏秋冬春露雪现婚恋"
	periodTodays = "年日天冬春夏秋晚晨" // 至今|年
	periodFloors = "薪蕴数部座气盘细线牌"
)

func periodYearOf(a periodAnchor, offset int16) periodPoint {
	return periodPoint{anchor: a, unit: unitYear, year: offset}
}

// periodShifted is the unit that lies so many units from the anchor's own.
func periodShifted(a periodAnchor, u periodUnit, shift int16) periodPoint {
	return periodPoint{anchor: a, unit: u, shift: shift}
}

func periodPart(u periodUnit, n uint8) periodPoint { return periodPoint{unit: u, n: n} }

func periodYearEdge(e periodEdge) periodPoint { return periodPoint{unit: unitYear, edge: e} }

func periodMonthEdge(u periodUnit, e periodEdge) periodPoint { return periodPoint{unit: u, edge: e} }

func periodSeason(a periodAnchor, year int16, n uint8) periodPoint {
	return periodPoint{anchor: a, unit: unitSeason, year: year, n: n}
}

// seasonCold is winter and the spring behind it.
const seasonCold = 5

func periodBack(u periodUnit, n int16) periodPoint { return periodPoint{unit: u, shift: -n} }

// periodRows are the fixed words, by what they count from.
var periodRows = [...]periodRow{
	// The year of publication.
	{text: "今年", kind: periodStretch, point: periodYearOf(anchorPublished, 0), head: true, after: "如现", before: "轻"},
	{text: "去年", kind: periodStretch, point: periodYearOf(anchorPublished, -1), head: true, after: "过失", before: "代轻"},
	{text: "前年", kind: periodStretch, point: periodYearOf(anchorPublished, -2), head: true, after: "目提以当此空学事之日生", before: "度份产均"},
	{text: "大前年", kind: periodStretch, point: periodYearOf(anchorPublished, -3), head: true},
	{text: "明年", kind: periodStretch, point: periodYearOf(anchorPublished, 1), marks: markFuture, head: true, after: "说透证文表声发申", before: "代"},
	{text: "后年", kind: periodStretch, point: periodYearOf(anchorPublished, 2), marks: markFuture, head: true, after: "今以此之前往建", before: "代均"},
	{text: "大后年", kind: periodStretch, point: periodYearOf(anchorPublished, 3), marks: markFuture, head: true},
	{text: "年内", kind: periodStretch, point: periodYearOf(anchorPublished, 0), after: periodYouths, before: "蒙外"},
	{text: "今明两年", kind: periodStretch, point: periodYearOf(anchorPublished, 0), last: periodYearOf(anchorPublished, 1)},
	{text: "去今两年", kind: periodStretch, point: periodYearOf(anchorPublished, -1), last: periodYearOf(anchorPublished, 0)},
	{text: "新的一年", kind: periodStretch, point: periodYearOf(anchorPublished, 0)},
	{text: "新一年", kind: periodStretch, point: periodYearOf(anchorPublished, 0), head: true, after: "创"},

	// The year of the frame.
	{text: "上年", kind: periodStretch, point: periodYearOf(anchorContext, -1), marks: markReference, head: true, before: periodAgeing},
	{text: "上一年", kind: periodStretch, point: periodYearOf(anchorContext, -1), marks: markReference, head: true, after: "以"},
	{text: "前一年", kind: periodStretch, point: periodYearOf(anchorContext, -1), marks: markReference, head: true, after: "学以提"},
	{text: "本年", kind: periodStretch, point: periodYearOf(anchorContext, 0), head: true, after: periodBasics, before: "均轻级"},
	{text: "当年", kind: periodStretch, point: periodYearOf(anchorContext, 0), head: true, after: "相应适", before: "轻龄"},
	{text: "同年", kind: periodStretch, point: periodYearOf(anchorContext, 0), head: true, after: "不相合共协", before: "龄级代份限"},
	{text: "全年", kind: periodStretch, point: periodYearOf(anchorContext, 0), after: "健安完齐", before: "龄级"},
	{text: "全年度", kind: periodStretch, point: periodYearOf(anchorContext, 0), after: "健安完齐"},
	{text: "这一年", kind: periodStretch, point: periodYearOf(anchorContext, 0)},
	{text: "次年", kind: periodStretch, point: periodYearOf(anchorContext, 1), head: true, after: "首多初再每批档层人" + periodCounts},
	{text: "翌年", kind: periodStretch, point: periodYearOf(anchorContext, 1), head: true},
	{text: "下一年", kind: periodStretch, point: periodYearOf(anchorContext, 1), head: true, after: "以"},
	{text: "年初", kind: periodStretch, point: periodYearEdge(edgeStart), form: indicators.AsOf, marks: markReference, after: periodYouths, before: periodStarts},
	{text: "年末", kind: periodStretch, point: periodYearEdge(edgeEnd), form: indicators.AsOf, after: periodYouths, before: "端"},
	{text: "年底", kind: periodStretch, point: periodYearEdge(edgeEnd), form: indicators.AsOf, after: periodYouths, before: periodFloors},
	{text: "岁末", kind: periodStretch, point: periodYearEdge(edgeEnd), form: indicators.AsOf, after: periodCounts},

	// Parts of the year of the frame.
	{text: "上半年", kind: periodStretch, point: periodPart(unitHalf, 1), after: "以及"},
	{text: "下半年", kind: periodStretch, point: periodPart(unitHalf, 2), after: "以"},
	{text: "前半年", kind: periodStretch, point: periodPart(unitHalf, 1), after: "目以"},
	{text: "后半年", kind: periodStretch, point: periodPart(unitHalf, 2), after: "以"},

	// Quarters and months.
	{text: "元至二月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 2)},
	{text: "元至2月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 2)},
	{text: "元至三月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 3)},
	{text: "元至3月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 3)},
	{text: "元至四月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 4)},
	{text: "元至4月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 4)},
	{text: "元至五月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 5)},
	{text: "元至5月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 5)},
	{text: "元至六月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 6)},
	{text: "元至6月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 6)},
	{text: "元至七月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 7)},
	{text: "元至7月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 7)},
	{text: "元至八月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 8)},
	{text: "元至8月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 8)},
	{text: "元至九月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 9)},
	{text: "元至9月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 9)},
	{text: "元至十月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 10)},
	{text: "元至10月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 10)},
	{text: "元至十一月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 11)},
	{text: "元至11月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 11)},
	{text: "元至十二月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 12)},
	{text: "元至12月", kind: periodStretch, point: periodPart(unitMonth, 1), last: periodPart(unitMonth, 12)},
	{text: "本季度", kind: periodStretch, point: periodShifted(anchorContext, unitQuarter, 0), after: periodBasics},
	{text: "当季", kind: periodStretch, point: periodShifted(anchorContext, unitQuarter, 0), after: "应", before: "节"},
	{text: "上季度", kind: periodStretch, point: periodShifted(anchorContext, unitQuarter, -1), marks: markReference, after: "以"},
	{text: "上季", kind: periodStretch, point: periodShifted(anchorContext, unitQuarter, -1), marks: markReference, after: "以", before: "节"},
	{text: "上一季度", kind: periodStretch, point: periodShifted(anchorContext, unitQuarter, -1), marks: markReference},
	{text: "上个季度", kind: periodStretch, point: periodShifted(anchorContext, unitQuarter, -1), marks: markReference},
	{text: "下季度", kind: periodStretch, point: periodShifted(anchorContext, unitQuarter, 1), after: "以"},
	{text: "下个季度", kind: periodStretch, point: periodShifted(anchorContext, unitQuarter, 1)},
	{text: "季末", kind: periodStretch, point: periodMonthEdge(unitQuarter, edgeEnd), form: indicators.AsOf, after: periodCounts + "四春夏秋冬雨旺淡"},
	{text: "季度末", kind: periodStretch, point: periodMonthEdge(unitQuarter, edgeEnd), form: indicators.AsOf, after: periodCounts},
	{text: "本月", kind: periodStretch, point: periodShifted(anchorPublished, unitMonth, 0), head: true, after: periodBasics},
	{text: "这个月", kind: periodStretch, point: periodShifted(anchorPublished, unitMonth, 0), head: true},
	{text: "上月", kind: periodStretch, point: periodShifted(anchorPublished, unitMonth, -1), marks: markReference, head: true, after: "以", before: "球"},
	{text: "上个月", kind: periodStretch, point: periodShifted(anchorPublished, unitMonth, -1), marks: markReference, head: true},
	{text: "上個月", kind: periodStretch, point: periodShifted(anchorPublished, unitMonth, -1), marks: markReference, head: true},
	{text: "上上个月", kind: periodStretch, point: periodShifted(anchorPublished, unitMonth, -2), head: true},
	{text: "下月", kind: periodStretch, point: periodShifted(anchorPublished, unitMonth, 1), marks: markFuture, head: true, after: "以"},
	{text: "下个月", kind: periodStretch, point: periodShifted(anchorPublished, unitMonth, 1), marks: markFuture, head: true},
	{text: "下個月", kind: periodStretch, point: periodShifted(anchorPublished, unitMonth, 1), marks: markFuture, head: true},
	{text: "下下个月", kind: periodStretch, point: periodShifted(anchorPublished, unitMonth, 2), marks: markFuture, head: true},
	{text: "当月", kind: periodStretch, point: periodShifted(anchorContext, unitMonth, 0), head: true, after: "应"},
	{text: "次月", kind: periodStretch, point: periodShifted(anchorContext, unitMonth, 1), head: true, after: periodCounts + "首多初再本人", before: "球"},
	{text: "月末", kind: periodStretch, point: periodMonthEdge(unitMonth, edgeEnd), form: indicators.AsOf, after: periodCounts + "明岁"},
	{text: "月底", kind: periodStretch, point: periodMonthEdge(unitMonth, edgeEnd), form: indicators.AsOf, after: periodCounts + "岁"},

	// Days.
	{text: "今天", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, 0), after: "如"},
	{text: "今日", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, 0)},
	{text: "今晨", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, 0)},
	{text: "今早", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, 0)},
	{text: "今晚", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, 0)},
	{text: "昨天", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, -1)},
	{text: "昨日", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, -1)},
	{text: "昨晚", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, -1)},
	{text: "昨夜", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, -1)},
	{text: "前天", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, -2), after: periodCounts + "目以当"},
	{text: "前日", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, -2), after: periodCounts + "目以当提", before: "本照"},
	{text: "大前天", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, -3)},
	{text: "明天", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, 1), marks: markFuture},
	{text: "明日", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, 1), marks: markFuture, after: "文", before: "之"},
	{text: "明早", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, 1), marks: markFuture},
	{text: "明晚", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, 1), marks: markFuture},
	{text: "后天", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, 2), marks: markFuture, after: "先" + periodCounts},
	{text: "大后天", kind: periodStretch, point: periodShifted(anchorPublished, unitDay, 3), marks: markFuture},
	{text: "当日", kind: periodStretch, point: periodShifted(anchorContext, unitDay, 0), after: "应相", before: "本"},
	{text: "当天", kind: periodStretch, point: periodShifted(anchorContext, unitDay, 0), after: "应"},
	{text: "次日", kind: periodStretch, point: periodShifted(anchorContext, unitDay, 1), after: periodCounts + "每人", before: "均"},
	{text: "翌日", kind: periodStretch, point: periodShifted(anchorContext, unitDay, 1)},

	// The present of the writer.
	{text: "目前", kind: periodNow, form: indicators.AsOf, after: "项题科栏节数盲名品曲剧账细条", before: "期年"},
	{text: "当前", kind: periodNow, form: indicators.AsOf, after: "应相适"},
	{text: "眼下", kind: periodNow, form: indicators.AsOf},
	{text: "现在", kind: periodNow, form: indicators.AsOf, after: "体表实出呈展再发"},
	{text: "如今", kind: periodNow, form: indicators.AsOf, after: "例比譬"},
	{text: "现今", kind: periodNow, form: indicators.AsOf, after: "实体表呈展再发出兑", before: "年"},
	{text: "当下", kind: periodNow, form: indicators.AsOf, after: "应"},
	{text: "时下", kind: periodNow, form: indicators.AsOf, after: "及同小当"},
	{text: "至今", kind: periodNow, form: indicators.AsOf, before: periodTodays},
	{text: "迄今", kind: periodNow, form: indicators.AsOf},
	{text: "迄今为止", kind: periodNow, form: indicators.AsOf},
	{text: "近日", kind: periodNow, after: "附邻临接靠", before: "点"},
	{text: "日前", kind: periodNow, after: periodCounts + "节假今昨近即生号当周"},
	{text: "连日来", kind: periodNow},
	{text: "最近", kind: periodNow, before: "邻的"},
	{text: "近期", kind: periodNow, after: "附邻临"},
	{text: "近来", kind: periodNow, after: "附邻临"},

	// The days of the frame in the year before.
	{text: "同期", kind: periodSame, point: periodYearOf(anchorContext, -1), marks: markReference, after: "不相合共史年月"},
	{text: "去年同期", kind: periodSame, point: periodYearOf(anchorContext, -1), marks: markReference, after: "过失"},
	{text: "上年同期", kind: periodSame, point: periodYearOf(anchorContext, -1), marks: markReference},
	{text: "上一年同期", kind: periodSame, point: periodYearOf(anchorContext, -1), marks: markReference},
	{text: "去年这个时候", kind: periodStretch, point: periodPoint{anchor: anchorPublished, unit: unitMonth, year: -1}, marks: markReference},
	{text: "去年此时", kind: periodStretch, point: periodPoint{anchor: anchorPublished, unit: unitMonth, year: -1}, marks: markReference},
	{text: "上月同期", kind: periodSame, point: periodShifted(anchorContext, unitMonth, -1), marks: markReference},
	{text: "历史同期", kind: periodVague},
	{text: "常年同期", kind: periodVague},
	{text: "往年同期", kind: periodVague},

	// Seasons.
	{text: "今春", kind: periodStretch, point: periodSeason(anchorPublished, 0, 1)},
	{text: "今夏", kind: periodStretch, point: periodSeason(anchorPublished, 0, 2)},
	{text: "今秋", kind: periodStretch, point: periodSeason(anchorPublished, 0, 3)},
	{text: "今冬", kind: periodStretch, point: periodSeason(anchorPublished, 0, 4)},
	{text: "今冬明春", kind: periodStretch, point: periodSeason(anchorPublished, 0, seasonCold)},
	{text: "去冬今春", kind: periodStretch, point: periodSeason(anchorPublished, -1, seasonCold)},
	{text: "去春", kind: periodStretch, point: periodSeason(anchorPublished, -1, 1)},
	{text: "去夏", kind: periodStretch, point: periodSeason(anchorPublished, -1, 2)},
	{text: "去秋", kind: periodStretch, point: periodSeason(anchorPublished, -1, 3)},
	{text: "去冬", kind: periodStretch, point: periodSeason(anchorPublished, -1, 4)},
	{text: "明春", kind: periodStretch, point: periodSeason(anchorPublished, 1, 1), marks: markFuture},
	{text: "入春以来", kind: periodStretch, point: periodSeason(anchorFrame, 0, 1), marks: markSince | markToday},
	{text: "开春以来", kind: periodStretch, point: periodSeason(anchorFrame, 0, 1), marks: markSince | markToday},
	{text: "入夏以来", kind: periodStretch, point: periodSeason(anchorFrame, 0, 2), marks: markSince | markToday},
	{text: "入秋以来", kind: periodStretch, point: periodSeason(anchorFrame, 0, 3), marks: markSince | markToday},
	{text: "入冬以来", kind: periodStretch, point: periodSeason(anchorFrame, 0, 4), marks: markSince | markToday},

	// The year behind, told at its end.
	{text: "一年来", kind: periodRolling, point: periodBack(unitYear, 1), after: periodCounts + "第"},
	{text: "过去一年", kind: periodRolling, point: periodBack(unitYear, 1)},
	{text: "过去的一年", kind: periodRolling, point: periodBack(unitYear, 1)},
	{text: "刚刚过去的一年", kind: periodRolling, point: periodBack(unitYear, 1)},
	{text: "半年来", kind: periodRolling, point: periodBack(unitMonth, 6), after: "上下"},
	{text: "半个月来", kind: periodRolling, point: periodBack(unitDay, 15)},
	{text: "近半年", kind: periodRolling, point: periodBack(unitMonth, 6)},

	// No days can be told.
	{text: "近年", kind: periodVague, after: "附邻临"},
	{text: "近年来", kind: periodVague},
	{text: "近几年", kind: periodVague},
	{text: "近几年来", kind: periodVague},
	{text: "近些年", kind: periodVague},
	{text: "近些年来", kind: periodVague},
	{text: "这些年", kind: periodVague},
	{text: "几年来", kind: periodVague},
	{text: "多年来", kind: periodVague},
	{text: "数年来", kind: periodVague},
	{text: "长期以来", kind: periodVague},
	{text: "一段时间以来", kind: periodVague},
	{text: "本届政府", kind: periodVague},
	{text: "上届政府", kind: periodVague},
	{text: "正月", kind: periodVague},
	{text: "腊月", kind: periodVague},
	{text: "农历", kind: periodVague},
	{text: "大年三十", kind: periodVague},
	{text: "大年初一", kind: periodVague},
}
