package catalog

import (
	"iter"
	"maps"
	"slices"

	"suanpan/indicators"
)

// Regions is the checked table of regions, former ones among them. It is
// immutable and safe for concurrent use; the zero value holds nothing.
//
// Regions are known by code. Where a code is asked for, the id of an open
// region (see [indicators.OpenRegion]) stands for the known region that it
// lies in, if not said otherwise.
type Regions struct {
	list     []indicators.Region // by code
	byCode   map[string]int32
	parent   []int32            // of list, -1 for none
	children [][]int32          // of list, in force at present
	named    map[string][]int32 // full and other names, by code
	ordinary map[string]bool
}

// ByCode returns the region of that code; open regions are never found.
func (x *Regions) ByCode(code string) (indicators.Region, bool) {
	if i, ok := x.byCode[code]; ok {
		return x.list[i], true
	}
	return indicators.Region{}, false
}

// All returns the regions by code. The caller owns the slice, but not the
// Short in it.
func (x *Regions) All() []indicators.Region { return slices.Clone(x.list) }

// Named returns the codes of all regions, former ones too, that have name as
// their full or another name, in order. The caller owns the slice.
func (x *Regions) Named(name string) []string { return x.codes(x.named[name]) }

// Names yields every full and other name with its codes, both in order.
func (x *Regions) Names() iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		for _, name := range slices.Sorted(maps.Keys(x.named)) {
			if !yield(name, x.codes(x.named[name])) {
				return
			}
		}
	}
}

// Ordinary reports whether a name of a region is also an ordinary word, the
// name of something else, or arises where two words meet (健康|县), so that
// it needs evidence in running text. Most such names are short; some are full
// names, 城区 and 和县 among them.
func (x *Regions) Ordinary(name string) bool { return x.ordinary[name] }

// Parent returns the code of the region that code lies in; ok is false for
// the nation and for what is unknown. The parent of an open region is the
// known one that it lies in.
func (x *Regions) Parent(code string) (parent string, ok bool) {
	known, open := indicators.SplitRegion(code)
	i, ok := x.byCode[known]
	if ok && open != "" {
		return known, true
	}
	if !ok || x.parent[i] < 0 {
		return "", false
	}
	return x.list[x.parent[i]].Code, true
}

// Children returns the codes of the regions in force at present that lie in
// code and in nothing smaller, in order; groups and zones are among them. The
// caller owns the slice.
func (x *Regions) Children(code string) []string {
	i, ok := x.byCode[code]
	if !ok {
		return nil
	}
	return x.codes(x.children[i])
}

// Within reports whether code is ancestor or lies in it at any depth. An open
// ancestor holds itself alone.
func (x *Regions) Within(code, ancestor string) bool {
	if code == ancestor {
		return true
	}
	i, ok := x.index(code)
	if !ok {
		return false
	}
	for ; i >= 0; i = x.parent[i] {
		if x.list[i].Code == ancestor {
			return true
		}
	}
	return false
}

// index finds the known region of a code or an open id.
func (x *Regions) index(id string) (int32, bool) {
	code, _ := indicators.SplitRegion(id)
	i, ok := x.byCode[code]
	return i, ok
}

func (x *Regions) codes(at []int32) []string {
	list := make([]string, len(at))
	for i, j := range at {
		list[i] = x.list[j].Code
	}
	return list
}
