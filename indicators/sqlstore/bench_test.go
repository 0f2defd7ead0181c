package sqlstore_test

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
	"suanpan/indicators/sqlstore"
)

const (
	figures = 200 // of a generated document
	years   = 25  // of a generated region
)

// bulletin generates the bulletin of one region for one year: 200 indicators,
// a level or a growth each, with a trace as the extractor leaves it.
func bulletin(region, year int) (*indicators.Document, []indicators.Observation) {
	const sentence = "规模以上工业增加值123.45亿元，比上年增长6.7%，"
	d := &indicators.Document{
		ID:    fmt.Sprintf("%056d%04d%04d", 0, region, year),
		Title: fmt.Sprintf("某市%d年国民经济和社会发展统计公报", year), Publisher: "某市统计局", Kind: "bulletin",
		Region: strconv.Itoa(100000 + region), Published: indicators.NewDate(year+1, 3, 1+region%28), Text: strings.Repeat(sentence, figures),
	}
	obs := make([]indicators.Observation, figures)
	for i := range obs {
		start := i * len(sentence)
		span := func(a, b int) indicators.Span { return indicators.Span{Start: start + a, End: start + b} }
		o := indicators.Observation{
			Key: indicators.Key{
				Indicator: fmt.Sprintf("indicator-%03d", i), Region: d.Region, Period: indicators.Year(year),
			},
			Quantity:   indicators.Quantity{Value: decimal.New(int64(year*1000+i), 6), Unit: "元", Printed: "123.45亿元"},
			Name:       fmt.Sprintf("规模以上工业增加值%d", i),
			Place:      "某省某市",
			Qualifiers: indicators.Qualifiers{Scope: "规模以上", Head: "增加值"},
			From: indicators.Provenance{
				Document: d.ID, Span: span(27, 39), Sentence: span(0, len(sentence)), Rule: "level-after-subject", Catalogue: "0f3a9c1e",
				Trace: []indicators.Step{
					{Attribute: "subject", Value: "规模以上工业增加值", Origin: "own", Span: span(0, 27)},
					{Attribute: "region", Value: d.Region, Origin: "document"},
					{Attribute: "period", Value: strconv.Itoa(year), Origin: "section", Span: span(0, 12)},
					{Attribute: "measure", Value: "level", Origin: "own", Span: span(27, 39)},
					{Attribute: "status", Value: "actual", Origin: "document"},
				},
			},
		}
		if i%2 == 1 {
			o.Measure, o.Basis, o.Unit, o.Value = indicators.Growth, indicators.YoY, "%", decimal.New(int64(year%100), -1)
		}
		obs[i] = o
	}
	return d, obs
}

// large opens a store of generated bulletins: in a file of its own, or in
// SUANPAN_BENCH_STORE, which is filled where it is not and kept for the next
// run.
func large(b *testing.B) (s *sqlstore.Store, regions int) {
	b.Helper()
	s, err := sqlstore.Open(b.Context(), cmp.Or(os.Getenv("SUANPAN_BENCH_STORE"), filepath.Join(b.TempDir(), "large.db")))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return s, fill(b, s)
}

// fill puts generated bulletins into a store that does not have them and
// returns how many regions they are of. SUANPAN_BENCH_OBSERVATIONS says how
// many observations there are, by default 200,000.
func fill(b *testing.B, s *sqlstore.Store) (regions int) {
	b.Helper()
	n, err := strconv.Atoi(cmp.Or(os.Getenv("SUANPAN_BENCH_OBSERVATIONS"), "200000"))
	if err != nil {
		b.Fatal(err)
	}
	regions = max(1, n/figures/years)
	last, _ := bulletin(regions-1, 2000+years-1)
	if _, err := s.Document(b.Context(), last.ID); err == nil {
		return regions
	}
	for year := range years { // as they come out: every region, every year
		for region := range regions {
			d, obs := bulletin(region, 2000+year)
			if err := s.Put(b.Context(), d, obs, nil); err != nil {
				b.Fatal(err)
			}
		}
	}
	return regions
}

