package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// pdfMemory is how much memory one PDF in reading may have, in pages of 64 KiB.
const pdfMemory = 8192

// A pdfEngine takes the characters of PDF files with their places. It runs
// PDFium in a sandbox that sees no file and no network; each file has one of
// its own. It starts with the first PDF.
type pdfEngine struct {
	cache string // folder of compiled code; "" for none
	start sync.Mutex
	pool  pdfium.Pool             // nil until started
	code  wazero.CompilationCache // nil where none is kept
}

// A glyph is one character on a page. Its box is that of the font, in
// hundredths of a point from the page's lower left corner.
type glyph struct {
	r                        rune
	left, right, bottom, top int
}

// A pdfPage is a page with its characters in the order of the file.
type pdfPage struct {
	width, height int
	glyphs        []glyph
}

// open returns an instance of PDFium of its own.
func (e *pdfEngine) open(ctx context.Context) (pdfium.Pdfium, error) {
	e.start.Lock()
	defer e.start.Unlock()
	if e.pool == nil {
		config := wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithCloseOnContextDone(true).
			WithMemoryLimitPages(pdfMemory)
		if e.cache != "" {
			// A folder that cannot be used costs time and nothing else.
			if code, err := wazero.NewCompilationCacheWithDir(e.cache); err == nil {
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

// close frees what has been started.
func (e *pdfEngine) close() error {
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

// pages returns the pages of a PDF with their characters.
func (e *pdfEngine) pages(ctx context.Context, b []byte, l Limits) ([]pdfPage, *Problem) {
	in, err := e.open(ctx)
	if err != nil {
		return nil, &Problem{Reason: "the reader of PDF files does not start", Cause: err}
	}
	defer in.Close()
	stop := context.AfterFunc(ctx, func() { in.Kill() })
	defer stop()
	doc, err := in.OpenDocument(&requests.OpenDocument{File: &b})
	switch {
	case errors.Is(err, pdferrors.ErrPassword):
		return nil, &Problem{Reason: "it is under a password", Remedy: "open it and save it without one"}
	case err != nil:
		return nil, &Problem{Reason: "the PDF file is broken", Cause: err, Remedy: "get the file once more"}
	}
	count, err := in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, &Problem{Reason: "the PDF file is broken", Cause: err, Remedy: "get the file once more"}
	}
	if count.PageCount > l.Pages {
		return nil, &Problem{
			Reason: fmt.Sprintf("it has %d pages, more than the %d that one file may have", count.PageCount, l.Pages),
			Remedy: "split it",
		}
	}
	pages := make([]pdfPage, count.PageCount)
	most := l.Text
	for i := range pages {
		if pages[i], err = pdfPageOf(in, doc.Document, i, most); err != nil {
			if ctx.Err() != nil {
				return nil, &Problem{Reason: "reading was stopped", Cause: ctx.Err()}
			}
			return nil, &Problem{Place: fmt.Sprintf("page %d", i+1), Reason: "this page cannot be read", Cause: err, Remedy: "save the file anew, or save its text"}
		}
		most -= len(pages[i].glyphs)
	}
	return pages, nil
}

var errMuchText = errors.New("it has more text than a file may have")

// pdfPageOf takes the characters of one page, at most most.
func pdfPageOf(in pdfium.Pdfium, doc references.FPDF_DOCUMENT, index, most int) (pdfPage, error) {
	page, err := in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: index})
	if err != nil {
		return pdfPage{}, err
	}
	defer in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page})
	ref := requests.Page{ByReference: &page.Page}
	width, err := in.FPDF_GetPageWidthF(&requests.FPDF_GetPageWidthF{Page: ref})
	if err != nil {
		return pdfPage{}, err
	}
	height, err := in.FPDF_GetPageHeightF(&requests.FPDF_GetPageHeightF{Page: ref})
	if err != nil {
		return pdfPage{}, err
	}
	p := pdfPage{width: hundredths(float64(width.PageWidth)), height: hundredths(float64(height.PageHeight))}
	text, err := in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return pdfPage{}, err
	}
	defer in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	count, err := in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return pdfPage{}, err
	}
	if count.Count > most {
		return pdfPage{}, errMuchText
	}
	p.glyphs = make([]glyph, 0, max(0, count.Count))
	for i := range count.Count {
		char, err := in.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text.TextPage, Index: i})
		if err != nil {
			return pdfPage{}, err
		}
		r := rune(char.Unicode)
		if r <= ' ' || r == '\u00A0' || r == '\u3000' || r == 0xFFFE || r == 0xFFFF {
			continue // blanks are told by the gaps
		}
		box, err := in.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text.TextPage, Index: i})
		if err != nil {
			continue // it stands nowhere
		}
		g := glyph{
			r, hundredths(float64(box.Rect.Left)), hundredths(float64(box.Rect.Right)),
			hundredths(float64(box.Rect.Bottom)), hundredths(float64(box.Rect.Top)),
		}
		if g.right > g.left && g.top > g.bottom {
			p.glyphs = append(p.glyphs, g)
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
