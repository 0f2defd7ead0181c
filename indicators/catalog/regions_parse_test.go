package catalog

import (
	"strings"
	"testing"
	"testing/fstest"
)

const regionHeader = "code\tname\tshort\tparent\ttier\tsince\tuntil\tsuccessor\tenglish\n"

// regionRows joins cells that are written with blanks; - is an empty one.
func regionRows(rows ...string) string {
	var b strings.Builder
	b.WriteString(regionHeader)
	for _, row := range rows {
		cells := strings.Fields(row)
		for i, c := range cells {
			if c == "-" {
				cells[i] = ""
			}
		}
		b.WriteString(strings.Join(cells, "\t") + "\n")
	}
	return b.String()
}

var goodRegions = []string{
	"100000 全国 我国 - nation - - - China",
	"430000 湖南省 湖南 100000 province - - - Hunan",
	"430200 株洲市 株洲 430000 prefecture - - - Zhuzhou",
	"430211 天元区 天元 430200 county - - - -",
}

func TestParseRegionsFaults(t *testing.T) {
	if _, err := ParseRegions("regions.tsv", strings.NewReader(regionRows(goodRegions...))); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ row, want string }{ // row is line 6
		{"430212 渌口区 渌口 430200 county 2018 -", "regions.tsv:6: 7 cells, want 9"},
		{"430211 渌口区 渌口 430200 county - - - -", "regions.tsv:6: code 430211 is taken"},
		{"430111 雨花区 雨花 430000 county - - - -", "regions.tsv:6: code 430111 belongs above 430211"},
		{"43021x 渌口区 渌口 430200 county - - - -", `regions.tsv:6: "43021x" is no code of a county`},
		{"430300 湘潭县 湘潭 430000 county - - - -", `regions.tsv:6: "430300" is no code of a county`},
		{"430321 湘潭市 湘潭 430000 prefecture - - - Xiangtan", `regions.tsv:6: "430321" is no code of a prefecture`},
		{"g-CZT 长株潭 长株潭 430000 group - - - -", `regions.tsv:6: "g-CZT" is no code of a group`},
		{"430212 渌口区 渌口 430200 district - - - -", `regions.tsv:6: tier "district": want one of`},
		{"430212 渌口 渌口 430200 county - - - -", `regions.tsv:6: county "渌口" ends with none of`},
		{"430212 区 渌口 430200 county - - - -", `regions.tsv:6: county "区" ends with none of`},
		{"430212 渌口区 - 430200 county - - - -", "regions.tsv:6: 430212 has an empty short name"},
		{"430212 渌口区 渌口||渌 430200 county - - - -", "regions.tsv:6: 430212 has an empty short name"},
		{"430212 渌口区 渌口|渌口 430200 county - - - -", "regions.tsv:6: 渌口 stands twice in 430212"},
		{"430212 渌口区 渌口 - county - - - -", `regions.tsv:6: parent "" of 430212 is no region`},
		{"430212 渌口区 渌口 430300 county - - - -", `regions.tsv:6: parent "430300" of 430212 is no region`},
		{"430300 湘潭市 湘潭 430200 prefecture - - - Xiangtan", "regions.tsv:6: prefecture 430300 does not lie in prefecture 430200"},
		{"430321 湘潭县 湘潭 430200 county - - - -", "regions.tsv:6: county 430321 does not lie in prefecture 430200"},
		{"430212 渌口区 渌口 430211 county - - - -", "regions.tsv:6: county 430212 does not lie in county 430211"},
		{"430212 天元区 天元 430200 county - - - -", "regions.tsv:6: 天元区 in 430200 stands in line 5"},
		{"430212 渌口区 渌口 430200 county 18 - - -", `regions.tsv:6: "18" is no year`},
		{"430212 渌口区 渌口 430200 county 2018 二零 - -", `regions.tsv:6: "二零" is no year`},
		{"430212 渌口区 渌口 430200 county 2018 2012 - -", "regions.tsv:6: 430212 is abolished in 2012, before 2018"},
		{"430221 株洲县 株洲县 430200 county - 2018 430212 -", `regions.tsv:6: successor "430212" of 430221 is no region`},
		{"430221 株洲县 株洲县 430200 county - 2018 430221 -", "regions.tsv:6: successor 430221 of 430221 is abolished no later"},
		{"430221 株洲县 株洲县 430200 county - - 430211 -", "regions.tsv:6: 430221 has a successor and is in force"},
		{"430300 湘潭市 湘潭 430000 prefecture - - - -", "regions.tsv:6: 430300 has no English name"},
	} {
		_, err := ParseRegions("regions.tsv", strings.NewReader(regionRows(append(goodRegions, c.row)...)))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s\ngives %v\nwant  %s", c.row, err, c.want)
		}
	}
	if _, err := ParseRegions("regions.tsv", strings.NewReader("code\tname\n")); err == nil || !strings.Contains(err.Error(), "regions.tsv:1: header") {
		t.Errorf("a wrong header gives %v", err)
	}
	many := strings.Repeat("x\n", 30)
	if _, err := ParseRegions("regions.tsv", strings.NewReader(regionHeader+many)); err == nil || strings.Count(err.Error(), "\n") != 19 {
		t.Errorf("30 faults give %v", err)
	}
}

func TestLoadRegionsFaults(t *testing.T) {
	regions := &fstest.MapFile{Data: []byte(regionRows(goodRegions...))}
	for _, c := range []struct{ words, want string }{
		{"word\n", "region_words.tsv:1: header"},
		{"word\tkind\n天元\tword\n渌口\tword\n", `region_words.tsv:3: "渌口" names no region`},
		{"word\tkind\n天元\tverb\n", `region_words.tsv:2: kind "verb"`},
		{"word\tkind\n天元\tword\n# 围棋\n天元\tname\n", "region_words.tsv:4: 天元 stands twice"},
	} {
		fsys := fstest.MapFS{"regions.tsv": regions, "region_words.tsv": {Data: []byte(c.words)}}
		if _, err := LoadRegions(fsys); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q gives %v", c.words, err)
		}
	}
	for _, fsys := range []fstest.MapFS{{}, {"regions.tsv": regions}, {"regions.tsv": {Data: []byte("code")}}} {
		if x, err := LoadRegions(fsys); err == nil {
			t.Errorf("%v is loaded as %v", fsys, x)
		}
	}
}

func FuzzParseRegions(f *testing.F) {
	f.Add(regionRows(goodRegions...))
	f.Add(regionRows("430221 株洲县 株洲县 430200 county 2000 2018 430221 -"))
	f.Add(regionHeader + "\t\t\t\t\t\t\t\t\n")
	f.Fuzz(func(t *testing.T, table string) {
		x, err := ParseRegions("regions.tsv", strings.NewReader(table))
		if err != nil {
			for line := range strings.SplitSeq(err.Error(), "\n") {
				if !strings.HasPrefix(line, "regions.tsv:") {
					t.Fatalf("an error without place: %s", line)
				}
			}
			return
		}
		for name, codes := range x.Names() {
			for _, code := range codes {
				if !x.Within(code, "100000") {
					t.Errorf("%s %s lies outside the nation", name, code)
				}
				x.Resolve(name, code, 2000)
			}
		}
	})
}
