package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestKilled: an ingest that is killed at random moments, again and again, and
// then let run, ends with the store of an undisturbed run: their exports are
// the same bytes. So does an import. SUANPAN_KILL_RUNS says how many times
// (make test: fifty), SUANPAN_KILL_SEED at which moments.
func TestKilled(t *testing.T) {
	t.Parallel()
	setting := func(name, without string) uint64 {
		n, err := strconv.ParseUint(cmp.Or(os.Getenv(name), without), 10, 32)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return n
	}
	runs := "15"
	if testing.Short() {
		runs = "5"
	}
	seed, times := setting("SUANPAN_KILL_SEED", "1"), setting("SUANPAN_KILL_RUNS", runs)
	r := rand.New(rand.NewPCG(seed, 0))
	folder := t.TempDir()
	files := filepath.Join(folder, "files")
	writeKillFiles(t, files)
	in := func(name string) string { return filepath.Join(folder, name) }

	// The second run of the whole is what follows a kill at the very end.
	for range 2 {
		killable(t, folder, in("whole.db"), -1, "ingest", files)
	}
	want := in("want")
	exportTo(t, in("whole.db"), want)
	killed, finished := 0, 0
	for _, job := range []struct {
		name string
		runs uint64
		args []string
	}{
		{"ingest", times, []string{"ingest", files}},
		{"import", times / 5, []string{"import", want}},
	} {
		start := time.Now()
		killable(t, folder, in("time.db"), -1, job.args...)
		took := time.Since(start)
		removeStore(t, in("time.db"))
		for n := range job.runs {
			store := in("killed.db")
			for range 1 + r.IntN(2) {
				after := time.Duration(r.Int64N(int64(took)))
				if r.IntN(4) > 0 { // most when it writes, which is after it has started
					after = took/3 + after*2/3
				}
				if killable(t, folder, store, after, job.args...) {
					killed++
				} else {
					finished++
				}
			}
			killable(t, folder, store, -1, job.args...)
			got := in("got")
			exportTo(t, store, got)
			if diff := differentFile(t, want, got); diff != "" {
				t.Fatalf("seed %d, %s %d of %d: %s", seed, job.name, n+1, job.runs, diff)
			}
			removeStore(t, store)
		}
	}
	t.Logf("seed %d: %d runs killed, %d ended before; all stores the same", seed, killed, finished)
	if killed == 0 {
		t.Error("no run was killed before it ended")
	}
}

// killable runs the program in a process of its own and kills it after a time,
// never where that is negative. It reports whether the process was killed.
func killable(t *testing.T, folder, store string, after time.Duration, args ...string) bool {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var errs bytes.Buffer
	command := exec.Command(self)
	command.Args = append([]string{"suanpan", "--store", store}, args...) // see TestMain
	command.Env = append(os.Environ(), "HOME="+folder)
	command.Stdout, command.Stderr = io.Discard, &errs
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	if after >= 0 {
		timer := time.AfterFunc(after, func() { command.Process.Kill() })
		defer timer.Stop()
	}
	err = command.Wait()
	if err != nil && (after < 0 || command.ProcessState.Exited()) {
		t.Fatalf("%v: %v\n%s", args, err, errs.String())
	}
	return err != nil
}

// writeKillFiles makes a folder of what an ingest meets: texts with and without
// a date, one text in two files and in two widths, a stream of documents, an
// edition, metadata beside a file.
func writeKillFiles(t *testing.T, folder string) {
	t.Helper()
	files := map[string]string{}
	text := func(n int) string {
		var b strings.Builder
		for i := range 12 {
			fmt.Fprintf(&b, "202%d年，全市第%d项地区生产总值%d.%d亿元，比上年增长%d.%d%%，粮食产量%d万吨。\n\n", n%4, i, 100+n*i, n, i, n, 20+i)
		}
		return b.String()
	}
	for n := range 10 {
		head := ""
		if n%3 != 0 {
			head = fmt.Sprintf("---\ntitle: 公报%d\nregion: 株洲市\npublished: 2024-03-%02d\n---\n", n%4, 1+n)
		}
		files[fmt.Sprintf("a%02d.txt", n)] = head + text(n)
	}
	files["b/copy.txt"] = files["a03.txt"]
	files["b/dated.txt"] = "---\npublished: 2023-05-05\n---\n" + strings.ReplaceAll(files["a06.txt"], "，", ", ")
	files["b/beside.txt"], files["b/beside.meta.json"] = text(11), `{"region":"天元区","published":"2024-04-01"}`
	var lines strings.Builder
	for n := range 6 {
		fmt.Fprintf(&lines, `{"id":"line%d","title":"行","published":"2024-05-0%d","text":%q}`+"\n", n%5, n+1, text(20+n))
	}
	files["c.jsonl"] = lines.String()
	for name, content := range files {
		name = filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func exportTo(t *testing.T, store, folder string) {
	t.Helper()
	var errs bytes.Buffer
	if status := run(t.Context(), []string{"--store", store, "export", "--texts", folder}, strings.NewReader(""), io.Discard, &errs); status != exitFine {
		t.Fatalf("export: %s", errs.String())
	}
}

// differentFile names a file in which two exports differ, with the first line
// that does, or is "".
func differentFile(t *testing.T, want, got string) string {
	t.Helper()
	for _, name := range exportFiles {
		a, err := os.ReadFile(filepath.Join(want, name))
		if err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(filepath.Join(got, name))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Equal(a, b) {
			continue
		}
		x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
		for i := range min(len(x), len(y)) {
			if x[i] != y[i] {
				return fmt.Sprintf("%s, line %d:\nwant %.300s\ngot  %.300s", name, i+1, x[i], y[i])
			}
		}
		return fmt.Sprintf("%s has %d lines; want %d", name, len(y), len(x))
	}
	return ""
}

func removeStore(t *testing.T, store string) {
	t.Helper()
	for _, rest := range []string{"", "-wal", "-shm"} {
		if err := os.RemoveAll(store + rest); err != nil {
			t.Fatal(err)
		}
	}
}
