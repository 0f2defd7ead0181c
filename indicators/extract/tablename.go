package extract

import (
	"strings"

	"suanpan/indicators/catalog"
)

// named names the figures that a row has in a column.
func (t *tableReader) named(l *label, col *column) string {
	noun := col.noun
	if l.text == "" && l.region.code == "" && l.period.IsZero() {
		return ""
	}
	if strings.Contains(t.topic, "每百户") {
		return perHousehold(l.text, noun)
	}
	headed := t.headed(noun)
	if noun != "" && !headed && l.text != "" {
		return join(noun, t.rowName(l, "")) // 城镇, 农村
	}
	if noun == "" && t.d.cat.Classes.WeakHead.Has(col.weak) && !t.headed(l.text) && (l.parent == nil || !l.parent.headed) && !t.headed(t.topic) {
		noun, headed = col.weak, true
	}
	if l.text == "" || l.total {
		switch {
		case headed:
			modifier, _ := t.d.splitName(noun)
			return t.prefixed(noun, modifier)
		case noun != "":
			return t.d.partOf(t.topic, noun)
		case t.headed(t.topic):
			return t.topic
		case l.total:
			return t.topic
		}
		return ""
	}
	return t.rowName(l, noun)
}

// rowName names a row whose column measures noun.
func (t *tableReader) rowName(l *label, noun string) string {
	d, w := t.d, l.parent
	if noun != "" && strings.HasPrefix(t.topic, "限额以上") && strings.HasSuffix(t.topic, noun) {
		noun = "" // the title says whose
	}
	modifier, head := d.splitName(l.text)
	if head == "" && narrows(l.text) && t.before != nil && t.before.marked {
		return t.d.partOf(t.before.name, l.text+t.before.label)
	}
	switch {
	case head != "" && modifier == "" && w != nil && !w.headed:
		return w.name + l.text
	case head != "" && modifier == "" && w != nil && l.text != "出口" && l.text != "进口":
		m, _ := d.splitName(w.name)
		return join(m, l.text)
	case head != "" && w != nil:
		return d.partOf(w.name, l.text)
	case head != "":
		return t.prefixed(l.text, modifier)
	case noun != "" && (w == nil || !w.headed || !strings.Contains(w.name, "价格")):
		return join(l.text, noun)
	case w != nil && w.headed:
		return d.partOf(w.name, l.text)
	case t.headed(t.topic):
		return d.partOf(t.topic, l.text)
	}
	return l.text
}

// narrows reports whether a label only narrows the one before it:
// 90平方米及以下.
func narrows(s string) bool {
	return s != "" && s[0] >= '0' && s[0] <= '9' && strings.Contains(s, "平方米")
}

// prefixed puts the topic of a table before a head that cannot stand alone:
// 投资额 under 房地产开发和销售 is 房地产开发投资额.
func (t *tableReader) prefixed(name, modifier string) string {
	if modifier != "" && !t.d.cat.Classes.LoneHead.Has(modifier) || t.headed(t.topic) || !t.d.isDependent(strings.TrimPrefix(name, modifier)) {
		return name
	}
	if in, known := t.d.cat.Indicators.ByName(name); known {
		return in.Name
	}
	topic := t.topic
	for _, cut := range [...]string{"和", "及", "与", "、", "生产", "销售"} {
		if k := strings.Index(topic, cut); k > 0 {
			topic = topic[:k]
		}
	}
	if topic == "" || strings.Contains(name, topic) {
		return name
	}
	return join(topic, name)
}

// perHousehold names what so many households own.
func perHousehold(label, of string) string {
	if of != "" {
		of += "居民家庭"
	}
	return "每百户" + of + label + "拥有量"
}

// headed reports whether a name tells what is measured.
func (t *tableReader) headed(name string) bool {
	_, head := t.d.splitName(name)
	return head != ""
}

// splitName parts a name before its head, as a table shows it.
func (d *reading) splitName(name string) (modifier, head string) {
	if rest, ok := d.cat.Classes.ObjectHead.Ends(name); ok {
		return rest, name[len(rest):]
	}
	modifier, head, class := d.splitHead(name)
	if head != "" {
		if _, ok := d.cat.Classes.TableHead.Ends(head); ok || class != catalog.CountHead {
			return modifier, head
		}
	}
	if rest, ok := d.cat.Classes.TableHead.Ends(name); ok && rest != "" {
		return rest, name[len(rest):]
	}
	return name, ""
}
