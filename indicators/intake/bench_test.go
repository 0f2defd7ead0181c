package intake

import (
	"bytes"
	"strings"
	"testing"
)

// BenchmarkRead reads documents of each format: bytes of the file a second.
func BenchmarkRead(b *testing.B) {
	plain := []byte("衢州市2023年国民经济和社会发展统计公报\n衢州市统计局\n2024年3月20日\n\n一、综合\n" + strings.Repeat("全年粮食产量48.7万吨，比上年增长1.2%；油料产量5.10万吨，增长0.8%。\n", 600))
	page := []byte(strings.Replace(sitePage, "<p>资料", strings.Repeat("<p>全年粮食产量<b>48.7</b>万吨。</p>\n", 600)+"<p>资料", 1))
	for _, c := range []struct {
		name  string
		bytes []byte
	}{
		{"text", plain},
		{"html", page},
		{"docx", word(b, strings.Repeat(para("全年粮食产量", "48.7", "万吨。"), 600))},
		{"csv", []byte("指标,数\n" + strings.Repeat("粮食产量,48.7\n", 600))},
		{"pdf", bulletin()},
	} {
		b.Run(c.name, func(b *testing.B) {
			r := newTestReader(b, Limits{})
			readAll(b, r, "a", c.bytes, Meta{})
			b.SetBytes(int64(len(c.bytes)))
			for b.Loop() {
				for item := range r.Read(b.Context(), "a", bytes.NewReader(c.bytes), Meta{}) {
					if item.Err != nil {
						b.Fatal(item.Err)
					}
				}
			}
		})
	}
	b.Run("text alone", func(b *testing.B) {
		b.SetBytes(int64(len(plain)))
		for b.Loop() {
			if _, err := Text("a", plain, Meta{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
