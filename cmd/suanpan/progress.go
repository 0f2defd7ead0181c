package main

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress shows on a terminal how many of total are done; elsewhere it says
// nothing. Each call of step counts one, done clears the line. What goes wrong
// in drawing is of no consequence.
func (p *program) progress(what string, total int) (step, done func()) {
	if !isTerminal(p.err) {
		return func() {}, func() {}
	}
	bar := progressbar.NewOptions(
		total,
		progressbar.OptionSetWriter(p.err),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
	)
	p.clear = func() { _ = bar.Clear() }
	step = func() { _ = bar.Add(1) }
	done = func() {
		p.clear = nil
		_ = bar.Finish()
	}
	return step, done
}

// progressBytes shows on a terminal how many of total bytes are done, how many
// a second, and how long the rest will take; elsewhere it says nothing. A total
// of -1 is not known.
func (p *program) progressBytes(what string, total int64) (add func(int64), done func()) {
	if !isTerminal(p.err) {
		return func(int64) {}, func() {}
	}
	bar := progressbar.NewOptions64(
		total,
		progressbar.OptionSetWriter(p.err),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowBytes(true),
		progressbar.OptionShowCount(),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)
	p.clear = func() { _ = bar.Clear() }
	add = func(n int64) { _ = bar.Add64(n) }
	done = func() {
		p.clear = nil
		_ = bar.Finish()
		_ = bar.Clear()
	}
	return add, done
}

// plural is "1 file", "2 files".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
