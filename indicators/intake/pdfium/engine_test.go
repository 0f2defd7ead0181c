package pdfium

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestPagesOfWhatIsNoPDF(t *testing.T) {
	e := &Engine{}
	if cache, err := os.UserCacheDir(); err == nil {
		e.Cache = filepath.Join(cache, "suanpan", "pdf") // as the program does: to compile takes seconds
	}
	for _, b := range []string{"", "%PDF-1.7\n", "all else"} {
		if pages, err := e.Pages(t.Context(), []byte(b), 10, 10); !errors.Is(err, ErrBroken) {
			t.Errorf("%q: %d pages, %v", b, len(pages), err)
		}
	}
	if err := errors.Join(e.Close(), e.Close()); err != nil {
		t.Errorf("closing twice: %v", err)
	}
}
