package journal

import "fmt"

// What is asked of a forecast whose day has come.
const (
	askOutcome   = "Did it happen?"
	askSurprised = "Did that surprise you?"
	askAgain     = "Would you do the same again?"
	askLearnt    = "What did you learn from it? A line is plenty."
	outcomeYes   = "Yes"
	outcomeNo    = "No"
)

// Lines reads a decision of the log out: what it was, who decides, whether it is
// on the record, and what came of it.
func (d Decision) Lines() []string {
	var out []string
	text := d.Text
	if text == "" {
		text = decisionUnsaid
	}
	out = append(out, VisibleLine(text))
	if d.Decider != "" {
		out = append(out, decisionBy+VisibleLine(d.Decider))
	}
	switch {
	case d.OnRecord == Yes && d.RecordedOn.Valid():
		out = append(out, decisionOn+d.RecordedOn.Day().Long())
	case d.OnRecord == Yes:
		out = append(out, decisionRecorded)
	case d.OnRecord != "":
		out = append(out, decisionNotYet)
	}
	done, open := 0, 0
	for _, a := range d.Actions {
		if a.Done == Yes {
			done++
		} else {
			open++
		}
	}
	if done+open > 0 {
		out = append(out, fmt.Sprintf(decisionActions, done, open))
	}
	for _, f := range d.Forecasts {
		switch f.Outcome {
		case Yes:
			out = append(out, decisionHappened+VisibleLine(f.Text))
		case No:
			out = append(out, decisionDidNot+VisibleLine(f.Text))
		}
		if f.Learnt != "" && f.Outcome != "" {
			out = append(out, decisionLearnt+VisibleLine(f.Learnt))
		}
	}
	return out
}

const (
	decisionUnsaid   = "A decision about a child, not put in words here."
	decisionBy       = "To be decided by: "
	decisionOn       = "On the child's record: "
	decisionRecorded = "On the child's record."
	decisionNotYet   = "Not yet on the child's record."
	decisionActions  = "Actions: %d done, %d open."
	decisionHappened = "It happened: "
	decisionDidNot   = "It did not happen: "
	decisionLearnt   = "Learnt: "
)
