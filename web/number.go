package web

import (
	"strings"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

// minus is the sign of negative numbers on the page.
const minus = "−"

// scale is the power of ten in which a column or chart shows its values: 8 for
// 亿. Values are moved, never rounded.
type scale int32

var scaleWords = map[language]map[scale]string{
	zh: {4: "万", 8: "亿", 12: "万亿"},
	en: {3: "thousand", 6: "m", 9: "bn", 12: "trn"},
}

func (s scale) word(l language) string { return scaleWords[l][s] }

// scaleOf returns the scale for quantities that are shown together. In Chinese
// it is the one in which most of them are printed, so that digits stay as they
// were; in English the nearest of thousand, million, billion.
func scaleOf(l language, qs ...indicators.Quantity) scale {
	votes := map[scale]int{}
	var most decimal.Decimal
	for _, q := range qs {
		votes[printedScale(q)]++
		if a := q.Value.Abs(); a.GreaterThan(most) {
			most = a
		}
	}
	best := scale(0)
	for _, s := range []scale{4, 8, 12} {
		if votes[s] > 0 && votes[s] >= votes[best] {
			best = s
		}
	}
	if l == zh || best == 0 {
		return best
	}
	for _, s := range []scale{12, 9, 6} {
		if most.GreaterThanOrEqual(decimal.New(1, int32(s))) {
			return s
		}
	}
	return 3
}

// printedScale returns the magnitude that stands behind the digits of a figure.
func printedScale(q indicators.Quantity) scale {
	i := strings.LastIndexAny(q.Printed, "0123456789０１２３４５６７８９")
	if i < 0 {
		return 0
	}
	rest := strings.TrimLeft(q.Printed[i:], "0123456789０１２３４５６７８９ 　")
	for _, m := range []struct {
		word string
		scale
	}{{"万亿", 12}, {"亿", 8}, {"万", 4}} {
		if strings.HasPrefix(rest, m.word) {
			return m.scale
		}
	}
	return 0
}

// digits writes a value at a scale with the precision it has, an ASCII minus
// before negative ones.
func digits(d decimal.Decimal, s scale) string {
	return indicators.PlainDecimal(d.Shift(-int32(s)))
}

// number is a value in the parts that a table sets: digits in groups, the
// fraction apart so that points align, what is behind the second decimal in a
// fainter ink.
type number struct {
	Bound  string   // ＞ ≥ ≈ ＜ ≤, or ""
	Groups []string // of the whole part, with the sign
	Frac   string   // with its point: .88
	Faint  string   // decimals behind the second
	Flag   string   // a letter for the status
}

// places is the number of decimals.
func (n *number) places() int {
	if n == nil || n.Frac == "" {
		return 0
	}
	return len(n.Frac) + len(n.Faint) - 1
}

// Text is the number as one string.
func (n *number) Text() string {
	if n == nil {
		return "—"
	}
	return n.Bound + strings.Join(n.Groups, "") + n.Frac + n.Faint
}

// plainNumber sets a value at a scale; signed puts a plus before positive ones.
func plainNumber(d decimal.Decimal, s scale, l language, signed bool) *number {
	text := digits(d, s)
	sign := ""
	if rest, ok := strings.CutPrefix(text, "-"); ok {
		sign, text = minus, rest
	} else if signed && !d.IsZero() {
		sign = "+"
	}
	whole, frac, _ := strings.Cut(text, ".")
	n := &number{Groups: group(whole, l)}
	n.Groups[0] = sign + n.Groups[0]
	if frac != "" {
		n.Frac = "." + frac[:min(2, len(frac))]
		n.Faint = frac[min(2, len(frac)):]
	}
	return n
}

// setNumber sets an observation's value at a scale with the sign of its bound.
func setNumber(o indicators.Observation, s scale, l language) *number {
	n := plainNumber(o.Value, s, l, signed(o.Measure) && o.Status == indicators.Actual)
	n.Bound = boundSign(o.Quantity)
	return n
}

// signed reports whether values of the measure show their sign always.
func signed(m indicators.Measure) bool {
	return m == indicators.Growth || m == indicators.Change
}

// group splits digits into threes from five digits on: by commas in English,
// in Chinese by the page's style, so that copied text stays plain.
func group(whole string, l language) []string {
	if len(whole) < 5 {
		return []string{whole}
	}
	var groups []string
	for len(whole) > 3 {
		groups = append([]string{whole[len(whole)-3:]}, groups...)
		whole = whole[:len(whole)-3]
	}
	groups = append([]string{whole}, groups...)
	if l == en {
		return []string{strings.Join(groups, ",")}
	}
	return groups
}

// boundSign is what stands before a number that is not exact; the printed word
// tells ＞ from ≥.
func boundSign(q indicators.Quantity) string {
	switch q.Bound {
	case indicators.AtLeast:
		if holdsAny(q.Printed, "以上", "不低于", "不少于", "不小于", "至少") {
			return "≥"
		}
		return "＞"
	case indicators.AtMost:
		return "≤"
	case indicators.About:
		if holdsAny(q.Printed, "近", "不足", "接近", "将近") {
			return "＜"
		}
		return "≈"
	}
	return ""
}

func holdsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// withUnit writes a value and its unit in one line: 303.6亿元, +5.2%.
func (n names) withUnit(o indicators.Observation, l language) string {
	num, unit := n.parts(o, l)
	return num.Text() + unit
}

// parts sets a value by itself and says what stands behind it, with the blank
// that the language wants between.
func (n names) parts(o indicators.Observation, l language) (num *number, unit string) {
	s := scale(0)
	if o.Measure == indicators.Level || o.Measure == indicators.Change {
		s = scaleOf(l, o.Quantity)
	}
	num = setNumber(o, s, l)
	if o.Measure == indicators.Rank {
		num.Bound += l.say("rank")
		return num, l.say("rank.unit")
	}
	unit = n.unit(o.Unit, s, l)
	if l == en && unit != "" && unit != "%" && unit != "‰" {
		unit = " " + unit
	}
	return num, unit
}

// arrow tells rise from fall without colour.
func arrow(d decimal.Decimal) string {
	switch d.Sign() {
	case 1:
		return "↑"
	case -1:
		return "↓"
	}
	return "→"
}
