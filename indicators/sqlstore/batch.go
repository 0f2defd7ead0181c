package sqlstore

import (
	"database/sql"
	"strings"
)

// batched is one statement for several numbers of rows, in the order of sizes.
type batched [3]string

// sizes are the numbers of rows that one statement takes. The time of a
// statement is mostly its own and little its rows'.
var sizes = [len(batched{})]int{64, 8, 1}

// values returns statements that have one VALUES list between head and tail,
// its rows such as (?, ?).
func values(head, row, tail string) (b batched) {
	for i, n := range sizes {
		b[i] = head + " VALUES " + row + strings.Repeat(", "+row, n-1) + " " + tail
	}
	return b
}

// each runs a statement over all rows of arguments, and calls f, where there
// is one, with every row that comes back.
func (in session) each(b batched, args [][]any, f func(*sql.Rows) error) error {
	var flat []any
	for i, n := range sizes {
		for ; len(args) >= n; args = args[n:] {
			flat = flat[:0]
			for _, a := range args[:n] {
				flat = append(flat, a...)
			}
			if f == nil {
				if err := in.exec(b[i], flat...); err != nil {
					return err
				}
				continue
			}
			rows, err := in.query(b[i], flat...)
			if err := eachRow(rows, err, func() error { return f(rows) }); err != nil {
				return err
			}
		}
	}
	return nil
}
