package extract

// A periodEra is a reign that counts years; its first year is 元年. Features
// date old things so: 始建于清康熙三年.
type periodEra struct {
	text  string
	first int16
}

var periodEras = [...]periodEra{
	{"民国", 1912},
	{"宣统", 1909},
	{"光绪", 1875},
	{"同治", 1862},
	{"咸丰", 1851},
	{"道光", 1821},
	{"嘉庆", 1796},
	{"乾隆", 1736},
	{"雍正", 1723},
	{"康熙", 1662},
	{"顺治", 1644},
	{"崇祯", 1628},
	{"天启", 1621},
	{"泰昌", 1620},
	{"万历", 1573},
	{"隆庆", 1567},
	{"嘉靖", 1522},
	{"正德", 1506},
	{"弘治", 1488},
	{"成化", 1465},
	{"天顺", 1457},
	{"景泰", 1450},
	{"正统", 1436},
	{"宣德", 1426},
	{"洪熙", 1425},
	{"永乐", 1403},
	{"建文", 1399},
	{"洪武", 1368},
	{"至正", 1341},
	{"至元", 1264},
	{"咸淳", 1265},
	{"嘉定", 1208},
	{"淳熙", 1174},
	{"乾道", 1165},
	{"绍兴", 1131},
	{"建炎", 1127},
	{"靖康", 1126},
	{"宣和", 1119},
	{"政和", 1111},
	{"崇宁", 1102},
	{"元祐", 1086},
	{"元丰", 1078},
	{"熙宁", 1068},
	{"嘉祐", 1056},
	{"庆历", 1041},
	{"天圣", 1023},
	{"大中祥符", 1008},
	{"景德", 1004},
	{"咸平", 998},
	{"太平兴国", 976},
	{"会昌", 841},
	{"开成", 836},
	{"元和", 806},
	{"贞元", 785},
	{"大历", 766},
	{"天宝", 742},
	{"开元", 713},
	{"景云", 710},
	{"神龙", 705},
	{"长安", 701},
	{"垂拱", 685},
	{"永徽", 650},
	{"贞观", 627},
	{"武德", 618},
	{"大业", 605},
	{"开皇", 581},
	{"建安", 196},
}

// year reads 康熙三年, 神龙元年, 民国二十六年.
func (e *periodEra) year(text string, at int) (p periodPoint, end int, ok bool) {
	if !periodHas(text, at, e.text) {
		return p, at, false
	}
	pos := at + len(e.text)
	if periodHas(text, pos, "元年") {
		return periodPoint{year: e.first, anchor: anchorCalendar, unit: unitYear}, pos + len("元年"), true
	}
	n := readPeriodNumber(text, pos)
	if n.digits > 0 && n.value >= 1 && n.value <= 61 && periodHas(text, n.end, "年") {
		return periodPoint{year: e.first + int16(n.value) - 1, anchor: anchorCalendar, unit: unitYear}, n.end + len("年"), true
	}
	return p, at, false
}
