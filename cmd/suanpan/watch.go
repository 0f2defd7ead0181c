package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watch reads folders, and then what is new or changed in them, until the
// context ends. A file is read when nothing has happened to it for the time
// settle.
func (g *ingester) watch(folders []string, settle time.Duration) error {
	w := watcher{settle: max(settle, time.Millisecond), waiting: map[string]waiting{}}
	var err error
	if w.Watcher, err = fsnotify.NewWatcher(); err != nil {
		return fmt.Errorf("folders cannot be watched here: %w", err)
	}
	defer w.Close()
	for _, folder := range folders {
		info, err := os.Stat(folder)
		switch {
		case err != nil:
			return err
		case !info.IsDir():
			return fmt.Errorf("%s is no folder; --watch wants folders", folder)
		}
		if err := w.addFolder(folder); err != nil {
			return err
		}
	}
	sources, err := findSources(folders) // behind the first look at them: nothing falls between
	if err != nil {
		return err
	}
	if err := g.sources(sources); err != nil {
		return err
	}
	if !g.report.json {
		fmt.Fprintf(g.err, "suanpan: watching %s (Ctrl-C ends it)\n", strings.Join(folders, ", "))
	}
	tick := time.NewTicker(max(w.settle/4, time.Millisecond))
	defer tick.Stop()
	for {
		select {
		case <-g.ctx.Done():
			return g.ctx.Err()
		case event, ok := <-w.Events:
			if !ok {
				return errors.New("the system has stopped watching; start it again")
			}
			w.note(event)
		case err := <-w.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return fmt.Errorf("watching: %w; start it again", err)
			}
			for _, folder := range folders { // more has happened than was told
				w.look(folder)
			}
		case now := <-tick.C:
			if settled := w.settled(now); len(settled) > 0 {
				if err := g.sources(settled); err != nil {
					return err
				}
			}
		}
	}
}

// A watcher knows which files wait to be read.
type watcher struct {
	*fsnotify.Watcher
	settle  time.Duration
	waiting map[string]waiting // by name
}

// waiting is a file that something has happened to.
type waiting struct {
	since time.Time
	size  int64
	when  time.Time // it was changed
}

// addFolder watches a folder and all in it that is not hidden.
func (w *watcher) addFolder(folder string) error {
	return filepath.WalkDir(folder, func(name string, e fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name != folder:
			return nil // gone meanwhile
		case err != nil:
			return err
		case !e.IsDir():
			return nil
		case name != folder && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		}
		if err := w.Add(name); err != nil {
			return fmt.Errorf("%s cannot be watched: %w; watch fewer folders, or raise fs.inotify.max_user_watches", name, err)
		}
		return nil
	})
}

// note takes one event.
func (w *watcher) note(event fsnotify.Event) {
	if !event.Has(fsnotify.Create) && !event.Has(fsnotify.Write) {
		return
	}
	info, err := os.Stat(event.Name)
	switch {
	case err != nil || strings.HasPrefix(filepath.Base(event.Name), "."):
	case info.IsDir():
		// What was put into it before it was watched has made no event. Where
		// it cannot be watched, what is in it now is read all the same.
		_ = w.addFolder(event.Name)
		w.look(event.Name)
	case strings.HasSuffix(event.Name, metaEnding): // it says something of files beside it
		beside, err := filepath.Glob(globQuoter.Replace(strings.TrimSuffix(event.Name, metaEnding)) + ".*")
		if err != nil {
			return
		}
		for _, name := range beside {
			w.await(name)
		}
	default:
		w.await(event.Name)
	}
}

var globQuoter = strings.NewReplacer(`*`, `[*]`, `?`, `[?]`, `[`, `[[]`)

// look awaits all files of a folder.
func (w *watcher) look(folder string) {
	sources, err := findSources([]string{folder})
	if err != nil {
		return // it is gone, or is told of again
	}
	for _, s := range sources {
		w.await(s.name)
	}
}

func (w *watcher) await(name string) {
	if inFolder(filepath.ToSlash(name)) {
		w.waiting[name] = waiting{since: time.Now()}
	}
}

// settled returns the files that have not changed for the time settle, in the
// order of their names, and waits for them no more.
func (w *watcher) settled(now time.Time) (out []source) {
	for _, name := range slices.Sorted(maps.Keys(w.waiting)) {
		was := w.waiting[name]
		if now.Sub(was.since) < w.settle {
			continue
		}
		info, err := os.Stat(name)
		switch {
		case err != nil || !info.Mode().IsRegular():
			delete(w.waiting, name)
		case was.when.IsZero() || info.Size() != was.size || !info.ModTime().Equal(was.when):
			w.waiting[name] = waiting{now, info.Size(), info.ModTime()} // and once more
		default:
			delete(w.waiting, name)
			out = append(out, source{name, info.Size()})
		}
	}
	return out
}
