package journal

import (
	"slices"
	"strings"
)

// SecondPass is what was written when a person started again from a completely
// different view of the family: a hunch, explanations and statements beside
// those of the first time. Its local ids are its own; nothing of the first pass
// is changed by it.
type SecondPass struct {
	Answers    []Answer     `json:"answers,omitempty"`
	Hypotheses []Hypothesis `json:"hypotheses,omitempty"`
	Evidence   []Evidence   `json:"evidence,omitempty"`
}

// The step and prompt of a second pass that ask for the other view.
const (
	AgainStep = "again"
	AgainView = "view"
)

// againKinds are the kinds of step that a second pass goes through.
var againKinds = []Kind{KindGut, KindHypotheses, KindEvidence}

// CanStartAgain says whether the walk has the steps that a second pass takes:
// one for explanations and one for a second look.
func (p *Progress) CanStartAgain() bool {
	explains, looks := false, false
	for _, s := range p.Walk.Steps {
		explains = explains || s.Kind == KindHypotheses
		looks = looks || s.Kind == KindSecondLook
	}
	return explains && looks
}

// Again is a walk of its own through the second pass: the other view, then the
// walk's steps for a hunch, explanations and evidence, at the same length. What
// is written in it is put into the first reflection with TakeAgain.
func (p *Progress) Again() *Progress {
	w := &Walk{
		ID: p.Walk.ID, Version: p.Walk.Version, Title: againTitle, Summary: againSummary, About: p.Walk.About,
		Lengths: p.Walk.Lengths, Usual: p.Walk.Usual, Pack: p.Walk.Pack,
		Steps: []Step{{
			ID: AgainStep, Kind: KindText, Label: againLabel, Intro: againIntro,
			Prompts: []Prompt{{ID: AgainView, Text: againQuestion, Help: againHelp, Label: againViewLabel}},
		}},
	}
	for _, s := range p.Walk.Steps {
		if slices.Contains(againKinds, s.Kind) {
			w.Steps = append(w.Steps, s)
		}
	}
	first := p.Reflection
	r := &Reflection{
		ID: first.ID, Walk: first.Walk, WalkVersion: first.WalkVersion, Length: first.Length, Subject: first.Subject,
		Themes: clone(first.Themes), Status: StatusDraft, Created: first.Created, Updated: first.Updated,
	}
	if again := first.Second.clone(); again != nil {
		r.Answers, r.Hypotheses, r.Evidence = again.Answers, again.Hypotheses, again.Evidence
	}
	return NewProgress(w, r, p.Catalogue, p.now)
}

// TakeAgain keeps what was written in a second pass. A pass with nothing in it
// is none.
func (r *Reflection) TakeAgain(again *Reflection) {
	second := &SecondPass{Answers: again.Answers, Hypotheses: again.Hypotheses, Evidence: again.Evidence}
	if second.Empty() {
		r.Second = nil
		return
	}
	r.Second = second.clone()
	if again.Updated.After(r.Updated) {
		r.Updated = again.Updated
	}
}

// Empty says that nothing is written in a second pass; none is empty too.
func (s *SecondPass) Empty() bool {
	return s == nil || len(s.Answers)+len(s.Hypotheses)+len(s.Evidence) == 0
}

func (s *SecondPass) clone() *SecondPass {
	if s == nil {
		return nil
	}
	return &SecondPass{Answers: clone(s.Answers), Hypotheses: clone(s.Hypotheses), Evidence: clone(s.Evidence)}
}

// secondSections lays out a second pass after the first, each step under a
// heading that says so.
func (p *Progress) secondSections() []Section {
	if p.Reflection.Second == nil {
		return nil
	}
	again := p.Again()
	var out []Section
	for _, sec := range again.Record() {
		if sec.Step != AgainStep {
			sec.Heading = againHeading + sec.Heading
		}
		sec.Step = AgainStep + "/" + sec.Step
		out = append(out, sec)
	}
	return out
}

// Contrast is one side on which two passes can be held against each other: what
// is in both, and what only one of them has.
type Contrast struct {
	About  string
	Both   []string
	First  []string
	Second []string
}

// Differs says whether the two passes part on this side.
func (c Contrast) Differs() bool { return len(c.First)+len(c.Second) > 0 }

// Contrasts holds the second pass against the first: answers prompt by prompt,
// then explanations, viewpoints, statements and voices. Two texts count as the
// same where most of the words that matter are in both. It is empty without a
// second pass.
func (p *Progress) Contrasts() []Contrast {
	second := p.Reflection.Second
	if second == nil {
		return nil
	}
	first := p.Reflection
	again := p.Again()
	out := p.answerContrasts(again)
	out = append(out,
		contrast(contrastExplanations, textsOfHypotheses(first.Hypotheses), textsOfHypotheses(second.Hypotheses), alike),
		contrast(contrastLenses, p.lensLabels(first.Hypotheses), p.lensLabels(second.Hypotheses), same),
		contrast(contrastStatements, textsOfEvidence(first.Evidence), textsOfEvidence(second.Evidence), alike),
		contrast(contrastVoices, p.voiceLabels(first.Evidence), p.voiceLabels(second.Evidence), same),
	)
	return slices.DeleteFunc(out, func(c Contrast) bool { return len(c.Both) == 0 && !c.Differs() })
}

