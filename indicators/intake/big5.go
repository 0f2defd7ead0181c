package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/traditionalchinese"
)

// looksBig5 reports whether bytes that are not UTF-8 are Big5 rather than
// GB18030. The second byte of a character of Big5 is below 0x7F one time in
// three and never between 0x7F and 0xA0; of simplified text in GB18030 it is
// above 0xA0 nearly always. First bytes of common characters of Big5 are from
// 0xA4 to 0xC6.
func looksBig5(b []byte) bool {
	pairs, low, common := 0, 0, 0
	for i := 0; i < len(b); i++ {
		if b[i] < 0x80 {
			continue
		}
		if i+1 == len(b) {
			break
		}
		lead, trail := b[i], b[i+1]
		if lead < 0xA1 || lead > 0xF9 || trail < 0x40 || 0x7E < trail && trail < 0xA1 || trail == 0xFF {
			return false
		}
		pairs++
		if trail <= 0x7E && lead != 0xA8 && lead != 0xA9 { // symbols of GB18030
			low++
		}
		if 0xA4 <= lead && lead <= 0xC6 {
			common++
		}
		i++
	}
	return pairs >= 4 && low*100 >= pairs*15 && common*100 >= pairs*60
}

// decodeBig5 returns Big5 as UTF-8, where it all is.
func decodeBig5(b []byte) (string, bool) {
	out, err := traditionalchinese.Big5.NewDecoder().Bytes(b)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		return "", false
	}
	return string(out), true
}

// declaredCharset is the charset that a page of HTML declares near its start,
// in lower case; "" where it declares none.
func declaredCharset(b []byte) string {
	head := strings.ToLower(string(b[:min(len(b), 2048)]))
	_, rest, ok := strings.Cut(head, "charset=")
	if !ok {
		return ""
	}
	rest = strings.TrimLeft(rest, `"' `)
	if end := strings.IndexFunc(rest, func(r rune) bool { return !isWordRune(r) && r != '-' && r != '_' }); end >= 0 {
		rest = rest[:end]
	}
	return rest
}
