package journal

import "strings"

// Expected says, for each explanation that is not set aside and names one, what
// we would see if it were so, and whether that was seen, looked for in vain, or
// not looked for yet.
func (p *Progress) Expected() []string {
	var out []string
	for _, h := range p.Reflection.Hypotheses {
		expect := strings.TrimSpace(h.Expect)
		if expect == "" || h.Parked == Yes || strings.TrimSpace(h.Text) == "" {
			continue
		}
		status, ok := foundWords[h.Found]
		if !ok {
			status = foundWords["not-looked"]
		}
		out = append(out, strings.NewReplacer(
			"{name}", named(h.ID, h.Text), "{expect}", strings.TrimRight(VisibleLine(expect), ". "), "{status}", status,
		).Replace(sayExpected))
	}
	return out
}

// UntouchedLenses lists the viewpoints of the walk and its themes that no
// explanation started from, at the length that was chosen, in their order.
func (p *Progress) UntouchedLenses() []Offer {
	taken := map[string]bool{}
	for _, h := range p.Reflection.Hypotheses {
		taken[h.Lens] = true
	}
	var out []Offer
	for i := range p.Walk.Steps {
		if c := p.Walk.Steps[i].collect(Hypotheses); c != nil {
			for _, o := range p.OffersOf(c) {
				if !taken[o.ID] {
					out = append(out, o)
				}
			}
		}
	}
	return out
}

// Lines says whose voice is in a reflection: the statements, how many of them
// were seen or told first hand, whose account it was, and the latest day.
func (c VoiceCheck) Lines() []string {
	var out []string
	for _, h := range c.Heard {
		line := h.Voice.Label + ": " + strings.Join(h.Refs, ", ")
		switch h.FirstHand {
		case 0:
			line += ", " + sayNoneFirstHand
		default:
			line += ", " + fillCounts(sayFirstHand, h.FirstHand, "")
		}
		if len(h.Whose) > 0 {
			line += ", " + sayFrom + VisibleLine(strings.Join(h.Whose, ", "))
		}
		if h.Latest != "" {
			line += ", " + sayLatest + h.Latest.Day().Long()
		} else {
			line += ", " + sayUndated
		}
		out = append(out, line+".")
	}
	return out
}
