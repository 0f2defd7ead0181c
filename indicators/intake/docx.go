package intake

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
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

// notes writes the notes that the text names, with their numbers.
func (w *docx) notes(b []byte, element string, ids []string) error {
	number := map[string]int{}
	for i, id := range ids {
		if number[id] == 0 {
			number[id] = i + 1
		}
	}
	w.in = xml.NewDecoder(strings.NewReader(string(b)))
	texts := make([]string, len(ids))
	for {
		token, err := w.in.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != element {
			continue
		}
		n, note := number[attribute(start, "id")], ""
		if err := w.blocks(0, func(line string, rows [][]string) {
			for _, row := range rows {
				line = joinWords(line, strings.Join(row, " "))
			}
			note = joinWords(note, strings.TrimSpace(line))
		}); err != nil {
			return err
		}
		if n > 0 {
			texts[n-1] = note
		}
	}
	w.pen.gap()
	for i, note := range texts {
		if note != "" {
			w.pen.line("[" + strconv.Itoa(i+1) + "]" + note)
		}
	}
	return nil
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

// paragraph reads one paragraph. Paragraphs and tables that a drawing in it
// holds come behind it.
func (w *docx) paragraph(depth int, take func(string, [][]string)) error {
	var text strings.Builder
	text.WriteString(w.carried)
	w.carried = ""
	type block struct {
		line string
		rows [][]string
	}
	var inner []block
	joined, err := w.runs(depth, &text, func(line string, rows [][]string) { inner = append(inner, block{line, rows}) })
	if err != nil {
		return err
	}
	if joined {
		w.carried = text.String()
	} else {
		take(text.String(), nil)
	}
	for _, b := range inner {
		take(b.line, b.rows)
	}
	return nil
}

// flush gives the text of paragraphs whose marks are deleted to take, where no
// paragraph follows to go on with it.
func (w *docx) flush(take func(string, [][]string)) {
	if w.carried != "" {
		take(w.carried, nil)
		w.carried = ""
	}
}

// runs reads to the end of an element within a paragraph. Joined says that
// the mark at the paragraph's end is deleted: the next one goes on with it.
func (w *docx) runs(depth int, text *strings.Builder, take func(string, [][]string)) (joined bool, err error) {
	if depth > maxXMLDepth {
		return false, errDeepXML
	}
	for {
		token, err := w.in.Token()
		if err != nil {
			return false, err
		}
		switch t := token.(type) {
		case xml.EndElement:
			return joined, nil
		case xml.StartElement:
			switch {
			case isWord(t, "pPr"):
				joined, err = w.marked(depth + 1)
			case dropped(t):
				err = w.in.Skip()
			case isWord(t, "t"), t.Name.Local == "t" && strings.HasSuffix(t.Name.Space, "/math"):
				err = w.characters(text)
			case isWord(t, "p"): // in a text box
				err = w.paragraph(depth+1, take)
			case isWord(t, "tbl"):
				var rows [][]string
				if rows, err = w.table(depth + 1); len(rows) > 0 {
					take("", rows)
				}
			default:
				w.symbol(t, text)
				_, err = w.runs(depth+1, text, take)
			}
			if err != nil {
				return false, err
			}
		}
	}
}

// symbol writes what an empty element stands for.
func (w *docx) symbol(t xml.StartElement, text *strings.Builder) {
	switch t.Name.Local {
	case "tab":
		text.WriteByte('\t')
	case "br", "cr":
		text.WriteByte('\n')
	case "noBreakHyphen":
		text.WriteByte('-')
	case "footnoteReference":
		w.footnotes = append(w.footnotes, attribute(t, "id"))
		text.WriteString("[" + strconv.Itoa(len(w.footnotes)) + "]")
	case "endnoteReference":
		w.endnotes = append(w.endnotes, attribute(t, "id"))
		text.WriteString("[" + strconv.Itoa(len(w.endnotes)) + "]")
	}
}

// marked reads the properties of a paragraph and reports whether its mark is
// deleted.
func (w *docx) marked(depth int) (deleted bool, err error) {
	open := 1
	for open > 0 {
		token, err := w.in.Token()
		if err != nil {
			return false, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if open++; open+depth > maxXMLDepth {
				return false, errDeepXML
			}
			deleted = deleted || isWord(t, "del") && open == 3 // pPr, rPr, del
		case xml.EndElement:
			open--
		}
	}
	return deleted, nil
}

// characters reads the text of an element without elements.
func (w *docx) characters(text *strings.Builder) error {
	for {
		token, err := w.in.Token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.CharData:
			text.Write(t)
		case xml.StartElement:
			if err := w.in.Skip(); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}
