package storetest

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// random returns documents d0, d1, … with up to so many figures each, of few
// keys, so that series, points and vintages meet.
func random(r *rand.Rand, documents, figures int) model {
	var m model
	for i := range documents {
		m.put(randomEntry(r, fmt.Sprint("d", i), figures))
	}
	return m
}

func randomEntry(r *rand.Rand, id string, figures int) entry {
	published := ""
	if r.IntN(8) > 0 {
		published = fmt.Sprintf("%d-01-0%d", 2022+r.IntN(4), 1+r.IntN(2))
	}
	d := document(id, published)
	d.Edition = max(0, r.IntN(6)-3)
	e := entry{document: d}
	for range r.IntN(figures + 1) {
		k := indicators.Key{
			Indicator: fmt.Sprint("i", r.IntN(3)), Region: [...]string{"r0", "r1", "r2", ""}[r.IntN(4)],
			Measure: indicators.Measure(r.IntN(5)), Basis: indicators.Basis(r.IntN(2)), Status: indicators.Status(r.IntN(2)),
			Period: randomPeriod(r),
		}
		o := figure(d, r.IntN(30), k, "1", [...]string{"元", "%"}[r.IntN(2)])
		o.Value = decimal.New(r.Int64N(2000)-1000, int32(r.IntN(9)-4))
		o.Bound = indicators.Bound(r.IntN(4))
		o.Name += fmt.Sprint(r.IntN(3))
		e.observations = append(e.observations, o)
	}
	for n := range r.IntN(4) {
		at := r.IntN(100)
		e.rejects = append(e.rejects, indicators.Reject{Span: indicators.Span{Start: at, End: at + n}, Quote: "1", Reason: "date"})
	}
	return e
}

func randomPeriod(r *rand.Rand) indicators.Period {
	year := 2020 + r.IntN(5)
	switch r.IntN(8) {
	case 0:
		return indicators.Period{}
	case 1:
		return indicators.EndOf(indicators.Year(year))
	case 2:
		return indicators.Months(year, 12, 12)
	case 3:
		p := indicators.Months(year, 1, 8)
		p.Form = indicators.ToDate
		return p
	case 4:
		return indicators.Quarter(year, 4)
	}
	return indicators.Year(year)
}

// testRandom: after any sequence of Puts a store answers as the model does.
func testRandom(t *testing.T, s indicators.Store) {
	r := rand.New(rand.NewPCG(9, 10))
	var m model
	for step := range 60 {
		e := randomEntry(r, fmt.Sprint("d", r.IntN(8)), 12)
		put(t, s, e)
		m.put(e)
		if step%6 == 5 {
			sameStore(t, s, m)
		}
	}
	sameAnswers(t, s, m)
}

// testConcurrent: while documents are replaced, a reader sees each whole, in
// one of its states.
func testConcurrent(t *testing.T, s indicators.Store) {
	const writers, readers, rounds, figures = 2, 4, 12, 40
	var work, done sync.WaitGroup
	finished := make(chan struct{})
	for w := range writers {
		id := fmt.Sprint("d", w)
		put(t, s, numbered(id, "2024-01-01", figures, "0"))
		work.Go(func() {
			for n := range rounds {
				e := numbered(id, "2024-01-01", figures+n, fmt.Sprint(n))
				if err := s.Put(t.Context(), e.document, e.observations, nil); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range readers {
		done.Go(func() {
			for more := true; more && !t.Failed(); {
				select {
				case <-finished:
					more = false // and once more, at rest
				default:
				}
				readWhole(t, s, writers, figures)
			}
		})
	}
	work.Wait()
	close(finished)
	done.Wait()
}

// readWhole reads what testConcurrent writes: the figures of a document are
// all of one round, and as many as the round has.
func readWhole(t *testing.T, s indicators.Store, documents, figures int) {
	obs, err := collect(s.Observations(t.Context(), indicators.Query{}))
	if err != nil {
		t.Error(err)
		return
	}
	count, value := map[string]int{}, map[string]string{}
	for _, o := range obs {
		id := o.From.Document
		if v, ok := value[id]; ok && v != o.Text() {
			t.Errorf("document %s: figures of rounds %s and %s", id, v, o.Text())
			return
		}
		count[id]++
		value[id] = o.Text()
	}
	for id, n := range count {
		if fmt.Sprint(n-figures) != value[id] {
			t.Errorf("document %s: %d figures in round %s", id, n, value[id])
		}
	}
	if len(count) != documents {
		t.Errorf("%d documents; want %d", len(count), documents)
	}
	infos, err := collect(s.Series(t.Context(), indicators.Query{Regions: []string{"100"}}))
	if err != nil || len(infos) != 1 || infos[0].Points != 1 || infos[0].Vintages != documents {
		t.Errorf("series of a region: %v, %v; want one of 1 point and %d vintages", infos, err, documents)
	}
}
