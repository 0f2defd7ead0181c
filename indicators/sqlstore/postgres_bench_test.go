//go:build unix

package sqlstore_test

import (
	"testing"

	"suanpan/indicators/sqlstore"
)

// BenchmarkPostgres is what the pages ask most, of a PostgreSQL server of its
// own with as many observations as SUANPAN_BENCH_OBSERVATIONS says.
func BenchmarkPostgres(b *testing.B) {
	s, err := sqlstore.Open(b.Context(), startPostgres(b).address(""))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	regions := fill(b, s)
	b.Run("SeriesQuery", func(b *testing.B) { benchmarkSeriesQuery(b, s, regions) })
	b.Run("RegionSummary", func(b *testing.B) { benchmarkRegionSummary(b, s, regions) })
	b.Run("Put", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			d, obs := bulletin(5000+i%100, 2000+i/100)
			if err := s.Put(b.Context(), d, obs, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}
