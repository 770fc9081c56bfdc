package journal

import "strconv"

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
		name := itemLabel(c, ref, i)
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

// itemLabel is what an item is called while it is written. What the comparison
// and the words for reworking name by its id is called by that: "Explanation H2".
// The others are numbered as they stand.
func itemLabel(c *Collect, ref string, at int) string {
	switch c.Of {
	case Hypotheses, EvidenceItems, Actions:
		return c.Name + " " + ref
	}
	return c.Name + " " + strconv.Itoa(at+1)
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
