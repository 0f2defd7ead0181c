package audit

// A testCase is figures and what is found in them. Many find nothing: they
// look alike, but rounding or a second vintage explains them.
type testCase struct{ name, figures, want string }

var cases = []testCase{
	{"three sectors within their rounding", `
		a gdp 2023 level 14331.98亿 元
		a value-added-primary 2023 level 451.89亿 元
		a value-added-secondary 2023 level 5365.53亿 元
		a value-added-tertiary 2023 level 8514.55亿 元`, ``},
	{"three sectors do not add up", `
		a gdp 2023 level 14331.98亿 元
		a value-added-primary 2023 level 451.89亿 元
		a value-added-secondary 2023 level 5365.53亿 元
		a value-added-tertiary 2023 level 8524.55亿 元`, `
		parts 451.89亿元 + 5365.53亿元 + 8524.55亿元 = 14341.97亿元 ≠ 14331.98亿元`},
	{"sectors of another year, of another document, and of a plan", `
		a gdp 2023 level 100亿 元
		a value-added-primary 2022 level 9亿 元
		b value-added-secondary 2023 level 9亿 元
		a value-added-tertiary 2023 level 9亿 元 target`, ``},
	{"one sector is approximate", `
		a gdp 2023 level 100亿 元
		a value-added-primary 2023 level 9亿 元 about
		a value-added-secondary 2023 level 9亿 元
		a value-added-tertiary 2023 level 9亿 元`, ``},
	{"trade", `
		a trade 2023 level 5660.0亿 元
		a exports 2023 level 3333.1亿 元
		a imports 2023 level 2326.8亿 元`, ``},
	{"trade: printed finer, the same sum does not fit", `
		a trade 2023 level 5660.00亿 元
		a exports 2023 level 3333.10亿 元
		a imports 2023 level 2326.80亿 元`, `
		parts 3333.10亿元 + 2326.80亿元 = 5659.90亿元 ≠ 5660.00亿元`},
	{"trade in two currencies", `
		a trade 2023 level 5660.0亿 元
		a exports 2023 level 333.1亿 美元
		a imports 2023 level 232.8亿 美元`, ``},
	{"shares of sectors, rounded", `
		a share-primary 2023 share 3.9 %
		a share-secondary 2023 share 59.5 %
		a share-tertiary 2023 share 36.7 %`, ``},
	{"shares of sectors", `
		a share-primary 2023 share 3.9 %
		a share-secondary 2023 share 59.5 %
		a share-tertiary 2023 share 38.6 %`, `
		parts 3.9% + 59.5% + 38.6% = 102.0% ≠ 100%`},
	{"stocks at the end of a year", `
		a population-resident 2023-12-31 level 388.6万 人
		a population-urban 2023-12-31 level 288.6万 人
		a population-rural 2023-12-31 level 101.0万 人`, `
		parts 288.6万人 + 101.0万人 = 389.6万人 ≠ 388.6万人`},
	{"a part is greater than the whole", `
		a freight 2012 level 1230万 吨
		a freight-road 2012 level 3795万 吨`, `
		part-of-whole 3795万吨 > 1230万吨`},
	{"a part is the whole, as far as it is printed", `
		a freight 2012 level 1230万 吨
		a freight-road 2012 level 1230.4万 吨`, ``},
	{"a part of an average is no part", `
		a income 2023 level 30000 元
		a income-urban 2023 level 50000 元`, ``},
	{"share of a part", `
		a value-added-tertiary 2023 level 11174.65亿 元
		a gdp 2023 level 17421.40亿 元
		a share-tertiary 2023 share 65.2 %`, `
		share 11174.65亿元 ÷ 17421.40亿元 = 64.14% ≠ 65.2%`},
	{"share of a part, rounded", `
		a value-added-tertiary 2023 level 11174.65亿 元
		a gdp 2023 level 17421.40亿 元
		a share-tertiary 2023 share 64.1 %`, ``},
	{"share by an open name, of the city", `
		a trade 2024 level 5459.2亿 元
		a 无人机出口额 2024 level 459.2亿 元
		a 无人机出口额占全市货物进出口总额比重 2024 share 9.4 %`, `
		share 459.2亿元 ÷ 5459.2亿元 = 8.41% ≠ 9.4%`},
	{"a share whose name may say two wholes fits one of them", `
		a population-total 2023-12-31 level 400万 人
		a population-resident 2023-12-31 level 390万 人
		a population-urban 2023-12-31 level 290万 人
		a urbanization-rate 2023-12-31 level 72.5 %`, ``},
	{"growth and the year before", `
		a trade 2021 level 6366.83亿 元
		b trade 2022 level 6292.13亿 元
		b trade 2022 yoy 0.3 %`, `
		growth 6292.13亿元 ÷ 6366.83亿元 − 1 = -1.17% ≠ 0.3%`},
	{"growth that its rounding explains", `
		a trade 2021 level 6270亿 元
		b trade 2022 level 6292.13亿 元
		b trade 2022 yoy 0.3 %`, ``},
	{"growth on a base that was revised", `
		a trade 2021 level 6366.83亿 元
		b trade 2021 level 6273.31亿 元
		b trade 2022 level 6292.13亿 元
		b trade 2022 yoy 0.3 %`, `
		vintage 6273.31亿元 ≠ 6366.83亿元`},
	{"growth in constant prices", `
		a gdp 2021 level 16355.32亿 元
		b gdp 2022 level 16907.85亿 元
		b gdp 2022 yoy 2.1 %
		a 旅游业增加值 2021 level 100亿 元
		b 旅游业增加值 2022 level 120亿 元
		b 旅游业增加值 2022 yoy 2.1 %`, ``},
	{"growth that is planned, or about so much", `
		a trade 2021 level 100亿 元
		a trade 2022 level 200亿 元
		a trade 2022 yoy 5 % target
		a trade 2022 yoy 10 % about`, ``},
	{"a fall, of a stock", `
		a deposits 2021-12-31 level 200.0亿 元
		a deposits 2022-12-31 level 180.0亿 元
		a deposits 2022-12-31 yoy -10.0 %
		a loans 2021-12-31 level 200.0亿 元
		a loans 2022-12-31 level 180.0亿 元
		a loans 2022-12-31 yoy 10.0 %`, `
		growth 180.0亿元 ÷ 200.0亿元 − 1 = -10.00% ≠ 10.0%`},
	{"months are compared with the same months", `
		a retail-sales 2022-01/2022-08 level 100.0亿 元
		a retail-sales 2022 level 150.0亿 元
		a retail-sales 2023-01/2023-08 level 105.0亿 元
		a retail-sales 2023-01/2023-08 yoy 5.0 %`, ``},
	{"change in amount and in points", `
		a motor-vehicles 2021-12-31 level 305.59万 辆
		b motor-vehicles 2022-12-31 level 320.33万 辆
		b motor-vehicles 2022-12-31 change 14.37万 辆
		a urbanization-rate 2021-12-31 level 71.4 %
		b urbanization-rate 2022-12-31 level 72.3 %
		b urbanization-rate 2022-12-31 change 0.8 百分点`, `
		change 320.33万辆 − 305.59万辆 = 14.74万辆 ≠ 14.37万辆`},
	{"average growth", `
		a general-public-budget-revenue 2015 level 173.92亿 元
		a general-public-budget-revenue 2020 level 198.56亿 元
		a general-public-budget-revenue 2016/2020 average 1.6 %`, `
		average 173.92亿元 × (1 + 1.6%)^5 = 188.29亿元 ≠ 198.56亿元`},
	{"average growth, rounded", `
		a general-public-budget-revenue 2015 level 173.92亿 元
		a general-public-budget-revenue 2020 level 198.56亿 元
		a general-public-budget-revenue 2016/2020 average 2.7 %`, ``},
	{"average growth from the first year named", `
		a general-public-budget-revenue 2014 level 100.00亿 元
		a general-public-budget-revenue 2015 level 173.92亿 元
		a general-public-budget-revenue 2020 level 198.56亿 元
		a general-public-budget-revenue 2015/2020 average 2.7 %`, ``},
	{"average growth where the year before is unknown", `
		a general-public-budget-revenue 2016 level 190.00亿 元
		a general-public-budget-revenue 2020 level 198.56亿 元
		a general-public-budget-revenue 2016/2020 average 2.7 %`, ``},
	{"growth over all of some years", `
		a retail-sales 2020 level 100.0亿 元
		a retail-sales 2025 level 150.0亿 元
		a retail-sales 2021/2025 cumulative 5.0 %`, `
		cumulative 150.0亿元 ÷ 100.0亿元 − 1 = 50.00% ≠ 5.0%`},
	{"ten times the years around it", `
		a grain-output 2018 level 20.1万 吨
		a grain-output 2019 level 20.3万 吨
		a grain-output 2020 level 206万 吨
		a grain-output 2021 level 20.8万 吨
		a grain-output 2022 level 21.0万 吨
		a grain-output 2023 level 21.3万 吨`, `
		outlier 206万吨 ÷ 20.55万吨 = 1002.43%`},
	{"a tenth of the years before it", `
		a grain-output 2018 level 20.1万 吨
		a grain-output 2019 level 20.3万 吨
		a grain-output 2020 level 20.6万 吨
		a grain-output 2021 level 20.8万 吨
		a grain-output 2022 level 2.1万 吨`, `
		outlier 2.1万吨 ÷ 20.45万吨 = 10.27%`},
	{"growth that is fast, and too few years", `
		a drones 2018 level 100 架
		a drones 2019 level 200 架
		a drones 2020 level 400 架
		a drones 2021 level 800 架
		a drones 2022 level 1600 架
		a grain-output 2020 level 20万 吨
		a grain-output 2021 level 200万 吨
		a grain-output 2022 level 20万 吨`, ``},
	{"out of range", `
		a share-primary 2023 share 103.9 %
		a unemployment-surveyed 2023 level -5.1 %
		a grain-output 2023 level -5万 吨
		a employed 2023 level 2.5 人
		a retail-sales 2023 yoy -120 %
		a gdp 2023 rank 0 位`, `
		range 2.5人 ≠ 3人
		range 0位 < 1位
		range -5万吨 < 0吨
		range -120% < -100%
		range 103.9% > 100%
		range -5.1% < 0%`},
	{"odd but in range", `
		a share-primary 2023 share 100.0 %
		a natural-growth-rate 2023 level -1.5 ‰
		a market-entities-net 2023 level -200 户
		a industrial-profits 2023 yoy -120 %
		a 招商任务完成率 2023 share 120 %
		a employed 2023 level 2.50万 人`, ``},
	{"a document says one thing twice, rounded", `
		a grain-area 2023 level 1.43万 亩
		a grain-area 2023 level 14283 亩`, ``},
	{"a document says one thing in two ways", `
		a trade 2023 level 3667.9亿 元
		a trade 2023 level 3660.0亿 元`, `
		within 3660.0亿元 ≠ 3667.9亿元`},
	{"ranks of two scopes, bounds, and a fraction in words", `
		a gdp 2023 rank 2 位
		a gdp 2023 rank 5 位
		a trade 2023 level 3600亿 元 at_least
		a trade 2023 level 3667.9亿 元
		a 优质率 2023 level 33.3333333333333333 %
		a 优质率 2023 level 33 %`, ``},
	{"two documents", `
		a gdp 2015 level 1703.10亿 元
		b gdp 2015 level 1633.07亿 元`, `
		vintage 1633.07亿元 ≠ 1703.10亿元`},
	{"two documents in units of one base", `
		a road-length 2015-12-31 level 1703 公里
		b road-length 2015-12-31 level 1703000 米`, ``},
	{"two documents, one of them coarser", `
		a gdp 2007 level 24.66万亿 元
		b gdp 2007 level 24.7万亿 元
		c gdp 2012 level 51.9万亿 元
		d gdp 2012 level 54.0万亿 元`, `
		vintage 54.0万亿元 ≠ 51.9万亿元`},
	{"no period", `
		a gdp 2015 level 10 %
		b gdp 2016 level 20 %`, ``},
}
