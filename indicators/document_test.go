package indicators

import "testing"

func TestIdentifyTellsApartWhatDatesAndPlaces(t *testing.T) {
	d := Document{Title: "a", Text: "b"}
	same := Document{Title: "a", Text: "b", URL: "https://example.org/"}
	dated := Document{Title: "a", Text: "b", Published: NewDate(2024, 1, 1)}
	shifted := Document{Title: "ab", Text: ""}
	if d.Identify() != same.Identify() {
		t.Error("an address changed the ID")
	}
	if d.Identify() == dated.Identify() || d.Identify() == shifted.Identify() {
		t.Error("different documents have one ID")
	}
}

func TestValidate(t *testing.T) {
	for _, d := range []Document{{Text: "\xff"}, {Text: " \n"}, {Text: "a", Published: NewDate(2024, 2, 30)}} {
		if d.Validate() == nil {
			t.Errorf("%+v is valid", d)
		}
	}
	if err := (&Document{Text: "全年"}).Validate(); err != nil {
		t.Error(err)
	}
}

func TestPage(t *testing.T) {
	d := Document{Text: "0123456789", Pages: []int{0, 4, 4, 8}} // page 2 has no text
	for at, want := range map[int]int{-1: 0, 0: 1, 3: 1, 4: 3, 7: 3, 8: 4, 10: 4} {
		if got := d.Page(at); got != want {
			t.Errorf("byte %d is on page %d, want %d", at, got, want)
		}
	}
	if got := (&Document{Text: "0"}).Page(0); got != 0 {
		t.Errorf("a text without pages has page %d", got)
	}
}

func TestSpanOf(t *testing.T) {
	if got := (Span{0, 3}).Of("年末"); got != "年" {
		t.Errorf("got %q", got)
	}
	if got := (Span{3, 9}).Of("年末"); got != "" {
		t.Errorf("a span outside the text gave %q", got)
	}
}
