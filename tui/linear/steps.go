package linear

import (
	"strconv"
	"strings"

	"sounding/journal"
)

// back asks the question before this one again, or goes to the step before.
func (v *visit) back(s *journal.Step, q journal.Question) (*journal.Step, bool, error) {
	delete(v.asked, q.Path)
	for len(v.trail) > 0 {
		path := v.trail[len(v.trail)-1]
		v.trail = v.trail[:len(v.trail)-1]
		if _, ok := v.p.Find(path); ok {
			v.again = path
			return nil, false, nil
		}
	}
	if to, ok := v.p.Back(); ok {
		return to, false, nil
	}
	v.app.talk.say("%s", firstStep)
	return nil, true, nil
}

// change lists what was answered at this step and asks one of it again.
func (v *visit) change(s *journal.Step) error {
	var paths []string
	var choices []journal.Choice
	for _, q := range v.p.Questions(s) {
		if q.Value != "" {
			paths = append(paths, q.Path)
			choices = append(choices, journal.Choice{
				ID: strconv.Itoa(len(choices)), Label: orElse(q.Label, q.Text) + ": " + journal.VisibleLine(q.Say()),
			})
		}
	}
	if len(choices) == 0 {
		v.app.talk.say("%s", nothingYet)
		return nil
	}
	i, err := v.app.talk.choose(changeQuestion, choices, true)
	if err == nil && i >= 0 {
		v.again = paths[i]
	}
	return err
}

func (v *visit) chooseStep() (*journal.Step, error) {
	var choices []journal.Choice
	places := v.p.Places()
	for _, pl := range places {
		label := ended(pl.Step.Label) + " " + stateWords(pl.State)
		if pl.Here {
			label += " " + youAreHere
		}
		choices = append(choices, journal.Choice{ID: pl.Step.ID, Label: label})
	}
	if left := v.p.NotToday(); len(left) > 0 {
		var names []string
		for _, s := range left {
			names = append(names, strings.TrimRight(s.Label, "?."))
		}
		v.app.talk.say(notToday, strings.Join(names, "; "))
	}
	i, err := v.app.talk.choose(stepQuestion, choices, true)
	if err != nil || i < 0 {
		return nil, err
	}
	return places[i].Step, nil
}

func (v *visit) length() error {
	choices := lengthChoices(v.p.Walk)
	if len(choices) == 0 {
		v.app.talk.say("%s", oneLength)
		return nil
	}
	i, err := v.app.talk.choose(lengthQuestion, choices, true)
	if err != nil || i < 0 {
		return err
	}
	if err := v.p.SetLength(v.p.Walk.Lengths[i]); err != nil {
		return err
	}
	v.keep()
	v.app.talk.say("%s. %s", choices[i].Label, nothingLost)
	return nil
}

func lengthChoices(w *journal.Walk) []journal.Choice {
	var out []journal.Choice
	for _, l := range w.Lengths {
		out = append(out, journal.Choice{ID: strconv.Itoa(int(l)), Label: journal.Counted(int(l), "minute", "minutes")})
	}
	return out
}

// delete takes away one of the items that are listed at this step.
func (v *visit) delete(s *journal.Step) error {
	var choices []journal.Choice
	for _, c := range s.Collects {
		for _, ref := range v.p.Reflection.Refs(c.Of) {
			choices = append(choices, journal.Choice{ID: ref, Label: journal.VisibleLine(v.p.ItemName(ref))})
		}
	}
	if len(choices) == 0 {
		v.app.talk.say("%s", noItems)
		return nil
	}
	i, err := v.app.talk.choose(deleteQuestion, choices, true)
	if err != nil || i < 0 {
		return err
	}
	if err := v.p.Reflection.RemoveItem(choices[i].ID); err != nil {
		return err
	}
	v.keep()
	v.app.talk.say("%s", deleted)
	return nil
}
