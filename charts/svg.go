package charts

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// A Picture is a chart for those who put it into a text of their own: a frame
// with its words.
type Picture struct {
	Title string
	How   string // unit · what is shown · how often
	From  string // where it comes from, at the foot
	Lang  string // of the words: zh-CN, en
	Frame Frame
}

// The measures of a picture, in pixels.
const (
	picWidth  = 720
	picHeight = 400
	picLeft   = 64
	picRight  = 24
	picTop    = 92
	picBottom = 64
	picLetter = 7 // about the width of half a Chinese character
	picPlot   = picWidth - picLeft - picRight
	picFonts  = `font-family="Helvetica Neue, Segoe UI, Arial, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif"`
)

// inks are the colours of the slots on white, that of slot 0 first.
var inks = [...]string{"#1b1e23", "#223c9c", "#723213", "#0d5b45", "#9f5c0c", "#484266", "#1c719a", "#835b70", "#616f49"}

// SVG draws a picture. It holds no script and no style, asks for nothing, and
// equal pictures give equal bytes. Points of a line are joined where their
// ticks follow each other; a gap is crossed by a dotted line.
func SVG(p Picture) ([]byte, error) {
	if err := p.Frame.check(); err != nil {
		return nil, err
	}
	d := &drawer{Picture: p, top: picTop}
	low, high, ok := p.Frame.span()
	if !ok {
		low, high = decimal.Zero, decimal.NewFromInt(1)
	}
	d.from, d.to, d.step = scaleOf(low, high, p.Frame.Cut)
	fmt.Fprintf(&d.b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" role="img" xml:lang="%s" %s font-size="12" fill="#1b1e23">`+"\n", picWidth, picHeight, escape(p.Lang), picFonts)
	fmt.Fprintf(&d.b, "<title>%s</title><rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n", escape(p.Title))
	d.text(picRight, 28, "start", `font-size="16" font-weight="700"`, p.Title)
	d.text(picRight, 48, "start", `fill="#555b63"`, p.How)
	d.legend()
	d.axes()
	for _, l := range p.Frame.Lines { // below what was reported
		if l.Target {
			d.targets(l)
		}
	}
	for _, l := range p.Frame.Lines {
		if !l.Target {
			d.line(l)
		}
	}
	d.text(picRight, picHeight-12, "start", `fill="#555b63" font-size="11"`, fitting(p.From))
	d.b.WriteString("</svg>\n")
	return []byte(d.b.String()), nil
}

type drawer struct {
	Picture
	b              strings.Builder
	from, to, step decimal.Decimal
	top            int // of the plot, under the legend
}

func (d *drawer) text(x, y int, anchor, attributes, s string) {
	fmt.Fprintf(&d.b, `<text x="%d" y="%d" text-anchor="%s" %s>%s</text>`+"\n", x, y, anchor, attributes, escape(s))
}

// x is the place of a tick.
func (d *drawer) x(at int) int {
	n := len(d.Frame.Ticks)
	return picLeft + (2*at+1)*picPlot/(2*max(1, n))
}

// y is the place of a value.
func (d *drawer) y(v decimal.Decimal) int {
	return d.top + int(d.to.Sub(v).Mul(decimal.NewFromInt(int64(picHeight-d.top-picBottom))).DivRound(d.to.Sub(d.from), 0).IntPart())
}

// legend names the lines where there are several, in as many rows as they
// need.
func (d *drawer) legend() {
	const row = 20
	x, y := picRight, 66
	if len(d.Frame.Lines) < 2 {
		return
	}
	for _, l := range d.Frame.Lines {
		if len(l.Points) == 0 {
			continue
		}
		ink := inks[l.Slot]
		if x > picRight && x+26+picLetter*width(l.Name) > picWidth-picRight && d.top < picHeight/2 {
			x, y, d.top = picRight, y+row, d.top+row
		}
		if l.Target {
			fmt.Fprintf(&d.b, `<path d="M%d %dh16" stroke="#1b1e23" stroke-width="3"/>`, x, y)
		} else {
			fmt.Fprintf(&d.b, `<path d="M%d %dh20" stroke="%s" stroke-width="2"%s/>`, x, y, ink, dashArray(l.Slot))
			d.mark(l.Slot, x+10, y, Published)
		}
		d.text(x+26, y+4, "start", `fill="`+ink+`"`, l.Name)
		x += 26 + picLetter*width(l.Name) + 18
	}
}

// axes draws the grid with its values, and the ticks with as many labels as
// there is room for.
func (d *drawer) axes() {
	for v := d.from; v.LessThanOrEqual(d.to); v = v.Add(d.step) {
		y, ink := d.y(v), "#d9d9d3"
		if v.IsZero() {
			ink = "#1b1e23"
		}
		fmt.Fprintf(&d.b, `<path d="M%d %dH%d" stroke="%s"/>`+"\n", picLeft, y, picWidth-picRight, ink)
		d.text(picLeft-8, y+4, "end", `fill="#555b63"`, strings.Replace(exact(v).String(), "-", "−", 1))
	}
	widest := 1
	for _, t := range d.Frame.Ticks {
		widest = max(widest, picLetter*width(t)+12)
	}
	every := max(1, (widest*len(d.Frame.Ticks)+picPlot-1)/picPlot)
	for i, t := range d.Frame.Ticks {
		if (len(d.Frame.Ticks)-1-i)%every == 0 { // the last is always named
			d.text(d.x(i), picHeight-picBottom+18, "middle", `fill="#555b63"`, t)
		}
	}
}

// targets draws what was intended: a bar, or the interval between two ends.
func (d *drawer) targets(l Line) {
	for _, p := range l.Points {
		x, y := d.x(p.At), d.y(p.Value)
		if p.To.Valid {
			top := d.y(p.To.Decimal)
			fmt.Fprintf(&d.b, `<rect x="%d" y="%d" width="14" height="%d" fill="#cfd1d2" stroke="#7a8087"/>`+"\n", x-7, min(y, top), max(y-top, top-y))
			continue
		}
		fmt.Fprintf(&d.b, `<path d="M%d %dh16" stroke="#1b1e23" stroke-width="3"/>`+"\n", x-8, y)
	}
}

// line draws what was reported, with labels where there is one line.
func (d *drawer) line(l Line) {
	ink := inks[l.Slot]
	points := slices.DeleteFunc(slices.Clone(l.Points), func(p Point) bool { return p.Mark == Superseded })
	for i := 1; i < len(points) && !d.Frame.Loose; i++ {
		a, b := points[i-1], points[i]
		style := dashArray(l.Slot)
		stroke := 2
		if l.Slot == 0 {
			stroke = 3
		}
		if b.At > a.At+1 {
			style, stroke = ` stroke-dasharray="1 3"`, 1
		}
		fmt.Fprintf(&d.b, `<path d="M%d %dL%d %d" stroke="%s" stroke-width="%d"%s/>`+"\n", d.x(a.At), d.y(a.Value), d.x(b.At), d.y(b.Value), ink, stroke, style)
	}
	reported := 0
	for _, o := range d.Frame.Lines {
		if !o.Target {
			reported++
		}
	}
	labelled, side := toLabel(points), beside(d.Frame, l)
	for i, p := range points {
		d.mark(l.Slot, d.x(p.At), d.y(p.Value), p.Mark)
		if reported == 1 && labelled[i] && p.Label != "" {
			dy := -10
			if side(p.At) == "bottom" {
				dy = 20
			}
			d.text(d.x(p.At), d.y(p.Value)+dy, "middle", `fill="`+ink+`"`, p.Label)
		}
	}
}

// mark draws a point: the symbol of its slot, or what tells a bound or a
// revision.
func (d *drawer) mark(slot, x, y int, m Mark) {
	ink := inks[slot]
	style := fmt.Sprintf(`fill="%s"`, ink)
	name, hollow := symbol(slot)
	if hollow {
		style = fmt.Sprintf(`fill="#ffffff" stroke="%s" stroke-width="2"`, ink)
	}
	switch m {
	case LowerBound, UpperBound:
		up := 1
		if m == UpperBound {
			up = -1
		}
		fmt.Fprintf(&d.b, `<path d="M%d %dL%d %dL%d %dZ" fill="#ffffff" stroke="%s" stroke-width="2"/>`+"\n", x-5, y+4*up, x, y-5*up, x+5, y+4*up, ink)
		return
	case Revised:
		name = "diamond"
	}
	switch name {
	case "rect":
		fmt.Fprintf(&d.b, `<rect x="%d" y="%d" width="7" height="7" %s/>`+"\n", x-3, y-3, style)
	case "triangle":
		fmt.Fprintf(&d.b, `<path d="M%d %dl5 -8l5 8Z" %s/>`+"\n", x-5, y+4, style)
	case "diamond":
		fmt.Fprintf(&d.b, `<path d="M%d %dl5 -5l5 5l-5 5Z" %s/>`+"\n", x-5, y, style)
	default:
		fmt.Fprintf(&d.b, `<circle cx="%d" cy="%d" r="4" %s/>`+"\n", x, y, style)
	}
}

// fitting cuts a line of text that is wider than the picture.
func fitting(s string) string {
	const most = (picWidth - 2*picRight) / 6 // half characters of the foot
	at := 0
	for i, r := range s {
		if at += width(string(r)); at > most {
			return s[:i] + "…"
		}
	}
	return s
}

// dashArray is the line style of a slot as SVG writes it.
func dashArray(slot int) string {
	list, ok := dash(slot).([]int)
	if !ok {
		return ""
	}
	return ` stroke-dasharray="` + strings.Trim(fmt.Sprint(list), "[]") + `"`
}

// escape makes text safe within XML.
func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder takes all
	return b.String()
}
