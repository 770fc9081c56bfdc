package journal

import (
	"slices"
	"sort"
	"strconv"
	"strings"
)

// Told is one sentence of a story and what it is about: a hypothesis, an item
// of evidence, a warning's code, or none of them.
type Told struct {
	Text       string
	Hypothesis string
	Evidence   string
	Warning    WarningCode
}

// storyItems is how many items a sentence names before it stops.
const storyItems = 3

// Story tells a weighed matrix as sentences: what is against each hypothesis,
// in the matrix's own order so that no row is put on top, then what the view
// rests on, then the warnings, then how it counts. Nothing in it is a rank, a
// probability or a verdict. What people wrote comes in quotation marks, on one
// line and safe to print.
func Story(m Matrix, words StoryWords) []Told {
	g := newGrid(m)
	weighed := Weigh(m)
	t := &teller{grid: g, words: words}
	var out []Told
	for i, h := range m.Hypotheses {
		out = append(out, Told{Text: t.row(i), Hypothesis: h.ID})
	}
	out = append(out, t.rests(weighed)...)
	for _, w := range weighed.Warnings {
		out = append(out, Told{Text: w.Text, Hypothesis: w.Hypothesis, Evidence: w.Evidence, Warning: w.Code})
	}
	return append(out, Told{Text: words.Scheme})
}

// teller fills the sentences of one matrix.
type teller struct {
	*grid
	words StoryWords
}

// against is one thing against a hypothesis and what it weighs.
type against struct {
	column int
	weight weight
}

// against lists what speaks against a row, heaviest first.
func (t *teller) against(i int) []against {
	var out []against
	for j := range t.Evidence {
		if n := minuses(t.cells[i][j]); n > 0 {
			out = append(out, against{j, t.weights[j].times(n)})
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].weight.compare(out[b].weight) > 0 })
	return out
}

func (t *teller) row(i int) string {
	found, unrated, total := t.against(i), t.scores[i].unrated, len(t.Evidence)
	fill := func(template string, count int, items []against) string {
		return strings.NewReplacer(
			"{name}", named(t.Hypotheses[i].ID, t.Hypotheses[i].Text), "{count}", inWords(count),
			"{total}", inWords(total), "{items}", t.list(items),
		).Replace(template)
	}
	if len(found) == 0 {
		switch {
		case unrated == total:
			return fill(t.words.NotWeighed, 0, nil)
		case unrated > 0:
			return fill(t.words.NothingSoFar, unrated, nil)
		}
		return fill(t.words.Nothing, 0, nil)
	}
	strongest := 1
	for strongest < len(found) && found[strongest].weight == found[0].weight {
		strongest++
	}
	var text string
	switch {
	case len(found) == 1:
		text = fill(t.words.One, 1, found)
	case strongest == len(found):
		text = fill(t.words.SeveralAlike, len(found), found)
	default:
		text = fill(t.words.Several, len(found), found[:strongest])
	}
	if unrated > 0 {
		text += " " + fill(t.words.Unrated, unrated, nil)
	}
	return text
}

// rests says, for each item that carries the order, which pairs turn without
// it.
func (t *teller) rests(w Weighed) []Told {
	if len(w.Linchpins) == 0 {
		if t.ordered() {
			return []Told{{Text: t.words.RestsOnNothing}}
		}
		return nil
	}
	var out []Told
	for j, e := range t.Evidence {
		if !slices.Contains(w.Linchpins, e.ID) {
			continue
		}
		turn := t.turn(j)
		template := t.words.Swap
		if turn.Tie {
			template = t.words.Tie
		}
		out = append(out, Told{Evidence: e.ID, Text: strings.NewReplacer(
			"{items}", t.list([]against{{column: j}}), "{fewer}", VisibleLine(turn.Fewer), "{more}", VisibleLine(turn.More),
		).Replace(template)})
	}
	return out
}

// turn is one pair that turns without an item that carries the order.
func (t *teller) turn(j int) Turn {
	for a, fewer := range t.Hypotheses {
		for b, more := range t.Hypotheses {
			if t.scores[a].against.compare(t.scores[b].against) >= 0 {
				continue
			}
			if c := t.without(a, j).compare(t.without(b, j)); c >= 0 {
				return Turn{Fewer: fewer.ID, More: more.ID, Tie: c == 0}
			}
		}
	}
	return Turn{}
}

// ordered says whether any two rows differ in what is against them.
func (t *teller) ordered() bool {
	for _, s := range t.scores {
		if s.against != t.scores[0].against {
			return true
		}
	}
	return false
}

// list names items of evidence: the first few, then how many more.
func (t *teller) list(items []against) string {
	var names []string
	for n, item := range items {
		if n == storyItems && len(items) > storyItems {
			names = append(names, strings.Replace(t.words.More, "{count}", inWords(len(items)-n), 1))
			break
		}
		e := t.Evidence[item.column]
		names = append(names, named(e.ID, e.Text))
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + t.words.And + names[last]
}

func named(id, text string) string {
	id, text = VisibleLine(id), VisibleLine(text)
	if text == "" {
		return id
	}
	return id + ` ("` + strings.TrimRight(text, ". ") + `")`
}

// inWords is a small count in words, and a larger one in figures.
func inWords(n int) string {
	if n >= 0 && n < len(numberWords) {
		return numberWords[n]
	}
	return strconv.Itoa(n)
}
