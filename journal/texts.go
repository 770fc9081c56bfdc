package journal

import "strings"

// ownWords gives every place of a reflection that holds words the person wrote:
// the title, answers and the fields of items, a second pass included, without
// the choices, dates and numbers that the walk's own words and the record's own
// fields stand for. see may write what it is given.
func (p *Progress) ownWords(see func(text *string)) {
	r := p.Reflection
	see(&r.Title)
	p.wordsOf(r, see)
	if second := r.Second; second != nil {
		again := p.Again()
		again.Reflection.Answers, again.Reflection.Hypotheses, again.Reflection.Evidence = second.Answers, second.Hypotheses, second.Evidence
		again.wordsOf(again.Reflection, see)
	}
}

func (p *Progress) wordsOf(r *Reflection, see func(text *string)) {
	for i := range r.Answers {
		if p.typed(r.Answers[i]) {
			see(&r.Answers[i].Text)
		}
	}
	for _, spec := range Collections() {
		for _, ref := range r.Refs(spec.Of) {
			it, _, _ := r.find(ref)
			for _, f := range spec.Fields {
				if f.ID != spec.Offer && (f.Input == InputText || f.Input == InputLine) {
					see(it.field(f.ID))
				}
			}
		}
	}
}

// OwnWords lists what ownWords finds, in its order, empty places left out: the
// order in which Rewrite takes them.
func (p *Progress) OwnWords() []string {
	var out []string
	p.ownWords(func(text *string) {
		if strings.TrimSpace(*text) != "" {
			out = append(out, *text)
		}
	})
	return out
}

// Rewrite puts other words in the places that OwnWords lists: one for each, in
// the same order. False, and nothing is changed, where their number differs.
func (p *Progress) Rewrite(words []string) bool {
	if len(words) != len(p.OwnWords()) {
		return false
	}
	p.ownWords(func(text *string) {
		if strings.TrimSpace(*text) != "" {
			*text, words = words[0], words[1:]
		}
	})
	return true
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
