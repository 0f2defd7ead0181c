package intake

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"suanpan/indicators"
)

// find fills in what a draft's own words and the name of its file say of it,
// where nothing surer is found yet.
func (r *Reader) find(d draft, stem string) Findings {
	found := d.found
	head, _ := textLines(d.text, headLines)
	for i, line := range head {
		if isSection(line) || utf8.RuneCountInString(line) > 80 {
			head = head[:i+1] // what stands there may say its year
			break
		}
	}
	name := strings.ReplaceAll(stem, "_", " ")
	found.Title.or(titleIn(head), "title line", Likely)
	if len(head) > 0 {
		if s, ok := strings.CutPrefix(head[0], "# "); ok { // of Markdown
			found.Title.or(strings.TrimSpace(s), "heading", Likely)
		}
	}
	if titleWord(name) {
		found.Title.or(name, "file name", Likely)
	}
	found.Publisher.or(publisherIn(head), "line under the title", Likely)
	if date, by := dateIn(d.text, head); !date.IsZero() {
		found.Published.or(date.String(), by, Likely)
	}
	if date := dateOfName(stem); !date.IsZero() {
		found.Published.or(date.String(), "file name", Likely)
	}
	found.Region.or(r.regionOf(found.Title.Value), "title", Likely)
	for _, name := range strings.Fields(found.Publisher.Value) {
		found.Region.or(r.regionOf(strings.TrimPrefix(name, "国家统计局")), "publisher", Likely)
	}
	found.Region.or(r.assembly(head), "dateline", Likely)
	found.Region.or(r.regionOf(name), "file name", Likely)
	found.Title.or(bulletinOf(found, head), "region, publisher and years in the text", Guess)
	found.Title.or(stem, "file name", Guess)
	if found.Published.Sure == Unknown {
		if year := lastYear(found.Title.Value, head); year > 0 {
			found.Published = Finding{strconv.Itoa(year + 1), "years in the text", Guess}
		}
	}
	return found
}

// or makes f a finding of value where value is surer than what f is.
func (f *Finding) or(value, by string, sure Sureness) {
	if value != "" && sure > f.Sure {
		*f = Finding{value, by, sure}
	}
}

// titleIn returns the title that lines at the head of a text give, on one
// line or two.
func titleIn(head []string) string {
	for i, line := range head {
		next := ""
		if i+1 < len(head) {
			next = head[i+1]
		}
		switch s := squeezed(line); {
		case isSection(line):
			return ""
		case titleWord(next) && endsAsRegion(s) && utf8.RuneCountInString(s) < 20:
			return s + squeezed(next)
		case titleWord(line):
			return strings.TrimLeft(s, "#")
		case beginsTitle(s) && utf8.RuneCountInString(next) < 16 && titleWord(s+next):
			return strings.TrimLeft(s, "#") + squeezed(next)
		}
	}
	return ""
}

// beginsTitle reports whether a line may be the first of a title's two.
func beginsTitle(s string) bool {
	if utf8.RuneCountInString(s) > 40 || strings.ContainsAny(s, "。：；【】") {
		return false
	}
	return strings.HasPrefix(s, "关于") || lastYear("", []string{s}) > 0
}

// publisherIn returns the publishers that lines at the head of a text name.
func publisherIn(head []string) string {
	found := ""
	for _, line := range head {
		name, ok := publisherLine(line)
		switch {
		case ok && !strings.Contains(found, name):
			found = strings.TrimSpace(found + " " + name)
		case !ok && found != "":
			return found
		}
	}
	return found
}

// dateIn returns the date that a line at the head of a text or at its end
// gives, and which.
func dateIn(text string, head []string) (date indicators.Date, by string) {
	for _, line := range head {
		if isSection(line) {
			break
		}
		if d, ok := isDateline(line); ok {
			return d.date, "dateline"
		}
	}
	tail := strings.TrimRight(text, " \r\n\t\u3000")
	for range 2 {
		at := strings.LastIndexByte(tail, '\n')
		if d, ok := isDateline(tail[at+1:]); ok && at >= 0 {
			return d.date, "last line"
		}
		if at < 0 {
			break
		}
		tail = strings.TrimRight(tail[:at], " \r\n\t\u3000")
	}
	return indicators.Date{}, ""
}

