package intake

import (
	"strings"
	"testing"

	"suanpan/indicators"
)

func TestFindDate(t *testing.T) {
	for line, want := range map[string]string{
		"2024年5月7日": "2024-05-07", "（2013年3月20日）": "2013-03-20", "2024 年 5 月 7 日": "2024-05-07", "２０２４年５月７日": "2024-05-07",
		"二〇二四年五月七日": "2024-05-07", "二○二三年十二月二十三日": "2023-12-23", "二〇二四年十月": "2024-10-01", "2022年4月": "2022-04-01",
		"发布时间：2024-03-20 09:30 来源：统计局": "2024-03-20", "2024/3/20": "2024-03-20", "2024.03.20": "2024-03-20",
		"2024年": "", "2024-05": "", "2024年13月1日": "", "2024年2月30日": "", "1-11月": "", "12024-03-20": "", "2023年末": "", "": "",
		"全年": "", "2024-03/20": "",
	} {
		d, ok := findDate(line)
		if got := d.date.String(); got != want && (ok || want != "") {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

func TestIsDateline(t *testing.T) {
	for line, want := range map[string]bool{
		"2024年5月7日": true, "（2024年5月7日）": true, "发布日期：2024-05-07": true, "2024年2月1日 星期四": true, "2024-03-20 09:30": true,
		"——2024年1月17日在衢州市第八届人民代表大会第三次会议上": true, "2022年4月": true,
		"2024年5月7日，全市召开会议。": false, "截至2024年5月7日": false, "2023年1月全市": false,
	} {
		if _, got := isDateline(line); got != want {
			t.Errorf("%q: %t", line, got)
		}
	}
}

func TestDateOfName(t *testing.T) {
	for name, want := range map[string]string{
		"衢州日报_2024-01-31_A02": "2024-01-31", "20240131": "2024-01-31", "p20240131a": "2024-01-31", "2024年1月31日头版": "2024-01-31",
		"2023年公报": "", "2024-13-01": "", "120240131": "", "gwr2026": "", "2023年12月": "",
	} {
		if got := dateOfName(name); got.String() != want {
			t.Errorf("%q: %s, want %q", name, got, want)
		}
	}
}

func TestFind(t *testing.T) {
	r := newTestReader(t, Limits{})
	for _, c := range []struct{ text, stem, title, publisher, region, published string }{
		{"衢州市人民政府\n2023年政府工作报告\n", "a", "2023年政府工作报告 title line", "衢州市人民政府 line under the title", "衢州市 publisher", "2024 years in the text"},
		{
			"政府工作报告\n——2024年1月17日在江山市第十八届人民代表大会第三次会议上\n市长 某某\n\n各位代表：\n现在…\n", "b",
			"政府工作报告 title line", "", "江山市 dateline", "2024-01-17 dateline",
		},
		{"黔东南苗族侗族自治州\n2016年国民经济和社会发展统计公报\n", "c", "黔东南苗族侗族自治州2016年国民经济和社会发展统计公报 title line", "", "黔东南苗族侗族自治州 title", "2017 years in the text"},
		{"全年3亿元。\n\n衢州市统计局\n2024年3月20日\n", "d", "d file name", "衢州市统计局 line under the title", "衢州市 publisher", "2024-03-20 dateline"},
		{"全年3亿元，" + strings.Repeat("比上年增长。", 40) + "\n\n2024年3月20日\n", "江山市2023年统计公报", "江山市2023年统计公报 file name", "", "江山市 title", "2024-03-20 last line"},
		{"衢州市统计局  国家统计局衢州调查队\n2024年3月\n2023年，全市经济运行平稳\n一、综合\n", "e", "衢州市2023年国民经济和社会发展统计公报 region, publisher and years in the text", "衢州市统计局 国家统计局衢州调查队 line under the title", "衢州市 publisher", "2024-03-01 dateline"},
		{"本报讯 昨日，全市增长3%。\n", "衢州日报_2024-01-31", "衢州日报_2024-01-31 file name", "", "", "2024-01-31 file name"},
		{"# 衢州农业\n\n粮食产量48万吨。\n", "f", "衢州农业 heading", "", "", ""},
		{"", "", "", "", "", ""},
	} {
		f := r.find(draft{text: c.text}, c.stem)
		for _, field := range []struct {
			what string
			got  Finding
			want string
		}{
			{"title", f.Title, c.title},
			{"publisher", f.Publisher, c.publisher},
			{"region", f.Region, c.region},
			{"published", f.Published, c.published},
		} {
			if got := strings.TrimSpace(field.got.Value + " " + field.got.By); got != field.want {
				t.Errorf("%.30q: %s is %q, want %q", c.text, field.what, got, field.want)
			}
		}
	}
}

func TestSplitLeavesOneWhole(t *testing.T) {
	one := "衢州市统计局\n2024年3月20日\n一、综合\n" + strings.Repeat("全年粮食产量48万吨。\n", 200)
	for _, text := range []string{
		one,
		one + "衢州市统计局\n2024年3月20日\n",               // a signature, not a head
		strings.Repeat("全年粮食产量48万吨。\n", 200) + one, // what stands first has no head
		"",
	} {
		if parts := split(draft{text: text}); len(parts) != 1 || parts[0].text != text {
			t.Errorf("%.40q became %d", text, len(parts))
		}
	}
}

func TestSplitKeepsPages(t *testing.T) {
	one := "衢州市统计局\n2024年3月20日\n一、综合\n" + strings.Repeat("全年粮食产量48万吨。\n", 200)
	d := draft{text: one + one, pages: []int{0, 1000, len(one) - 10, len(one) + 10, len(one) + 20}}
	parts := split(d)
	if len(parts) != 2 {
		t.Fatalf("%d parts", len(parts))
	}
	second := indicators.Document{Text: parts[1].text, Pages: parts[1].pages}
	if err := second.Validate(); err != nil || second.Page(0) != 3 || second.Page(10) != 4 || second.Page(25) != 5 {
		t.Errorf("%v: %d %d %d, %v", second.Pages, second.Page(0), second.Page(10), second.Page(25), err)
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("衢州市统计局\n2024年3月20日\n一、综合\n"+strings.Repeat("年", 2000)+"\n衢州市统计局\n2024年3月20日\n一、综合\n", 100)
	f.Fuzz(func(t *testing.T, text string, page int) {
		if page < 0 || page > len(text) {
			return
		}
		letters := 0
		for _, part := range split(draft{text: text, pages: []int{0, page}}) {
			letters += len(squeezed(part.text))
			d := indicators.Document{Text: part.text, Pages: part.pages}
			for _, at := range part.pages {
				if at < 0 || at > len(part.text) {
					t.Errorf("%v in %d bytes", part.pages, len(part.text))
				}
			}
			_ = d.Page(0)
		}
		if letters != len(squeezed(text)) {
			t.Errorf("%d of %d bytes are left", letters, len(squeezed(text)))
		}
	})
}
