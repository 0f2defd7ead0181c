package indicators

import (
	"crypto/sha256"
	"encoding/hex"
	"unicode"
	"unicode/utf8"
)

// Original is a file that gave a document, or a part of such a file. A document
// has several where several files hold its text.
type Original struct {
	Document string // document ID
	Hash     string // of the bytes of the metadata beside the file and of its own, or of what a line of a stream says: SHA-256 in hex
	Part     int    // which of the documents of the file, counted from 1
	Parts    int    // how many it has, with those that could not be read; at least Part
	Name     string // of the file, as it was named when it was first read
	Place    string // within the file, such as 2023/公报.docx; "" for all of it
	Format   string // text, html, pdf, …; "" where unknown
}

// Fingerprint is equal for texts that differ in blanks, line breaks and the
// width of their ASCII characters alone, as one text from two files often
// does: the SHA-256, in hex, of the rest.
func Fingerprint(text string) string {
	h := sha256.New()
	buf := make([]byte, 0, 4<<10)
	for _, r := range text {
		switch {
		case r > ' ' && r < utf8.RuneSelf:
			buf = append(buf, byte(r))
		case r >= '！' && r <= '～':
			buf = append(buf, byte(r-'！'+'!'))
		case unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200B' || r == '\uFEFF':
		default:
			buf = utf8.AppendRune(buf, r)
		}
		if len(buf) > cap(buf)-utf8.UTFMax {
			h.Write(buf)
			buf = buf[:0]
		}
	}
	h.Write(buf)
	return hex.EncodeToString(h.Sum(nil))
}
