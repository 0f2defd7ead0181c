package intake

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"

	"suanpan/indicators"
)

func TestReaderTellsFormats(t *testing.T) {
	r := newTestReader(t, Limits{})
	inner := makeZIP(t, "丙.txt", "丙3亿元。")
	pack := makeZIP(t,
		"乙/表.csv", "指标,值\n总值,3\n产量,4\n", "甲.txt", "甲3亿元。", "甲.meta.json", `{"region":"衢州市","published":"2024-02-01"}`,
		"d.jsonl", "{\"id\":\"a\",\"text\":\"年\"}\n{\"text\":7}\n", "里/inner.zip", string(inner), "坏.pdf", "%PDF-", ".hidden", "x", "__MACOSX/甲.txt", "x", "README.md", "x",
	)
	for _, c := range []struct {
		name  string
		bytes []byte
		want  []string // where, format, region
	}{
		{"a.pdf", []byte("全年3亿元。"), []string{"a.pdf text "}}, // the content tells, not the name
		{"a.txt", []byte("<html><p>全年3亿元。</p></html>"), []string{"a.txt html "}},
		{"a", []byte("# 标题\n\n全年3亿元。"), []string{"a text "}},
		{"-", []byte("{\"text\":\"年\"}"), []string{"standard input:1 jsonl "}},
		{"p.zip", pack, []string{
			"p.zip: d.jsonl:1 jsonl ", "p.zip: d.jsonl:2 jsonl text: want a string, not a number",
			"p.zip: 乙/表.csv csv ", "p.zip: 坏.pdf pdf the PDF file is broken", "p.zip: 甲.txt text 衢州市", "p.zip: 里/inner.zip: 丙.txt text ",
		}},
	} {
		items := readAll(t, r, c.name, c.bytes, Meta{})
		var got []string
		for _, i := range items {
			s := i.Where() + " " + string(i.Format) + " "
			var p *Problem
			if errors.As(i.Err, &p) {
				s += p.Reason
			} else {
				s += i.Document.Region
			}
			got = append(got, s)
		}
		for k := range max(len(got), len(c.want)) {
			if k >= len(got) || k >= len(c.want) || !strings.HasPrefix(got[k], c.want[k]) {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
				break
			}
		}
	}
}

func TestReaderLimits(t *testing.T) {
	nested := makeZIP(t, "a.txt", "年末。")
	for range 3 {
		nested = makeZIP(t, "in.zip", string(nested))
	}
	for _, c := range []struct {
		what   string
		limits Limits
		bytes  []byte
		want   string
	}{
		{"bytes", Limits{Bytes: 5}, []byte("全年。"), "a: it has more than the 5 bytes that one file may have; split it"},
		{"bytes of a packed file", Limits{Bytes: 200}, makeZIP(t, "b.txt", strings.Repeat("年", 100)), "a: b.txt: it unpacks to more than the 200 bytes that one file may have"},
		{"ratio", Limits{}, makeZIP(t, "b.txt", strings.Repeat("0", 1<<20)), "packed ones may become; unpack it yourself"},
		{"all unpacked", Limits{Unpacked: 3000}, makeZIP(t, "b.txt", strings.Repeat("年末。", 300), "c.txt", strings.Repeat("年末。", 300)), "a: c.txt: it unpacks to more than the 300 bytes that the container may still unpack to"},
		{"text of a document", Limits{Text: 20}, []byte("<p>" + strings.Repeat("年末。", 3) + "</p>"), "a: its text has more than the 20 bytes that one document may have"},
		{"files", Limits{Files: 1}, makeZIP(t, "b", "年", "c", "末"), "it holds 2 files, more than the 1"},
		{"depth", Limits{}, nested, "a: in.zip: in.zip: in.zip: it is a container within 3 others"},
		{"cells", Limits{Cells: 3}, []byte("指标,值\n总值,3\n产量,4\n"), "a: line 2: here it has more than the 3 cells"},
		{"nothing in it", Limits{}, makeZIP(t), "a: it holds no file"},
		{"an old Office file", Limits{}, []byte("\xD0\xCF\x11\xE0"), "a: this is an old Word or Excel file, or one under a password; open it and save it as .docx or .xlsx"},
		{"an image", Limits{}, []byte("\x89PNG\r\n"), "a: this is an image; read its text"},
		{"a slide show", Limits{}, makeZIP(t, "ppt/presentation.xml", "<a/>"), "a: this is a PowerPoint file; save it as PDF"},
		{"a line of JSON", Limits{Bytes: 30}, []byte("{\"text\":\"" + strings.Repeat("年", 30) + "\"}"), "a:1: the line is longer than 30 bytes"},
	} {
		items := readAll(t, newTestReader(t, c.limits), "a", c.bytes, Meta{})
		if last := items[len(items)-1]; last.Err == nil || !strings.Contains(last.Err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.what, last.Err, c.want)
		}
	}
}

