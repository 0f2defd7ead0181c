// Package audit compares figures with each other and says where they do not
// fit: [Findings]. It reads no text and knows no store.
//
// # Precision
//
// A printed figure stands for all values that round to it: 512.3亿元 for those
// from 512.25亿 to 512.35亿, ends included. Figures fit if there are values that
// they may stand for which fit; all else is a finding. The bounds are carried
// through each sum exactly, and no sum divides. Figures with a word of
// approximation (约, 超, 以上) are compared with nothing, nor are fractions in
// words (三分之一), whose decimals nobody printed.
//
// # Several figures of one thing
//
// Where a document or several say one thing in more than one way, a check is
// content with any of them: growth fits the year before as it was first
// published or as it was revised. That the figures differ among themselves is
// a finding of its own.
//
// # Checks
//
// Each check is a row of the table in this package; see [Checks].
package audit
