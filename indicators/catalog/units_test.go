package catalog

import (
	"os"
	"strings"
	"testing"
)

func loadUnits(t testing.TB) *Units {
	t.Helper()
	u, err := LoadUnits(os.DirFS("../../seeds"))
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestMatchUnit(t *testing.T) {
	u := loadUnits(t)
	for _, c := range []struct{ text, name, spelling string }{
		{"千瓦时，增长", "千瓦时", "千瓦时"},
		{"千瓦以上", "千瓦", "千瓦"},
		{"个百分点", "百分点", "个百分点"},
		{"个国家", "个", "个"},
		{"个体工商户", "", ""},
		{"台阶", "", ""},
		{"市民", "", ""},
		{"群众", "", ""},
		{"家庭", "", ""},
		{"条件", "", ""},
		{"项目", "", ""},
		{"人口", "人", "人"},
		{"人均", "", ""},
		{"人次，", "人次", "人次"},
		{"户籍", "", ""},
		{"名称", "", ""},
		{"头部企业", "", ""},
		{"亩均", "", ""},
		{"场景", "", ""},
		{"度假", "", ""},
		{"元旦", "", ""},
		{"部分", "", ""},
		{"位居", "", ""},
		{"％，", "%", "％"},
		{"㎡", "平方米", "㎡"},
		{"GWh", "GWh", "GWh"},
		{"GW", "GW", "GW"},
		{"GWx", "", ""},
		{"m2", "平方米", "m2"},
		{"m20", "", ""},
		{"標", "", ""},
	} {
		i, n := u.Match(c.text, 0)
		if got := u.At(i).Name; got != c.name || c.text[:n] != c.spelling {
			t.Errorf("Match(%q) = %q by %q, want %q by %q", c.text, got, c.text[:n], c.name, c.spelling)
		}
	}
}

func TestUnitByName(t *testing.T) {
	u := loadUnits(t)
	for _, c := range []struct {
		name, base, dimension string
		power                 int
	}{
		{"公里", "米", "length", 3},
		{"亩", "亩", "area", 0},
		{"元/平方公里", "元/平方米", "money/area", -6},
		{"个/万人", "个/人", "count/people", -4},
		{"微克/立方米", "吨/立方米", "mass/volume", -12},
		{"克/千瓦时", "吨/瓦时", "mass/energy", -9},
	} {
		got, ok := u.ByName(c.name)
		if !ok || got.Name != c.name || got.Base != c.base || got.Dimension != c.dimension || got.Power != c.power {
			t.Errorf("ByName(%q) = %+v, %v", c.name, got, ok)
		}
	}
	for _, name := range []string{"", "万", "/", "元/", "/吨", "元/万"} {
		if got, ok := u.ByName(name); ok {
			t.Errorf("ByName(%q) = %+v", name, got)
		}
	}
}

func TestZeroUnits(t *testing.T) {
	var u Units
	if i, n := u.Match("元", 0); i != -1 || n != 0 || u.At(i) != (Unit{}) || u.Len() != 0 {
		t.Errorf("the zero Units found %d, %d", i, n)
	}
}

func TestParseUnitsSaysWhatIsWrong(t *testing.T) {
	header := strings.Join(unitColumns, "\t") + "\n"
	for _, c := range []struct{ rows, want string }{
		{"元\t\t\tmoney\t圆|元\t\tyuan\t\n", "u.tsv:2: 元 stands twice"},
		{"元\t\t\tmoney\t\t\tyuan\t\n圆\t\t\tmoney\t元\t\tyuan\t\n", "u.tsv:3: 元 is a spelling of 元 in line 2"},
		{"公里\t米\t3\tlength\t\t\tkm\t\n", "u.tsv:2: base 米 of 公里 is no unit"},
		{"米\t\t\tlength\t\t\tm\t\n公里\t米\tx\tlength\t\t\tkm\t\n", `u.tsv:3: power "x" of 公里`},
		{"米\t\t\tlength\t\t\tm\t\n公里\t米\t3\tarea\t\t\tkm\t\n", "u.tsv:3: 公里 is area, its base 米 is length"},
		{"米\t\t\tlength\t\t\tm\t\n里\t米\t1\tlength\t\t\tli\t\n公里\t里\t3\tlength\t\t\tkm\t\n", "base 里 of 公里 has a base itself"},
		{"米\t\t3\tlength\t\t\tm\t\n", "u.tsv:2: 米 has a power without a base"},
		{"米\t\t\tLength\t\t\t\t\n", `u.tsv:2: dimension "Length"`},
		{"米\t\t\tlength\t\t\t\t\n", "u.tsv:2: 米 has no English name"},
		{"米\t\t\tlength\t\t粉|粉\tm\t\n", `u.tsv:2: "粉" stands twice`},
		{"米\n", "u.tsv:2: 1 cells, want 8"},
	} {
		_, err := ParseUnits("u.tsv", strings.NewReader(header+c.rows), &Bounds{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s", c.rows, err, c.want)
		}
	}
}

func TestShippedUnitsAreWhole(t *testing.T) {
	u := loadUnits(t)
	if u.Len() < 300 {
		t.Errorf("%d units", u.Len())
	}
	for i, unit := range u.All() {
		if u.At(i) != unit {
			t.Errorf("At(%d) is not %s", i, unit.Name)
		}
		if got, ok := u.ByName(unit.Name); !ok || got != unit {
			t.Errorf("ByName(%s) = %+v, %v", unit.Name, got, ok)
		}
		if i2, n := u.Match(unit.Name, 0); i2 != i || n != len(unit.Name) {
			t.Errorf("Match(%s) = %s", unit.Name, u.At(i2).Name)
		}
	}
}
