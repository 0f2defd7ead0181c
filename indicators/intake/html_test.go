package intake

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// sitePage is a page of a bureau's site: menus, the head of the article, its
// text and a foot.
const sitePage = `<!DOCTYPE html><html><head><meta charset="CHARSET"><title>衢州市2023年统计公报_衢州市统计局</title>
<meta name="ArticleTitle" content="衢州市2023年国民经济和社会发展统计公报"><meta name="PubDate" content="2024-03-20 09:30"><meta name="ContentSource" content="衢州市统计局">
<style>p{}</style><script>var a="3亿元"</script></head>
<body><div class="navbar"><a href="/">首页</a><a href="/a">政务公开</a></div>
<div class="main"><h1>衢州市2023年国民经济和社会发展统计公报</h1><div class="info">发布时间：2024-03-21　来源：统计局办公室　浏览次数：99次</div>
<div id="zoom"><p>　　初步核算，全年地区生产总值2125.3
亿元，比上年<b>增长</b>6.4%。<br>年末常住人口230.1万人，其中城镇人口136.2万人，占58.9%，
比上年提高0.6个百分点。</p>
<p style="display:none">看不见的9亿元</p>
<table><caption>表1 农产品产量</caption><tr><td rowspan="2">产品</td><td colspan="2">2023年</td></tr><tr><td><p>产量</p><p>（万吨）</p></td><td>比上年<br>增长（%）</td></tr>
<tr><td>粮&nbsp;&nbsp;食</td><td>48.7</td><td>1.2</td></tr></table>
<p>资料来源：抽样调查。</p></div></div>
<div class="footer">主办：衢州市人民政府　浙ICP备123号</div></body></html>`

const siteText = `初步核算，全年地区生产总值2125.3亿元，比上年增长6.4%。
年末常住人口230.1万人，其中城镇人口136.2万人，占58.9%，比上年提高0.6个百分点。
表1 农产品产量

产品	2023年
	产量（万吨）	比上年增长（%）
粮 食	48.7	1.2

资料来源：抽样调查。
`

func TestHTML(t *testing.T) {
	r := newTestReader(t, Limits{})
	pageIn := func(charset string) []byte { return []byte(strings.Replace(sitePage, "CHARSET", charset, 1)) }
	for what, b := range map[string][]byte{
		"UTF-8":      pageIn("utf-8"),
		"as gb2312":  encode(t, simplifiedchinese.GB18030, string(pageIn("gb2312"))),
		"with marks": append([]byte("\xEF\xBB\xBF"), pageIn("gbk")...),
	} {
		items := readAll(t, r, "a.html", b, Meta{})
		if len(items) != 1 || items[0].Err != nil || items[0].Format != HTML {
			t.Fatalf("%s: %+v", what, items)
		}
		d := items[0].Document
		text := d.Text[strings.Index(d.Text, "初步"):]
		text = strings.ReplaceAll(text, "粮  食", "粮 食")
		if text != siteText {
			t.Errorf("%s: the text is\n%s", what, text)
		}
		want := Findings{
			Title:     Finding{"衢州市2023年国民经济和社会发展统计公报", "metadata of the page", Stated},
			Publisher: Finding{"衢州市统计局", "metadata of the page", Stated},
			Region:    Finding{"衢州市", "title", Likely},
			Published: Finding{"2024-03-20", "metadata of the page", Stated},
		}
		if items[0].Found != want {
			t.Errorf("%s: %+v", what, items[0].Found)
		}
	}
}

// TestHTMLSaysOfItself: what a page without metadata says in its lines.
func TestHTMLSaysOfItself(t *testing.T) {
	page := strings.ReplaceAll(sitePage, "<meta name", "<meta other")
	items := readAll(t, newTestReader(t, Limits{}), "a.html", []byte(page), Meta{})
	f := items[0].Found
	if f.Published != (Finding{"2024-03-21", "dateline of the page", Likely}) || f.Publisher != (Finding{"统计局办公室", "dateline of the page", Likely}) || f.Title.Value != "衢州市2023年统计公报" {
		t.Errorf("%+v", f)
	}
}

func TestHTMLOldPages(t *testing.T) {
	r := newTestReader(t, Limits{})
	for _, c := range []struct{ what, in, want string }{
		{"a piece", "<p>甲<span>2</span>亿元</p>\n<div>乙</div>", "甲2亿元\n乙\n"},
		{"a table that lays out the page", "<table><tr><td>" + strings.Repeat("正文一百字。", 30) + "</td><td><a>菜单</a></td></tr></table>", strings.Repeat("正文一百字。", 30) + "\n"},
		{"words of letters", "<p>GDP\ngrowth   5%</p>", "GDP growth 5%\n"},
		{"a title and a unit over all columns", "<table><tr><td colspan=3>生产总值</td></tr><tr><td></td><td></td><td>单位：亿元</td></tr><tr><td>指标</td><td>3月</td><td>4月</td></tr><tr><td>总值</td><td>1</td><td>2</td></tr></table>", "生产总值\n单位：亿元\n\n指标\t3月\t4月\n总值\t1\t2\n\n"},
	} {
		items := readAll(t, r, "a", []byte(c.in), Meta{})
		if items[0].Err != nil || items[0].Document.Text != c.want {
			t.Errorf("%s: %+v, %v", c.what, items[0].Document, items[0].Err)
		}
	}
	big5 := encode(t, traditionalchinese.Big5, `<html><meta charset=big5><p>生產總值3億元</p></html>`)
	if items := readAll(t, r, "a", big5, Meta{}); items[0].Err != nil || items[0].Document.Text != "生產總值3億元\n" {
		t.Errorf("Big5: %+v", items[0])
	}
}

func TestHTMLTooLarge(t *testing.T) {
	page := "<table><tr><td>一<td>二</tr>" + strings.Repeat("<tr><td>1<td>2</tr>", 50) + "</table>"
	items := readAll(t, newTestReader(t, Limits{Cells: 40}), "a", []byte(page), Meta{})
	if items[0].Err == nil || !strings.Contains(items[0].Err.Error(), "more cells") {
		t.Errorf("%+v", items[0])
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(sitePage)
	f.Add("<table><tr><td rowspan=9999999999><td colspan=0><tr><table></table>")
	f.Fuzz(func(t *testing.T, page string) {
		d, problem := readHTML(page, Limits{Cells: 10_000}.or(DefaultLimits))
		if problem != nil {
			return
		}
		if strings.Contains(d.text, "\n\n\n") || strings.ContainsAny(d.text, "\r\x00") {
			t.Errorf("the text is %q", d.text)
		}
	})
}
