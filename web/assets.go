package web

import (
	"bytes"
	"compress/gzip"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync"
)

//go:embed static/dist
var staticFiles embed.FS

// assets are the built script and styles. Their names hold a hash of their
// content, so that a browser need never ask for one again. Safe for concurrent
// use.
type assets struct {
	names map[string]string // app.js -> app.1a2b3c4d5e.js
	files map[string]*asset // by hashed name
}

// asset is a file with its compressed forms.
type asset struct {
	kind   string
	plain  []byte
	brotli []byte // by the build; nil where it is no smaller
	gzip   func() []byte
}

// loadAssets reads what the build made.
func loadAssets() (*assets, error) {
	const dir = "static/dist"
	raw, err := staticFiles.ReadFile(dir + "/manifest.json")
	if err != nil {
		return nil, fmt.Errorf("the built assets are not there: %w", err)
	}
	a := &assets{files: map[string]*asset{}}
	if err := json.Unmarshal(raw, &a.names); err != nil {
		return nil, fmt.Errorf("manifest.json: %w", err)
	}
	for _, name := range a.names {
		plain, err := staticFiles.ReadFile(dir + "/" + name)
		if err != nil {
			return nil, err
		}
		f := &asset{kind: mime.TypeByExtension(path.Ext(name)), plain: plain}
		f.brotli, _ = fs.ReadFile(staticFiles, dir+"/"+name+".br")
		f.gzip = sync.OnceValue(func() []byte {
			var b bytes.Buffer
			w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
			w.Write(plain)
			w.Close()
			return b.Bytes()
		})
		a.files[name] = f
	}
	return a, nil
}

// path returns the address of an asset.
func (a *assets) path(name string) (string, error) {
	hashed, ok := a.names[name]
	if !ok {
		return "", fmt.Errorf("no asset %s", name)
	}
	return "/static/" + hashed, nil
}

// ServeHTTP sends an asset, compressed where the browser takes it.
func (a *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	secure(h)
	name := strings.TrimPrefix(r.URL.Path, "/static/")
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	if r.URL.Path == "/favicon.svg" {
		name = a.names["favicon.svg"]
		h.Set("Cache-Control", "public, max-age=86400")
	}
	f, ok := a.files[name]
	if !ok {
		h.Set("Cache-Control", "no-cache")
		http.Error(w, "no such file", http.StatusNotFound)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET", http.StatusMethodNotAllowed)
		return
	}
	h.Set("Content-Type", f.kind)
	h.Set("Vary", "Accept-Encoding")
	body, tag := f.plain, name
	switch {
	case f.brotli != nil && accepts(r, "br"):
		body, tag = f.brotli, name+"-br"
		h.Set("Content-Encoding", "br")
	case len(f.plain) >= compressFrom && accepts(r, "gzip"):
		body, tag = f.gzip(), name+"-gz"
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("ETag", `"`+tag+`"`)
	if matches(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}
