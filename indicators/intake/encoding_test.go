package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

const traditional = "全市地區生產總值3667.9億元，\n比上年增長5.3%。\n"

const sample = "全市地区生产总值3667.9亿元，\n增长5.3%。\n"

func encode(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDecode(t *testing.T) {
	le, be := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	for _, c := range []struct {
		what, name string
		bytes      []byte
	}{
		{"plain UTF-8", "UTF-8", []byte(sample)},
		{"UTF-8 with a mark", "UTF-8", []byte("\xEF\xBB\xBF" + sample)},
		{"GB18030", "GB18030", encode(t, simplifiedchinese.GB18030, sample)},
		{"Big5", "Big5", encode(t, traditionalchinese.Big5, traditional)},
		{"GBK", "GB18030", encode(t, simplifiedchinese.GBK, sample)},
		{"UTF-16 with a mark, little end first", "UTF-16LE", append([]byte("\xFF\xFE"), encode(t, le, sample)...)},
		{"UTF-16 with a mark, big end first", "UTF-16BE", append([]byte("\xFE\xFF"), encode(t, be, sample)...)},
		{"UTF-16 with no mark, little end first", "UTF-16LE", encode(t, le, sample)},
		{"UTF-16 with no mark, big end first", "UTF-16BE", encode(t, be, sample)},
	} {
		text, name, err := Decode(c.bytes)
		want := sample
		if name == "Big5" {
			want = traditional
		}
		if err != nil || text != want || name != c.name {
			t.Errorf("%s: %q, %s, %v", c.what, text, name, err)
		}
	}
}

func TestDecodeSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct{ what, bytes, want string }{
		{"a broken character", sample + "农业\xe5\x8f增长" + sample, "in line 3"},
		{"a broken character of GB18030", "\xB9\xFA\xC3\xF1\xFF\n\xB9\xFA", "line 1 holds bytes"},
		{"a PDF file", "%PDF-1.7\n", "PDF"},
		{"a Word file", "PK\x03\x04\x14", "Word"},
		{"binary", "\x00\x00\x01\x02\x00\x00", "no text"},
		{"a mark before bytes that are not UTF-8", "\xEF\xBB\xBF\xB9\xFA", "byte 1"},
	} {
		if text, name, err := Decode([]byte(c.bytes)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %q, %s, %v; want an error that says %q", c.what, text, name, err, c.want)
		}
	}
}

// TestDecodeCorpus checks that real texts are known in every encoding at every
// length, and that one broken byte is never taken for another encoding.
func TestDecodeCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/corpus/text/*.txt")
	if len(files) == 0 {
		t.Skip("no corpus beside the repository")
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range []int{30, 300, 3000, len(b)} {
			part := strings.ToValidUTF8(string(b[:min(size, len(b))]), "")
			if strings.Trim(part, "\n\t 0123456789.") == "" {
				continue
			}
			gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(part))
			if err != nil {
				t.Fatal(err)
			}
			if text, name, err := Decode(gb); err != nil || text != part {
				t.Errorf("%s, %d bytes as GB18030: %s, %v", filepath.Base(file), size, name, err)
			}
			if size < 300 {
				continue
			}
			at := strings.IndexFunc(part[len(part)/2:], func(r rune) bool { return '一' <= r && r <= '鿿' })
			if at < 0 {
				continue
			}
			at += len(part) / 2
			broken := part[:at+1] + part[at+2:]
			if text, name, err := Decode([]byte(broken)); err == nil {
				t.Errorf("%s, %d bytes with a broken one: %s, %.60q", filepath.Base(file), size, name, text)
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("\xFF\xFE\x00\xD8"))
	f.Add([]byte("\xB9\xFA\xC3\xF1"))
	f.Fuzz(func(t *testing.T, b []byte) {
		text, name, err := Decode(b)
		if err != nil {
			return
		}
		if !utf8.ValidString(text) || strings.IndexByte(text, 0) >= 0 {
			t.Errorf("%s gave %q, which is no text", name, text)
		}
		if again, name, err := Decode([]byte(text)); err == nil && name == "UTF-8" && again != strings.TrimPrefix(text, "\uFEFF") {
			t.Errorf("%q decodes again to %q", text, again)
		}
	})
}