// TestReaderContains: what a parser does wrong stays with its file.
func TestReaderContains(t *testing.T) {
	r := newTestReader(t, Limits{Time: 20 * time.Millisecond})
	_, problem := r.contained(t.Context(), func(context.Context) ([]draft, *Problem) { panic("a stranger's bytes") })
	if problem == nil || !strings.Contains(problem.Reason, "a stranger's bytes") {
		t.Errorf("a panic: %v", problem)
	}
	back := make(chan bool)
	defer close(back)
	_, problem = r.contained(t.Context(), func(context.Context) ([]draft, *Problem) { <-back; return nil, nil })
	if problem == nil || !strings.HasPrefix(problem.Reason, "reading it took longer than the 20ms") {
		t.Errorf("a runaway: %v", problem)
	}
	strange := NewReader(Options{Region: func(string) (string, bool) { panic("a region") }})
	if items := readAll(t, strange, "a.txt", []byte("衢州市统计局\n全年。\n"), Meta{}); len(items) != 1 || items[0].Err == nil || !strings.Contains(items[0].Err.Error(), "a region") {
		t.Errorf("a panic on plain text: %+v", items)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, problem = r.contained(ctx, func(ctx context.Context) ([]draft, *Problem) { <-back; return nil, nil }); problem == nil || !errors.Is(problem, context.Canceled) {
		t.Errorf("stopped: %v", problem)
	}
	for item := range r.Read(ctx, "a.jsonl", strings.NewReader("{\"text\":\"年\"}\n"), Meta{}) {
		if !errors.Is(item.Err, context.Canceled) {
			t.Errorf("stopped in a stream: %v", item.Err)
		}
	}
}

func TestReaderOfWhatCannotBeRead(t *testing.T) {
	gone := errors.New("the disk is gone")
	n := 0
	for item := range newTestReader(t, Limits{}).Read(t.Context(), "a.txt", iotest.ErrReader(gone), Meta{}) {
		if n++; !errors.Is(item.Err, gone) || item.Where() != "a.txt" {
			t.Errorf("%+v", item)
		}
	}
	if n != 1 {
		t.Errorf("%d items", n)
	}
}

// TestReaderOrderOfWords: what is said for the purpose comes before what is
// found, and a guess of a date is not used.
func TestReaderOrderOfWords(t *testing.T) {
	const text = "衢州市2023年国民经济和社会发展统计公报\n衢州市统计局\n2024年3月20日\n\n一、综合\n全年3亿元。\n"
	r := newTestReader(t, Limits{})
	given := Meta{Region: "柯城区", Published: indicators.NewDate(2024, 5, 1), Publisher: "报社", Title: "给定"}
	one := func(in string, given Meta) Item {
		t.Helper()
		items := readAll(t, r, "文件.txt", []byte(in), given)
		if len(items) != 1 || items[0].Err != nil {
			t.Fatalf("%+v", items)
		}
		return items[0]
	}
	want := func(what string, i Item, d indicators.Document, by string) {
		t.Helper()
		got := indicators.Document{Title: i.Document.Title, Publisher: i.Document.Publisher, Region: i.Document.Region, Published: i.Document.Published}
		if got.Identify() != d.Identify() || i.Found.Published.By != by {
			t.Errorf("%s: %+v, %+v", what, got, i.Found)
		}
	}
	want("found", one(text, Meta{}), indicators.Document{Title: "衢州市2023年国民经济和社会发展统计公报", Publisher: "衢州市统计局", Region: "衢州市", Published: indicators.NewDate(2024, 3, 20)}, "dateline")
	want("given", one(text, given), indicators.Document{Title: "给定", Publisher: "报社", Region: "柯城区", Published: indicators.NewDate(2024, 5, 1)}, "given")
	want("front matter", one("---\nregion: 江山市\npublished: 2024-06-01\n---\n"+text, given),
		indicators.Document{Title: "给定", Publisher: "报社", Region: "江山市", Published: indicators.NewDate(2024, 6, 1)}, "front matter")
	undated := one(strings.Replace(text, "2024年3月20日\n", "", 1), Meta{})
	if !undated.NeedsDate() || undated.Found.Published != (Finding{"2024", "years in the text", Guess}) {
		t.Errorf("no date: %+v", undated.Found)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("全年。"), "a.txt")
	f.Add(makeZIP(f, "word/document.xml", wordHead+para("年")+wordTail), "a.docx")
	f.Add(makeZIP(f, "a.csv", "a,b\n1,2\n3,4\n", "a.meta.json", "{}"), "a.zip")
	gb, _ := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("衢州市统计局\n2024年3月\n一、综合\n"))
	f.Add(gb, "20240131.txt")
	r := NewReader(Options{Limits: Limits{Bytes: 1 << 20, Unpacked: 1 << 20, Cells: 10_000}})
	f.Fuzz(func(t *testing.T, b []byte, name string) {
		if s, ok := signatureOf(b); ok && s.format == PDF || strings.Contains(string(b), "%PDF-") {
			t.Skip("PDFium is started for each, which is slow")
		}
		for item := range r.Read(t.Context(), name, strings.NewReader(string(b)), Meta{}) {
			var p *Problem
			switch {
			case (item.Document == nil) == (item.Err == nil):
				t.Fatalf("%+v", item)
			case item.Err == nil && item.Document.Validate() != nil:
				t.Fatal(item.Document.Validate())
			case item.Err != nil && !errors.As(item.Err, &p):
				t.Fatalf("%v is no problem", item.Err)
			case p != nil && strings.Contains(p.Reason, "did not bear"):
				t.Fatal(p)
			}
		}
	})
}
