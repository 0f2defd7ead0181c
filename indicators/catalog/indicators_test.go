package catalog_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/seeds"
)

const (
	indicatorHeader = "id\tname\tenglish\taliases\ttheme\tunit\tdimension\tkind\trise\tdefinition\tsource\tparent\n"
	gdpRow          = "gdp\t地区生产总值\tGross domestic product\tGDP|生产总值\taccounts\t元\tmoney\tflow\tgood\t生产活动的成果。\t手册\t\n"
	primaryRow      = "primary\t第一产业增加值\tPrimary industry\t“一产”\taccounts\t元\tmoney\tflow\tneither\t农业的成果。\t手册\tgdp\n"
)

func parseIndicators(t *testing.T, rows string) (*catalog.Indicators, error) {
	t.Helper()
	themes, err := catalog.ParseThemes("themes.tsv", strings.NewReader(themeHeader+"accounts\t核算\tAccounts\t\n"))
	if err != nil {
		t.Fatal(err)
	}
	return catalog.ParseIndicators("indicators.tsv", strings.NewReader(rows), themes)
}

func TestParseIndicators(t *testing.T) {
	x, err := parseIndicators(t, indicatorHeader+"# parts may stand before their whole\n"+primaryRow+gdpRow)
	if err != nil {
		t.Fatal(err)
	}
	gdp := indicators.Indicator{
		ID: "gdp", Name: "地区生产总值", English: "Gross domestic product", Aliases: []string{"GDP", "生产总值"},
		Theme: "accounts", Unit: "元", Dimension: "money", Kind: indicators.KindFlow, Rise: indicators.RiseGood,
		Definition: "生产活动的成果。", Source: "手册",
	}
	got, ok := x.ByID("gdp")
	if !ok {
		t.Fatal("gdp is not found")
	}
	if diff := cmp.Diff(gdp, got); diff != "" {
		t.Errorf("gdp (-want +got):\n%s", diff)
	}
	if in, ok := x.ByID(indicators.OpenIndicator("地区生产总值")); ok {
		t.Errorf("an open id is found: %v", in)
	}
	if ids := idsOf(x.All()); ids != "primary gdp" {
		t.Errorf("order %q", ids)
	}
	if ids := idsOf(x.Children("gdp")); ids != "primary" {
		t.Errorf("children of gdp %q", ids)
	}
	if ids := idsOf(x.Children("none")); ids != "" {
		t.Errorf("children of an unknown id %q", ids)
	}
	if th, ok := x.Theme("accounts"); !ok || th.Name != "核算" || len(x.Themes()) != 1 {
		t.Errorf("theme %v, %v of %v", th, ok, x.Themes())
	}
	for name, id := range map[string]string{
		"地区生产总值": "gdp", "GDP": "gdp", "ＧＤＰ": "gdp", "gdp": "gdp", " 生产 总值 ": "gdp", "“生产总值”": "gdp",
		"一产": "primary", "「一产」": "primary",
		"总值": "", "": "", "地区生产总值增速": "",
	} {
		if in, _ := x.ByName(name); in.ID != id {
			t.Errorf("ByName(%q) = %q, want %q", name, in.ID, id)
		}
	}
}

func TestZeroIndicators(t *testing.T) {
	var x catalog.Indicators
	_, byID := x.ByID("gdp")
	_, byName := x.ByName("GDP")
	_, theme := x.Theme("accounts")
	if byID || byName || theme || len(x.All())+len(x.Themes())+len(x.Children("gdp")) > 0 {
		t.Error("the zero Indicators holds something")
	}
}

func idsOf(list []indicators.Indicator) string {
	ids := make([]string, len(list))
	for i, in := range list {
		ids[i] = in.ID
	}
	return strings.Join(ids, " ")
}

