package main

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"
)

func count(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestOrderedKeepsTheOrder(t *testing.T) {
	var got, want []int
	for i := range 500 {
		want = append(want, i*i)
	}
	err := ordered(
		t.Context(), count(500),
		func(int) int { return 1 },
		func(i int) int {
			for range (i * 7919) % 1000 * 100 { // so that they end out of order
			}
			return i * i
		},
		func(i int) error { got = append(got, i); return nil },
	)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
}

func TestOrderedHoldsOneInputAboveTheBound(t *testing.T) {
	var held, most atomic.Int64
	err := ordered(
		t.Context(), count(20),
		func(int) int { return inFlight + 1 },
		func(i int) int {
			most.Store(max(most.Load(), held.Add(1)))
			return i
		},
		func(int) error { held.Add(-1); return nil },
	)
	if err != nil || most.Load() != 1 {
		t.Errorf("held %d at a time, %v", most.Load(), err)
	}
}

func TestOrderedEnds(t *testing.T) {
	stop := errors.New("stop")
	n := 0
	err := ordered(
		t.Context(), count(1000), func(int) int { return 1 }, func(i int) int { return i },
		func(i int) error {
			n++
			if i == 3 {
				return stop
			}
			return nil
		},
	)
	if !errors.Is(err, stop) || n != 4 {
		t.Errorf("emit ran %d times, %v", n, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err = ordered(ctx, count(1000), func(int) int { return 1 }, func(i int) int { return i }, func(int) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context gave %v", err)
	}
}
