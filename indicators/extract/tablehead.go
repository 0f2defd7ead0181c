package extract

import (
	"strings"
	"unicode/utf8"
)

// A headKind tells what the head of a column is by its words.
type headKind uint8

// The kinds of heads.
const (
	headNone  headKind = iota
	headName           // 指标, 产品名称: the column of labels
	headUnit           // 计量单位
	headValue          // 2022年, 比上年增长（%）, 绝对数（亿元）
)

var nameHeads = map[string]bool{
	"指标": true, "指标名称": true, "项目": true, "项目名称": true, "产品名称": true, "产品": true, "名称": true, "品名": true, "类别": true, "分类": true,
	"地区": true, "县市": true, "县（市）": true, "县(市)": true, "县区": true, "区县": true, "县市区": true, "县（市、区）": true, "市县": true, "单位名称": true,
	"国别和地区": true, "国家（地区）": true, "国家和地区": true, "国别": true, "行业": true, "行业名称": true, "年份": true, "年度": true, "月份": true, "时间": true,
	"主要指标": true, "指标项目": true, "商品类别": true, "商品名称": true, "城市": true, "省份": true, "省市": true, "州市": true, "年龄": true, "科目": true, "序号": true, "编号": true, "项目类别": true, "分组": true, "市州": true,
}

// plainHeads are heads of columns of figures that say nothing but that.
var plainHeads = map[string]bool{
	"绝对数": true, "绝对值": true, "绝对量": true, "绝对额": true, "指标值": true, "数值": true, "数量": true, "总量": true, "金额": true, "完成额": true,
	"完成数": true, "完成": true, "实际": true, "实绩": true, "实际数": true, "实际完成": true, "本期": true, "本月": true, "本年": true, "累计": true, "本年累计": true,
	"合计": true, "总计": true, "年末数": true, "期末数": true, "期末": true, "年末": true, "全年": true, "当月": true, "自年初累计": true, "执行数": true, "决算数": true,
	"总额": true, "实现数": true, "统计值": true, "结果": true, "实际值": true, "全市": true, "全省": true, "全县": true, "全区": true, "全州": true, "全国": true, "水平": true, "现价": true, "人数": true, "户数": true, "量": true, "额": true, "数": true, "本年数": true,
	"±%": true, "±": true, "平均": true, "上年同期": true, "去年同期": true, "上年": true, "上年数": true, "上年末": true, "上年完成": true, "年初数": true, "余额": true, "期末余额": true,
}

// nounHeads are heads of columns that name what is counted.
var nounHeads = map[string]bool{
	"产量": true, "产值": true, "增加值": true, "总产值": true, "面积": true, "不变价": true, "播种面积": true, "种植面积": true, "单产": true, "总产量": true, "销量": true,
	"销售额": true, "零售额": true, "出口额": true, "进口额": true, "进出口额": true, "出口": true, "进口": true, "进出口": true, "投资额": true, "收入": true, "支出": true,
	"招生数": true, "在校生数": true, "毕业生数": true, "学校数": true, "价格": true, "指数": true, "城镇": true, "农村": true, "乡村": true, "城乡": true,
}

// headWord tells what a head without blanks may be. It knows no period and no
// unit of the catalogue: it is asked of every short line.
func headWord(s string) headKind {
	if s == "" || len(s) > 3*maxLabelWithin {
		return headNone
	}
	switch s {
	case "单位", "计量单位", "单位名", "计算单位":
		return headUnit
	}
	if nameHeads[s] {
		return headName
	}
	bare, unit := cutUnit(s)
	if plainHeads[bare] || nounHeads[bare] {
		return headValue
	}
	if !mayTellRole(bare) {
		if isPeriodHead(bare) {
			return headValue
		}
		return headNone
	}
	for _, w := range roleWords {
		if strings.Contains(bare, w.word) && utf8.RuneCountInString(bare) <= 14 && (bare == w.word || unit != "" || strings.HasPrefix(bare, "比") ||
			strings.HasPrefix(bare, "同比") || strings.HasPrefix(bare, "环比") || strings.HasPrefix(bare, "较") || strings.HasSuffix(bare, w.word)) {
			return headValue
		}
	}
	if isPeriodHead(bare) {
		return headValue
	}
	return headNone
}

// mayTellRole reports whether a head has a character of the words of roles.
func mayTellRole(s string) bool {
	for _, r := range s {
		switch r {
		case '次', '排', '完', '预', '计', '进', '贡', '增', '变', '比', '构', '份', '涨', '降', '减', '提', '±', '+':
			return true
		}
	}
	return false
}

// isPeriodHead reports whether a head is nothing but a period: 2022年, 1-4月,
// 3月末, 上半年.
func isPeriodHead(s string) bool {
	rest := strings.Trim(s, "0123456789-—–~～至年月季度末底第一二三四上下半前累计全本止")
	return rest == "" && strings.ContainsAny(s, "年月季度")
}
