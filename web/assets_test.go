package web

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestAssetsAreWhatTheSourcesBuildTo builds the script and the styles anew and
// compares them with what is committed, byte for byte.
func TestAssetsAreWhatTheSourcesBuildTo(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: the committed assets are not compared with their sources")
	}
	if _, err := os.Stat("node_modules/esbuild"); err != nil {
		t.Skip("the build tools are not installed: npm --prefix web ci --ignore-scripts")
	}
	if out, err := exec.Command(node, "static/build.mjs", "--check").CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestLockfileNamesNoHost: who installs chooses the registry.
func TestLockfileNamesNoHost(t *testing.T) {
	raw, err := os.ReadFile("package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	if m := regexp.MustCompile(`https?://[^"]*\.(?:tgz|tar\.gz)`).Find(raw); m != nil {
		t.Errorf("the lock file names %s", m)
	}
	var lock struct {
		Packages map[string]struct{ Resolved, Integrity string }
	}
	if err := json.Unmarshal(raw, &lock); err != nil {
		t.Fatal(err)
	}
	for name, p := range lock.Packages {
		if p.Resolved != "" || name != "" && p.Integrity == "" {
			t.Errorf("%q: resolved %q, integrity %q", name, p.Resolved, p.Integrity)
		}
	}
}

func TestAssetsAreKeptForever(t *testing.T) {
	h := demo(t)
	_, page := get(t, h, "/")
	found := regexp.MustCompile(`/static/[a-z]+\.[0-9a-f]{10}\.(?:js|css)`).FindAllString(page, -1)
	if len(found) != 4 {
		t.Fatalf("the page names the assets %v", found)
	}
	total := 0
	for _, path := range found {
		plain, body := get(t, h, path)
		if plain.StatusCode != http.StatusOK || plain.Header.Get("Cache-Control") != "public, max-age=31536000, immutable" || plain.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s: %s, %v", path, plain.Status, plain.Header)
		}
		if kind := plain.Header.Get("Content-Type"); !strings.HasPrefix(kind, "text/") {
			t.Errorf("%s is %s", path, kind)
		}
		zipped, raw := get(t, h, path, "Accept-Encoding", "gzip, deflate")
		if len(body) >= compressFrom {
			z, err := gzip.NewReader(strings.NewReader(raw))
			if err != nil {
				t.Fatal(err)
			}
			if back, _ := io.ReadAll(z); string(back) != body || zipped.Header.Get("Content-Encoding") != "gzip" {
				t.Errorf("%s: the compressed form is another", path)
			}
		}
		small, raw := get(t, h, path, "Accept-Encoding", "gzip, deflate, br")
		if small.Header.Get("Content-Encoding") != "br" || len(raw) >= len(body) {
			t.Errorf("%s: no brotli: %d of %d bytes", path, len(raw), len(body))
		}
		total += len(raw)
		if again, _ := get(t, h, path, "Accept-Encoding", "br", "If-None-Match", small.Header.Get("ETag")); again.StatusCode != http.StatusNotModified {
			t.Errorf("%s: %s for one who has it", path, again.Status)
		}
		if refused, _ := get(t, h, path, "Accept-Encoding", "br;q=0, gzip;q=0"); refused.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s is sent in a form that was refused", path)
		}
	}
	const most = 240_000
	if total > most {
		t.Errorf("script and styles are %d bytes compressed, more than %d", total, most)
	}
}
