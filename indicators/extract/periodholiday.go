package extract

import "suanpan/indicators"

// Public holidays, numbered as the columns of periodHolidayDays.
const (
	_ uint8 = iota
	holidayNewYear
	holidaySpring
	holidayQingming
	holidayLabour
	holidayDragon
	holidayMidAutumn
	holidayNational
	holidayRush   // 春运: forty days from the fifteenth before the Spring Festival
	holidayGolden // 中秋国庆, the two in one
)

// A periodHolidayName is a word for a holiday. A bare one needs a word such as
// 假期 behind it: 清明 is also part of other names.
type periodHolidayName struct {
	text    string
	holiday uint8
	bare    bool
}

// Longer names come first.
var periodHolidayNames = [...]periodHolidayName{
	{"元旦春节", holidaySpring, true},
	{"中秋国庆", holidayGolden, true},
	{"中秋、国庆", holidayGolden, true},
	{"国庆中秋", holidayGolden, true},
	{"国庆、中秋", holidayGolden, true},
	{"中秋节、国庆节", holidayGolden, false},
	{"中秋和国庆", holidayGolden, true},
	{"元旦", holidayNewYear, true},
	{"春节", holidaySpring, false},
	{"清明", holidayQingming, true},
	{"五一", holidayLabour, true},
	{"五·一", holidayLabour, true},
	{"端午", holidayDragon, true},
	{"中秋", holidayMidAutumn, true},
	{"国庆", holidayNational, true},
	{"十一", holidayNational, true},
	{"双节", holidayGolden, true},
	{"春运", holidayRush, false},
}

// holiday reads the holiday at byte at: 春节, “五一”假期, 国庆黄金周.
func (s *periodStart) holiday(text string, at int) (holiday uint8, end int, ok bool) {
	if periodBehind(text, at, "0123456789〇零二三四六七八九百第之") {
		return 0, at, false
	}
	for i := range s.holidays {
		h := &s.holidays[i]
		if !periodHas(text, at, h.text) {
			continue
		}
		pos := at + len(h.text)
		quoted := pos
		quoted += periodOneOf(text, quoted, "”", "\"", "’", "》")
		size := periodOneOf(text, quoted, "假期", "小长假", "长假", "黄金周", "假日", "节假期", "节假日", "节小长假", "节长假", "节期间", "劳动节", "期间", "国际劳动节")
		if size == 0 && h.bare && periodHas(text, pos, "节") && !periodAhead(text, pos+3, "约能水目点奏气") {
			size = 3
		}
		if n := readPeriodNumber(text, pos); size == 0 && n.digits > 0 && n.value <= 15 && periodHas(text, n.end, "天") {
			size = n.end + len("天") - quoted // 国庆7天
		}
		if size == 0 && periodHas(text, pos, "前") && !periodHas(text, pos, "前后") && !periodHas(text, pos, "前夕") {
			continue // 春节前: of no holiday
		}
		switch {
		case size > 0:
			pos = quoted + size
		case h.bare:
			continue
		}
		pos += periodOneOf(text, pos, "假期", "期间", "当天", "当日")
		return h.holiday, pos, true
	}
	return 0, at, false
}

// A periodHolidaySpan is the days of one holiday, month × 100 + day; a first
// day in December lies in the year before.
type periodHolidaySpan struct{ first, last int16 }

const periodFirstHolidayYear = 2008

