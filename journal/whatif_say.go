package journal

import "strings"

// Sentences tells what one item carries, in words: what happens to the order
// without it, what happens if it were the other way round, and a question.
// Nothing in it is a score.
func (w WhatIf) Sentences(m Matrix) []string {
	g := newGrid(m)
	column := -1
	for j, e := range m.Evidence {
		if e.ID == w.Evidence {
			column = j
		}
	}
	if column < 0 {
		return nil
	}
	item := named(w.Evidence, m.Evidence[column].Text)
	fill := func(template string, t Turn) string {
		return strings.NewReplacer("{item}", item, "{id}", w.Evidence, "{fewer}", t.Fewer, "{more}", t.More).Replace(template)
	}
	if g.ratedRows(column) == 0 {
		return []string{fill(whatIfUnrated, Turn{})}
	}
	var out []string
	switch {
	case len(w.Dropped) > 0:
		out = append(out, tellTurns(w.Dropped, whatIfTie, whatIfSwap, fill)...)
	case g.diagnosticity(column) == 0 && g.ratedRows(column) > 1:
		return []string{fill(whatIfSameAlike, Turn{}), whatIfFindOut}
	default:
		out = append(out, fill(whatIfSame, Turn{}))
	}
	switch {
	case len(w.Turned) > 0:
		out = append(out, tellTurns(w.Turned, whatIfTurnTie, whatIfTurnSwap, fill)...)
	case len(w.Dropped) == 0:
		out = append(out, whatIfTurnSame)
	}
	return append(out, whatIfFindOut)
}

func tellTurns(turns []Turn, tie, swap string, fill func(string, Turn) string) []string {
	var out []string
	for i, t := range turns {
		if i == whatIfPairs {
			left := len(turns) - i
			more := strings.Replace(whatIfMore, "{count}", inWords(left), 1)
			if left == 1 {
				more = whatIfMoreOne
			}
			return append(out, more)
		}
		template := swap
		if t.Tie {
			template = tie
		}
		if i > 0 {
			// The words of the item were said once already.
			template = strings.Replace(template, "{item}", "{id}", 1)
		}
		out = append(out, fill(template, t))
	}
	return out
}
