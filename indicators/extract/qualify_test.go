package extract

import (
	"testing"

	"suanpan/indicators"
)

func TestReadingQualifiesNames(t *testing.T) {
	d := &indicators.Document{
		Title:  "2023年天元区国民经济和社会发展统计公报",
		Region: "湖南省株洲市天元区",
		Text:   "全年规模以上工业增加值增长6.1%，其中高技术制造业增加值增长9.4%。年末常住人口52.3万人。规模以上工业增加值居全市第2位。",
	}
	got, err := New(loadCatalog(t)).Read(d)
	if err != nil {
		t.Fatal(err)
	}
	want := []indicators.Qualifiers{
		{Scope: "规模以上", Industry: "工业", Head: "增加值"},
		{Industry: "高技术制造业", Head: "增加值"},
		{Scope: "常住", Head: "常住人口"},
		{Scope: "规模以上", Industry: "工业", Head: "增加值"},
	}
	if len(got.Observations) != len(want) {
		t.Fatalf("%d figures, want %d", len(got.Observations), len(want))
	}
	for i, o := range got.Observations {
		if o.Qualifiers != want[i] {
			t.Errorf("%s has %+v, want %+v", o.Name, o.Qualifiers, want[i])
		}
	}
}
