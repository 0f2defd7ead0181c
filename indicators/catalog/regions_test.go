package catalog

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"suanpan/indicators"
	"suanpan/seeds"
)

func loadRegions(tb testing.TB) *Regions {
	tb.Helper()
	x, err := LoadRegions(seeds.FS)
	if err != nil {
		tb.Fatal(err)
	}
	return x
}

// The numbers in force are those that the Ministry of Civil Affairs counts at
// the end of 2025, with the three provinces that it counts apart.
func TestRegionsAreComplete(t *testing.T) {
	present, former := map[indicators.Tier]int{}, map[indicators.Tier]int{}
	for _, r := range loadRegions(t).All() {
		if r.Until == 0 {
			present[r.Tier]++
		} else {
			former[r.Tier]++
		}
	}
	for tier, want := range map[indicators.Tier]int{
		indicators.TierNation: 1, indicators.TierProvince: 34, indicators.TierPrefecture: 333, indicators.TierCounty: 2845,
	} {
		if present[tier] != want {
			t.Errorf("%d of tier %s, want %d", present[tier], tier, want)
		}
	}
	if former[indicators.TierCounty] < 380 || former[indicators.TierPrefecture] < 30 {
		t.Errorf("former regions: %v", former)
	}
}

func TestRegionsByCode(t *testing.T) {
	type row struct {
		code, name, parent string
		tier               indicators.Tier
		since, until       int
		successor, english string
	}
	const province, prefecture, county = indicators.TierProvince, indicators.TierPrefecture, indicators.TierCounty
	x := loadRegions(t)
	for _, want := range []row{
		{"100000", "全国", "", indicators.TierNation, 0, 0, "", "China"},
		{"150000", "内蒙古自治区", "100000", province, 0, 0, "", "Inner Mongolia"},
		{"610000", "陕西省", "100000", province, 0, 0, "", "Shaanxi"},
		{"710000", "台湾省", "100000", province, 0, 0, "", "Taiwan"},
		{"810000", "香港特别行政区", "100000", province, 0, 0, "", "Hong Kong"},
		{"820000", "澳门特别行政区", "100000", province, 0, 0, "", "Macao"},
		{"110118", "密云区", "110000", county, 2015, 0, "", "Miyun"},
		{"120107", "塘沽区", "120000", county, 0, 2009, "120116", "Tanggu"},
		{"130502", "襄都区", "130500", county, 0, 0, "", "Xiangdu"},
		{"140202", "城区", "140200", county, 0, 2018, "140213", "Chengqu"},
		{"150702", "海拉尔区", "150700", county, 2001, 0, "", "Hailar"},
		{"230600", "大庆市", "230000", prefecture, 0, 0, "", "Daqing"},
		{"310115", "浦东新区", "310000", county, 0, 0, "", "Pudong New Area"},
		{"320116", "六合区", "320100", county, 2002, 0, "", "Luhe"},
		{"330383", "龙港市", "330300", county, 2019, 0, "", "Longgang"},
		{"341400", "巢湖市", "340000", prefecture, 0, 2011, "340181", "Chaohu"},
		{"360735", "石城县", "360700", county, 0, 0, "", "Shicheng"},
		{"371200", "莱芜市", "370000", prefecture, 0, 2018, "370116", "Laiwu"},
		{"419001", "济源市", "410000", county, 0, 0, "", "Jiyuan"},
		{"420600", "襄阳市", "420000", prefecture, 0, 0, "", "Xiangyang"},
		{"429021", "神农架林区", "420000", county, 0, 0, "", "Shennongjia"},
		{"430212", "渌口区", "430200", county, 2018, 0, "", "Lukou"},
		{"430221", "株洲县", "430200", county, 0, 2018, "430212", "Zhuzhou County"},
		{"433100", "湘西土家族苗族自治州", "430000", prefecture, 0, 0, "", "Xiangxi"},
		{"441900", "东莞市", "440000", prefecture, 0, 0, "", "Dongguan"},
		{"460302", "西沙区", "460300", county, 2020, 0, "", "Xisha"},
		{"469028", "陵水黎族自治县", "460000", county, 0, 0, "", "Lingshui"},
		{"500105", "江北区", "500000", county, 0, 2025, "500157", "Jiangbei"},
		{"500157", "两江新区", "500000", county, 2025, 0, "", "Liangjiang New Area"},
		{"520500", "毕节市", "520000", prefecture, 2011, 0, "", "Bijie"},
		{"522400", "毕节地区", "520000", prefecture, 0, 2011, "520500", "Bijie"},
		{"522600", "黔东南苗族侗族自治州", "520000", prefecture, 0, 0, "", "Qiandongnan"},
		{"620200", "嘉峪关市", "620000", prefecture, 0, 0, "", "Jiayuguan"},
		{"653228", "和康县", "653200", county, 2024, 0, "", "Hekang"},
		{"659011", "新星市", "650000", county, 2021, 0, "", "Xinxing"},
	} {
		r, ok := x.ByCode(want.code)
		got := row{r.Code, r.Name, r.Parent, r.Tier, r.Since, r.Until, r.Successor, r.English}
		if !ok || got != want {
			t.Errorf("%v\nwant %v", got, want)
		}
	}
	for _, code := range []string{"", "110100", "419000", "500200", "430200/株洲高新区"} {
		if r, ok := x.ByCode(code); ok {
			t.Errorf("%q is %s", code, r.Name)
		}
	}
}

