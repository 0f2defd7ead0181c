package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"reflect"
	"slices"

	"suanpan/indicators"
	"suanpan/indicators/extract"
	"suanpan/indicators/intake"
)

// A taken is one document of a file on its way into the store, or why there is
// none.
type taken struct {
	item  intake.Item // its document is nil where the file was not parsed
	given intake.Meta // for all files
	intent
	result *extract.Result // of reading the document; nil where that is not done yet
	err    error           // of the document
	fault  error           // of the store: it ends all
}

// aheadBytes bounds the text of one file that a worker reads ahead of its turn.
// The rest of a greater file is read when it is put.
const aheadBytes = 4 << 20

// take makes documents of a piece and reads those that are new or changed. It
// only looks at the store.
func (k keeper) take(ctx context.Context, r *intake.Reader, pc piece) (list []taken) {
	switch {
	case pc.err != nil:
		return []taken{{item: intake.Item{File: pc.file}, err: pc.err}}
	case pc.item != nil:
		o := indicators.Original{Part: 1, Parts: 1}
		if d := pc.item.Document; d != nil {
			o.Hash = hashOfLine(d)
		}
		list = []taken{k.takeItem(ctx, *pc.item, pc, o)}
	default:
		known, ok, err := k.takeKnown(ctx, pc)
		switch {
		case err != nil:
			return []taken{{item: intake.Item{File: pc.file}, fault: err}}
		case ok:
			list = known
		default:
			items := slices.Collect(r.Read(ctx, pc.file, bytes.NewReader(pc.bytes), pc.given))
			for i, item := range items {
				o := indicators.Original{Hash: pc.hash, Part: i + 1, Parts: len(items)}
				list = append(list, k.takeItem(ctx, item, pc, o))
			}
		}
	}
	ahead := 0
	for i := range list {
		t := &list[i]
		if t.err != nil || t.fault != nil || !t.read {
			continue
		}
		if ahead += len(t.doc.Text); ahead > aheadBytes && i > 0 {
			break
		}
		t.result, t.err = k.readDocument(t.doc)
	}
	return list
}

func (k keeper) takeItem(ctx context.Context, item intake.Item, pc piece, o indicators.Original) taken {
	t := taken{item: item, given: pc.flags, err: item.Err}
	if t.err == nil {
		o.Name, o.Place, o.Format = pc.file, item.Place, string(item.Format)
		t.intent, t.fault = k.plan(ctx, item, pc.flags, o)
	}
	return t
}

// takeKnown returns the documents of a file of which all bytes and all
// documents are known, and of which nothing else is given now. It need not be
// parsed.
func (k keeper) takeKnown(ctx context.Context, pc piece) (list []taken, ok bool, err error) {
	if k.anew {
		return nil, false, nil
	}
	for o, err := range k.store.Originals(ctx, indicators.OriginalQuery{Hash: pc.hash}) {
		if err != nil {
			return nil, false, err
		}
		info, found, err := k.info(ctx, o.Document)
		if err != nil || !found || !agrees(pc.flags, &info.Document, o.Parts > 1) {
			return nil, false, err
		}
		t := taken{item: intake.Item{File: pc.file, Place: o.Place, Format: intake.Format(o.Format)}}
		t.doc, t.was, t.original, t.recorded = &info.Document, &info.Document, o, true
		if t.decide(info, k.version); t.read {
			if t.doc, err = k.store.Document(ctx, info.ID); err != nil {
				return nil, false, err
			}
			t.was = t.doc
		}
		list = append(list, t)
	}
	return list, len(list) > 0 && len(list) == list[0].original.Parts, nil
}

// agrees reports whether a document has all that is given for it. Of one of
// several in a file no title is given, and a date only where it has none.
func agrees(given intake.Meta, d *indicators.Document, several bool) bool {
	same := func(given, has string) bool { return given == "" || given == has }
	return same(given.Publisher, d.Publisher) && same(given.Region, d.Region) && (several || same(given.Title, d.Title)) &&
		(several && !d.Published.IsZero() || same(given.Published.String(), d.Published.String()))
}

// settle puts a document that was taken into the store. What was put since it
// was taken may have changed what is intended. An error is of the store.
func (k keeper) settle(ctx context.Context, t *taken) error {
	switch {
	case ctx.Err() != nil: // what was taken since may be an error of that alone
		return ctx.Err()
	case t.fault != nil:
		return t.fault
	case t.err != nil, t.item.Document == nil && !t.read:
		return nil
	}
	before := t.doc
	var err error
	if t.item.Document == nil {
		t.doc, err = k.store.Document(ctx, before.ID)
	} else {
		t.intent, err = k.plan(ctx, t.item, t.given, t.original)
	}
	if err != nil {
		return err
	}
	if t.read && (t.result == nil || !reflect.DeepEqual(before, t.doc)) {
		if t.result, t.err = k.readDocument(t.doc); t.err != nil {
			return nil
		}
	}
	err = k.keep(ctx, &t.intent, t.result)
	if t.read {
		t.figures, t.rejects = len(t.result.Observations), len(t.result.Rejects)
	}
	var refused *indicators.RefusedError
	if errors.As(err, &refused) {
		t.err, err = &intake.Problem{Reason: cmp.Or(errors.Unwrap(refused.Err), refused.Err).Error()}, nil
	}
	return err
}
