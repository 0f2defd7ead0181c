// Package extract reads the figures of a Chinese text: what each is about,
// where, when, and what it measures. It works by rule: the same text gives the
// same figures, and every figure carries the name of its rule and a trace.
//
// # How a clause of such prose is built
//
// Between two commas such prose says one thing:
//
//	其中， 石城县  上半年  旅游接待总人次  同比 分别 下降   7.5%
//	part   place  period  noun            predicate       figure
//
// From the left come words that set a scene: a part of what stood before
// (其中), a place, a period, an intention (力争). From the right, against the
// figure, stands a predicate: a verb of change (增长, 减少), of arrival (达到,
// 为), of place (居), a share (占), and what a change is measured against
// (比上年, 高于全国). What is left between them is the noun, and the noun is the
// name. No dictionary of nouns is needed to find its edges, only the closed
// classes around it; where a noun begins with a verb of process (新增, 发放) the
// verb narrows it and stays.
//
// A clause need not say all of this. What it does not say is carried: the
// subject from the clause before, the period and the place from the sentence,
// the paragraph, the heading, the article, the document. So a text is read with
// a setting (see [setting]) that a sentence copies, changes and gives back: a
// period at the head of a sentence goes on to rule its paragraph, an older one
// is a flash-back and ends with it; a place in a newspaper becomes the home of
// its article.
//
// Nouns are completed by two classes of words. A head that cannot stand alone
// (总产量, 占比) borrows the modifier of the subject before it: 棉花面积9万亩，
// 总产量3万吨. A part that cannot stand alone (第一产业, 食品烟酒类) borrows the
// head of its whole.
//
// Lists are read as lists: 、 and 和 join names, places, periods or values, 分别
// pairs them in order, 均 says one thing of all, a verb before the first member
// rules the others.
//
// # The steps
//
//	layout     lines → blocks: paragraphs joined, headings, tables, notes, by-lines
//	scan       one pass: words, figures, periods, marks → tokens
//	sentence   clauses with their setting
//	candidate  is this number a figure at all? else a reject with a reason
//	phrase     scene, noun and predicate of what stands before a figure
//	bind       figure and noun, lists of them, nouns behind figures
//	name       the noun completed, and looked up in the catalogue
//	role       unit × predicate × head: measure, basis, sign; a table
//	settle     period, region, status, bound
//	table      tables have a grammar of their own; see table.go
//
// A rule is a row of a visible table ([roles]) or a function of one purpose with
// its example beside it; words are rows of seeds/*.tsv. Examples by phenomenon
// are in testdata, with what looks alike and is not.
//
// # What it costs
//
// Every step looks at each byte, token or line a bounded number of times, so
// that cost grows with the text and not faster, whatever the text
// (BenchmarkReadSize, BenchmarkReadHostile, TestReadCostIsLinear). The scan
// costs by the byte. The rest costs by the figure, some hundred times as much as
// a byte: its noun is composed, completed and looked up, its role, time and
// place are settled, each step is told. So figures a second bound a dense
// bulletin, with a figure every forty bytes, and bytes a second bound prose. A
// clause that no figure of its sentence follows is read for its scene alone. The
// slices of a reading go to the next one; limits.go bounds what one may need.
//
// Nothing here knows a clock, a network, a file or a float.
package extract
