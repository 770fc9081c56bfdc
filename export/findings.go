package export

import (
	"cmp"
	"io"
	"slices"
)

// Identifier is one finding of `identifiers --json`. Offsets count Unicode code
// points of the whole text, a byte-order mark left out.
type Identifier struct {
	Kind        string `json:"kind"`
	Start       int    `json:"start"`
	End         int    `json:"end"`
	Text        string `json:"text"`
	Because     string `json:"because"`
	Replacement string `json:"replacement"` // empty for a warning about a combination
}

// Wording is one finding of `wording --json`, its offsets as in Identifier.
type Wording struct {
	Kind         string   `json:"kind"`
	Start        int      `json:"start"`
	End          int      `json:"end"`
	Text         string   `json:"text"`
	Alternatives []string `json:"alternatives"`
	Because      string   `json:"because"`
	Source       string   `json:"source"`
}

// findingsFile is what both commands print.
type findingsFile[F any] struct {
	Version  int `json:"version"`
	Findings []F `json:"findings"`
}

// Identifiers writes findings as `identifiers --json` prints them, sorted by
// start, then the longest first.
func Identifiers(w io.Writer, found []Identifier) error {
	sorted := append([]Identifier{}, found...)
	slices.SortStableFunc(sorted, func(a, b Identifier) int { return inOrder(a.Start, a.End, b.Start, b.End) })
	return encode(w, findingsFile[Identifier]{Version: 1, Findings: sorted})
}

// Wordings writes findings as `wording --json` prints them, in the same order.
func Wordings(w io.Writer, found []Wording) error {
	sorted := append([]Wording{}, found...)
	slices.SortStableFunc(sorted, func(a, b Wording) int { return inOrder(a.Start, a.End, b.Start, b.End) })
	for i := range sorted {
		if sorted[i].Alternatives == nil {
			sorted[i].Alternatives = []string{}
		}
	}
	return encode(w, findingsFile[Wording]{Version: 1, Findings: sorted})
}

func inOrder(start, end, otherStart, otherEnd int) int {
	return cmp.Or(cmp.Compare(start, otherStart), cmp.Compare(otherEnd, end))
}
