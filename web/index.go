package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"suanpan/indicators"
)

// What a snapshot holds at most. A store that holds more is served in part,
// and the pages say so.
const (
	maxSeries    = 100_000
	maxDocuments = 50_000
)

// index keeps a snapshot of what the store holds, without points and texts. It
// is made anew when the store has changed, which is looked at no more often
// than it is cheap to look. Safe for concurrent use.
type index struct {
	store indicators.Store
	names names

	current atomic.Pointer[snapshot]
	making  sync.Mutex // held by the one that looks or makes
}

// snapshot is what the store held at one time. It is immutable.
type snapshot struct {
	version   string // changes with what the store holds
	series    []indicators.SeriesInfo
	documents []indicators.DocumentInfo // the latest published first
	figures   int
	partial   bool // the store holds more

	byRegion    map[string][]int // places in series
	byIndicator map[string][]int
	byPair      map[pair][]int
	document    map[string]int // places in documents, by ID
	words       []word         // what the search looks through
	findings    *findings

	lookAgain time.Time
	made      time.Time
}

// pair is a region and an indicator: what a series page is about.
type pair struct{ region, indicator string }

func newIndex(store indicators.Store, n names) *index { return &index{store: store, names: n} }

// How long a snapshot is trusted: the store is asked for its documents no
// more than a twentieth of the time, and all is read again after a while even
// if the documents look the same.
const (
	shortest = time.Second
	longest  = 5 * time.Minute
)

// now returns a snapshot that was right a moment ago. While one request makes
// a new one the others go on with the old.
func (x *index) now(ctx context.Context) (*snapshot, error) {
	old := x.current.Load()
	if old != nil && time.Now().Before(old.lookAgain) {
		return old, nil
	}
	if old == nil {
		x.making.Lock()
	} else if !x.making.TryLock() {
		return old, nil
	}
	defer x.making.Unlock()
	if old = x.current.Load(); old != nil && time.Now().Before(old.lookAgain) {
		return old, nil
	}
	start := time.Now()
	next, err := x.read(ctx, old)
	if err != nil {
		return nil, err
	}
	next.lookAgain = time.Now().Add(max(shortest, 20*time.Since(start)))
	x.current.Store(next)
	return next, nil
}

// read looks whether the store holds other documents than the old snapshot
// knows, and reads all if so.
func (x *index) read(ctx context.Context, old *snapshot) (*snapshot, error) {
	s := &snapshot{
		findings: new(findings), byRegion: map[string][]int{}, byIndicator: map[string][]int{},
		byPair: map[pair][]int{}, document: map[string]int{}, made: time.Now(),
	}
	sum := sha256.New()
	for d, err := range x.store.Documents(ctx) {
		if err != nil {
			return nil, err
		}
		if len(s.documents) == maxDocuments {
			s.partial = true
			break
		}
		fmt.Fprintln(sum, d.ID, d.Observations, d.Rejects, d.Length, d.Catalogue, d.Title, d.Publisher, d.URL, d.Published, d.Excerpt)
		s.document[d.ID] = len(s.documents)
		s.documents = append(s.documents, d)
		s.figures += d.Observations
	}
	s.version = hex.EncodeToString(sum.Sum(nil)[:8])
	if old != nil && old.version == s.version && time.Since(old.made) < longest {
		same := *old
		return &same, nil
	}
	if old != nil && old.version == s.version {
		s.findings = old.findings
	}
	for i, err := range x.store.Series(ctx, indicators.Query{}) {
		if err != nil {
			return nil, err
		}
		if len(s.series) == maxSeries {
			s.partial = true
			break
		}
		i.Latest.From.Trace = nil // not needed here
		at := len(s.series)
		s.series = append(s.series, i)
		s.byRegion[i.Region] = append(s.byRegion[i.Region], at)
		s.byIndicator[i.Indicator] = append(s.byIndicator[i.Indicator], at)
		p := pair{i.Region, i.Indicator}
		s.byPair[p] = append(s.byPair[p], at)
	}
	s.words = x.words(s)
	return s, nil
}
