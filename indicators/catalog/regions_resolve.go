package catalog

// Resolve returns the region that name, full or short, means in a text of the
// region home, "" where it is unknown, written in or about year, 0 for the
// present.
//
// The nearest to home wins: what lies in home or is home, then what lies with
// home in the same county, prefecture, province. Of those equally near, and of
// all where none shares a province with home, a region in force in year goes
// before others, and the higher tier before the lower. What is equal even then
// is undecided: ok is false. A region gives way to its successor of the same
// name from the year that this took over, and not before.
//
// A name may also be a path, from the larger region to the smaller: 湖南省株洲市,
// 辽宁朝阳. Its first part is resolved as above, each further part lies in the
// one before.
func (x *Regions) Resolve(name, home string, year int) (code string, ok bool) {
	at, ok := x.named[name]
	if !ok {
		return x.resolvePath(name, home, year)
	}
	from, known := x.index(home)
	if !known {
		from = -1
	}
	best, rank, tied := int32(-1), 0, false
	for _, i := range at {
		if x.givesWay(i, at, year) {
			continue
		}
		switch n := x.rank(i, from, year); {
		case best < 0 || n > rank:
			best, rank, tied = i, n, false
		case n == rank:
			tied = true
		}
	}
	if best < 0 || tied {
		return "", false
	}
	return x.list[best].Code, true
}

// maxPath bounds the bytes of a path, well above those of the longest names.
const maxPath = 200

// resolvePath resolves a name that is none of the table by its parts, the
// longest first part before shorter ones.
func (x *Regions) resolvePath(path, home string, year int) (code string, ok bool) {
	if len(path) > maxPath {
		return "", false
	}
	for cut := len(path) - 1; cut > 0; cut-- {
		if _, ok := x.named[path[:cut]]; !ok {
			continue
		}
		outer, ok := x.Resolve(path[:cut], home, year)
		if !ok {
			continue
		}
		if inner, ok := x.Resolve(path[cut:], outer, year); ok && inner != outer && x.Within(inner, outer) {
			return inner, true
		}
	}
	return "", false
}

// givesWay reports whether another of the candidates is the same region under
// the code that it has in year.
func (x *Regions) givesWay(i int32, candidates []int32, year int) bool {
	r := &x.list[i]
	for _, j := range candidates {
		o := &x.list[j]
		if r.Successor == o.Code && (year == 0 || year >= r.Until) {
			return true
		}
		if o.Successor == r.Code && year != 0 && year < o.Until {
			return true
		}
	}
	return false
}

// rank orders candidates: by nearness to from, then those in force, then by
// tier.
func (x *Regions) rank(i, from int32, year int) int {
	rank := x.nearness(i, from) << 1
	if x.list[i].InForce(year) {
		rank |= 1
	}
	return rank<<4 - int(x.list[i].Tier)
}

// nearness is the depth of the smallest region that holds both: 0 for the
// nation or none, 1 for a province, and so on.
func (x *Regions) nearness(i, from int32) int {
	for ; i >= 0; i = x.parent[i] {
		for j := from; j >= 0; j = x.parent[j] {
			if i == j {
				return x.depth(i)
			}
		}
	}
	return 0
}

func (x *Regions) depth(i int32) int {
	n := -1
	for ; i >= 0; i = x.parent[i] {
		n++
	}
	return n
}
