package catalog_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"suanpan/indicators/catalog"
)

const themeHeader = "key\tname\tenglish\tparent\n"

func TestParseThemes(t *testing.T) {
	themes, err := catalog.ParseThemes("themes.tsv", strings.NewReader(themeHeader+
		"# money\nfiscal\t财政\tGovernment finance\t\r\n\nrevenue\t财政收入\tRevenue\tfiscal\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []catalog.Theme{
		{Key: "fiscal", Name: "财政", English: "Government finance"},
		{Key: "revenue", Name: "财政收入", English: "Revenue", Parent: "fiscal"},
	}
	if diff := cmp.Diff(want, themes.All()); diff != "" {
		t.Errorf("themes (-want +got):\n%s", diff)
	}
	if th, ok := themes.ByKey("revenue"); !ok || th != want[1] {
		t.Errorf("ByKey(revenue) = %v, %v", th, ok)
	}
	if th, ok := themes.ByKey("none"); ok {
		t.Errorf("ByKey of an unknown key = %v", th)
	}
	themes.All()[0].Key = "changed"
	if _, ok := themes.ByKey("fiscal"); !ok || themes.All()[0].Key != "fiscal" {
		t.Error("All gives away the table itself")
	}
}

func TestParseThemesFaults(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", "t:1: no header"},
		{"header", "key\tname\n", `t:1: header is ["key" "name"], want ["key" "name" "english" "parent"]`},
		{"cells", themeHeader + "a\tb\tc\n", "t:2: 3 cells, want 4"},
		{"blanks", themeHeader + "a\t b\tc\t\n", `t:2: column name has blanks around " b"`},
		{"slug", themeHeader + "A\tb\tc\t\n", `t:2: key "A" is no slug`},
		{"hyphens", themeHeader + "a--b\tb\tc\t\n", `t:2: key "a--b" is no slug`},
		{"key", themeHeader + "a\tb\tc\t\na\td\te\t\n", `t:3: key "a" is taken`},
		{"name", themeHeader + "a\tb\tc\t\nx\tb\te\t\n", "t:3: name b stands in line 2"},
		{"no name", themeHeader + "a\tb\t\t\n", "t:2: theme a lacks a name"},
		{"parent", themeHeader + "a\tb\tc\td\n", `t:2: parent "d" does not stand above`},
		{"own parent", themeHeader + "a\tb\tc\ta\n", `t:2: parent "a" does not stand above`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := catalog.ParseThemes("t", strings.NewReader(tt.text))
			if err == nil || err.Error() != tt.want {
				t.Errorf("got %v\nwant %s", err, tt.want)
			}
		})
	}
}

func TestFaultsAreBounded(t *testing.T) {
	var b strings.Builder
	b.WriteString(themeHeader)
	for i := range 50 {
		fmt.Fprintf(&b, "k%d\n", i)
	}
	_, err := catalog.ParseThemes("t", strings.NewReader(b.String()))
	if err == nil {
		t.Fatal("no error")
	}
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != 20 || lines[0] != "t:2: 1 cells, want 4" || lines[19] != "t:21: 1 cells, want 4" {
		t.Errorf("%d faults:\n%v", len(lines), err)
	}
}
