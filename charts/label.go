package charts

import (
	"github.com/shopspring/decimal"
)

// beside returns on which side of a point of l its label stands: away from a
// target at the same tick, else where the line leaves room.
func beside(f Frame, l Line) func(at int) string {
	value, target := map[int]decimal.Decimal{}, map[int]decimal.Decimal{}
	for _, p := range l.Points {
		if p.Mark != Superseded {
			value[p.At] = p.Value
		}
	}
	for _, t := range f.Lines {
		if t.Target {
			for _, p := range t.Points {
				target[p.At] = p.Value
			}
		}
	}
	return func(at int) string {
		v := value[at]
		if t, ok := target[at]; ok {
			if v.LessThan(t) {
				return "bottom"
			}
			return "top"
		}
		before, okB := value[at-1]
		after, okA := value[at+1]
		if okB && okA && v.LessThan(before) && v.LessThan(after) {
			return "bottom"
		}
		return "top"
	}
}

// toLabel tells which points of a line have a label: all up to ten, else the
// first, the last and the extremes.
func toLabel(points []Point) []bool {
	const all = 10
	out := make([]bool, len(points))
	low, high := 0, 0
	for i, p := range points {
		out[i] = len(points) <= all || i == 0 || i == len(points)-1
		if p.Value.LessThan(points[low].Value) {
			low = i
		}
		if p.Value.GreaterThan(points[high].Value) {
			high = i
		}
	}
	if len(points) > 0 {
		out[low], out[high] = true, true
	}
	return out
}
