package intake

import "time"

// Limits bound what one file may cost. A zero field stands for the one of
// [DefaultLimits]; what is beyond a limit is a [Problem] that names it.
type Limits struct {
	Bytes    int           // of a file, of a file within one, of a line of JSON
	Pages    int           // of a PDF
	Unpacked int           // bytes that all the files in a ZIP container have
	Ratio    int           // unpacked by packed bytes of a file in a container
	Files    int           // in a ZIP container
	Depth    int           // of ZIP containers in one another
	Cells    int           // of a table or sheet
	Text     int           // bytes of the text of one document
	Time     time.Duration // for a file, or a file within one; a stream of JSON has none
}

// DefaultLimits are far above what statistics need and far below what a
// machine has.
var DefaultLimits = Limits{
	Bytes: MaxBytes, Pages: 3000, Unpacked: 512 << 20, Ratio: 400, Files: 10_000, Depth: 3,
	Cells: 2_000_000, Text: MaxBytes, Time: 2 * time.Minute,
}

// or returns l with each zero field taken from m.
func (l Limits) or(m Limits) Limits {
	for _, f := range []struct{ to, from *int }{
		{&l.Bytes, &m.Bytes},
		{&l.Pages, &m.Pages},
		{&l.Unpacked, &m.Unpacked},
		{&l.Ratio, &m.Ratio},
		{&l.Files, &m.Files},
		{&l.Depth, &m.Depth},
		{&l.Cells, &m.Cells},
		{&l.Text, &m.Text},
	} {
		if *f.to <= 0 {
			*f.to = *f.from
		}
	}
	if l.Time <= 0 {
		l.Time = m.Time
	}
	return l
}