// OtherView is the view from which the second pass was taken; empty for none.
func (p *Progress) OtherView() string {
	if p.Reflection.Second == nil {
		return ""
	}
	return strings.TrimSpace(p.Again().Reflection.Answer(AgainStep, AgainView))
}

func (p *Progress) answerContrasts(again *Progress) []Contrast {
	var out []Contrast
	for i := range again.Walk.Steps {
		s := &again.Walk.Steps[i]
		if s.ID == AgainStep {
			continue // the view itself has nothing to be held against
		}
		for _, prompts := range [][]Prompt{s.Prompts, s.Closing} {
			for _, prompt := range prompts {
				one, two := p.Reflection.Answer(s.ID, prompt.ID), again.Reflection.Answer(s.ID, prompt.ID)
				if strings.TrimSpace(two) == "" {
					continue
				}
				in, choices := input(prompt.Input), prompt.Choices
				c := Contrast{About: labelOf(prompt)}
				switch {
				case one == two:
					c.Both = []string{say(in, choices, one)}
				case strings.TrimSpace(one) != "":
					c.First = []string{say(in, choices, one)}
					fallthrough
				default:
					c.Second = []string{say(in, choices, two)}
				}
				out = append(out, c)
			}
		}
	}
	return out
}

func contrast(about string, first, second []string, match func(a, b string) bool) Contrast {
	c := Contrast{About: about}
	used := make([]bool, len(second))
	for _, a := range first {
		at := slices.IndexFunc(second, func(b string) bool { return match(a, b) })
		if at < 0 {
			c.First = append(c.First, a)
			continue
		}
		used[at] = true
		c.Both = append(c.Both, a)
	}
	for i, b := range second {
		if !used[i] {
			c.Second = append(c.Second, b)
		}
	}
	return c
}

func same(a, b string) bool { return a == b }

// alike says that of the words that matter in either text, most are in both.
func alike(a, b string) bool {
	if strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " ")) {
		return true
	}
	one, two := weighty(a), weighty(b)
	both := 0
	for w := range one {
		if two[w] {
			both++
		}
	}
	return both > 1 && 5*both >= 3*(len(one)+len(two)-both)
}

func textsOfHypotheses(all []Hypothesis) []string {
	var out []string
	for _, h := range all {
		if strings.TrimSpace(h.Text) != "" {
			out = append(out, h.Text)
		}
	}
	return out
}

func textsOfEvidence(all []Evidence) []string {
	var out []string
	for _, e := range all {
		if strings.TrimSpace(e.Text) != "" {
			out = append(out, e.Text)
		}
	}
	return out
}

func (p *Progress) lensLabels(all []Hypothesis) []string {
	return p.offerLabels(Hypotheses, func(add func(string)) {
		for _, h := range all {
			add(h.Lens)
		}
	})
}

// voiceLabels names the voices that were really heard, not assumed.
func (p *Progress) voiceLabels(all []Evidence) []string {
	return p.offerLabels(EvidenceItems, func(add func(string)) {
		for _, e := range all {
			if e.Sort != SortAssumption && e.Sort != SortMissing {
				add(e.Voice)
			}
		}
	})
}

// offerLabels names each offer of a collection that each gives, once, in the
// order in which they come.
func (p *Progress) offerLabels(of Collection, each func(add func(id string))) []string {
	var out []string
	each(func(id string) {
		if id == "" {
			return
		}
		if label := p.OfferLabel(of, id); !slices.Contains(out, label) {
			out = append(out, label)
		}
	})
	return out
}

// OfferLabel is the words for an offer of a collection, by its id, whatever the
// length; the id itself where neither the walk nor a theme has it.
func (p *Progress) OfferLabel(of Collection, id string) string {
	for i := range p.Walk.Steps {
		if c := p.Walk.Steps[i].collect(of); c != nil {
			for _, o := range c.Offers {
				if o.ID == id {
					return o.Label
				}
			}
		}
	}
	if theme, own, ok := strings.Cut(id, "/"); ok && of == Hypotheses {
		if t, known := p.Catalogue.Theme(theme); known {
			for _, lens := range t.Lenses {
				if lens.ID == own {
					return lens.Label
				}
			}
		}
	}
	return id
}

// Sentences reads a contrast out, line by line.
func (c Contrast) Sentences() []string {
	var out []string
	say := func(lead string, items []string) {
		for _, item := range items {
			out = append(out, c.About+", "+lead+": "+strings.TrimRight(VisibleLine(item), ". ")+".")
		}
	}
	say(contrastFirst, c.First)
	say(contrastSecond, c.Second)
	say(contrastBoth, c.Both)
	return out
}
