package extract

import (
	"strings"

	"suanpan/indicators/catalog"
)

// listOf returns the list of names that the noun of a clause without figures
// opens with: [汽车、水泵、缝纫机]是我市出口前三大商品. It is empty where there is
// none.
func (d *reading) listOf(n part) part {
	if n.empty() {
		return part{}
	}
	for k := n.a; k < n.b; k++ {
		if shut := d.shortBracket(k, n.b); shut > 0 {
			k = shut
			continue
		}
		if t := &d.tokens[k]; t.start >= n.start && !t.is(solid) && !t.is(catalog.Link) && (t.is(catalog.Arrive|catalog.RankVerb|catalog.Each|change) ||
			t.is(catalog.Verb|catalog.Lead|catalog.Adverb) && t.end-t.start >= 6) {
			n.end, n.b = t.start, k
			break
		}
	}
	if headed := d.headedNoun(n); !headed.empty() && len(d.cuts(headed, true)) == len(d.cuts(n, true)) {
		n = headed // 冶金、木业两大产业增加值一降一升, 汽车、水泵等产品产量增长较快
	} else if i := strings.LastIndex(d.text[n.start:max(n.start, n.end)], "等"); i > 0 {
		n.end = n.start + int32(i)
		for n.b > n.a && d.tokens[n.b-1].start >= n.end {
			n.b--
		}
	}
	if n.empty() || len(d.cuts(n, true)) == 0 {
		return part{}
	}
	return n
}

// namesBefore pairs n values with the names that the clause before lists, each
// with what the phrase says of all: 汽车、水泵是主要商品，出口额分别为….
func (d *reading) namesBefore(p *phrase, n int) []string {
	if !p.has(catalog.Each) || d.listed.empty() || d.itemsEnd > d.listed.end {
		return nil
	}
	names := d.splitNames(d.listed, n)
	if names == nil {
		return nil
	}
	noun, object := d.compose(p.noun), ""
	if !p.object.empty() {
		object = d.compose(p.object)
	}
	lead := ""
	for _, word := range d.cat.Classes.Pronoun {
		if before, _, ok := strings.Cut(noun, word); ok {
			lead, noun = before, "" // 对上述国家分别进出口
			break
		}
	}
	if of, head, _ := d.splitHead(noun); of != "" && head != "" && lead == "" {
		return nil // the noun says of its own what it is of
	}
	for i := range names {
		names[i] = lead + join(names[i], noun+object)
	}
	return names
}

// withNoun returns the items of the list before, each with the noun that stands
// before 分别: 煤、原油分别进口…，进口均价分别上涨….
func (d *reading) withNoun(noun string) []subject {
	const longest = 24 // bytes of such a noun
	if len(noun) > longest {
		return nil
	}
	out := make([]subject, len(d.items))
	for i, item := range d.items {
		name := join(item.printed, noun)
		if len(name) == len(item.printed)+len(noun) && item.modifier != "" && item.head != "" {
			name = join(item.modifier, noun)
		}
		out[i] = d.named(name)
	}
	return out
}

// sumsUp reports whether a phrase sums up the list before it: 三者合计. Places
// are none: what is summed up then is their region's.
func (d *reading) sumsUp(p *phrase, noun string) bool {
	if len(d.items) < 2 || len(d.itemPlaces) > 0 || !strings.Contains(d.text[p.start:p.end], "合计") {
		return false
	}
	c := d.cat.Classes
	return noun == "" || c.Summed.Has(noun) || c.Pronoun.In(noun) && len(noun) <= 30
}

// allItems names the items of the list before as one thing, what they share at
// the end said once.
func (d *reading) allItems() string {
	names := make([]string, 0, len(d.items))
	tail := d.items[0].head
	for _, item := range d.items {
		if item.head != tail {
			tail = ""
		}
	}
	for i, item := range d.items {
		name := item.printed
		if tail != "" && i < len(d.items)-1 {
			name = strings.TrimSuffix(name, tail)
		}
		names = append(names, name)
	}
	return strings.Join(names, "、")
}

// doerOf returns who a clause without figures tells of: [民营企业]继续保持主力军
// 地位. It is empty where the noun opens with none.
func (d *reading) doerOf(n part) part {
	const longest = 15 // bytes that may tell of it in words unknown
	for k := n.a; k < n.b; k++ {
		t := &d.tokens[k]
		if t.start >= n.start && t.start > n.start && !t.is(solid) && t.end-t.start >= 6 && t.is(catalog.Verb|catalog.Lead|catalog.Adverb|catalog.Arrive|change) {
			n.end, n.b = t.start, k
			break
		}
		if t.is(catalog.HeadNoun|catalog.PartNoun) && n.end > t.end && n.end-t.end <= longest {
			n.end, n.b = t.end, k+1
			break
		}
	}
	if _, ok := d.cat.Classes.Doer.Ends(d.text[n.start:n.end]); ok {
		return n
	}
	return part{}
}

// topic lets what a clause says the text is looked at by give the parts behind
// it their head: 从工业产品产量看，水泥增长3%.
func (d *reading) topic(start, end int32, n part) {
	if n.empty() || !isTopic(d.text[start:end]) {
		return
	}
	d.headParts(n)
}

// headParts lets a noun give the parts behind it its head, where it has one
// that parts take.
func (d *reading) headParts(n part) {
	if _, head, class := d.splitHead(d.compose(n)); class == catalog.AmountHead || class == catalog.PriceHead {
		d.subject = d.named(head)
		d.thing, d.whole, d.parts = d.subject, d.subject, true
	}
}

// isTopic reports whether a clause names what is looked at: 从产品看.
func isTopic(said string) bool {
	return (strings.HasPrefix(said, "从") || strings.HasPrefix(said, "就")) && strings.HasSuffix(said, "看")
}

// saysAgain reports whether a noun begins with the head of the clause before,
// which says more: 住户存款快速增长，存款余额….
func (d *reading) saysAgain(noun string) bool {
	lead := d.compose(d.lead)
	_, head, class := d.splitHead(lead)
	return class == catalog.AmountHead && len(head) >= 6 && head != lead && head != noun && strings.HasPrefix(noun, head)
}
