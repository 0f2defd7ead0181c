package extract

import (
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"suanpan/indicators"
)

func haveCorpus() bool {
	_, err := os.Stat(shared + "/corpus/text")
	return err == nil
}

// cutTexts are documents to be read in parts: those that ship, and some of the
// corpus where there is one.
func cutTexts(t *testing.T) []indicators.Document {
	t.Helper()
	docs := []indicators.Document{
		{Title: "某市统计公报", Text: shipped(t), Region: "430200", Published: indicators.NewDate(2024, 3, 1)},
		{Title: "某市日报", Text: shipped(t), Region: "430200", Published: indicators.NewDate(2024, 3, 1)},
	}
	if haveCorpus() {
		for i, d := range corpus(t, "") {
			if i%12 == 0 || !testing.Short() && i%6 == 0 {
				docs = append(docs, d)
			}
		}
	} else {
		t.Log("no corpus beside the project at ../shared/corpus/text: the documents that ship alone")
	}
	return docs
}

// TestCut reads documents whole and cut in two.
func TestCut(t *testing.T) {
	r := benchReader(t)
	for _, d := range cutTexts(t) {
		checkCut(t, r, &d, 4)
	}
}

// checkCut cuts a document in two before some empty lines that no table goes
// over, and reads both parts. The first gives what the whole gave there. The
// second stands without what the first has set, so a figure may lose its
// subject, or mean another time and place; but it is the same number with the
// same unit.
func checkCut(t *testing.T, r *Reader, d *indicators.Document, times int) {
	t.Helper()
	whole, err := r.Read(d)
	if err != nil {
		t.Fatal(err)
	}
	all := blocks(d.Text)
	if fullWidth(d.Text, splitLines(d.Text)) > 0 || len(all) < 2 {
		return // lines are joined by how wide those of the whole page are
	}
	for n := range times {
		i := 1 + n*(len(all)-1)/times
		for ; i < len(all); i++ {
			if all[i].afterGap && all[i].kind != blockTable && all[i-1].kind == blockText && all[i].kind != blockHeading {
				break
			}
		}
		if i == len(all) {
			continue
		}
		at := strings.LastIndexByte(d.Text[:all[i].start], '\n') + 1
		head, tail := *d, *d
		head.Text, tail.Text = d.Text[:at], d.Text[at:]
		if classify(r.cat.Classes, &head) != classify(r.cat.Classes, d) || classify(r.cat.Classes, &tail) != classify(r.cat.Classes, d) {
			continue
		}
		res, err := r.Read(&head)
		if err != nil {
			t.Fatal(err)
		}
		want := 0
		for want < len(whole.Observations) && whole.Observations[want].From.Span.Start < at {
			want++
		}
		if diff := cmp.Diff(whole.Observations[:want], res.Observations); want+len(res.Observations) > 0 && diff != "" {
			t.Fatalf("%s: the first %d bytes alone and within the whole:\n%s", d.Label(), at, diff)
		}
		if strings.TrimSpace(tail.Text) == "" {
			continue
		}
		if res, err = r.Read(&tail); err != nil {
			t.Fatal(err)
		}
		checkResult(t, tail.Text, res)
		said := map[indicators.Span]*indicators.Observation{}
		for k := range whole.Observations {
			said[whole.Observations[k].From.Span] = &whole.Observations[k]
		}
		for k := range res.Observations {
			o := &res.Observations[k]
			w := said[indicators.Span{Start: o.From.Span.Start + at, End: o.From.Span.End + at}]
			if w != nil && (!w.Value.Abs().Equal(o.Value.Abs()) || w.Printed != o.Printed) {
				t.Fatalf("%s: %s at %d is %s in the whole, %s in what follows byte %d", d.Label(), o.Printed, o.From.Span.Start+at, w.Value, o.Value, at)
			}
		}
	}
}

// TestReadTogether reads documents in many goroutines at once, on one and on
// all processors: each gives what it gave alone.
func TestReadTogether(t *testing.T) {
	r := benchReader(t)
	docs := cutTexts(t)
	docs = docs[:min(len(docs), 6)]
	want := make([]*Result, len(docs))
	for i := range docs {
		res, err := New(r.cat).Read(&docs[i])
		if err != nil {
			t.Fatal(err)
		}
		want[i] = res
	}
	for _, procs := range []int{1, 4} {
		before := runtime.GOMAXPROCS(procs)
		var all sync.WaitGroup
		for k := range 8 {
			all.Go(func() {
				i := k * 5 % len(docs)
				if res, err := r.Read(&docs[i]); err != nil {
					t.Error(err)
				} else if diff := cmp.Diff(want[i], res); diff != "" {
					t.Errorf("%s on %d processors:\n%s", docs[i].Label(), procs, diff)
				}
			})
		}
		all.Wait()
		runtime.GOMAXPROCS(before)
	}
}
