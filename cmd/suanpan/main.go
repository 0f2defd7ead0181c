// Command suanpan reads figures out of Chinese texts by rule and shows them.
//
// A file per command holds its flags and its Run; this file holds the command
// line and what the commands share. The exit status is 0 where all went well,
// 1 where something failed, 2 where the command line was wrong.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"

	"suanpan/indicators/catalog"
	"suanpan/indicators/extract"
	"suanpan/seeds"
)

func main() {
	unsetEmpty("SUANPAN_")
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// unsetEmpty makes variables of the environment that are set to nothing the
// same as those that are not set.
func unsetEmpty(prefix string) {
	for _, v := range os.Environ() {
		if name, value, _ := strings.Cut(v, "="); value == "" && strings.HasPrefix(name, prefix) {
			os.Unsetenv(name)
		}
	}
}

const (
	exitFine    = 0
	exitFailed  = 1
	exitMisused = 2
)

// errReported says that what failed has been printed where it happened.
var errReported = errors.New("something failed")

// grammar is the command line.
type grammar struct {
	Store string `placeholder:"FILE" default:"${store}" help:"File that keeps documents and figures, or :memory: for none, or a postgres:// address (${default})."`

	Extract   extractCmd   `cmd:"" help:"Print the figures of texts."`
	Explain   explainCmd   `cmd:"" help:"Show how texts are read: every mention, every decision."`
	Ingest    ingestCmd    `cmd:"" help:"Read files and folders into the store."`
	Documents documentsCmd `cmd:"" help:"List the documents of the store, or mend what is known of them."`
	Reread    rereadCmd    `cmd:"" help:"Read the documents of the store again and show what differs."`
	Audit     auditCmd     `cmd:"" help:"Print where figures do not fit each other."`
	Serve     serveCmd     `cmd:"" help:"Serve the pages over the store."`
	Export    exportCmd    `cmd:"" help:"Write all that the store holds to a directory."`
	Import    importCmd    `cmd:"" help:"Put all of an export into the store."`
	Backup    backupCmd    `cmd:"" help:"Copy the store to a file while it is in use."`
	Version   versionCmd   `cmd:"" help:"Print the versions of the program and of its catalogue."`
}

const description = `suanpan (算盘) reads Chinese regional statistics by rule and charts them.

Each flag may stand in the environment too: --store as SUANPAN_STORE, --addr as SUANPAN_ADDR.`

// program is what every command is given beside its flags.
type program struct {
	ctx   context.Context
	in    io.Reader
	out   io.Writer
	err   io.Writer
	store string
	clear func() // clears what progress has drawn; nil where nothing is drawn
}

// run is main without the process; it returns the exit status.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	var g grammar
	exited, status := false, exitFine
	parser, err := kong.New(
		&g,
		kong.Name("suanpan"),
		kong.Description(description),
		kong.DefaultEnvars("SUANPAN"),
		kong.Vars{"store": defaultStore(), "cores": strconv.Itoa(runtime.GOMAXPROCS(0))},
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.Writers(out, errs),
		kong.Exit(func(code int) { exited, status = true, code }),
	)
	if err != nil {
		fmt.Fprintln(errs, "suanpan:", err)
		return exitFailed
	}
	command, err := parser.Parse(args)
	switch {
	case exited: // help has been printed
		return status
	case err != nil:
		fmt.Fprintf(errs, "suanpan: %v\nTry: suanpan --help\n", err)
		return exitMisused
	}
	p := &program{ctx: ctx, in: in, out: out, err: errs, store: g.Store}
	switch err := command.Run(p); {
	case err == nil:
		return exitFine
	case !errors.Is(err, errReported):
		fmt.Fprintln(errs, "suanpan:", err)
	}
	return exitFailed
}

// complain prints what went wrong with one of many inputs.
func (p *program) complain(err error) {
	if p.clear != nil {
		p.clear()
	}
	fmt.Fprintln(p.err, "suanpan:", err)
}

// newReader loads what ships: the catalogue and the reader over it.
func newReader() (*catalog.Catalog, *extract.Reader, error) {
	c, err := catalog.Load(seeds.FS)
	if err != nil {
		return nil, nil, fmt.Errorf("catalogue: %w", err)
	}
	return c, extract.New(c), nil
}
