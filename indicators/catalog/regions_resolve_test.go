package catalog

import "testing"

func TestResolveRegions(t *testing.T) {
	x := loadRegions(t)
	for _, c := range []struct {
		name, home string
		year       int
		want       string // "" where undecided
	}{
		// One name, several cities.
		{"朝阳", "110000", 2023, "110105"},
		{"朝阳", "110105", 2023, "110105"},
		{"朝阳", "220100", 2023, "220104"},
		{"朝阳", "210000", 2023, "211300"},
		{"朝阳", "210100", 2023, "211300"},
		{"朝阳", "430200", 2023, "211300"}, // the prefecture before the districts
		{"朝阳区", "", 2023, ""},
		{"朝阳县", "", 2023, "211321"},
		{"鼓楼区", "320100", 2023, "320106"},
		{"鼓楼区", "320113", 2023, "320106"}, // beside home
		{"鼓楼区", "320300", 2023, "320302"},
		{"鼓楼区", "350100", 2023, "350102"},
		{"鼓楼区", "410200", 2023, "410204"},
		{"鼓楼", "410000", 2023, "410204"},
		{"鼓楼区", "320000", 2023, ""},
		{"鼓楼区", "430200", 2023, ""},
		{"城区", "140500", 2023, "140502"},
		{"城区", "140200", 2012, "140202"},
		{"城区", "140000", 2023, ""},
		{"市中区", "511100", 2023, "511102"},
		{"市中区", "370100", 2023, "370103"},
		{"市中区", "510900", 2023, "510902"}, // a former one, yet the nearest
		{"市中区", "", 2023, ""},

		// A city and what surrounds it.
		{"长沙", "430200", 2023, "430100"},
		{"长沙", "430121", 2023, "430100"},
		{"长沙县", "430100", 2023, "430121"},
		{"吉林", "220200", 2023, "220000"},
		{"吉林市", "220100", 2023, "220200"},
		{"海南", "", 0, "460000"},
		{"海南州", "630000", 0, "632500"},
		{"湖南", "430211", 2023, "430000"},
		{"全国", "430211", 2023, "100000"},
		{"长株潭", "430200", 2023, "g-changzhutan"},

		// Time.
		{"株洲县", "430200", 2012, "430221"},
		{"株洲县", "430200", 2023, "430221"},
		{"渌口区", "430200", 2012, "430212"},
		{"海门", "320600", 2019, "320684"},
		{"海门", "320600", 2020, "320614"},
		{"海门", "320600", 0, "320614"},
		{"简阳市", "512000", 2010, "512081"},
		{"简阳市", "512000", 2020, "510185"},
		{"公主岭市", "220100", 2015, "220381"},
		{"无为", "340200", 2005, "341422"},
		{"无为", "340200", 2015, "340225"},
		{"无为", "340200", 2021, "340281"},
		{"毕节", "", 2005, "522400"},
		{"毕节", "", 2015, "520500"},
		{"哈密市", "", 2010, "652201"},
		{"哈密市", "", 2020, "650500"},
		{"襄樊", "420000", 2005, "420600"},
		{"崇文区", "110000", 2005, "110103"},
		{"东山区", "440100", 2020, "440102"},

		// Homes that are open, former, unknown.
		{"天元区", "430200/株洲高新区", 2023, "430211"},
		{"荷塘区", "430221", 2023, "430202"},
		{"株洲", "none", 2023, "430200"},
		{"株州", "430200", 2023, ""},
		{"", "430200", 2023, ""},
	} {
		code, ok := x.Resolve(c.name, c.home, c.year)
		if code != c.want || ok != (c.want != "") {
			t.Errorf("%s in %q in %d: %q, %v, want %q", c.name, c.home, c.year, code, ok, c.want)
		}
	}
	if code, ok := new(Regions).Resolve("株洲", "430000", 2023); ok {
		t.Errorf("the empty table knows %s", code)
	}
}

// Where a region speaks of itself, or the one around it of its parts, every
// name must be understood.
func TestRegionsKnowTheirOwn(t *testing.T) {
	x := loadRegions(t)
	for _, r := range x.All() {
		for _, name := range append([]string{r.Name}, r.Short...) {
			for _, home := range []string{r.Code, r.Parent} {
				year := 0
				if r.Until != 0 {
					year = r.Until - 1
				}
				if got, ok := x.Resolve(name, home, year); !ok || got != r.Code {
					t.Errorf("%s in %s in %d is %q, not %s", name, home, year, got, r.Code)
				}
			}
		}
	}
}

func BenchmarkResolveRegion(b *testing.B) {
	x := loadRegions(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := x.Resolve("鼓楼区", "320300", 2023); !ok {
			b.Fatal("undecided")
		}
	}
}
