package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// figuresOf makes figures of words such as 10:gdp=5@rule, the place, the
// indicator, the value and the rule.
func figuresOf(t *testing.T, words string) (out []indicators.Observation) {
	t.Helper()
	for _, w := range strings.Fields(words) {
		var at int
		var value int64
		place, rest, _ := strings.Cut(w, ":")
		id, rest, _ := strings.Cut(rest, "=")
		v, rule, _ := strings.Cut(rest, "@")
		if _, err := fmt.Sscan(place+" "+v, &at, &value); err != nil {
			t.Fatalf("%s: %v", w, err)
		}
		out = append(out, indicators.Observation{
			Key:      indicators.Key{Indicator: id},
			Quantity: indicators.Quantity{Value: decimal.New(value, 0)},
			From:     indicators.Provenance{Span: indicators.Span{Start: at, End: at + 5}, Rule: rule},
		})
	}
	return out
}

func TestDifferences(t *testing.T) {
	for _, c := range []struct{ was, is, want string }{
		{"", "", ""},
		{"1:a=1@r 9:b=2@r", "1:a=1@r 9:b=2@r", ""},
		{"", "1:a=1@r", "added a"},
		{"1:a=1@r", "", "gone a"},
		{"1:a=1@r 9:b=2@r", "5:c=3@r 9:b=2@r", "gone a, added c"},
		{"1:a=1@r", "1:a=1@s", "changed a→a: rule r→s"},
		{"1:a=1@r", "1:b=2@r", "changed a→b: indicator a→b; value 1→2"},
		{"1:a=1@r 1:b=1@r", "1:b=1@r 1:a=1@r", ""},
		{"1:a=1@r 1:a=1@r", "1:a=1@r", "gone a"},
		{"1:a=1@r 1:b=1@r 9:z=1@r", "1:b=1@r 1:c=1@r 1:d=1@r 9:z=1@r", "changed a→c: indicator a→c, added d"},
	} {
		var got []string
		for _, d := range differences(figuresOf(t, c.was), figuresOf(t, c.is)) {
			switch d.kind() {
			case "added":
				got = append(got, "added "+d.is.Indicator)
			case "gone":
				got = append(got, "gone "+d.was.Indicator)
			default:
				var fields []string
				for _, f := range d.fields() {
					fields = append(fields, fmt.Sprintf("%s %s→%s", f[0], f[1], f[2]))
				}
				got = append(got, fmt.Sprintf("changed %s→%s: %s", d.was.Indicator, d.is.Indicator, strings.Join(fields, "; ")))
			}
		}
		if want := slices.DeleteFunc([]string{c.want}, func(s string) bool { return s == "" }); strings.Join(got, ", ") != strings.Join(want, "") {
			t.Errorf("%s and %s: %q; want %q", c.was, c.is, got, c.want)
		}
	}
}
