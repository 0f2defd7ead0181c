package catalog

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"suanpan/indicators"
)

func loadQualifiers(t testing.TB) *Qualifiers {
	t.Helper()
	q, err := LoadQualifiers(os.DirFS("../../seeds"))
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestQualifiersOf(t *testing.T) {
	q := loadQualifiers(t)
	for _, c := range []struct {
		name string
		want indicators.Qualifiers
	}{
		{"规模以上工业增加值", indicators.Qualifiers{Scope: "规模以上", Industry: "工业"}},
		{"规上工业增加值", indicators.Qualifiers{Scope: "规模以上", Industry: "工业"}},
		{"规模工业增加值", indicators.Qualifiers{Scope: "规模以上", Industry: "工业"}},
		{"高技术制造业增加值", indicators.Qualifiers{Industry: "高技术制造业"}},
		{"规模以上工业高技术制造业增加值", indicators.Qualifiers{Scope: "规模以上", Industry: "高技术制造业"}},
		{"规模以上国有控股工业企业增加值", indicators.Qualifiers{Scope: "规模以上", Ownership: "国有控股", Industry: "工业"}},
		{"电力、热力、燃气及水的生产和供应业增加值", indicators.Qualifiers{Industry: "电力、热力、燃气及水生产和供应业"}},
		{"居民服务、修理和其他服务业投资", indicators.Qualifiers{Industry: "居民服务、修理和其他服务业"}},
		{"一产投资", indicators.Qualifiers{Industry: "第一产业"}},
		{"房地产开发住宅投资", indicators.Qualifiers{Industry: "住宅"}},
		{"民间投资", indicators.Qualifiers{Ownership: "民间"}},
		{"外资企业进出口额", indicators.Qualifiers{Ownership: "外商投资"}},
		{"城镇居民人均可支配收入", indicators.Qualifiers{Residence: "城镇", Flow: "人均"}},
		{"农民人均纯收入", indicators.Qualifiers{Residence: "农村", Flow: "人均"}},
		{"城镇非私营单位就业人员平均工资", indicators.Qualifiers{Residence: "城镇", Ownership: "非私营"}},
		{"城镇新增就业人数", indicators.Qualifiers{Residence: "城镇", Flow: "新增"}},
		{"净增经营主体", indicators.Qualifiers{Flow: "净增"}},
		{"年末常住人口", indicators.Qualifiers{Scope: "常住", Flow: "年末"}},
		{"房屋新开工面积", indicators.Qualifiers{Flow: "新开工"}},
		{"限额以上单位新能源汽车零售额", indicators.Qualifiers{Scope: "限额以上", Industry: "新能源汽车"}},
		{"一般贸易进出口额", indicators.Qualifiers{Scope: "一般贸易"}},
		{"粮食播种面积", indicators.Qualifiers{Industry: "粮食"}},

		// A share narrows by its part, not by its whole.
		{"高技术制造业增加值占规模以上工业增加值比重", indicators.Qualifiers{Industry: "高技术制造业"}},
		{"制造业对工业增长的贡献率", indicators.Qualifiers{Industry: "制造业"}},
		{"民营企业对东盟出口额", indicators.Qualifiers{Scope: "东盟", Ownership: "民营"}},
		{"占地面积", indicators.Qualifiers{}},

		// Words that hold others.
		{"工业互联网平台数", indicators.Qualifiers{}},
		{"常住人口城镇化率", indicators.Qualifiers{Scope: "常住"}},
		{"农民专业合作社", indicators.Qualifiers{}},
		{"实际使用外资", indicators.Qualifiers{}},
		{"地区生产总值", indicators.Qualifiers{}},
		{"增加值", indicators.Qualifiers{}},
		{"\xe8\xa7", indicators.Qualifiers{}},
		{"", indicators.Qualifiers{}},
	} {
		got := q.Of(c.name)
		got.Head = ""
		if got != c.want {
			t.Errorf("Of(%s) = %+v, want %+v", c.name, got, c.want)
		}
	}
	if got := new(Qualifiers).Of("工业增加值"); got != (indicators.Qualifiers{}) {
		t.Errorf("no table gives %+v", got)
	}
}

// The longest head that a name ends in.
func TestQualifiersHead(t *testing.T) {
	q, err := LoadQualifiers(fstest.MapFS{
		"qualifiers.tsv": {Data: []byte("axis\tword\tvalue\tnote\nflow\t新开工\t\t\n")},
		"heads.tsv":      {Data: []byte("head\tclass\tdependent\tnote\n面积\tamount\tyes\t\n新开工面积\tamount\tyes\t\n收入\tamount\tyes\t\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, head, flow string }{
		{"播种面积", "面积", ""},
		{"房屋新开工面积", "新开工面积", "新开工"},
		{"面积", "面积", ""},
		{"面积占比", "", ""},
		{"收入面", "", ""},
		{"", "", ""},
	} {
		if got, want := q.Of(c.name), (indicators.Qualifiers{Head: c.head, Flow: c.flow}); got != want {
			t.Errorf("Of(%s) = %+v, want %+v", c.name, got, want)
		}
	}
}

// Each word of the table, alone, says on each of its axes what the table says.
func TestQualifiersFindTheirOwnWords(t *testing.T) {
	q := loadQualifiers(t)
	for word, i := range q.words.All() {
		if got := q.Of(word); beforeWhole(word, got.Head) == word {
			got.Head = ""
			if got != q.list[i] {
				t.Errorf("Of(%s) = %+v, want %+v", word, got, q.list[i])
			}
		}
	}
}

func TestQualifiersOfAllocatesNothing(t *testing.T) {
	q := loadQualifiers(t)
	if n := testing.AllocsPerRun(100, func() { q.Of("规上高技术制造业民间投资占固定资产投资比重") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestLoadQualifiersFaults(t *testing.T) {
	const header = "axis\tword\tvalue\tnote\n"
	for _, c := range []struct{ table, want string }{
		{"axis\tword\tnote\n", "qualifiers.tsv:1: header"},
		{header + "size\t大型\t\t\n", `qualifiers.tsv:2: axis "size" is none of ["flow" "industry"`},
		{header + "# a note\nscope\t\t\t\n", "qualifiers.tsv:3: no word"},
		{header + "scope\t规上\t规上\t\n", "qualifiers.tsv:2: value of 规上 is the word itself"},
		{header + "none\t工业化\t工业\t\n", "qualifiers.tsv:2: 工业化 hides others and has a value"},
		{header + "flow\t新增\t\t\nflow\t新增\t增量\t\n", "qualifiers.tsv:3: 新增 stands twice under flow"},
		{header + "none\t城市\t\t\nresidence\t城市\t\t\n", "qualifiers.tsv:3: 城市 stands under none and under an axis"},
		{header + "residence\t城市\t\t\nnone\t城市\t\t\n", "qualifiers.tsv:3: 城市 stands under none and under an axis"},
		{header + "scope\t大型\n", "qualifiers.tsv:2: 2 cells, want 4"},
	} {
		_, err := LoadQualifiers(fstest.MapFS{
			"qualifiers.tsv": {Data: []byte(c.table)},
			"heads.tsv":      {Data: []byte("head\tclass\tdependent\tnote\n")},
		})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %s", c.table, err, c.want)
		}
	}
	both := header + "scope\t规模工业\t规模以上\t\nindustry\t规模工业\t工业\t\n"
	q, err := LoadQualifiers(fstest.MapFS{
		"qualifiers.tsv": {Data: []byte(both)},
		"heads.tsv":      {Data: []byte("head\tclass\tdependent\tnote\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := q.Of("规模工业"), (indicators.Qualifiers{Scope: "规模以上", Industry: "工业"}); got != want {
		t.Errorf("a word on two axes says %+v, want %+v", got, want)
	}
}

func BenchmarkQualifiersOf(b *testing.B) {
	q := loadQualifiers(b)
	x, err := LoadIndicators(os.DirFS("../../seeds"))
	if err != nil {
		b.Fatal(err)
	}
	names := x.All()
	size := 0
	for i := range names {
		size += len(names[i].Name)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range names {
			q.Of(names[i].Name)
		}
	}
}
