package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// headLines is how many lines with text may stand before the end of what
// heads a document: its title, publisher and date.
const headLines = 14

// maxHeadLine bounds the bytes of a line that may be a title or name a
// publisher.
const maxHeadLine = 600

// textLines returns the first lines of a text that are not blank, at most n,
// each without its outer blanks, and where each begins.
func textLines(text string, n int) (lines []string, starts []int) {
	at := 0
	for at < len(text) && len(lines) < n {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text) - at
		}
		if line := strings.TrimSpace(text[at : at+end]); line != "" {
			lines, starts = append(lines, line), append(starts, at)
		}
		at += end + 1
	}
	return lines, starts
}

// titleWords end what a document of the kinds that hold figures is called.
var titleWords = []string{
	"统计公报", "工作报告", "公报", "统计快报", "统计月报", "经济运行情况", "执行情况", "主要数据公报", "主要指标", "统计年鉴", "计划草案的报告", "预算草案的报告", "报告",
}

// titleWord reports whether a line is the title of a document by its words:
// it is short, no sentence and ends in one of titleWords, but for a remark in
// brackets.
func titleWord(line string) bool {
	if len(line) > maxHeadLine {
		return false
	}
	s := squeezed(line)
	if n := utf8.RuneCountInString(s); n < 4 || n > 60 || strings.ContainsAny(s, "。；：，！？\t") {
		return false
	}
	if at := strings.LastIndexAny(s, "（([【"); at > 0 && strings.HasSuffix(s, closing(s[at:])) {
		s = s[:at]
	}
	s = strings.TrimRight(s, "0123456789[]〔〕①②*＊")
	for _, w := range titleWords {
		if strings.HasSuffix(s, w) && s != "报告" && s != "公报" && s != w+w {
			return true
		}
	}
	return false
}

// closing is the bracket that closes the one that s begins with.
func closing(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	return map[rune]string{'（': "）", '(': ")", '[': "]", '【': "】"}[r]
}

// publisherEnds end the names of those who publish.
var publisherEnds = []string{
	"统计局", "调查队", "人民政府", "办公室", "发展和改革委员会", "发展改革委", "财政局", "财政厅", "委员会", "统计处", "研究室", "日报社", "日报", "晚报", "时报", "通讯社",
	"管理局", "海关", "人民银行", "中心", "统计信息网", "政府网",
}

// publisherLine returns the names of publishers that make up a line, with one
// blank between them.
func publisherLine(line string) (string, bool) {
	if len(line) > maxHeadLine {
		return "", false
	}
	line = strings.Trim(line, "（）()【】 \u3000")
	for _, label := range []string{"来源", "信息来源", "发布单位", "发布机构", "作者"} {
		if rest, ok := strings.CutPrefix(squeezed(line), label); ok {
			if rest = strings.TrimLeft(rest, ":："); len(rest) < len(squeezed(line))-len(label) {
				line = rest
			}
		}
	}
	names := strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("、，,;；", r) })
	if len(names) == 0 || len(names) > 6 {
		return "", false
	}
	joined := strings.Join(names, "") // 株 洲 市 统 计 局
	if len(names) > 1 && utf8.RuneCountInString(joined) == len(names) {
		names = []string{joined}
	}
	for _, name := range names {
		if !isPublisher(name) {
			return "", false
		}
	}
	return strings.Join(names, " "), true
}

func isPublisher(name string) bool {
	if n := utf8.RuneCountInString(name); n < 3 || n > 24 || strings.ContainsAny(name, "。：:0123456789") {
		return false
	}
	for _, end := range publisherEnds {
		if strings.HasSuffix(name, end) && name != end {
			return true
		}
	}
	return false
}

// isSection reports whether a line heads the first section of a text, or
// greets those whom it was read to.
func isSection(line string) bool {
	s := squeezed(line)
	return strings.HasPrefix(s, "一、") || strings.HasPrefix(s, "各位代表") || strings.HasPrefix(s, "第一部分")
}

// A heading is what heads a document within a text.
type heading struct {
	start     int    // of its first line
	title     string // "" where no line gives it
	publisher string
	date      dateline
	dated     bool
}

// headingAt returns the heading that begins with the first of lines and the
// number of lines that it takes. It has a date, and a title or a publisher.
func headingAt(lines []string, starts []int) (h heading, n int, ok bool) {
	h.start = starts[0]
	for n < len(lines) && n < 6 && !h.dated {
		line := lines[n]
		if d, found := isDateline(line); found {
			h.date, h.dated = d, true
		} else if name, found := publisherLine(line); found {
			h.publisher = strings.TrimSpace(h.publisher + " " + name)
		} else if titleWord(line) && h.publisher == "" {
			h.title = strings.TrimSpace(h.title + squeezed(line))
		} else if n == 0 && len(lines) > 1 && titleWord(lines[1]) && endsAsRegion(squeezed(line)) {
			h.title = squeezed(line) // a title of two lines
		} else {
			return h, n, false
		}
		n++
	}
	return h, n, h.dated && (h.title != "" || h.publisher != "")
}
