package journal

import "strings"

// enoughRated is how many ratings a row needs before it says anything that all
// of them fit.
const enoughRated = 4

// confirmation: a row with nothing against it, all of it fitting, and no trace
// that anything else was looked for; or every expectation that was looked for,
// found.
func (l *look) confirmation() (string, []Trace) {
	if strings.TrimSpace(l.role(RoleAgainst)) != "" {
		return "", nil
	}
	for i, h := range l.grid.Hypotheses {
		if l.weighed.Hypotheses[i].Rank > 1 || l.lookedFor(h.ID) {
			continue
		}
		var cells []Trace
		fits := true
		for j, e := range l.grid.Evidence {
			switch l.grid.cells[i][j] {
			case VeryConsistent, Consistent:
				cells = append(cells, Trace{Ref: h.ID, Evidence: e.ID})
			case "":
			default:
				fits = false
			}
		}
		if fits && len(cells) >= enoughRated {
			return fillCounts(signSaid.allFits, len(cells), h.ID), cells
		}
	}
	return l.allSeen()
}

// lookedFor says whether an explanation's expectation was looked for without
// being found.
func (l *look) lookedFor(id string) bool { return l.Field(id, "found") == "not-seen" }

func (l *look) allSeen() (string, []Trace) {
	var seen []Trace
	for _, h := range l.live() {
		switch h.Found {
		case "seen":
			seen = append(seen, Trace{Ref: h.ID + ".found"})
		case "not-seen":
			return "", nil
		}
	}
	if len(seen) < 3 {
		return "", nil
	}
	return fillCounts(signSaid.allSeen, len(seen), ""), seen
}

// fixedThinking: one explanation, enough written to have had others, and no
// day on which it will be looked at again.
func (l *look) fixedThinking() (string, []Trace) {
	live := l.live()
	if len(live) != 1 || len(l.statements()) < 2 && len(l.Actions) == 0 {
		return "", nil
	}
	for _, a := range l.Actions {
		if a.Due != "" {
			return "", nil
		}
	}
	for _, f := range l.Forecasts {
		if f.Due != "" {
			return "", nil
		}
	}
	return signSaid.oneExplanation, []Trace{{Ref: live[0].ID}}
}

// overconfidence: sure, on few statements that are more than assumed; or many
// words of certainty and nowhere how likely it is.
func (l *look) overconfidence() (string, []Trace) {
	firm := 0
	for _, e := range l.statements() {
		if e.Sort == SortEvidence {
			firm++
		}
	}
	if sure := l.sure(); len(sure) > 0 {
		if firm < 3 {
			return fillCounts(signSaid.sureOnFew, firm, ""), sure
		}
		return "", nil
	}
	if l.role(RoleAfter) != "" || l.role(RoleBefore) != "" {
		return "", nil
	}
	words := l.found(FindingCertainty, "overconfidence")
	if len(words) < 3 {
		return "", nil
	}
	return fillCounts(signSaid.certainWords, len(words), ""), words
}
