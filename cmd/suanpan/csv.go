package main

import (
	"bytes"
	"strings"
)

// csvRow writes a row as RFC 4180 has it: CR LF at its end, quotes around what
// needs them, and every byte of a field as it is. (encoding/csv changes the
// line breaks inside fields.)
func csvRow(b *bytes.Buffer, fields []string) {
	for i, f := range fields {
		if i > 0 {
			b.WriteByte(',')
		}
		if !strings.ContainsAny(f, "\",\r\n") {
			b.WriteString(f)
			continue
		}
		b.WriteByte('"')
		b.WriteString(strings.ReplaceAll(f, `"`, `""`))
		b.WriteByte('"')
	}
	b.WriteString("\r\n")
}
