package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os/signal"
	"reflect"
	"slices"
	"strings"
	"syscall"

	"suanpan/indicators"
	"suanpan/indicators/extract"
	"suanpan/indicators/sqlstore"
)

type rereadCmd struct {
	DryRun bool     `help:"Show the difference and change nothing."`
	Yes    bool     `short:"y" help:"Do not ask before the store is changed."`
	JSON   bool     `name:"json" help:"Print one JSON object for each difference, and one with the sum; ask nothing."`
	IDs    []string `arg:"" optional:"" name:"id" help:"Documents to read again, by the start of their IDs; all where none is named."`
}

// Help is the long help of the command.
func (rereadCmd) Help() string {
	return `Reads the documents of the store again by the rules and the catalogue of this suanpan, shows figure by figure what is added (+), gone (-) and changed (~), each with its rule, and sums it up by rule. Then it asks, on a terminal, and changes the store. Each document is changed whole or not at all; stopped and started again, it goes on.

Every figure keeps the version of the catalogue that read it.

Examples:

    suanpan reread --dry-run

    suanpan reread --json --dry-run > difference.jsonl

    suanpan reread 8aa8a17083cd --yes`
}

// Run shows the differences, then puts what has changed.
func (c *rereadCmd) Run(p *program) error {
	ctx, stop := signal.NotifyContext(p.ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	p.ctx = ctx
	store, err := sqlstore.Open(ctx, p.store)
	if err != nil {
		return err
	}
	defer store.Close()
	infos, err := p.documentsNamed(store, c.IDs)
	if err != nil {
		return err
	}
	cat, reader, err := newReader()
	if err != nil {
		return err
	}
	k := keeper{store: store, reader: reader, version: cat.Version(), regions: cat.Regions}
	show := differenceReport{program: p, json: c.JSON}
	var stale []indicators.DocumentInfo
	err = k.rereadAll(p, infos, "reading again", func(r *rereading) error {
		if r.changed {
			stale = append(stale, r.info)
		}
		return show.add(r)
	})
	if err != nil {
		return err
	}
	if err := show.end(len(infos), len(stale), k.version); err != nil || c.DryRun || len(stale) == 0 {
		return errors.Join(err, show.failure())
	}
	if !c.Yes && !c.JSON && isTerminal(p.in) && !p.agreed(fmt.Sprintf("change %s?", plural(len(stale), "document"))) {
		return errors.New("nothing was changed")
	}
	err = k.rereadAll(p, stale, "changing", func(r *rereading) error {
		if r.err != nil || r.result == nil {
			return nil
		}
		return store.Put(ctx, r.doc, r.result.Observations, r.result.Rejects)
	})
	if errors.Is(err, context.Canceled) {
		err = errors.New("it was stopped; start it again to go on")
	}
	if err == nil && !c.JSON {
		fmt.Fprintf(p.out, "%s changed\n", plural(len(stale), "document"))
	}
	return errors.Join(err, store.Close(), show.failure())
}

// agreed asks a question on a terminal.
func (p *program) agreed(question string) bool {
	fmt.Fprintf(p.err, "%s [y/N] ", question)
	line, err := bufio.NewReader(p.in).ReadString('\n')
	answer := strings.ToLower(strings.TrimSpace(line))
	return (err == nil || err == io.EOF) && (answer == "y" || answer == "yes")
}

// A rereading is a document of the store, read again.
type rereading struct {
	info        indicators.DocumentInfo
	doc         *indicators.Document
	result      *extract.Result
	differences []difference
	same        int  // figures that say what they said
	changed     bool // something differs, of figures, rejects, traces or the version of the catalogue
	err         error
}

// rereadAll reads documents again on all cores and gives each to emit in its
// turn.
func (k keeper) rereadAll(p *program, infos []indicators.DocumentInfo, what string, emit func(*rereading) error) error {
	step, done := p.progress(what, len(infos))
	defer done()
	each := func(yield func(indicators.DocumentInfo) bool) {
		for _, info := range infos {
			if !yield(info) {
				return
			}
		}
	}
	return ordered(
		p.ctx, iter.Seq[indicators.DocumentInfo](each), func(d indicators.DocumentInfo) int { return d.Length },
		func(info indicators.DocumentInfo) *rereading { return k.reread(p.ctx, info) },
		func(r *rereading) error {
			step()
			return emit(r)
		},
	)
}

func (k keeper) reread(ctx context.Context, info indicators.DocumentInfo) *rereading {
	r := &rereading{info: info}
	if r.doc, r.err = k.store.Document(ctx, info.ID); r.err != nil {
		return r
	}
	r.err = k.compare(ctx, r)
	return r
}

// compare reads the document and holds its figures against those of the store.
func (k keeper) compare(ctx context.Context, r *rereading) (err error) {
	if r.result, err = k.readDocument(r.doc); err != nil {
		return err
	}
	was, err := inTextOrder(ctx, k.store, r.info.ID)
	if err != nil {
		return err
	}
	sortByPlace(r.result.Observations)
	r.differences = differences(was, r.result.Observations)
	gone := 0
	for _, d := range r.differences {
		if d.was != nil {
			gone++
		}
	}
	r.same = len(was) - gone
	r.changed = len(r.differences) > 0 || len(was) > 0 && r.info.Catalogue != k.version
	if r.changed = r.changed || !sameOrigins(was, r.result.Observations); r.changed {
		return nil
	}
	var rejects []indicators.Reject
	for x, err := range k.store.Rejects(ctx, r.info.ID) {
		if err != nil {
			return err
		}
		rejects = append(rejects, x)
	}
	r.changed = !sameRejects(rejects, r.result.Rejects)
	return nil
}

// sameOrigins reports whether figures that say the same come from the same
// words. Both are in the order of the text, those of one place in any order.
func sameOrigins(was, is []indicators.Observation) bool {
	for len(was) > 0 {
		var a, b []indicators.Observation
		at := was[0].From.Span
		a, was = cutSpan(was, at)
		b, is = cutSpan(is, at)
		b = slices.Clone(b)
		for i := range a {
			same := slices.IndexFunc(b, func(o indicators.Observation) bool {
				return says(&a[i]) == says(&o) && reflect.DeepEqual(a[i].From, o.From)
			})
			if same < 0 {
				return false
			}
			b = slices.Delete(b, same, same+1)
		}
	}
	return true
}

// sameRejects compares rejects in whatever order.
func sameRejects(a, b []indicators.Reject) bool {
	if len(a) != len(b) {
		return false
	}
	n := map[indicators.Reject]int{}
	for _, r := range a {
		n[r]++
	}
	for _, r := range b {
		if n[r]--; n[r] < 0 {
			return false
		}
	}
	return true
}
