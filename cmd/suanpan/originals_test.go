package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suanpan/indicators"
	"suanpan/indicators/extract"
	"suanpan/indicators/intake"
)

// originals is where documents stand as they were published, beside the
// repository, and corpus the text of the same ones.
const (
	originals = "../../../shared/corpus/originals"
	corpus    = "../../../shared/corpus/text"
)

// A shelf reads files as the program does.
type shelf struct {
	t      *testing.T
	files  *intake.Reader
	reader *extract.Reader
}

func newShelf(t *testing.T) *shelf {
	t.Helper()
	if _, err := os.Stat(originals); err != nil {
		t.Skip("no originals beside the repository")
	}
	cat, reader, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	files := newIntake(cat)
	t.Cleanup(func() { files.Close() })
	return &shelf{t, files, reader}
}

// documents returns those of a file; given is said of all of them.
func (s *shelf) documents(file string, given intake.Meta) []*indicators.Document {
	s.t.Helper()
	f, err := os.Open(file)
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	var docs []*indicators.Document
	for item := range s.files.Read(s.t.Context(), file, f, given) {
		if item.Err != nil {
			s.t.Fatal(item.Err)
		}
		docs = append(docs, item.Document)
	}
	return docs
}

// figures counts what is read of a document: each figure by all that it says.
// The name of an indicator that the catalogue does not have is left out: in a
// text whose pages tear sentences it is what is left of one.
func (s *shelf) figures(d *indicators.Document) map[string]int {
	s.t.Helper()
	res, err := s.reader.Read(d)
	if err != nil {
		s.t.Fatal(err)
	}
	count := map[string]int{}
	for _, o := range res.Observations {
		if _, open := indicators.OpenName(o.Indicator); open {
			o.Indicator = "~"
		}
		count[fmt.Sprintf("%v %s %s", o.Key, o.Text(), o.Unit)]++
	}
	return count
}

// sameShare returns how many in a thousand of the figures of want are in got.
func sameShare(got, want map[string]int) int {
	same, all := 0, 0
	for f, n := range want {
		same += min(n, got[f])
		all += n
	}
	return same * 1000 / max(1, all)
}

// TestOriginalsGiveTheirText: of a file as it was published and of its text,
// which was taken out of it by other means, the same figures are read.
func TestOriginalsGiveTheirText(t *testing.T) {
	s := newShelf(t)
	for _, c := range []struct {
		original, text string
		least          int // in a thousand
	}{
		{"qiandongnan_bulletin_2023.pdf", "qiandongnan_bulletin_2023_pdf_flow.txt", 980},
		{"qiandongnan_bulletin_2016.docx", "qiandongnan_bulletin_2016.txt", 995},
		{"daqing_bulletin_2012.html", "daqing_bulletin_2012.txt", 1000},
		{"daqing_monthly_table.html", "daqing_monthly_table.txt", 1000},
		{"hailar_gwr_2016.gbk.txt", "hailar_gwr_2016.txt", 1000},
	} {
		meta, err := metaBeside(filepath.Join(corpus, c.text))
		if err != nil {
			t.Fatal(err)
		}
		given := intake.Meta{Title: meta.Title, Region: meta.Region, Published: meta.Published}
		got := s.documents(filepath.Join(originals, c.original), given)
		want := s.documents(filepath.Join(corpus, c.text), given)
		if len(got) != 1 || len(want) != 1 {
			t.Errorf("%s: %d documents, its text %d", c.original, len(got), len(want))
			continue
		}
		share := sameShare(s.figures(got[0]), s.figures(want[0]))
		t.Logf("%s: %d.%d%% of the figures of its text", c.original, share/10, share%10)
		if share < c.least {
			t.Errorf("%s: %d of 1000 figures of its text are read, want %d", c.original, share, c.least)
		}
	}
}

// TestOriginalOfSeveralDocuments: four bulletins in one Word file.
func TestOriginalOfSeveralDocuments(t *testing.T) {
	s := newShelf(t)
	docs := s.documents(filepath.Join(originals, "nanjing_bulletins_2021-2024.docx"), intake.Meta{})
	if len(docs) != 4 {
		t.Fatalf("%d documents, want 4", len(docs))
	}
	for i, d := range docs {
		year := 2024 - i
		text := s.documents(filepath.Join(corpus, fmt.Sprintf("nanjing_bulletin_%d.txt", year)),
			intake.Meta{Title: d.Title, Region: d.Region, Published: d.Published})[0]
		if !strings.HasPrefix(d.Title, fmt.Sprintf("南京市%d年", year)) || int(d.Published.Year) != year+1 || d.Region != "南京市" || d.Publisher != "南京市统计局 国家统计局南京调查队" {
			t.Errorf("%d: %q, %q, %s, %s", year, d.Title, d.Publisher, d.Region, d.Published)
		}
		if share := sameShare(s.figures(d), s.figures(text)); share < 990 {
			t.Errorf("%d: %d of 1000 figures of its text", year, share)
		}
	}
}

// TestPagesOfAnOriginal: every figure of a PDF knows its page.
func TestPagesOfAnOriginal(t *testing.T) {
	s := newShelf(t)
	d := s.documents(filepath.Join(originals, "qiandongnan_bulletin_2023.pdf"), intake.Meta{})[0]
	res, err := s.reader.Read(d)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range res.Observations {
		if page := d.Page(o.From.Span.Start); page < 1 || page > len(d.Pages) {
			t.Errorf("%s is on page %d of %d", o.From.Span.Of(d.Text), page, len(d.Pages))
		}
	}
	for words, page := range map[string]int{"1329.65亿元": 1, "4899310": 2, "2617299": 3, "133.77万吨": 3} {
		if got := d.Page(strings.Index(d.Text, words)); got != page {
			t.Errorf("%s is on page %d, want %d", words, got, page)
		}
	}
}