// periodHolidayDays are the days off, as the State Council gave them for each
// year to 2026; for later years the feast itself. 2020 has the longer Spring
// Festival of that year. Columns: New Year, Spring Festival, Qingming, Labour
// Day, Dragon Boat, Mid-Autumn, National Day.
var periodHolidayDays = [...][7]periodHolidaySpan{
	/* 2008 */ {{1230, 101}, {206, 212}, {404, 406}, {501, 503}, {607, 609}, {913, 915}, {929, 1005}},
	/* 2009 */ {{101, 103}, {125, 131}, {404, 406}, {501, 503}, {528, 530}, {1001, 1008}, {1001, 1008}},
	/* 2010 */ {{101, 103}, {213, 219}, {403, 405}, {501, 503}, {614, 616}, {922, 924}, {1001, 1007}},
	/* 2011 */ {{101, 103}, {202, 208}, {403, 405}, {430, 502}, {604, 606}, {910, 912}, {1001, 1007}},
	/* 2012 */ {{101, 103}, {122, 128}, {402, 404}, {429, 501}, {622, 624}, {930, 1007}, {930, 1007}},
	/* 2013 */ {{101, 103}, {209, 215}, {404, 406}, {429, 501}, {610, 612}, {919, 921}, {1001, 1007}},
	/* 2014 */ {{101, 101}, {131, 206}, {405, 407}, {501, 503}, {531, 602}, {906, 908}, {1001, 1007}},
	/* 2015 */ {{101, 103}, {218, 224}, {404, 406}, {501, 503}, {620, 622}, {926, 927}, {1001, 1007}},
	/* 2016 */ {{101, 103}, {207, 213}, {402, 404}, {430, 502}, {609, 611}, {915, 917}, {1001, 1007}},
	/* 2017 */ {{1231, 102}, {127, 202}, {402, 404}, {429, 501}, {528, 530}, {1001, 1008}, {1001, 1008}},
	/* 2018 */ {{1230, 101}, {215, 221}, {405, 407}, {429, 501}, {616, 618}, {922, 924}, {1001, 1007}},
	/* 2019 */ {{1230, 101}, {204, 210}, {405, 407}, {501, 504}, {607, 609}, {913, 915}, {1001, 1007}},
	/* 2020 */ {{101, 101}, {124, 202}, {404, 406}, {501, 505}, {625, 627}, {1001, 1008}, {1001, 1008}},
	/* 2021 */ {{101, 103}, {211, 217}, {403, 405}, {501, 505}, {612, 614}, {919, 921}, {1001, 1007}},
	/* 2022 */ {{101, 103}, {131, 206}, {403, 405}, {430, 504}, {603, 605}, {910, 912}, {1001, 1007}},
	/* 2023 */ {{1231, 102}, {121, 127}, {405, 405}, {429, 503}, {622, 624}, {929, 1006}, {929, 1006}},
	/* 2024 */ {{1230, 101}, {210, 217}, {404, 406}, {501, 505}, {608, 610}, {915, 917}, {1001, 1007}},
	/* 2025 */ {{101, 101}, {128, 204}, {404, 406}, {501, 505}, {531, 602}, {1001, 1008}, {1001, 1008}},
	/* 2026 */ {{101, 103}, {215, 223}, {404, 406}, {501, 505}, {619, 621}, {925, 927}, {1001, 1007}},
	/* 2027 */ {{101, 101}, {206, 206}, {405, 405}, {501, 501}, {609, 609}, {915, 915}, {1001, 1001}},
	/* 2028 */ {{101, 101}, {126, 126}, {404, 404}, {501, 501}, {528, 528}, {1003, 1003}, {1001, 1001}},
	/* 2029 */ {{101, 101}, {213, 213}, {404, 404}, {501, 501}, {616, 616}, {922, 922}, {1001, 1001}},
	/* 2030 */ {{101, 101}, {203, 203}, {405, 405}, {501, 501}, {605, 605}, {912, 912}, {1001, 1001}},
}

// periodSpringFeast is the first day of the first lunar month, from 2008.
var periodSpringFeast = [...]int16{
	207, 126, 214, 203, 123, 210, 131, 219, 208, 128, 216, 205, 125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 203,
}

// periodHolidayIn returns the days of a holiday in a year; false outside the
// years of the table.
func periodHolidayIn(holiday uint8, year int) (indicators.Period, bool) {
	i := year - periodFirstHolidayYear
	if i < 0 || i >= len(periodHolidayDays) {
		return indicators.Period{}, false
	}
	switch holiday {
	case holidayRush:
		feast := periodMonthDay(year, periodSpringFeast[i])
		return indicators.Period{First: feast.AddDays(-15), Last: feast.AddDays(24)}, true
	case holidayGolden:
		autumn, national := periodHolidayDays[i][holidayMidAutumn-1], periodHolidayDays[i][holidayNational-1]
		return indicators.Period{
			First: periodMonthDay(year, min(autumn.first, national.first)),
			Last:  periodMonthDay(year, max(autumn.last, national.last)),
		}, true
	}
	s := periodHolidayDays[i][holiday-1]
	first := year
	if s.first > s.last {
		first--
	}
	return indicators.Period{First: periodMonthDay(first, s.first), Last: periodMonthDay(year, s.last)}, true
}

func periodMonthDay(year int, md int16) indicators.Date {
	return indicators.NewDate(year, int(md/100), int(md%100))
}
