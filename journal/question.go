package journal

import "strings"

// Ask says what answering a question does.
type Ask string

// The asks: a prompt or a field is written in place, an add or an offer starts
// a new item, a rating sets a cell of the matrix.
const (
	AskPrompt Ask = "prompt"
	AskField  Ask = "field"
	AskAdd    Ask = "add"
	AskOffer  Ask = "offer"
	AskRating Ask = "rating"
	AskMore   Ask = "more" // whether to be asked everything that the themes bring to the step
)

// Question is one thing to ask, as it stands now: the same value drives the
// full screen, linear mode and scripts. Path names it within the walk:
// "focus.dilemma", "hypotheses.H2.expect", "hypotheses.+hypotheses/child",
// "weigh.H1.E3".
type Question struct {
	Path       string
	Step       string
	Kind       Ask
	Collection Collection
	Ref        string // the item it belongs to
	Field      string
	Offer      string
	Label      string
	Text       string
	Help       string
	Input      Input
	Choices    []Choice
	Value      string
	Note       string // what the pack says of the present answer
	Role       Role
	Optional   bool
	Why        string
	Evidence   string // of a rating: the item of evidence
	First      bool   // of an item's questions: the one that names it
}

// Questions lists everything that a step asks now, in order. The list changes
// as answers are given: an item that is added brings its fields, a yes brings
// what follows from it.
func (p *Progress) Questions(s *Step) []Question {
	out := p.opening(s)
	if s.Kind == KindMatrix && s.Matrix != nil {
		out = p.ratings(s, out)
	}
	return append(out, p.closing(s)...)
}

// opening is what a step asks before its matrix, closing what it asks after it.
// What the themes bring comes last, but for what has to be thought of first.
func (p *Progress) opening(s *Step) []Question {
	var out []Question
	for _, prompt := range s.Prompts {
		out = append(out, p.ask(s, prompt)...)
	}
	for _, t := range p.fromThemes(s) {
		if t.prompt.Before {
			out = append(out, p.ask(s, t.prompt)...)
		}
	}
	for i := range s.Collects {
		out = append(out, p.collect(s, &s.Collects[i])...)
	}
	return out
}

func (p *Progress) closing(s *Step) []Question {
	var out []Question
	for _, prompt := range s.Closing {
		out = append(out, p.ask(s, prompt)...)
	}
	return append(out, p.themed(s)...)
}

// Find gives the question of a path, as it stands now.
func (p *Progress) Find(path string) (Question, bool) {
	id, _, _ := strings.Cut(path, ".")
	s, ok := p.Walk.Step(id)
	if !ok {
		return Question{}, false
	}
	for _, q := range p.Questions(s) {
		if q.Path == path {
			return q, true
		}
	}
	return Question{}, false
}

func (p *Progress) ask(s *Step, prompt Prompt) []Question {
	if !in(prompt.Lengths, p.Reflection.Length) || !p.holds(s, prompt.When) {
		return nil
	}
	q := Question{
		Path: s.ID + "." + prompt.ID, Step: s.ID, Kind: AskPrompt,
		Label: prompt.Label, Text: prompt.Text, Help: prompt.Help,
		Input: input(prompt.Input), Choices: prompt.Choices,
		Value: p.value(s, prompt), Role: prompt.Role,
		Optional: prompt.Optional, Why: prompt.Why,
	}
	if prompt.Role == RoleThemes {
		q.Choices = p.themeChoices()
	}
	q.Note = prompt.Notes[q.Value]
	return []Question{q}
}

func input(i Input) Input {
	if i == "" {
		return InputText
	}
	return i
}

func (p *Progress) value(s *Step, prompt Prompt) string {
	switch prompt.Role {
	case RoleSubject:
		return p.Reflection.Subject
	case RoleThemes:
		return strings.Join(p.Reflection.Themes, ",")
	}
	return p.Reflection.Answer(s.ID, prompt.ID)
}

func (p *Progress) themeChoices() []Choice {
	var out []Choice
	for _, t := range p.Catalogue.Themes {
		out = append(out, Choice{ID: t.ID, Label: t.Title})
	}
	return out
}

// holds says whether a condition is met, with all that is joined to it; none is
// always met.
func (p *Progress) holds(s *Step, c *Condition) bool {
	for ; c != nil; c = c.And {
		step, prompt := s.ID, c.Path
		if before, after, ok := strings.Cut(c.Path, "."); ok {
			step, prompt = before, after
		}
		answer := p.Reflection.Answer(step, prompt)
		if c.IsNot != "" && answer == c.IsNot || c.IsNot == "" && answer != c.Is {
			return false
		}
	}
	return true
}
