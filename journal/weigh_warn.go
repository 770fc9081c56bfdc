package journal

import "slices"

// MatrixWarning is something to know before leaning on a weighing. Code is
// stable; Text is for people. Hypothesis and Evidence name what it is about.
type MatrixWarning struct {
	Code       WarningCode `json:"code"`
	Text       string      `json:"text"`
	Hypothesis string      `json:"-"`
	Evidence   string      `json:"-"`
}

// WarningCode names a kind of warning in machine output.
type WarningCode string

// The warnings, in the order in which they are given.
const (
	WarnOneHypothesis WarningCode = "one-hypothesis"
	WarnTooMany       WarningCode = "too-many"
	WarnUnrated       WarningCode = "unrated"
	WarnOnlyUnrated   WarningCode = "fewest-because-unrated"
	WarnNothingSpeaks WarningCode = "nothing-against-any"
	WarnGraveLow      WarningCode = "grave-low"
	WarnGraveAside    WarningCode = "grave-aside"
	WarnAlike         WarningCode = "not-diagnostic"
	WarnAssumed       WarningCode = "linchpin-assumed"
)

// warnings lists what there is to know, in the order of the codes.
func (g *grid) warnings(w Weighed) []MatrixWarning {
	out := append(g.numberWarnings(), g.ratingWarnings()...)
	out = append(out, g.graveWarnings(w)...)
	return append(out, g.evidenceWarnings(w)...)
}

// numberWarnings are about how many hypotheses there are.
func (g *grid) numberWarnings() []MatrixWarning {
	out := []MatrixWarning{}
	if len(g.Hypotheses) == 1 {
		out = append(out, MatrixWarning{Code: WarnOneHypothesis, Text: sayOneHypothesis, Hypothesis: g.Hypotheses[0].ID})
	}
	if n := len(g.Hypotheses); n > MostHypotheses {
		out = append(out, MatrixWarning{Code: WarnTooMany, Text: sayTooMany(n)})
	}
	return out
}

// ratingWarnings are about cells that are not rated, and about a matrix in which
// nothing speaks against anything.
func (g *grid) ratingWarnings() []MatrixWarning {
	var out []MatrixWarning
	cells, unrated, against := len(g.Hypotheses)*len(g.Evidence), 0, 0
	for _, s := range g.scores {
		unrated += s.unrated
		against += s.contradictions
	}
	if unrated > 0 {
		out = append(out, MatrixWarning{Code: WarnUnrated, Text: sayUnrated(unrated, cells)})
	}
	for i, h := range g.Hypotheses {
		if g.leadsOnlyByBlanks(i) {
			out = append(out, MatrixWarning{Code: WarnOnlyUnrated, Text: sayOnlyUnrated(h.ID), Hypothesis: h.ID})
		}
	}
	if len(g.Hypotheses) > 1 && unrated < cells && against == 0 {
		out = append(out, MatrixWarning{Code: WarnNothingSpeaks, Text: sayNothingSpeaks})
	}
	return out
}

// graveWarnings keep in sight what would be grave if it were true and missed.
func (g *grid) graveWarnings(w Weighed) []MatrixWarning {
	var out []MatrixWarning
	for i, h := range g.Hypotheses {
		if h.Grave && w.Hypotheses[i].Rank > 1 {
			out = append(out, MatrixWarning{Code: WarnGraveLow, Text: sayGraveLow(h.ID), Hypothesis: h.ID})
		}
	}
	for _, h := range g.Aside {
		out = append(out, MatrixWarning{Code: WarnGraveAside, Text: sayGraveAside(h.ID), Hypothesis: h.ID})
	}
	return out
}

// evidenceWarnings are about items that do not tell the hypotheses apart, and
// about assumptions on which much rests.
func (g *grid) evidenceWarnings(w Weighed) []MatrixWarning {
	var out []MatrixWarning
	for j, e := range g.Evidence {
		if w.Evidence[j].Diagnosticity == 0 && g.ratedRows(j) > 1 {
			out = append(out, MatrixWarning{Code: WarnAlike, Text: sayAlike(e.ID), Evidence: e.ID})
		}
	}
	for _, e := range g.Evidence {
		if e.Assumed && slices.Contains(w.Linchpins, e.ID) {
			out = append(out, MatrixWarning{Code: WarnAssumed, Text: sayAssumed(e.ID), Evidence: e.ID})
		}
	}
	return out
}

func (g *grid) ratedRows(j int) int {
	rated := 0
	for i := range g.cells {
		if ratingValue(g.cells[i][j]) > 0 {
			rated++
		}
	}
	return rated
}

// leadsOnlyByBlanks says that a row has the least against it, and that over the
// items it was rated on some row behind it has no more. A row with no ratings
// among rated ones is the plainest case: nothing against it, since nobody
// looked.
func (g *grid) leadsOnlyByBlanks(i int) bool {
	if g.scores[i].unrated == 0 {
		return false
	}
	blank := g.scores[i].unrated == len(g.Evidence)
	found := false
	for k := range g.scores {
		switch c := g.scores[k].against.compare(g.scores[i].against); {
		case c < 0:
			return false
		case c == 0:
			found = found || blank && g.scores[k].unrated < len(g.Evidence)
		default:
			found = found || g.sharedAgainst(k, i).compare(g.scores[i].against) <= 0
		}
	}
	return found
}

// sharedAgainst is what weighs against row k over the items that row i was
// rated on.
func (g *grid) sharedAgainst(k, i int) weight {
	var sum weight
	for j := range g.Evidence {
		if ratingValue(g.cells[i][j]) > 0 {
			sum = sum.plus(g.weights[j].times(minuses(g.cells[k][j])))
		}
	}
	return sum
}
