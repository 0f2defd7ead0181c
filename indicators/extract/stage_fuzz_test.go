package extract

import (
	"strings"
	"testing"
	"unicode/utf8"

	"suanpan/indicators"
)

// addDocuments seeds a fuzzer with stretches of the documents that ship, and of
// the corpus where there is one.
func addDocuments(f *testing.F, add func(text string)) {
	f.Helper()
	texts := []string{shipped(f)}
	if haveCorpus() {
		for _, d := range corpus(f, "") {
			texts = append(texts, d.Text)
		}
	}
	const size = 1500 // of a stretch: more takes a fuzzer long to change
	for _, text := range texts {
		lines := strings.SplitAfter(text, "\n")
		for k := 0; k < len(lines); {
			var b strings.Builder
			for ; k < len(lines) && b.Len() < size; k++ {
				b.WriteString(lines[k])
			}
			add(b.String())
			k += 40 // a few of each document
		}
	}
}

// FuzzLayout finds the blocks of any text: they stand in order and apart, and
// every byte of a passage is that of the text it came from.
func FuzzLayout(f *testing.F) {
	addDocuments(f, func(text string) { f.Add(text) })
	f.Add("表1\n单位：亿元\n指标\t2023年\n甲\t5\n\n1.\n记者 甲\n[1]注：5\n　　全市1 234 . 5\n亿元 GDP per head 5\n6")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("a document is UTF-8")
		}
		checkBlocks(t, text, blocks(text))
	})
}

func checkBlocks(t *testing.T, text string, all []block) {
	t.Helper()
	last := 0
	for i := range all {
		b := &all[i]
		if b.start < last || b.end < b.start || b.end > len(text) {
			t.Fatalf("block %d at %d to %d, behind one that ends at %d of %d", i, b.start, b.end, last, len(text))
		}
		last = b.end
		if b.kind == blockTable {
			checkCells(t, text, b)
			continue
		}
		if !utf8.ValidString(b.text) {
			t.Fatalf("block %d is not UTF-8: %q", i, b.text)
		}
		before := int32(-1)
		for k := range int32(len(b.text)) {
			o := b.origin(k)
			if o <= before || int(o) < b.start || int(o) >= b.end {
				t.Fatalf("byte %d of block %d comes from %d, the one before from %d; the block stands at %d to %d", k, i, o, before, b.start, b.end)
			}
			if before = o; text[o] != b.text[k] && b.text[k] != ' ' {
				t.Fatalf("byte %d of block %d is %q, that of the text %q", k, i, b.text[k], text[o])
			}
		}
	}
}

func checkCells(t *testing.T, text string, b *block) {
	t.Helper()
	for _, r := range b.table.rows {
		for _, c := range r.cells {
			if c.start < b.start || c.end > b.end || c.start > c.end || !utf8.ValidString(text[c.start:c.end]) {
				t.Fatalf("cell at %d to %d of a table at %d to %d", c.start, c.end, b.start, b.end)
			}
		}
	}
}

// FuzzScan finds the tokens of any text: they stand in order and apart, on rune
// borders, and the figures that they point to are as [FuzzFigures] has them.
func FuzzScan(f *testing.F) {
	addDocuments(f, func(text string) { f.Add(tidy(text, 0, len(text)).text) })
	f.Add("居首，GDP5.3%[1]〔2〕2023年1-8月，超过、突破近万亿元，前三，A320、三高四新、12345热线（5G）")
	cat := loadCatalog(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("a document is UTF-8")
		}
		s := scanner{cat: cat}
		s.scan(text)
		last := int32(0)
		for k := range s.tokens {
			tok := &s.tokens[k]
			if tok.start < last || tok.end < tok.start || int(tok.end) > len(text) || !utf8.ValidString(text[last:tok.start]) || !utf8.ValidString(s.textOf(tok)) {
				t.Fatalf("token %d at %d to %d, behind one that ends at %d, of %d bytes", k, tok.start, tok.end, last, len(text))
			}
			if last = tok.end; tok.kind == tokFigure && (s.figures[tok.ref].start != tok.start || s.figures[tok.ref].end != tok.end) {
				t.Fatalf("token %d at %d to %d is a figure at %d to %d", k, tok.start, tok.end, s.figures[tok.ref].start, s.figures[tok.ref].end)
			}
		}
		checkFigures(t, text, s.figures)
	})
}

// FuzzCut reads a text whole and cut at each empty line: see [checkCut].
func FuzzCut(f *testing.F) {
	addDocuments(f, func(text string) { f.Add("某市统计公报", text) })
	f.Add("某县日报", "全县投资5亿元，增长3%。\n\n其中，工业投资2亿元。\n\n\n【农业】粮食产量3万吨。")
	r := benchReader(f)
	f.Fuzz(func(t *testing.T, title, text string) {
		d := indicators.Document{ID: "x", Title: title, Text: text, Region: "430200", Published: indicators.NewDate(2024, 3, 1)}
		if d.Validate() == nil {
			checkCut(t, r, &d, 3)
		}
	})
}
