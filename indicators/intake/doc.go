// Package intake makes documents of bytes: it tells the format of a file by its
// content, finds the encoding, takes the text out, takes what front matter, a
// file of metadata or the text itself says of it, and checks the result.
//
// A [Reader] reads files of every [Format] within [Limits]. Of plain text and
// Markdown the text of a document is what the file says behind its front
// matter, byte for byte once it is UTF-8, but for the tables of Markdown, whose
// cells tabs part: offsets of figures count from there.
// Of other formats it is made: a paragraph a line, a row of a table a line with
// tabs between its cells, in the order of reading, without menus, running
// heads and page numbers; a document of a PDF knows where its pages begin.
// [Text] makes a document of one plain text, [Lines] of each line of a stream
// of JSON.
//
// What is wrong is a [Problem]: the file, the place in it, the reason, the
// remedy. What is found by rule is a [Finding]: by what, and how sure.
//
// The package opens no files, but for the folder of its cache. It is safe for
// concurrent use.
package intake
