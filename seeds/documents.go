package seeds

import "embed"

// Documents holds the folder documents: the digests that ship, NAME.md, each
// with the table of its figures, NAME.figures.tsv, beside it. Their format is
// in documents/README.md.
//
//go:embed documents
var Documents embed.FS
