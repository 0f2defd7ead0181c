package main

import (
	"context"
	"fmt"
	"reflect"

	"suanpan/indicators"
	"suanpan/indicators/catalog"
	"suanpan/indicators/extract"
	"suanpan/indicators/intake"
)

// A keeper decides what becomes of a document that a file gave, and does it.
// One text is one document, whatever files hold it; what a person has said of
// a document since it was read stays.
type keeper struct {
	store   indicators.Store
	reader  *extract.Reader
	version string // of the reader's catalogue
	regions *catalog.Regions
	anew    bool // take the text of a file that is known again
}

// An intent is what is to become of one document.
type intent struct {
	doc      *indicators.Document // as it is to be kept
	was      *indicators.Document // as it is kept; nil where it is new
	read     bool                 // it is to be read and put
	barren   bool                 // it is as it was, and no figure was read from it: whether by this catalogue is not known
	figures  int                  // that it gave when it was read last
	rejects  int                  // numbers that were not kept then
	shared   bool                 // another file has given its text
	recorded bool                 // its original is on record as it is
	original indicators.Original  // of doc
}

// plan looks up what the store knows of a document and of the part of a file
// that gave it. Given is what was given for all files. It changes nothing.
func (k keeper) plan(ctx context.Context, item intake.Item, given intake.Meta, from indicators.Original) (intent, error) {
	in := intent{doc: item.Document, original: from}
	known, found, err := k.known(ctx, from)
	if err != nil {
		return in, err
	}
	var info indicators.DocumentInfo
	switch {
	case found:
		if info, _, err = k.info(ctx, known.Document); err == nil {
			err = in.merge(ctx, k.store, info.ID, func(was, d *indicators.Document) {
				if k.anew {
					d.Text, d.Pages = item.Document.Text, item.Document.Pages
				}
				takeGiven(d, item.Document, given)
			})
		}
	default:
		info, err = k.match(ctx, item, &in)
	}
	if err != nil {
		return in, err
	}
	in.original.Document = in.doc.ID
	if found {
		in.original.Name = known.Name // as it was first named
		in.recorded = known == in.original
	}
	in.decide(info, k.version)
	return in, nil
}

// match finds the document of the store that a document of an unknown file is.
func (k keeper) match(ctx context.Context, item intake.Item, in *intent) (indicators.DocumentInfo, error) {
	d := item.Document
	info, found, err := k.info(ctx, d.ID)
	if err != nil {
		return info, err
	}
	own := d.ID != d.Identify() // the file says what its ID is
	if found {
		in.shared = !own
		return info, in.merge(ctx, k.store, d.ID, func(was, kept *indicators.Document) {
			if own {
				*kept = *d
				kept.Edition = was.Edition
			}
		})
	}
	if own {
		return info, nil
	}
	for like, err := range k.store.FindDocuments(ctx, indicators.DocumentQuery{Fingerprint: indicators.Fingerprint(d.Text)}) {
		if err != nil {
			return info, err
		}
		edited, err := k.onlyFrom(ctx, like.ID, in.original, item)
		if err != nil {
			return info, err
		}
		switch {
		case edited: // the same file says something else of its text
			return like, in.merge(ctx, k.store, like.ID, func(_, kept *indicators.Document) {
				was := *kept
				*kept = *d
				kept.ID, kept.Edition = was.ID, was.Edition
			})
		case k.maySame(&like.Document, d):
			in.shared = true
			return like, in.merge(ctx, k.store, like.ID, func(_, kept *indicators.Document) { fillIn(kept, d) })
		}
	}
	edition, err := k.edition(ctx, d)
	if edition > 0 {
		later := *d
		later.Edition = edition
		in.doc = &later
	}
	return indicators.DocumentInfo{}, err
}

// edition returns how many documents of the store have the title, the
// publisher, the region and the day of a new one. What has no title, or neither
// publisher nor region, is no edition.
func (k keeper) edition(ctx context.Context, d *indicators.Document) (n int, err error) {
	if d.Title == "" || d.Publisher == "" && d.Region == "" {
		return 0, nil
	}
	for info, err := range k.store.FindDocuments(ctx, indicators.DocumentQuery{Title: d.Title}) {
		if err != nil {
			return 0, err
		}
		if info.Publisher == d.Publisher && k.sameRegion(info.Region, d.Region) && info.Published == d.Published {
			n = max(n, info.Edition+1)
		}
	}
	return n, nil
}

// merge makes the intent one to keep a document of the store with a change.
func (in *intent) merge(ctx context.Context, store indicators.Store, id string, change func(was, d *indicators.Document)) error {
	was, err := store.Document(ctx, id)
	if err != nil {
		return err
	}
	d := *was
	change(was, &d)
	in.was, in.doc = was, &d
	return nil
}

