// Package seeds holds the words that ship with suanpan as tab-separated
// tables: the first line of each is its header, lines that start with # are
// comments. The package knows nothing of their meaning; package catalog reads
// and checks them.
package seeds

import "embed"

// FS holds the tables at its root, by file name. It is read-only and safe for
// concurrent use.
//
//go:embed *.tsv
var FS embed.FS
