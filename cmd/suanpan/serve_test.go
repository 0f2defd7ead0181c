package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// served runs serve until the test ends it; it returns the address and what
// was printed before that.
func served(t *testing.T, args ...string) (url, before string, end func() (status int, errs string)) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r, w := io.Pipe()
	var errs bytes.Buffer
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, append(args, "serve", "--addr", "localhost:0"), strings.NewReader(""), w, &errs)
		w.Close()
	}()
	end = func() (int, string) {
		cancel()
		go io.Copy(io.Discard, r)
		return <-status, errs.String()
	}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		if m := regexp.MustCompile(`serves on (http://localhost:\d+) from`).FindStringSubmatch(lines.Text()); m != nil {
			return m[1], before, end
		}
		before += lines.Text() + "\n"
	}
	s, e := end()
	t.Fatalf("serve ended with %d before it served: %s%s", s, before, e)
	return "", "", nil
}

func TestServe(t *testing.T) {
	store := filepath.Join(t.TempDir(), "figures.db")
	url, before, end := served(t, "--store", store)
	if !regexp.MustCompile(`^reading \d+ documents that ship with suanpan\nread \d+ figures\n$`).MatchString(before) {
		t.Errorf("the first start printed %q", before)
	}
	for path, want := range map[string]int{"/": http.StatusOK, "/healthz": http.StatusOK} {
		res, err := http.Get(url + path)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != want {
			t.Errorf("%s answered %s", path, res.Status)
		}
	}
	if status, errs := end(); status != exitFine || errs != "" {
		t.Errorf("serve ended with %d: %s", status, errs)
	}
	if _, err := http.Get(url); err == nil {
		t.Error("it serves after its end")
	}

	// What ships is there now: the second start reads nothing.
	_, before, end = served(t, "--store", store)
	if before != "" {
		t.Errorf("the second start printed %q", before)
	}
	end()
}

func TestServeTakesNoAddressInUse(t *testing.T) {
	url, _, end := served(t, "--store", ":memory:")
	defer end()
	var out, errs bytes.Buffer
	status := run(t.Context(), []string{"--store", ":memory:", "serve", "--addr", strings.TrimPrefix(url, "http://")}, nil, &out, &errs)
	if status != exitFailed || !strings.Contains(errs.String(), "--addr") || strings.Contains(out.String(), "reading") {
		t.Errorf("status %d, printed %q, %q", status, out.String(), errs.String())
	}
}