// dateOfName is the day that the name of a file holds: 株洲日报 2024-01-31 or
// 20240131.
func dateOfName(name string) indicators.Date {
	if d, ok := findDate(name); ok && d.date.Valid() && !strings.HasSuffix(strings.TrimSuffix(name, d.rest), "月") {
		return d.date
	}
	for i := 0; i+8 <= len(name); i++ {
		if i > 0 && isDigitRune(rune(name[i-1])) || i+8 < len(name) && isDigitRune(rune(name[i+8])) || strings.Trim(name[i:i+8], "0123456789") != "" {
			continue
		}
		s := name[i : i+8]
		if date, err := indicators.ParseDate(s[:4] + "-" + s[4:6] + "-" + s[6:]); err == nil && date.Year >= 1949 && date.Year < 2100 {
			return date
		}
	}
	return indicators.Date{}
}

// regionOf returns the full name of the region that a title, the name of a
// file or of a publisher begins with, behind a year where one stands first.
// Of a path of names, 江苏省南京市, it is the whole.
func (r *Reader) regionOf(title string) string {
	s := []rune(strings.TrimLeft(squeezed(title), "《关于"))
	if _, n := yearAt(s); n > 0 && n < len(s) && s[n] == '年' {
		s = s[n+1:]
	}
	for n := min(len(s), 20); n >= 2; n-- {
		name, rest := string(s[:n]), string(s[n:])
		if !endsAsRegion(name) && !followsRegion(rest) {
			continue
		}
		if full, ok := r.region(name); ok {
			return full
		}
	}
	return ""
}

// followsRegion reports whether rest may stand right behind the short name of
// a region.
func followsRegion(rest string) bool {
	if _, n := yearAt([]rune(rest[:min(len(rest), 16)])); n > 0 {
		return true
	}
	for _, word := range append([]string{"国民经济", "政府", "年鉴", "新闻"}, publisherEnds...) {
		if strings.HasPrefix(rest, word) {
			return true
		}
	}
	return false
}

// assembly returns the region before whose assembly a report was read:
// ——2024年1月17日在株洲市第十六届人民代表大会.
func (r *Reader) assembly(head []string) string {
	for _, line := range head {
		d, ok := isDateline(line)
		rest, in := strings.CutPrefix(d.rest, "在")
		if ok && in {
			if strings.Contains(rest, "全国人民代表大会") {
				return "全国"
			}
			name, _, _ := strings.Cut(rest, "第")
			if full, ok := r.region(name); ok {
				return full
			}
		}
	}
	return ""
}

// bulletinOf makes the title of a bulletin whose title line is missing, an
// image most often: of its region, the statistics office that publishes it
// and the year that its first sentence names, which ends before its date.
func bulletinOf(f Findings, head []string) string {
	if f.Region.Value == "" || !strings.Contains(f.Publisher.Value, "统计局") || len(f.Published.Value) < 4 {
		return ""
	}
	published, err := strconv.Atoi(f.Published.Value[:4])
	if err != nil {
		return ""
	}
	for _, line := range head {
		s := []rune(squeezed(line))
		if year, n := yearAt(s); n > 0 && year == published-1 && n < len(s) && s[n] == '年' {
			return fmt.Sprintf("%s%d年国民经济和社会发展统计公报", f.Region.Value, year)
		}
	}
	return ""
}

// lastYear is the year of the title, else the greatest with 年 behind it at
// the head of a text; 0 where none is there.
func lastYear(title string, head []string) int {
	last := 0
	for _, line := range append([]string{title}, head...) {
		s := []rune(squeezed(line))
		for i := range s {
			if year, n := yearAt(s[i:]); n > 0 && i+n < len(s) && s[i+n] == '年' {
				last = max(last, year)
			}
		}
		if last > 0 && line == title {
			break
		}
	}
	return last
}
