package audit

import (
	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// compareSame compares two figures of one thing as Quantity.Agrees does: they
// may differ by less than one unit of the last digit of the coarser.
func compareSame(pick []figure) (gap, bool) {
	a, b := pick[0], pick[1]
	two := decimal.New(2, 0)
	return gap{b.value, a.value, a.half.Sub(b.half).Abs().Mul(two), a.unit, func() string {
		return b.String() + " ≠ " + a.String()
	}}, a.unit == b.unit
}

// byKey calls yield for the figures of each key, in order.
func (f *figures) byKey(yield func(group []figure)) {
	var group []figure
	for i, fig := range f.list {
		if i > 0 && fig.obs.Key != f.list[i-1].obs.Key {
			yield(group)
			group = nil
		}
		// Ranks have scopes that their keys do not say.
		if fig.precise() && fig.obs.Measure != indicators.Rank {
			group = append(group, fig)
		}
	}
	yield(group)
}

// byDocument parts figures by their document, in the order in which the
// documents come.
func byDocument(group []figure) [][]figure {
	var out [][]figure
	at := map[string]int{}
	for _, fig := range group {
		i, ok := at[fig.obs.From.Document]
		if !ok {
			i = len(out)
			at[fig.obs.From.Document] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], fig)
	}
	return out
}

// withins reports each key to which a document gives values that differ, once
// with the first two that do.
func withins(f *figures, r *report) {
	f.byKey(func(group []figure) {
		for _, list := range byDocument(group) {
			for i := range list {
				pick := []figure{list[0], list[i]}
				if g, ok := compareSame(pick); ok && g.excess().IsPositive() {
					r.add(pick, g)
					break
				}
			}
		}
	})
}

// vintages compares each document with the one that reported the same thing
// before.
func vintages(f *figures, r *report) {
	f.byKey(func(group []figure) {
		docs := byDocument(group)
		for i := 1; i < len(docs); i++ {
			if docs[i][0].obs.Region == "" {
				return
			}
			if pick, g, ok := closest([][]figure{docs[i-1], docs[i]}, compareSame); ok {
				r.add(pick, g)
			}
		}
	})
}
