package charts

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
)

// The box of a trend, in the units of its SVG.
const (
	trendWidth  = 88
	trendHeight = 30
	trendMargin = 4
)

// Sketch is a small line to be set into a page as SVG: the paths of the line
// and of its gaps, and the dots, in a box of 88 by 30.
type Sketch struct {
	Solid, Gap string
	Dots       []Dot
}

// Dot is a point of a sketch; Last is the one that the ledger names.
type Dot struct {
	X, Y string
	Last bool
}

// Trend sketches the points of a line over n ticks. It is for three points or
// more that are alike; of fewer it makes the zero Sketch, for two points are
// no trend.
func Trend(points []Point, n int) Sketch {
	if len(points) < 3 || n < 2 {
		return Sketch{}
	}
	low, high := points[0].Value, points[0].Value
	for _, p := range points {
		low, high = decimal.Min(low, p.Value), decimal.Max(high, p.Value)
	}
	x := func(p Point) string {
		at := decimal.NewFromInt(int64(p.At)*(trendWidth-2*trendMargin)).DivRound(decimal.NewFromInt(int64(n-1)), 1)
		return at.Add(decimal.NewFromInt(trendMargin)).StringFixed(1)
	}
	y := func(p Point) string {
		share := decimal.NewFromInt(1).DivRound(decimal.NewFromInt(2), 1)
		if high.GreaterThan(low) {
			share = high.Sub(p.Value).DivRound(high.Sub(low), 4)
		}
		return share.Mul(decimal.NewFromInt(trendHeight - 2*trendMargin)).Add(decimal.NewFromInt(trendMargin)).StringFixed(1)
	}
	var s Sketch
	var solid, gap strings.Builder
	for i, p := range points {
		s.Dots = append(s.Dots, Dot{X: x(p), Y: y(p), Last: i == len(points)-1})
		if i == 0 {
			continue
		}
		b, before := &solid, s.Dots[i-1]
		if points[i-1].At+1 < p.At {
			b = &gap
		}
		fmt.Fprintf(b, "M%s %sL%s %s", before.X, before.Y, s.Dots[i].X, s.Dots[i].Y)
	}
	s.Solid, s.Gap = solid.String(), gap.String()
	return s
}
