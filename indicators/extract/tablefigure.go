package extract

import (
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
)

// unitOf finds the printed unit of a figure.
func (t *tableReader) unitOf(col *column, l *label, unit, own string) string {
	if _, rest := catalog.Magnitude(own); own != "" && rest == "" { // 1.2万 of a column of 人
		return own + t.unitOf(col, l, unit, "")
	}
	switch col.role {
	case growthRole, shareRole, goalRole, pullRole:
		switch {
		case own != "":
			return own
		case col.unit != "":
			return col.unit
		}
		return "%"
	case rankRole:
		return ""
	}
	if col.index {
		return ""
	}
	for _, u := range [...]string{own, l.unit, unit, col.unit, t.unit} {
		if u == "" {
			continue
		}
		for one := range strings.SplitSeq(u, "、") { // 人、%
			if one = strings.TrimSpace(one); one != "%" && one != "" {
				return one
			}
		}
		return u
	}
	return ""
}

// wantsNoUnit reports whether a figure of this name needs no unit.
func wantsNoUnit(name string) bool {
	for _, end := range [...]string{"指数", "系数", "之比", "收入比"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// measure tells what a figure measures; it may turn its unit and its name.
func (t *tableReader) measure(o *indicators.Observation, col *column, unit, name *string, rate bool) {
	if col.index {
		*name = col.indexOf(*name)
		return
	}
	percent := trimUnit(*unit) == "%" || *unit == "‰"
	point := strings.HasSuffix(*unit, "分点")
	switch col.role {
	case growthRole:
		o.Measure, o.Basis = indicators.Growth, col.basis
		switch {
		case rate:
			o.Measure, *unit = indicators.Change, "百分点"
		case point || !percent && col.unit != "" && !strings.HasPrefix(*unit, "倍"):
			o.Measure = indicators.Change
		}
	case changeRole:
		o.Measure, o.Basis = indicators.Change, col.basis
		if percent {
			*unit = "百分点"
		}
	case shareRole:
		o.Measure = indicators.Share
		if !isShareName(*name) {
			*name += "占比"
		}
	case goalRole:
		o.Measure = indicators.Share
		if !strings.HasSuffix(*name, "率") {
			*name += "完成率"
		}
	case pullRole:
		o.Measure = indicators.Share
		if point {
			*name += "拉动增长"
		} else if !strings.HasSuffix(*name, "贡献率") {
			*name += "贡献率"
		}
	case rankRole:
		o.Measure = indicators.Rank
		if col.level >= 0 && t.columns[col.level].role == growthRole {
			*name += "增速"
		}
	default:
		switch {
		case percent && (t.title.role == growthRole && col.noun == "" || t.d.isGrowthName(*name)) && !strings.HasSuffix(*name, "自然增长率") && !strings.HasSuffix(*name, "率"):
			o.Measure, o.Basis = indicators.Growth, indicators.YoY
			*name = t.d.trimGrowth(*name)
		case percent && isShareName(*name):
			o.Measure = indicators.Share
		}
	}
}

// periodOf is the period of a figure: its column's, its row's or its table's.
func (t *tableReader) periodOf(o *indicators.Observation, col *column, l *label) indicators.Period {
	p := t.frame
	switch {
	case !l.period.IsZero():
		p = l.period
	case !col.period.IsZero():
		p = col.period
	}
	if o.Measure == indicators.Change && o.Basis == indicators.Cumulative && !p.IsZero() && (p.Form == indicators.AsOf || p.Frequency() == "M") {
		p = toDate(p)
	}
	return p
}

// regionOf is the region of a figure: its row's, its column's, its table's or
// its section's.
func (t *tableReader) regionOf(col *column, l *label) place {
	for _, p := range [...]place{l.region, col.region, t.title.region} {
		if p.code != "" {
			return p
		}
	}
	return t.d.section.region
}
