package sqlstore_test

import (
	"path/filepath"
	"testing"

	"suanpan/indicators"
	"suanpan/indicators/sqlstore"
	"suanpan/indicators/storetest"
)

func open(t *testing.T, dsn string) *sqlstore.Store {
	t.Helper()
	s, err := sqlstore.Open(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestContract(t *testing.T) {
	t.Run("Memory", func(t *testing.T) {
		storetest.Run(t, func(t *testing.T) indicators.Store { return open(t, ":memory:") })
	})
	t.Run("File", func(t *testing.T) {
		storetest.Run(t, func(t *testing.T) indicators.Store {
			return open(t, filepath.Join(t.TempDir(), "a folder", "100% 株洲?#.db"))
		})
	})
}
