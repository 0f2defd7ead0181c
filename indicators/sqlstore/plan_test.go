package sqlstore

import (
	"slices"
	"strings"
	"testing"
)

// TestPlans: no query but those that list everything goes through a whole
// table, and none sorts its rows but those of one document or one period.
func TestPlans(t *testing.T) {
	s, err := Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	whole := map[string]string{listSeries: "SCAN s", listDocuments: "SCAN d USING INDEX documents_published", listOriginals: "SCAN o"}
	given := map[string]bool{"c": true, "p": true, "CONSTANT ROW": true} // what a statement brings with it
	sorts := map[string]string{listRejects: "USE TEMP B-TREE FOR ORDER BY", endsOfSeries: "USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY"}
	for _, q := range append(slices.Clone(reads), oldPoints, dropObservations, dropRejects, dropSeries, countSeries[2], findPoints[2]) {
		text := s.engine.dialect(q)
		rows, err := s.read.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+text, make([]any, strings.Count(text, "?"))...)
		if err != nil {
			t.Fatalf("%v\n%s", err, q)
		}
		for rows.Next() {
			var id, parent, unused int
			var step string
			if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
				t.Fatal(err)
			}
			table, scan := strings.CutPrefix(step, "SCAN ")
			scan = scan && !given[table] && !strings.HasSuffix(table, "VIRTUAL TABLE INDEX 1:")
			if scan && step != whole[q] || strings.Contains(step, "B-TREE") && step != sorts[q] {
				t.Errorf("%s\nin\n%.400s", step, q)
			}
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
}
