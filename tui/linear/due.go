package linear

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"sounding/journal"
)

// LookBack is what finding out what happened next needs.
type LookBack interface {
	Due(until journal.Date) []journal.Due
	LookBack(context.Context, journal.ID) (journal.ID, error)
	Decisions(context.Context) ([]journal.Decision, error)
	Returns(context.Context) (journal.ReturnRate, error)
	Insights(context.Context) ([]journal.Insight, error)
	Likelihood(id string) string
}

// forEver is a day after every other.
const forEver = journal.Date("9999-12-31")

// whatIsDue gathers what has a day, up to one; without the means for more, what
// the list tells.
func (a *App) whatIsDue(until journal.Date) []journal.Due {
	if a.Back != nil {
		return a.Back.Due(until)
	}
	return journal.DueBy(a.Vault.List(), journal.FollowUpRules{Follows: func(string) bool { return false }}, journal.DateOf(a.Now()), until)
}

// The further choices below what is due.
const (
	dueDecisions = "decisions"
	dueReturns   = "returns"
)

// due lists what has a day, soonest first, and below it the decision log and
// the families who came back. Each thing can be answered where it stands.
func (a *App) due(ctx context.Context) error {
	for {
		open := a.whatIsDue(forEver)
		today := journal.DateOf(a.Now())
		a.talk.gap()
		if len(open) == 0 {
			a.talk.say("%s", nothingDue)
		}
		var choices []journal.Choice
		for _, d := range open {
			choices = append(choices, journal.Choice{
				ID:    string(d.Reflection) + d.Ref,
				Label: dueWords[d.Kind] + strings.TrimRight(journal.VisibleLine(d.Text), ".") + ", " + d.When(today),
			})
		}
		if a.Back != nil {
			choices = append(choices, journal.Choice{ID: dueDecisions, Label: labelDecisions}, journal.Choice{ID: dueReturns, Label: labelReturns})
		}
		if len(choices) == 0 {
			return nil
		}
		i, err := a.talk.choose(dueQuestion, choices, true)
		if err != nil || i < 0 {
			return err
		}
		switch choices[i].ID {
		case dueDecisions:
			err = a.decisions(ctx)
		case dueReturns:
			err = a.returns(ctx)
		default:
			err = a.dueOne(ctx, open[i])
		}
		if err != nil && !errors.Is(err, errStop) {
			return err
		}
	}
}

func (a *App) dueOne(ctx context.Context, d journal.Due) error {
	switch d.Kind {
	case journal.DueForecast:
		return a.outcome(ctx, d)
	case journal.DueFollowUp:
		return a.followUp(ctx, d)
	}
	i, err := a.talk.choose(askDone, []journal.Choice{
		{ID: "done", Label: labelDone}, {ID: "open", Label: labelOpen}, {ID: "back", Label: labelNotYet},
	}, true)
	switch {
	case err != nil || i < 0:
		return err
	case i == 0:
		return a.change(ctx, d.Reflection, saidDone, func(r *journal.Reflection) error { return r.MarkDone(d.Ref, a.Now()) })
	case i == 1:
		return a.open(ctx, d.Reflection)
	}
	return nil
}

// change writes something in a reflection and waits until it is kept.
func (a *App) change(ctx context.Context, id journal.ID, said string, write func(*journal.Reflection) error) error {
	r, _, err := a.Vault.Load(ctx, id)
	if err != nil {
		return err
	}
	if err := write(&r); err != nil {
		return err
	}
	a.Writer.Put(r)
	if err := a.Writer.Flush(ctx); err != nil {
		return err
	}
	if said != "" {
		a.talk.say("%s", said)
	}
	return nil
}

// outcome asks how a forecast turned out. The first answer alone is enough, and
// each is kept as it is given.
func (a *App) outcome(ctx context.Context, d journal.Due) error {
	r, _, err := a.Vault.Load(ctx, d.Reflection)
	if err != nil {
		return err
	}
	f, ok := r.Forecast(d.Ref)
	if !ok {
		return nil
	}
	a.talk.gap()
	a.talk.say(expectedBy, journal.VisibleLine(f.Text), f.Due.Long())
	if a.Back != nil && a.Back.Likelihood(f.Words) != "" {
		a.talk.say(seemed, a.Back.Likelihood(f.Words))
	}
	for n, q := range journal.OutcomeQuestions(f) {
		value, err := a.outcomeAnswer(q, n == 0)
		if err != nil {
			return err
		}
		if value == "" {
			if n == 0 {
				return nil
			}
			continue
		}
		if err := a.change(ctx, d.Reflection, "", func(r *journal.Reflection) error { return r.Turn(d.Ref, q.Field, value, a.Now()) }); err != nil {
			return err
		}
	}
	a.talk.say("%s", saidKept)
	return nil
}

func (a *App) outcomeAnswer(q journal.Question, first bool) (string, error) {
	if q.Input == journal.InputText {
		a.talk.say("%s %s", q.Text, enterLeaves)
		line, err := a.talk.line()
		return strings.TrimSpace(line), err
	}
	text := q.Text + " " + enterLeaves
	choices := q.Choices
	if first {
		text, choices = q.Text, append(append([]journal.Choice{}, q.Choices...), journal.Choice{ID: "soon", Label: labelTooSoon})
	}
	i, err := a.talk.choose(text, choices, true)
	if err != nil || i < 0 || i >= len(q.Choices) {
		return "", err
	}
	return choices[i].ID, nil
}

// followUp offers to look back on a reflection.
func (a *App) followUp(ctx context.Context, d journal.Due) error {
	r, w, err := a.Vault.Load(ctx, d.Reflection)
	if err != nil {
		return err
	}
	about := journal.VisibleLine(journal.TitleOf(&w, &r)) + ", " + r.Created.Format("2 January 2006")
	if r.Subject != "" {
		about = r.Subject + ", " + about
	}
	a.talk.say("%s", about)
	i, err := a.talk.choose(d.Text, []journal.Choice{
		{ID: "back", Label: labelLookBack}, {ID: "read", Label: labelReadThen}, {ID: "later", Label: labelNotToday},
	}, true)
	switch {
	case err != nil || i < 0:
		return err
	case i == 0:
		id, err := a.Back.LookBack(ctx, d.Reflection)
		if err != nil {
			return err
		}
		return a.open(ctx, id)
	case i == 1:
		a.record(journal.NewProgress(&w, &r, a.Shelf.Catalogue(), a.Now))
	}
	return nil
}

// decisions reads the decision log out, the latest first, some at a time.
func (a *App) decisions(ctx context.Context) error {
	log, err := a.Back.Decisions(ctx)
	if err != nil {
		return err
	}
	a.talk.gap()
	if len(log) == 0 {
		a.talk.say("%s", noDecisions)
		return nil
	}
	a.talk.say("%s", aboutDecisions)
	for i, d := range log {
		if i > 0 && i%listed == 0 {
			more, err := a.talk.yes(fmt.Sprintf(moreDecisions, len(log)-i))
			if err != nil || !more {
				return err
			}
		}
		head := d.On.Long()
		if d.Subject != "" {
			head += ", " + d.Subject
		}
		a.talk.gap()
		a.talk.say("%s.", head)
		for _, line := range d.Lines() {
			a.talk.say("%s", line)
		}
	}
	return nil
}

func (a *App) returns(ctx context.Context) error {
	rate, err := a.Back.Returns(ctx)
	if err != nil {
		return err
	}
	a.talk.gap()
	for _, sentence := range rate.Sentences() {
		a.talk.say("%s", sentence)
	}
	a.talk.say("%s", forYouAlone)
	return nil
}
