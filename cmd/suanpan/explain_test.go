package main

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"suanpan/indicators"
	"suanpan/indicators/extract"
)

// told is a reading of text with mentions, figures and rejects where the
// words first stand in it.
func told(t *testing.T, text string, mentions map[string]string, figures, rejects []string) *reading {
	t.Helper()
	rd := &reading{input: input{doc: &indicators.Document{ID: "a", Text: text}}}
	span := func(word string) indicators.Span {
		at := strings.Index(text, word)
		if at < 0 {
			t.Fatalf("%q is not in the text", word)
		}
		return indicators.Span{Start: at, End: at + len(word)}
	}
	for word, kind := range mentions {
		rd.Mentions = append(rd.Mentions, extract.Mention{Span: span(word), Type: kind})
	}
	for _, word := range figures {
		rd.Observations = append(rd.Observations, indicators.Observation{From: indicators.Provenance{Span: span(word)}})
	}
	for _, word := range rejects {
		rd.Rejects = append(rd.Rejects, indicators.Reject{Span: span(word), Quote: word, Reason: "date"})
	}
	return rd
}

func TestMarkedText(t *testing.T) {
	rd := told(
		t, "2023年，天元区粮食产量5—6万吨，第7名",
		map[string]string{"2023年": "period", "天元区": "region", "天元": "region", "粮食产量": "indicator", "5—6万吨": "quantity", "7": "number"},
		[]string{"5", "6万吨"}, []string{"第7名"},
	)
	rd.markedText()
	if got, want := rd.out.String(), "{2023年}，<天元区>«粮食产量»[5—6万吨]#1#2，第[7]×名\n"; got != want {
		t.Errorf("plain:\n%swant\n%s", got, want)
	}
	rd.out.Reset()
	rd.colour = true
	rd.markedText()
	if got := rd.out.String(); !strings.Contains(got, "\x1b[35m天元区\x1b[0m") || strings.Contains(got, "<天元区>") {
		t.Errorf("in colour: %q", got)
	}
}

func TestMarkedTextSurvivesSpansThatLie(t *testing.T) {
	rd := told(t, "全年", nil, nil, nil)
	rd.Mentions = []extract.Mention{
		{Span: indicators.Span{Start: 3, End: 99}, Type: "number"},
		{Span: indicators.Span{Start: 3, End: 3}, Type: "number"},
		{Span: indicators.Span{Start: 0, End: 3}, Type: "no such type"},
	}
	rd.markedText()
	if got := rd.out.String(); got != "全年\n" {
		t.Errorf("gave %q", got)
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		key  indicators.Key
		want string
	}{
		{indicators.Key{}, "数值"},
		{indicators.Key{Measure: indicators.Growth, Basis: indicators.YoY}, "同比增长"},
		{indicators.Key{Measure: indicators.Growth, Basis: indicators.YoY, Status: indicators.Target}, "目标·同比增长"},
		{indicators.Key{Measure: indicators.Rank, Basis: indicators.Plan}, "rank plan"},
	} {
		if got := measureWord(c.key); got != c.want {
			t.Errorf("%+v: %s, want %s", c.key, got, c.want)
		}
	}
	q := indicators.Quantity{Value: decimal.RequireFromString("5.10"), Unit: "%", Bound: indicators.AtLeast}
	if got := quantityWord(q); got != "≥5.10%" {
		t.Errorf("quantityWord = %s", got)
	}
	rejects := []indicators.Reject{{Reason: "name"}, {Reason: "date"}, {Reason: "age"}, {Reason: "date"}}
	if got, want := countRejects(rejects), "; 4 numbers not kept: date 2, age 1, name 1"; got != want {
		t.Errorf("countRejects = %q, want %q", got, want)
	}
}

func TestEveryMeasureHasAWord(t *testing.T) {
	for m := indicators.Level; m <= indicators.Rank; m++ {
		if measureWords[m][indicators.NoBasis] == "" {
			t.Errorf("%s has none", m)
		}
	}
	for b := indicators.NoBasis; b <= indicators.Plan; b++ {
		if measureWords[indicators.Growth][b] == "" || measureWords[indicators.Change][b] == "" {
			t.Errorf("growth and change on %q have none", b)
		}
	}
}
