package catalog_test

import (
	"testing"

	"suanpan/indicators/catalog"
	"suanpan/seeds"
)

func TestSeeds(t *testing.T) {
	if _, err := catalog.LoadIndicators(seeds.FS); err != nil {
		t.Fatal(err)
	}
}
