package intake

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"suanpan/indicators"
)

// Meta is what is known of a text beside its words. A zero field is unknown.
type Meta struct {
	ID        string // "" for what the content gives; see [indicators.Document.Identify]
	Title     string
	Publisher string
	URL       string
	Kind      string
	Region    string
	Published indicators.Date
	Excerpt   bool
}

// Or returns m with each unknown field taken from n.
func (m Meta) Or(n Meta) Meta {
	for _, f := range []struct{ to, from *string }{
		{&m.ID, &n.ID},
		{&m.Title, &n.Title},
		{&m.Publisher, &n.Publisher},
		{&m.URL, &n.URL},
		{&m.Kind, &n.Kind},
		{&m.Region, &n.Region},
	} {
		if *f.to == "" {
			*f.to = *f.from
		}
	}
	if m.Published.IsZero() {
		m.Published = n.Published
	}
	m.Excerpt = m.Excerpt || n.Excerpt
	return m
}

// document returns the document of a text, identified and checked.
func (m Meta) document(text string) (*indicators.Document, error) {
	d := &indicators.Document{
		ID: m.ID, Title: m.Title, Publisher: m.Publisher, URL: m.URL, Kind: m.Kind,
		Region: m.Region, Published: m.Published, Excerpt: m.Excerpt, Text: text,
	}
	if strings.TrimSpace(text) == "" {
		return nil, errors.New("there is no text")
	}
	if d.ID == "" {
		d.ID = d.Identify()
	}
	return d, d.Validate()
}

// set takes one field by the name that front matter and files of metadata
// use. Names that it does not know are none of its concern.
func (m *Meta) set(key, value string) error {
	value = strings.TrimSpace(value)
	switch key {
	case "id":
		m.ID = value
	case "title":
		m.Title = value
	case "publisher":
		m.Publisher = value
	case "source":
		if isWebAddress(value) {
			m.URL = value
		} else if m.Publisher == "" {
			m.Publisher = value
		}
	case "url":
		if value != "" && !isWebAddress(value) {
			return fmt.Errorf("url %q: want an address that starts with https:// or http://", value)
		}
		m.URL = value
	case "kind":
		m.Kind = value
	case "region":
		m.Region = value
	case "published":
		date, err := parseDay(value)
		if err != nil {
			return err
		}
		m.Published = date
	case "excerpt":
		if value != "true" && value != "false" {
			return fmt.Errorf("excerpt %q: want true or false", value)
		}
		m.Excerpt = value == "true"
	}
	return nil
}

// parseDay reads a date of publication. Of one that is known to the month or
// year only it is the first day.
func parseDay(s string) (indicators.Date, error) {
	day := s
	switch len(s) {
	case len("2024"):
		day += "-01-01"
	case len("2024-02"):
		day += "-01"
	}
	date, err := indicators.ParseDate(day)
	if err != nil {
		return indicators.Date{}, fmt.Errorf("published %q: want a date such as 2024-02-01, 2024-02 or 2024", s)
	}
	return date, nil
}

func isWebAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// ParseMeta reads a file of metadata: one JSON object with the fields id,
// title, publisher, url, kind, region, published and excerpt;
// source stands for publisher, or for url where it is an address. Of a date
// that is known to the month or year only the first day is taken. Other
// fields are passed over. Name is what errors call the file.
func ParseMeta(name string, b []byte) (Meta, error) {
	text, _, err := Decode(b)
	if err != nil {
		return Meta{}, fmt.Errorf("%s: %w", name, err)
	}
	var fields map[string]any
	if err := json.Unmarshal([]byte(text), &fields); err != nil {
		return Meta{}, fmt.Errorf("%s: %w", name, explainJSON(err))
	}
	var m Meta
	for _, key := range metaKeys { // in this order: source yields to publisher
		var value string
		switch v := fields[key].(type) {
		case nil:
			continue
		case string:
			value = v
		case bool:
			value = fmt.Sprint(v)
		default:
			return Meta{}, fmt.Errorf("%s: %s: want a string", name, key)
		}
		if err := m.set(key, value); err != nil {
			return Meta{}, fmt.Errorf("%s: %w", name, err)
		}
	}
	return m, nil
}

var metaKeys = []string{"id", "title", "publisher", "source", "url", "kind", "region", "published", "excerpt"}
