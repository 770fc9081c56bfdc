package journal

// Without is the matrix with one item of evidence left out. It is the matrix
// itself where there is no such item.
func (m Matrix) Without(evidence string) Matrix {
	kept := make([]MatrixColumn, 0, len(m.Evidence))
	for _, e := range m.Evidence {
		if e.ID != evidence {
			kept = append(kept, e)
		}
	}
	m.Evidence = kept
	return m
}

// Opposite is the matrix with one item read the other way round: what was to be
// expected is not, and what was not is. It is a way to try "what if this were
// wrong", not a rating: anyone who finds out that it is wrong has to rate it
// afresh.
func (m Matrix) Opposite(evidence string) Matrix {
	ratings := make(map[string]map[string]Rating, len(m.Ratings))
	for h, row := range m.Ratings {
		ratings[h] = row
		rated, ok := row[evidence]
		if !ok {
			continue
		}
		turned := make(map[string]Rating, len(row))
		for e, r := range row {
			turned[e] = r
		}
		turned[evidence] = opposite(rated)
		ratings[h] = turned
	}
	m.Ratings = ratings
	return m
}

func opposite(r Rating) Rating {
	switch r {
	case VeryConsistent:
		return VeryInconsistent
	case Consistent:
		return Inconsistent
	case Inconsistent:
		return Consistent
	case VeryInconsistent:
		return VeryConsistent
	}
	return r
}

// Turn is a pair of hypotheses that can no longer be told apart, or change
// places. Fewer is the one with less against it as things stand.
type Turn struct {
	Fewer, More string
	Tie         bool // they come out level; otherwise they change places
}

// WhatIf is what one item of evidence carries.
type WhatIf struct {
	Evidence string
	Without  Weighed // it is left out
	Opposite Weighed // it is read the other way round
	Dropped  []Turn  // pairs that come out level or change places without it
	Turned   []Turn  // pairs that do when it is read the other way round
}

// AskWhatIf weighs a matrix as if one item were not there, and as if it were
// the other way round.
func AskWhatIf(m Matrix, evidence string) WhatIf {
	now := newGrid(m)
	dropped, turned := m.Without(evidence), m.Opposite(evidence)
	return WhatIf{
		Evidence: evidence,
		Without:  Weigh(dropped), Opposite: Weigh(turned),
		Dropped: now.turnsTo(newGrid(dropped)), Turned: now.turnsTo(newGrid(turned)),
	}
}

// turnsTo lists the pairs in strict order by weighted score that are level or
// reversed in another weighing of the same hypotheses.
func (g *grid) turnsTo(other *grid) []Turn {
	var out []Turn
	for a, fewer := range g.Hypotheses {
		for b, more := range g.Hypotheses {
			if g.scores[a].against.compare(g.scores[b].against) >= 0 {
				continue
			}
			if c := other.scores[a].against.compare(other.scores[b].against); c >= 0 {
				out = append(out, Turn{Fewer: fewer.ID, More: more.ID, Tie: c == 0})
			}
		}
	}
	return out
}
