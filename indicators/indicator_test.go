package indicators

import (
	"encoding/json"
	"testing"
)

func TestKindText(t *testing.T) {
	for k := KindUnknown; k <= KindIndex; k++ {
		text, err := k.MarshalText()
		if err != nil {
			t.Fatalf("%d: %v", k, err)
		}
		back := Kind(99)
		if err := back.UnmarshalText(text); err != nil || back != k || back.String() != string(text) {
			t.Errorf("%q read back as %v, %v", text, back, err)
		}
	}
	if got := (KindIndex + 1).String(); got != "8" {
		t.Errorf("a Kind without a name is %q", got)
	}
	k := KindFlow
	if err := k.UnmarshalText([]byte("Flow")); err == nil || k != KindFlow {
		t.Errorf("UnmarshalText of an unknown word: %v, left %v", err, k)
	}
}

func TestRiseText(t *testing.T) {
	for r := RiseNeither; r <= RiseBad; r++ {
		text, err := r.MarshalText()
		if err != nil {
			t.Fatalf("%d: %v", r, err)
		}
		back := Rise(99)
		if err := back.UnmarshalText(text); err != nil || back != r || back.String() != string(text) {
			t.Errorf("%q read back as %v, %v", text, back, err)
		}
	}
	if got := (RiseBad + 1).String(); got != "3" {
		t.Errorf("a Rise without a name is %q", got)
	}
	r := RiseGood
	if err := r.UnmarshalText([]byte("")); err == nil || r != RiseGood {
		t.Errorf("UnmarshalText of nothing: %v, left %v", err, r)
	}
}

func TestIndicatorJSON(t *testing.T) {
	b, err := json.Marshal(struct {
		Kind Kind
		Rise Rise
	}{KindStock, RiseBad})
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"Kind":"stock","Rise":"bad"}`; string(b) != want {
		t.Errorf("got %s, want %s", b, want)
	}
}

func TestOpenIndicator(t *testing.T) {
	tests := []struct {
		id, name string
		open     bool
	}{
		{OpenIndicator("麦冬种植面积"), "麦冬种植面积", true},
		{OpenIndicator(""), "", true},
		{"gdp", "gdp", false},
		{"", "", false},
	}
	for _, tt := range tests {
		if got := IsOpen(tt.id); got != tt.open {
			t.Errorf("IsOpen(%q) = %v", tt.id, got)
		}
		if name, ok := OpenName(tt.id); name != tt.name || ok != tt.open {
			t.Errorf("OpenName(%q) = %q, %v", tt.id, name, ok)
		}
	}
}
