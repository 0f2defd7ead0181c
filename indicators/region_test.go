package indicators

import "testing"

func TestTierText(t *testing.T) {
	for tier := TierUnknown; tier <= TierZone; tier++ {
		text, err := tier.MarshalText()
		if err != nil {
			t.Fatalf("%d: %v", tier, err)
		}
		back := Tier(99)
		if err := back.UnmarshalText(text); err != nil || back != tier || back.String() != string(text) {
			t.Errorf("%q read back as %v, %v", text, back, err)
		}
	}
	tier := TierCounty
	if err := tier.UnmarshalText([]byte("county-level")); err == nil || tier != TierCounty {
		t.Errorf("UnmarshalText of an unknown word: %v, left %v", err, tier)
	}
}

func TestRegionInForce(t *testing.T) {
	county := Region{Until: 2018}
	district := Region{Since: 2018}
	merged := Region{Since: 2012, Until: 2016}
	for _, c := range []struct {
		region Region
		year   int
		want   bool
	}{
		{county, 2012, true},
		{county, 2018, true},
		{county, 2019, false},
		{county, 0, false},
		{district, 2017, false},
		{district, 2018, true},
		{district, 0, true},
		{merged, 2011, false},
		{merged, 2014, true},
		{merged, 2017, false},
		{Region{}, 1949, true},
	} {
		if got := c.region.InForce(c.year); got != c.want {
			t.Errorf("%d to %d in %d: %v", c.region.Since, c.region.Until, c.year, got)
		}
	}
}

func TestOpenRegion(t *testing.T) {
	for _, c := range []struct{ parent, name, id, code, openName string }{
		{"430200", "株洲高新区", "430200/株洲高新区", "430200", "株洲高新区"},
		{"", "经济开发区", "/经济开发区", "", "经济开发区"},
		{"360735/琴江镇", "大畲村", "360735/琴江镇/大畲村", "360735", "琴江镇/大畲村"},
	} {
		id := OpenRegion(c.parent, c.name)
		if id != c.id {
			t.Errorf("OpenRegion(%q, %q) = %q", c.parent, c.name, id)
		}
		if code, name := SplitRegion(id); code != c.code || name != c.openName {
			t.Errorf("SplitRegion(%q) = %q, %q", id, code, name)
		}
	}
	if code, name := SplitRegion("430211"); code != "430211" || name != "" {
		t.Errorf("a code is split into %q, %q", code, name)
	}
}
