package extract

// table reads a table; see table.go.
func (d *reading) table(b *block, before []block) {}
