package intake

import (
	"bytes"
	"strings"
)

// A Format is a kind of file, told by its content. Its zero value is none.
type Format string

// The formats that are read.
const (
	PlainText Format = "text" // Markdown too
	HTML      Format = "html"
	PDF       Format = "pdf"
	DOCX      Format = "docx"
	XLSX      Format = "xlsx"
	CSV       Format = "csv"
	ZIP       Format = "zip"
	JSONL     Format = "jsonl" // documents, one a line
)

// Endings are those of the names of files that are mostly of a format that is
// read, in lower case. They choose files of a folder; what a file is, its
// content says.
var Endings = []string{
	".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".shtml", ".pdf", ".docx", ".xlsx", ".xlsm", ".csv", ".tsv", ".zip", ".jsonl", ".ndjson",
}

// sniffed is how much of a file is looked at to tell its format.
const sniffed = 64 << 10

// A signature tells a format by the first bytes of a file.
type signature struct {
	magic  string
	format Format // "" for one that is not read
	kind   string
	remedy string
}

var signatures = []signature{
	{"%PDF-", PDF, "a PDF file", ""},
	{"PK\x03\x04", ZIP, "a zip file", ""},
	{"PK\x05\x06", ZIP, "a zip file", ""},
	{"\xD0\xCF\x11\xE0", "", "an old Word or Excel file, or one under a password", "open it and save it as .docx or .xlsx without a password"},
	{"\x1F\x8B", "", "a gzip file", "unpack it first"},
	{"7z\xBC\xAF\x27\x1C", "", "a 7z archive", "unpack it, or pack it as .zip"},
	{"Rar!", "", "a RAR archive", "unpack it, or pack it as .zip"},
	{"{\\rtf", "", "an RTF file", "open it and save it as .docx"},
	{"\x89PNG", "", "an image", "read its text with a program for that (OCR) and save it as plain text"},
	{"\xFF\xD8\xFF", "", "an image", "read its text with a program for that (OCR) and save it as plain text"},
	{"GIF8", "", "an image", "read its text with a program for that (OCR) and save it as plain text"},
	{"II*\x00", "", "an image", "read its text with a program for that (OCR) and save it as plain text"},
	{"MM\x00*", "", "an image", "read its text with a program for that (OCR) and save it as plain text"},
	{"SQLite format 3\x00", "", "a database", "name the documents themselves"},
	{"\x7FELF", "", "a program", ""},
}

// signatureOf returns the row of signatures for the first bytes of a file.
// A PDF may have other bytes before its mark.
func signatureOf(head []byte) (signature, bool) {
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.magic)) {
			return s, true
		}
	}
	if at := bytes.Index(head[:min(len(head), 1024)], []byte("%PDF-")); at >= 0 && bytes.IndexByte(head[:at], '\n') < 0 {
		return signatures[0], true
	}
	return signature{}, false
}

// IsStream reports whether a file that begins with head is a stream of
// documents, which [Reader.Read] reads line by line and not as a whole.
func IsStream(head []byte) bool {
	_, other := signatureOf(head)
	return !other && isJSONLines(head[:min(len(head), sniffed)])
}

// isJSONLines reports whether a file that begins with head has an object of
// JSON in its first line, or in its second behind a broken one.
func isJSONLines(head []byte) bool {
	head = bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))
	for range 2 {
		var line []byte
		head = bytes.TrimLeft(head, " \t\r\n")
		line, head, _ = bytes.Cut(head, []byte("\n"))
		if rest, ok := bytes.CutPrefix(line, []byte("{")); ok && bytes.HasPrefix(bytes.TrimLeft(rest, " \t"), []byte(`"`)) {
			return true
		}
	}
	return false
}

// formatOfText tells what a text is: a page of HTML, a sheet of commas, or
// plain.
func formatOfText(text string) Format {
	head := text[:min(len(text), sniffed)]
	if isHTML(head) {
		return HTML
	}
	if isCSV(head) {
		return CSV
	}
	return PlainText
}

// isHTML reports whether a text begins as a page of HTML does, or as a piece
// of one.
func isHTML(head string) bool {
	head = strings.TrimLeft(head, "\uFEFF \t\r\n")
	if !strings.HasPrefix(head, "<") {
		return false
	}
	head = strings.ToLower(head[:min(len(head), 4<<10)])
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<table", "<div", "<p>", "<p ", "<meta", "<title", "<h1", "<article", "<span"} {
		if strings.HasPrefix(head, tag) {
			return true
		}
	}
	return (strings.HasPrefix(head, "<?xml") || strings.HasPrefix(head, "<!--")) && strings.Contains(head, "<html")
}
