package sqlstore

import (
	"fmt"
	"strconv"
	"strings"
)

// encodePages writes where the pages of a document begin: offsets with a
// blank between them.
func encodePages(pages []int) string {
	var b strings.Builder
	for i, at := range pages {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(strconv.Itoa(at))
	}
	return b.String()
}

// decodePages reads what encodePages writes.
func decodePages(text string) ([]int, error) {
	if text == "" {
		return nil, nil
	}
	fields := strings.Split(text, " ")
	pages := make([]int, len(fields))
	for i, f := range fields {
		at, err := strconv.Atoi(f)
		if err != nil {
			return nil, fmt.Errorf("pages %.40q: %w", text, err)
		}
		pages[i] = at
	}
	return pages, nil
}
