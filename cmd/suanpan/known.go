package main

import (
	"cmp"
	"fmt"

	"suanpan/indicators/intake"
)

// knownBy says in the language of the story by what a thing is known.
var knownBy = map[string]string{
	"given": "给定", "front matter": "文首说明", "JSON": "JSON", "metadata of the page": "网页元数据", "title of the page": "网页标题",
	"heading": "大标题", "dateline of the page": "网页日期行", "title line": "标题行", "first line": "首行", "line under the title": "标题下",
	"dateline": "日期行", "last line": "文末", "title": "标题", "publisher": "发布者", "file name": "文件名",
	"years in the text": "文中年份", "region, publisher and years in the text": "地区、发布者和文中年份",
}

// sureWord says how far to trust it; of what is said for the purpose, nothing.
var sureWord = map[intake.Sureness]string{intake.Guess: "，猜测", intake.Likely: "，较可信"}

// known writes what is known of a document beside its text, and by what. A
// region or a date that is a guess is not used.
func (rd *reading) known() {
	for _, field := range []struct {
		label string
		intake.Finding
		optional bool
	}{
		{"标题", rd.found.Title, true},
		{"发布", rd.found.Publisher, true},
		{"地区", rd.found.Region, false},
		{"日期", rd.found.Published, false},
	} {
		switch {
		case field.Value == "" && field.optional:
		case field.Value == "":
			fmt.Fprintf(&rd.out, "%s  未知\n", field.label)
		case field.Sure == intake.Guess && !field.optional:
			fmt.Fprintf(&rd.out, "%s  未知（%s：%s，猜测，未采用）\n", field.label, cmp.Or(knownBy[field.By], field.By), field.Value)
		default:
			fmt.Fprintf(&rd.out, "%s  %s（%s%s）\n", field.label, field.Value, cmp.Or(knownBy[field.By], field.By), sureWord[field.Sure])
		}
	}
}

// leafWord is the page of an original, "" where it has none.
func leafWord(page int) string {
	if page == 0 {
		return ""
	}
	return fmt.Sprintf("第%d页", page)
}
