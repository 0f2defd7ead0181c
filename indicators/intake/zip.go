package intake

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
)

// container yields the documents of the files in a ZIP container, in the
// order of their names. NAME.meta.json says of NAME.pdf what it does beside a
// file. It reports whether more are wanted.
func (r *Reader) container(ctx context.Context, f file, c *container, yield func(Item) bool) bool {
	if f.depth >= r.limits.Depth {
		return yield(f.fails(&Problem{
			Reason: fmt.Sprintf("it is a container within %d others, the most that are opened", f.depth),
			Remedy: "unpack it yourself",
		}))
	}
	type member struct {
		name string
		at   int
	}
	var members []member
	meta := map[string]int{}
	for i, z := range c.files {
		name := path.Clean(strings.ReplaceAll(nameIn(z), `\`, "/"))
		base := path.Base(name)
		switch {
		case z.FileInfo().IsDir(), strings.HasPrefix(base, "."), strings.HasPrefix(base, "~$"), strings.HasPrefix(name, "__MACOSX/"), strings.EqualFold(base, "README.md"):
		case strings.HasSuffix(name, metaEnding):
			meta[strings.TrimSuffix(name, metaEnding)] = i
		default:
			members = append(members, member{name, i})
		}
	}
	slices.SortStableFunc(members, func(a, b member) int { return strings.Compare(a.name, b.name) })
	if len(members) == 0 {
		return yield(f.fails(&Problem{Reason: "it holds no file"}))
	}
	for _, m := range members {
		in := file{name: f.name, place: joinPlaces(f.place, m.name), stem: stem(m.name), given: f.given, depth: f.depth + 1}
		if ctx.Err() != nil {
			return yield(in.fails(&Problem{Reason: "reading was stopped", Cause: ctx.Err()}))
		}
		if problem := r.unpackInto(&in, c, m.at, meta, strings.TrimSuffix(m.name, path.Ext(m.name))); problem != nil {
			if !yield(in.fails(problem)) {
				return false
			}
			continue
		}
		if head := in.bytes[:min(len(in.bytes), sniffed)]; isJSONLines(head) {
			if _, other := signatureOf(head); !other {
				if !r.lines(ctx, in, strings.NewReader(string(in.bytes)), yield) {
					return false
				}
				continue
			}
		}
		if !r.file(ctx, in, yield) {
			return false
		}
	}
	return true
}

// metaEnding ends the names of files of metadata.
const metaEnding = ".meta.json"

// unpackInto gives a file in a container its bytes, and what a file of
// metadata beside it says.
func (r *Reader) unpackInto(in *file, c *container, at int, meta map[string]int, name string) *Problem {
	var problem *Problem
	if i, ok := meta[name]; ok {
		b, problem := c.unpack(c.files[i], 1<<20)
		if problem != nil {
			return problem
		}
		m, err := ParseMeta(path.Base(name)+metaEnding, b)
		if err != nil {
			return &Problem{Reason: err.Error()}
		}
		in.given = m.Or(in.given)
	}
	in.bytes, problem = c.unpack(c.files[at], r.limits.Bytes)
	return problem
}
