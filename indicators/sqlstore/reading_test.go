package sqlstore

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"suanpan/indicators"
)

func sample() indicators.Observation {
	return indicators.Observation{
		Quantity:   indicators.Quantity{Value: decimal.New(234, 6), Bound: indicators.About, Printed: "约2.34亿元"},
		Name:       "政策资金",
		Place:      `"引号"\市`,
		Qualifiers: indicators.Qualifiers{Flow: "累计"},
		From: indicators.Provenance{
			Document: "d", Catalogue: "c", Rule: "level",
			Span: indicators.Span{Start: 12, End: 25}, Sentence: indicators.Span{Start: 0, End: 60},
			Trace: []indicators.Step{
				{Attribute: "subject", Value: "],[", Origin: "own", Span: indicators.Span{Start: 3, End: 9}},
				{Attribute: "region", Value: "\n\x1f", Origin: "document"},
			},
		},
	}
}

const sampleText = `["约2.34亿元",6,2,"政策资金","\"引号\"\\市",["","","","","累计",""],"d","c","level",12,25,0,60,[["subject","],[","own",3,9],["region","\n\u001f","document",0,0]]]`

func TestReading(t *testing.T) {
	o := sample()
	if text := encodeReading(&o); text != sampleText {
		t.Errorf("got  %s\nwant %s", text, sampleText)
	}
	if !json.Valid([]byte(sampleText)) {
		t.Error("not JSON")
	}
	got := indicators.Observation{Quantity: indicators.Quantity{Value: o.Value}}
	exponent, _, err := decodeReading(sampleText, &got, nil)
	if err != nil || exponent != 6 {
		t.Fatalf("exponent %d, %v", exponent, err)
	}
	if diff := cmp.Diff(o, got); diff != "" {
		t.Error(diff)
	}
}

// TestReadingArena: traces read one after the other do not share room.
func TestReadingArena(t *testing.T) {
	var arena []indicators.Step
	var a, b indicators.Observation
	for _, o := range []*indicators.Observation{&a, &b} {
		var err error
		if _, arena, err = decodeReading(sampleText, o, arena); err != nil {
			t.Fatal(err)
		}
	}
	_ = append(a.From.Trace, indicators.Step{Attribute: "mine"})
	b.From.Trace[0].Value = "changed"
	if want := sample().From.Trace; !cmp.Equal(a.From.Trace, want) || cmp.Equal(b.From.Trace, want) {
		t.Errorf("%v and %v", a.From.Trace, b.From.Trace)
	}
}

func TestReadingRefused(t *testing.T) {
	for i := range sampleText {
		var o indicators.Observation
		if _, _, err := decodeReading(sampleText[:i], &o, nil); err == nil {
			t.Errorf("%q: no error", sampleText[:i])
		}
	}
	var o indicators.Observation
	if _, _, err := decodeReading(sampleText+" ", &o, nil); err == nil {
		t.Error("text behind the end: no error")
	}
}

// FuzzReading: no text makes the reader fail but by an error, and what is read
// is written and read again as it was.
func FuzzReading(f *testing.F) {
	f.Add(sampleText)
	f.Add(`["",0,0,"","",[],"","","",0,0,0,0,[]]`)
	f.Fuzz(func(t *testing.T, text string) {
		var o indicators.Observation
		exponent, _, err := decodeReading(text, &o, nil)
		if err != nil || exponent > maxDigits || exponent < -maxDigits {
			return
		}
		o.Value = decimal.New(1, int32(exponent))
		again := indicators.Observation{Quantity: indicators.Quantity{Value: o.Value}}
		if _, _, err := decodeReading(encodeReading(&o), &again, nil); err != nil {
			t.Fatal(err)
		}
		// A string that is not UTF-8 may be written another way; Put refuses it.
		if json.Valid([]byte(text)) && !cmp.Equal(o, again) {
			t.Fatal(cmp.Diff(o, again))
		}
	})
}

func BenchmarkReading(b *testing.B) {
	o := sample()
	o.Place, o.From.Document = "湖南省株洲市", strings.Repeat("0", 64)
	o.From.Trace = slices.Repeat([]indicators.Step{{Attribute: "subject", Value: "政策资金", Origin: "own", Span: indicators.Span{Start: 3, End: 9}}}, 4)
	text := encodeReading(&o)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	var arena []indicators.Step
	for b.Loop() {
		var o indicators.Observation
		var err error
		if _, arena, err = decodeReading(text, &o, arena); err != nil {
			b.Fatal(err)
		}
	}
}
