package journal

import (
	"slices"
	"strings"
)

// OfferChange is the offer of an action or a forecast that takes up what the
// person said would change their mind. An action made of it keeps it as where
// it grew from.
const OfferChange = "change"

// suggested says that a list is offered what the person wrote at other steps:
// it can be taken over as it stands, with nothing typed again.
func suggested(of Collection) bool { return of == Actions || of == Forecasts }

// suggestions offers, as an action, each way to find out that an explanation
// names, and what would change their mind, as an action or a forecast. What
// was taken is not offered again.
func (p *Progress) suggestions(s *Step, c *Collect) []Question {
	var out []Question
	offer := func(id, text, label string, choices ...Choice) {
		out = append(out, Question{
			Path: s.ID + ".+" + string(c.Of) + "/" + id, Step: s.ID, Kind: AskOffer, Collection: c.Of, Offer: id,
			Label: label, Text: text, Input: InputChoice, Choices: choices, Optional: true,
		})
	}
	if c.Of == Actions {
		for _, h := range p.Reflection.Hypotheses {
			if find := strings.TrimSpace(h.FindOut); find != "" && strings.TrimSpace(h.Text) != "" && !p.grew(h.ID) {
				offer(h.ID, strings.NewReplacer("{name}", named(h.ID, h.Text), "{text}", VisibleLine(find)).Replace(suggestFindOut),
					suggestLabel+h.ID, Choice{ID: h.FindOut, Label: suggestTake})
			}
		}
	}
	if change := p.Reflection.at(p.Catalogue.Places.Change); change != "" && !p.grew(OfferChange) && !p.foreseen(change) {
		label, take := suggestChangeAction, suggestTake
		if c.Of == Forecasts {
			label, take = suggestChangeForecast, suggestForecast
		}
		offer(OfferChange, strings.Replace(label, "{text}", VisibleLine(change), 1), suggestChangeLabel, Choice{ID: change, Label: take})
	}
	return out
}

// grew says whether an action grew out of an offer already.
func (p *Progress) grew(from string) bool {
	return slices.ContainsFunc(p.Reflection.Actions, func(a Action) bool { return a.From == from })
}

func (p *Progress) foreseen(text string) bool {
	return slices.ContainsFunc(p.Reflection.Forecasts, func(f Forecast) bool { return f.Text == text })
}

// dated gives what was made of OfferChange the day that was named with it.
func (p *Progress) dated(of Collection, ref, offer string) error {
	if offer != OfferChange || !suggested(of) {
		return nil
	}
	by := Date(p.Reflection.at(p.Catalogue.Places.ChangeBy))
	if !by.Valid() {
		return nil
	}
	return p.Reflection.SetField(ref, "due", string(by))
}

// grewFrom says in words what an action grew out of.
func (p *Progress) grewFrom(from string) string {
	if from == OfferChange {
		return suggestChangeLabel
	}
	if h := p.Reflection.hypothesis(from); h != nil {
		return named(h.ID, h.Text)
	}
	return from
}
