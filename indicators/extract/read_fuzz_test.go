package extract

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"

	"suanpan/indicators"
)

// checkResult reports what the reading of no text may be: every span lies in
// the text on rune borders, and every quotation is what stands there.
func checkResult(t *testing.T, text string, res *Result) {
	t.Helper()
	border := func(i int) bool {
		return 0 <= i && i <= len(text) && (i == len(text) || utf8.RuneStart(text[i]))
	}
	inside := func(what string, s indicators.Span) {
		t.Helper()
		if s.Start > s.End || !border(s.Start) || !border(s.End) {
			t.Fatalf("%s at %d to %d, of %d bytes: not in the text on rune borders", what, s.Start, s.End, len(text))
		}
	}
	last := 0
	for i := range res.Observations {
		o := &res.Observations[i]
		inside("figure", o.From.Span)
		inside("sentence", o.From.Sentence)
		if o.From.Span.Start == o.From.Span.End {
			t.Fatalf("figure %q at %d is empty", o.Name, o.From.Span.Start)
		}
		if got := o.From.Span.Of(text); got != o.Printed {
			t.Fatalf("figure %q stands where the text has %q", o.Printed, got)
		}
		for _, step := range o.From.Trace {
			inside(step.Attribute, step.Span)
		}
		if o.From.Span.Start < last {
			t.Fatalf("figure %q at %d is behind one at %d", o.Printed, o.From.Span.Start, last)
		}
		last = o.From.Span.Start
		if o.Indicator == "" || !utf8.ValidString(o.Name) || !utf8.ValidString(o.Unit) {
			t.Fatalf("figure %q: indicator %q, name %q, unit %q", o.Printed, o.Indicator, o.Name, o.Unit)
		}
	}
	for i := range res.Rejects {
		x := &res.Rejects[i]
		inside("reject", x.Span)
		if got := x.Span.Of(text); got != x.Quote || x.Reason == "" {
			t.Fatalf("reject %q for %q stands where the text has %q", x.Quote, x.Reason, got)
		}
	}
}

// FuzzRead reads any text under any title, twice.
func FuzzRead(f *testing.F) {
	titles := []string{"某市2023年统计公报", "2024年政府工作报告", "某县日报", ""}
	add := func(text string) {
		for _, title := range titles {
			f.Add(title, text)
		}
	}
	names, _ := filepath.Glob("testdata/*.txt")
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for part := range strings.SplitSeq(string(text), "\n---\n") {
			body, _, _ := strings.Cut(part, "\n=>\n")
			f.Add(titles[len(body)%len(titles)], body)
		}
	}
	for _, text := range hostileReads(300) {
		add(text)
	}
	addDocuments(f, func(text string) { f.Add(titles[len(text)%len(titles)], text) })
	add("\ufeff全市\u00a0GDP\u200b达到１，２３４．５亿元\r\n\r\n增 长5 . 1 %\f")
	add("表1 主要指标\n单位：亿元\n指标\t2023年\t增长（%）\n生产总值\t512.3\t5.1\n#工业\t\t—\n")
	add("其中，分别占比，均居第，由到，较，（））（、、：；。")
	add("A州区、弌复工率均0$")
	add("[1]注：〔2〕5%【3】\x00\x7f5%𠀀5万𠀀元")
	r := benchReader(f)
	f.Fuzz(func(t *testing.T, title, text string) {
		d := indicators.Document{ID: "x", Title: title, Text: text, Region: "430200", Published: indicators.NewDate(2024, 3, 1)}
		res, err := r.Read(&d)
		if err != nil {
			if utf8.ValidString(text) && strings.TrimSpace(text) != "" {
				t.Fatal(err)
			}
			return
		}
		checkResult(t, text, res)
		again, err := r.Read(&d)
		if err != nil || !reflect.DeepEqual(res, again) {
			t.Fatalf("read twice with two results: %v", err)
		}
	})
}

