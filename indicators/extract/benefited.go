package extract

import "strings"

// benefits are verbs of people who get something, or take part in it.
var benefits = [...]string{"享受", "领取", "参加"}

// benefited names the people behind whose number bytes after to stop say what
// they get: 1275人享受城市居民最低生活保障. It is empty where they say no such thing.
func (d *reading) benefited(after, stop int32) string {
	const longest = 60 // bytes
	said := d.text[after:stop]
	if len(said) > longest {
		return ""
	}
	for _, verb := range benefits {
		what, ok := strings.CutPrefix(said, verb)
		if !ok {
			continue
		}
		if what = trimName(strings.TrimPrefix(what, "了")); what == "" {
			return ""
		}
		if verb == "参加" && strings.HasSuffix(what, "保险") {
			return d.insured(verb+what, what)
		}
		return verb + what + "人数"
	}
	return ""
}
