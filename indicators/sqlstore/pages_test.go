package sqlstore

import (
	"slices"
	"testing"
)

func TestPages(t *testing.T) {
	for _, pages := range [][]int{nil, {0}, {0, 0, 12, 345678}} {
		got, err := decodePages(encodePages(pages))
		if err != nil || !slices.Equal(got, pages) {
			t.Errorf("%v came back as %v, %v", pages, got, err)
		}
	}
	for _, bad := range []string{"a", "1  2", " ", "1,2"} {
		if got, err := decodePages(bad); err == nil {
			t.Errorf("%q was read as %v", bad, got)
		}
	}
}
