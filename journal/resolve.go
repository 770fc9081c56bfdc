package journal

import (
	"fmt"
	"time"
)

// OutcomeQuestions are what is asked of a forecast whose day has come: whether
// it happened, then what the person makes of that. The first one alone is
// enough; each Field is one of the forecast's.
func OutcomeQuestions(f Forecast) []Question {
	yesNo := []Choice{{ID: Yes, Label: outcomeYes}, {ID: No, Label: outcomeNo}}
	return []Question{
		{Field: "outcome", Ref: f.ID, Text: askOutcome, Input: InputYesNo, Choices: yesNo, Value: f.Outcome},
		{Field: "surprised", Ref: f.ID, Text: askSurprised, Input: InputYesNo, Choices: yesNo, Value: f.Surprised, Optional: true},
		{Field: "again", Ref: f.ID, Text: askAgain, Input: InputYesNo, Choices: yesNo, Value: f.Again, Optional: true},
		{Field: "learnt", Ref: f.ID, Text: askLearnt, Input: InputText, Value: f.Learnt, Optional: true},
	}
}

// Turn writes one answer about how a forecast turned out. Empty takes it back.
func (r *Reflection) Turn(ref, field, value string, now time.Time) error {
	if it, spec, _ := r.find(ref); it == nil || spec.Of != Forecasts {
		return fmt.Errorf("%s: %w", ref, ErrNoItem)
	}
	if err := r.SetField(ref, field, value); err != nil {
		return err
	}
	r.Updated = now
	return nil
}

// MarkDone says that an action is done.
func (r *Reflection) MarkDone(ref string, now time.Time) error {
	if it, spec, _ := r.find(ref); it == nil || spec.Of != Actions {
		return fmt.Errorf("%s: %w", ref, ErrNoItem)
	}
	if err := r.SetField(ref, "done", Yes); err != nil {
		return err
	}
	r.Updated = now
	return nil
}

// Forecast finds a forecast by its local id.
func (r *Reflection) Forecast(ref string) (Forecast, bool) {
	for _, f := range r.Forecasts {
		if f.ID == ref {
			return f, true
		}
	}
	return Forecast{}, false
}

// LookBack begins a reflection of the looking-back walk about an earlier one:
// its subject and themes come along, and what was leaned towards then stands at
// the opening in the person's own words. The earlier one is not changed.
func LookBack(earlier *Reflection, places Places, w *Walk, id ID, now time.Time) (Reflection, error) {
	var length Length
	if len(w.Lengths) > 0 {
		length = w.Usual
	}
	r, err := Begin(w, length, id, now)
	if err != nil {
		return Reflection{}, err
	}
	r.Subject, r.Themes = earlier.Subject, clone(earlier.Themes)
	decided := earlier.at(places.Decision)
	if decided == "" {
		return r, nil
	}
	for i := range w.Steps {
		for j := range w.Steps[i].Prompts {
			if prompt := &w.Steps[i].Prompts[j]; prompt.Role == RoleOpening {
				r.write(&w.Steps[i], prompt, decided)
				return r, nil
			}
		}
	}
	return r, nil
}
