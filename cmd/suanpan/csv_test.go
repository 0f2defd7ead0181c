package main

import (
	"bytes"
	"encoding/csv"
	"slices"
	"testing"
)

func TestCSVRow(t *testing.T) {
	for _, c := range []struct {
		fields []string
		want   string
	}{
		{[]string{"a", "", "株洲"}, "a,,株洲\r\n"},
		{[]string{`say "a"`, "a,b"}, `"say ""a""","a,b"` + "\r\n"},
		{[]string{"one\ntwo", "one\r\ntwo"}, "\"one\ntwo\",\"one\r\ntwo\"\r\n"},
		{[]string{"-5.3", " a "}, "-5.3, a \r\n"},
	} {
		var b bytes.Buffer
		csvRow(&b, c.fields)
		if b.String() != c.want {
			t.Errorf("%q gave %q, want %q", c.fields, b.String(), c.want)
		}
	}
}

func FuzzCSVRow(f *testing.F) {
	f.Add("a", "b\n\"c")
	f.Fuzz(func(t *testing.T, a, b string) {
		if bytes.ContainsRune([]byte(a+b), '\r') {
			return // encoding/csv reads CR LF as LF
		}
		var buf bytes.Buffer
		csvRow(&buf, []string{"x", a, b})
		got, err := csv.NewReader(&buf).Read()
		if err != nil || !slices.Equal(got, []string{"x", a, b}) {
			t.Errorf("%q, %q came back as %q, %v", a, b, got, err)
		}
	})
}
