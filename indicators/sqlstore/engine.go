package sqlstore

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/pressly/goose/v3"
)

// engine is what differs between databases.
type engine struct {
	goose    goose.Dialect
	schema   string         // folder of its migrations
	among    string         // condition to be among the strings of the JSON array that its one parameter holds
	ids      string         // table of one column, value: the integers of the JSON array that its one parameter holds
	of       string         // condition that the observation o is of the series j.value
	numbered bool           // parameters are $1, $2, … and not ?
	snapshot *sql.TxOptions // of a transaction that sees one state
	queue    string         // statement by which a writer waits for its turn; "" where to begin is to wait
	// copy inserts rows faster than statements do; nil where nothing does.
	copy func(ctx context.Context, conn *sql.Conn, table string, columns []string, rows [][]any) error
	// remedy says in a few words what went wrong and what to do about it, or
	// is "" where the error's own words have to do.
	remedy func(error) string
}

// dialect rewrites a query of this package for the engine.
func (e engine) dialect(query string) string {
	query = strings.NewReplacer("{among}", e.among, "{ids}", e.ids, "{of}", e.of).Replace(query)
	if !e.numbered {
		return query
	}
	var b strings.Builder
	for n := 1; ; n++ {
		before, after, found := strings.Cut(query, "?")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		fmt.Fprintf(&b, "$%d", n)
		query = after
	}
}
