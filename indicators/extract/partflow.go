package extract

import (
	"strings"

	"suanpan/indicators/catalog"
)

// flowOfWhole returns the verb that a part takes from its whole: 新增经营主体8万户，
// 其中企业2万户. It is "" where the whole has none or the part has its own.
func (d *reading) flowOfWhole(noun string, unit unitClass) string {
	if !d.parts || unit != amountUnit || len(noun) > 36 {
		return ""
	}
	flow := d.firstFlow(d.whole.printed)
	switch {
	case flow == "", !d.cat.Classes.Event.Has(flow) && !strings.HasPrefix(flow, "新"):
		return ""
	case strings.Contains(noun, flow), strings.HasPrefix(noun, "新"), d.firstFlow(noun) != "":
		return ""
	case graded(noun), sized(noun), strings.Contains(noun, "总"), strings.Contains(d.whole.printed, "销售"):
		return ""
	}
	_, head, class := d.splitHead(noun)
	switch class {
	case catalog.RateHead, catalog.PriceHead, catalog.GrowthHead, catalog.GoalHead:
		return ""
	}
	if head == noun && class != catalog.CountHead {
		return ""
	}
	return flow
}

// firstFlow returns the verb of process that a name begins with, though the name
// be known as a whole: 新增, 新登记. It is "" where it begins with none.
func (d *reading) firstFlow(name string) string {
	for _, n := range []int{len(name), len("新登记"), len("新增")} {
		if n > len(name) {
			continue
		}
		if w, length := d.cat.Words.Longest(name[:n], 0); length > 0 && w.Is(catalog.Flow) {
			return w.Text
		}
	}
	return ""
}
