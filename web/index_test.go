package web

import (
	"context"
	"errors"
	"iter"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"suanpan/indicators"
)

func TestIndexSeesWhatIsPutLater(t *testing.T) {
	store, cat := openDemo(t)
	x := newIndex(store, names{cat})
	before, err := x.now(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w := newScript("后来的文件", "", "430200", "2026-05-01", "news")
	w.fig(key("~后来的指标", "430200", indicators.Level, indicators.Actual, indicators.Year(2025)), "后来的指标", "株洲市", "7个").stop("。")
	w.put(t, store)
	before.lookAgain = time.Time{} // its time is over
	after, err := x.now(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if after.version == before.version || after.byIndicator["~后来的指标"] == nil || len(after.documents) != len(before.documents)+1 {
		t.Error("what was put later is not seen")
	}
	after.lookAgain = time.Time{}
	same, err := x.now(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if same.version != after.version || &same.series[0] != &after.series[0] {
		t.Error("all was read again although nothing changed")
	}
}

// broken is a store that cannot be read.
type broken struct{ indicators.Store }

func (broken) Documents(context.Context) iter.Seq2[indicators.DocumentInfo, error] {
	return func(yield func(indicators.DocumentInfo, error) bool) {
		yield(indicators.DocumentInfo{}, errors.New("disk full of secrets"))
	}
}

func TestBrokenStoreIsAnErrorThatTellsNothing(t *testing.T) {
	store, cat := openDemo(t)
	h, err := New(Config{Store: broken{store}, Catalog: cat})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/", "/healthz", "/series/430200/gdp.json"} {
		res, body := get(t, h, path)
		if res.StatusCode != http.StatusInternalServerError || strings.Contains(body, "secrets") {
			t.Errorf("%s: %s %s", path, res.Status, body)
		}
	}
}

func TestPagesAreSafeTogether(t *testing.T) {
	h := demo(t)
	var wg sync.WaitGroup
	for range 4 {
		for _, path := range []string{"/", "/series/430200/gdp", "/regions/430200", "/indicators/gdp", "/search?q=gdp", "/compare?indicator=gdp&region=430200&region=430100"} {
			wg.Go(func() {
				if res, _ := get(t, h, path); res.StatusCode != http.StatusOK {
					t.Errorf("%s: %s", path, res.Status)
				}
			})
		}
	}
	wg.Wait()
}
