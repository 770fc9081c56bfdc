package journal

import "strings"

// Set answers a question by its path and gives the local id of the item that
// it started, if any. An empty value takes an answer away; for an add or an
// offer it does nothing. A *Refusal says in words why a value cannot be kept;
// then nothing has changed.
func (p *Progress) Set(path, value string) (string, error) {
	id, rest, ok := strings.Cut(path, ".")
	s, found := p.Walk.Step(id)
	if !ok || !found {
		return "", ErrNoStep
	}
	ref, err := p.set(s, rest, value)
	if err == nil {
		p.Reflection.Updated = p.now()
	}
	return ref, err
}

func (p *Progress) set(s *Step, rest, value string) (string, error) {
	if rest == moreThemes {
		return "", p.widen(s, value)
	}
	if adding, ok := strings.CutPrefix(rest, "+"); ok {
		return p.setNew(s, adding, value)
	}
	first, second, two := strings.Cut(rest, ".")
	if two && s.Kind == KindMatrix && isRef(second) {
		return "", p.Reflection.Rate(first, second, Rating(value))
	}
	if two && isRef(first) {
		return "", p.setField(s, first, second, value)
	}
	return "", p.setPrompt(s, rest, value)
}

// isRef tells a local id (H1) from a prompt's id, which is lower case.
func isRef(text string) bool { return text != "" && text[0] >= 'A' && text[0] <= 'Z' }

func (p *Progress) setNew(s *Step, adding, value string) (string, error) {
	name, offer, _ := strings.Cut(adding, "/")
	if strings.TrimSpace(value) == "" {
		return "", nil
	}
	spec, ok := CollectionOf(Collection(name))
	if !ok || s.collect(spec.Of) == nil {
		return "", ErrNoStep
	}
	if err := p.checkMain(spec, value); err != nil {
		return "", err
	}
	ref, err := p.Reflection.AddItem(spec.Of, offer)
	if err != nil {
		return "", err
	}
	if err := p.Reflection.SetField(ref, spec.Main, value); err != nil {
		return ref, err
	}
	return ref, p.dated(spec.Of, ref, offer)
}

func (p *Progress) checkMain(spec CollectionSpec, value string) error {
	main, _ := spec.Field(spec.Main)
	return CheckValue(main.Input, value, ids(p.mainChoices(spec.Of, nil)))
}

func (p *Progress) setField(s *Step, ref, field, value string) error {
	it, spec, _ := p.Reflection.find(ref)
	if it == nil {
		return ErrNoItem
	}
	if c := s.collect(spec.Of); c != nil {
		for _, f := range c.Fields {
			if f.ID == field && len(f.Choices) > 0 {
				if err := CheckValue(InputChoice, value, ids(f.Choices)); err != nil {
					return err
				}
			}
		}
	}
	return p.Reflection.SetField(ref, field, value)
}

func (p *Progress) setPrompt(s *Step, id, value string) error {
	prompt, ok := p.prompt(s, id)
	if !ok {
		return ErrNoStep
	}
	choices := prompt.Choices
	if prompt.Role == RoleThemes {
		choices = p.themeChoices()
	}
	if err := CheckValue(input(prompt.Input), value, ids(choices)); err != nil {
		return err
	}
	switch prompt.Role {
	case RoleSubject:
		p.Reflection.Subject = value
	case RoleThemes:
		p.Reflection.Themes = nil
		if value != "" {
			p.Reflection.Themes = strings.Split(value, ",")
		}
	default:
		p.Reflection.write(s, &prompt, value)
	}
	return nil
}

// prompt finds a prompt of a step, those of the themes included.
func (p *Progress) prompt(s *Step, id string) (Prompt, bool) {
	for _, prompts := range [][]Prompt{s.Prompts, s.Closing} {
		for _, prompt := range prompts {
			if prompt.ID == id {
				return prompt, true
			}
		}
	}
	themeID, own, ok := strings.Cut(id, "/")
	theme, known := p.Catalogue.Theme(themeID)
	if !ok || !known {
		return Prompt{}, false
	}
	for _, prompt := range theme.Prompts[s.Kind] {
		if prompt.ID == own {
			prompt.ID = id
			if prompt.Why == "" {
				prompt.Why = whyTheme + theme.Title
			}
			return prompt, true
		}
	}
	return Prompt{}, false
}

func (s *Step) collect(of Collection) *Collect {
	for i := range s.Collects {
		if s.Collects[i].Of == of {
			return &s.Collects[i]
		}
	}
	return nil
}

func ids(choices []Choice) []string {
	out := make([]string, len(choices))
	for i, c := range choices {
		out[i] = c.ID
	}
	return out
}
