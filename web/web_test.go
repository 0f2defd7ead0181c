package web

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"sync"
	"testing"
)

// demo serves the demo, which the tests share: the pages only read.
func demo(t testing.TB) http.Handler {
	t.Helper()
	demoOnce.Do(func() {
		store, cat := openDemo(keeper{t})
		h, err := New(Config{Store: store, Catalog: cat, Version: "test", Logger: slog.New(slog.NewTextHandler(os.Stderr, nil))})
		if err != nil {
			t.Fatal(err)
		}
		demoHandler = h
	})
	if demoHandler == nil {
		t.Fatal("there is no demo")
	}
	return demoHandler
}

var (
	demoOnce    sync.Once
	demoHandler http.Handler
)

// keeper keeps what a test opens until the program ends.
type keeper struct{ testing.TB }

func (keeper) Cleanup(func()) {}

// get asks a handler and returns the answer with its body.
func get(t testing.TB, h http.Handler, path string, headers ...string) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	res := w.Result()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, string(body)
}

// getJSON asks for data.
func getJSON(t testing.TB, h http.Handler, path string, to any) {
	t.Helper()
	res, body := get(t, h, path)
	if res.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s\n%s", path, res.Status, body)
	}
	if err := json.Unmarshal([]byte(body), to); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

func TestHealth(t *testing.T) {
	var got healthForm
	getJSON(t, demo(t), "/healthz", &got)
	if got.Status != "ok" || got.Version != "test" || got.Documents == 0 || got.Series == 0 || got.Figures < got.Series || got.Catalogue == "" {
		t.Errorf("%+v", got)
	}
}
