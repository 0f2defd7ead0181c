package extract

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// periodBulletin is prose in the manner of a bulletin: a period word every 120
// bytes or so.
const periodBulletin = `全年地区生产总值达到3667.9亿元，按可比价格计算，比上年增长5.1%。分产业看，第一产业增加值263.4亿元，增长3.6%；第二产业增加值1721.8亿元，增长6.2%；第三产业增加值1682.7亿元，增长4.3%。三次产业结构由上年的7.4：46.6：46.0调整为7.2：46.9：45.9。
年末常住人口384.6万人，其中城镇人口280.2万人，城镇化率为72.86%，比上年末提高0.52个百分点。全年出生人口2.3万人，出生率为5.98‰；死亡人口3.1万人，死亡率为8.06‰。
规模以上工业增加值增长7.4%。分经济类型看，国有控股企业增长5.9%，股份制企业增长7.7%，外商及港澳台商投资企业下降1.2%。1—11月，规模以上工业企业实现利润总额112.5亿元，同比增长8.3%。
固定资产投资比上年增长3.2%。其中工业投资增长9.8%，高技术制造业投资增长16.4%，房地产开发投资下降12.7%。截至2023年12月31日，全市新开工亿元以上产业项目285个。
居民人均可支配收入48716元，增长5.4%；其中城镇居民56812元，增长4.6%，农村居民28937元，增长6.9%。城乡居民收入比值由2022年的2.01缩小至1.96。“十四五”以来，新增就业21.3万人。
`

// BenchmarkPeriods offers every rune of a text.
func BenchmarkPeriods(b *testing.B) {
	for name, text := range map[string]string{
		"bulletin": strings.Repeat(periodBulletin, 40),
		"plain":    strings.Repeat("推动装备制造业高端化智能化绿色化发展，支持企业开展技术改造和设备更新。", 800),
		"digits":   strings.Repeat("20231231", 8000),
		"numerals": strings.Repeat("二〇二三十四五", 4000),
		"dates":    strings.Repeat("2023年1月1日至12月31日，", 2000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				words := 0
				for at := 0; at < len(text); {
					if w, ok := periodAt(text, at); ok {
						words++
						at = int(w.end)
						continue
					}
					_, size := utf8.DecodeRuneInString(text[at:])
					at += size
				}
				if words == 0 && name == "dates" {
					b.Fatal("no words")
				}
			}
		})
	}
}

// TestPeriodAllocations wants none.
func TestPeriodAllocations(t *testing.T) {
	text := periodBulletin + strings.Repeat("二〇二三十四五", 20)
	if n := testing.AllocsPerRun(10, func() {
		for at := 0; at < len(text); at++ {
			if utf8.RuneStart(text[at]) {
				periodAt(text, at)
			}
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
