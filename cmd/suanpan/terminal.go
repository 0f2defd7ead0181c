package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// isTerminal reports whether a stream ends at a person.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// colour reports whether w shows ANSI colours: a terminal, and the user has
// not asked for none.
func colour(w io.Writer) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
