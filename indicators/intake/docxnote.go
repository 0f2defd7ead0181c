package intake

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

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
