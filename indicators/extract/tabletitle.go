package extract

import (
	"strings"

	"suanpan/indicators"
)

// readTitle reads a line above the cells.
func (t *tableReader) readTitle(r *row) {
	s := tidy(t.text, r.start, r.end).text
	for _, mark := range [...]string{"计量单位", "单位："} { // the unit may stand behind the title
		if k := strings.Index(s, mark); k >= 0 && !strings.HasSuffix(s, "）") && !strings.HasSuffix(s, ")") {
			t.unit = trimUnit(s[k:])
			s = s[:k]
			break
		}
	}
	if n := numbering(s); n > 2 {
		s = afterNumber(s)
	}
	if rest, ok := strings.CutPrefix(s, "表"); ok && isTableNumber(s) {
		s = strings.TrimLeft(rest, "0123456789一二三四五六七八九十-—.：:、 ")
		if y := len(rest) - len(s); y >= 4 && strings.HasPrefix(s, "年") { // 表22023年…
			if digits := strings.TrimRight(rest[:y], "-—.：:、 "); len(digits) > 4 {
				s = digits[len(digits)-4:] + s
			} else {
				s = digits + s
			}
		}
	}
	if s == "" {
		return
	}
	f := t.d.facet(s, t.frame)
	f.span = indicators.Span{Start: r.start, End: r.end}
	if f.unit != "" {
		t.unit = f.unit
	}
	if !f.period.IsZero() && !f.prior {
		t.frame = f.period
	}
	t.title, t.topic = f, topicOf(f.noun)
	t.whole, t.before, t.main = nil, nil, nil
}

// topicOf takes off a title what names no thing: 主要, 情况, 及其增长速度.
func topicOf(s string) string {
	for {
		was := s
		s = strings.Trim(s, "的、，：: 及和其与")
		for _, w := range [...]string{
			"统计表", "一览表", "情况表", "情况", "主要指标", "指标", "增长速度", "增长增速", "增速", "增长", "涨跌幅度", "涨跌", "变动", "构成", "发展", "完成",
			"收支", "进度表", "进度", "主要数据", "数据", "比上年", "同比", "统计", "表",
		} {
			if t, ok := strings.CutSuffix(s, w); ok && (w != "收支" && w != "表" || t != "") {
				if w == "收支" {
					continue
				}
				s = t
			}
		}
		for _, w := range [...]string{"主要", "部分", "分行业", "分地区", "分县区", "分产业", "70个大中城市", "分县市", "各县区", "各县市", "各市县", "各区县", "各地区", "各地", "按商品分类", "按行业分", "各种", "全市", "全州", "全县", "全区", "全省", "末"} {
			if t := strings.TrimPrefix(s, w); t != "" {
				s = t
			}
		}
		if s == was {
			break
		}
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "部分主要", ""), "主要", "")
	switch {
	case strings.HasSuffix(s, "零售"):
		s += "额"
	}
	return s
}

func hasTitle(t *table) bool { return len(t.rows) > 0 && t.rows[0].kind == rowTitle }

// tableFrame is the period that a table stands in: its document's, or that of
// the section of an article.
func (d *reading) tableFrame() indicators.Period {
	if d.kind != kindNews && !d.page.period.IsZero() {
		return d.page.period
	}
	return d.section.period
}

// inherit takes the state of a table that a page cut in two.
func (t *tableReader) inherit(before []block) {
	for i := len(before) - 1; i >= 0; i-- {
		switch before[i].kind {
		case blockMark:
			continue
		case blockTable:
			if old := before[i].table.read; old != nil {
				t.title, t.topic, t.unit, t.frame = old.title, old.topic, old.unit, old.frame
				t.columns, t.labels, t.beside, t.units, t.regions = old.columns, old.labels, old.beside, old.units, old.regions
				t.whole, t.before, t.main, t.page = old.whole, old.before, old.main, old.page+1
			}
		}
		return
	}
}
