package intake

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"suanpan/indicators"
)

func TestLines(t *testing.T) {
	in := "\uFEFF" + `{"id":"a","text":"全年","title":"公报","region":"株洲市","published":"2024-02-01","extra":[1]}
not JSON

{"id":"b","text":"` + "\xff" + `"}
{"id":"c","text":"` + strings.Repeat("长", 100) + `"}
{"id":"d","text":""}
{"id":"e","text":7}
["f"]
{"id":"g","text":"年","published":"2024-02-30"}
{"id":"h","text":"年","published":20240201}
{"id":"i","text":"年","excerpt":"no"}
{"text":"末","published":null}
{"id":"k","text":"年末","pages":[0,3]}
{"id":"l","text":"年末","pages":[0,9]}
{"id":"m","text":"年末","pages":[0,"3"]}`
	wants := []struct {
		number int
		id     string
		err    string
	}{
		{1, "a", ""},
		{2, "", "broken JSON at byte 2"},
		{4, "", "byte 19 of the line is not UTF-8"},
		{5, "", "the line is longer than 200 bytes"},
		{6, "", "there is no text"},
		{7, "", "text: want a string, not a number"},
		{8, "", "want a JSON object, not an array"},
		{9, "", `published "2024-02-30": want`},
		{10, "", "published: want a string, not a number"},
		{11, "", "excerpt: want true or false, not a string"},
		{12, (&indicators.Document{Text: "末", Publisher: "日报"}).Identify(), ""},
		{13, "k", ""},
		{14, "", "pages do not begin"},
		{15, "", "pages: want a list of whole numbers, not a string"},
	}
	// The same in one piece and byte by byte.
	for _, r := range []io.Reader{strings.NewReader(in), iotest.OneByteReader(strings.NewReader(in))} {
		n := 0
		for line := range Lines(r, 200, Meta{Publisher: "日报"}) {
			if n == len(wants) {
				t.Fatalf("more lines than %d: %+v", n, line)
			}
			want := wants[n]
			n++
			if line.Number != want.number {
				t.Errorf("line %d came where %d was due", line.Number, want.number)
			}
			switch {
			case want.err != "":
				if line.Err == nil || !strings.Contains(line.Err.Error(), want.err) || line.Document != nil {
					t.Errorf("line %d: %v, want %q", line.Number, line.Err, want.err)
				}
			case line.Err != nil || line.Document.ID != want.id || line.Document.Publisher != "日报":
				t.Errorf("line %d: %+v, %v", line.Number, line.Document, line.Err)
			}
		}
		if n != len(wants) {
			t.Errorf("%d lines, want %d", n, len(wants))
		}
	}
}

func TestLinesGivesAReadErrorLast(t *testing.T) {
	broken := errors.New("the disk is gone")
	var got []Line
	for line := range Lines(io.MultiReader(strings.NewReader("{\"text\":\"年\"}\n{"), iotest.ErrReader(broken)), 100, Meta{}) {
		got = append(got, line)
	}
	if len(got) != 2 || got[0].Err != nil || !errors.Is(got[1].Err, broken) {
		t.Errorf("%+v", got)
	}
}

func TestLinesStopsWhenAsked(t *testing.T) {
	for line := range Lines(strings.NewReader(strings.Repeat("{\"text\":\"年\"}\n", 3)), 100, Meta{}) {
		if line.Number > 1 {
			t.Error("went on behind the break")
		}
		break
	}
}

func FuzzLines(f *testing.F) {
	f.Add("{\"text\":\"年\"}\n\n{}", 50)
	f.Add("\xEF\xBB\xBF[]", 3)
	f.Fuzz(func(t *testing.T, in string, limit int) {
		last := 0
		for line := range Lines(strings.NewReader(in), limit, Meta{}) {
			if line.Number <= last || line.Number > 1+strings.Count(in, "\n") {
				t.Errorf("line %d behind %d", line.Number, last)
			}
			last = line.Number
			if (line.Document == nil) == (line.Err == nil) {
				t.Errorf("line %d has a document and an error, or none", line.Number)
			}
			if line.Err == nil && (len(line.Document.Text) > limit || line.Document.Validate() != nil) {
				t.Errorf("line %d: %+v", line.Number, line.Document)
			}
		}
	})
}
