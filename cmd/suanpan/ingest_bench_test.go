//go:build unix

package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// BenchmarkIngestCorpus ingests the texts beside the repository into a new
// store, in a process of its own, from its start to its end.
func BenchmarkIngestCorpus(b *testing.B) {
	folder := cmp.Or(os.Getenv("SUANPAN_BENCH_CORPUS"), "../../../shared/corpus/text")
	files, err := findSources([]string{folder})
	if err != nil || len(files) == 0 {
		b.Skip("no corpus beside the repository; SUANPAN_BENCH_CORPUS names another folder")
	}
	b.SetBytes(totalSize(files))
	for b.Loop() {
		report(b, ingestApart(b, filepath.Join(b.TempDir(), "store.db"), folder))
	}
	b.ReportMetric(float64(len(files)), "documents")
}

// BenchmarkIngestMany ingests generated bulletins of 200 figures each. It
// prints the peak of memory, of which there is no more for many documents than
// for few. SUANPAN_BENCH_DOCUMENTS says how many there are, by default 500.
func BenchmarkIngestMany(b *testing.B) {
	documents, err := strconv.Atoi(cmp.Or(os.Getenv("SUANPAN_BENCH_DOCUMENTS"), "500"))
	if err != nil {
		b.Fatal(err)
	}
	folder := b.TempDir()
	for n := range documents {
		name := filepath.Join(folder, fmt.Sprintf("%03d", n/100), fmt.Sprintf("%05d.txt", n))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(name, generatedBulletin(n), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	store := filepath.Join(b.TempDir(), "store.db")
	for n := 0; b.Loop(); n++ {
		report(b, ingestApart(b, fmt.Sprint(store, n), folder))
	}
	b.ReportMetric(float64(documents*b.N)/b.Elapsed().Seconds(), "documents/s")
}

// generatedBulletin is a bulletin of 100 levels with 100 growths.
func generatedBulletin(n int) []byte {
	var b bytes.Buffer
	place := []string{"株洲市", "长沙市", "湘潭市", "衡阳市", "岳阳市", "常德市", "益阳市", "郴州市", "永州市", "怀化市"}[n%10]
	year := 1990 + n/10%35
	fmt.Fprintf(&b, "---\ntitle: %s%d年统计公报之%d\npublisher: 某局\nregion: %s\npublished: %d-03-01\n---\n", place, year, n/350, place, year+1)
	for i := range 100 {
		subject := []string{"地区生产总值", "固定资产投资", "粮食产量", "社会消费品零售总额", "一般公共预算收入"}[i%5]
		unit := []string{"亿元", "亿元", "万吨", "亿元", "亿元"}[i%5]
		fmt.Fprintf(&b, "%d年，全市第%d类%s%d.%d%s，比上年增长%d.%d%%。\n", year, i/5, subject, 100+n%977+i, n%10, unit, i%13, n%10)
	}
	return b.Bytes()
}

// cost is what a process has taken.
type cost struct {
	cpu  time.Duration // of all cores
	peak int64         // bytes held at a time; 0 where the system does not say
}

// report prints the cost of a run.
func report(b *testing.B, c cost) {
	b.ReportMetric(float64(c.peak)/(1<<20), "MB-peak")
	b.ReportMetric(c.cpu.Seconds(), "cpu-s")
}

// ingestApart runs an ingest in a process of its own.
func ingestApart(b *testing.B, store, folder string) cost {
	b.Helper()
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	var errs strings.Builder
	command := exec.Command(self)
	command.Args = []string{"suanpan", "--store", store, "ingest", folder} // see TestMain
	command.Env = append(os.Environ(), "HOME="+b.TempDir())
	command.Stdout, command.Stderr = io.Discard, &errs
	if err := command.Run(); err != nil {
		b.Fatalf("%v\n%s", err, errs.String())
	}
	c := cost{cpu: command.ProcessState.UserTime() + command.ProcessState.SystemTime()}
	if usage, ok := command.ProcessState.SysUsage().(*syscall.Rusage); ok && runtime.GOOS == "linux" { // in KiB there
		c.peak = usage.Maxrss << 10
	}
	return c
}
