package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"suanpan/indicators"
	"suanpan/indicators/intake"
)

// A piece is what one worker takes at a time: a file, or one document of a
// stream of documents.
type piece struct {
	file  string      // as it is named; - is standard input
	flags intake.Meta // given for all files
	given intake.Meta // beside the file, then for all
	bytes []byte      // of the file
	hash  string      // of the bytes, and of those of a file of metadata beside it
	item  *intake.Item
	err   error // why there is neither
	done  int64 // bytes of the file that it stands for
}

func (p piece) held() int {
	if p.item != nil && p.item.Document != nil {
		return len(p.item.Document.Text)
	}
	return len(p.bytes)
}

// pieces yields the pieces of files, in their order.
func (p *program) pieces(r *intake.Reader, sources []source, about intake.Meta) iter.Seq[piece] {
	return func(yield func(piece) bool) {
		for _, s := range sources {
			if !p.piecesOf(r, s, about, yield) {
				return
			}
		}
	}
}

// piecesOf yields the pieces of a file and reports whether more are wanted.
func (p *program) piecesOf(r *intake.Reader, s source, about intake.Meta, yield func(piece) bool) bool {
	pc := piece{file: s.name, flags: about, given: about, done: s.size}
	fails := func(err error) bool {
		pc.err = err
		return yield(pc)
	}
	from, sum := p.in, sha256.New()
	if s.name == "-" {
		if isTerminal(p.in) {
			fmt.Fprintln(p.err, "suanpan: reading standard input; end it with Ctrl-D")
		}
	} else {
		beside, err := metaBeside(s.name)
		if err != nil {
			return fails(err)
		}
		side, err := os.ReadFile(strings.TrimSuffix(s.name, filepath.Ext(s.name)) + metaEnding)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fails(err)
		}
		f, err := os.Open(s.name)
		if err != nil {
			return fails(err)
		}
		defer f.Close()
		from, pc.given = f, beside.Or(about)
		sum.Write(side)
	}
	read := &countingReader{Reader: from}
	buffered := bufio.NewReaderSize(read, 64<<10)
	head, err := buffered.Peek(64 << 10)
	if err != nil && err != io.EOF {
		return fails(err)
	}
	if !intake.IsStream(head) {
		pc.bytes, err = io.ReadAll(io.LimitReader(buffered, intake.MaxBytes+1)) // a byte more: the reader says that it is too many
		if err != nil {
			return fails(err)
		}
		sum.Write(pc.bytes)
		pc.hash = hex.EncodeToString(sum.Sum(nil))
		return yield(pc)
	}
	var before int64
	for item := range r.Read(p.ctx, s.name, buffered, pc.given) {
		pc.item, pc.done, before = &item, read.n-before, read.n
		if !yield(pc) {
			return false
		}
	}
	return true
}

// countingReader counts what is read.
type countingReader struct {
	io.Reader
	n int64
}

func (r *countingReader) Read(b []byte) (int, error) {
	n, err := r.Reader.Read(b)
	r.n += int64(n)
	return n, err
}

// hashOfLine is the hash of what a line of a stream says of a document.
func hashOfLine(d *indicators.Document) string {
	b, err := json.Marshal(d)
	if err != nil { // there is a form for every document
		b = []byte(d.ID)
	}
	sum := sha256.Sum256(append([]byte("line "), b...))
	return hex.EncodeToString(sum[:])
}
