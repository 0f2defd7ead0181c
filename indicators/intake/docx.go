package intake

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// wordSpace is in the names of the two namespaces of WordprocessingML.
const wordSpace = "wordprocessingml"

// maxXMLDepth bounds how deep elements may stand in one another.
const maxXMLDepth = 200

var errDeepXML = errors.New("its elements stand too deep in one another")

// readDOCX makes a draft of a Word file: its paragraphs, tables and text
// boxes in order, as they are when all tracked changes are accepted, and its
// footnotes and endnotes at the end with their numbers in the text.
func readDOCX(c *container) (draft, *Problem) {
	body, problem := c.part("word/document.xml")
	if problem != nil {
		return draft{}, problem
	}
	w := &docx{cells: c.limits.Cells}
	if err := w.read(body, "body"); err != nil {
		return draft{}, wordProblem("word/document.xml", err)
	}
	for _, part := range []struct {
		file, element string
		refs          []string
	}{
		{"word/footnotes.xml", "footnote", w.footnotes},
		{"word/endnotes.xml", "endnote", w.endnotes},
	} {
		if len(part.refs) == 0 || c.find(part.file) == nil {
			continue
		}
		b, problem := c.part(part.file)
		if problem != nil {
			return draft{}, problem
		}
		if err := w.notes(b, part.element, part.refs); err != nil {
			return draft{}, wordProblem(part.file, err)
		}
	}
	return w.pen.draft(), nil
}

// part unpacks one part of an Office file.
func (c *container) part(name string) ([]byte, *Problem) {
	f := c.find(name)
	if f == nil {
		return nil, &Problem{Place: name, Reason: "this part of the file is missing", Remedy: "open the file and save it anew"}
	}
	b, problem := c.unpack(f, c.limits.Unpacked)
	if problem != nil {
		problem.Place = name
	}
	return b, problem
}

func wordProblem(part string, err error) *Problem {
	return &Problem{Place: part, Reason: "the Word file is broken", Cause: err, Remedy: "open it in Word and save it anew"}
}

// A docx is a Word file in reading.
type docx struct {
	pen                 pen
	footnotes, endnotes []string // the IDs of those that the text names, in order
	cells               int      // that tables may still have
	in                  *xml.Decoder
	carried             string // the text of paragraphs whose marks are deleted
}

// read writes what stands in the first element of this name.
func (w *docx) read(b []byte, element string) error {
	w.in = xml.NewDecoder(strings.NewReader(string(b)))
	for {
		token, err := w.in.Token()
		if err == io.EOF {
			return errors.New("it has no " + element)
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == element {
			return w.blocks(0, w.write)
		}
	}
}

// write takes a block of the text itself.
func (w *docx) write(line string, rows [][]string) {
	if rows != nil {
		w.pen.table(rows)
		return
	}
	w.pen.line(line)
}

// blocks reads to the end of the element and gives each paragraph and table
// in it, in order, to take.
func (w *docx) blocks(depth int, take func(line string, rows [][]string)) error {
	if depth > maxXMLDepth {
		return errDeepXML
	}
	for {
		token, err := w.in.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.EndElement:
			w.flush(take)
			return nil
		case xml.StartElement:
			switch {
			case dropped(t):
				err = w.in.Skip()
			case isWord(t, "p"):
				err = w.paragraph(depth+1, take)
			case isWord(t, "tbl"):
				var rows [][]string
				if rows, err = w.table(depth + 1); len(rows) > 0 {
					take("", rows)
				}
			default:
				err = w.blocks(depth+1, take)
			}
			if err != nil {
				return err
			}
		}
	}
}

// dropped reports whether the text of an element is not part of the final
// text: what is deleted or moved away, the second form of a drawing, and what
// says how things look.
func dropped(t xml.StartElement) bool {
	switch t.Name.Local {
	case "Fallback":
		return true
	case "del", "moveFrom", "rPr", "sectPr", "tblPr", "tblGrid", "instrText", "delText":
		return strings.Contains(t.Name.Space, wordSpace)
	}
	return false
}

func isWord(t xml.StartElement, name string) bool {
	return t.Name.Local == name && strings.Contains(t.Name.Space, wordSpace)
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
