package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/indicators/extract"
	"suanpan/indicators/sqlstore"
	"suanpan/seeds"
	"suanpan/web"
)

type serveCmd struct {
	Addr string `default:"localhost:8080" placeholder:"HOST:PORT" help:"Address to serve on (${default}); port 0 takes a free one."`
	Fill bool   `default:"true" negatable:"" help:"Read the documents that ship into the store where it lacks them."`
}

// Help is the long help of the command.
func (serveCmd) Help() string {
	return `At first start the documents that ship are read into the store, and again when they or the catalogue have changed. Interrupt it (Ctrl-C) to end it; requests under way are answered first.

Examples:

    suanpan serve

    suanpan --store :memory: serve --addr localhost:9000

    suanpan serve --addr :8080 --no-fill

    suanpan --store postgres://reader@localhost/figures serve`
}

// How long a client may take, and the server to end.
const (
	headerTimeout   = 5 * time.Second
	readTimeout     = 30 * time.Second
	writeTimeout    = 2 * time.Minute // a download over a slow line
	idleTimeout     = 2 * time.Minute
	shutdownTimeout = 10 * time.Second
	maxHeaderBytes  = 64 << 10
)

// Run serves until the context ends or the process is told to.
func (c *serveCmd) Run(p *program) (err error) {
	ctx, stop := signal.NotifyContext(p.ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	cat, reader, err := newReader()
	if err != nil {
		return err
	}
	store, err := sqlstore.Open(ctx, p.store)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	handler, err := web.New(web.Config{
		Store: store, Catalog: cat, Version: version(),
		Logger: slog.New(slog.NewTextHandler(p.err, nil)),
	})
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Addr) // before the store is filled: an address in use shows at once
	if err != nil {
		return fmt.Errorf("%w; choose another with --addr", err)
	}
	defer listener.Close()
	if c.Fill {
		if err := p.fill(ctx, store, cat, reader); err != nil {
			return err
		}
	}
	fmt.Fprintf(p.out, "suanpan serves on %s from %s (Ctrl-C ends it)\n", address(c.Addr, listener), storeName(p.store))
	return serve(ctx, stop, listener, handler)
}

// fill reads what ships and is not in the store yet, and says so.
func (p *program) fill(ctx context.Context, store indicators.Store, cat *catalog.Catalog, reader *extract.Reader) error {
	f := shippedFill{store, reader, cat.Version()}
	docs, err := f.stale(ctx, seeds.Documents)
	if err != nil || len(docs) == 0 {
		return err
	}
	fmt.Fprintf(p.out, "reading %s that ship with suanpan\n", plural(len(docs), "document"))
	step, done := p.progress("documents", len(docs))
	figures, err := f.read(ctx, docs, step)
	done()
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "read %s\n", plural(figures, "figure"))
	return nil
}

// serve answers requests until ctx ends, then ends those under way.
func serve(ctx context.Context, stop func(), listener net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	stop() // a second signal ends the process at once
	limit, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
	defer cancel()
	if err := server.Shutdown(limit); err != nil {
		return errors.Join(fmt.Errorf("some requests did not end in time: %w", err), server.Close())
	}
	return nil
}

// address is what to type into a browser: the host that was asked for and the
// port that was got.
func address(asked string, listener net.Listener) string {
	host, _, err := net.SplitHostPort(asked)
	if err != nil || host == "" || net.ParseIP(host).IsUnspecified() {
		host = "localhost"
	}
	_, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return "http://" + asked
	}
	return "http://" + net.JoinHostPort(host, port)
}
