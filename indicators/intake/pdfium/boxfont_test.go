package pdfium

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"testing"
)

// TestBoxFont: the font of the sandbox is what boxFont makes.
func TestBoxFont(t *testing.T) {
	b, err := root.ReadFile("root/usr/share/fonts/box.ttf")
	if err != nil || !bytes.Equal(b, boxFont()) {
		t.Errorf("%d bytes, %v", len(b), err)
	}
}

// boxFont returns a font in which every character is one and the same box.
func boxFont() []byte {
	be16 := func(values ...int) []byte {
		var b []byte
		for _, v := range values {
			b = binary.BigEndian.AppendUint16(b, uint16(v))
		}
		return b
	}
	be32 := func(values ...int) []byte {
		var b []byte
		for _, v := range values {
			b = binary.BigEndian.AppendUint32(b, uint32(v))
		}
		return b
	}
	join := func(parts ...[]byte) []byte {
		var b []byte
		for _, p := range parts {
			b = append(b, p...)
		}
		return b
	}
	const name = "Suanpan Box"
	var wide []byte
	for _, c := range name {
		wide = append(wide, 0, byte(c))
	}
	// One contour of four points on the curve, from (0, -120) to (100, 880): a
	// wide one would be taken for the width of narrow characters.
	box := join(be16(1, 0, -120, 100, 880, 3, 0), []byte{1, 1, 1, 1}, be16(0, 0, 100, 0), be16(-120, 1000, 0, -1000))
	many := be32(1, 0x20, 0x2FFFF, 1) // format 13: all to glyph 1
	tables := []struct {
		tag  string
		data []byte
	}{
		{"OS/2", join(
			be16(3, 1000, 400, 5, 0), be16(650, 700, 0, 140, 650, 700, 0, 480, 50, 250, 0), make([]byte, 10),
			be32(-1, -1, -1, -1), []byte("SPAN"), be16(0x40, 0x20, 0xFFFF, 880, -120, 0, 880, 120),
			be32(1<<0|1<<17|1<<18|1<<19|1<<20, 0), be16(500, 880, 0, 32, 1),
		)},
		{"cmap", join(be16(0, 1, 3, 10), be32(12), be16(13, 0), be32(16+len(many)-4, 0), many)},
		{"glyf", box},
		{"head", join(be32(0x10000, 0x10000, 0, 0x5F0F3CF5), be16(0, 1000), make([]byte, 16), be16(0, -120, 100, 880, 0, 8, 2, 1, 0))},
		{"hhea", join(be32(0x10000), be16(880, -120, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 1))},
		{"hmtx", be16(1000, 0, 0)},
		{"loca", be32(0, 0, len(box))},
		{"maxp", join(be32(0x10000), be16(2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0))},
		{"name", join(be16(0, 3, 6+3*12), be16(3, 1, 0x409, 1, len(wide), 0), be16(3, 1, 0x409, 2, 14, len(wide)), be16(3, 1, 0x409, 4, len(wide), 0),
			wide, []byte("\x00R\x00e\x00g\x00u\x00l\x00a\x00r"))},
		{"post", join(be32(0x30000, 0), be16(-100, 50), be32(0, 0, 0, 0, 0))},
	}
	power := bits.Len(uint(len(tables))) - 1
	directory := join(be32(0x10000), be16(len(tables), 16<<power, power, 16*(len(tables)-1<<power)))
	at := len(directory) + 16*len(tables)
	var body []byte
	for _, t := range tables {
		directory = join(directory, []byte(t.tag), be32(checksum(t.data), at+len(body), len(t.data)))
		body = append(body, t.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(directory, body...)
}

// checksum is the sum of the numbers of 32 bits that make up a table.
func checksum(b []byte) int {
	sum := uint32(0)
	for len(b) > 0 {
		var word [4]byte
		b = b[copy(word[:], b):]
		sum += binary.BigEndian.Uint32(word[:])
	}
	return int(sum)
}
