package catalog

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// maxFaults bounds how many faults of one file are reported.
const maxFaults = 20

// faultList collects what is wrong with a file, by line.
type faultList struct {
	file  string
	list  []error
	count int
}

func (l *faultList) add(line int, format string, args ...any) {
	l.count++
	if len(l.list) < maxFaults {
		l.list = append(l.list, fmt.Errorf("%s:%d: %s", l.file, line, fmt.Sprintf(format, args...)))
	}
}

// err joins the faults; it is nil if there are none.
func (l *faultList) err() error { return errors.Join(l.list...) }

// readRows calls row with the cells of each line of a table. The first line is
// the header and must name the columns; empty lines and lines that start with
// # are skipped. Cells have no outer blanks.
func readRows(faults *faultList, r io.Reader, columns []string, row func(line int, cells []string)) {
	sc := bufio.NewScanner(r)
	line := 0
	for sc.Scan() {
		line++
		text := strings.TrimSuffix(sc.Text(), "\r")
		if line > 1 && (text == "" || text[0] == '#') {
			continue
		}
		cells := strings.Split(text, "\t")
		if line == 1 {
			if !slices.Equal(cells, columns) {
				faults.add(line, "header is %q, want %q", cells, columns)
				return
			}
			continue
		}
		if len(cells) != len(columns) {
			faults.add(line, "%d cells, want %d", len(cells), len(columns))
			continue
		}
		for i, c := range cells {
			if strings.TrimSpace(c) != c {
				faults.add(line, "column %s has blanks around %q", columns[i], c)
			}
		}
		row(line, cells)
	}
	if err := sc.Err(); err != nil {
		faults.add(line+1, "%v", err)
	} else if line == 0 {
		faults.add(1, "no header")
	}
}

// isSlug reports whether s is made of lower-case ASCII words and digits joined
// by single hyphens.
func isSlug(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case c == '-' && i > 0 && i < len(s)-1 && s[i-1] != '-':
		default:
			return false
		}
	}
	return s != ""
}
