package indicators

// Key says what a figure is about. Two observations with one key are two
// reports of one thing: vintages. Keys are comparable with ==.
type Key struct {
	Indicator string // an ID of the catalogue, or an open one; see [OpenIndicator]
	Region    string // a code of the catalogue, or an open one; see [OpenRegion]
	Measure   Measure
	Basis     Basis
	Status    Status
	Period    Period
}

// Observation is one figure of a document with all that it means.
type Observation struct {
	Key
	Quantity
	Name       string     // the indicator's name as read: the catalogue's, or one made by rule
	Place      string     // the region's full name; "" where none is known
	Qualifiers Qualifiers // the parts of the name that narrow it
	From       Provenance
}

// Qualifiers are the parts of an indicator's name, each "" where the name has
// no such part.
type Qualifiers struct {
	Scope     string `json:"scope,omitempty"`     // 规模以上, 限额以上, 全社会
	Residence string `json:"residence,omitempty"` // 城镇, 农村, 城乡
	Ownership string `json:"ownership,omitempty"` // 国有, 民营, 外商投资
	Industry  string `json:"industry,omitempty"`  // 第二产业, 高技术制造业
	Flow      string `json:"flow,omitempty"`      // 新增, 累计, 年末
	Head      string `json:"head,omitempty"`      // 增加值, 面积, 余额
}

// Provenance says where a figure comes from and by what rule.
type Provenance struct {
	Document  string // document ID
	Span      Span   // the figure, with its approximation word
	Sentence  Span   // the sentence or table row that holds it
	Rule      string // the rule that made the figure
	Trace     []Step // what was looked at, in order
	Catalogue string // version of the catalogue; see catalog.Catalog.Version
}

// Step is one decision on the way to a figure: which attribute, from where,
// by which rule.
type Step struct {
	Attribute string `json:"attribute"` // subject, region, period, measure, status, bound
	Value     string `json:"value"`
	Origin    string `json:"origin"` // own, clause, sentence, paragraph, section, document, list, table
	Span      Span   `json:"span"`   // the words that gave it; zero where carried from the document
}

// Reject is a number that looks like a figure and was not kept.
type Reject struct {
	Span   Span
	Quote  string
	Reason string // a name from the extractor's table of reasons, such as "date" or "name"
}
