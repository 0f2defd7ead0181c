package storetest

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"suanpan/indicators"
)

// testCancelled: a Put whose context has ended leaves what was there.
func testCancelled(t *testing.T, s indicators.Store) {
	first := numbered("d", "2024-01-01", 5, "1")
	put(t, s, first)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	second := numbered("d", "2024-01-01", 5, "2")
	if err := s.Put(ctx, second.document, second.observations, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("Put: %v; want context.Canceled", err)
	}
	if _, err := s.Document(ctx, "d"); !errors.Is(err, context.Canceled) {
		t.Errorf("Document: %v; want context.Canceled", err)
	}
	if _, err := collect(s.Observations(ctx, indicators.Query{})); !errors.Is(err, context.Canceled) {
		t.Errorf("Observations: %v; want context.Canceled", err)
	}
	sameStore(t, s, model{first})
	put(t, s, second)
	sameStore(t, s, model{second})
}

// testInterrupted: a Put that is cancelled at whatever step leaves what was
// there, or is done.
func testInterrupted(t *testing.T, s indicators.Store) {
	first, second := numbered("d", "2024-01-01", 40, "1"), numbered("d", "2024-01-02", 35, "2")
	put(t, s, first)
	failures := 0
	for steps := 0; ; steps = steps*5/4 + 1 {
		ctx, cancel := expiring(t.Context(), steps)
		err := s.Put(ctx, second.document, second.observations, second.rejects)
		cancel()
		if err == nil {
			break
		}
		if failures++; !errors.Is(err, context.Canceled) {
			t.Fatalf("after %d steps: %v; want context.Canceled", steps, err)
		}
		sameStore(t, s, model{first})
	}
	if failures == 0 {
		t.Error("no Put was interrupted")
	}
	sameStore(t, s, model{second})
}

// expiring returns a context that is cancelled when it has been asked so many
// times whether it is.
func expiring(parent context.Context, steps int) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	left := new(atomic.Int64)
	left.Store(int64(steps))
	return &countdown{ctx, cancel, left}, cancel
}

type countdown struct {
	context.Context
	cancel context.CancelFunc
	left   *atomic.Int64
}

func (c *countdown) asked() {
	if c.left.Add(-1) < 0 {
		c.cancel()
	}
}

func (c *countdown) Done() <-chan struct{} { c.asked(); return c.Context.Done() }

func (c *countdown) Err() error { c.asked(); return c.Context.Err() }
