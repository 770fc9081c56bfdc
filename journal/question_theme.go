package journal

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// themePrompts is how many prompts the themes bring to a step at 10 and 25
// minutes, all of them together, and each of them at 45.
const themePrompts = 2

// roomyLength is the length at which each theme has its own few prompts.
const roomyLength = Length(45)

// moreThemes is the path, within a step, of the question for the rest.
const moreThemes = "+themes"

// fromTheme is a prompt that a theme brings to a step. Turn is its place among
// those of its theme, so that several themes take turns.
type fromTheme struct {
	prompt Prompt
	turn   int
	shown  bool
}

// fromThemes lists what the reflection's themes bring to this step, in the order
// of the themes: a few, those that come before the rest and those with an answer
// among them; everything where the person asked for it. An answer counts as one
// of the few, so that a step does not grow while it is answered.
func (p *Progress) fromThemes(s *Step) []fromTheme {
	all := p.allFromThemes(s)
	var shown []fromTheme
	for _, t := range all {
		if t.shown {
			shown = append(shown, t)
		}
	}
	return shown
}

// restOfThemes is how many prompts of the themes are not shown at this step.
func (p *Progress) restOfThemes(s *Step) int {
	rest := 0
	for _, t := range p.allFromThemes(s) {
		if !t.shown {
			rest++
		}
	}
	return rest
}

func (p *Progress) allFromThemes(s *Step) []fromTheme {
	var all []fromTheme
	limit := themePrompts
	if p.Reflection.Length == roomyLength {
		limit *= len(p.Reflection.Themes)
	}
	for _, id := range p.Reflection.Themes {
		theme, ok := p.Catalogue.Theme(id)
		if !ok {
			continue
		}
		for turn, prompt := range theme.Prompts[s.Kind] {
			prompt.ID, prompt.Optional = id+"/"+prompt.ID, true
			if prompt.Why == "" {
				prompt.Why = whyTheme + theme.Title
			}
			answered := p.Reflection.Answer(s.ID, prompt.ID) != ""
			if !answered && !in(prompt.Lengths, p.Reflection.Length) {
				continue
			}
			t := fromTheme{prompt: prompt, turn: turn, shown: answered || prompt.Before || p.wide[s.ID]}
			if t.shown {
				limit--
			}
			all = append(all, t)
		}
	}
	byTurn := make([]int, len(all))
	for i := range byTurn {
		byTurn[i] = i
	}
	slices.SortStableFunc(byTurn, func(a, b int) int { return cmp.Compare(all[a].turn, all[b].turn) })
	for _, i := range byTurn {
		if !all[i].shown && limit > 0 {
			all[i].shown = true
			limit--
		}
	}
	return all
}

// themed is what the themes bring after the step's own questions, and whether
// the person would like the rest of it.
func (p *Progress) themed(s *Step) []Question {
	var out []Question
	for _, t := range p.fromThemes(s) {
		if !t.prompt.Before {
			out = append(out, p.ask(s, t.prompt)...)
		}
	}
	rest := p.restOfThemes(s)
	if rest == 0 {
		return out
	}
	var titles []string
	for _, id := range p.Reflection.Themes {
		if theme, ok := p.Catalogue.Theme(id); ok && len(theme.Prompts[s.Kind]) > 0 {
			titles = append(titles, theme.Title)
		}
	}
	return append(out, Question{
		Path: s.ID + "." + moreThemes, Step: s.ID, Kind: AskMore, Label: sayMoreLabel, Input: InputYesNo, Optional: true,
		Text: fmt.Sprintf(askMoreThemes, Counted(rest, "question", "questions"), strings.Join(titles, "; ")),
		Why:  whyTheme + strings.Join(titles, "; "),
	})
}

// widen brings the rest of the themes' prompts to a step, for this sitting.
func (p *Progress) widen(s *Step, value string) error {
	if err := CheckValue(InputYesNo, value, nil); err != nil {
		return err
	}
	if value == Yes {
		if p.wide == nil {
			p.wide = map[string]bool{}
		}
		p.wide[s.ID] = true
	}
	return nil
}