func TestParseIndicatorsFaults(t *testing.T) {
	change := func(row, old, new string) string {
		if strings.Count(row, old) != 1 {
			t.Fatalf("%q stands not once in %q", old, row)
		}
		return indicatorHeader + strings.Replace(row, old, new, 1)
	}
	tests := []struct{ name, text, want string }{
		{"empty", "", "indicators.tsv:1: no header"},
		{"cells", indicatorHeader + "gdp\n", "indicators.tsv:2: 1 cells, want 12"},
		{"id", change(gdpRow, "gdp", "GDP "), "indicators.tsv:2: column id has blanks around \"GDP \"\nindicators.tsv:2: id \"GDP \" is no slug"},
		{"open id", change(gdpRow, "gdp", "~gdp"), `indicators.tsv:2: id "~gdp" is no slug`},
		{"id taken", indicatorHeader + gdpRow + strings.NewReplacer("地区生产总值", "甲", "GDP|生产总值", "").Replace(gdpRow), `indicators.tsv:3: id "gdp" is taken`},
		{"alias taken", indicatorHeader + gdpRow + strings.Replace(primaryRow, "“一产”", "一产|生产总值", 1), "indicators.tsv:3: 生产总值 of primary means gdp in line 2"},
		{"alias taken but for width", indicatorHeader + gdpRow + strings.Replace(primaryRow, "“一产”", "ｇｄｐ", 1), "indicators.tsv:3: ｇｄｐ of primary means gdp in line 2"},
		{"alias twice", change(gdpRow, "GDP|", "GDP|GDP|"), "indicators.tsv:2: GDP stands twice in gdp"},
		{"empty alias", change(gdpRow, "GDP|", "|"), "indicators.tsv:2: gdp has an empty name or alias"},
		{"english", change(gdpRow, "Gross domestic product", ""), "indicators.tsv:2: gdp has no English name"},
		{"theme", change(gdpRow, "accounts", "money"), "indicators.tsv:2: theme \"money\" of gdp is unknown"},
		{"unit", change(gdpRow, "元", ""), "indicators.tsv:2: gdp has no unit or no dimension"},
		{"kind", change(gdpRow, "flow", "Flow"), "indicators.tsv:2: kind \"Flow\": want one of [\"unknown\" \"flow\" \"stock\" \"average\" \"price\" \"rate\" \"ratio\" \"index\"]\nindicators.tsv:2: gdp has no kind"},
		{"unknown kind", change(gdpRow, "flow", "unknown"), "indicators.tsv:2: gdp has no kind"},
		{"rise", change(gdpRow, "good", "up"), "indicators.tsv:2: rise \"up\": want one of [\"neither\" \"good\" \"bad\"]"},
		{"definition", change(gdpRow, "成果。", "成果"), "indicators.tsv:2: definition of gdp is not one sentence ending with 。"},
		{"two sentences", change(gdpRow, "成果。", "成果。全部。"), "indicators.tsv:2: definition of gdp is not one sentence ending with 。"},
		{"no definition", change(gdpRow, "生产活动的成果。", ""), "indicators.tsv:2: definition of gdp is not one sentence ending with 。"},
		{"source", change(gdpRow, "手册", ""), "indicators.tsv:2: gdp has no source"},
		{"parent", indicatorHeader + primaryRow, `indicators.tsv:2: parent "gdp" of primary is no indicator`},
		{"own part", change(gdpRow, "手册\t", "手册\tgdp"), "indicators.tsv:2: gdp is a part of itself"},
		{"circle", indicatorHeader + strings.Replace(gdpRow, "手册\t", "手册\tprimary", 1) + primaryRow, "indicators.tsv:2: gdp is a part of itself\nindicators.tsv:3: primary is a part of itself"},
		{"part of another kind", indicatorHeader + gdpRow + strings.Replace(primaryRow, "flow", "stock", 1), "indicators.tsv:3: primary is a stock of money, its whole gdp a flow of money"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := parseIndicators(t, tt.text)
			if err == nil || err.Error() != tt.want {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

func TestLoadIndicatorsFaults(t *testing.T) {
	if _, err := catalog.LoadIndicators(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "themes.tsv") {
		t.Errorf("no tables: %v", err)
	}
	one := fstest.MapFS{"themes.tsv": {Data: []byte(themeHeader)}}
	if _, err := catalog.LoadIndicators(one); err == nil || !strings.Contains(err.Error(), "indicators.tsv") {
		t.Errorf("no indicators: %v", err)
	}
}

func FuzzCanonical(f *testing.F) {
	for _, s := range []string{"", "GDP", "专精特新“小巨人”企业", "研究与试验发展（Ｒ＆Ｄ）经费", "PM2.5 浓度", "\u3000年末\ufeff", "\xff\"a"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := catalog.Canonical(s)
		if twice := catalog.Canonical(once); twice != once {
			t.Errorf("%q becomes %q, then %q", s, once, twice)
		}
	})
}

func FuzzParseIndicators(f *testing.F) {
	seed, err := fs.ReadFile(seeds.FS, "indicators.tsv")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(seed[:4000]))
	f.Add(indicatorHeader + gdpRow + primaryRow)
	f.Fuzz(func(t *testing.T, text string) {
		x, err := parseIndicators(t, text)
		if err != nil {
			return
		}
		for _, in := range x.All() {
			if got, ok := x.ByName(in.Name); !ok || got.ID != in.ID {
				t.Errorf("%s is found as %s, %v", in.Name, got.ID, ok)
			}
		}
	})
}

func seedIndicators(tb testing.TB) *catalog.Indicators {
	tb.Helper()
	x, err := catalog.LoadIndicators(seeds.FS)
	if err != nil {
		tb.Fatal(err)
	}
	return x
}

func TestSeeds(t *testing.T) {
	x := seedIndicators(t)
	if n := len(x.All()); n < 420 {
		t.Errorf("%d indicators, want 420 at least", n)
	}
	units, err := catalog.LoadUnits(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	english := map[string]string{}
	for _, in := range x.All() {
		if u, ok := units.ByName(in.Unit); !ok || u.Dimension != in.Dimension {
			t.Errorf("%s is a %s in %s, which is a %q", in.ID, in.Dimension, in.Unit, u.Dimension)
		}
		if other := english[in.English]; other != "" {
			t.Errorf("%s and %s are both %q", other, in.ID, in.English)
		}
		english[in.English] = in.ID
		if p, ok := x.ByID(in.Parent); ok && in.Kind == indicators.KindStock && p.Kind == indicators.KindFlow {
			t.Errorf("stock %s is a part of flow %s", in.ID, p.ID)
		}
		for key := in.Theme; key != ""; {
			used[key] = true
			th, _ := x.Theme(key)
			key = th.Parent
		}
	}
	for _, th := range x.Themes() {
		if !used[th.Key] {
			t.Errorf("theme %s has no indicator", th.Key)
		}
	}
}

// TestSeedNames looks up what bulletins, reports and newspapers call things.
func TestSeedNames(t *testing.T) {
	x := seedIndicators(t)
	for id, names := range map[string]string{
		"gdp":                           "地区生产总值 国内生产总值 生产总值 GDP gdp",
		"gdp-per-capita":                "人均地区生产总值 人均GDP",
		"value-added-primary":           "第一产业增加值 一产增加值 一产",
		"value-added-secondary":         "第二产业增加值 二产增加值 二产",
		"value-added-tertiary":          "第三产业增加值 三产增加值 三产",
		"share-primary":                 "第一产业增加值占地区生产总值比重 一产占比",
		"share-secondary":               "第二产业增加值占地区生产总值比重 二产占比",
		"share-tertiary":                "第三产业增加值占地区生产总值比重 三产占比",
		"market-entities":               "经营主体 市场主体 市场主体总量",
		"market-entities-new":           "新登记经营主体 新登记市场主体",
		"listed-companies":              "上市公司",
		"four-scale-enterprises":        "“四上”企业 四上企业",
		"via":                           "规模以上工业增加值 规上工业增加值 规模工业增加值",
		"via-manufacturing":             "制造业增加值",
		"via-hightech":                  "高技术制造业增加值 规上高技术制造业增加值",
		"via-equipment":                 "装备制造业增加值",
		"via-emerging":                  "工业战略性新兴产业增加值",
		"value-added-emerging":          "战略性新兴产业增加值",
		"fai":                           "固定资产投资 固投",
		"fai-total":                     "全社会固定资产投资",
		"fai-industry":                  "工业投资",
		"fai-private":                   "民间投资",
		"fai-infrastructure":            "基础设施投资 基建投资",
		"real-estate-investment":        "房地产开发投资",
		"retail-sales":                  "社会消费品零售总额 社零 社零总额 社消零",
		"retail-sales-above":            "限额以上单位消费品零售额 限上社零",
		"retail-sales-online":           "网上零售额",
		"catering-revenue":              "餐饮收入",
		"trade":                         "货物进出口总额 进出口总额 外贸进出口",
		"exports":                       "出口总额 出口额",
		"imports":                       "进口总额 进口额",
		"fdi":                           "实际使用外资 实际利用外资",
		"total-fiscal-revenue":          "财政总收入 地方财政总收入",
		"general-public-budget-revenue": "一般公共预算收入 地方一般公共预算收入",
		"public-finance-budget-revenue": "公共财政预算收入 公共财政收入",
		"tax-revenue":                   "税收收入",
		"policy-funds-honoured":         "政策资金兑现额 惠企资金兑现额",
		"deposits":                      "金融机构本外币各项存款余额 各项存款余额",
		"deposits-household":            "住户存款余额",
		"loans":                         "金融机构本外币各项贷款余额 各项贷款余额",
		"income":                        "居民人均可支配收入 城乡居民人均可支配收入",
		"income-urban":                  "城镇居民人均可支配收入 城镇常住居民人均可支配收入",
		"income-rural":                  "农村居民人均可支配收入 农村常住居民人均可支配收入",
		"income-ratio":                  "城乡居民收入比 城乡收入比",
		"consumption":                   "居民人均消费支出",
		"cpi":                           "居民消费价格指数 居民消费价格 CPI",
		"cpi-food":                      "食品烟酒类居民消费价格",
		"cpi-clothing":                  "衣着类居民消费价格",
		"cpi-residence":                 "居住类居民消费价格",
		"cpi-household":                 "生活用品及服务类居民消费价格",
		"cpi-transport":                 "交通和通信类居民消费价格 交通通信类居民消费价格",
		"cpi-education":                 "教育文化和娱乐类居民消费价格",
		"cpi-health":                    "医疗保健类居民消费价格",
		"cpi-other":                     "其他用品和服务类居民消费价格",
		"ppi":                           "工业生产者出厂价格指数 PPI",
		"ipi":                           "工业生产者购进价格指数",
		"urban-jobs-new":                "城镇新增就业 新增城镇就业",
		"unemployment-registered":       "城镇登记失业率 登记失业率",
		"unemployment-surveyed":         "城镇调查失业率 调查失业率",
		"population-resident":           "常住人口",
		"population-registered":         "户籍人口",
		"urbanization-rate":             "常住人口城镇化率 城镇化率",
		"birth-rate":                    "出生率",
		"births":                        "出生人口",
		"death-rate":                    "死亡率",
		"natural-growth-rate":           "人口自然增长率",
		"life-expectancy":               "人均预期寿命",
		"grain-output":                  "粮食产量 粮食总产量",
		"grain-area":                    "粮食播种面积 粮食种植面积",
		"grain-yield":                   "粮食单产",
		"meat":                          "肉类总产量",
		"pigs-slaughtered":              "生猪出栏",
		"farming-output":                "农林牧渔业总产值",
		"livestock-output-value":        "畜牧业产值 牧业产值",
		"steel":                         "钢材产量",
		"cement":                        "水泥产量",
		"power-generation":              "发电量",
		"automobiles":                   "汽车产量",
		"nev":                           "新能源汽车产量",
		"integrated-circuits":           "集成电路产量",
		"industrial-robots":             "工业机器人产量",
		"crude-oil":                     "原油产量",
		"natural-gas":                   "天然气产量",
		"coal":                          "原煤产量",
		"electricity-use":               "全社会用电量",
		"energy-intensity":              "单位GDP能耗 万元GDP能耗",
		"construction-output":           "建筑业总产值",
		"commercial-sales-area":         "商品房销售面积",
		"freight":                       "货运量",
		"freight-turnover":              "货物周转量",
		"passengers":                    "客运量",
		"port-throughput":               "港口货物吞吐量",
		"container-throughput":          "集装箱吞吐量",
		"airport-passengers":            "机场旅客吞吐量",
		"railway-length":                "铁路营业里程",
		"expressway-length":             "高速公路通车里程",
		"metro-length":                  "轨道交通运营里程",
		"express-volume":                "快递业务量",
		"telecom-volume":                "电信业务总量",
		"tourists":                      "旅游总人数 接待游客",
		"tourism-revenue":               "旅游总收入 旅游综合收入",
		"base-stations-5g":              "5G基站数 建成5G基站 5g基站",
		"base-stations-5g-new":          "新建5G基站 新增5G基站数",
		"base-stations-5g-per-10k":      "每万人拥有5G基站数 每万人5G基站数",
		"idle-land":                     "盘活闲置土地面积 盘活“三类用地”面积 处置盘活三类用地",
		"students-primary":              "小学在校生",
		"gross-enrolment-higher":        "高等教育毛入学率",
		"rd-intensity":                  "研发投入强度 R&D经费投入强度 研究与试验发展（R&D）经费投入强度",
		"rd-spending":                   "研究与试验发展(R&D)经费支出",
		"inventions-valid":              "有效发明专利拥有量",
		"hightech-enterprises":          "高新技术企业 高企",
		"tech-contracts":                "技术合同成交额",
		"champions":                     "单项冠军 制造业单项冠军",
		"little-giants":                 "专精特新“小巨人”企业 小巨人 小巨人企业",
		"specialised-sme":               "专精特新 专精特新中小企业",
		"beds":                          "医疗卫生机构床位数",
		"doctors":                       "执业（助理）医师 执业(助理)医师",
		"pension-insured":               "基本养老保险参保人数",
		"medical-insured":               "基本医疗保险参保人数",
		"unemployment-insured":          "失业保险参保人数",
		"dibao-people":                  "低保对象",
		"dibao-standard-urban":          "城市低保标准",
		"pension-average":               "企业退休人员基本养老金",
		"pm25":                          "PM2.5平均浓度 PM2.5浓度 细颗粒物（PM2.5）浓度",
		"good-air-rate":                 "空气质量优良天数比例 优良天数比率",
		"good-water-rate":               "地表水水质优良比例",
		"forest-coverage":               "森林覆盖率",
		"park-green-per-capita":         "人均公园绿地面积",
		"accident-deaths":               "生产安全事故死亡人数",
	} {
		for name := range strings.FieldsSeq(names) {
			if in, ok := x.ByName(name); !ok || in.ID != id {
				t.Errorf("%s is %q, want %s", name, in.ID, id)
			}
		}
	}
	for _, name := range []string{"投资", "产值", "面积", "学校", "基金", "排放"} {
		if in, ok := x.ByName(name); ok {
			t.Errorf("%s alone is %s", name, in.ID)
		}
	}
}

func BenchmarkByName(b *testing.B) {
	x := seedIndicators(b)
	names := []string{"地区生产总值", "专精特新“小巨人”企业", "麦冬种植面积"}
	b.ReportAllocs()
	for b.Loop() {
		for _, name := range names {
			x.ByName(name)
		}
	}
}