// BenchmarkOpen opens a store that is there, and closes it.
func BenchmarkOpen(b *testing.B) {
	path := filepath.Join(b.TempDir(), "open.db")
	b.ReportAllocs()
	for b.Loop() {
		s, err := sqlstore.Open(b.Context(), path)
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPut puts documents of 200 figures each into a new store.
func BenchmarkPut(b *testing.B) {
	s, err := sqlstore.Open(b.Context(), filepath.Join(b.TempDir(), "put.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d, obs := bulletin(i%100, 2000+i/100)
		if err := s.Put(b.Context(), d, obs, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReplace puts one document of 200 figures again and again.
func BenchmarkReplace(b *testing.B) {
	s, _ := large(b)
	d, obs := bulletin(0, 2010)
	b.ReportAllocs()
	for b.Loop() {
		if err := s.Put(b.Context(), d, obs, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func count[T any](b *testing.B, seq func(func(T, error) bool)) (n int) {
	b.Helper()
	for _, err := range seq {
		if err != nil {
			b.Fatal(err)
		}
		n++
	}
	return n
}

// BenchmarkSeriesQuery reads one series of 25 points.
func BenchmarkSeriesQuery(b *testing.B) {
	s, regions := large(b)
	benchmarkSeriesQuery(b, s, regions)
}

func benchmarkSeriesQuery(b *testing.B, s *sqlstore.Store, regions int) {
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		q := indicators.Query{Indicators: []string{fmt.Sprintf("indicator-%03d", i%figures)}, Regions: []string{strconv.Itoa(100000 + i*7%regions)}}
		if n := count(b, s.Observations(b.Context(), q)); n != years {
			b.Fatalf("%d points; want %d", n, years)
		}
	}
}

// BenchmarkLongSeries reads one series of 1000 points in a large store.
func BenchmarkLongSeries(b *testing.B) {
	s, _ := large(b)
	const points = 1000
	for year := range points {
		d, obs := bulletin(9999, 1000+year)
		if err := s.Put(b.Context(), d, obs[:1], nil); err != nil {
			b.Fatal(err)
		}
	}
	q := indicators.Query{Indicators: []string{"indicator-000"}, Regions: []string{"109999"}}
	b.ReportAllocs()
	for b.Loop() {
		if n := count(b, s.Observations(b.Context(), q)); n != points {
			b.Fatalf("%d points; want %d", n, points)
		}
	}
}

// BenchmarkRegionSummary lists the 200 series of a region.
func BenchmarkRegionSummary(b *testing.B) {
	s, regions := large(b)
	benchmarkRegionSummary(b, s, regions)
}

func benchmarkRegionSummary(b *testing.B, s *sqlstore.Store, regions int) {
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		q := indicators.Query{Regions: []string{strconv.Itoa(100000 + i*7%regions)}}
		if n := count(b, s.Series(b.Context(), q)); n != figures {
			b.Fatalf("%d series; want %d", n, figures)
		}
	}
}

// BenchmarkRegionPoints reads all points of a region's 200 series.
func BenchmarkRegionPoints(b *testing.B) {
	s, regions := large(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		q := indicators.Query{Regions: []string{strconv.Itoa(100000 + i*7%regions)}}
		if n := count(b, s.Observations(b.Context(), q)); n != figures*years {
			b.Fatalf("%d observations; want %d", n, figures*years)
		}
	}
}

// BenchmarkDocument reads a document's 200 figures.
func BenchmarkDocument(b *testing.B) {
	s, regions := large(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		d, _ := bulletin(i*7%regions, 2010)
		if n := count(b, s.Observations(b.Context(), indicators.Query{Document: d.ID})); n != figures {
			b.Fatalf("%d observations; want %d", n, figures)
		}
	}
}

// BenchmarkIndicator lists one indicator over all regions.
func BenchmarkIndicator(b *testing.B) {
	s, regions := large(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		q := indicators.Query{Indicators: []string{fmt.Sprintf("indicator-%03d", i%figures)}}
		if n := count(b, s.Series(b.Context(), q)); n < regions {
			b.Fatalf("%d series; want %d", n, regions)
		}
	}
}
