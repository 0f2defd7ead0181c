package extract

import (
	"testing"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/seeds"
)

func loadCatalog(t testing.TB) *catalog.Catalog {
	t.Helper()
	cat, err := catalog.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	return cat
}

func TestTopicOf(t *testing.T) {
	for s, want := range map[string]string{
		"房地产开发和销售主要指标增长速度":       "房地产开发和销售",
		"主要农产品产量":                "农产品产量",
		"新登记市场主体总量及其构成":          "新登记市场主体总量",
		"分行业固定资产投资增长速度":          "固定资产投资",
		"财政收支情况":                 "财政收支",
		"按商品分类限额以上批发零售企业消费品零售情况": "限额以上批发零售企业消费品零售额",
		"居民消费和商品零售价格涨跌幅度":        "居民消费和商品零售价格",
		"": "",
	} {
		if got := topicOf(s); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

func TestPartOf(t *testing.T) {
	d := newReading(loadCatalog(t), &indicators.Document{Text: "文"})
	for _, c := range []struct{ whole, part, want string }{
		{"进出口贸易总值", "出口", "出口贸易总值"},
		{"房屋施工面积", "住宅", "住宅施工面积"},
		{"居民消费价格总指数", "粮食", "粮食类居民消费价格"},
		{"食品烟酒类居民消费价格", "粮食", "粮食类居民消费价格"},
		{"新登记市场主体总量", "内资企业", "新登记内资企业"},
		{"限额以上企业（单位）主要商品零售额", "烟酒类", "限额以上企业（单位）烟酒类商品零售额"},
		{"金融机构本外币存款余额", "境内存款", "金融机构本外币境内存款余额"},
		{"金融机构短期贷款余额", "个人贷款及透支", "金融机构短期个人贷款及透支余额"},
		{"地区生产总值", "第一产业", "第一产业增加值"},
		{"一般公共预算支出", "教育", "教育支出"},
		{"城镇常住居民人均可支配收入", "工资性收入", "城镇常住居民人均工资性收入"},
		{"居民人均消费支出", "衣着", "居民人均衣着消费支出"},
		{"货物运输总量", "公路", "公路货物运输量"},
		{"总人口", "非农业", "非农业人口"},
		{"农林牧渔业总产值", "渔业", "渔业总产值"},
		{"规模以上工业增加值", "制造业", "制造业增加值"},
		{"出口额", "一般贸易", "一般贸易出口额"},
		{"财政总收入", "税收收入", "税收收入"},
		{"", "水泥", "水泥"},
	} {
		if got := d.partOf(c.whole, c.part); got != c.want {
			t.Errorf("%s of %s: %s, want %s", c.part, c.whole, got, c.want)
		}
	}
}

func TestTableUnit(t *testing.T) {
	d := newReading(loadCatalog(t), &indicators.Document{Text: "文"})
	for _, c := range []struct {
		printed, name string
		power         int
	}{
		{"亿元", "元", 8},
		{"万美元", "美元", 4},
		{"万吨公里", "吨公里", 4},
		{"亿千瓦时", "千瓦时", 8},
		{"千伏安时", "千伏安时", 0},
		{"万只（片、套）", "只", 4},
		{"±%", "%", 0},
		{"万件套", "件套", 4},
		{"", "", 0},
	} {
		name, power, _ := d.tableUnit(c.printed)
		if name != c.name || power != c.power {
			t.Errorf("%s: %s %d, want %s %d", c.printed, name, power, c.name, c.power)
		}
	}
}

// readTables reads a text and checks that every figure of a table is where it
// says, has a name, and that no cell is both kept and rejected.
func readTables(t *testing.T, r *Reader, text string) {
	doc := &indicators.Document{ID: "d", Title: "2023年统计公报", Region: "衢州市", Published: indicators.NewDate(2024, 3, 20), Text: text}
	if doc.Validate() != nil {
		return
	}
	g := newReading(r.cat, doc)
	all := blocks(text)
	seen := map[indicators.Span]bool{}
	for i := range all {
		if all[i].kind == blockTable {
			g.table(&all[i], all[:i])
		}
	}
	for _, o := range g.out.Observations {
		if o.Name == "" || o.Printed == "" || o.From.Span.Of(text) != o.Printed || o.From.Sentence.Of(text) == "" {
			t.Fatalf("%+v", o)
		}
		if seen[o.From.Span] {
			t.Fatalf("%q is read twice", o.Printed)
		}
		seen[o.From.Span] = true
	}
	for _, x := range g.out.Rejects {
		if x.Reason == "" || x.Quote == "" || seen[x.Span] {
			t.Fatalf("%+v", x)
		}
		seen[x.Span] = true
	}
}
