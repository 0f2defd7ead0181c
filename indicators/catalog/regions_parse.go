package catalog

import (
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"suanpan/indicators"
)

// LoadRegions reads regions.tsv and region_words.tsv from the root of fsys.
func LoadRegions(fsys fs.FS) (*Regions, error) {
	f, err := fsys.Open("regions.tsv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	x, err := ParseRegions("regions.tsv", f)
	if err != nil {
		return nil, err
	}
	g, err := fsys.Open("region_words.tsv")
	if err != nil {
		return nil, err
	}
	defer g.Close()
	if err := x.parseOrdinary("region_words.tsv", g); err != nil {
		return nil, err
	}
	return x, nil
}

var regionColumns = []string{
	"code", "name", "short", "parent", "tier", "since", "until", "successor", "english",
}

// ParseRegions reads the table of regions, which is sorted by code; name is
// what errors call the file. Other names are separated by |. No name of the
// result is Ordinary. The error joins up to 20 faults, each with file and
// line.
func ParseRegions(name string, r io.Reader) (*Regions, error) {
	x := &Regions{byCode: map[string]int32{}, named: map[string][]int32{}}
	faults := &faultList{file: name}
	var lines []int // of list
	readRows(faults, r, regionColumns, func(line int, f []string) {
		region := indicators.Region{
			Code: f[0], Name: f[1], Short: strings.Split(f[2], "|"), Parent: f[3],
			Since: year(faults, line, f[5]), Until: year(faults, line, f[6]), Successor: f[7], English: f[8],
		}
		if err := region.Tier.UnmarshalText([]byte(f[4])); err != nil {
			faults.add(line, "%v", err)
		}
		if _, ok := x.byCode[region.Code]; ok {
			faults.add(line, "code %s is taken", region.Code)
			return
		}
		if n := len(x.list); n > 0 && region.Code < x.list[n-1].Code {
			faults.add(line, "code %s belongs above %s", region.Code, x.list[n-1].Code)
		}
		checkRegion(faults, line, region)
		x.byCode[region.Code] = int32(len(x.list))
		x.list = append(x.list, region)
		lines = append(lines, line)
	})
	x.link(faults, lines)
	if err := faults.err(); err != nil {
		return nil, err
	}
	return x, nil
}

// link joins the regions by parent and name, and records where they do not
// fit each other.
func (x *Regions) link(faults *faultList, lines []int) {
	x.parent = make([]int32, len(x.list))
	x.children = make([][]int32, len(x.list))
	siblings := map[[2]string]int{} // parent and name -> line, of those in force
	for i, r := range x.list {
		x.parent[i] = -1
		if p, ok := x.byCode[r.Parent]; ok {
			x.parent[i] = p
			if r.Until == 0 {
				x.children[p] = append(x.children[p], int32(i))
			}
			checkParent(faults, lines[i], r, x.list[p])
		} else if r.Tier != indicators.TierNation {
			faults.add(lines[i], "parent %q of %s is no region", r.Parent, r.Code)
		}
		if s, ok := x.byCode[r.Successor]; r.Successor != "" && !ok {
			faults.add(lines[i], "successor %q of %s is no region", r.Successor, r.Code)
		} else if ok && x.list[s].Until != 0 && x.list[s].Until <= r.Until {
			faults.add(lines[i], "successor %s of %s is abolished no later", r.Successor, r.Code)
		}
		key := [2]string{r.Parent, r.Name}
		if first, ok := siblings[key]; ok && r.Until == 0 {
			faults.add(lines[i], "%s in %s stands in line %d", r.Name, r.Parent, first)
		}
		if r.Until == 0 {
			siblings[key] = lines[i]
		}
		for _, name := range append([]string{r.Name}, r.Short...) {
			if at := x.named[name]; len(at) == 0 || at[len(at)-1] != int32(i) {
				x.named[name] = append(at, int32(i))
			}
		}
	}
}

// checkRegion records what is wrong with a row by itself.
func checkRegion(faults *faultList, line int, r indicators.Region) {
	if !isRegionCode(r.Code, r.Tier) {
		faults.add(line, "%q is no code of a %s", r.Code, r.Tier)
	}
	if endings := regionEndings[r.Tier]; endings != nil &&
		!slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(r.Name, e) && r.Name != e }) {
		faults.add(line, "%s %q ends with none of %q", r.Tier, r.Name, endings)
	}
	if r.Name == "" {
		faults.add(line, "%s has no name", r.Code)
	}
	for i, s := range r.Short {
		if s == "" {
			faults.add(line, "%s has an empty short name", r.Code)
		} else if slices.Contains(r.Short[:i], s) {
			faults.add(line, "%s stands twice in %s", s, r.Code)
		}
	}
	if r.English == "" && r.Tier <= indicators.TierPrefecture {
		faults.add(line, "%s has no English name", r.Code)
	}
	if r.Until != 0 && r.Since > r.Until {
		faults.add(line, "%s is abolished in %d, before %d", r.Code, r.Until, r.Since)
	}
	if r.Successor != "" && r.Until == 0 {
		faults.add(line, "%s has a successor and is in force", r.Code)
	}
}

