package extract

import (
	"strings"

	"suanpan/indicators"
)

// censuses are the national censuses by name and the moment that each counts
// at.
var censuses = [...]struct {
	name string
	at   indicators.Date
}{
	{"第五次全国人口普查", indicators.NewDate(2000, 11, 1)},
	{"第六次全国人口普查", indicators.NewDate(2010, 11, 1)},
	{"第七次全国人口普查", indicators.NewDate(2020, 11, 1)},
	{"第一次全国经济普查", indicators.NewDate(2004, 12, 31)},
	{"第二次全国经济普查", indicators.NewDate(2008, 12, 31)},
	{"第三次全国经济普查", indicators.NewDate(2013, 12, 31)},
	{"第四次全国经济普查", indicators.NewDate(2018, 12, 31)},
	{"第五次全国经济普查", indicators.NewDate(2023, 12, 31)},
	{"第二次全国农业普查", indicators.NewDate(2006, 12, 31)},
	{"第三次全国农业普查", indicators.NewDate(2016, 12, 31)},
}

// censusOf returns the year that the census which a title names counts.
func censusOf(title string) (indicators.Period, bool) {
	for _, c := range censuses {
		if strings.Contains(title, c.name) {
			return indicators.Year(int(c.at.Year)), true
		}
	}
	return indicators.Period{}, false
}
