package main

import (
	"fmt"

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

// plural is "1 file", "2 files".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
