package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// A container is a ZIP file whose limits are watched while it is unpacked.
type container struct {
	files  []*zip.File
	limits Limits
	budget int // bytes that may still be unpacked
}

// openContainer checks what a ZIP file says of itself. What it says is
// checked again while it is unpacked.
func openContainer(b []byte, l Limits) (*container, *Problem) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, &Problem{Reason: "the zip container is broken", Cause: err, Remedy: "get the file once more"}
	}
	if len(z.File) > l.Files {
		return nil, &Problem{Reason: fmt.Sprintf("it holds %d files, more than the %d that one container may have", len(z.File), l.Files), Remedy: "unpack it into a folder"}
	}
	return &container{z.File, l, l.Unpacked}, nil
}

// find returns the file with a name, or nil. Names are compared without case.
func (c *container) find(name string) *zip.File {
	for _, f := range c.files {
		if strings.EqualFold(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"), name) {
			return f
		}
	}
	return nil
}

// unpack returns the bytes of a file, at most most.
func (c *container) unpack(f *zip.File, most int) ([]byte, *Problem) {
	if f.Flags&1 != 0 {
		return nil, &Problem{Reason: "it is under a password", Remedy: "unpack it yourself"}
	}
	ratio := int(min(f.CompressedSize64, 1<<40)) * c.limits.Ratio
	bound, why := most, "bytes that one file may have"
	if ratio < bound {
		bound, why = ratio, fmt.Sprintf("bytes that %d packed ones may become", f.CompressedSize64)
	}
	if c.budget < bound {
		bound, why = c.budget, "bytes that the container may still unpack to"
	}
	r, err := f.Open()
	if err != nil {
		return nil, unpackProblem(err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, int64(bound)+1))
	if len(b) > bound {
		return nil, &Problem{Reason: fmt.Sprintf("it unpacks to more than the %d %s", bound, why), Remedy: "unpack it yourself, if you trust it"}
	}
	c.budget -= len(b)
	if err != nil {
		return nil, unpackProblem(err)
	}
	return b, nil
}

func unpackProblem(err error) *Problem {
	if errors.Is(err, zip.ErrAlgorithm) {
		return &Problem{Reason: "it is packed in a way that is not known", Cause: err, Remedy: "pack it as plain .zip"}
	}
	return &Problem{Reason: "it cannot be unpacked", Cause: err, Remedy: "get the file once more"}
}

// nameIn is the name of a file in a container as UTF-8: what is marked as no
// UTF-8 is GB18030 where it is text in it.
func nameIn(f *zip.File) string {
	if utf8.ValidString(f.Name) {
		return f.Name
	}
	if name, _, err := Decode([]byte(f.Name)); err == nil {
		return name
	}
	return strings.ToValidUTF8(f.Name, "?")
}

// formatOfContainer tells what a ZIP file is by the files in it.
func (c *container) formatOfContainer() (Format, *Problem) {
	switch {
	case c.find("word/document.xml") != nil:
		return DOCX, nil
	case c.find("xl/workbook.xml") != nil:
		return XLSX, nil
	case c.find("xl/workbook.bin") != nil:
		return "", &Problem{Reason: "this is a binary Excel file (.xlsb)", Remedy: "open it and save it as .xlsx"}
	case c.find("ppt/presentation.xml") != nil:
		return "", &Problem{Reason: "this is a PowerPoint file", Remedy: "save it as PDF"}
	case c.find("content.xml") != nil && c.find("mimetype") != nil:
		return "", &Problem{Reason: "this is an OpenDocument file", Remedy: "open it and save it as .docx or .xlsx"}
	}
	return ZIP, nil
}