// checkParent records where a region does not fit the one that it lies in.
func checkParent(faults *faultList, line int, r, parent indicators.Region) {
	fits := slices.Contains(regionParents[r.Tier], parent.Tier)
	if isDigits(r.Code) && parent.Tier != indicators.TierNation {
		fits = fits && strings.HasPrefix(r.Code, strings.TrimSuffix(strings.TrimSuffix(parent.Code, "00"), "00"))
	}
	if !fits {
		faults.add(line, "%s %s does not lie in %s %s", r.Tier, r.Code, parent.Tier, parent.Code)
	}
}

var regionEndings = map[indicators.Tier][]string{
	indicators.TierProvince:   {"省", "市", "自治区", "特别行政区"},
	indicators.TierPrefecture: {"市", "地区", "自治州", "盟"},
	indicators.TierCounty:     {"县", "市", "区", "旗"},
}

var regionParents = map[indicators.Tier][]indicators.Tier{
	indicators.TierProvince:   {indicators.TierNation},
	indicators.TierPrefecture: {indicators.TierProvince},
	indicators.TierCounty:     {indicators.TierProvince, indicators.TierPrefecture},
	indicators.TierGroup:      {indicators.TierNation, indicators.TierProvince, indicators.TierPrefecture},
	indicators.TierZone:       {indicators.TierProvince, indicators.TierPrefecture, indicators.TierCounty},
}

// isRegionCode reports whether code has the form of its tier: 100000, PP0000,
// PPCC00, PPCCDD, g-slug, z-slug; a zone may have six digits as well.
func isRegionCode(code string, t indicators.Tier) bool {
	switch t {
	case indicators.TierNation:
		return code == "100000"
	case indicators.TierProvince:
		return isDigits(code) && code[2:] == "0000"
	case indicators.TierPrefecture:
		return isDigits(code) && code[2:4] != "00" && code[4:] == "00"
	case indicators.TierCounty:
		return isDigits(code) && code[2:4] != "00" && code[4:] != "00"
	case indicators.TierGroup:
		return strings.HasPrefix(code, "g-") && isSlug(code)
	case indicators.TierZone:
		return strings.HasPrefix(code, "z-") && isSlug(code) || isDigits(code) && code[4:] != "00"
	}
	return false
}

func isDigits(code string) bool {
	return len(code) == 6 && strings.Trim(code, "0123456789") == ""
}

// year reads a year or "".
func year(faults *faultList, line int, s string) int {
	if s == "" {
		return 0
	}
	y, err := strconv.Atoi(s)
	if err != nil || y < 1949 || y > 2100 {
		faults.add(line, "%q is no year", s)
	}
	return y
}

var ordinaryKinds = []string{"word", "nature", "name", "span"}

// parseOrdinary reads the table of names that need evidence.
func (x *Regions) parseOrdinary(name string, r io.Reader) error {
	x.ordinary = map[string]bool{}
	faults := &faultList{file: name}
	readRows(faults, r, []string{"word", "kind"}, func(line int, f []string) {
		if _, ok := x.named[f[0]]; !ok {
			faults.add(line, "%q names no region", f[0])
		}
		if x.ordinary[f[0]] {
			faults.add(line, "%s stands twice", f[0])
		}
		if !slices.Contains(ordinaryKinds, f[1]) {
			faults.add(line, "kind %q: want one of %q", f[1], ordinaryKinds)
		}
		x.ordinary[f[0]] = true
	})
	return faults.err()
}
