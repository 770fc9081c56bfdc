package journal

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

func (g *grid) warnings(w Weighed) []MatrixWarning {
	out := []MatrixWarning{}
	say := func(code WarningCode, h, e, text string) {
		out = append(out, MatrixWarning{Code: code, Text: text, Hypothesis: h, Evidence: e})
	}
	if len(g.Hypotheses) == 1 {
		say(WarnOneHypothesis, g.Hypotheses[0].ID, "", sayOneHypothesis)
	}
	if len(g.Hypotheses) > MostHypotheses {
		say(WarnTooMany, "", "", sayTooMany(len(g.Hypotheses)))
	}
	cells, unrated, against := len(g.Hypotheses)*len(g.Evidence), 0, 0
	for _, s := range g.scores {
		unrated += s.unrated
		against += s.contradictions
	}
	if unrated > 0 {
		say(WarnUnrated, "", "", sayUnrated(unrated, cells))
	}
	for i, h := range g.Hypotheses {
		if g.leadsOnlyByBlanks(i) {
			say(WarnOnlyUnrated, h.ID, "", sayOnlyUnrated(h.ID))
		}
	}
	if len(g.Hypotheses) > 1 && unrated < cells && against == 0 {
		say(WarnNothingSpeaks, "", "", sayNothingSpeaks)
	}
	for i, h := range g.Hypotheses {
		if h.Grave && w.Hypotheses[i].Rank > 1 {
			say(WarnGraveLow, h.ID, "", sayGraveLow(h.ID))
		}
	}
	for _, h := range g.Aside {
		say(WarnGraveAside, h.ID, "", sayGraveAside(h.ID))
	}
	for j, e := range g.Evidence {
		if w.Evidence[j].Diagnosticity == 0 && g.ratedRows(j) > 1 {
			say(WarnAlike, "", e.ID, sayAlike(e.ID))
		}
	}
	linchpin := map[string]bool{}
	for _, id := range w.Linchpins {
		linchpin[id] = true
	}
	for _, e := range g.Evidence {
		if e.Assumed && linchpin[e.ID] {
			say(WarnAssumed, "", e.ID, sayAssumed(e.ID))
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
