package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// output is what a program has printed so far.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(b)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// awaits waits until all words are printed.
func (o *output) awaits(t *testing.T, words ...string) {
	t.Helper()
	deadline := time.Now().Add(time.Minute)
	for _, w := range words {
		for !strings.Contains(o.String(), w) {
			if time.Now().After(deadline) {
				t.Fatalf("%q is not printed:\n%s", w, o)
			}
			time.Sleep(5 * time.Millisecond)
		}
	}
}

// TestWatch: what is put into a folder, or into a folder in it, is read when it
// has settled, and read again when it has changed.
func TestWatch(t *testing.T) {
	t.Parallel()
	inbox := t.TempDir()
	store := filepath.Join(t.TempDir(), "store.db")
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(inbox, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("there.txt", "2020年，天元区粮食产量1万吨。")
	var out, errs output
	ctx, cancel := context.WithCancel(t.Context())
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, []string{"--store", store, "ingest", "--watch", "--settle", "20ms", inbox}, strings.NewReader(""), &out, &errs)
	}()
	errs.awaits(t, "watching")
	out.awaits(t, "there.txt: 1 figure")
	write("[1] new.txt", "2021年，天元区粮食产量2万吨。")
	write("a/b/deep.txt", "2022年，天元区粮食产量3万吨。")
	write("a/passed.exe", "2022年，天元区粮食产量4万吨。")
	write("broken.pdf", "%PDF-1.7\n")
	out.awaits(t, "[1] new.txt: 1 figure", "deep.txt: 1 figure")
	errs.awaits(t, "broken.pdf")
	write("a/b/deep.txt", "2022年，天元区粮食产量3万吨，油料产量1万吨。")
	out.awaits(t, "deep.txt: 2 figures")
	write("[1] new.meta.json", `{"published":"2022-02-02","region":"天元区"}`)
	out.awaits(t, "replaced   "+filepath.Join(inbox, "[1] new.txt"))
	cancel()
	if got := <-status; got != exitFailed { // broken.pdf
		t.Errorf("status %d; want %d", got, exitFailed)
	}
	if s := out.String(); strings.Contains(s, "passed.exe") || !regexp.MustCompile(`(?m)^ read +4 $`).MatchString(s) {
		t.Errorf("in the end:\n%s", s)
	}
}

func TestWatchRefused(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(file, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{file, file + "x"} {
		var out, errs output
		if got := run(t.Context(), []string{"--store", ":memory:", "ingest", "--watch", path}, strings.NewReader(""), &out, &errs); got != exitFailed || !strings.Contains(errs.String(), file) {
			t.Errorf("%s: status %d, %s", path, got, &errs)
		}
	}
}
