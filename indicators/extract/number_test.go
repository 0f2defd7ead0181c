package extract

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// spellHan writes a whole number below 10¹⁶ in Han characters.
func spellHan(v int64) string {
	if v == 0 {
		return "零"
	}
	var b strings.Builder
	gap := false // a 零 is due
	for _, group := range []struct {
		size int64
		name string
	}{{1e12, "兆"}, {1e8, "亿"}, {1e4, "万"}, {1, ""}} {
		part := v / group.size
		v %= group.size
		if part == 0 {
			gap = b.Len() > 0
			continue
		}
		for _, place := range []struct {
			size int64
			name string
		}{{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
			d := part / place.size
			part %= place.size
			if d == 0 {
				gap = b.Len() > 0
				continue
			}
			if gap {
				b.WriteString("零")
				gap = false
			}
			b.WriteString([]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}[d] + place.name)
		}
		gap = false
		b.WriteString(group.name)
	}
	return b.String()
}

var (
	formalHan      = strings.NewReplacer("一", "壹", "二", "贰", "三", "叁", "四", "肆", "五", "伍", "六", "陆", "七", "柒", "八", "捌", "九", "玖", "十", "拾", "百", "佰", "千", "仟")
	traditionalHan = strings.NewReplacer("万", "萬", "亿", "億", "二百", "兩百", "二千", "兩千", "二萬", "兩萬")
)

// numbersToSpell are spread over all lengths, with many zeros.
func numbersToSpell() (list []int64) {
	for v := range int64(1200) {
		list = append(list, v)
	}
	x := uint64(88172645463325252)
	for range 4000 {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		v := int64(x % 1e16)
		for k := int64(1); k < 1e16; k *= 10 { // blank some places
			if x>>(k%61)&3 == 0 {
				v -= v / k % 10 * k
			}
		}
		list = append(list, v%powersOfTen[1+x%15])
	}
	return list
}

func TestHanNumbersAreReadBack(t *testing.T) {
	u := loadTestUnits(t)
	for _, v := range numbersToSpell() {
		plain := spellHan(v)
		for _, text := range []string{plain, formalHan.Replace(plain), traditionalHan.Replace(plain)} {
			n, ok := scanNumeral(u, text, 0)
			if got := decimal.New(n.mant, int32(n.exp)); !ok || n.end != len(text) || !got.Equal(decimal.NewFromInt(v)) {
				t.Fatalf("%s is %d; read %s to %d of %d", text, v, got, n.end, len(text))
			}
		}
	}
}

func TestSpellHan(t *testing.T) {
	for v, want := range map[int64]string{
		0: "零", 10: "一十", 105: "一百零五", 1050: "一千零五十", 10012: "一万零一十二", 40040000: "四千零四万",
		1000060506: "一十亿零六万零五百零六", 5006200045200: "五兆零六十二亿零四万五千二百",
	} {
		if got := spellHan(v); got != want {
			t.Errorf("%d: %s, want %s", v, got, want)
		}
	}
}

func TestScanNumeral(t *testing.T) {
	u := loadTestUnits(t)
	for _, c := range []struct {
		text, numeral, value string
	}{
		// digits
		{"3667.9亿元", "3667.9亿", "366790000000"},
		{"1,234,567.50", "1,234,567.50", "1234567.50"},
		{"1,234,56", "1,234", "1234"},
		{"12,345.6万", "12,345.6万", "123456000"},
		{"2012,2013", "2012", "2012"},
		{"１２，３４５．６", "１２，３４５．６", "12345.6"},
		{"12，345", "12", "12"},
		{"100,200吨", "100,200", "100200"},
		{"0.05", "0.05", "0.05"},
		{"5.", "5", "5"},
		{"5。", "5", "5"},
		{"1e-3", "1e-3", "0.001"},
		{"1e3x", "1", "1"},
		// magnitudes
		{"5千克", "5", "5"},
		{"5千户", "5千", "5000"},
		{"5万千瓦", "5万", "50000"},
		{"5 万 人", "5 万", "50000"},
		{"10万万", "10万万", "1000000000"},
		{"2百余万", "2百余万", "2000000"},
		{"4万多亿", "4万多亿", "4000000000000"},
		{"3亿5000万", "3亿5000万", "350000000"},
		{"1万5千", "1万5千", "15000"},
		{"3万2018年", "3万", "30000"},
		{"2千零30万", "2千零30万", "20300000"},
		{"10兆瓦", "10", "10"},
		{"10兆元", "10兆", "10000000000000"},
		// Han
		{"十", "十", "10"},
		{"十分", "十", "10"},
		{"二十五", "二十五", "25"},
		{"廿五", "廿五", "25"},
		{"四百五", "四百五", "450"},
		{"四百零五", "四百零五", "405"},
		{"一千陆", "一千陆", "1600"},
		{"九万四", "九万四", "94000"},
		{"百三", "百三", "130"},
		{"一百零几万", "一百零几万", "1000000"},
		{"三十四十", "三十", "30"},
		{"一百二百", "一百", "100"},
		{"两万两", "两万", "20000"},
		{"二两", "二", "2"},
		{"二〇一八年", "二〇一八", "2018"},
		{"三点一四", "三点一四", "3.14"},
		{"三点五亿", "三点五亿", "350000000"},
		{"一百二十三点五万", "一百二十三点五万", "1235000"},
		{"八点三十分", "八", "8"},
		{"两百点两", "两百", "200"},
		{"三点要求", "三", "3"},
		{"一 百 五 十", "一 百 五 十", "150"},
		{"三 五", "三", "3"},
		{"万亿", "万亿", "1000000000000"},
		{"亿万", "亿", "100000000"},
	} {
		n, ok := scanNumeral(u, c.text, 0)
		if got := decimal.New(n.mant, int32(n.exp)); !ok || c.text[:n.end] != c.numeral || !got.Equal(decimal.RequireFromString(c.value)) {
			t.Errorf("%q: read %q = %s, %v; want %q = %s", c.text, c.text[:n.end], got, ok, c.numeral, c.value)
		}
	}
	for _, text := range []string{"", "元", "数字", "几个", "点五", "千瓦", "百分点", "兆帕", ".", "..5", "-5"} {
		if n, ok := scanNumeral(u, text, 0); ok {
			t.Errorf("%q: read %q", text, text[:n.end])
		}
	}
}

func TestWideNumbersAreExact(t *testing.T) {
	u := loadTestUnits(t)
	for text, want := range map[string]string{
		"123456789012345678901234567890.10元":      "123456789012345678901234567890.1",
		"-1,234,567,890,123,456,789,012.5万":       "-12345678901234567890125000",
		"12345678901234567890123456789012345678亿": "1234567890123456789012345678901234567800000000",
		"0.0000000000000000000000000000012345":    "0.0000000000000000000000000000012345",
	} {
		figs := figuresIn(u, text)
		if len(figs) != 1 || !figs[0].value(text).Equal(decimal.RequireFromString(want)) {
			t.Errorf("%s: read %s", text, describeAll(u, text, figs))
		}
	}
}