func TestRegionNames(t *testing.T) {
	x := loadRegions(t)
	for name, want := range map[string][]string{
		"株洲":  {"430200"},
		"株洲县": {"430221"},
		"襄樊市": {"420600"},
		"黔东南": {"522600"},
		"赵县":  {"130133"},
		"莱芜":  {"370116", "371200"},
		"前郭县": {"220721"},
		"长株潭": {"g-changzhutan"},
		"我国":  {"100000"},
		"长沙":  {"430100"}, // the county goes by its full name
		"市辖区": {},
		"":    {},
	} {
		if got := x.Named(name); !slices.Equal(got, want) {
			t.Errorf("%s names %v, want %v", name, got, want)
		}
	}
	last := ""
	for name, codes := range x.Names() {
		if name <= last || len(codes) == 0 || !slices.IsSorted(codes) {
			t.Fatalf("%q: %v, after %q", name, codes, last)
		}
		last = name
	}
	for range x.Names() {
		break
	}
}

func TestRegionTree(t *testing.T) {
	x := loadRegions(t)
	var districts []string
	for _, code := range x.Children("430200") {
		if r, ok := x.ByCode(code); ok && r.Tier == indicators.TierCounty {
			districts = append(districts, r.Name)
		}
	}
	want := []string{"荷塘区", "芦淞区", "石峰区", "天元区", "渌口区", "攸县", "茶陵县", "炎陵县", "醴陵市"}
	if d := cmp.Diff(want, districts); d != "" {
		t.Error(d)
	}
	if len(x.Children("430211")) != 0 || len(x.Children("none")) != 0 {
		t.Error("a district or nothing has children")
	}
	for _, c := range []struct {
		code, parent string
		ok           bool
	}{
		{"430211", "430200", true},
		{"430200", "430000", true},
		{"430000", "100000", true},
		{"100000", "", false},
		{"430200/株洲高新区", "430200", true},
		{"none", "", false},
		{"none/高新区", "", false},
	} {
		if got, ok := x.Parent(c.code); got != c.parent || ok != c.ok {
			t.Errorf("the parent of %s is %q, %v", c.code, got, ok)
		}
	}
	for _, c := range []struct {
		code, ancestor string
		want           bool
	}{
		{"430211", "430211", true},
		{"430211", "430200", true},
		{"430211", "100000", true},
		{"430221", "430000", true}, // a former one
		{"430211", "430100", false},
		{"430000", "430200", false},
		{"430200/株洲高新区", "430000", true},
		{"430200/株洲高新区", "430200/株洲高新区", true},
		{"430211", "430200/株洲高新区", false},
		{"none", "100000", false},
	} {
		if got := x.Within(c.code, c.ancestor); got != c.want {
			t.Errorf("%s within %s: %v", c.code, c.ancestor, got)
		}
	}
}

func TestOrdinaryRegionNames(t *testing.T) {
	x := loadRegions(t)
	for _, name := range []string{"和平", "新华", "资源", "合作", "新兴", "城区", "康县", "新和", "津市", "金水"} {
		if !x.Ordinary(name) {
			t.Errorf("%s is not ordinary", name)
		}
	}
	for _, name := range []string{"株洲", "长沙", "湖南", "全国", "石城", "凯里", "和平区", "新华区", "城里"} {
		if x.Ordinary(name) {
			t.Errorf("%s is ordinary", name)
		}
	}
}
