package main

import (
	"context"
	"iter"
	"runtime"

	"golang.org/x/sync/semaphore"
)

// inFlight bounds the bytes of the inputs that ordered holds at a time.
const inFlight = 256 << 20

// ordered is orderedBy on all cores with no more than inFlight bytes.
func ordered[In, Out any](ctx context.Context, inputs iter.Seq[In], size func(In) int, work func(In) Out, emit func(Out) error) error {
	return orderedBy(ctx, runtime.GOMAXPROCS(0), inFlight, inputs, size, work, emit)
}

// orderedBy runs work on the inputs by so many workers and gives what comes of
// each to emit, in the order of the inputs and as soon as it is its turn. Size
// says how many bytes an input holds; no more than room are held at a time, but
// always one input. The first error of emit ends it and is returned.
func orderedBy[In, Out any](ctx context.Context, workers int, room int64, inputs iter.Seq[In], size func(In) int, work func(In) Out, emit func(Out) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type job struct {
		in    In
		out   chan Out
		bytes int64
	}
	budget := semaphore.NewWeighted(room)
	todo := make(chan job)
	turn := make(chan job, 4*workers) // the same jobs, in order
	for range workers {
		go func() {
			for j := range todo {
				j.out <- work(j.in)
			}
		}()
	}
	go func() {
		defer close(turn)
		defer close(todo)
		for in := range inputs {
			j := job{in, make(chan Out, 1), min(int64(size(in)), room)}
			if budget.Acquire(ctx, j.bytes) != nil {
				return
			}
			select {
			case turn <- j:
			case <-ctx.Done():
				return
			}
			select {
			case todo <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	for j := range turn {
		select {
		case out := <-j.out:
			if err := emit(out); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
		budget.Release(j.bytes)
	}
	return ctx.Err()
}
