package intake

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// Decode returns b as UTF-8 with the name of the encoding that it was in:
// UTF-8, UTF-16LE, UTF-16BE, GB18030, which holds GBK and GB2312, or Big5. A
// byte order mark decides and is dropped; without one, what is valid UTF-8 is
// UTF-8. Bytes that are no text in one of these are an error that says why.
func Decode(b []byte) (text, name string, err error) {
	if kind, ok := binaryKind(b); ok {
		return "", "", fmt.Errorf("this is %s; save it as plain text first", kind)
	}
	name, b = sniff(b)
	switch name {
	case "UTF-8":
		if at := firstInvalid(b); at >= 0 {
			return "", "", brokenUTF8(b, at)
		}
		text = string(b)
	case "UTF-16LE":
		text, err = decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), b)
	case "UTF-16BE":
		text, err = decodeWith(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), b)
	case "GB18030":
		if looksBig5(b) || declaredCharset(b) == "big5" {
			if text, ok := decodeBig5(b); ok {
				return text, "Big5", nil
			}
		}
		text, err = decodeWith(simplifiedchinese.GB18030, b)
	}
	if err == nil && strings.IndexByte(text, 0) >= 0 {
		err = errors.New("this holds NUL characters and is no text")
	}
	if err != nil {
		return "", "", err
	}
	return text, name, nil
}

// sniff names the encoding of b and returns b without its byte order mark.
func sniff(b []byte) (name string, rest []byte) {
	for _, mark := range []struct{ bytes, name string }{
		{"\xEF\xBB\xBF", "UTF-8"},
		{"\xFF\xFE", "UTF-16LE"},
		{"\xFE\xFF", "UTF-16BE"},
	} {
		if bytes.HasPrefix(b, []byte(mark.bytes)) {
			return mark.name, b[len(mark.bytes):]
		}
	}
	if bytes.IndexByte(b, 0) >= 0 { // no encoding of text but UTF-16 has NUL bytes
		even, odd := 0, 0
		for i, c := range b {
			if c == 0 && i%2 == 0 {
				even++
			} else if c == 0 {
				odd++
			}
		}
		if odd >= even { // the high byte of ASCII stands second
			return "UTF-16LE", b
		}
		return "UTF-16BE", b
	}
	if at := firstInvalid(b); at < 0 || looksUTF8(b) {
		return "UTF-8", b
	}
	return "GB18030", b
}

// looksUTF8 reports whether b, which is not valid UTF-8, is nearly so: it has
// many more three-byte Chinese characters than broken bytes. GB18030 text
// has next to none of them.
func looksUTF8(b []byte) bool {
	chinese, broken := 0, 0
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			broken++
		case '一' <= r && r <= '鿿':
			chinese++
		}
		b = b[n:]
	}
	return chinese > 3*broken
}

// decodeWith refuses what the decoder would replace, with its line.
func decodeWith(e encoding.Encoding, b []byte) (string, error) {
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return "", err
	}
	text := string(out)
	if at := strings.IndexRune(text, utf8.RuneError); at >= 0 {
		return "", fmt.Errorf("line %d holds bytes that are no text in UTF-8, UTF-16, GB18030 or Big5; convert the file to UTF-8 first",
			1+strings.Count(text[:at], "\n"))
	}
	return text, nil
}

func brokenUTF8(b []byte, at int) error {
	return fmt.Errorf("byte %d, in line %d, breaks the UTF-8 of this text; mend that character or save the file anew",
		at+1, 1+bytes.Count(b[:at], []byte("\n")))
}

// firstInvalid returns the offset of the first byte that is not UTF-8, or -1.
func firstInvalid(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for at := 0; ; {
		r, n := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && n <= 1 {
			return at
		}
		at += n
	}
}

// binaryKind knows the files that are most often taken for text.
func binaryKind(b []byte) (string, bool) {
	for _, k := range []struct{ magic, kind string }{
		{"%PDF-", "a PDF file"},
		{"PK\x03\x04", "a Word, Excel or zip file"},
		{"\xD0\xCF\x11\xE0", "an old Word or Excel file"},
		{"\x1F\x8B", "a gzip file"},
		{"\x89PNG", "an image"},
		{"\xFF\xD8\xFF", "an image"},
	} {
		if bytes.HasPrefix(b, []byte(k.magic)) {
			return k.kind, true
		}
	}
	return "", false
}
