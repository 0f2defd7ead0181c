package intake

import (
	"fmt"

	"suanpan/indicators"
)

// MaxBytes is the greatest size of a file or of a line that intake reads.
const MaxBytes = 64 << 20

// Text makes a document of a plain text with or without front matter. What
// the front matter does not say comes from beside. Name is what errors call
// the file.
func Text(name string, b []byte, beside Meta) (*indicators.Document, error) {
	if len(b) > MaxBytes {
		return nil, fmt.Errorf("%s: %d bytes are more than the %d that one document may have; split it", name, len(b), MaxBytes)
	}
	text, _, err := Decode(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	m, body, err := frontMatter(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	d, err := m.Or(beside).document(body)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return d, nil
}
