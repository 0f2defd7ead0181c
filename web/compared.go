package web

import (
	"strconv"

	"suanpan/charts"
	"suanpan/indicators"
)

// strand is one line of a comparison: a sheet with its colour.
type strand struct {
	*sheet
	Slot int // 1 to 8; 0 is ink, for what the others are seen against
	Name string
	Page string // of its series
}

// maxStrands is how many lines are compared at once: the colours, and what
// they are seen against.
const maxStrands = 9

// comparedBox draws strands of one key over the same periods.
func (s *server) comparedBox(rq *request, id string, strands []strand, title string) (*box, error) {
	l := rq.lang
	sheets := make([]*sheet, len(strands))
	var qs []indicators.Quantity
	for i, st := range strands {
		sheets[i] = st.sheet
		for _, p := range st.Actual {
			qs = append(qs, p.Latest().Quantity)
		}
	}
	k := strands[0].sheetKey
	sc := scale(0)
	if k.Measure == indicators.Level || k.Measure == indicators.Change {
		sc = scaleOf(l, qs...)
	}
	over := ticksOfActual(sheets)
	unit := s.names.unit(k.Unit, sc, l)
	f := charts.Frame{Unit: unit}
	reference := false
	for _, st := range strands {
		line := lineOf(st.Actual, over, sc, l, func(o indicators.Observation) string {
			return st.sheet.source(st.Page, o)
		})
		line.Name, line.Slot = st.Name, st.Slot
		points := line.Points[:0]
		for _, p := range line.Points {
			if p.Mark != charts.Superseded {
				points = append(points, p)
			}
		}
		line.Points = points
		reference = reference || st.Slot == 0
		f.Lines = append(f.Lines, line)
	}
	for _, t := range over {
		f.Ticks = append(f.Ticks, whenShort(t, l))
		read := when(t, l)
		for _, st := range strands {
			if p := at(st.Actual, t); p != nil {
				read += l.say("gap") + st.Name + " " + setNumber(p.Latest(), sc, l).Text()
			}
		}
		f.Read = append(f.Read, read)
	}
	f.At = max(0, len(over)-1)
	opt, err := charts.Compared(f)
	if err != nil {
		return nil, err
	}
	b := &box{
		ID: "chart-" + id, Title: title, Size: "l", Option: opt, Frame: f,
		How: join(" · ", unit, strands[0].title(l), l.say("freq."+k.Frequency)),
	}
	if len(f.Read) > 0 {
		b.Read = f.Read[f.At]
	}
	for _, key := range keysOf(f, true) {
		if key == "gap" {
			b.Keys = append(b.Keys, key)
		}
	}
	if reference && len(strands) > 1 {
		b.Keys = append(b.Keys, "parent")
	}
	b.Label = s.describeAll(strands, title, sc, l)
	return b, nil
}

// ticksOfActual returns the periods of an axis for what was reported.
func ticksOfActual(sheets []*sheet) []indicators.Period {
	only := make([]*sheet, len(sheets))
	for i, sh := range sheets {
		only[i] = &sheet{sheetKey: sh.sheetKey, Actual: sh.Actual}
	}
	return ticks(only...)
}

// describeAll tells what a comparison shows: of each strand the first and the
// last value.
func (s *server) describeAll(strands []strand, title string, sc scale, l language) string {
	text := title + l.say("colon")
	for i, st := range strands {
		if i > 0 {
			text += l.say("semicolon")
		}
		text += st.Name + " "
		if len(st.Actual) == 0 {
			text += l.say("missing")
			continue
		}
		first, last := st.Actual[0], st.Actual[len(st.Actual)-1]
		text += when(first.Period, l) + " " + s.names.withUnit(first.Latest(), l)
		if len(st.Actual) > 1 {
			text += l.say("list") + when(last.Period, l) + " " + s.names.withUnit(last.Latest(), l)
		}
	}
	return text + l.say("stop")
}

// slotsOf gives each of n strands its colour: the slots that the address names,
// and for the rest the first that are free.
func slotsOf(named []string, n int) []int {
	out := make([]int, n)
	used := map[int]bool{}
	for i := range out {
		out[i] = -1
		if i < len(named) {
			if v, err := strconv.Atoi(named[i]); err == nil && v >= 0 && v < maxStrands && !used[v] {
				out[i], used[v] = v, true
			}
		}
	}
	next := 1
	for i := range out {
		if out[i] >= 0 {
			continue
		}
		for used[next] {
			next++
		}
		out[i] = next % maxStrands
		used[next] = true
	}
	return out
}