// decide says whether the document is to be read, of which info is known.
func (in *intent) decide(info indicators.DocumentInfo, version string) {
	same := in.was != nil && reflect.DeepEqual(in.was, in.doc)
	in.read = !same || info.Catalogue != version
	in.barren = same && info.Observations == 0
	in.figures, in.rejects = info.Observations, info.Rejects
}

// known returns what is on record of an original by its hash and part.
func (k keeper) known(ctx context.Context, o indicators.Original) (known indicators.Original, found bool, err error) {
	for known, err := range k.store.Originals(ctx, indicators.OriginalQuery{Hash: o.Hash}) {
		if err != nil || known.Part == o.Part {
			return known, err == nil, err
		}
	}
	return known, false, nil
}

// info returns what is known of a document.
func (k keeper) info(ctx context.Context, id string) (info indicators.DocumentInfo, found bool, err error) {
	for info, err := range k.store.FindDocuments(ctx, indicators.DocumentQuery{ID: id}) {
		return info, err == nil, err
	}
	return info, false, nil
}

// onlyFrom reports whether all originals of a document are a file of this name
// with other bytes. A stream of documents has one name for all of them.
func (k keeper) onlyFrom(ctx context.Context, id string, o indicators.Original, item intake.Item) (bool, error) {
	n := 0
	for had, err := range k.store.Originals(ctx, indicators.OriginalQuery{Document: id}) {
		if err != nil {
			return false, err
		}
		if had.Name != o.Name || had.Place != o.Place {
			return false, nil
		}
		n++
	}
	return n > 0 && item.Format != intake.JSONL && o.Name != "-", nil
}

// maySame reports whether two documents of one text may be one: they do not
// differ in where and when it was published. Who published it is called by many
// names.
func (k keeper) maySame(a, b *indicators.Document) bool {
	return (a.Region == "" || b.Region == "" || k.sameRegion(a.Region, b.Region)) &&
		(a.Published.IsZero() || b.Published.IsZero() || a.Published == b.Published)
}

// sameRegion reports whether two names are of one region: 海拉尔区 and
// 内蒙古自治区呼伦贝尔市海拉尔区.
func (k keeper) sameRegion(a, b string) bool {
	if a == b {
		return true
	}
	x, known := k.regions.Resolve(a, "", 0)
	y, ok := k.regions.Resolve(b, "", 0)
	return known && ok && x == y
}

// fillIn takes from b what is not known of a.
func fillIn(a, b *indicators.Document) {
	for _, f := range []struct{ to, from *string }{
		{&a.Title, &b.Title},
		{&a.Publisher, &b.Publisher},
		{&a.URL, &b.URL},
		{&a.Kind, &b.Kind},
		{&a.Region, &b.Region},
	} {
		if *f.to == "" {
			*f.to = *f.from
		}
	}
	if a.Published.IsZero() {
		a.Published = b.Published
	}
	if a.Pages == nil && a.Text == b.Text {
		a.Pages = b.Pages
	}
}

// takeGiven takes what was given for all files, and nothing that the file
// itself says otherwise.
func takeGiven(d, found *indicators.Document, given intake.Meta) {
	for _, f := range []struct{ to, found, given *string }{
		{&d.Publisher, &found.Publisher, &given.Publisher},
		{&d.Region, &found.Region, &given.Region},
		{&d.Title, &found.Title, &given.Title},
	} {
		if *f.given != "" && *f.found == *f.given {
			*f.to = *f.given
		}
	}
	if !given.Published.IsZero() && found.Published == given.Published {
		d.Published = given.Published
	}
}

// keep does what is intended, with what the document gave where it was read.
// What turns out to give as little as before is not put again.
func (k keeper) keep(ctx context.Context, in *intent, result *extract.Result) error {
	if in.read && in.barren && len(result.Observations) == 0 && len(result.Rejects) == in.rejects {
		in.read = false
	}
	if in.read {
		if err := k.store.Put(ctx, in.doc, result.Observations, result.Rejects); err != nil {
			return err
		}
	}
	if in.recorded {
		return nil
	}
	return k.store.PutOriginal(ctx, in.original)
}

// readDocument reads a document. A fault of the reader is an error of this
// document alone.
func (k keeper) readDocument(d *indicators.Document) (result *extract.Result, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			result, err = nil, &intake.Problem{
				Reason: fmt.Sprintf("reading it failed within suanpan: %v", fault),
				Remedy: "please report it with the file",
			}
		}
	}()
	return k.reader.Read(d)
}
