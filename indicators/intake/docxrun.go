package intake

import (
	"encoding/xml"
	"strconv"
	"strings"
)

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
