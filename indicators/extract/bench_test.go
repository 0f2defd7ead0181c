package extract

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/seeds"
)

// shared is where the corpus lies beside the project, where there is one.
const shared = "../../../shared"

func benchReader(b testing.TB) *Reader {
	b.Helper()
	c, err := catalog.Load(seeds.FS)
	if err != nil {
		b.Fatal(err)
	}
	return New(c)
}

// shipped returns the text of the documents that ship, one after the other.
func shipped(b testing.TB) string {
	b.Helper()
	var all strings.Builder
	err := fs.WalkDir(seeds.Documents, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".md" || filepath.Base(path) == "README.md" {
			return err
		}
		text, err := fs.ReadFile(seeds.Documents, path)
		if _, body, ok := strings.Cut(string(text), "\n---\n"); ok {
			all.WriteString(body)
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return all.String()
}

// corpus returns the documents of the corpus whose names hold a word.
func corpus(b testing.TB, word string) []indicators.Document {
	b.Helper()
	names, _ := filepath.Glob(shared + "/corpus/text/*" + word + "*.txt")
	if len(names) == 0 {
		b.Skip("no corpus beside the project at ../shared/corpus/text")
	}
	var out []indicators.Document
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		d := indicators.Document{ID: filepath.Base(name), Text: string(text)}
		var meta struct{ Title, Region, Published string }
		if side, err := os.ReadFile(strings.TrimSuffix(name, ".txt") + ".meta.json"); err == nil {
			json.Unmarshal(side, &meta)
		}
		d.Title, d.Region = meta.Title, meta.Region
		d.Published, _ = indicators.ParseDate(meta.Published)
		out = append(out, d)
	}
	return out
}

func benchDocuments(b *testing.B, docs []indicators.Document) {
	r := benchReader(b)
	var size int64
	figures := 0
	for i := range docs {
		size += int64(len(docs[i].Text))
		res, err := r.Read(&docs[i])
		if err != nil {
			b.Fatal(err)
		}
		figures += len(res.Observations)
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for i := range docs {
			if _, err := r.Read(&docs[i]); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(figures)*float64(b.N)/b.Elapsed().Seconds(), "figures/s")
}

func BenchmarkReadCorpus(b *testing.B)    { benchDocuments(b, corpus(b, "")) }
func BenchmarkReadBulletins(b *testing.B) { benchDocuments(b, corpus(b, "nanjing_bulletin")) }

// BenchmarkReadLong reads the documents that ship, and the same ten and a
// hundred times over: the cost per byte is to stay the same.
func BenchmarkReadLong(b *testing.B) {
	text := shipped(b)
	for _, n := range []int{1, 10, 100} {
		b.Run(fmt.Sprintf("%dkB", len(text)*n/1000), func(b *testing.B) {
			d := indicators.Document{Title: "某市统计公报", Text: strings.Repeat(text, n), Published: indicators.NewDate(2024, 3, 1)}
			benchDocuments(b, []indicators.Document{d})
		})
	}
}

// BenchmarkReadSize reads the documents that ship, cut or said over and over to
// sizes from 10 kB to 100 MB: bytes/s are to stay the same. With -short the
// largest is left out.
func BenchmarkReadSize(b *testing.B) {
	text := shipped(b)
	for _, size := range []int{10_000, 100_000, 1_000_000, 10_000_000, 100_000_000} {
		b.Run(fmt.Sprintf("%dkB", size/1000), func(b *testing.B) {
			if testing.Short() && size > 10_000_000 {
				b.Skip("large")
			}
			long := strings.Repeat(text, size/len(text)+1)
			cut := strings.LastIndexByte(long[:size], '\n')
			d := indicators.Document{Title: "某市统计公报", Text: long[:cut], Published: indicators.NewDate(2024, 3, 1)}
			benchDocuments(b, []indicators.Document{d})
		})
	}
}

// hostile are texts made to be slow: a megabyte of one thing each.
var hostile = map[string]string{
	"digits":     strings.Repeat("7", 1<<20),
	"magnitudes": "1" + strings.Repeat("万亿亿亿", 1<<20/12),
	"commas":     strings.Repeat("、", 1<<20/3),
	"line":       strings.Repeat("全市投资增长5.2%，其中工业投资增长3%，", 1<<20/54),
	"list":       "全市" + strings.Repeat("甲企业5家、", 1<<20/17),
	"quotes":     strings.Repeat("“5家", 1<<20/7),
	"spaces":     strings.Repeat("5  ", 1<<20/3),
	"brackets":   strings.Repeat("（5%", 1<<20/5),
	"compare":    strings.Repeat("比", 1<<20/3) + "5%",
	"rows":       strings.Repeat("甲  乙  5\n", 1<<20/12),
}

func BenchmarkReadHostile(b *testing.B) {
	for _, name := range []string{"digits", "magnitudes", "commas", "line", "list", "quotes", "spaces", "brackets", "compare", "rows"} {
		b.Run(name, func(b *testing.B) {
			benchDocuments(b, []indicators.Document{{Title: "某市日报", Text: hostile[name], Published: indicators.NewDate(2024, 3, 1)}})
		})
	}
}
