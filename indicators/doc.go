// Package indicators holds the nouns of suanpan: documents, the figures read
// from them, and the series that they make.
//
// The pipeline on one page:
//
//	bytes ──intake──▶ Document ──extract──▶ []Observation + []Reject ──Store──▶ Series ──charts──▶ page
//
// A [Document] is a text with its title, publisher, home region and date. The
// extractor finds the figures in it; a figure that it can place is an
// [Observation], one that it cannot is a [Reject] with a reason. An
// observation has a [Key], what it is about, a [Quantity], what it says, and a
// [Provenance], where it stands. A [Store] keeps all three; [Join] makes
// [Series] of observations, in which two documents that report one key are two
// vintages of one [Point].
//
// Nothing in this package does input or output, and no value is ever a float.
package indicators
