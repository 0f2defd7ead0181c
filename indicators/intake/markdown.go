package intake

import "strings"

// tabbedTables returns a text of Markdown with the cells of its tables parted
// by tabs, as the tables of other formats are. A table has a head, a row of
// hyphens under it, and | between its cells. A text without one is returned
// as it is.
func tabbedTables(text string) string {
	if !strings.Contains(text, "-|") && !strings.Contains(text, "- |") && !strings.Contains(text, "|-") && !strings.Contains(text, "| -") {
		return text
	}
	var lines []string
	found, inside := false, false
	for line := range strings.Lines(text) {
		switch {
		case !inside && isTableRule(line) && len(lines) > 0 && strings.Contains(lines[len(lines)-1], "|"):
			found, inside = true, true
			lines[len(lines)-1] = tabbed(lines[len(lines)-1])
			continue
		case inside && !strings.Contains(line, "|"):
			inside = false
		case inside:
			line = tabbed(line)
		}
		lines = append(lines, line)
	}
	if !found {
		return text
	}
	return strings.Join(lines, "")
}

// isTableRule reports whether a line is the rule under the head of a table:
// |---|:--:|.
func isTableRule(line string) bool {
	line = strings.TrimSpace(line)
	return strings.Contains(line, "-") && strings.Contains(line, "|") && strings.Trim(line, "|-: \t") == ""
}

// tabbed returns a row of a table with tabs between its cells.
func tabbed(line string) string {
	s := strings.TrimSpace(line)
	s = strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|")
	cells := strings.Split(strings.ReplaceAll(s, `\|`, "\u2028"), "|")
	for i, cell := range cells {
		cells[i] = strings.ReplaceAll(strings.Trim(strings.TrimSpace(cell), "*"), "\u2028", "|")
	}
	return strings.Join(cells, "\t") + line[len(strings.TrimRight(line, "\r\n")):]
}
