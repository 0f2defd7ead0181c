// Package pdfium takes the characters of PDF files with their places. It runs
// PDFium, compiled to WebAssembly, in a sandbox that sees no file and no
// network.
package pdfium

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// memory is how much one file in reading may have, in pages of 64 KiB.
const memory = 8192

// grace is how long a call may go on when reading is to end.
const grace = time.Second

// What may be wrong with a file.
var (
	ErrPassword = errors.New("it is under a password")
	ErrBroken   = errors.New("the PDF file is broken")
	ErrPages    = errors.New("it has too many pages")
	ErrText     = errors.New("it has too much text")
)

// An Engine reads PDF files, each in a sandbox of its own. It starts with the
// first one, which takes seconds, or a part of one where the cache has what an
// earlier engine compiled. It is safe for concurrent use.
type Engine struct {
	Cache string // folder of compiled code; "" for none
	start sync.Mutex
	pool  pdfium.Pool             // nil until started
	code  wazero.CompilationCache // nil where none is kept
}

// A Glyph is one character on a page. Its box is that of the font, in
// hundredths of a point from the page's lower left corner.
type Glyph struct {
	Rune                     rune
	Left, Right, Bottom, Top int
}

// A Page is a page with its characters in the order of the file, without
// blanks.
type Page struct {
	Width, Height int // in hundredths of a point
	Glyphs        []Glyph
}

// open returns an instance of PDFium of its own.
func (e *Engine) open(ctx context.Context) (pdfium.Pdfium, error) {
	e.start.Lock()
	defer e.start.Unlock()
	if e.pool == nil {
		config := wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithCloseOnContextDone(true).
			WithMemoryLimitPages(memory)
		if e.Cache != "" {
			// A folder that cannot be used costs time and nothing else.
			if code, err := wazero.NewCompilationCacheWithDir(e.Cache); err == nil {
				e.code = code
				config = config.WithCompilationCache(code)
			}
		}
		pool, err := webassembly.Init(webassembly.Config{
			MaxTotal:      2 * runtime.GOMAXPROCS(0),
			MaxIdle:       1,
			FSConfig:      wazero.NewFSConfig(),
			RuntimeConfig: config,
			Stdout:        io.Discard,
			Stderr:        io.Discard,
		})
		if err != nil {
			return nil, err
		}
		e.pool = pool
	}
	return e.pool.GetInstanceWithContext(ctx)
}

// Close frees what has been started.
func (e *Engine) Close() error {
	e.start.Lock()
	defer e.start.Unlock()
	if e.pool == nil {
		return nil
	}
	err := e.pool.Close()
	e.pool = nil
	if e.code != nil {
		err = errors.Join(err, e.code.Close(context.Background()))
		e.code = nil
	}
	return err
}

// Pages returns the pages of a file, at most most, which have at most
// characters of text together. Where ctx ends, reading does.
func (e *Engine) Pages(ctx context.Context, b []byte, most, characters int) ([]Page, error) {
	in, err := e.open(ctx)
	if err != nil {
		return nil, fmt.Errorf("PDFium does not start: %w", err)
	}
	defer in.Close()
	done := make(chan struct{})
	defer close(done)
	defer context.AfterFunc(ctx, func() {
		select {
		case <-done:
		case <-time.After(grace): // one call does not come back
			in.Kill()
		}
	})()
	doc, err := in.OpenDocument(&requests.OpenDocument{File: &b})
	switch {
	case errors.Is(err, pdferrors.ErrPassword):
		return nil, ErrPassword
	case err != nil:
		return nil, fmt.Errorf("%w (%w)", ErrBroken, err)
	}
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", ErrBroken, err)
	}
	if count.PageCount > most {
		return nil, fmt.Errorf("%w: %d", ErrPages, count.PageCount)
	}
	pages := make([]Page, max(0, count.PageCount))
	for i := range pages {
		if pages[i], err = pageOf(ctx, in, doc.Document, i, characters); err != nil {
			if ctx.Err() != nil {
				err = ctx.Err()
			}
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		characters -= len(pages[i].Glyphs)
	}
	return pages, nil
}

// pageOf takes the characters of one page, at most most.
func pageOf(ctx context.Context, in pdfium.Pdfium, doc references.FPDF_DOCUMENT, index, most int) (Page, error) {
	page, err := in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: index})
	if err != nil {
		return Page{}, err
	}
	defer in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page})
	ref := requests.Page{ByReference: &page.Page}
	width, err := in.FPDF_GetPageWidthF(&requests.FPDF_GetPageWidthF{Page: ref})
	if err != nil {
		return Page{}, err
	}
	height, err := in.FPDF_GetPageHeightF(&requests.FPDF_GetPageHeightF{Page: ref})
	if err != nil {
		return Page{}, err
	}
	p := Page{Width: hundredths(float64(width.PageWidth)), Height: hundredths(float64(height.PageHeight))}
	text, err := in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return Page{}, err
	}
	defer in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	count, err := in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return Page{}, err
	}
	if count.Count > most {
		return Page{}, ErrText
	}
	p.Glyphs = make([]Glyph, 0, max(0, count.Count))
	for i := range count.Count {
		if ctx.Err() != nil {
			return Page{}, ctx.Err()
		}
		char, err := in.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text.TextPage, Index: i})
		if err != nil {
			return Page{}, err
		}
		r := rune(char.Unicode)
		if r <= ' ' || r == '\u00A0' || r == '\u3000' || r == 0xFFFE || r == 0xFFFF {
			continue // blanks are told by the gaps
		}
		box, err := in.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text.TextPage, Index: i})
		if err != nil {
			continue // it stands nowhere
		}
		g := Glyph{
			r, hundredths(float64(box.Rect.Left)), hundredths(float64(box.Rect.Right)),
			hundredths(float64(box.Rect.Bottom)), hundredths(float64(box.Rect.Top)),
		}
		if g.Right > g.Left && g.Top > g.Bottom {
			p.Glyphs = append(p.Glyphs, g)
		}
	}
	return p, nil
}

// hundredths is a length of points in hundredths, within bounds.
func hundredths(points float64) int {
	const bound = 1e7
	if math.IsNaN(points) {
		return 0
	}
	return int(math.Round(100 * math.Max(-bound, math.Min(bound, points))))
}