// hostileReads are texts of about so many bytes that make a careless reader
// look at each byte many times, or keep much of each.
func hostileReads(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)+1) }
	return map[string]string{
		"digits":     fill("7"),
		"letters":    fill("a"),
		"magnitudes": "1" + fill("万亿亿亿"),
		"commas":     fill("、"),
		"line":       fill("全市投资增长5.2%，其中工业投资增长3%，"),
		"bare line":  fill("全市投资工业企业增长"),
		"list":       "全市" + fill("甲企业5家、"),
		"names":      "全市" + fill("甲产量、") + "分别增长5%、6%",
		"each":       fill("甲、乙产量分别增长5%、6%，"),
		"links":      fill("和") + "5%",
		"quotes":     fill("“5家"),
		"spaces":     fill("5  "),
		"blanks":     "5" + fill(" ") + "%",
		"brackets":   fill("（5%"),
		"bare":       fill("（"),
		"compare":    fill("比") + "5%",
		"compared":   fill("比上年5%"),
		"periods":    fill("2023年1月"),
		"runs":       fill("2016年至"),
		"parts":      fill("其中5%，"),
		"ratio":      fill("5：") + "5",
		"bounds":     fill("超过") + "5%",
		"places":     fill("大庆市、") + "5%",
		"from":       fill("由5%"),
		"shares":     fill("占比重") + "5%",
		"sentences":  fill("。"),
		"lines":      fill("全市\n"),
		"titles":     fill("表1\n"),
		"units":      fill("单位：亿元\n"),
		"heads":      fill("指标\n增长（%）\n"),
		"rows":       fill("甲  乙  5\n"),
		"cells":      fill("5\t"),
		"cell rows":  fill("甲\t5\t6\n"),
		"head rows":  fill("指标\t2023年\t增长\n"),
		"columns":    "指标" + fill("\t2023年") + "\n甲" + fill("\t5") + "\n",
		"broken":     fill("全市地区生产总值和工业增加值以及投资的\n"),
		"bylines":    fill("记者甲\n"),
		"numbering":  fill("1.\n"),
		"note marks": fill("[1]"),
	}
}

// TestReadCostIsLinear reads hostile texts of two sizes: neither what is
// allocated nor what is kept may grow faster than the text.
func TestReadCostIsLinear(t *testing.T) {
	const small, times = 24 << 10, 4
	cat := benchReader(t).cat
	cost := func(text string) (bytes, objects uint64, kept int) {
		d := indicators.Document{Title: "某市日报", Text: text, Region: "430200", Published: indicators.NewDate(2024, 3, 1)}
		var before, after runtime.MemStats
		r := New(cat) // without the memory of a reading before
		runtime.ReadMemStats(&before)
		res, err := r.Read(&d)
		runtime.ReadMemStats(&after)
		if err != nil {
			t.Fatal(err)
		}
		return after.TotalAlloc - before.TotalAlloc, after.Mallocs - before.Mallocs, len(res.Observations) + len(res.Rejects)
	}
	large := hostileReads(times * small)
	for name, text := range hostileReads(small) {
		bytes, objects, kept := cost(text)
		moreBytes, moreObjects, moreKept := cost(large[name])
		// Slices that grow double; so what is twice a line through the origin,
		// and a little more for what a reading always needs, is still linear.
		if limit := 2*times*bytes + 1<<20; moreBytes > limit {
			t.Errorf("%s: %d bytes for %d of text, %d for %d times as many", name, bytes, len(text), moreBytes, times)
		}
		if limit := 2*times*objects + 1000; moreObjects > limit {
			t.Errorf("%s: %d objects for %d bytes of text, %d for %d times as many", name, objects, len(text), moreObjects, times)
		}
		if moreKept > times*kept+2*times {
			t.Errorf("%s: %d figures and rejects in %d bytes of text, %d in %d times as many", name, kept, len(text), moreKept, times)
		}
	}
}
