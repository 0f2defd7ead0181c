package charts

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Frame is what a chart shows. The ticks are the categories of its axis, in
// order; every point stands at one of them.
type Frame struct {
	Unit   string   // of the values, as it stands over the axis: 亿元
	Ticks  []string // labels of the axis
	Read   []string // what is read out at each tick; none or as many as Ticks
	At     int      // the tick whose line is read out at first
	Lines  []Line
	Cut    bool   // the value axis need not begin at zero; the page says so
	Loose  bool   // the periods are unlike each other: no line joins the points
	Target string // the word for a target, beside the first of them
	Actual string // the word for what was reported, beside the first
}

// Line is what belongs together in a frame.
type Line struct {
	Name   string
	Slot   int // 1 to 8, the colour, line and symbol; 0 is ink, for what others are seen against
	Target bool
	Points []Point // by At
}

// Point is a value at a tick.
type Point struct {
	At    int                 // index of the tick
	Value decimal.Decimal     // in the frame's unit
	To    decimal.NullDecimal // the upper end, where a target is an interval
	Mark  Mark
	Label string // the digits as printed
	Ref   string // id on the page, or path, of what tells the source
}

// Mark tells what a point is. The zero Mark is Published.
type Mark uint8

// The marks.
const (
	Published  Mark = iota
	LowerBound      // more than
	UpperBound      // less than
	Revised         // there is an earlier value that differs
	Superseded      // the earlier value
)

// check reports a frame that cannot be drawn.
func (f Frame) check() error {
	if len(f.Read) != 0 && len(f.Read) != len(f.Ticks) {
		return fmt.Errorf("charts: %d lines to read for %d ticks", len(f.Read), len(f.Ticks))
	}
	for _, l := range f.Lines {
		if l.Slot < 0 || l.Slot > slots {
			return fmt.Errorf("charts: line %q has the slot %d", l.Name, l.Slot)
		}
		for _, p := range l.Points {
			if p.At < 0 || p.At >= len(f.Ticks) {
				return fmt.Errorf("charts: a point of %q is at the tick %d of %d", l.Name, p.At, len(f.Ticks))
			}
		}
	}
	return nil
}

// span returns the least and the largest value of the frame; ok is false where
// there is none.
func (f Frame) span() (low, high decimal.Decimal, ok bool) {
	see := func(d decimal.Decimal) {
		if !ok || d.LessThan(low) {
			low = d
		}
		if !ok || d.GreaterThan(high) {
			high = d
		}
		ok = true
	}
	for _, l := range f.Lines {
		for _, p := range l.Points {
			see(p.Value)
			if p.To.Valid {
				see(p.To.Decimal)
			}
		}
	}
	return low, high, ok
}

// slots is the number of colours, each with a line style and a symbol.
const slots = 8

// color returns the token of a slot.
func color(slot int) string {
	if slot == 0 {
		return "$ink"
	}
	return fmt.Sprintf("$c%d", slot)
}

var (
	dashes  = [...]any{"solid", []int{7, 3}, []int{2, 2}, []int{9, 3, 2, 3}}
	symbols = [...]string{"circle", "rect", "triangle", "diamond"}
)

// dash returns the line style of a slot, symbol its symbol and whether that is
// hollow.
func dash(slot int) any {
	if slot == 0 {
		return "solid"
	}
	return dashes[(slot-1)%len(dashes)]
}

func symbol(slot int) (name string, hollow bool) {
	if slot == 0 {
		return symbols[0], false
	}
	return symbols[(slot-1)%len(symbols)], slot > len(symbols)
}
