package journal

import "strings"

// Texts lists what a person wrote in their own words, wherever it stands:
// answers and the fields of items, without the choices, dates and numbers that
// the walk's own words and the record's own fields stand for.
func (p *Progress) Texts() []string {
	r := p.Reflection
	var out []string
	add := func(text string) {
		if strings.TrimSpace(text) != "" {
			out = append(out, text)
		}
	}
	add(r.Title)
	add(r.Subject)
	for _, a := range r.Answers {
		if p.typed(a) {
			add(a.Text)
		}
	}
	for _, spec := range Collections() {
		for _, ref := range r.Refs(spec.Of) {
			for _, f := range spec.Fields {
				if f.ID != spec.Offer && (f.Input == InputText || f.Input == InputLine) {
					add(r.Field(ref, f.ID))
				}
			}
		}
	}
	return out
}

// typed says whether an answer is in the person's own words. Where the walk
// does not know the prompt, it is taken to be.
func (p *Progress) typed(a Answer) bool {
	s, ok := p.Walk.Step(a.Step)
	if !ok {
		return true
	}
	prompt, ok := p.prompt(s, a.Prompt)
	if !ok {
		return true
	}
	in := input(prompt.Input)
	return in == InputText || in == InputLine
}
