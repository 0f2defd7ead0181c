// Package storetest is the contract of [indicators.Store]: what every store
// must do, as tests. A store's own tests call [Run].
package storetest

import (
	"iter"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// Run tests the stores that open returns. Each call of open is to return an
// empty store that shares nothing with any other; Run closes it.
func Run(t *testing.T, open func(t *testing.T) indicators.Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, indicators.Store)
	}{
		{"RoundTrip", testRoundTrip},
		{"Values", testValues},
		{"Empty", testEmpty},
		{"Hostile", testHostile},
		{"Refused", testRefused},
		{"NotFound", testNotFound},
		{"Replace", testReplace},
		{"Many", testMany},
		{"Cancelled", testCancelled},
		{"Interrupted", testInterrupted},
		{"Vintages", testVintages},
		{"Documents", testDocuments},
		{"Find", testFind},
		{"Originals", testOriginals},
		{"Rejects", testRejects},
		{"Query", testQuery},
		{"Order", testOrder},
		{"Series", testSeries},
		{"Stop", testStop},
		{"Nested", testNested},
		{"Concurrent", testConcurrent},
		{"Closed", testClosed},
		{"Random", testRandom},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() { s.Close() })
			c.test(t, s)
		})
	}
}

// options compare exactly, decimals by digits and exponent. Nil and empty
// slices are one.
var options = cmp.Options{
	cmp.Comparer(func(a, b decimal.Decimal) bool {
		return a.Exponent() == b.Exponent() && a.Coefficient().Cmp(b.Coefficient()) == 0
	}),
	cmpopts.EquateEmpty(),
}

// same fails the test where got is not want.
func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if reflect.DeepEqual(got, want) {
		return // as most are, and found so much sooner
	}
	if diff := cmp.Diff(want, got, options); diff != "" {
		t.Fatalf("%s: -want +got\n%s", what, diff)
	}
}

// all reads a sequence to its end and fails the test on an error.
func all[T any](t *testing.T, seq iter.Seq2[T, error]) []T {
	t.Helper()
	out, err := collect(seq)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// collect reads a sequence to its end or its first error.
func collect[T any](seq iter.Seq2[T, error]) (out []T, err error) {
	for v, err := range seq {
		if err != nil {
			return out, err
		}
		out = append(out, v)
	}
	return out, nil
}

func put(t *testing.T, s indicators.Store, entries ...entry) {
	t.Helper()
	for _, e := range entries {
		if err := s.Put(t.Context(), e.document, e.observations, e.rejects); err != nil {
			t.Fatal(err)
		}
	}
}
