package journal

import (
	"strconv"
	"strings"
)

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

// themePrompts is how many prompts one theme brings to a step at a time.
const themePrompts = 2

// Questions lists everything that a step asks now, in order. The list changes
// as answers are given: an item that is added brings its fields, a yes brings
// what follows from it.
func (p *Progress) Questions(s *Step) []Question {
	var out []Question
	for _, prompt := range append(p.prompts(s), p.fromThemes(s)...) {
		out = append(out, p.ask(s, prompt)...)
	}
	for i := range s.Collects {
		out = append(out, p.collect(s, &s.Collects[i])...)
	}
	if s.Kind == KindMatrix && s.Matrix != nil {
		out = append(out, p.ratings(s)...)
	}
	for _, prompt := range s.Closing {
		out = append(out, p.ask(s, prompt)...)
	}
	return out
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

func (p *Progress) prompts(s *Step) []Prompt { return append([]Prompt(nil), s.Prompts...) }

// fromThemes brings in the prompts of the reflection's themes for this kind of
// step: two of each theme, and any that were answered already.
func (p *Progress) fromThemes(s *Step) []Prompt {
	var out []Prompt
	for _, id := range p.Reflection.Themes {
		theme, ok := p.Catalogue.Theme(id)
		if !ok {
			continue
		}
		shown := 0
		for _, prompt := range theme.Prompts[s.Kind] {
			prompt.ID = id + "/" + prompt.ID
			prompt.Optional = true
			if prompt.Why == "" {
				prompt.Why = whyTheme + theme.Title
			}
			if p.Reflection.Answer(s.ID, prompt.ID) == "" {
				if shown == themePrompts || !in(prompt.Lengths, p.Reflection.Length) {
					continue
				}
				shown++
			}
			out = append(out, prompt)
		}
	}
	return out
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

// collect asks for the items of a list. Fields come item by item as each is
// added, or after all of them are in, as the pack says. Nothing to say is asked
// for where a conversation is guarded, whatever the pack's condition: a plan of
// what to say would be the wrong help there.
func (p *Progress) collect(s *Step, c *Collect) []Question {
	if !p.holds(s, c.When) || c.Of == Utterances && p.Guarded() {
		return nil
	}
	spec, ok := CollectionOf(c.Of)
	if !ok {
		return nil
	}
	var out, later []Question
	for i, ref := range p.Reflection.Refs(c.Of) {
		name := c.Name + " " + strconv.Itoa(i+1)
		for _, q := range p.fields(s, c, spec, ref, name) {
			if q.First || c.Each == EachNow {
				out = append(out, q)
			} else {
				later = append(later, q)
			}
		}
	}
	add, offers := []Question{p.adding(s, c, spec)}, p.offers(s, c, spec)
	if suggested(c.Of) {
		// What they wrote already comes before an empty line.
		add, offers = offers, add
	}
	out = append(append(out, add...), offers...)
	return append(out, later...)
}

func (p *Progress) fields(s *Step, c *Collect, spec CollectionSpec, ref, name string) []Question {
	var out []Question
	for _, f := range c.Fields {
		fs, ok := spec.Field(f.ID)
		if !ok {
			continue
		}
		value := p.Reflection.Field(ref, f.ID)
		if value == "" && !in(f.Lengths, p.Reflection.Length) {
			continue
		}
		q := Question{
			Path: s.ID + "." + ref + "." + f.ID, Step: s.ID, Kind: AskField,
			Collection: c.Of, Ref: ref, Field: f.ID,
			Label: name, Text: f.Text, Help: f.Help, Input: fs.Input,
			Choices: f.Choices, Value: value,
			Note: f.Notes[value], Optional: true, Why: f.Why, First: f.ID == spec.Main,
		}
		if f.Input != "" {
			q.Input = f.Input
		}
		if q.First {
			q.Choices = p.mainChoices(c.Of, q.Choices)
		}
		out = append(out, q)
	}
	return out
}

// mainChoices fills in the choices that come from the catalogue: principles,
// and the standards in force today.
func (p *Progress) mainChoices(of Collection, own []Choice) []Choice {
	if len(own) > 0 {
		return own
	}
	var out []Choice
	switch of {
	case Principles:
		for _, pr := range p.Catalogue.Principles {
			out = append(out, Choice{ID: pr.ID, Label: pr.Title, Help: pr.Question})
		}
	case Standards:
		today := Date(p.now().Format("2006-01-02"))
		for _, f := range p.Catalogue.Frameworks {
			if !f.On(today) {
				continue
			}
			for _, st := range f.Standards {
				out = append(out, Choice{ID: f.ID + "/" + st.ID, Label: f.Title + " " + st.Number + ": " + st.Title, Help: st.Text})
			}
		}
	}
	return out
}

func (p *Progress) adding(s *Step, c *Collect, spec CollectionSpec) Question {
	text := c.Add
	if len(p.Reflection.Refs(c.Of)) > 0 && c.More != "" {
		text = c.More
	}
	main, _ := spec.Field(spec.Main)
	return Question{
		Path: s.ID + ".+" + string(c.Of), Step: s.ID, Kind: AskAdd, Collection: c.Of,
		Label: c.Name, Text: text, Help: c.Help, Input: main.Input,
		Choices: p.mainChoices(c.Of, nil), Note: c.Enough, Optional: len(c.Aim) == 0,
	}
}

// offers lists the ways to start an item that were not taken yet: those of the
// themes first, then as many of the pack's as the length shows.
func (p *Progress) offers(s *Step, c *Collect, spec CollectionSpec) []Question {
	if suggested(c.Of) {
		return p.suggestions(s, c)
	}
	if spec.Offer == "" {
		return nil
	}
	taken := map[string]bool{}
	for _, ref := range p.Reflection.Refs(c.Of) {
		taken[p.Reflection.Field(ref, spec.Offer)] = true
	}
	main, _ := spec.Field(spec.Main)
	var out []Question
	for _, o := range p.OffersOf(c) {
		if taken[o.ID] {
			continue
		}
		out = append(out, Question{
			Path: s.ID + ".+" + string(c.Of) + "/" + o.ID, Step: s.ID, Kind: AskOffer,
			Collection: c.Of, Offer: o.ID, Label: o.Label, Text: o.Text,
			Input: main.Input, Choices: p.offerChoices(c.Of, o.ID), Optional: true, Why: o.Why,
		})
	}
	return out
}

// offerChoices narrows the principles to the set that an offer is about: the
// one to try is a relational principle, the others are letters of CARES.
func (p *Progress) offerChoices(of Collection, offer string) []Choice {
	if of != Principles {
		return p.mainChoices(of, nil)
	}
	set := "cares"
	if offer == SideTry {
		set = "relational"
	}
	var out []Choice
	for _, pr := range p.Catalogue.Principles {
		if pr.Set == set {
			out = append(out, Choice{ID: pr.ID, Label: pr.Title, Help: pr.Question})
		}
	}
	return out
}

// The sides on which work is held against a principle.
const (
	SideShows  = "shows"
	SideMisses = "misses"
	SideTry    = "try"
)

// OffersOf lists the offers of a collection at the chosen length, those that
// the reflection's themes bring first.
func (p *Progress) OffersOf(c *Collect) []Offer {
	var out []Offer
	if c.Of == Hypotheses {
		for _, id := range p.Reflection.Themes {
			if theme, ok := p.Catalogue.Theme(id); ok {
				for _, lens := range theme.Lenses {
					lens.ID = id + "/" + lens.ID
					if lens.Why == "" {
						lens.Why = whyTheme + theme.Title
					}
					out = append(out, lens)
				}
			}
		}
	}
	limit, limited := c.Show[p.Reflection.Length]
	for _, o := range c.Offers {
		if limited && limit <= 0 {
			break
		}
		if in(o.Lengths, p.Reflection.Length) {
			out = append(out, o)
			limit--
		}
	}
	return out
}

// ratings asks the cells of the matrix, one hypothesis at a time and the
// evidence across. The first rows and columns come first; the rest follow when
// those are rated.
func (p *Progress) ratings(s *Step) []Question {
	rows, columns := p.MatrixRows(), p.MatrixColumns()
	first := p.cells(s, head(rows, s.Matrix.Rows), head(columns, s.Matrix.Columns))
	for _, q := range first {
		if q.Value == "" {
			return append(first, p.rated(s, rows, columns, first)...)
		}
	}
	return p.cells(s, rows, columns)
}

// rated adds the cells beyond the first ones that were rated already, so that
// nothing a person said goes out of sight.
func (p *Progress) rated(s *Step, rows, columns []string, shown []Question) []Question {
	seen := map[string]bool{}
	for _, q := range shown {
		seen[q.Path] = true
	}
	var out []Question
	for _, q := range p.cells(s, rows, columns) {
		if q.Value != "" && !seen[q.Path] {
			out = append(out, q)
		}
	}
	return out
}

func head(refs []string, n int) []string {
	if n > 0 && len(refs) > n {
		return refs[:n]
	}
	return refs
}

// MatrixRows lists the hypotheses that are compared: all that are not parked.
// Those with grave harm if missed come first, so that they are never the ones
// left for later.
func (p *Progress) MatrixRows() []string {
	var grave, other []string
	for _, h := range p.Reflection.Hypotheses {
		switch {
		case h.Parked == Yes || strings.TrimSpace(h.Text) == "":
		case h.Grave == Yes:
			grave = append(grave, h.ID)
		default:
			other = append(other, h.ID)
		}
	}
	return append(grave, other...)
}

// MatrixColumns lists the evidence that can be rated: what is missing cannot.
func (p *Progress) MatrixColumns() []string {
	var out []string
	for _, e := range p.Reflection.Evidence {
		if e.Sort != "missing" && strings.TrimSpace(e.Text) != "" {
			out = append(out, e.ID)
		}
	}
	return out
}

// Sentence asks one cell of the matrix in full.
func (p *Progress) Sentence(words *MatrixWords, hypothesis, evidence string) string {
	return cellSentence(words, p.ItemName(hypothesis), p.ItemName(evidence))
}

func cellSentence(words *MatrixWords, hypothesis, evidence string) string {
	return strings.NewReplacer("{hypothesis}", hypothesis, "{evidence}", evidence).Replace(words.Sentence)
}

func (p *Progress) cells(s *Step, rows, columns []string) []Question {
	out := make([]Question, 0, len(rows)*len(columns))
	names := make([]string, len(columns))
	for j, e := range columns {
		names[j] = p.ItemName(e)
	}
	for _, h := range rows {
		name := p.ItemName(h)
		for j, e := range columns {
			out = append(out, Question{
				Path: s.ID + "." + h + "." + e, Step: s.ID, Kind: AskRating,
				Ref: h, Evidence: e, Label: h + " " + e, Text: cellSentence(s.Matrix, name, names[j]),
				Input: InputChoice, Choices: s.Matrix.Choices,
				Value: string(p.Reflection.Rating(h, e)), Optional: true,
			})
		}
	}
	return out
}
