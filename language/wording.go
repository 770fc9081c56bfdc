package language

import (
	"slices"
	"strings"
)

// WordKind is what a wording finding is about, in the words of the machine format.
type WordKind string

// The kinds of wording.
const (
	WordKinder    WordKind = "kinder"    // a word that people who are written about have asked us to change
	WordPlain     WordKind = "plain"     // a long or official word with a short one for it
	WordAcronym   WordKind = "acronym"   // letters that are not spelled out where they first stand
	WordCertainty WordKind = "certainty" // more sure than anything nearby bears out
	WordHearsay   WordKind = "hearsay"   // said by somebody, but not by whom
	WordBlame     WordKind = "blame"     // a judgement of a person in place of what was done
	WordPassive   WordKind = "passive"   // harm or a decision with nobody doing it
)

// WordKinds returns every kind, in the order of the machine format.
func WordKinds() []WordKind {
	return []WordKind{WordKinder, WordPlain, WordAcronym, WordCertainty, WordHearsay, WordBlame, WordPassive}
}

// WordRow is one row of a word table. Term, Only and Unless are written as docs/wording.md describes.
type WordRow struct {
	Kind         WordKind
	Term         string
	Alternatives []string
	Source       string // who says so, as a person may read it
	Date         string // when the source says it, or when it was seen; empty where nobody knows
	Status       string // "published", "own" or "unverified"
	On           bool
	Ask          string // a question to ask instead of offering a word
	Because      string // the reason, where the kind's own does not do
	Only         string // where the term counts; empty for anywhere
	Unless       string // where it does not
}

// Unverified says whether the row rests on nobody's published word. Such a row is never shown as an authority.
func (r WordRow) Unverified() bool { return r.Status == StatusUnverified }

// The states of a row.
const (
	StatusPublished  = "published"
	StatusOwn        = "own"
	StatusUnverified = "unverified"
)

// WordFinding is one wording finding. Start and End are as in Span.
type WordFinding struct {
	Kind         WordKind
	Start, End   int
	Text         string
	Alternatives []string
	// Because is the reason, and where the row asks a question, the question.
	Because string
	Source  string
	// Ask is the question alone; empty where alternatives are offered without one.
	Ask string
}

// Key names a finding by its kind and its words alone; see Finding.Key.
func (f WordFinding) Key() string { return string(f.Kind) + ":" + foldSpaced(f.Text) }

// WithoutWords leaves out the findings whose Key is in a set of disagreements.
func WithoutWords(findings []WordFinding, disagreed map[string]bool) []WordFinding {
	if len(disagreed) == 0 {
		return findings
	}
	return slices.DeleteFunc(slices.Clone(findings), func(f WordFinding) bool { return disagreed[f.Key()] })
}

// Wording looks for words that could be kinder, plainer, surer of their ground or clearer about who did what. Findings
// are sorted by start, then longest first, and do not overlap. Words inside quotation marks and in names are left
// alone. It suggests; what stays is the writer's to say.
func Wording(text string, tables Tables) []WordFinding {
	if tables.index == nil {
		return nil
	}
	reader := newWordReader(text, tables.index)
	matches := reader.matches()
	starts, ends := newSpanCounter(text), newSpanCounter(text)
	edges := spanEdges{text: text}
	findings := make([]WordFinding, 0, len(matches))
	end := 0
	for _, m := range matches {
		from, to := edges.widen(m.start, m.end)
		if from < end {
			continue
		}
		end = to
		finding := m.finding
		finding.Start, finding.End = starts.codePointAt(from), ends.codePointAt(to)
		finding.Text = text[from:to]
		findings = append(findings, finding)
	}
	return findings
}

// WordingAround looks at the paragraph around a code point alone, for use while somebody types; spans are those of the
// whole text. An acronym that an earlier paragraph spells out is reported again until the whole text is looked at.
func WordingAround(text string, codePoint int, tables Tables) []WordFinding {
	paragraph, from := paragraphAround(text, codePoint)
	findings := Wording(paragraph, tables)
	for i := range findings {
		findings[i].Start += from
		findings[i].End += from
	}
	return findings
}

// Tables are word tables made ready to look up. The zero value finds nothing. Tables may be used by several goroutines
// at once.
type Tables struct {
	rows  []WordRow
	index *wordIndex
}

// NewTables makes tables of rows. Rows that are off are kept for show and never match.
func NewTables(rows []WordRow) Tables {
	return Tables{rows: slices.Clone(rows), index: indexWords(rows)}
}

// Rows returns every row, those that are off among them.
func (t Tables) Rows() []WordRow { return slices.Clone(t.rows) }

// Only returns tables with the rows for which keep holds; what is off stays off.
func (t Tables) Only(keep func(WordRow) bool) Tables {
	return NewTables(slices.DeleteFunc(t.Rows(), func(r WordRow) bool { return !keep(r) }))
}

// Switched returns tables with rows turned on or off: on says of each row whether it is to be on.
func (t Tables) Switched(on func(WordRow) bool) Tables {
	rows := t.Rows()
	for i := range rows {
		rows[i].On = on(rows[i])
	}
	return NewTables(rows)
}

// sortedSources joins the sources of rows, each once.
func sortedSources(rows []*WordRow) string {
	var sources []string
	for _, row := range rows {
		source := row.Source
		if row.Date != "" {
			source += ", " + row.Date
		}
		if source != "" && !slices.Contains(sources, source) {
			sources = append(sources, source)
		}
	}
	return strings.Join(sources, "; ")
}
