// Package intake makes documents of bytes: it finds the encoding, takes what
// front matter or a file of metadata says of the text, and checks the result.
//
// [Text] reads one file, [Lines] a stream with a JSON document on each line.
// The text of a document is what the file says behind its front matter, byte
// for byte once it is UTF-8: offsets of figures count from there.
//
// The package opens no files. Its functions keep no state and are safe for
// concurrent use.
package intake
