//go:build unix

package sqlstore_test

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"suanpan/indicators"
	"suanpan/indicators/sqlstore"
	"suanpan/indicators/storetest"
)

// TestPostgres runs the contract on a PostgreSQL server of its own.
func TestPostgres(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: no PostgreSQL server is started")
	}
	server := startPostgres(t)
	t.Run("Contract", func(t *testing.T) {
		schemas := 0
		storetest.Run(t, func(t *testing.T) indicators.Store {
			schemas++
			return open(t, server.address(fmt.Sprintf("contract %d", schemas)))
		})
	})
	t.Run("Together", func(t *testing.T) { testPostgresTogether(t, server.address("")) })
	t.Run("Old", func(t *testing.T) { testPostgresOld(t, server.address("")) })
	t.Run("Backup", func(t *testing.T) {
		err := open(t, server.address("")).Backup(t.Context(), filepath.Join(t.TempDir(), "copy.db"))
		if err == nil || !strings.Contains(err.Error(), "pg_dump") {
			t.Errorf("%v; want a word on pg_dump", err)
		}
	})
	t.Run("Refused", func(t *testing.T) { testPostgresRefused(t, server) })
}

// testPostgresTogether: several programs make one schema and write it at once.
func testPostgresTogether(t *testing.T, address string) {
	var wg sync.WaitGroup
	for p := range 4 {
		wg.Go(func() {
			s, err := sqlstore.Open(t.Context(), address)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			for n := range 5 {
				d, obs := bulletin(p, 2000+n)
				if err := s.Put(t.Context(), d, obs, nil); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	n := 0
	for info, err := range open(t, address).Series(t.Context(), indicators.Query{}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; info.Points != 5 || info.Vintages != 5 {
			t.Errorf("%+v: %d points of %d vintages; want 5 of 5", info.SeriesKey, info.Points, info.Vintages)
		}
	}
	if n != 4*figures {
		t.Errorf("%d series; want %d", n, 4*figures)
	}
}

// testPostgresRefused: errors name the server, never its password, and a remedy.
func testPostgresRefused(t *testing.T, server postgres) {
	none := server
	none.socket = t.TempDir()
	for _, c := range []struct {
		address string
		words   []string
	}{
		{strings.Replace(server.address(""), "/postgres?", "/nowhere?", 1), []string{"nowhere", "createdb"}},
		{none.address(""), []string{"cannot be reached", "address is right"}},
		{"postgres://user:secret@host:port/", []string{"not understood"}},
		{"postgres://user@127.0.0.1:1/db?password=secret&connect_timeout=5", []string{"cannot be reached"}},
	} {
		s, err := sqlstore.Open(t.Context(), c.address)
		if err == nil {
			s.Close()
		}
		for _, w := range append(c.words, "store postgres") {
			if err == nil || !strings.Contains(err.Error(), w) || strings.Contains(err.Error(), "secret") {
				t.Errorf("%s: %v\ndoes not say %q, or says the password", c.address, err, w)
			}
		}
	}
}

// postgres is a server that runs.
type postgres struct{ socket string }

// address names a schema of the server.
func (p postgres) address(schema string) string {
	q := url.Values{"host": {p.socket}, "user": {"test"}}
	if schema != "" {
		q.Set("search_path", schema)
	}
	return "postgres:///postgres?" + q.Encode()
}

// startPostgres starts a server in a folder of its own, without a network
// address, and stops it when the test ends. Where PostgreSQL is not installed
// the test is skipped.
func startPostgres(t testing.TB) postgres {
	t.Helper()
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if p, err := exec.LookPath("initdb"); err == nil {
		found = append(found, p)
	}
	if len(found) == 0 {
		t.Skip("PostgreSQL is not installed, so the store is tested on SQLite alone; on Debian: apt-get install --no-install-recommends postgresql")
	}
	bin := filepath.Dir(found[len(found)-1])
	folder, err := os.MkdirTemp("", "pg") // a socket's path has to be short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	attributes := unprivileged(t, folder)
	data := filepath.Join(folder, "data")
	initdb := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
	initdb.SysProcAttr, initdb.Dir = attributes, folder
	if out, err := initdb.CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	var log bytes.Buffer
	server := exec.Command(filepath.Join(bin, "postgres"), "-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off")
	server.SysProcAttr, server.Dir = attributes, folder
	server.Stdout, server.Stderr = &log, &log
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Wait() }()
	t.Cleanup(func() {
		server.Process.Signal(syscall.SIGQUIT) // at once
		<-ended
	})
	p := postgres{folder}
	for {
		s, err := sqlstore.Open(t.Context(), p.address("first"))
		if err == nil {
			s.Close()
			return p
		}
		if m := err.Error(); !strings.Contains(m, "cannot be reached") && !strings.Contains(m, "starting") {
			t.Fatal(err)
		}
		select {
		case err = <-ended:
			ended <- err
			t.Fatalf("postgres: %v\n%s", err, log.String())
		case <-time.After(50 * time.Millisecond):
		case <-t.Context().Done():
			t.Fatal(errors.Join(err, t.Context().Err()))
		}
	}
}

// unprivileged gives a folder to a user as whom PostgreSQL runs, since it does
// not run as root.
func unprivileged(t testing.TB, folder string) *syscall.SysProcAttr {
	t.Helper()
	if os.Getuid() != 0 {
		return nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		t.Skip("PostgreSQL does not run as root, and there is no user postgres: ", err)
	}
	uid, err1 := strconv.Atoi(u.Uid)
	gid, err2 := strconv.Atoi(u.Gid)
	if err := errors.Join(err1, err2, os.Chown(folder, uid, gid)); err != nil {
		t.Fatal(err)
	}
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}
}
