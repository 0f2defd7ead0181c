package catalog

import (
	"strings"
	"testing"

	"suanpan/indicators"
)

func TestBoundBefore(t *testing.T) {
	b := loadUnits(t).Bounds()
	for _, c := range []struct {
		text, word string
		bound      indicators.Bound
	}{
		{"总量突破", "突破", indicators.AtLeast},
		{"投入超", "超", indicators.AtLeast},
		{"总量超过", "超过", indicators.AtLeast},
		{"增速不超过", "不超过", indicators.AtMost},
		{"不足", "不足", indicators.AtMost},
		{"大约", "大约", indicators.About},
		{"约", "约", indicators.About},
		{"节约", "", indicators.Exact},
		{"签约", "", indicators.Exact},
		{"附近", "", indicators.Exact},
		{"赶超", "", indicators.Exact},
		{"达到", "", indicators.Exact},
		{"", "", indicators.Exact},
	} {
		bound, start := b.Before(c.text, len(c.text), len(c.text))
		if bound != c.bound || c.text[start:] != c.word {
			t.Errorf("Before(%q) = %v by %q, want %v by %q", c.text, bound, c.text[start:], c.bound, c.word)
		}
	}
	if bound, start := b.Round("吸引上", 9); bound != indicators.AtLeast || start != 6 {
		t.Errorf("Round(上) = %v, %d", bound, start)
	}
	if _, start := b.Before("低于4.5%的目标", 6, 10); start != 6 {
		t.Error("低于 bounds the number that it compares with")
	}
	if _, start := b.Before("吸引上", 9, 9); start != 9 {
		t.Errorf("上 bounds every number")
	}
}

func TestBoundAfterAndInside(t *testing.T) {
	b := loadUnits(t).Bounds()
	for _, c := range []struct {
		text, word string
		bound      indicators.Bound
	}{
		{"以上，", "以上", indicators.AtLeast},
		{"左右", "左右", indicators.About},
		{"左右岸", "", indicators.Exact},
		{"以内", "以内", indicators.AtMost},
		{"多，", "多", indicators.AtLeast},
		{"多元化", "", indicators.Exact},
		{"来自", "", indicators.Exact},
	} {
		if bound, n := b.After(c.text, 0); bound != c.bound || c.text[:n] != c.word {
			t.Errorf("After(%q) = %v by %q, want %v by %q", c.text, bound, c.text[:n], c.bound, c.word)
		}
	}
	if bound, n := b.Inside("来名", 0); bound != indicators.About || n != 3 {
		t.Errorf("Inside(来) = %v, %d", bound, n)
	}
}

func TestParseBoundsSaysWhatIsWrong(t *testing.T) {
	header := strings.Join(boundColumns, "\t") + "\n"
	for _, c := range []struct{ rows, want string }{
		{"约\tbefore\tmaybe\t\t\t\n", `b.tsv:2: bound "maybe" of 约`},
		{"约\tbeside\tabout\t\t\t\n", `b.tsv:2: side "beside" of 约`},
		{"约\tbefore\tabout\t\t\t\n约\tbefore\tabout\t\t\t\n", `b.tsv:3: word "约" stands twice before`},
		{"约\tbefore\tabout\t节约\t\t\n", `b.tsv:2: "节约" in not_after of 约 is no single character`},
	} {
		_, err := ParseBounds("b.tsv", strings.NewReader(header+c.rows))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s", c.rows, err, c.want)
		}
	}
}
